// SPDX-License-Identifier: GPL-3.0-or-later
// Reads "lights" and "overdue" of rule files, and the presets of data/lights (docs/indicators.md).
#include "indicators/json_reader.h"
#include "indicators/light_rules.h"

#include <QStringList>

namespace yipi::indicators {

namespace {

constexpr qsizetype kLargestLightsFile = 100'000;
constexpr std::size_t kMostLightRules = 100;
constexpr int kMostDaysLate = 3650;
constexpr int kMostMonthsLate = 120;
constexpr int kMostPercent = 1000;

int mostOf(LightMeasure measure) {
    switch (measure) {
    case LightMeasure::MonthsOverdue:
        return kMostMonthsLate;
    case LightMeasure::PointsBehind:
    case LightMeasure::PercentOfPace:
        return kMostPercent;
    case LightMeasure::DaysOverdue:
    case LightMeasure::DueThisMonth:
        break;
    }
    return kMostDaysLate;
}

/// The one limit that the measure asks for: at_least or more_than, below, or none.
void readLimit(JsonReader &in, LightRule &rule) {
    const int most = mostOf(rule.measure);
    const int atLeast = in.integer("at_least", 0, 0, most);
    const int moreThan = in.integer("more_than", 0, 0, most);
    const int below = in.integer("below", 0, 1, most);
    const bool isPercent = rule.measure == LightMeasure::PercentOfPace;
    const bool takesNone = rule.measure == LightMeasure::DueThisMonth;
    for (const char *name : {"at_least", "more_than"})
        if (in.has(name) && (isPercent || takesNone))
            in.refuse(name, QStringLiteral("不能与 when: %1 同用").arg(key(rule.measure)));
    if (in.has("below") && !isPercent)
        in.refuse("below", QStringLiteral("只与 when: percent_of_pace 同用"));
    if (isPercent && !in.has("below"))
        in.refuse("below", QStringLiteral("when 为 percent_of_pace 时必须填写"));
    if (!isPercent && !takesNone && in.has("at_least") == in.has("more_than"))
        in.refuse("at_least", QStringLiteral("at_least、more_than 应填写一项，且只填一项"));
    rule.isStrict = in.has("more_than");
    rule.limit = isPercent ? below : rule.isStrict ? moreThan : atLeast;
}

LightRule readLightRule(JsonReader &in) {
    LightRule rule;
    for (const char *name : {"subject", "when", "light"})
        if (!in.has(name))
            in.refuse(name, QStringLiteral("必须填写"));
    rule.subject = in.choice("subject", LightSubject::NotStarted);
    rule.measure = in.choice("when", LightMeasure::DaysOverdue);
    rule.light = in.choice("light", Light::Yellow);
    if (rule.light == Light::Done)
        in.refuse("light", QStringLiteral("灰灯只用于已终止的项目，不能设定"), key(rule.light));
    const bool ofPace =
        rule.measure == LightMeasure::PointsBehind || rule.measure == LightMeasure::PercentOfPace;
    if (ofPace != (rule.subject == LightSubject::Pace))
        in.refuse("when", ofPace ? QStringLiteral("只用于 subject: pace")
                                 : QStringLiteral("subject 为 pace 时应写 points_behind 或 percent_of_pace"));
    readLimit(in, rule);
    in.finish();
    return rule;
}

void readEscalation(JsonReader &in, std::vector<EscalationStep> &steps) {
    if (!in.has("escalation"))
        return;
    steps.clear();
    for (JsonReader &row : in.objects("escalation", choicesOf<Escalation>().size() - 1)) {
        EscalationStep step;
        if (!row.has("level"))
            row.refuse("level", QStringLiteral("必须填写"));
        step.level = row.choice("level", Escalation::Officer);
        if (step.level == Escalation::None)
            row.refuse("level", QStringLiteral("应为 officer、zone、patron 或 city"), key(step.level));
        step.title = row.text("title");
        if (step.title.isEmpty())
            step.title = yipi::title(step.level);
        if (!row.has("from_days"))
            row.refuse("from_days", QStringLiteral("必须填写"));
        step.fromDays = row.integer("from_days", 0, 0, kMostDaysLate);
        if (!steps.empty() && (step.level <= steps.back().level || step.fromDays <= steps.back().fromDays))
            row.refuse("from_days", QStringLiteral("应由下级到上级、天数由少到多依次写"),
                       QString::number(step.fromDays));
        row.finish();
        steps.push_back(std::move(step));
    }
}

LightRules readTable(JsonReader &in) {
    LightRules lights = LightRules::byDays(1, 91);
    if (in.has("rules")) {
        for (const char *name : {"yellow_days", "red_days"})
            if (in.has(name))
                in.refuse(name, QStringLiteral("不能与 rules 同用，请写进 rules"));
        lights.rules.clear();
        for (JsonReader &row : in.objects("rules", kMostLightRules))
            lights.rules.push_back(readLightRule(row));
    } else {
        const int yellow = in.integer("yellow_days", 1, 0, kMostDaysLate);
        const int red = in.integer("red_days", 91, 0, kMostDaysLate);
        if (red < yellow)
            in.refuse("red_days", QStringLiteral("不能小于 yellow_days"), QString::number(red));
        lights = LightRules::byDays(yellow, red);
    }
    lights.name = in.text("name");
    lights.note = in.text("note");
    readEscalation(in, lights.escalation);
    in.finish();
    return lights;
}

QString presetNames(const LightPresets &presets) {
    QStringList names;
    for (const auto &[name, lights] : presets)
        names << name;
    return names.isEmpty() ? QStringLiteral("没有找到任何一套，请检查程序的 data/lights 文件夹")
                           : QStringLiteral("可以写 %1").arg(names.join(QStringLiteral("、")));
}

} // namespace

LightRules readLights(JsonReader &in, const LightPresets &presets) {
    if (!in.isText("lights")) {
        JsonReader table = in.object("lights");
        return readTable(table);
    }
    const QString name = in.text("lights", true);
    const auto preset = presets.find(name);
    if (preset != presets.end())
        return preset->second;
    in.refuse("lights", QStringLiteral("没有名为“%1”的灯，%2").arg(name.left(40), presetNames(presets)),
              name);
    return LightRules::byDays(1, 91);
}

Result<LightRules> parseLightRules(const QByteArray &file, const QString &fileName) {
    std::optional<JsonProblem> problem;
    LightRules lights;
    if (file.size() > kLargestLightsFile) {
        problem = JsonProblem{{}, QStringLiteral("文件太大，亮灯规则不超过 100 KB"), {}};
    } else if (const auto document = parseJson(file, problem)) {
        JsonReader in(*document, {}, problem);
        lights = readTable(in);
        if (lights.name.isEmpty())
            in.refuse("name", QStringLiteral("必须填写"));
    }
    if (!problem)
        return lights;
    const QString where = problem->path.isEmpty() ? QStringLiteral("整个文件") : problem->path;
    Failure failure = fail(ErrorCode::InvalidValue, QStringLiteral("%1：%2。").arg(where, problem->reason),
                           QStringLiteral("请修改亮灯规则文件后再用。"));
    failure.value().place.file = fileName;
    failure.value().place.field = where;
    failure.value().value = problem->found;
    return failure;
}

std::vector<OverdueKindRule> readOverdueKinds(JsonReader &in) {
    if (!in.has("overdue"))
        return usualOverdueKinds();
    std::vector<OverdueKindRule> kinds;
    for (JsonReader &row : in.objects("overdue", choicesOf<OverdueKind>().size())) {
        if (!row.has("kind"))
            row.refuse("kind", QStringLiteral("必须填写：not_started、not_produced 或 not_attained"));
        const auto kind = row.choice("kind", OverdueKind::NotStarted);
        if (std::any_of(kinds.begin(), kinds.end(), [&](const auto &k) { return k.kind == kind; }))
            row.refuse("kind", QStringLiteral("写了两次"), key(kind));
        const QString name = row.text("title");
        kinds.push_back({kind, name.isEmpty() ? title(kind) : name});
        row.finish();
    }
    return kinds;
}

} // namespace yipi::indicators
