// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QMenu;

namespace yipi::gui {

class LedgerView;

/// What can be done with one column: sorting, filtering, hiding, freezing, moving. Everything that a click or
/// a drag on its header does is here for the keyboard too.
void fillColumnMenu(QMenu &menu, LedgerView &view, int column);

} // namespace yipi::gui
