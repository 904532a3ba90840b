// SPDX-License-Identifier: GPL-3.0-or-later
#include "indicators/rate_result.h"

#include "indicators/rule_words.h"

#include <QRegularExpression>

namespace yipi::indicators {

bool RateResult::isMoney() const {
    return indicators::isMoney(unit);
}

QString RateResult::text() const {
    QString text = rate.displayText(decimals, rounding);
    if (zeros == Zeros::Drop && text.contains(u'.')) {
        static const QRegularExpression kZeros(QStringLiteral("\\.?0+%$"));
        text.replace(kZeros, QStringLiteral("%"));
    }
    return text;
}

const RateResult *GroupResult::rate(const QString &rateId) const {
    const auto found =
        std::find_if(rates.begin(), rates.end(), [&](const auto &r) { return r.id == rateId; });
    return found == rates.end() ? nullptr : &*found;
}

RateResult blankResult(const RateRule &rule, const RuleSet &set) {
    RateResult result;
    result.id = rule.id;
    result.title = rule.title;
    result.unit = rule.weight;
    result.decimals = rule.decimals;
    result.rounding = rule.rounding;
    result.zeros = rule.zeros;
    result.ruleText = ruleText(rule, set);
    return result;
}

std::vector<RateResult> blankResults(const RuleSet &set) {
    std::vector<RateResult> results;
    for (const RateRule &rule : set.rates)
        results.push_back(blankResult(rule, set));
    return results;
}

} // namespace yipi::indicators
