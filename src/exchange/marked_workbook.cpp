// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/marked_workbook.h"

#include "exchange/xlsx_book.h"

#include <QHash>

namespace yipi::exchange {

namespace {

using namespace detail;

struct Marks {
    bool hasError = false;
    QStringList messages;

    void add(const Finding &finding) {
        hasError = hasError || finding.isError;
        messages << (finding.isError ? QStringLiteral("错误：") : QStringLiteral("提示：")) + finding.message;
    }
    CellStyle style() const { return hasError ? CellStyle::MarkedError : CellStyle::MarkedDoubt; }
};

/// The marks of one sheet.
struct SheetMarks {
    QHash<std::pair<int, int>, Marks> cells;
    QHash<int, Marks> rows; ///< all of a row; of row 0 those of the whole sheet
};

SheetMarks marksOf(const Workbook &workbook, const Sheet &sheet, const QList<Finding> &findings) {
    SheetMarks marks;
    for (const Finding &finding : findings) {
        const Place &place = finding.place;
        if (place.file != workbook.file || (place.sheet != sheet.name && !place.sheet.isEmpty()))
            continue;
        marks.rows[place.row].add(finding);
        if (place.row > 0 && place.column > 0)
            marks.cells[{place.row, place.column}].add(finding);
    }
    return marks;
}

void writeCell(XlsxBook &book, int row, int column, const Cell &cell, const Marks *marks) {
    const CellStyle plain = cell.kind == Cell::Kind::Date ? CellStyle::Date : CellStyle::Plain;
    const CellStyle style = marks ? marks->style() : plain;
    if (cell.kind == Cell::Kind::Number || (cell.kind == Cell::Kind::Date && !marks))
        book.number(row, column, cell.number, style);
    else if (cell.kind != Cell::Kind::Empty || marks)
        book.text(row, column, cell.text, style); // of a marked date its text: the mark has no date format
    if (marks)
        book.comment(row, column, marks->messages.join(u'\n'));
}

void writeSheet(XlsxBook &book, const Sheet &sheet, const SheetMarks &marks) {
    constexpr double kMarksWidth = 60;
    int lastColumn = 0;
    for (const auto &row : sheet.rows)
        lastColumn = std::max(lastColumn, int(row.size()));
    const int marksColumn = lastColumn + 2;
    book.beginSheet(sheet.name);
    book.columnWidth(marksColumn, kMarksWidth, CellStyle::Note);
    if (marks.rows.contains(0))
        book.text(1, marksColumn, marks.rows[0].messages.join(u'\n'), CellStyle::Note);
    for (const CellRange &range : sheet.merged)
        book.merge(range.firstRow, range.firstColumn, range.lastRow, range.lastColumn);
    for (int row = 1; row <= int(sheet.rows.size()); ++row) {
        const auto &cells = sheet.rows[std::size_t(row) - 1];
        for (int column = 1; column <= lastColumn; ++column) {
            const auto at = marks.cells.constFind({row, column});
            const Marks *here = at == marks.cells.constEnd() ? nullptr : &*at;
            if (here || std::size_t(column) <= cells.size())
                writeCell(book, row, column, sheet.cell(row, column), here);
        }
        if (const auto all = marks.rows.constFind(row); all != marks.rows.constEnd())
            book.text(row, marksColumn, all->messages.join(u'\n'), all->style());
    }
    for (const int row : sheet.hiddenRows)
        book.hideRow(row);
    for (const int column : sheet.hiddenColumns)
        book.hideColumn(column);
    if (sheet.isHidden)
        book.hideSheet();
}

} // namespace

Result<QByteArray> markedWorkbook(const Workbook &workbook, const QList<Finding> &findings) {
    XlsxBook book(XlsxBook::Order::Any);
    for (const Sheet &sheet : workbook.sheets)
        writeSheet(book, sheet, marksOf(workbook, sheet, findings));
    return book.finish();
}

} // namespace yipi::exchange
