// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_line.h"
#include "services/light_presets.h"

#include <QFile>
#include <QFileInfo>

namespace yipi::cli {

namespace {

using services::Access;
using services::FigureService;

Json ruleSetJson(const indicators::RuleSet &set) {
    Json rates = Json::array();
    for (const auto &rate : set.rates)
        rates.push_back(
            {{"id", s(rate.id)}, {"title", s(rate.title)}, {"text", s(indicators::ruleText(rate, set))}});
    return {{"id", s(set.id)},
            {"name", s(set.name)},
            {"version", s(set.version)},
            {"description", s(set.description)},
            {"rates", rates}};
}

QString ruleSetText(const indicators::RuleSet &set) {
    QString text =
        QStringLiteral("%1（%2，%3 版）\n%4\n").arg(set.name, set.id, set.version, set.description);
    for (const auto &rate : set.rates)
        text += QStringLiteral("  %1 %2：%3\n").arg(rate.id, rate.title, indicators::ruleText(rate, set));
    return text;
}

Result<Output> listRules(const Registry &registry) {
    auto ledger = registry.open(Access::ReadOnly);
    if (!ledger)
        return Failure(std::move(ledger).error());
    const FigureService figures(**ledger);
    const auto used = figures.ruleSet({});
    Output output;
    Json list = Json::array();
    for (const auto &set : figures.ruleSets()) {
        const bool inUse = used && *used == &set;
        list.push_back(
            {{"id", s(set.id)}, {"name", s(set.name)}, {"version", s(set.version)}, {"in_use", inUse}});
        output.text += QStringLiteral("%1 %2  %3\n")
                           .arg(inUse ? QStringLiteral("●") : QStringLiteral("○"), set.id, set.name);
    }
    for (const QString &problem : figures.problems())
        output.text += problem + u'\n';
    output.json = {{"rules", list}};
    return output;
}

Result<Output> showRules(const Registry &registry, const std::string &id) {
    auto ledger = registry.open(Access::ReadOnly);
    if (!ledger)
        return Failure(std::move(ledger).error());
    const FigureService figures(**ledger);
    auto set = figures.ruleSet(q(id));
    if (!set)
        return Failure(std::move(set).error());
    return Output{ruleSetJson(**set), ruleSetText(**set)};
}

Result<Output> checkRules(const std::string &path) {
    QFile file(q(path));
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(QStringLiteral("口径文件"), q(path));
    QStringList problems; // of presets, which a rule set that names none does not need
    auto set = indicators::parseRuleSet(file.readAll(), QFileInfo(file).fileName(),
                                        services::lightPresets(problems));
    if (!set)
        return Failure(std::move(set).error());
    Json json = ruleSetJson(*set);
    json["ok"] = true;
    return Output{json, QStringLiteral("口径文件没有问题。\n") + ruleSetText(*set)};
}

Result<Output> useRules(const Registry &registry, const std::string &id) {
    auto ledger = registry.open(Access::ReadWrite);
    if (!ledger)
        return Failure(std::move(ledger).error());
    const FigureService figures(**ledger);
    auto set = figures.ruleSet(q(id));
    if (!set)
        return Failure(std::move(set).error());
    if (auto done = (*ledger)->setRuleSetId((*set)->id); !done)
        return Failure(std::move(done).error());
    return confirmed({{"rules", s((*set)->id)}}, QStringLiteral("台账改用口径：%1").arg((*set)->name));
}

} // namespace

void addRuleCommands(Registry &registry) {
    auto *rules = registry.app.add_subcommand("rules", "口径：list、show、check、use");
    rules->require_subcommand(1);
    rules->group("命令");
    rules->get_help_ptr()->group("选项");
    registry.add(
        "list", "列出口径", [&registry] { return listRules(registry); }, rules);
    auto shown = kept<std::string>();
    registry
        .add(
            "show", "口径的文字", [&registry, shown] { return showRules(registry, *shown); }, rules)
        ->add_option("ID", *shown, "口径")
        ->required();
    auto file = kept<std::string>();
    registry
        .add(
            "check", "检查口径文件", [file] { return checkRules(*file); }, rules)
        ->add_option("FILE", *file, "JSON 文件")
        ->required();
    auto used = kept<std::string>();
    registry
        .add(
            "use", "台账改用口径", [&registry, used] { return useRules(registry, *used); }, rules)
        ->add_option("ID", *used, "口径")
        ->required();
}

} // namespace yipi::cli
