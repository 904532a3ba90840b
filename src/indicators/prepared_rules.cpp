// SPDX-License-Identifier: GPL-3.0-or-later
#include "indicators/prepared_rules.h"

namespace yipi::indicators {

namespace {

constexpr std::size_t kTalliesKept = 4;
constexpr std::size_t kBoardsKept = 2;
constexpr std::size_t kCellsKept = 20'000; ///< groups × months; a cell is some 200 bytes

} // namespace

PreparedRules::PreparedRules(const Facts &facts, const RuleSet &rules, Month first, Month last)
    : m_sheet(facts, rules, first, last)
    , m_first(first)
    , m_last(last) {}

bool PreparedRules::follow() {
    if (!m_sheet.isBehind())
        return true;
    m_tallies.remove_if([](const Tally &tally) { return !tally.canFollow(); });
    m_boards.remove_if([](const OverdueBoard &board) { return !board.canFollow(); });
    std::vector<RowWatcher *> watchers;
    for (Tally &tally : m_tallies)
        watchers.push_back(&tally);
    if (m_late)
        watchers.push_back(&*m_late); // before the boards, which read it
    for (OverdueBoard &board : m_boards)
        watchers.push_back(&board);
    return m_sheet.follow(watchers);
}

const Tally &PreparedRules::tally(Cut by, const ProjectFilter &filter, Month first, Month last) {
    const auto answer = std::find_if(m_tallies.begin(), m_tallies.end(), [&](const Tally &tally) {
        return (tally.by() == by || by == Cut()) && tally.filter() == filter && tally.covers(first, last);
    });
    if (answer != m_tallies.end()) {
        m_tallies.splice(m_tallies.begin(), m_tallies, answer);
        return *answer;
    }
    // Who asks for one month goes on to another, and all months cost little more than one.
    const auto months = static_cast<std::size_t>(m_last.index() - m_first.index() + 1);
    if (asksForZonesOnly(filter) && Grouping(m_sheet.facts(), by).size() * months <= kCellsKept) {
        first = m_first;
        last = m_last;
    }
    if (m_tallies.size() == kTalliesKept)
        m_tallies.pop_back();
    return m_tallies.emplace_front(m_sheet, by, filter, first, last);
}

const OverdueBoard &PreparedRules::overdue(Month asOf, const ProjectFilter &filter) {
    const auto known = std::find_if(m_boards.begin(), m_boards.end(), [&](const OverdueBoard &board) {
        return board.asOf() == asOf && board.filter() == filter;
    });
    if (known != m_boards.end()) {
        m_boards.splice(m_boards.begin(), m_boards, known);
        return *known;
    }
    if (m_boards.size() == kBoardsKept)
        m_boards.pop_back();
    if (!m_late)
        m_late.emplace(m_sheet);
    return m_boards.emplace_front(*m_late, asOf, filter);
}

} // namespace yipi::indicators
