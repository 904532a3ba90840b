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
        const bool isOwn = figures.library().file(set.id)->isOwn;
        list.push_back({{"id", s(set.id)},
                        {"name", s(set.name)},
                        {"version", s(set.version)},
                        {"in_use", inUse},
                        {"own", isOwn}});
        output.text += QStringLiteral("%1 %2  %3%4\n")
                           .arg(inUse ? QStringLiteral("●") : QStringLiteral("○"), set.id, set.name,
                                isOwn ? QStringLiteral("（自有）") : QString());
    }
    Json problems = Json::array();
    for (const QString &problem : figures.problems()) {
        output.text += problem + u'\n';
        problems.push_back(s(problem));
    }
    output.json = {{"rules", list}, {"problems", problems}};
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

struct SaveArguments {
    std::string file, id;
    bool replace = false;
};

Result<Output> saveRules(const SaveArguments &a) {
    services::RuleLibrary library;
    auto id = library.take(q(a.file), q(a.id), a.replace);
    if (!id)
        return Failure(std::move(id).error());
    const indicators::RuleSet &set = *library.set(*id);
    return confirmed({{"rules", s(*id)}, {"version", s(set.version)}, {"file", s(library.file(*id)->path)}},
                     QStringLiteral("已存为自有口径：%1（%2，%3 版）").arg(set.name, set.id, set.version));
}

/// With the ledger where there is one, so that the set it uses stays.
Result<Output> changeRules(const Registry &registry, const QString &id, const QString &newId) {
    auto ledger = registry.open(Access::ReadOnly);
    if (!ledger && (!registry.globals.ledger.empty() || ledger.error().code != ErrorCode::FileMissing))
        return Failure(std::move(ledger).error());
    Result<void> done;
    if (ledger) {
        FigureService figures(**ledger);
        done = newId.isEmpty() ? figures.removeRules(id) : figures.renameRules(id, newId);
    } else {
        services::RuleLibrary library;
        done = newId.isEmpty() ? library.remove(id) : library.rename(id, newId);
    }
    if (!done)
        return Failure(std::move(done).error());
    if (newId.isEmpty())
        return confirmed({{"deleted", s(id)}}, QStringLiteral("已删除自有口径：%1").arg(id));
    return confirmed({{"rules", s(newId)}, {"former", s(id)}},
                     QStringLiteral("口径“%1”的编号改为“%2”").arg(id, newId));
}

} // namespace

void addRuleCommands(Registry &registry) {
    auto *rules =
        registry.app.add_subcommand("rules", "口径：list、show、check、use、save、rename、delete、compare");
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
    auto saved = kept<SaveArguments>();
    auto *save = registry.add(
        "save", "检查口径文件并存为自有口径", [saved] { return saveRules(*saved); }, rules);
    save->add_option("FILE", saved->file, "JSON 文件")->required();
    save->add_option("--id", saved->id, "口径编号（缺省：文件名）");
    save->add_flag("--replace", saved->replace, "替换同编号的自有口径");
    auto deleted = kept<std::string>();
    registry
        .add(
            "delete", "删除自有口径", [&registry, deleted] { return changeRules(registry, q(*deleted), {}); },
            rules)
        ->add_option("ID", *deleted, "口径")
        ->required();
    auto renamed = kept<std::pair<std::string, std::string>>();
    auto *rename = registry.add(
        "rename", "自有口径改编号",
        [&registry, renamed]() -> Result<Output> {
            if (renamed->second.empty()) // else it would read as a deletion
                return fail(ErrorCode::Usage, QStringLiteral("新的编号是空的"));
            return changeRules(registry, q(renamed->first), q(renamed->second));
        },
        rules);
    rename->add_option("ID", renamed->first, "口径")->required();
    rename->add_option("NEW", renamed->second, "新的编号")->required();
    addCompareCommand(registry, rules);
}

} // namespace yipi::cli
