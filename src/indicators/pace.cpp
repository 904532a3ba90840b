// SPDX-License-Identifier: GPL-3.0-or-later
#include "indicators/pace.h"

#include "indicators/rule_words.h"
#include "indicators/sign_days.h"
#include "indicators/standing.h"

#include <limits>
#include <tuple>

namespace yipi::indicators {

namespace {

/// What one project adds to an indicator, and the words for it.
class Actuals {
public:
    Actuals(const Facts &facts, Month asOf)
        : m_facts(facts)
        , m_asOf(asOf)
        , m_firstDay(dayOf(QDate(asOf.year(), 1, 1)))
        , m_lastDay(dayOf(asOf.lastDay()))
        , m_signDays(signDays(facts)) {}

    /// −1 = does not count.
    qint64 of(TargetIndicator indicator, std::uint32_t project) const {
        const ProjectFact &fact = m_facts.projects[project];
        if (indicator == TargetIndicator::AnnualInvestment) {
            const PlanFact *report = latestPlan(fact);
            return report ? report->done : -1;
        }
        const Day day = dayFor(indicator, project);
        if (day < m_firstDay || day > m_lastDay)
            return -1;
        return countsPieces(indicator) ? 1 : std::max<qint64>(fact.investment, 0);
    }

    QString words(TargetIndicator indicator, std::uint32_t project) const;

private:
    Day dayFor(TargetIndicator indicator, std::uint32_t project) const {
        switch (indicator) {
        case TargetIndicator::StartCount:
        case TargetIndicator::StartInvestment:
            return eventDay(m_facts.projects[project], Event::Started);
        case TargetIndicator::ProduceCount:
        case TargetIndicator::ProduceInvestment:
            return eventDay(m_facts.projects[project], Event::Produced);
        default:
            return m_signDays[project].day;
        }
    }

    /// The year's last report up to the as-of month.
    const PlanFact *latestPlan(const ProjectFact &fact) const {
        const PlanFact *latest = nullptr;
        for (std::uint32_t i = fact.planBegin; i < fact.planEnd; ++i) {
            const PlanFact &report = m_facts.plans[i];
            if (report.month <= m_asOf.index() && report.month / 12 == m_asOf.year())
                latest = &report;
        }
        return latest;
    }

