// SPDX-License-Identifier: GPL-3.0-or-later
#include "indicators/funnel.h"

#include "indicators/rule_words.h"
#include "indicators/sign_days.h"
#include "indicators/standing.h"

namespace yipi {

template <>
std::span<const Choice> choicesOf<indicators::FunnelStep>() {
    static const std::array<Choice, 5> c{{{QStringLiteral("reserved"), QStringLiteral("储备")},
                                          {QStringLiteral("signed"), QStringLiteral("签约")},
                                          {QStringLiteral("started"), QStringLiteral("开工")},
                                          {QStringLiteral("produced"), QStringLiteral("投产")},
                                          {QStringLiteral("attained"), QStringLiteral("达效")}}};
    return c;
}

} // namespace yipi

namespace yipi::indicators {

namespace {

/// The day each step is reached, 0 = not; each no later than the steps after it.
using StepDays = std::array<Day, kFunnelSteps>;

StepDays stepDays(const ProjectFact &project, const SignDay &sign) {
    StepDays days{0, 0, eventDay(project, Event::Started), eventDay(project, Event::Produced),
                  eventDay(project, Event::Attained)};
    days[1] = earlier(sign.day, days[2]);
    days[0] = project.reserved ? earlier(project.reserved, days[1]) : Day(1);
    return days;
}

Day dayAt(const StepDays &days, FunnelStep step) {
    return days[static_cast<std::size_t>(step)];
}

bool isReached(Day day, Day asOf) {
    return day != 0 && day <= asOf;
}

QString stepWords(const Facts &facts, const ProjectFact &project, const SignDay &sign, FunnelStep step,
                  Day asOf) {
    const StepDays days = stepDays(project, sign);
    const Day day = dayAt(days, step);
    if (step == FunnelStep::Reserved && project.reserved == 0)
        return QStringLiteral("在台账中，没有储备日期");
    if (!isReached(day, asOf))
        return day == 0 ? QStringLiteral("未%1").arg(title(step))
                        : QStringLiteral("未%2（%1 %2，晚于截止日）").arg(isoText(day), title(step));
    // Which of the later steps proves this one.
    auto proof = static_cast<std::size_t>(step);
    const StepDays own{project.reserved, sign.day, project.start, project.produce, project.attain};
    while (proof + 1 < own.size() && own[proof] != day)
        ++proof;
    const auto proven = static_cast<FunnelStep>(proof);
    if (proven == step)
        return step == FunnelStep::Signed ? signWords(facts, sign)
                                          : QStringLiteral("%1 %2").arg(isoText(day), title(step));
    return QStringLiteral("%1 %2，视同已%3").arg(isoText(day), title(proven), title(step));
}

} // namespace

Rate Funnel::countConversion(FunnelStep step) const {
    return step == FunnelStep::Reserved
               ? Rate()
               : Rate(level(step).count, levels[static_cast<std::size_t>(step) - 1].count);
}

Rate Funnel::investmentConversion(FunnelStep step) const {
    return step == FunnelStep::Reserved
               ? Rate()
               : Rate(level(step).investment, levels[static_cast<std::size_t>(step) - 1].investment);
}

Funnel funnel(const Facts &facts, Month asOf, const ProjectFilter &filter) {
    Funnel result;
    result.asOf = asOf;
    for (std::size_t i = 0; i < kFunnelSteps; ++i)
        result.levels[i].step = static_cast<FunnelStep>(i);
    const Day lastDay = dayOf(asOf.lastDay());
    const auto signs = signDays(facts);
    const FilterMatcher matcher(facts, filter, asOf.lastDay());
    for (std::uint32_t i = 0; i < facts.projects.size(); ++i) {
        if (!matcher.matches(i))
            continue;
        const ProjectFact &project = facts.projects[i];
        const StepDays days = stepDays(project, signs[i]);
        for (std::size_t step = 0; step < kFunnelSteps && isReached(days[step], lastDay); ++step) {
            FunnelLevel &level = result.levels[step];
            ++level.count;
            level.investment += std::max<qint64>(project.investment, 0);
            level.withoutInvestment += project.investment < 0 ? 1 : 0;
            level.terminated += isReached(project.terminated, lastDay) ? 1 : 0;
        }
    }
    return result;
}

CountedRows explainFunnel(const Facts &facts, FunnelStep step, Month asOf, const ProjectFilter &filter) {
    const Day lastDay = dayOf(asOf.lastDay());
    const auto signs = signDays(facts);
    const FilterMatcher matcher(facts, filter, asOf.lastDay());
    CountedRows rows;
    for (std::uint32_t i = 0; i < facts.projects.size(); ++i) {
        if (!matcher.matches(i))
            continue;
        const ProjectFact &project = facts.projects[i];
        const bool reached = isReached(dayAt(stepDays(project, signs[i]), step), lastDay);
        CountedRow row{project.id, 0, reached, reached ? std::max<qint64>(project.investment, 0) : 0,
                       stepWords(facts, project, signs[i], step, lastDay)};
        if (reached && project.investment < 0)
            row.why += QStringLiteral("（未填总投资，金额按 0 计）");
        if (isReached(project.terminated, lastDay))
            row.why += QStringLiteral("（%1 已终止）").arg(isoText(project.terminated));
        (reached ? rows.included : rows.excluded).push_back(std::move(row));
    }
    return rows;
}

} // namespace yipi::indicators
