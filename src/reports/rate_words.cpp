// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/rate_words.h"

namespace yipi::reports {

namespace {

QString verb(indicators::Event event) {
    switch (event) {
    case indicators::Event::Started:
        return QStringLiteral("开工");
    case indicators::Event::Produced:
        return QStringLiteral("投产");
    case indicators::Event::Attained:
        return QStringLiteral("达效");
    case indicators::Event::InStatistics:
        return QStringLiteral("入库纳统");
    }
    return {};
}

} // namespace

RateWords wordsOf(const indicators::RateResult &rate, const indicators::RuleSet *rules) {
    const indicators::RateRule *rule = rules ? rules->rate(rate.id) : nullptr;
    if (!rule)
        return {QStringLiteral("分母"), QStringLiteral("分子")};
    const QString due = QStringLiteral("应") + verb(rule->event);
    const QString done = QStringLiteral("已") + verb(rule->event);
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
