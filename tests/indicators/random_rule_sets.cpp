// SPDX-License-Identifier: GPL-3.0-or-later
#include "random_rule_sets.h"

#include "engine_side.h"
#include "indicators/rule_words.h"

#include <QDir>
#include <QFile>

namespace yipi::indicators {

namespace {

QString someText(Random &random, const char *begin) {
    return QString::fromUtf8(begin) + QString::number(number(random, 0, 99)) +
           QString::fromUtf8(oneOf<const char *>(random, {"", "“引号\"\\", "　全角", "<&>"}));
}

LightRule someLightRule(Random &random) {
    LightRule rule;
    rule.subject = static_cast<LightSubject>(number(random, 0, int(choicesOf<LightSubject>().size()) - 1));
    rule.measure = rule.subject == LightSubject::Pace
                       ? oneOf(random, {LightMeasure::PointsBehind, LightMeasure::PercentOfPace})
                       : oneOf(random, {LightMeasure::DaysOverdue, LightMeasure::MonthsOverdue,
                                        LightMeasure::DueThisMonth});
    const bool hasLimit = rule.measure != LightMeasure::DueThisMonth;
    rule.limit = hasLimit ? number(random, 1, 120) : 0;
    rule.isStrict = hasLimit && rule.measure != LightMeasure::PercentOfPace && chance(random, 50);
    rule.light = oneOf(random, {Light::Green, Light::Yellow, Light::Red});
    return rule;
}

LightRules someLights(Random &random, const LightPresets &presets) {
    if (!presets.empty() && chance(random, 30))
        return std::next(presets.begin(), number(random, 0, int(presets.size()) - 1))->second;
    const int yellow = number(random, 0, 60);
    LightRules lights = LightRules::byDays(yellow, yellow + number(random, 0, 90));
    if (chance(random, 40)) {
        lights.rules.clear();
        for (int i = number(random, 0, 6); i > 0; --i)
            lights.rules.push_back(someLightRule(random));
    }
    if (chance(random, 30))
        lights.name = someText(random, "灯");
    if (chance(random, 30))
        lights.note = someText(random, "说明");
    if (chance(random, 40)) {
        lights.escalation.clear();
        int days = 0;
        for (int level = 1; level <= int(Escalation::City); ++level)
            if (chance(random, 60)) {
                days += number(random, 1, 90);
                const auto step = static_cast<Escalation>(level);
                lights.escalation.push_back(
                    {step, chance(random, 50) ? title(step) : someText(random, "级"), days});
            }
    }
    return lights;
}

std::vector<OverdueKindRule> someKinds(Random &random) {
    std::vector<OverdueKindRule> kinds = usualOverdueKinds();
    std::shuffle(kinds.begin(), kinds.end(), random);
    kinds.resize(std::size_t(number(random, 0, 3)));
    for (OverdueKindRule &kind : kinds)
        if (chance(random, 50))
            kind.title = someText(random, "类");
    return kinds;
}

void decorate(Random &random, RateRule &rule) {
    if (rule.campaigns != CampaignScope::HeldAtLeastMonths)
        rule.heldAtLeastMonths = 0;
    rule.title = someText(random, "率");
    rule.rounding = oneOf(random, {Rounding::HalfUp, Rounding::Truncate});
    rule.decimals = number(random, 0, 4);
    rule.zeros = oneOf(random, {Zeros::Keep, Zeros::Drop});
    if (chance(random, 30))
        rule.filter = oneOf<QString>(random, {QStringLiteral("总投资 >= 1亿"), QStringLiteral("战新 = 是"),
                                              QStringLiteral("签约时间 < 2024-01-01 且 产业项目 = 是")});
    if (chance(random, 30))
        rule.note = someText(random, "注");
}

} // namespace

RuleSet someRuleSet(Random &random, const LightPresets &presets) {
    RuleSet set = engineRules(someRules(random));
    set.id = QStringLiteral("some-%1").arg(number(random, 1, 99));
    set.name = someText(random, "口径");
    set.version = QString::number(number(random, 1, 9));
    if (chance(random, 50))
        set.description = someText(random, "按文件");
    const Month from(number(random, 2020, 2025), number(random, 1, 12));
    if (chance(random, 40))
        set.effectiveFrom = from;
    if (chance(random, 40))
        set.effectiveTo = from.plus(number(random, 0, 24));
    set.deadlines.graceUnit = oneOf(random, {GraceUnit::Calendar, GraceUnit::Working});
    if (chance(random, 20))
        set.deadlines = {};
    if (chance(random, 70))
        set.lights = someLights(random, presets);
    if (chance(random, 50))
        set.overdue = someKinds(random);
    for (RateRule &rule : set.rates)
        decorate(random, rule);
    return set;
}

LightPresets shippedLights() {
    LightPresets presets;
    const QDir folder(QStringLiteral(YIPI_SOURCE_DIR "/data/lights"));
    for (const QString &name : folder.entryList({QStringLiteral("*.json")})) {
        QFile file(folder.filePath(name));
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        const auto lights = parseLightRules(file.readAll(), name);
        EXPECT_TRUE(lights) << lights.error().text().toStdString();
        if (lights)
            presets[name.chopped(5)] = *lights;
    }
    return presets;
}

} // namespace yipi::indicators
