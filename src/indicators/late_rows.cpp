// SPDX-License-Identifier: GPL-3.0-or-later
#include "indicators/late_rows.h"

#include <array>
#include <limits>

namespace yipi::indicators {

namespace {

/// The rate whose denominator a kind is taken from, and what is missing.
struct KindRule {
    const char *rateId;
    Event missing;
    Event before;  ///< must have come already …
    Batch ownList; ///< … which an entry of this list declares
};

constexpr std::array<KindRule, 3> kKinds{{{"start", Event::Started, Event::Signed, Batch::Sign},
                                          {"produce", Event::Produced, Event::Started, Batch::Start},
                                          {"attain", Event::Attained, Event::Produced, Batch::Produce}}};

const KindRule &ruleOf(OverdueKind kind) {
    return kKinds.at(static_cast<std::size_t>(kind));
}

/// Whether a row stands for a project that is under way: what is not, none could be late with.
bool isOfProjects(Population population) {
    return isList(population) || population == Population::Projects || population == Population::Planned;
}

constexpr Day kFirstKept = 2447893; ///< 1990-01-01
constexpr std::size_t kDaysKept = 80 * 366;
constexpr Day kUnknown = -1;
constexpr Day kNever = std::numeric_limits<Day>::max();

} // namespace

DueDates::DueDates(const RateProgram &program, Event event)
    : m_program(program)
    , m_event(event)
    , m_byPlan(kDaysKept, kUnknown)
    , m_byBase(kDaysKept, kUnknown) {}

Day DueDates::kept(std::vector<Day> &known, Day day, const Subject &subject) {
    const auto place = static_cast<std::size_t>(static_cast<std::uint32_t>(day - kFirstKept));
    if (place >= known.size())
        return dayOf(m_program.dueDate(subject, m_event));
    if (known[place] == kUnknown)
        known[place] = dayOf(m_program.dueDate(subject, m_event));
    return known[place];
}

LateRows::LateRows(const RateSheet &sheet)
    : m_sheet(sheet) {
    const RuleSet &rules = sheet.rules();
    for (const OverdueKindRule &wanted : rules.overdue)
        for (std::size_t r = 0; r < rules.rates.size(); ++r)
            if (rules.rates[r].id == QLatin1StringView(ruleOf(wanted.kind).rateId) &&
                isOfProjects(rules.rates[r].population))
                m_sources.push_back({wanted.kind,
                                     r,
                                     &sheet.rows(rules.rates[r].population),
                                     DueDates(sheet.program(), ruleOf(wanted.kind).missing),
                                     {}});
    for (Source &source : m_sources) {
        source.rows.reserve(source.population->size());
        for (std::size_t row = 0; row < source.population->size(); ++row)
            source.rows.push_back(made(source, row));
    }
    for (const ProjectFact &project : sheet.facts().projects) {
        m_terminated.push_back(project.terminated);
        m_zones.push_back(project.zone);
        m_ids.push_back(project.id);
    }
}

LateRows::Row LateRows::made(Source &source, std::size_t row) const {
    const KindRule &kind = ruleOf(source.kind);
    const Subject subject = source.population->subject(m_sheet.facts(), m_sheet.program(), row);
    const ProjectFact &project = m_sheet.facts().projects[subject.project];
    Row made{0, eventDay(project, kind.missing), source.dueDates.of(subject)};
    // Over another list than its own (投产率 over the signed) only those count that have come so far.
    if (source.kind != OverdueKind::NotStarted && subject.list != populationOf(kind.ownList)) {
        const Day before = eventDay(project, kind.before);
        made.from = before ? before : kNever;
    }
    return made;
}

void LateRows::enter(const PopulationRows &rows, std::size_t row) {
    for (Source &source : m_sources)
        if (source.population == &rows)
            source.rows[row] = made(source, row);
}

void LateRows::settle(std::uint32_t project) {
    m_terminated[project] = m_sheet.facts().projects[project].terminated;
    m_zones[project] = m_sheet.facts().projects[project].zone;
}

} // namespace yipi::indicators
