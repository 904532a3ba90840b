// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indicators/overdue_board.h"
#include "indicators/tally.h"

#include <list>

namespace yipi::indicators {

/// A rule set made ready, with the answers to the last few questions about it. When a project changes, what
/// its rows had added is taken back and what they add now is added: an answer is not made anew.
class PreparedRules {
public:
    /// Refers to `facts`.
    PreparedRules(const Facts &facts, const RuleSet &rules, Month first, Month last);

    const RateSheet &sheet() const { return m_sheet; }
    /// Takes in what has changed in the facts; false when all has to be made anew.
    bool follow();
    /// The sums of a cut for months that the sheet covers. Without a cut those of any other do, whose total
    /// it is. Refers to what the next call may drop.
    const Tally &tally(Cut by, const ProjectFilter &filter, Month first, Month last);
    /// The 三未 list of a month that the sheet covers. Refers to what the next call may drop.
    const OverdueBoard &overdue(Month asOf, const ProjectFilter &filter);

private:
    RateSheet m_sheet;
    Month m_first, m_last;
    std::list<Tally> m_tallies;     ///< the one asked for last in front
    std::optional<LateRows> m_late; ///< once the 三未 list was asked for
    std::list<OverdueBoard> m_boards;
};

} // namespace yipi::indicators
