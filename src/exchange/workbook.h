// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/error.h"
#include "domain/progress.h"

#include <QString>

#include <vector>

namespace yipi::exchange {

/// A cell as read: its text as a person would see it, or a number with what its format says about it.
struct Cell {
    /// Formula: one without a stored result ("=A1+B1") or with an error for a result ("#REF!").
    enum class Kind : unsigned char { Empty, Text, Number, Date, Flag, Formula };
    Kind kind = Kind::Empty;
    double number = 0; ///< of Number, Date (serial) and Flag
    QString text;      ///< of Text and Formula; of numbers the shortest exact decimal form

    friend bool operator==(const Cell &, const Cell &) = default;
};

struct CellRange {
    int firstRow = 0, firstColumn = 0, lastRow = 0, lastColumn = 0; ///< from 1, inclusive

    friend bool operator==(const CellRange &, const CellRange &) = default;
};

struct Sheet {
    QString name;
    std::vector<std::vector<Cell>> rows; ///< rows[r−1][c−1]; short rows are allowed
    std::vector<CellRange> merged;
    std::vector<int> hiddenRows, hiddenColumns; ///< from 1, ascending
    bool isHidden = false;

    const Cell &cell(int row, int column) const; ///< from 1; an empty cell outside

    friend bool operator==(const Sheet &, const Sheet &) = default;
};

struct Workbook {
    QString file; ///< as the user named it
    std::vector<Sheet> sheets;

    friend bool operator==(const Workbook &, const Workbook &) = default;
};

/// Reads xlsx, xlsm (without its macros), xls, ods, csv (UTF-8 with or without BOM, UTF-16 with BOM, GB18030)
/// and web pages named xls. Errors: FileMissing, FileUnreadable (not a spreadsheet, damaged, too large,
/// xlsb), FileEncrypted, Cancelled; each with the file name and what to do.
Result<Workbook> readWorkbook(const QString &path, const ProgressReport &progress = {});

} // namespace yipi::exchange
