// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/xlsx_book.h"

#include <QFile>
#include <QRegularExpression>
#include <xlsxwriter.h>

namespace yipi::exchange::detail {

namespace {

lxw_row_t line(int row) {
    return lxw_row_t(row - 1);
}
lxw_col_t letter(int column) {
    return lxw_col_t(column - 1);
}

/// Excel reads "_x000D_" in a text as the character of that number (ECMA-376 22.9.2.19); libxlsxwriter
/// escapes control characters that way but leaves such texts as they are.
QByteArray cellText(const QString &text) {
    static const QRegularExpression kLooksEscaped(QStringLiteral("_(?=x[0-9A-Fa-f]{4}_)"));
    const QByteArray utf8 = text.toUtf8();
    if (!utf8.contains('_')) // hardly any has it
        return utf8;
    return QString(text).replace(kLooksEscaped, QStringLiteral("_x005F_")).toUtf8();
}

void dress(lxw_format *format, CellStyle style) {
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    switch (style) {
    case CellStyle::Title:
        format_set_bold(format);
        format_set_font_size(format, 16);
        format_set_align(format, LXW_ALIGN_CENTER);
        return;
    case CellStyle::Unit:
        format_set_align(format, LXW_ALIGN_RIGHT);
        return;
    case CellStyle::Header:
        format_set_bold(format);
        format_set_text_wrap(format);
        format_set_align(format, LXW_ALIGN_CENTER);
        format_set_bg_color(format, 0xE8EDF3);
        break;
    case CellStyle::Wrapped:
        format_set_text_wrap(format);
        break;
    case CellStyle::Text:
        format_set_num_format(format, "@"); // what is typed here later stays as typed: codes, phone numbers
        break;
    case CellStyle::Integer:
        format_set_num_format(format, "#,##0");
        break;
    case CellStyle::Quantity:
        format_set_num_format(format, "#,##0.##");
        break;
    case CellStyle::Money:
        format_set_num_format(format, "#,##0.00######");
        break;
    case CellStyle::Date:
        format_set_num_format(format, "yyyy-mm-dd");
        break;
    case CellStyle::Note:
        format_set_text_wrap(format);
        format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
        return;
    case CellStyle::Plain:
        return;
    case CellStyle::MarkedError:
        format_set_bg_color(format, 0xF8D7D3);
        break;
    case CellStyle::MarkedDoubt:
        format_set_bg_color(format, 0xFCECC2);
        break;
    }
    format_set_border(format, LXW_BORDER_THIN);
    format_set_border_color(format, 0xB8C2CC);
}

} // namespace

XlsxBook::XlsxBook(Order order) {
    m_path = QFile::encodeName(m_folder.filePath(QStringLiteral("book.xlsx")));
    QByteArray folder = QFile::encodeName(m_folder.path());
    lxw_workbook_options options{};
    options.constant_memory = order == Order::FromTheTop ? LXW_TRUE : LXW_FALSE;
    options.tmpdir = folder.data();
    m_book = workbook_new_opt(m_path.constData(), &options);
    for (int i = 0; i < kCellStyles; ++i) {
        m_formats[std::size_t(i)] = workbook_add_format(m_book);
        dress(m_formats[std::size_t(i)], CellStyle(i));
        m_inputFormats[std::size_t(i)] = workbook_add_format(m_book);
        dress(m_inputFormats[std::size_t(i)], CellStyle(i));
        format_set_unlocked(m_inputFormats[std::size_t(i)]);
    }
}

XlsxBook::~XlsxBook() {
    if (m_book)
        workbook_close(m_book); // frees it; the file goes with the folder
}

void XlsxBook::check(int error, int row, int column) {
    if (error == LXW_NO_ERROR || m_error)
        return;
    Error failure;
    failure.code = ErrorCode::Refused;
    failure.place.sheet = m_sheetName;
    failure.place.row = row;
    failure.place.column = column;
    failure.message =
        error == LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED
            ? QStringLiteral("有一段文字超过 32767 个字符，电子表格的单元格放不下。")
            : QStringLiteral("写工作簿失败：%1。").arg(QString::fromUtf8(lxw_strerror(lxw_error(error))));
    m_error = failure;
}

void XlsxBook::beginSheet(const QString &name) {
    m_sheetName = name;
    m_sheet = workbook_add_worksheet(m_book, name.toUtf8().constData());
}

void XlsxBook::text(int row, int column, const QString &text, CellStyle style) {
    auto *format = m_formats[std::size_t(style)];
    check(text.isEmpty() ? worksheet_write_blank(m_sheet, line(row), letter(column), format)
                         : worksheet_write_string(m_sheet, line(row), letter(column),
                                                  cellText(text).constData(), format),
          row, column);
}

void XlsxBook::number(int row, int column, double value, CellStyle style) {
    check(worksheet_write_number(m_sheet, line(row), letter(column), value, m_formats[std::size_t(style)]));
}

void XlsxBook::date(int row, int column, QDate date) {
    lxw_datetime when{date.year(), date.month(), date.day(), 0, 0, 0};
    check(worksheet_write_datetime(m_sheet, line(row), letter(column), &when,
                                   m_formats[std::size_t(CellStyle::Date)]));
}

void XlsxBook::writeFormula(int row, int column, const QString &formula, lxw_format *format) {
    check(worksheet_write_formula_str(m_sheet, line(row), letter(column), formula.toUtf8().constData(),
                                      format, ""),
          row, column);
}

void XlsxBook::formula(int row, int column, const QString &formula, CellStyle style) {
    writeFormula(row, column, formula, m_formats[std::size_t(style)]);
}

void XlsxBook::inputFormula(int row, int column, const QString &formula, CellStyle style) {
    writeFormula(row, column, formula, m_inputFormats[std::size_t(style)]);
}

void XlsxBook::input(int row, int column, CellStyle style) {
    check(worksheet_write_blank(m_sheet, line(row), letter(column), m_inputFormats[std::size_t(style)]));
}

void XlsxBook::protectSheet(int firstRow, int lastRow, int lastColumn) {
    QByteArray isLocked = QStringLiteral("=CELL(\"protect\",A%1)=1").arg(firstRow).toUtf8();
    lxw_format *shade = workbook_add_format(m_book);
    format_set_bg_color(shade, 0xEDEFF2);
    lxw_conditional_format condition{};
    condition.type = LXW_CONDITIONAL_TYPE_FORMULA;
    condition.value_string = isLocked.data();
    condition.format = shade;
    check(worksheet_conditional_format_range(m_sheet, line(firstRow), 0, line(lastRow), letter(lastColumn),
                                             &condition));
    lxw_protection allowed{};
    allowed.format_columns = LXW_TRUE;
    allowed.format_rows = LXW_TRUE;
    allowed.autofilter = LXW_TRUE;
    worksheet_protect(m_sheet, nullptr, &allowed);
}

void XlsxBook::mergedText(int row, int lastColumn, const QString &content, CellStyle style) {
    if (lastColumn > 1)
        check(worksheet_merge_range(m_sheet, line(row), 0, line(row), letter(lastColumn),
                                    cellText(content).constData(), m_formats[std::size_t(style)]));
    else
        text(row, 1, content, style);
}

void XlsxBook::merge(int firstRow, int firstColumn, int lastRow, int lastColumn) {
    check(worksheet_merge_range(m_sheet, line(firstRow), letter(firstColumn), line(lastRow),
                                letter(lastColumn), "", m_formats[std::size_t(CellStyle::Plain)]),
          firstRow, firstColumn);
}

void XlsxBook::comment(int row, int column, const QString &text) {
    constexpr qsizetype kLongest = 2000; // a reader of comments stops long before the format's 32767
    lxw_comment_options options{};
    options.x_scale = 2;
    check(worksheet_write_comment_opt(m_sheet, line(row), letter(column),
                                      cellText(text.left(kLongest)).constData(), &options),
          row, column);
}

void XlsxBook::columnWidth(int column, double width, CellStyle style) {
    check(
        worksheet_set_column(m_sheet, letter(column), letter(column), width, m_formats[std::size_t(style)]));
}

void XlsxBook::hideColumn(int column) {
    lxw_row_col_options options{};
    options.hidden = LXW_TRUE;
    check(worksheet_set_column_opt(m_sheet, letter(column), letter(column), 8, nullptr, &options));
}

void XlsxBook::hideRow(int row) {
    lxw_row_col_options options{};
    options.hidden = LXW_TRUE;
    check(worksheet_set_row_opt(m_sheet, line(row), LXW_DEF_ROW_HEIGHT, nullptr, &options), row);
}

void XlsxBook::rowHeight(int row, double points) {
    check(worksheet_set_row(m_sheet, line(row), points, nullptr));
}

void XlsxBook::freezeBelow(int headerRow, int frozenColumns, int lastRow, int lastColumn) {
    worksheet_freeze_panes(m_sheet, lxw_row_t(headerRow), lxw_col_t(frozenColumns));
    check(worksheet_autofilter(m_sheet, line(headerRow), 0, line(std::max(lastRow, headerRow + 1)),
                               letter(lastColumn)));
}

void XlsxBook::printWide(int headerRow) {
    constexpr uint8_t kA3 = 8;
    worksheet_set_landscape(m_sheet);
    worksheet_set_paper(m_sheet, kA3);
    worksheet_fit_to_pages(m_sheet, 1, 0);
    check(worksheet_repeat_rows(m_sheet, 0, line(headerRow)));
    worksheet_set_footer(m_sheet, "&C&P / &N");
}

void XlsxBook::offerChoices(int column, int firstRow, int lastRow, const QString &formula) {
    QByteArray range = formula.toUtf8();
    lxw_data_validation validation{};
    validation.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
    validation.value_formula = range.data();
    validation.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING; // old names may be right: the import decides
    check(worksheet_data_validation_range(m_sheet, line(firstRow), letter(column), line(lastRow),
                                          letter(column), &validation));
}

void XlsxBook::offerChoices(int column, int firstRow, int lastRow, const QStringList &choices) {
    std::vector<QByteArray> texts;
    for (const QString &choice : choices)
        texts.push_back(choice.toUtf8());
    std::vector<const char *> list;
    for (const QByteArray &text : texts)
        list.push_back(text.constData());
    list.push_back(nullptr);
    lxw_data_validation validation{};
    validation.validate = LXW_VALIDATION_TYPE_LIST;
    validation.value_list = const_cast<decltype(validation.value_list)>(list.data());
    validation.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;
    check(worksheet_data_validation_range(m_sheet, line(firstRow), letter(column), line(lastRow),
                                          letter(column), &validation));
}

void XlsxBook::acceptAmounts(int column, int firstRow, int lastRow) {
    lxw_data_validation validation{};
    validation.validate = LXW_VALIDATION_TYPE_DECIMAL;
    validation.criteria = LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO;
    validation.value_number = 0;
    validation.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;
    check(worksheet_data_validation_range(m_sheet, line(firstRow), letter(column), line(lastRow),
                                          letter(column), &validation));
}

void XlsxBook::hideSheet() {
    worksheet_hide(m_sheet);
}

Result<QByteArray> XlsxBook::finish() {
    const auto closed = workbook_close(std::exchange(m_book, nullptr));
    if (closed != LXW_NO_ERROR)
        return fail(ErrorCode::Io,
                    QStringLiteral("写工作簿失败：%1。").arg(QString::fromUtf8(lxw_strerror(closed))),
                    QStringLiteral("请检查磁盘空间后重试。"));
    if (m_error)
        return Failure(*m_error);
    QFile file(QFile::decodeName(m_path));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Io, QStringLiteral("读不出刚写好的工作簿。"),
                    QStringLiteral("请检查磁盘空间后重试。"));
    return file.readAll();
}

} // namespace yipi::exchange::detail
