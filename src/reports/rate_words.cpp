// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/rate_words.h"

#include "indicators/rule_words.h"

namespace yipi::reports {

RateWords wordsOf(const indicators::RateResult &rate, const indicators::RuleSet *rules) {
    const indicators::RateRule *rule = rules ? rules->rate(rate.id) : nullptr;
    if (!rule)
        return {QStringLiteral("分母"), QStringLiteral("分子")};
    const QString due = indicators::denominatorTitle(*rule);
    const QString done = QStringLiteral("已") + indicators::title(rule->event);
    switch (rate.unit) {
    case indicators::Weight::Output:
        return {QStringLiteral("预期年产值"), QStringLiteral("实际年产值")};
    case indicators::Weight::Investment:
        return {due + QStringLiteral("投资额"), done + QStringLiteral("投资额")};
    case indicators::Weight::Count:
        break;
    }
    return {due, done};
}

} // namespace yipi::reports
