// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/figure_session.h"
#include "cli/records.h"
#include "indicators/rule_words.h"

namespace yipi::cli {

namespace {

using indicators::Cohort;
using indicators::CohortTable;
using indicators::FunnelStep;

struct CohortArguments {
    ScopeOptions scope;
    std::string by = "quarter", of = "projects", event = "started", explain;
    int months = indicators::kCohortMonths;
};

Json cohortJson(const Cohort &cohort) {
    Json cells = Json::array();
    for (int k = 0; k <= indicators::kCohortMonths; ++k) {
        const auto &cell = cohort.cells[static_cast<std::size_t>(k)];
        cells.push_back({{"months", k},
                         {"reached", cell.reached},
                         {"open", cell.open},
                         {"not_yet", !cell.isOver},
                         {"percent", cell.isOver ? Json(s(cohort.rate(k).percentText())) : Json(nullptr)}});
    }
    Json sameYear = fractionJson(cohort.sameYearRate());
    sameYear["not_yet"] = !cohort.isSameYearOver;
    return {{"key", s(cohort.key)},
            {"members", cohort.members},
            {"running", cohort.isRunning},
            {"cells", cells},
            {"same_year", sameYear}};
}

Json cohortTableJson(const CohortTable &table) {
    Json cohorts = Json::array();
    for (const Cohort &cohort : table.cohorts)
        cohorts.push_back(cohortJson(cohort));
    Json total = Json::array();
    for (std::size_t k = 0; k < table.total.size(); ++k) {
        Json cell = fractionJson(table.total[k].rate());
        cell["months"] = k;
        total.push_back(std::move(cell));
    }
    const auto &question = table.question;
    return {{"as_of", s(question.asOf.text())},
            {"by", s(key(question.by))},
            {"of", s(key(question.of))},
            {"event", s(indicators::key(question.event))},
            {"cohorts", cohorts},
            {"total", total}};
}

QString cohortTableText(const CohortTable &table) {
    static constexpr std::array kShown{0, 1, 2, 3, 6, 9, 12, 18, 24};
    const QString event = indicators::title(table.question.event);
    QStringList header{QStringLiteral("签约"), QStringLiteral("项目")};
    for (const int k : kShown)
        header << QStringLiteral("%1个月").arg(k);
    header << QStringLiteral("当年%1").arg(event);
    QList<QStringList> rows;
    for (const Cohort &cohort : table.cohorts) {
        QStringList row{cohort.key, QString::number(cohort.members)};
        for (const int k : kShown)
            row << (cohort.cells[std::size_t(k)].isOver ? cohort.rate(k).displayText()
                                                        : QStringLiteral("未到"));
        row << cohort.sameYearRate().displayText() +
                   (cohort.isSameYearOver ? QString() : QStringLiteral("（未满年）"));
        rows << row;
    }
    QStringList total{QStringLiteral("合计"), QString()};
    for (const int k : kShown)
        total << table.total[std::size_t(k)].rate().displayText();
    rows << (total << QString());
    return textTable(header, rows) +
           QStringLiteral("截至 %1，签约后 N 个月内%2的比率；还没有过满 N 个月的项目未%2的，写“未到”；"
                          "合计只含已过满的各行\n")
               .arg(table.question.asOf.text(), event);
}

Result<Output> showCohorts(const Registry &registry, const CohortArguments &a) {
    auto by = chosen<indicators::CohortBy>(a.by, QStringLiteral("--by"));
    if (!by)
        return Failure(std::move(by).error());
    auto of = chosen<indicators::CohortOf>(a.of, QStringLiteral("--of"));
    if (!of)
        return Failure(std::move(of).error());
    auto event = chosen<indicators::Event>(a.event, QStringLiteral("--event"));
    if (!event || (*event != indicators::Event::Started && *event != indicators::Event::Produced))
        return fail(ErrorCode::Usage, QStringLiteral("--event 没有“%1”").arg(q(a.event)),
                    QStringLiteral("可用：started、produced。"));
    if (a.months < 0 || a.months > indicators::kCohortMonths)
        return fail(ErrorCode::Usage, QStringLiteral("--months 应为 0 到 %1").arg(indicators::kCohortMonths));
    auto session = openSession(registry, a.scope);
    if (!session)
        return Failure(std::move(session).error());
    const indicators::CohortQuestion question{session->scope.asOf, *by, *of, *event, session->scope.filter};
    const auto table = session->figures->cohorts(session->scope, question);
    if (!table)
        return Failure(table.error());
    Output output{cohortTableJson(*table), cohortTableText(*table) + knownAtText(session->scope)};
    addKnownAt(output.json, session->scope);
    if (a.explain.empty())
        return output;
    auto rows = session->figures->explainCohort(session->scope, question, q(a.explain), a.months);
    if (!rows)
        return Failure(std::move(rows).error());
    if (auto added = addRows(output, *session, *rows); !added)
        return Failure(std::move(added).error());
    return output;
}

struct FunnelArguments {
    ScopeOptions scope;
    std::string explain;
};

Output funnelOutput(const indicators::Funnel &funnel) {
    Json steps = Json::array();
    QList<QStringList> rows;
    for (const auto &level : funnel.levels) {
        const Rate byCount = funnel.countConversion(level.step);
        const Rate byInvestment = funnel.investmentConversion(level.step);
        steps.push_back({{"step", s(key(level.step))},
                         {"count", level.count},
                         {"investment", level.investment},
                         {"without_investment", level.withoutInvestment},
                         {"terminated", level.terminated},
                         {"conversion", fractionJson(byCount)},
                         {"investment_conversion", fractionJson(byInvestment)}});
        rows << QStringList{title(level.step),
                            QString::number(level.count),
                            Money::fromYuan(level.investment).text(MoneyUnit::Yi),
                            byCount.displayText(),
                            byInvestment.displayText(),
                            QString::number(level.terminated)};
    }
    return {{{"as_of", s(funnel.asOf.text())}, {"steps", steps}},
            textTable({QStringLiteral("环节"), QStringLiteral("个数"), QStringLiteral("总投资（亿元）"),
                       QStringLiteral("转化率（个数）"), QStringLiteral("转化率（投资）"),
                       QStringLiteral("其中终止")},
                      rows) +
                QStringLiteral("截至 %1，各环节含已走到后面环节的项目；转化率为本环节 ÷ 上一环节\n")
                    .arg(funnel.asOf.text())};
}

Result<Output> showFunnel(const Registry &registry, const FunnelArguments &a) {
    auto session = openSession(registry, a.scope);
    if (!session)
        return Failure(std::move(session).error());
    const auto funnel = session->figures->funnel(session->scope);
    if (!funnel)
        return Failure(funnel.error());
    Output output = funnelOutput(*funnel);
    output.text += knownAtText(session->scope);
    addKnownAt(output.json, session->scope);
    if (a.explain.empty())
        return output;
    auto step = chosen<FunnelStep>(a.explain, QStringLiteral("--explain"));
    if (!step)
        return Failure(std::move(step).error());
    const auto rows = session->figures->explainFunnel(session->scope, *step);
    if (!rows)
        return Failure(rows.error());
    if (auto added = addRows(output, *session, *rows); !added)
        return Failure(std::move(added).error());
    return output;
}

} // namespace

void addCohortCommands(Registry &registry) {
    auto cohort = kept<CohortArguments>();
    auto *cohortCommand = registry.add("cohort", "按签约时间跟踪落地：签约后 0—24 个月内开工的比率",
                                       [&registry, cohort] { return showCohorts(registry, *cohort); });
    cohort->scope.addTo(cohortCommand);
    cohort->scope.addKnownAtTo(cohortCommand);
    cohortCommand->add_option("--by", cohort->by, "签约时间：quarter、year、campaign");
    cohortCommand->add_option("--of", cohort->of, "跟踪：projects（每个项目一次）、entries（每次入批）");
    cohortCommand->add_option("--event", cohort->event, "started、produced");
    cohortCommand->add_option("--explain", cohort->explain, "列出这一行的项目及理由，如 2024-Q1");
    cohortCommand->add_option("--months", cohort->months, "--explain 到第几个月，0—24");

    auto funnel = kept<FunnelArguments>();
    auto *funnelCommand = registry.add("funnel", "储备、签约、开工、投产、达效各环节的个数、投资和转化率",
                                       [&registry, funnel] { return showFunnel(registry, *funnel); });
    funnel->scope.addTo(funnelCommand);
    funnel->scope.addKnownAtTo(funnelCommand);
    funnelCommand->add_option("--explain", funnel->explain,
                              "列出这一环节的项目及理由：reserved、signed、started、produced、attained");
}

} // namespace yipi::cli
