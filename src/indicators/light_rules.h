// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/choice.h"
#include "domain/error.h"
#include "domain/month.h"
#include "domain/rate.h"
#include "indicators/facts.h"

#include <map>
#include <optional>
#include <vector>

namespace yipi::indicators {

class JsonReader;

enum class OverdueKind { NotStarted, NotProduced, NotAttained };
enum class Light { Green, Yellow, Red, Done };
QString key(OverdueKind kind);   ///< not_started …
QString title(OverdueKind kind); ///< 签约未开工 …
QString key(Light light);        ///< green …
QString title(Light light);      ///< 绿灯 …
using yipi::key;                 // beside the two above, which would hide them
using yipi::title;

/// What a light is shown for. The first three are the kinds of the 三未 list.
enum class LightSubject { NotStarted, NotProduced, NotAttained, Pace, StatisticsEntry };
inline LightSubject subjectOf(OverdueKind kind) {
    return static_cast<LightSubject>(kind);
}

/// What a rule looks at.
enum class LightMeasure {
    DaysOverdue,   ///< days from the due date to the as-of date
    MonthsOverdue, ///< calendar months from the month due to the as-of month
    DueThisMonth,  ///< due in the as-of month
    PointsBehind,  ///< pace less completion, in 个百分点
    PercentOfPace, ///< completion as a percentage of the pace
};

/// One row of the table. Where rows of a subject follow each other the first that holds gives the light.
struct LightRule {
    LightSubject subject = LightSubject::NotStarted;
    LightMeasure measure = LightMeasure::DaysOverdue;
    int limit = 0;
    bool isStrict = false; ///< “more than” the limit, not “at least”; PercentOfPace is always “below”
    Light light = Light::Yellow;

    friend bool operator==(const LightRule &, const LightRule &) = default;
};

/// Who has to act, from the one nearest to the project upwards.
enum class Escalation { None, Officer, Zone, Patron, City };

struct EscalationStep {
    Escalation level = Escalation::Officer;
    QString title;
    int fromDays = 0; ///< days overdue

    friend bool operator==(const EscalationStep &, const EscalationStep &) = default;
};

/// Which lights a rule set shows, and from when a delay is whose business. What no row gives is green; what
/// is terminated is grey (Done).
struct LightRules {
    QString name; ///< 银川
    QString note; ///< what the published rule leaves open and how it is read here
    std::vector<LightRule> rules;
    std::vector<EscalationStep> escalation; ///< ascending

    /// Yellow and red by days overdue for the 三未 list, and the usual four steps.
    static LightRules byDays(int yellowDays, int redDays);

    /// Nothing where no row judges the pace, or where there is no target to judge it by.
    std::optional<Light> ofPace(const Rate &completion, const Rate &pace) const;
    const EscalationStep *stepAt(int daysOverdue) const; ///< null below the first

    friend bool operator==(const LightRules &, const LightRules &) = default;
};

/// The short form of lights: from how many days overdue.
struct LightDays {
    int yellow = 1, red = 91;
};
/// None where the rows say something that the short form can't.
std::optional<LightDays> daysOf(const LightRules &lights);

/// The rows about due dates of one subject made ready for one as-of month: each is a range of due dates.
class DueLights {
public:
    DueLights(const LightRules &rules, LightSubject subject, Month asOf);
    /// Without a due date (0) green.
    Light at(Day due) const {
        for (const Range &range : m_ranges)
            if (due >= range.from && due <= range.to)
                return range.light;
        return Light::Green;
    }

private:
    struct Range {
        Day from = 0, to = 0;
        Light light = Light::Green;
    };
    std::vector<Range> m_ranges;
};

/// The lights and names of data/lights and of the user's own folder, by file name without .json.
using LightPresets = std::map<QString, LightRules>;

/// Reads the member "lights": the short form {"yellow_days", "red_days"}, a whole table, or the name of a
/// preset.
LightRules readLights(JsonReader &in, const LightPresets &presets);

/// Reads a file of data/lights. The error names the JSON path and the reason.
Result<LightRules> parseLightRules(const QByteArray &file, const QString &fileName);

/// One kind of the 三未 list as a rule set names it.
struct OverdueKindRule {
    OverdueKind kind = OverdueKind::NotStarted;
    QString title;

    friend bool operator==(const OverdueKindRule &, const OverdueKindRule &) = default;
};
/// The three kinds under their usual names.
std::vector<OverdueKindRule> usualOverdueKinds();
/// Reads the member "overdue"; missing: the usual ones.
std::vector<OverdueKindRule> readOverdueKinds(JsonReader &in);

} // namespace yipi::indicators

namespace yipi {

template <>
std::span<const Choice> choicesOf<indicators::LightSubject>();
template <>
std::span<const Choice> choicesOf<indicators::LightMeasure>();
template <>
std::span<const Choice> choicesOf<indicators::Escalation>();
template <>
std::span<const Choice> choicesOf<indicators::Light>();
template <>
std::span<const Choice> choicesOf<indicators::OverdueKind>();

} // namespace yipi
