// SPDX-License-Identifier: GPL-3.0-or-later
// 三未: signed and not started, started and not producing, producing and below the promised output.
#include "indicators/engine.h"
#include "indicators/subjects.h"

#include <array>
#include <limits>
#include <numeric>

namespace yipi::indicators {

namespace {

/// Whether a row stands for a project that is under way: what is not, none could be late with.
bool isOfProjects(Population population) {
    return isList(population) || population == Population::Projects || population == Population::Planned;
}

/// The rate whose denominator a kind is taken from, and what is missing.
struct KindRule {
    OverdueKind kind;
    const char *rateId;
    Event missing;
    Batch ownList; ///< an entry of this list has the event before by declaration
};

constexpr std::array<KindRule, 3> kKinds{
    {{OverdueKind::NotStarted, "start", Event::Started, Batch::Sign},
     {OverdueKind::NotProduced, "produce", Event::Produced, Batch::Start},
     {OverdueKind::NotAttained, "attain", Event::Attained, Batch::Produce}}};

constexpr Day kNotListed = std::numeric_limits<Day>::max();
constexpr Day kWithoutDue = kNotListed - 1; ///< after every due date, so that of two entries a dated one wins

/// Lights in the order of the list.
constexpr std::array<Light, 4> kByUrgency{Light::Red, Light::Yellow, Light::Green, Light::Done};

std::uint64_t urgency(Light light) {
    const auto at = std::find(kByUrgency.begin(), kByUrgency.end(), light);
    return static_cast<std::uint64_t>(at - kByUrgency.begin());
}

/// Sorts by the bits from `first` up; what is below comes in ascending and stays in its order. Counting
/// digits costs a few passes where comparing costs twenty.
void sortFromBit(std::vector<std::uint64_t> &numbers, int first) {
    constexpr int kDigitBits = 13;
    constexpr std::size_t kDigits = std::size_t(1) << kDigitBits;
    std::vector<std::uint64_t> sorted(numbers.size());
    for (int bit = first; bit < 64; bit += kDigitBits) {
        const auto digit = [bit](std::uint64_t number) { return number >> bit & (kDigits - 1); };
        std::array<std::size_t, kDigits + 1> begin{};
        for (const std::uint64_t number : numbers)
            ++begin[digit(number) + 1];
        std::partial_sum(begin.begin(), begin.end(), begin.begin());
        for (const std::uint64_t number : numbers)
            sorted[begin[digit(number)]++] = number;
        numbers.swap(sorted);
    }
}

/// Due dates of one event, each worked out once: hundreds of thousands of entries share a few thousand days.
/// A due date follows from the planned day, or else from the day that deadlines count from.
class DueDates {
public:
    DueDates(const RateProgram &program, Event event)
        : m_program(program)
        , m_event(event)
        , m_byPlan(kDays, kUnknown)
        , m_byBase(kDays, kUnknown) {}

    /// 0 = none.
    Day of(const Subject &subject) {
        if (const Day planned = m_program.plannedDay(subject, m_event))
            return kept(m_byPlan, planned, subject);
        const Day base = m_program.baseDay(subject, m_event);
        return base ? kept(m_byBase, base, subject) : 0;
    }

private:
    static constexpr Day kFirst = 2447893; ///< 1990-01-01
    static constexpr std::size_t kDays = 80 * 366;
    static constexpr Day kUnknown = -1;

    Day kept(std::vector<Day> &known, Day day, const Subject &subject) {
        const auto place = static_cast<std::size_t>(static_cast<std::uint32_t>(day - kFirst));
        if (place >= known.size())
            return dayOf(m_program.dueDate(subject, m_event));
        if (known[place] == kUnknown)
            known[place] = dayOf(m_program.dueDate(subject, m_event));
        return known[place];
    }

    const RateProgram &m_program;
    Event m_event;
    std::vector<Day> m_byPlan, m_byBase; ///< by day from kFirst on
};

/// Decides for one as-of date whether a row belongs on the list, and keeps for each project and kind the row
/// that is due first.
class OverdueFinder {
public:
    OverdueFinder(const Facts &facts, const RuleSet &rules, Month asOf)
        : m_facts(facts)
        , m_rules(rules)
        , m_asOf(asOf)
        , m_lastDay(dayOf(asOf.lastDay()))
        , m_window(asOf, asOf)
        , m_program(facts, rules, m_window)
        , m_due(kKinds.size() * facts.projects.size(), kNotListed) {
        for (const OverdueKindRule &wanted : rules.overdue) {
            const KindRule &kind = kKinds.at(static_cast<std::size_t>(wanted.kind));
            for (const CompiledRate &rate : m_program.rates())
                if (rate.rule->id == QLatin1StringView(kind.rateId) && isOfProjects(rate.rule->population))
                    m_kinds.push_back({&kind, &rate, DueDates(m_program, kind.missing)});
        }
        for (const KindRule &kind : kKinds)
            m_lights.emplace_back(rules.lights, subjectOf(kind.kind), asOf);
    }

    void find(const ProjectFilter &filter) {
        for (Kind &kind : m_kinds)
            forEachSubject(m_facts, *kind.rate->rule, m_program, filter, m_asOf, [&](const Subject &subject) {
                add(kind, subject);
            });
    }

