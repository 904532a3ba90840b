// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/spreadsheet.h"
#include "reports/official_page.h"
#include "reports/table_grid.h"
#include "reports/typed_number.h"

#include <xlsxwriter.h>

#include <cmath>
#include <numeric>

namespace yipi::reports {

namespace {

constexpr int kSheetNameLength = 31; // Excel's limit
constexpr double kTextWidth = 88;
constexpr double kEdgeWidth = 0.5;
constexpr double kTwipsPerCharacter = 90;
constexpr double kLineHeight = 15;  // points, Excel's own
constexpr double kTallestRow = 409; // Excel's limit

QByteArray utf8(const QString &text) {
    return printable(text).toUtf8();
}

uint8_t horizontal(Qt::Alignment alignment) {
    if (alignment & Qt::AlignHCenter)
        return LXW_ALIGN_CENTER;
    return alignment & Qt::AlignRight ? LXW_ALIGN_RIGHT : LXW_ALIGN_LEFT;
}

/// Lines that a text takes in a column; a Chinese character is two digits wide. Spreadsheet programs do not
/// agree on whether they fit rows to wrapped text, so the height is written.
int linesIn(const QString &text, double columnWidth) {
    int lines = 0;
    for (const QString &line : text.split(u'\n')) {
        double width = 0;
        for (const QChar c : line)
            width += c.unicode() < 0x2E80 ? 1.1 : 2.2;
        lines += std::max(1, static_cast<int>(std::ceil(width / std::max(1.0, columnWidth - 1))));
    }
    return lines;
}

lxw_row_t rowNumber(int row) {
    return static_cast<lxw_row_t>(row);
}
lxw_col_t columnNumber(int column) {
    return static_cast<lxw_col_t>(column);
}

} // namespace

Spreadsheet::Spreadsheet(lxw_workbook *workbook, const Document &document)
    : m_workbook(workbook)
    , m_document(document) {}

void Spreadsheet::check(int lxwError, const QString &where) {
    if (lxwError != LXW_NO_ERROR && m_failure.isEmpty())
        m_failure = QStringLiteral("%1：%2").arg(
            where, QString::fromUtf8(lxw_strerror(static_cast<lxw_error>(lxwError))));
}

lxw_worksheet *Spreadsheet::addSheet(const QString &name) {
    QString cleaned = printable(name);
    for (const QChar c : QStringLiteral("[]:*?/\\'\n"))
        cleaned.replace(c, u' ');
    cleaned = cleaned.left(kSheetNameLength).trimmed();
    if (cleaned.isEmpty())
        cleaned = QStringLiteral("表");
    QString unique = cleaned;
    for (int i = 2; m_sheetNames.contains(unique, Qt::CaseInsensitive); ++i) {
        const QString tail = QStringLiteral("（%1）").arg(i);
        unique = cleaned.left(kSheetNameLength - tail.size()) + tail;
    }
    m_sheetNames += unique;
    lxw_worksheet *sheet = workbook_add_worksheet(m_workbook, unique.toUtf8().constData());
    if (!sheet) {
        m_failure = QStringLiteral("工作表“%1”无法建立").arg(unique);
        return nullptr;
    }
    worksheet_set_paper(sheet, 9); // A4
    worksheet_fit_to_pages(sheet, 1, 0);
    worksheet_set_footer(sheet, "&C—&P—");
    if (m_document.isDemo)
        worksheet_set_header(sheet, "&R演示数据");
    return sheet;
}

void Spreadsheet::writeString(lxw_worksheet *sheet, int row, int column, const QString &text,
                              lxw_format *format) {
    check(worksheet_write_string(sheet, rowNumber(row), columnNumber(column), utf8(text).constData(), format),
          QStringLiteral("第 %1 行").arg(row + 1));
}

void Spreadsheet::setHeight(lxw_worksheet *sheet, int row, int lines) {
    worksheet_set_row(sheet, rowNumber(row), std::min(kTallestRow, lines * kLineHeight + 3), nullptr);
}

lxw_format *Spreadsheet::paragraphFormat(Style style) {
    const StyleLook &look = lookOf(style);
    lxw_format *&format = m_formats[QLatin1String(look.id)];
    if (!format) {
        format = workbook_add_format(m_workbook);
        format_set_text_wrap(format);
        format_set_align(format, horizontal(look.alignment));
        format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
        format_set_font_size(format, style == Style::Title || style == Style::Issuer ? 16 : 11);
        if (look.font == FontRole::Title || look.font == FontRole::Heading)
            format_set_bold(format);
    }
    return format;
}

lxw_format *Spreadsheet::cellFormat(Qt::Alignment alignment, bool bold, const QString &numberFormat) {
    const QString key = QStringLiteral("cell/%1/%2/%3").arg(int(alignment)).arg(bold).arg(numberFormat);
    lxw_format *&format = m_formats[key];
    if (!format) {
        format = workbook_add_format(m_workbook);
        format_set_border(format, LXW_BORDER_THIN);
        format_set_text_wrap(format);
        format_set_align(format, horizontal(alignment));
        format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
        if (bold)
            format_set_bold(format);
        if (!numberFormat.isEmpty())
            format_set_num_format(format, numberFormat.toUtf8().constData());
    }
    return format;
}

void Spreadsheet::writeText() {
    lxw_worksheet *sheet = addSheet(QStringLiteral("正文"));
    if (!sheet)
        return;
    worksheet_set_column(sheet, 0, 0, kTextWidth, nullptr);
    int row = 0;
    for (const Block &block : m_document.blocks) {
        const auto *paragraph = std::get_if<Paragraph>(&block);
        if (!paragraph)
            continue;
        const bool isLarge = paragraph->style == Style::Title || paragraph->style == Style::Issuer;
        setHeight(sheet, row, linesIn(paragraph->text(), kTextWidth) * (isLarge ? 2 : 1));
        writeString(sheet, row++, 0, paragraph->text(), paragraphFormat(paragraph->style));
    }
    // LibreOffice counts the pages of a sheet by its column breaks: a single column wider than the paper (as
    // it is where the default font is a wide one) counts as one page and is cut instead of scaled.
    worksheet_set_column(sheet, 1, 1, kEdgeWidth, nullptr);
    check(worksheet_print_area(sheet, 0, 0, rowNumber(std::max(0, row - 1)), 1), QStringLiteral("正文"));
}

void Spreadsheet::writeTables() {
    QString title = QStringLiteral("表");
    for (const Block &block : m_document.blocks) {
        if (const auto *paragraph = std::get_if<Paragraph>(&block)) {
            if (paragraph->style == Style::TableTitle)
                title = paragraph->text();
        } else if (const auto *table = std::get_if<Table>(&block)) {
            writeTable(*table, title);
        }
    }
}

void Spreadsheet::writeTable(const Table &table, const QString &title) {
    lxw_worksheet *sheet = addSheet(title);
    if (!sheet)
        return;
    const std::vector<int> widths = columnWidths(table, page::kTextWidth);
    for (std::size_t i = 0; i < widths.size(); ++i) {
        const auto column = static_cast<lxw_col_t>(i);
        worksheet_set_column(sheet, column, column, widths[i] / kTwipsPerCharacter, nullptr);
    }
    const TableGrid grid = gridOf(table);
    for (const auto &row : grid.rows) {
        int lines = 1;
        for (const PlacedCell &placed : row) {
            const bool isLast = placed.row + 1 == static_cast<int>(table.rows.size());
            const bool isBold = placed.row < table.headerRows || (isLast && table.lastRowIsTotal);
            const TableCell cell = placed.cell ? *placed.cell : TableCell{};
            const auto number = typedNumber(cell);
            lxw_format *format = cellFormat(cell.alignment, isBold, number ? number->format : QString());
            if (placed.rowSpan > 1 || placed.columnSpan > 1)
                check(worksheet_merge_range(sheet, rowNumber(placed.row), columnNumber(placed.column),
                                            rowNumber(placed.row + placed.rowSpan - 1),
                                            columnNumber(placed.column + placed.columnSpan - 1), "", format),
                      title);
            if (number)
                check(worksheet_write_number(sheet, rowNumber(placed.row), columnNumber(placed.column),
                                             number->value, format),
                      title);
            else
                writeString(sheet, placed.row, placed.column, cell.text(), format);
            const auto begin = widths.begin() + placed.column;
            const int width = std::accumulate(begin, begin + placed.columnSpan, 0);
            lines = std::max(lines, linesIn(cell.text(), width / kTwipsPerCharacter));
        }
        if (!row.empty())
            setHeight(sheet, row.front().row, lines);
    }
    if (table.headerRows > 0) {
        worksheet_freeze_panes(sheet, rowNumber(table.headerRows), 0);
        worksheet_repeat_rows(sheet, 0, rowNumber(table.headerRows - 1));
    }
}

void Spreadsheet::writeFigures() {
    lxw_worksheet *sheet = addSheet(QStringLiteral("取数说明"));
    if (!sheet)
        return;
    const std::pair<const char *, double> columns[]{{"序号", 6},  {"数字", 14},   {"含义", 26},
                                                    {"计算", 34}, {"精确值", 24}, {"开发区", 16},
                                                    {"指标", 12}, {"口径", 18},   {"标识", 30}};
    int column = 0;
    for (const auto &[name, width] : columns) {
        worksheet_set_column(sheet, columnNumber(column), columnNumber(column), width, nullptr);
        writeString(sheet, 0, column++, QString::fromUtf8(name), cellFormat(Qt::AlignCenter, true));
    }
    lxw_format *plain = cellFormat(Qt::AlignLeft, false);
    int row = 0;
    for (const Span *span : m_document.figures()) {
        const FigureRef &figure = *span->figure;
        ++row;
        check(worksheet_write_number(sheet, rowNumber(row), 0, row,
                                     cellFormat(Qt::AlignCenter, false, QStringLiteral("0"))),
              QStringLiteral("取数说明"));
        const QString rules = figure.rateId.isEmpty() ? QString() : m_document.rulesName;
        const QString zone = figure.zone.isEmpty() ? QStringLiteral("全市") : figure.zone;
        column = 1;
        for (const QString &text : {span->text, figure.meaning, figure.formula, figure.value, zone,
                                    figure.rateId, rules, figure.id})
            writeString(sheet, row, column++, text, plain);
    }
    worksheet_set_landscape(sheet);
    worksheet_repeat_rows(sheet, 0, 0);
    worksheet_freeze_panes(sheet, 1, 0);
}

} // namespace yipi::reports
