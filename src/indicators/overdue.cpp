// SPDX-License-Identifier: GPL-3.0-or-later
// 三未: signed and not started, started and not producing, producing and below the promised output.
#include "indicators/engine.h"
#include "indicators/rate_program.h"

#include <tuple>

namespace yipi::indicators {

namespace {

struct Words {
    QString key, title;
};

const Words &words(OverdueKind kind) {
    static const std::array<Words, 3> kWords{
        {{QStringLiteral("not_started"), QStringLiteral("签约未开工")},
         {QStringLiteral("not_produced"), QStringLiteral("开工未投产")},
         {QStringLiteral("not_attained"), QStringLiteral("投产未达效")}}};
    return kWords.at(static_cast<std::size_t>(kind));
}

const Words &words(Light light) {
    static const std::array<Words, 4> kWords{{{QStringLiteral("green"), QStringLiteral("绿灯")},
                                              {QStringLiteral("yellow"), QStringLiteral("黄灯")},
                                              {QStringLiteral("red"), QStringLiteral("红灯")},
                                              {QStringLiteral("done"), QStringLiteral("已办结")}}};
    return kWords.at(static_cast<std::size_t>(light));
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

/// Decides for one as-of date whether an entry belongs on the list.
class OverdueFinder {
public:
    OverdueFinder(const Facts &facts, const RuleSet &rules, Month asOf)
        : m_facts(facts)
        , m_rules(rules)
        , m_asOf(asOf)
        , m_window(asOf, asOf)
        , m_program(facts, rules, m_window) {
        for (const CompiledRate &rate : m_program.rates())
            for (const KindRule &kind : kKinds)
                if (rate.rule->id == QLatin1StringView(kind.rateId))
                    m_kinds.emplace_back(&kind, &rate);
    }

    void add(const EntryFact &entry, std::vector<OverdueItem> &items) const {
        for (const auto &[kind, rate] : m_kinds)
            if (rate->rule->population == populationOf(entry.batch) && isMissing(*kind, *rate, entry))
                items.push_back(item(*kind, entry));
    }

private:
    bool happened(Event event, const ProjectFact &project) const {
        return m_window.at(eventDay(project, event)) == 0;
    }

    bool isMissing(const KindRule &kind, const CompiledRate &rate, const EntryFact &entry) const {
        const ProjectFact &project = m_facts.projects[entry.project];
        if (happened(kind.missing, project) ||
            !denominatorOf(rate, m_program.standing(rate, entry)).holdsAtOnce())
            return false;
        if (kind.kind == OverdueKind::NotStarted)
            return true;
        // Over another list than its own (投产率 over the signed) only those count that have come so far.
        const Event before = kind.kind == OverdueKind::NotProduced ? Event::Started : Event::Produced;
        if (entry.batch != kind.ownList && !happened(before, project))
            return false;
        const QDate due = dueDate(m_facts, m_rules.deadlines, kind.missing, entry);
        if (!due.isValid() || due > m_asOf.lastDay())
            return false;
        return kind.kind != OverdueKind::NotAttained || rate.value != ReportedValue::Output ||
               !reachesOutput(entry, project);
    }

    bool reachesOutput(const EntryFact &entry, const ProjectFact &project) const {
        const OutputFact *latest = latestOutput(m_facts, project, m_asOf);
        return (latest ? latest->annualOutput : 0) >= entry.output;
    }

    OverdueItem item(const KindRule &kind, const EntryFact &entry) const {
        const ProjectFact &project = m_facts.projects[entry.project];
        OverdueItem item;
        item.projectId = project.id;
        item.kind = kind.kind;
        item.due = dueDate(m_facts, m_rules.deadlines, kind.missing, entry);
        item.daysOverdue = item.due.isValid() ? int(item.due.daysTo(m_asOf.lastDay())) : 0;
        // Nothing is left to do about a terminated project; the list still shows it where the rate still
        // counts it.
        if (m_window.at(project.terminated) == 0)
            item.light = Light::Done;
        else if (item.due.isValid() && item.daysOverdue >= m_rules.lights.redDays)
            item.light = Light::Red;
        else if (item.due.isValid() && item.daysOverdue >= m_rules.lights.yellowDays)
            item.light = Light::Yellow;
        return item;
    }

    const Facts &m_facts;
    const RuleSet &m_rules;
    Month m_asOf;
    MonthWindow m_window;
    RateProgram m_program;
    std::vector<std::pair<const KindRule *, const CompiledRate *>> m_kinds;
};

int urgency(Light light) {
    static constexpr std::array kOrder{2, 1, 0, 3}; // green, yellow, red, done
    return kOrder.at(static_cast<std::size_t>(light));
}

/// One item per project and kind: of several entries the one that is due first.
void keepFirstDue(std::vector<OverdueItem> &items) {
    const auto identity = [](const OverdueItem &i) { return std::pair(i.projectId, i.kind); };
    std::sort(items.begin(), items.end(), [&](const OverdueItem &a, const OverdueItem &b) {
        return std::tuple(identity(a), !a.due.isValid(), a.due) <
               std::tuple(identity(b), !b.due.isValid(), b.due);
    });
    const auto last = std::unique(items.begin(), items.end(),
                                  [&](const auto &a, const auto &b) { return identity(a) == identity(b); });
    items.erase(last, items.end());
}

} // namespace

QString key(OverdueKind kind) {
    return words(kind).key;
}

QString title(OverdueKind kind) {
    return words(kind).title;
}

QString key(Light light) {
    return words(light).key;
}

QString title(Light light) {
    return words(light).title;
}

std::vector<OverdueItem> Engine::overdue(const RuleSet &rules, Month asOf,
                                         const ProjectFilter &filter) const {
    const OverdueFinder finder(m_facts, rules, asOf);
    const FilterMatcher matcher(m_facts, filter, asOf.lastDay());
    std::vector<OverdueItem> items;
    for (const EntryFact &entry : m_facts.entries)
        if (matcher.matchesEntry(entry))
            finder.add(entry, items);
    keepFirstDue(items);
    std::sort(items.begin(), items.end(), [](const OverdueItem &a, const OverdueItem &b) {
        return std::tuple(urgency(a.light), -a.daysOverdue, a.projectId, a.kind) <
               std::tuple(urgency(b.light), -b.daysOverdue, b.projectId, b.kind);
    });
    return items;
}

} // namespace yipi::indicators