    std::vector<OverdueItem> items() const {
        std::vector<std::uint64_t> order;
        for (std::size_t place = 0; place < m_due.size(); ++place)
            if (m_due[place] != kNotListed)
                order.push_back(orderOf(place));
        sortFromBit(order, kPlaceBits);
        std::vector<OverdueItem> items;
        items.reserve(order.size());
        constexpr std::size_t kAhead = 16;
        for (std::size_t i = 0; i < order.size(); ++i) {
            // The order jumps from project to project: without asking ahead each would be waited for.
            if (i + kAhead < order.size())
                __builtin_prefetch(&projectOf(order[i + kAhead]).id);
            items.push_back(item(order[i]));
        }
        return items;
    }

private:
    struct Kind {
        const KindRule *rule;
        const CompiledRate *rate;
        DueDates dueDates;
    };

    void add(Kind &kind, const Subject &subject) {
        if (!isMissing(*kind.rule, *kind.rate, subject))
            return;
        const Day due = kind.dueDates.of(subject);
        if (kind.rule->kind != OverdueKind::NotStarted && (due == 0 || due > m_lastDay))
            return;
        Day &first = m_due[subject.project * kKinds.size() + static_cast<std::size_t>(kind.rule->kind)];
        first = std::min(first, due ? due : kWithoutDue);
    }

    // An item in one number, in the order of the list: light, days overdue from the most, project, kind. The
    // last two are the place, because projects come in the order of their ids; the lowest bit is set where
    // there is a due date. Reading the number is cheaper than going to the project again.
    static constexpr int kPlaceBits = 38, kDayBits = 24;
    static constexpr std::uint64_t kMostDays = 1 << (kDayBits - 1); ///< more than there are dates for
    static constexpr std::uint64_t kPlaceMask = (std::uint64_t(1) << kPlaceBits) - 1;
    static constexpr std::uint64_t kDayMask = (std::uint64_t(1) << kDayBits) - 1;

    bool happened(Event event, const ProjectFact &project) const {
        return m_window.at(eventDay(project, event)) == 0;
    }

    /// All but the due date, which costs the most to know.
    bool isMissing(const KindRule &kind, const CompiledRate &rate, const Subject &subject) const {
        const ProjectFact &project = m_facts.projects[subject.project];
        if (happened(kind.missing, project) ||
            !denominatorOf(rate, m_program.standing(rate, subject)).holdsAtOnce())
            return false;
        if (kind.kind == OverdueKind::NotStarted)
            return true;
        // Over another list than its own (投产率 over the signed) only those count that have come so far.
        const Event before = kind.kind == OverdueKind::NotProduced ? Event::Started : Event::Produced;
        if (subject.list != populationOf(kind.ownList) && !happened(before, project))
            return false;
        return kind.kind != OverdueKind::NotAttained || rate.value != ReportedValue::Output ||
               !reachesOutput(subject, project);
    }

    bool reachesOutput(const Subject &subject, const ProjectFact &project) const {
        const OutputFact *latest = latestOutput(m_facts, project, m_asOf);
        return (latest ? latest->annualOutput : 0) >= subject.output;
    }

    Light lightOf(std::size_t place) const {
        // Nothing is left to do about a terminated project; the list still shows it where the rate still
        // counts it.
        if (m_window.at(m_facts.projects[place / kKinds.size()].terminated) == 0)
            return Light::Done;
        return m_due[place] == kWithoutDue ? Light::Green : m_lights[place % kKinds.size()].at(m_due[place]);
    }

    std::uint64_t orderOf(std::size_t place) const {
        const bool hasDue = m_due[place] != kWithoutDue;
        const int days = hasDue ? m_lastDay - m_due[place] : 0;
        return urgency(lightOf(place)) << (kPlaceBits + kDayBits) |
               (kMostDays - static_cast<std::uint64_t>(days)) << kPlaceBits | place << 1 | (hasDue ? 1 : 0);
    }

    static std::size_t placeOf(std::uint64_t key) { return (key & kPlaceMask) >> 1; }
    const ProjectFact &projectOf(std::uint64_t key) const {
        return m_facts.projects[placeOf(key) / kKinds.size()];
    }

    OverdueItem item(std::uint64_t key) const {
        OverdueItem item;
        item.projectId = projectOf(key).id;
        item.kind = static_cast<OverdueKind>(placeOf(key) % kKinds.size());
        item.daysOverdue = int(std::int64_t(kMostDays) - std::int64_t(key >> kPlaceBits & kDayMask));
        item.light = kByUrgency.at(key >> (kPlaceBits + kDayBits));
        if (key & 1)
            item.due = dateOf(m_lastDay - item.daysOverdue);
        const EscalationStep *step = m_rules.lights.stepAt(item.daysOverdue);
        if (step && (key & 1) && item.light != Light::Done)
            item.level = step->level;
        return item;
    }

    const Facts &m_facts;
    const RuleSet &m_rules;
    Month m_asOf;
    Day m_lastDay;
    MonthWindow m_window;
    RateProgram m_program;
    std::vector<Kind> m_kinds;
    std::vector<DueLights> m_lights; ///< by kind
    std::vector<Day> m_due;          ///< [project][kind]
};

} // namespace

QString RuleSet::overdueTitle(OverdueKind kind) const {
    const auto named =
        std::find_if(overdue.begin(), overdue.end(), [&](const auto &rule) { return rule.kind == kind; });
    return named == overdue.end() ? title(kind) : named->title;
}

std::vector<OverdueItem> Engine::overdue(const RuleSet &rules, Month asOf,
                                         const ProjectFilter &filter) const {
    OverdueFinder finder(m_facts, rules, asOf);
    finder.find(filter);
    return finder.items();
}

} // namespace yipi::indicators
