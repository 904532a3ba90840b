// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/choice.h"
#include "domain/decimal.h"
#include "indicators/rule_set.h"

#include <span>

namespace yipi::indicators {

/// Which zones are compared with each other.
enum class AssessmentGrouping { All, Category, RankingGroup };

/// What is measured of a zone. Rates and growths are percentages or 个百分点, amounts pieces or 亿元.
enum class AssessmentMeasure {
    Rate,         ///< a rate of the rule set, %
    Target,       ///< completion of a year's target, %
    Amount,       ///< 总量: the numerator of a rate
    RateGrowth,   ///< change of a rate against the same month last year, 个百分点
    AmountGrowth, ///< growth of the numerator against the same month last year, %
};

/// How what was measured becomes a score, full marks being 100.
enum class ScoringForm {
    Efficacy,   ///< 功效系数: base + span × (x − least) ÷ (most − least) of the group
    Completion, ///< x ÷ goal × 100
    Steps,      ///< the score of the highest step that x reaches; below all 0
    Linear,     ///< straight lines between the points of the table, its ends beyond them
    Rank,       ///< first, and for each rank below one step less
};

enum class ScoringDirection { Higher, Lower };

/// What becomes of an item that a zone has no value for.
enum class MissingValue { Zero, Redistribute };

/// A row of the table of Steps or Linear.
struct ScoreBand {
    Decimal from; ///< of the value, inclusive
    Decimal score;

    friend bool operator==(const ScoreBand &, const ScoreBand &) = default;
};

/// One line of a scheme. Which of the numbers count depends on the form.
struct AssessmentItem {
    QString id;
    QString title;
    AssessmentMeasure measure = AssessmentMeasure::Rate;
    QString rate;                                         ///< id; empty for Target
    TargetIndicator target = TargetIndicator::StartCount; ///< of Target
    Decimal weight = 0;                                   ///< points for a score of 100
    ScoringDirection direction = ScoringDirection::Higher;
    ScoringForm form = ScoringForm::Efficacy;
    Decimal base = 60, span = 40;  ///< of Efficacy
    Decimal goal = 100;            ///< of Completion
    std::vector<ScoreBand> bands;  ///< of Steps and Linear, rising
    Decimal first = 100, step = 5; ///< of Rank
    Decimal floor = 0, cap = 100;  ///< what the score is kept within
    QString note;

    friend bool operator==(const AssessmentItem &, const AssessmentItem &) = default;
};

/// Points given to a zone (bonus) or taken from it (malus, below 0).
struct BonusEntry {
    QString zone; ///< name or short name
    QString title;
    Decimal points;
    QString why;
    QString source; ///< document it rests on; may be empty

    friend bool operator==(const BonusEntry &, const BonusEntry &) = default;
};

/// How zones are assessed (考核方案). Written in data/assessments/*.json, checked by `parseAssessmentScheme`.
struct AssessmentScheme {
    QString id; ///< file name without .json
    QString name;
    QString version;
    QString description;
    QString rules; ///< id of the rule set its rates are of; empty = the one in use
    AssessmentGrouping grouping = AssessmentGrouping::All;
    MissingValue missing = MissingValue::Zero;
    std::vector<AssessmentItem> items;
    std::vector<BonusEntry> bonus;
    std::optional<Decimal> bonusCap; ///< most that a zone's bonuses add
    std::optional<Decimal> malusCap; ///< most that a zone's maluses take, as a positive number

    Decimal fullMarks() const; ///< the sum of the weights
    friend bool operator==(const AssessmentScheme &, const AssessmentScheme &) = default;
};

inline bool takesTable(ScoringForm form) {
    return form == ScoringForm::Steps || form == ScoringForm::Linear;
}
inline bool isGrowth(AssessmentMeasure measure) {
    return measure == AssessmentMeasure::RateGrowth || measure == AssessmentMeasure::AmountGrowth;
}

/// The limits of what may be written, for the parser and for editors.
inline constexpr Decimal kLargestPoints = 1000;
inline constexpr Decimal kLargestValue = 1'000'000;
inline constexpr std::size_t kMostItems = 32;

/// Reads a scheme. The error names the JSON path and the reason: "items[1].weight：应为 0 到 1000 的数。"
/// `ruleSets` are those that the scheme may name; rate ids are checked against the one it names.
Result<AssessmentScheme> parseAssessmentScheme(const QByteArray &json, const QString &fileName,
                                               std::span<const RuleSet> ruleSets);
/// The file of a scheme, read back without a difference; what does not count for an item's form is left out.
QByteArray toJson(const AssessmentScheme &scheme);

/// "权重 30，开工率，功效系数 60 + 40 ×（值 − 最小）÷（最大 − 最小）": how an item is scored.
QString itemRuleText(const AssessmentItem &item);

} // namespace yipi::indicators

namespace yipi {

template <>
std::span<const Choice> choicesOf<indicators::AssessmentGrouping>();
template <>
std::span<const Choice> choicesOf<indicators::AssessmentMeasure>();
template <>
std::span<const Choice> choicesOf<indicators::ScoringForm>();
template <>
std::span<const Choice> choicesOf<indicators::ScoringDirection>();
template <>
std::span<const Choice> choicesOf<indicators::MissingValue>();

} // namespace yipi
