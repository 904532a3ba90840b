// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/figure_session.h"
#include "cli/rate_changes.h"
#include "cli/records.h"

namespace yipi::cli {

namespace {

using indicators::BatchTotal;
using indicators::GroupBy;
using indicators::GroupResult;
using indicators::RateResult;
using indicators::RateTable;

Json groupJson(const GroupResult &group, const RateChanges &changes) {
    Json rates = Json::object();
    for (std::size_t r = 0; r < group.rates.size(); ++r) {
        Json rate = rateJson(group.rates[r]);
        rate["last_month"] = orNull(changes.lastMonth[qsizetype(r)]);
        rate["last_year"] = orNull(changes.lastYear[qsizetype(r)]);
        rates[s(group.rates[r].id)] = rate;
    }
    Json json{{"key", s(group.key)},
              {"counts",
               {{"sign", group.sign.count}, {"start", group.start.count}, {"produce", group.produce.count}}},
              {"investment",
               {{"sign", group.sign.investment},
                {"start", group.start.investment},
                {"produce", group.produce.investment}}},
              {"rates", rates}};
    if (!group.key2.isEmpty())
        json["key2"] = s(group.key2);
    return json;
}

/// Rates that say something somewhere: a set carries some for which an office keeps no data.
std::vector<std::size_t> knownRates(const RateTable &table) {
    std::vector<std::size_t> known;
    for (std::size_t r = 0; r < table.total.rates.size(); ++r) {
        const auto says = [r](const GroupResult &group) {
            return group.rates[r].rate.num() != 0 || group.rates[r].rate.den() != 0;
        };
        if (says(table.total) || std::any_of(table.groups.begin(), table.groups.end(), says))
            known.push_back(r);
    }
    if (known.empty()) // a row of dashes says more than no column
        for (std::size_t r = 0; r < table.total.rates.size(); ++r)
            known.push_back(r);
    return known;
}

QString changeText(const RateChanges &changes, std::size_t rate) {
    const auto text = [&](const QString &points) { return points.isEmpty() ? QStringLiteral("—") : points; };
    return text(changes.lastMonth[qsizetype(rate)]) + u'/' + text(changes.lastYear[qsizetype(rate)]);
}

/// With the changes in a series of months; beside other groups they would make the table too wide.
QString ratesText(const ChangingRates &rates, bool isTrend) {
    const RateTable &table = rates.table;
    QStringList header{QStringLiteral("分组"), QStringLiteral("签约"), QStringLiteral("开工"),
                       QStringLiteral("投产")};
    const std::vector<std::size_t> known = knownRates(table);
    for (const std::size_t r : known) {
        header << table.total.rates[r].title << QStringLiteral("分子/分母");
        if (isTrend)
            header << QStringLiteral("较上月/上年同月");
    }
    QList<QStringList> rows;
    const auto add = [&](const GroupResult &group, const QString &name, const RateChanges &changes) {
        QStringList row{name, QString::number(group.sign.count), QString::number(group.start.count),
                        QString::number(group.produce.count)};
        for (const std::size_t r : known) {
            const RateResult &rate = group.rates[r];
            row << rate.text() << partsText(rate);
            if (isTrend)
                row << changeText(changes, r);
        }
        rows << row;
    };
    for (std::size_t i = 0; i < table.groups.size(); ++i) {
        const GroupResult &group = table.groups[i];
        add(group, group.key2.isEmpty() ? group.key : group.key + QStringLiteral(" · ") + group.key2,
            rates.groups[i]);
    }
    add(table.total, QStringLiteral("合计"), rates.total);
    QString text = textTable(header, rows) +
                   QStringLiteral("截至 %1，口径：%2\n").arg(table.asOf.text(), table.rulesName);
    if (!table.notice.isEmpty())
        text += table.notice + u'\n';
    for (const std::size_t r : known)
        text += QStringLiteral("%1：%2\n").arg(table.total.rates[r].title, table.total.rates[r].ruleText);
    return text;
}

struct RatesArguments {
    ScopeOptions scope;
    std::string by = "none", from;
};

Result<Output> showRates(const Registry &registry, const RatesArguments &a) {
    auto by = indicators::parseCut(q(a.by));
    if (!by)
        return Failure(std::move(by).error());
    auto session = openSession(registry, a.scope);
    if (!session)
        return Failure(std::move(session).error());
    // A month is a month-end, alone or for each group.
    const bool isTrend = by->first == GroupBy::Month || by->second == GroupBy::Month;
    Result<ChangingRates> rates;
    if (isTrend) {
        Month first = session->scope.asOf.plus(-11);
        if (!a.from.empty()) {
            auto month = monthFrom(a.from, QStringLiteral("--from"));
            if (!month)
                return Failure(std::move(month).error());
            first = *month;
        }
        rates = changingTrend(*session->figures, session->scope, first,
                              by->first == GroupBy::Month ? by->second : by->first);
    } else {
        rates = changingRates(*session->figures, session->scope, *by);
    }
    if (!rates)
        return Failure(std::move(rates).error());
    const RateTable *table = &rates->table;
    Json groups = Json::array();
    for (std::size_t i = 0; i < table->groups.size(); ++i)
        groups.push_back(groupJson(table->groups[i], rates->groups[i]));
    Json total = groupJson(table->total, rates->total);
    Output output{{{"as_of", s(table->asOf.text())},
                   {"rules", {{"id", s(table->rulesId)}, {"name", s(table->rulesName)}}},
                   {"by", a.by},
                   {"groups", groups},
                   {"total", total}},
                  ratesText(*rates, isTrend) + knownAtText(session->scope)};
    if (!table->notice.isEmpty())
        output.json["notice"] = s(table->notice);
    addKnownAt(output.json, session->scope);
    return output;
}

struct ExplainArguments {
    ScopeOptions scope;
    std::string rate;
};

Result<Output> explainRate(const Registry &registry, const ExplainArguments &a) {
    auto session = openSession(registry, a.scope);
    if (!session)
        return Failure(std::move(session).error());
    auto explanation = session->figures->explain(session->scope, q(a.rate));
    if (!explanation)
        return Failure(std::move(explanation).error());
    Output output;
    const RateResult &rate = explanation->rate;
    output.text = QStringLiteral("%1 %2（%3%4）\n%5\n%6\n")
                      .arg(rate.title, rate.text(), partsText(rate),
                           rate.isMoney() ? QStringLiteral(" 亿元") : QString(), rate.ruleText,
                           knownAtText(session->scope));
    output.json = {{"rate", rateJson(rate)}, {"rule", s(rate.ruleText)}};
    if (auto added = addEntries(output, *session, *explanation); !added)
        return Failure(std::move(added).error());
    addKnownAt(output.json, session->scope);
    return output;
}

struct SummaryArguments {
    ScopeOptions scope;
    std::string campaign;
};

Result<Output> summarise(const Registry &registry, const SummaryArguments &a) {
    auto session = openSession(registry, a.scope);
    if (!session)
        return Failure(std::move(session).error());
    const auto known = session->figures->facts(session->scope);
    if (!known)
        return Failure(known.error());
    std::optional<CampaignKey> campaign = CampaignKey::parse(q(a.campaign));
    if (a.campaign.empty()) {
        const auto atHand = session->figures->campaignAtHand(session->scope);
        if (!atHand)
            return Failure(atHand.error());
        if (*atHand)
            campaign = (*atHand)->summary.campaign;
    }
    if (!campaign)
        return fail(ErrorCode::Usage, QStringLiteral("没有指定活动，或“%1”读不懂").arg(q(a.campaign)),
                    QStringLiteral("写法如 --campaign 2024-3。"));
    const auto &list = (*known)->campaigns;
    if (std::none_of(list.begin(), list.end(), [&](const Campaign &c) { return c.key() == *campaign; }))
        return fail(ErrorCode::NotFound, QStringLiteral("台账中没有活动 %1").arg(campaign->text()));
    const auto found = session->figures->summary(session->scope, *campaign);
    if (!found)
        return Failure(found.error());
    const auto &summary = *found;
    Json batches = Json::object();
    QList<QStringList> rows;
    const std::pair<Batch, const BatchTotal *> lists[]{
        {Batch::Sign, &summary.sign}, {Batch::Start, &summary.start}, {Batch::Produce, &summary.produce}};
    for (const auto &[batch, total] : lists) {
        batches[s(key(batch))] = {
            {"count", total->count}, {"investment", total->investment}, {"expected_output", total->output}};
        rows << QStringList{title(batch), QString::number(total->count),
                            Money::fromYuan(total->investment).text(MoneyUnit::Yi),
                            Money::fromYuan(total->output).text(MoneyUnit::Yi)};
    }
    Output output{{{"campaign", s(campaign->text())},
                   {"batches", batches},
                   {"over_100m", summary.over100m},
                   {"strategic", summary.strategic}},
                  textTable({campaign->text(), QStringLiteral("个数"), QStringLiteral("总投资（亿元）"),
                             QStringLiteral("预计年产值（亿元）")},
                            rows) +
                      QStringLiteral("亿元以上 %1 个，战略性新兴产业 %2 个\n")
                          .arg(summary.over100m)
                          .arg(summary.strategic) +
                      knownAtText(session->scope)};
    addKnownAt(output.json, session->scope);
    return output;
}

} // namespace

void addFigureCommands(Registry &registry) {
    auto rates = kept<RatesArguments>();
    auto *ratesCommand =
        registry.add("rates", "三率及按期率", [&registry, rates] { return showRates(registry, *rates); });
    rates->scope.addTo(ratesCommand);
    rates->scope.addKnownAtTo(ratesCommand);
    ratesCommand->add_option(
        "--by", rates->by,
        "分组：none、city、zone、category、county、chain、campaign、batch、industry、strategic、size、month；"
        "两项同时用逗号隔开，如 zone,chain");
    ratesCommand->add_option("--from", rates->from, "--by month（或 zone,month）的起始月份");

    auto explain = kept<ExplainArguments>();
    auto *explainCommand = registry.add("explain", "一个率的来历：计入和未计入的每一行及理由",
                                        [&registry, explain] { return explainRate(registry, *explain); });
    explain->scope.addTo(explainCommand);
    explain->scope.addKnownAtTo(explainCommand);
    explainCommand->add_option("--rate", explain->rate, "start、produce、attain、on_time_start …")
        ->required();

    auto summary = kept<SummaryArguments>();
    auto *summaryCommand = registry.add("summary", "一次活动的个数、投资、产值",
                                        [&registry, summary] { return summarise(registry, *summary); });
    summary->scope.addTo(summaryCommand);
    summary->scope.addKnownAtTo(summaryCommand);
    summaryCommand->add_option("--campaign", summary->campaign, "活动期次，如 2024-3");
}

} // namespace yipi::cli
