// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/workbook_writer.h"
#include "exchange/xlsx_book.h"

namespace yipi::exchange::detail {

/// A hidden sheet 字典 with the names that drop-down lists offer.
class DictionarySheet {
public:
    explicit DictionarySheet(const ExportData &data);
    /// Puts the drop-down list that fits the field on a column of the current sheet; nothing when there is
    /// none.
    void offer(XlsxBook &book, const FieldInfo &field, int column, int firstRow, int lastRow) const;
    void write(XlsxBook &book) const;

private:
    struct List {
        EntityKind kind;
        QString header;
        QStringList names;
    };
    std::vector<List> m_lists;
};

} // namespace yipi::exchange::detail
