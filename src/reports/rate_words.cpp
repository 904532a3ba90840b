// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/rate_words.h"

#include "indicators/rule_words.h"

namespace yipi::reports {

RateWords wordsOf(const indicators::RateResult &rate, const indicators::RuleSet *rules) {
    const indicators::RateRule *rule = rules ? rules->rate(rate.id) : nullptr;
    if (!rule)
        return {QStringLiteral("分母"), QStringLiteral("分子")};
    using indicators::ReportedValue;
    if (rule->population == indicators::Population::Targets)
        return {indicators::title(rule->target) + QStringLiteral("任务"), QStringLiteral("已完成")};
    switch (indicators::reportedValue(*rule)) {
    case ReportedValue::Output:
        return {QStringLiteral("预期年产值"), QStringLiteral("实际年产值")};
    case ReportedValue::Funds:
        return {QStringLiteral("申报投资额"), QStringLiteral("到位资金")};
    case ReportedValue::YearInvestment:
        return {QStringLiteral("年度计划投资"), QStringLiteral("完成投资")};
    case ReportedValue::None:
        break;
    }
    const QString unit = rate.isMoney() ? QStringLiteral("投资额") : QString();
    return {indicators::denominatorTitle(*rule) + unit,
            QStringLiteral("已") + indicators::title(rule->event) + unit};
}

} // namespace yipi::reports
