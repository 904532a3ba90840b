// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/error.h"
#include "gui/ledger/cell_block.h"

#include <QStringList>

namespace yipi::gui {

class LedgerTableModel;

/// What Excel, WPS or the grid itself has put on the clipboard.
struct ClipboardTable {
    std::vector<QStringList> rows; ///< as long as the longest
    int width = 0;
    bool hasHeader = false; ///< a first line of titles was there; it is left out of `rows`
};

/// Error: no cell, or too much for the grid.
Result<ClipboardTable> clipboardTable(const LedgerTableModel &model, const QString &html,
                                      const QString &text);

/// Where the cells of a table go.
struct PastePlace {
    std::vector<services::TypedCell> cells;
    int rowsBelow = 0;      ///< more rows than the grid has
    int columnsBeyond = 0;  ///< more columns than can be seen
    bool hasName = false;   ///< the rows below say how projects would be called
    qint64 lastProject = 0; ///< of the grid's rows that are written
};

/// From the upper left of the selection; a larger selection that is a multiple of the table is filled with
/// it. `addsProjects`: the rows below become cells of new projects.
PastePlace placed(const ClipboardTable &table, const LedgerView &view, bool addsProjects);

} // namespace yipi::gui
