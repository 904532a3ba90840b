// SPDX-License-Identifier: GPL-3.0-or-later
// Reads and writes the files of data/assessments (docs/assessment.md). As with rule files nothing unknown is
// passed over.
#include "indicators/assessment_scheme.h"
#include "indicators/json_reader.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QStringList>

namespace yipi::indicators {

namespace {

constexpr qsizetype kLargestSchemeFile = 1'000'000;
constexpr std::size_t kMostBands = 20;
constexpr std::size_t kMostBonusEntries = 500;

/// A member that only some forms take.
void refuseUnless(JsonReader &in, bool isTaken, std::initializer_list<const char *> names,
                  const QString &belongsTo) {
    for (const char *name : names)
        if (!isTaken && in.has(name))
            in.refuse(name, QStringLiteral("只与 %1 同用").arg(belongsTo));
}

void readMeasure(JsonReader &in, AssessmentItem &item, const RuleSet *rules) {
    if (!in.has("measure"))
        in.refuse("measure", QStringLiteral("必须填写：rate、target、amount、rate_growth、amount_growth"));
    item.measure = in.choice("measure", AssessmentMeasure::Rate);
    const bool isTarget = item.measure == AssessmentMeasure::Target;
    if (isTarget && !in.has("target"))
        in.refuse("target", QStringLiteral("measure 为 target 时必须填写"));
    item.target = in.choice("target", TargetIndicator::StartCount);
    refuseUnless(in, isTarget, {"target"}, QStringLiteral("measure: target"));
    refuseUnless(in, !isTarget, {"rate"},
                 QStringLiteral("measure: rate、amount、rate_growth、amount_growth"));
    item.rate = in.text("rate", !isTarget);
    if (!rules || isTarget || rules->rate(item.rate))
        return;
    QStringList ids;
    for (const RateRule &known : rules->rates)
        ids << known.id;
    in.refuse("rate",
              QStringLiteral("口径“%1”里没有比率“%2”，可以写 %3")
                  .arg(rules->name, item.rate, ids.join(QStringLiteral("、"))),
              item.rate);
}

void readBands(JsonReader &in, AssessmentItem &item) {
    const std::size_t least = item.form == ScoringForm::Linear ? 2 : 1;
    for (JsonReader &row : in.objects("bands", kMostBands)) {
        ScoreBand band;
        for (const char *name : {"from", "score"})
            if (!row.has(name))
                row.refuse(name, QStringLiteral("必须填写"));
        band.from = row.decimal("from", 0, -kLargestValue, kLargestValue);
        band.score = row.decimal("score", 0, 0, kLargestPoints);
        if (!item.bands.empty() && band.from <= item.bands.back().from)
            row.refuse("from", QStringLiteral("应大于上一行的 %1").arg(item.bands.back().from.text()),
                       band.from.text());
        if (band.score > item.cap)
            row.refuse("score", QStringLiteral("超过了 cap %1").arg(item.cap.text()), band.score.text());
        row.finish();
        item.bands.push_back(band);
    }
    if (item.bands.size() < least)
        in.refuse("bands", QStringLiteral("form 为 %1 时至少要有 %2 行").arg(key(item.form)).arg(least));
}

void readForm(JsonReader &in, AssessmentItem &item) {
    if (!in.has("form"))
        in.refuse("form", QStringLiteral("必须填写：efficacy、completion、steps、linear、rank"));
    item.form = in.choice("form", ScoringForm::Efficacy);
    item.direction = in.choice("direction", ScoringDirection::Higher);
    if (takesTable(item.form) && in.has("direction"))
        in.refuse("direction", QStringLiteral("分档和插值由 bands 表示好坏，请去掉这一项"));
    item.floor = in.decimal("floor", 0, 0, kLargestPoints);
    item.cap = in.decimal("cap", 100, 0, kLargestPoints);
    if (item.cap < item.floor)
        in.refuse("cap", QStringLiteral("小于 floor %1").arg(item.floor.text()), item.cap.text());

    const auto isForm = [&](ScoringForm form) { return item.form == form; };
    refuseUnless(in, isForm(ScoringForm::Efficacy), {"base", "span"}, QStringLiteral("form: efficacy"));
    refuseUnless(in, isForm(ScoringForm::Completion), {"goal"}, QStringLiteral("form: completion"));
    refuseUnless(in, takesTable(item.form), {"bands"}, QStringLiteral("form: steps、linear"));
    refuseUnless(in, isForm(ScoringForm::Rank), {"first", "step"}, QStringLiteral("form: rank"));
    item.base = in.decimal("base", 60, 0, kLargestPoints);
    item.span = in.decimal("span", 40, 0, kLargestPoints);
    if (isForm(ScoringForm::Efficacy) && item.base + item.span > item.cap)
        in.refuse(in.has("span")   ? "span"
                  : in.has("base") ? "base"
                                   : "cap",
                  QStringLiteral("base 与 span 之和 %1 超过了 cap %2")
                      .arg((item.base + item.span).text(), item.cap.text()));
    item.goal = in.decimal("goal", 100, 0, kLargestValue);
    if (isForm(ScoringForm::Completion) && !in.has("goal") && item.measure != AssessmentMeasure::Target)
        in.refuse("goal", QStringLiteral("form 为 completion 时必须填写"));
    if (item.goal <= Decimal(0))
        in.refuse("goal", QStringLiteral("应大于 0"), item.goal.text());
    if (takesTable(item.form))
        readBands(in, item);
    item.first = in.decimal("first", 100, 0, kLargestPoints);
    item.step = in.decimal("step", 5, 0, kLargestPoints);
    if (isForm(ScoringForm::Rank) && item.first > item.cap)
        in.refuse(in.has("first") ? "first" : "cap",
                  QStringLiteral("第 1 名得 %1，超过了 cap %2").arg(item.first.text(), item.cap.text()));
}

AssessmentItem readItem(JsonReader &in, const AssessmentScheme &scheme, const RuleSet *rules) {
    static const QRegularExpression kId(QStringLiteral("\\A[a-z][a-z0-9_]{0,39}\\z"));
    AssessmentItem item;
    item.id = in.text("id", true);
    if (!kId.match(item.id).hasMatch())
        in.refuse("id", QStringLiteral("只能用小写字母、数字和下划线，以字母开头，最多 40 个"), item.id);
    for (const AssessmentItem &earlier : scheme.items)
        if (earlier.id == item.id)
            in.refuse("id", QStringLiteral("与前面的指标重复"), item.id);
    item.title = in.text("title", true);
    readMeasure(in, item, rules);
    if (!in.has("weight"))
        in.refuse("weight", QStringLiteral("必须填写"));
    item.weight = in.decimal("weight", 0, 0, kLargestPoints);
    readForm(in, item);
    item.note = in.text("note");
    in.finish();
    return item;
}

BonusEntry readBonusEntry(JsonReader &in) {
    BonusEntry entry;
    entry.zone = in.text("zone", true);
    entry.title = in.text("title", true);
    if (!in.has("points"))
        in.refuse("points", QStringLiteral("必须填写"));
    entry.points = in.decimal("points", 0, -kLargestPoints, kLargestPoints);
    if (entry.points == Decimal(0))
        in.refuse("points", QStringLiteral("不能为 0：加分写正数，减分写负数"));
    entry.why = in.text("why", true);
    entry.source = in.text("source");
    in.finish();
    return entry;
}

std::optional<Decimal> readCap(JsonReader &in, const char *name) {
    const Decimal cap = in.decimal(name, 0, 0, kLargestPoints);
    return in.has(name) ? std::optional(cap) : std::nullopt;
}

AssessmentScheme readScheme(const nlohmann::json &document, std::span<const RuleSet> ruleSets,
                            std::optional<JsonProblem> &problem) {
    AssessmentScheme scheme;
    JsonReader in(document, {}, problem);
    scheme.name = in.text("name", true);
    scheme.version = in.text("version", true);
    scheme.description = in.text("description");
    scheme.rules = in.text("rules");
    const auto rules = std::find_if(ruleSets.begin(), ruleSets.end(),
                                    [&](const RuleSet &set) { return set.id == scheme.rules; });
    if (!scheme.rules.isEmpty() && rules == ruleSets.end()) {
        QStringList ids;
        for (const RuleSet &set : ruleSets)
            ids << set.id;
        in.refuse("rules",
                  QStringLiteral("没有口径“%1”，可以写 %2").arg(scheme.rules, ids.join(QStringLiteral("、"))),
                  scheme.rules);
    }
    scheme.grouping = in.choice("group", AssessmentGrouping::All);
    scheme.missing = in.choice("missing", MissingValue::Zero);
    for (JsonReader &item : in.objects("items", kMostItems))
        scheme.items.push_back(readItem(item, scheme, rules == ruleSets.end() ? nullptr : &*rules));
    if (scheme.items.empty())
        in.refuse("items", QStringLiteral("应有 1 到 %1 个指标").arg(kMostItems));
    else if (scheme.fullMarks() <= Decimal(0))
        in.refuse("items", QStringLiteral("权重之和应大于 0"));
    for (JsonReader &entry : in.objects("bonus", kMostBonusEntries))
        scheme.bonus.push_back(readBonusEntry(entry));
    scheme.bonusCap = readCap(in, "bonus_cap");
    scheme.malusCap = readCap(in, "malus_cap");
    in.finish();
    return scheme;
}

using OrderedJson = nlohmann::ordered_json;

/// A number of at most four decimals has the shortest text of its nearest double: it comes back as written.
OrderedJson numberJson(Decimal number) {
    const QString text = number.text();
    return text.contains(u'.') ? OrderedJson(text.toDouble()) : OrderedJson(text.toLongLong());
}

void writeForm(OrderedJson &out, const AssessmentItem &item) {
    out["form"] = key(item.form).toStdString();
    if (item.direction != ScoringDirection::Higher && !takesTable(item.form))
        out["direction"] = key(item.direction).toStdString();
    switch (item.form) {
    case ScoringForm::Efficacy:
        out["base"] = numberJson(item.base);
        out["span"] = numberJson(item.span);
        break;
    case ScoringForm::Completion:
        out["goal"] = numberJson(item.goal);
        break;
    case ScoringForm::Steps:
    case ScoringForm::Linear:
        out["bands"] = OrderedJson::array();
        for (const ScoreBand &band : item.bands)
            out["bands"].push_back({{"from", numberJson(band.from)}, {"score", numberJson(band.score)}});
        break;
    case ScoringForm::Rank:
        out["first"] = numberJson(item.first);
        out["step"] = numberJson(item.step);
        break;
    }
    if (item.floor != Decimal(0))
        out["floor"] = numberJson(item.floor);
    if (item.cap != Decimal(100))
        out["cap"] = numberJson(item.cap);
}

/// Optional texts are left out when empty.
void writeText(OrderedJson &out, const char *name, const QString &text) {
    if (!text.isEmpty())
        out[name] = text.toStdString();
}

OrderedJson itemJson(const AssessmentItem &item) {
    OrderedJson out{{"id", item.id.toStdString()},
                    {"title", item.title.toStdString()},
                    {"measure", key(item.measure).toStdString()}};
    if (item.measure == AssessmentMeasure::Target)
        out["target"] = key(item.target).toStdString();
    else
        out["rate"] = item.rate.toStdString();
    out["weight"] = numberJson(item.weight);
    writeForm(out, item);
    writeText(out, "note", item.note);
    return out;
}

} // namespace

Result<AssessmentScheme> parseAssessmentScheme(const QByteArray &json, const QString &fileName,
                                               std::span<const RuleSet> ruleSets) {
    std::optional<JsonProblem> problem;
    AssessmentScheme scheme;
    if (json.size() > kLargestSchemeFile)
        problem = JsonProblem{{}, QStringLiteral("文件太大，考核方案文件不超过 1 MB"), {}};
    else if (const auto document = parseJson(json, problem))
        scheme = readScheme(*document, ruleSets, problem);
    if (!problem) {
        scheme.id = QFileInfo(fileName).completeBaseName();
        return scheme;
    }
    const QString where = problem->path.isEmpty() ? QStringLiteral("整个文件") : problem->path;
    Failure failure = fail(ErrorCode::InvalidValue, QStringLiteral("%1：%2。").arg(where, problem->reason),
                           QStringLiteral("请修改考核方案后再用。"));
    failure.value().place.file = fileName;
    failure.value().place.field = where;
    failure.value().value = problem->found;
    return failure;
}

QByteArray toJson(const AssessmentScheme &scheme) {
    OrderedJson out{{"name", scheme.name.toStdString()}, {"version", scheme.version.toStdString()}};
    writeText(out, "description", scheme.description);
    writeText(out, "rules", scheme.rules);
    out["group"] = key(scheme.grouping).toStdString();
    out["missing"] = key(scheme.missing).toStdString();
    out["items"] = OrderedJson::array();
    for (const AssessmentItem &item : scheme.items)
        out["items"].push_back(itemJson(item));
    for (const BonusEntry &entry : scheme.bonus) {
        OrderedJson line{{"zone", entry.zone.toStdString()},
                         {"title", entry.title.toStdString()},
                         {"points", numberJson(entry.points)},
                         {"why", entry.why.toStdString()}};
        writeText(line, "source", entry.source);
        out["bonus"].push_back(std::move(line));
    }
    if (scheme.bonusCap)
        out["bonus_cap"] = numberJson(*scheme.bonusCap);
    if (scheme.malusCap)
        out["malus_cap"] = numberJson(*scheme.malusCap);
    return QByteArray::fromStdString(out.dump(2)) + '\n';
}

} // namespace yipi::indicators
