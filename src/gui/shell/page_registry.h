// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/page.h"

namespace yipi::gui {

/// A page that the navigation offers; it is made on the first visit.
struct PageEntry {
    QString id; ///< overview, ledger, reports, import, rules, records, history: of --screenshot and of the settings
    QString title;
    QString iconName;
    std::function<Page *(const Workspace &, QWidget *)> create;
};

/// All pages in the order of the navigation.
const std::vector<PageEntry> &pageEntries();
/// Position of a page by id; −1 when there is none.
int pageIndex(const QString &id);

} // namespace yipi::gui
