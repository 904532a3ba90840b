// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/error.h"

#include <QByteArray>
#include <QDate>
#include <QTemporaryDir>

#include <array>

struct lxw_workbook;
struct lxw_worksheet;
struct lxw_format;

namespace yipi::exchange::detail {

/// Looks of cells in our workbooks.
enum class CellStyle {
    Title,
    Unit,
    Header,
    Text,
    Wrapped,
    Integer,
    Quantity,
    Money,
    Date,
    Note,
    Plain, ///< as a spreadsheet program would show it
    MarkedError,
    MarkedDoubt
};
inline constexpr int kCellStyles = 13;

/// An xlsx file being written with libxlsxwriter.
class XlsxBook {
public:
    /// FromTheTop: rows of a sheet must be written from the top, and few of them are in memory at a time.
    enum class Order { FromTheTop, Any };
    explicit XlsxBook(Order order = Order::FromTheTop);
    ~XlsxBook();
    XlsxBook(const XlsxBook &) = delete;
    XlsxBook &operator=(const XlsxBook &) = delete;

    /// Following calls write to this sheet. Rows and columns from 1.
    void beginSheet(const QString &name);
    void text(int row, int column, const QString &text,
              CellStyle style = CellStyle::Text); ///< never a formula
    void number(int row, int column, double value, CellStyle style);
    void date(int row, int column, QDate date);
    /// A formula whose result is shown once a spreadsheet program has worked it out; until then it is empty.
    void formula(int row, int column, const QString &formula, CellStyle style);
    /// The same, and an empty cell, that may be typed over on a protected sheet.
    void inputFormula(int row, int column, const QString &formula, CellStyle style);
    void input(int row, int column, CellStyle style);
    /// Locks all cells of the sheet but those for input, without a password, and shades the locked ones of
    /// these rows.
    void protectSheet(int firstRow, int lastRow, int lastColumn);
    void mergedText(int row, int lastColumn, const QString &text, CellStyle style);
    /// Before anything is written to its cells; needs Order::Any.
    void merge(int firstRow, int firstColumn, int lastRow, int lastColumn);
    void comment(int row, int column, const QString &text); ///< shown when the pointer is over the cell
    void columnWidth(int column, double width, CellStyle style = CellStyle::Text);
    void hideColumn(int column);
    void hideRow(int row);
    void rowHeight(int row, double points);
    /// Keeps everything down to `headerRow` and `frozenColumns` in view and puts filter buttons on the
    /// header.
    void freezeBelow(int headerRow, int frozenColumns, int lastRow, int lastColumn);
    /// Prints landscape, as wide as a page, with the rows down to `headerRow` on each page.
    void printWide(int headerRow);
    void offerChoices(int column, int firstRow, int lastRow, const QString &formula); ///< "=字典!$A$2:$A$9"
    void offerChoices(int column, int firstRow, int lastRow, const QStringList &choices);
    void acceptAmounts(int column, int firstRow, int lastRow); ///< numbers from 0 on; else a warning
    void hideSheet();

    /// Ends the file. Errors: Refused (a text is too long for a cell), Io.
    Result<QByteArray> finish();

private:
    void writeFormula(int row, int column, const QString &formula, lxw_format *format);
    void check(int error, int row = 0, int column = 0);

    QTemporaryDir m_folder;
    QByteArray m_path;
    lxw_workbook *m_book = nullptr;
    lxw_worksheet *m_sheet = nullptr;
    std::array<lxw_format *, kCellStyles> m_formats{};
    std::array<lxw_format *, kCellStyles> m_inputFormats{};
    QString m_sheetName;
    std::optional<Error> m_error;
};

} // namespace yipi::exchange::detail
