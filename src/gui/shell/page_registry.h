// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/page.h"

namespace yipi::gui {

/// A page of the window; it is made on the first visit.
struct PageEntry {
    QString id; ///< overview, ledger, reports, import, rules, history …: of --screenshot and of the settings
    QString title;
    QString iconName;
    std::function<Page *(const Workspace &, QWidget *)> create;
    bool isListed = true; ///< in navigation and menu; others are opened from a page
};

/// All pages in the order of the navigation.
const std::vector<PageEntry> &pageEntries();
/// Position of a page by id; −1 when there is none.
int pageIndex(const QString &id);

} // namespace yipi::gui
