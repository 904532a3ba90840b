// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/search_service.h"

#include <QIcon>
#include <QPointer>

class QAction;

namespace yipi::gui {

/// One line of the search: an answer of the ledger, or else a command or page of the window.
struct SearchEntry {
    QString title;
    QString detail;
    QString keys; ///< shortcut of a command
    QIcon icon;
    std::optional<services::SearchHit> hit;
    QPointer<QAction> action;
};

/// Lines under one heading.
struct SearchSection {
    QString title;
    QString note; ///< at the right of the heading: how many there are
    pinyin::MatchQuality quality = pinyin::MatchQuality::Mixed; ///< of its best line
    std::vector<SearchEntry> entries;
};

} // namespace yipi::gui
