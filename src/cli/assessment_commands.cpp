// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/assessment_output.h"
#include "cli/records.h"
#include "domain/text_parsing.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

namespace yipi::cli {

namespace {

using indicators::AssessmentScheme;
using indicators::Event;
using indicators::WhatIfChange;
using indicators::ZoneScore;
using services::Assessment;
using services::AssessmentService;

struct AssessmentArguments {
    ScopeOptions scope;
    std::string scheme, item;
    std::string started, produced, attained, next;
    std::vector<std::string> items;

    void addTo(CLI::App *command) {
        scope.addTo(command);
        scope.addKnownAtTo(command);
        command->add_option("--scheme", scheme, "考核方案（缺省：第一个）");
    }
};

/// A scheme worked out for the scope of the command.
struct Assessed {
    Session session;
    std::unique_ptr<AssessmentService> service;
    Assessment assessment;
};

Result<Assessed> assess(const Registry &registry, const AssessmentArguments &a) {
    auto session = openSession(registry, a.scope);
    if (!session)
        return Failure(std::move(session).error());
    Assessed assessed{std::move(*session), nullptr, {}};
    assessed.service =
        std::make_unique<AssessmentService>(*assessed.session.ledger, *assessed.session.figures);
    const auto scheme = assessed.service->scheme(q(a.scheme));
    if (!scheme)
        return Failure(scheme.error());
    auto assessment = assessed.service->run(**scheme, assessed.session.scope);
    if (!assessment)
        return Failure(std::move(assessment).error());
    assessed.assessment = std::move(*assessment);
    return assessed;
}

/// The one zone that --zone names.
Result<qint64> theZone(const Assessed &assessed) {
    const auto &zones = assessed.session.scope.filter.zones;
    if (zones.size() != 1)
        return fail(ErrorCode::Usage, QStringLiteral("要用 --zone 写明一个开发区"),
                    QStringLiteral("如 --zone 孝义。"));
    if (!assessed.assessment.scores.groupOf(zones.front()))
        return fail(ErrorCode::NotFound, QStringLiteral("这个开发区不在考核范围内"),
                    QStringLiteral("请检查 --city。"));
    return zones.front();
}

Result<Output> listSchemes(const Registry &registry) {
    auto ledger = registry.open(services::Access::ReadOnly);
    if (!ledger)
        return Failure(std::move(ledger).error());
    const services::FigureService figures(**ledger);
    const AssessmentService service(**ledger, figures);
    Output output;
    Json list = Json::array();
    for (const AssessmentScheme &scheme : service.schemes()) {
        const bool shipped = service.isShipped(scheme.id);
        list.push_back({{"id", s(scheme.id)},
                        {"name", s(scheme.name)},
                        {"version", s(scheme.version)},
                        {"shipped", shipped}});
        output.text += QStringLiteral("%1 %2  %3\n")
                           .arg(shipped ? QStringLiteral("○") : QStringLiteral("●"), scheme.id, scheme.name);
    }
    output.notes = service.problems();
    output.json = {{"schemes", list}};
    return output;
}

Result<Output> showScheme(const Registry &registry, const std::string &id) {
    auto ledger = registry.open(services::Access::ReadOnly);
    if (!ledger)
        return Failure(std::move(ledger).error());
    const services::FigureService figures(**ledger);
    const AssessmentService service(**ledger, figures);
    const auto scheme = service.scheme(q(id));
    if (!scheme)
        return Failure(scheme.error());
    return Output{schemeJson(**scheme), schemeText(**scheme)};
}

Result<Output> checkScheme(const std::string &path) {
    QFile file(q(path));
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(QStringLiteral("考核方案文件"), q(path));
    const services::RuleLibrary library;
    auto scheme =
        indicators::parseAssessmentScheme(file.readAll(), QFileInfo(file).fileName(), library.sets());
    if (!scheme)
        return Failure(std::move(scheme).error());
    Json json = schemeJson(*scheme);
    json["ok"] = true;
    return Output{json, QStringLiteral("考核方案文件没有问题。\n") + schemeText(*scheme)};
}

Result<Output> runScheme(const Registry &registry, const AssessmentArguments &a) {
    auto assessed = assess(registry, a);
    if (!assessed)
        return Failure(std::move(assessed).error());
    const Assessment &assessment = assessed->assessment;
    Output output{assessmentHead(assessment), {}};
    output.json["groups"] = Json::array();
    for (const auto &group : assessment.scores.groups) {
        Json zones = Json::array();
        for (const ZoneScore &zone : group.zones)
            if (assessment.shows(zone.zone))
                zones.push_back(zoneScoreJson(assessment, zone));
        if (zones.empty())
            continue;
        output.json["groups"].push_back({{"group", s(group.group)}, {"zones", zones}});
        output.text += groupText(assessment, group);
    }
    output.text += footerText(assessment) + knownAtText(assessed->session.scope);
    addKnownAt(output.json, assessed->session.scope);
    return output;
}

Result<std::size_t> itemNamed(const AssessmentScheme &scheme, const std::string &id) {
    QStringList known;
    for (std::size_t i = 0; i < scheme.items.size(); ++i) {
        if (scheme.items[i].id == q(id) || scheme.items[i].title == q(id))
            return i;
        known << scheme.items[i].id;
    }
    return fail(ErrorCode::NotFound, QStringLiteral("考核方案“%1”里没有指标“%2”").arg(scheme.name, q(id)),
                QStringLiteral("可以写 %1。").arg(known.join(QStringLiteral("、"))));
}

Result<Output> explainScheme(const Registry &registry, const AssessmentArguments &a) {
    auto assessed = assess(registry, a);
    if (!assessed)
        return Failure(std::move(assessed).error());
    const auto zone = theZone(*assessed);
    if (!zone)
        return Failure(zone.error());
    const Assessment &assessment = assessed->assessment;
    const ZoneScore &line = *assessment.scores.groupOf(*zone)->zone(*zone);
    Output output{assessmentHead(assessment), {}};
    output.json["group"] = s(assessment.scores.groupOf(*zone)->group);
    output.json["zone"] = zoneScoreJson(assessment, line);
    output.json["how"] = Json::array();
    for (std::size_t i = 0; i < line.items.size(); ++i)
        output.json["how"].push_back(howJson(assessment, line, i));
    output.text = decompositionText(assessment, line);
    if (!a.item.empty()) {
        const auto item = itemNamed(assessment.scheme, a.item);
        if (!item)
            return Failure(item.error());
        auto evidence = assessed->service->evidence(assessment, *zone, *item);
        if (!evidence)
            return Failure(std::move(evidence).error());
        output.json["item"] = s(assessment.scheme.items[*item].id);
        Result<void> added;
        if (evidence->rate) {
            output.json["rule"] = s(evidence->rate->rate.ruleText);
            output.text += QStringLiteral("\n%1\n").arg(evidence->rate->rate.ruleText);
            added = addEntries(output, assessed->session, *evidence->rate);
        } else if (evidence->target) {
            added = addRows(output, assessed->session, *evidence->target);
        } else {
            output.json["included"] = output.json["excluded"] = Json::array();
        }
        if (!added)
            return Failure(std::move(added).error());
    }
    output.text += footerText(assessment) + knownAtText(assessed->session.scope);
    addKnownAt(output.json, assessed->session.scope);
    return output;
}

/// "+1" or "1"; empty = 0.
Result<int> moreFrom(const std::string &text, const char *option) {
    static const QRegularExpression kMore(QStringLiteral("\\A\\+?(\\d{1,4})\\z"));
    if (text.empty())
        return 0;
    if (const auto match = kMore.match(q(text)); match.hasMatch())
        return match.captured(1).toInt();
    return fail(ErrorCode::Usage, QStringLiteral("%1 的“%2”不对").arg(QLatin1String(option), q(text)),
                QStringLiteral("写增加的个数，如 +1。"));
}

/// "start=+2", of items over money "attain=+500万".
Result<std::pair<QString, qint64>> itemMoreFrom(const Assessed &assessed, const std::string &text) {
    const QString id = q(text).section(u'=', 0, 0).trimmed();
    QString more = q(text).section(u'=', 1).trimmed();
    if (more.startsWith(u'+'))
        more.remove(0, 1);
    const auto item = itemNamed(assessed.assessment.scheme, s(id));
    if (!item)
        return Failure(item.error());
    const bool isMoney = assessed.assessment.figures.zones.front().items[*item].isMoney;
    bool isNumber = false;
    qint64 number = more.toLongLong(&isNumber);
    if (isMoney) {
        const auto amount = parseMoney(more, MoneyUnit::Wan);
        isNumber = amount.value.has_value();
        number = isNumber ? amount.value->yuan() : 0;
    }
    if (!isNumber || number <= 0)
        return fail(ErrorCode::Usage, QStringLiteral("--add 的“%1”不对").arg(q(text)),
                    isMoney ? QStringLiteral("写成 指标=增加的金额（万元），如 %1=+500。").arg(id)
                            : QStringLiteral("写成 指标=增加的个数，如 %1=+2。").arg(id));
    return std::pair(assessed.assessment.scheme.items[*item].id, number);
}

Result<WhatIfChange> changeFrom(const Assessed &assessed, const AssessmentArguments &a, qint64 zone) {
    WhatIfChange change{zone};
    const std::tuple<const std::string &, const char *, int &> counts[] = {
        {a.started, "--started", change.started},
        {a.produced, "--produced", change.produced},
        {a.attained, "--attained", change.attained}};
    for (const auto &[text, option, target] : counts) {
        const auto more = moreFrom(text, option);
        if (!more)
            return Failure(more.error());
        target = *more;
    }
    for (const std::string &text : a.items) {
        auto more = itemMoreFrom(assessed, text);
        if (!more)
            return Failure(std::move(more).error());
        change.items.push_back(std::move(*more));
    }
    const bool isEmpty = !change.started && !change.produced && !change.attained && change.items.empty();
    if (isEmpty && a.next.empty())
        return fail(ErrorCode::Usage, QStringLiteral("没有写假设增加什么"),
                    QStringLiteral("如 --started +1，或 --next started。"));
    return change;
}

Result<void> addOutcome(Output &output, const Assessed &assessed, const WhatIfChange &change) {
    const Assessment &assessment = assessed.assessment;
    auto outcome = indicators::whatIf(assessment.scheme, assessment.rules, assessment.figures, change);
    if (!outcome)
        return Failure(std::move(outcome).error());
    const QString text = indicators::whatIfText(assessment.scheme, *outcome, change);
    output.json["before"] = standingJson(*outcome->before.zone(change.zone));
    output.json["after"] = standingJson(*outcome->after.zone(change.zone));
    output.json["changed"] = changedItemsJson(assessment, *outcome);
    output.json["notes"] = Json::array();
    for (const QString &note : outcome->notes)
        output.json["notes"].push_back(s(note));
    output.json["text"] = s(text);
    output.text += QStringLiteral("%1\n").arg(text) + changedItemsText(assessment, *outcome) +
                   outcome->notes.join(QString()) +
                   (outcome->notes.isEmpty() ? QString() : QStringLiteral("\n"));
    return {};
}

Result<void> addNext(Output &output, const Assessed &assessed, qint64 zone, const std::string &next) {
    static const std::pair<const char *, Event> kEvents[] = {
        {"started", Event::Started}, {"produced", Event::Produced}, {"attained", Event::Attained}};
    for (const auto &[key, event] : kEvents) {
        if (next != key)
            continue;
        const Assessment &assessment = assessed.assessment;
        const auto least =
            indicators::leastToClimb(assessment.scheme, assessment.rules, assessment.figures, zone, event);
        if (!least)
            return Failure(least.error());
        output.json["least"] = {{"event", next}, {"more", *least ? Json(**least) : Json(nullptr)}};
        output.text += leastText(assessment, zone, event, *least) + u'\n';
        return {};
    }
    return fail(ErrorCode::Usage, QStringLiteral("--next 没有“%1”").arg(q(next)),
                QStringLiteral("可用：started、produced、attained。"));
}

Result<Output> whatIfScheme(const Registry &registry, const AssessmentArguments &a) {
    auto assessed = assess(registry, a);
    if (!assessed)
        return Failure(std::move(assessed).error());
    const auto zone = theZone(*assessed);
    if (!zone)
        return Failure(zone.error());
    const auto change = changeFrom(*assessed, a, *zone);
    if (!change)
        return Failure(change.error());
    Output output{assessmentHead(assessed->assessment), {}};
    output.json["zone"] = s(assessed->assessment.figuresOf(*zone)->name);
    output.text = assessed->assessment.figuresOf(*zone)->name + QStringLiteral("　");
    const bool hasChange = change->started || change->produced || change->attained || !change->items.empty();
    Result<void> added;
    if (hasChange)
        added = addOutcome(output, *assessed, *change);
    if (added && !a.next.empty())
        added = addNext(output, *assessed, *zone, a.next);
    if (!added)
        return Failure(std::move(added).error());
    output.text += footerText(assessed->assessment) + knownAtText(assessed->session.scope);
    addKnownAt(output.json, assessed->session.scope);
    return output;
}

} // namespace

void addAssessmentCommands(Registry &registry) {
    auto *assessments =
        registry.app.add_subcommand("assess", "考核：list、show、check、run、explain、what-if");
    assessments->require_subcommand(1);
    assessments->group("命令");
    assessments->get_help_ptr()->group("选项");
    registry.add(
        "list", "列出考核方案", [&registry] { return listSchemes(registry); }, assessments);
    auto shown = kept<std::string>();
    registry
        .add(
            "show", "考核方案的指标和算法", [&registry, shown] { return showScheme(registry, *shown); },
            assessments)
        ->add_option("ID", *shown, "考核方案")
        ->required();
    auto file = kept<std::string>();
    registry
        .add(
            "check", "检查考核方案文件", [file] { return checkScheme(*file); }, assessments)
        ->add_option("FILE", *file, "JSON 文件")
        ->required();
    auto run = kept<AssessmentArguments>();
    run->addTo(registry.add(
        "run", "得分和名次", [&registry, run] { return runScheme(registry, *run); }, assessments));
    auto explained = kept<AssessmentArguments>();
    auto *explain = registry.add(
        "explain", "一个开发区的得分怎样得来",
        [&registry, explained] { return explainScheme(registry, *explained); }, assessments);
    explained->addTo(explain);
    explain->add_option("--item", explained->item, "同时列出这项指标计入和未计入的项目");
    auto supposed = kept<AssessmentArguments>();
    auto *whatIf = registry.add(
        "what-if", "假设多开工、投产几个，得分和名次怎样变",
        [&registry, supposed] { return whatIfScheme(registry, *supposed); }, assessments);
    supposed->addTo(whatIf);
    whatIf->add_option("--started", supposed->started, "多开工几个，如 +1");
    whatIf->add_option("--produced", supposed->produced, "多投产几个");
    whatIf->add_option("--attained", supposed->attained, "多达效几个");
    whatIf->add_option("--add", supposed->items,
                       "一项指标的分子多多少，如 start=+2、attain=+500万（可重复）");
    whatIf->add_option("--next", supposed->next, "至少再多几个 started、produced 或 attained 才能升一名");
}

} // namespace yipi::cli
