// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/html_style.h"
#include "exchange/sheet_builder.h"

namespace yipi::exchange::detail {

/// The attributes of an HTML element, names in lower case; those without a value are empty.
using HtmlAttributes = QHash<QString, QString>;

/// One table while its tags come by. Cells are placed as a browser would place them: around those that reach
/// down from the rows above and to the right from the columns before.
class HtmlTable {
public:
    explicit HtmlTable(ReadBudget &budget, const QString &name)
        : m_sheet(budget, name, false) {}

    void addLine(const QString &text); ///< a row with one cell: a title above the table
    void addColumn(const HtmlAttributes &attributes, const HtmlLook &look);
    void startRow(const HtmlLook &look);
    void startCell(const HtmlAttributes &attributes, const HtmlLook &look);
    bool isInCell() const { return m_isInCell; }
    void addText(const QString &text);
    void addLineBreak();
    void endCell();
    Sheet take() { return m_sheet.take(); }

private:
    Cell cellFrom(const QString &shown) const;

    SheetBuilder m_sheet;
    int m_row = 0;
    int m_column = 0;
    bool m_isRowOpen = false;
    int m_nextColumnInfo = 1;
    std::vector<int> m_reach; ///< by column: the last row that a cell from above takes up
    HtmlAttributes m_attributes;
    HtmlLook m_look;
    QString m_text;
    bool m_isInCell = false;
};

} // namespace yipi::exchange::detail
