// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/importer.h"

#include <optional>

namespace yipi::gui {

/// One of the files being imported: as it was read, with what the person says and changes about it.
struct ImportFile {
    QString path;
    bool isRead = false;
    std::optional<Error> error; ///< why it can't be read
    exchange::Workbook workbook;
    QByteArray mapping; ///< JSON, as of ImportOptions
    exchange::RowChoices choices;
    int fixedCells = 0;

    /// Assigns a column (from 1) of a sheet to a field key.
    void assign(const QString &sheet, int column, const QString &field);
    /// Types a text into a cell, with `alike` into all cells of the column that say the same. Answers how
    /// many changed.
    int fix(const QString &sheet, int row, int column, const QString &text, bool alike);
};

} // namespace yipi::gui
