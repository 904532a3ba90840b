// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/workbook_writer.h"

#include "exchange/dictionary_sheet.h"
#include "exchange/export_tables.h"

namespace yipi::exchange {

namespace {

using namespace detail;

constexpr int kExportHeaderRow = 3;

/// Writes tables as sheets, each with title, unit line, filters and drop-down lists.
class WorkbookExport {
public:
    explicit WorkbookExport(const ExportData &data)
        : m_tables(data)
        , m_unit(data.unit)
        , m_names(data)
        , m_dictionary(data) {}
    const ExportTables &tables() const { return m_tables; }
    void add(const ExportTable &table);
    Result<QByteArray> finish();

private:
    ExportTables m_tables;
    MoneyUnit m_unit;
    ReferenceNames m_names;
    DictionarySheet m_dictionary;
    XlsxBook m_book;
};

void WorkbookExport::add(const ExportTable &table) {
    constexpr int kFrozenColumns = 2;
    const int last = int(table.columns.size());
    const int lastRow = kExportHeaderRow + int(table.rows.size());
    m_book.beginSheet(table.name);
    for (int i = 0; i < last; ++i) {
        const FieldInfo &field = table.columns[std::size_t(i)].info();
        m_book.columnWidth(i + 1, widthOf(field));
        if (field.isInternal)
            m_book.hideColumn(i + 1); // the mark by which the import knows a renamed project
    }
    m_book.mergedText(1, last, table.name, CellStyle::Title);
    m_book.mergedText(2, last, QStringLiteral("单位：%1").arg(title(m_unit)), CellStyle::Unit);
    for (int i = 0; i < last; ++i)
        m_book.text(kExportHeaderRow, i + 1, exportHeader(table.columns[std::size_t(i)].info(), m_unit),
                    CellStyle::Header);
    for (std::size_t r = 0; r < table.rows.size(); ++r)
        for (int i = 0; i < last; ++i) {
            const ExportColumn &column = table.columns[std::size_t(i)];
            writeValue(m_book, kExportHeaderRow + 1 + int(r), i + 1, column.info(),
                       m_tables.valueOf(column, table.rows[r]), m_unit, m_names);
        }
    m_book.freezeBelow(kExportHeaderRow, kFrozenColumns, lastRow, last);
    m_book.printWide(kExportHeaderRow);
    for (int i = 0; i < last; ++i)
        m_dictionary.offer(m_book, table.columns[std::size_t(i)].info(), i + 1, kExportHeaderRow + 1,
                           std::max(lastRow, kExportHeaderRow + 1));
}

Result<QByteArray> WorkbookExport::finish() {
    m_dictionary.write(m_book);
    return m_book.finish();
}

/// RFC 4180 with every text in quotation marks; a text that a spreadsheet would take for a formula gets an
/// apostrophe, which our import takes off again.
QString csvText(const QString &text) {
    static const QString kFormulaStarts = QStringLiteral("=+-@\t\r\n＝＋－＠'");
    QString result = text;
    result.replace(u'"', QStringLiteral("\"\""));
    if (!text.isEmpty() && (kFormulaStarts.contains(text.at(0)) || text.at(0).isNull()))
        result.prepend(u'\'');
    return u'"' + result + u'"';
}

} // namespace

Result<QByteArray> exportWorkbook(const ExportData &data) {
    WorkbookExport book(data);
    for (const ExportTable &table : book.tables().all())
        book.add(table);
    return book.finish();
}

Result<QByteArray> exportView(const ExportData &data, const QString &name, const std::vector<int> &fields) {
    WorkbookExport book(data);
    book.add(book.tables().view(name, fields));
    return book.finish();
}

QByteArray exportCsv(const ExportData &data) {
    const ReferenceNames names(data);
    const ExportTables tables(data);
    const auto columns = projectColumns(data);
    QString text = QStringLiteral("\uFEFF");
    const auto addLine = [&](const auto &cell) {
        for (std::size_t i = 0; i < columns.size(); ++i)
            text += (i > 0 ? QStringLiteral(",") : QString()) + cell(columns[i]);
        text += QStringLiteral("\r\n");
    };
    addLine([&](const ExportColumn &column) { return csvText(exportHeader(column.info(), data.unit)); });
    for (const Project &project : data.projects) {
        const ExportRow row{&project};
        addLine([&](const ExportColumn &column) {
            const FieldInfo &field = column.info();
            const QString value = exactText(field, tables.valueOf(column, row), data.unit, names);
            const bool isFigure = field.type == FieldType::Money || field.type == FieldType::Integer ||
                                  field.type == FieldType::Quantity;
            return isFigure || value.isEmpty() ? value : csvText(value);
        });
    }
    return text.toUtf8();
}

} // namespace yipi::exchange