    const Facts &m_facts;
    Month m_asOf;
    Day m_firstDay, m_lastDay;
    std::vector<SignDay> m_signDays;
};

QString Actuals::words(TargetIndicator indicator, std::uint32_t project) const {
    const ProjectFact &fact = m_facts.projects[project];
    if (indicator == TargetIndicator::AnnualInvestment) {
        const PlanFact *report = latestPlan(fact);
        return report ? QStringLiteral("%1 上报本年完成投资 %2 万元")
                            .arg(Month::fromIndex(report->month).text(),
                                 Money::fromYuan(report->done).shortText(MoneyUnit::Wan))
                      : QStringLiteral("本年没有上报完成投资，未计入");
    }
    const bool ofStart =
        indicator == TargetIndicator::StartCount || indicator == TargetIndicator::StartInvestment;
    const bool ofSign =
        indicator == TargetIndicator::SignCount || indicator == TargetIndicator::SignInvestment;
    const QString event = title(ofStart ? Event::Started : Event::Produced);
    const Day day = dayFor(indicator, project);
    QString words = ofSign ? signWords(m_facts, m_signDays[project])
                    : day  ? QStringLiteral("%1 %2").arg(isoText(day), event)
                           : QStringLiteral("未%1").arg(event);
    if (day > m_lastDay)
        words += QStringLiteral("，晚于截止日，未计入");
    else if (day != 0 && day < m_firstDay)
        words += QStringLiteral("，不在 %1 年，未计入").arg(m_asOf.year());
    else if (day == 0)
        words += QStringLiteral("，未计入");
    else if (!countsPieces(indicator) && fact.investment < 0)
        words += QStringLiteral("，未填总投资，按 0 计");
    return words;
}

/// Zones whose targets are shown, by index + 1; place 0 is for projects without a zone.
std::vector<bool> shownZones(const Facts &facts, const ProjectFilter &filter) {
    std::vector<bool> shown{filter.zones.empty() && filter.city.isEmpty()};
    for (const Zone &zone : facts.zones)
        shown.push_back((filter.city.isEmpty() || zone.city == filter.city) &&
                        (filter.zones.empty() ||
                         std::find(filter.zones.begin(), filter.zones.end(), zone.id) != filter.zones.end()));
    return shown;
}

std::vector<const TargetFact *> targetsOf(const Facts &facts, Month asOf, const ProjectFilter &filter) {
    const auto shown = shownZones(facts, filter);
    std::vector<const TargetFact *> targets;
    for (const TargetFact &target : facts.targets)
        if (target.year == asOf.year() && shown[static_cast<std::size_t>(target.zone + 1)])
            targets.push_back(&target);
    const auto order = [&](const TargetFact *target) {
        const qint64 zone = target->zone < 0
                                ? std::numeric_limits<qint64>::max()
                                : facts.zones[static_cast<std::size_t>(target->zone)].sortOrder.value_or(
                                      std::numeric_limits<qint64>::max());
        return std::tuple(target->zone < 0, zone, target->zone, target->indicator);
    };
    std::sort(targets.begin(), targets.end(), [&](auto *a, auto *b) { return order(a) < order(b); });
    return targets;
}

std::size_t placeOf(std::int32_t zone, TargetIndicator indicator) {
    return static_cast<std::size_t>(zone + 1) * choicesOf<TargetIndicator>().size() +
           static_cast<std::size_t>(indicator);
}

void addTo(std::vector<PaceLine> &totals, const PaceLine &line) {
    auto total = std::find_if(totals.begin(), totals.end(),
                              [&](const PaceLine &t) { return t.indicator == line.indicator; });
    if (total == totals.end()) {
        total = totals.insert(totals.end(), PaceLine());
        total->indicator = line.indicator;
    }
    total->target += line.target;
    total->actual += line.actual;
    total->expectedThousandths += line.expectedThousandths;
}

} // namespace

bool narrowsWithinZones(const ProjectFilter &filter) {
    ProjectFilter zonesOnly;
    zonesOnly.city = filter.city;
    zonesOnly.zones = filter.zones;
    return filter != zonesOnly;
}

PaceTable paceTable(const Facts &facts, const LightRules &lights, Month asOf, const ProjectFilter &filter) {
    const auto indicators = choicesOf<TargetIndicator>().size();
    std::vector<qint64> done((facts.zones.size() + 1) * indicators, 0);
    const Actuals actuals(facts, asOf);
    const FilterMatcher matcher(facts, filter, asOf.lastDay());
    for (std::uint32_t i = 0; i < facts.projects.size(); ++i) {
        if (!matcher.matches(i))
            continue;
        for (std::size_t k = 0; k < indicators; ++k) {
            const auto indicator = static_cast<TargetIndicator>(k);
            done[placeOf(facts.projects[i].zone, indicator)] += std::max<qint64>(actuals.of(indicator, i), 0);
        }
    }
    PaceTable table{asOf, {}, {}};
    for (const TargetFact *target : targetsOf(facts, asOf, filter)) {
        PaceLine line;
        if (target->zone >= 0) {
            line.zone = facts.zones[static_cast<std::size_t>(target->zone)].id;
            line.name = facts.zones[static_cast<std::size_t>(target->zone)].name;
        } else {
            line.name = QStringLiteral("未填");
        }
        line.indicator = target->indicator;
        line.target = target->value;
        line.actual = done[placeOf(target->zone, target->indicator)];
        line.expectedThousandths =
            target->value * target->paceTenths.at(static_cast<std::size_t>(asOf.month() - 1));
        line.light = lights.ofPace(line.completion(), line.pace());
        addTo(table.totals, line);
        table.zones.push_back(std::move(line));
    }
    for (PaceLine &total : table.totals)
        total.light = lights.ofPace(total.completion(), total.pace());
    std::sort(table.totals.begin(), table.totals.end(),
              [](const PaceLine &a, const PaceLine &b) { return a.indicator < b.indicator; });
    return table;
}

Result<CountedRows> explainTarget(const Facts &facts, TargetIndicator indicator, Month asOf,
                                  const ProjectFilter &filter) {
    std::vector<bool> hasTarget(facts.zones.size() + 1, false);
    for (const TargetFact *target : targetsOf(facts, asOf, filter))
        if (target->indicator == indicator)
            hasTarget[static_cast<std::size_t>(target->zone + 1)] = true;
    if (std::find(hasTarget.begin(), hasTarget.end(), true) == hasTarget.end())
        return fail(ErrorCode::NotFound,
                    QStringLiteral("%1 年没有下达%2目标。").arg(asOf.year()).arg(yipi::title(indicator)),
                    QStringLiteral("请先录入任务目标，或换一个指标、年份。"));
    const Actuals actuals(facts, asOf);
    const FilterMatcher matcher(facts, filter, asOf.lastDay());
    CountedRows rows;
    for (std::uint32_t i = 0; i < facts.projects.size(); ++i) {
        if (!matcher.matches(i))
            continue;
        CountedRow row{facts.projects[i].id, 0, false, 0, actuals.words(indicator, i)};
        const qint64 value = actuals.of(indicator, i);
        row.counts = value >= 0 && hasTarget[static_cast<std::size_t>(facts.projects[i].zone + 1)];
        if (value >= 0 && !row.counts)
            row.why += QStringLiteral("，所在开发区没有下达这项目标，未计入");
        row.value = row.counts ? value : 0;
        (row.counts ? rows.included : rows.excluded).push_back(std::move(row));
    }
    return rows;
}

} // namespace yipi::indicators
