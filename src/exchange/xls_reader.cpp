// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/xls_reader.h"

#include "exchange/biff_records.h"
#include "exchange/cell_values.h"
#include "exchange/csv_reader.h"

#include <bit>
#include <deque>

namespace yipi::exchange::detail {

namespace {

struct SheetStart {
    QString name;
    qsizetype position = 0;
    bool isHidden = false;
    bool hasCells = false; ///< not a chart or a macro sheet
};

QString errorText(quint8 code) {
    switch (code) {
    case 0x00:
        return QStringLiteral("#NULL!");
    case 0x07:
        return QStringLiteral("#DIV/0!");
    case 0x0F:
        return QStringLiteral("#VALUE!");
    case 0x17:
        return QStringLiteral("#REF!");
    case 0x1D:
        return QStringLiteral("#NAME?");
    case 0x24:
        return QStringLiteral("#NUM!");
    default:
        return QStringLiteral("#N/A");
    }
}

/// A number packed into 30 bits: an integer or the upper half of a double, either perhaps in hundredths.
double unpacked(quint32 packed) {
    constexpr quint32 kHundredths = 1, kInteger = 2;
    const double value = (packed & kInteger) != 0 ? double(qint32(packed) >> 2)
                                                  : std::bit_cast<double>(quint64(packed & ~3U) << 32);
    return (packed & kHundredths) != 0 ? value / 100 : value;
}

class XlsReader {
public:
    XlsReader(const QByteArray &stream, ReadBudget &budget)
        : m_stream(stream)
        , m_budget(budget) {}
    std::vector<Sheet> read();

private:
    BiffRecord next();
    void readGlobals();
    void readGlobal(BiffRecord &record);
    void readSharedTexts(BiffRecord &record);
    Sheet readSheet(const SheetStart &entry);
    void readCell(BiffRecord &record, SheetBuilder &sheet);
    void readFormula(BiffRecord &record, SheetBuilder &sheet);
    void readLooks(BiffRecord &record, SheetBuilder &sheet);
    QString text(BiffRecord &record, int length);
    Cell numberOf(double value, int format) const;

    BiffStream m_stream;
    ReadBudget &m_budget;
    bool m_isBiff8 = true;
    int m_codePage = 936;
    QDate m_origin{1899, 12, 30};
    QHash<int, QString> m_codes;
    std::vector<FormatKind> m_formats; ///< by cell format
    std::deque<QString> m_texts;       ///< a vector would need thrice the room while it grows
    std::vector<SheetStart> m_entries;
    CellAddress m_formula; ///< that waits for its text
};

BiffRecord XlsReader::next() {
    const qsizetype before = m_stream.position();
    BiffRecord record = m_stream.next();
    m_budget.spendBytes(m_stream.position() - before);
    return record;
}

QString XlsReader::text(BiffRecord &record, int length) {
    if (m_isBiff8)
        return record.text(length);
    const QByteArray bytes = record.bytes(length);
    return m_codePage == 936 ? fromGb18030(bytes).value_or(QString::fromLatin1(bytes))
                             : QString::fromLatin1(bytes);
}

Cell XlsReader::numberOf(double value, int format) const {
    const bool known = std::size_t(format) < m_formats.size();
    return numberCell(value, known ? m_formats[std::size_t(format)] : FormatKind::Plain, m_origin);
}

void XlsReader::readSharedTexts(BiffRecord &record) {
    record.skip(4); // how often they are used
    for (quint32 left = record.doubleWord(); left > 0; --left) {
        const int length = record.word();
        m_texts.push_back(record.text(length));
        m_budget.spendMemory(sizeof(QString));
        m_budget.spendText(m_texts.back());
    }
}

void XlsReader::readGlobal(BiffRecord &record) {
    switch (record.kind) {
    case Biff::FilePassword:
        throw ReadStopped{ReadStopped::Reason::Encrypted};
    case Biff::Date1904:
        if (record.word() == 1)
            m_origin = QDate(1904, 1, 1);
        break;
    case Biff::CodePage:
        m_codePage = record.word();
        break;
    case Biff::FormatCode: {
        const int identifier = record.word();
        const int length = m_isBiff8 ? record.word() : record.byte();
        m_codes.insert(identifier, text(record, length));
        break;
    }
    case Biff::CellFormat: {
        record.skip(2); // font
        const int identifier = record.word();
        m_formats.push_back(m_codes.contains(identifier) ? formatKind(-1, m_codes.value(identifier))
                                                         : formatKind(identifier, {}));
        break;
    }
    case Biff::SheetEntry: {
        SheetStart entry;
        entry.position = qsizetype(record.doubleWord());
        entry.isHidden = (record.byte() & 3) != 0;
        entry.hasCells = record.byte() == 0;
        const int length = record.byte();
        entry.name = text(record, length);
        m_entries.push_back(entry);
        break;
    }
    case Biff::SharedTexts:
        readSharedTexts(record);
        break;
    default:
        break;
    }
}

void XlsReader::readGlobals() {
    BiffRecord start = next();
    if (start.kind != Biff::StartOfPart)
        throw ReadStopped{};
    constexpr quint16 kBiff8 = 0x0600, kBiff5 = 0x0500;
    const quint16 version = start.word();
    if (version != kBiff8 && version != kBiff5)
        throw ReadStopped{};
    m_isBiff8 = version == kBiff8;
    for (BiffRecord record = next(); record.kind != Biff::EndOfPart; record = next())
        readGlobal(record);
}

void XlsReader::readFormula(BiffRecord &record, SheetBuilder &sheet) {
    const int row = record.word() + 1, column = record.word() + 1, format = record.word();
    BiffRecord asNumber = record;
    const quint8 kind = record.byte();
    record.skip(1);
    const quint8 value = record.byte();
    record.skip(3);
    const bool isNumber = record.word() != 0xFFFF;
    const quint16 options = record.word();
    constexpr quint16 kNeverCalculated = 3; // what libraries write that can't calculate, with the result 0
    const Cell unknown = formulaCell(QStringLiteral("=…"));
    if (isNumber) {
        const double result = asNumber.number();
        const bool isUnknown = result == 0 && (options & kNeverCalculated) == kNeverCalculated;
        sheet.put(row, column, isUnknown ? unknown : numberOf(result, format));
    } else if (kind == 0) { // a text, which follows in a record of its own, if it has been calculated at all
        sheet.put(row, column, unknown);
        m_formula = {row, column};
    } else if (kind == 1) {
        sheet.put(row, column, flagCell(value != 0));
    } else if (kind == 2) {
        sheet.put(row, column, formulaCell(errorText(value)));
    }
}

void XlsReader::readCell(BiffRecord &record, SheetBuilder &sheet) {
    if (record.kind == Biff::FormulaText) { // its formula came before
        if (m_formula.row > 0)
            sheet.put(m_formula.row, m_formula.column, textCell(text(record, record.word())));
        m_formula = {};
        return;
    }
    const int row = record.word() + 1;
    int column = record.word() + 1;
    if (record.kind == Biff::NumberRow) {
        for (; record.left() >= 6; ++column) { // at the end stands the last column once more
            const int format = record.word();
            sheet.put(row, column, numberOf(unpacked(record.doubleWord()), format));
        }
        return;
    }
    const int format = record.word();
    switch (record.kind) {
    case Biff::Number:
        return sheet.put(row, column, numberOf(record.number(), format));
    case Biff::ShortNumber:
        return sheet.put(row, column, numberOf(unpacked(record.doubleWord()), format));
    case Biff::SharedLabel: {
        const quint32 index = record.doubleWord();
        if (index >= m_texts.size())
            throw ReadStopped{};
        return sheet.put(row, column, textCell(m_texts[index]));
    }
    case Biff::FlagOrError: {
        const quint8 value = record.byte();
        const bool isError = record.byte() != 0;
        return sheet.put(row, column, isError ? formulaCell(errorText(value)) : flagCell(value != 0));
    }
    default: // Label, RichLabel
        return sheet.put(row, column, textCell(text(record, record.word())));
    }
}

void XlsReader::readLooks(BiffRecord &record, SheetBuilder &sheet) {
    if (record.kind == Biff::Merged) {
        for (int left = record.word(); left > 0; --left) {
            CellRange range;
            for (int *number : {&range.firstRow, &range.lastRow, &range.firstColumn, &range.lastColumn})
                *number = record.word() + 1;
            sheet.merge(range);
        }
    } else if (record.kind == Biff::Row) {
        const int row = record.word() + 1;
        record.skip(10);
        if ((record.word() & 0x20) != 0)
            sheet.hideRow(row);
    } else {
        const int first = record.word() + 1, last = record.word() + 1;
        record.skip(4);
        if ((record.word() & 1) != 0)
            sheet.hideColumns(first, last);
    }
}

Sheet XlsReader::readSheet(const SheetStart &entry) {
    SheetBuilder sheet(m_budget, entry.name, entry.isHidden);
    m_formula = {};
    m_stream.seek(entry.position);
    if (next().kind != Biff::StartOfPart)
        throw ReadStopped{};
    for (int depth = 1; depth > 0;) { // charts on the sheet are parts within it
        BiffRecord record = next();
        depth += record.kind == Biff::StartOfPart ? 1 : record.kind == Biff::EndOfPart ? -1 : 0;
        if (depth != 1)
            continue;
        switch (record.kind) {
        case Biff::Formula:
            readFormula(record, sheet);
            break;
        case Biff::Label:
        case Biff::RichLabel:
        case Biff::SharedLabel:
        case Biff::Number:
        case Biff::ShortNumber:
        case Biff::NumberRow:
        case Biff::FlagOrError:
        case Biff::FormulaText:
            readCell(record, sheet);
            break;
        case Biff::Merged:
        case Biff::Row:
        case Biff::ColumnInfo:
            readLooks(record, sheet);
            break;
        default:
            break;
        }
    }
    return sheet.take();
}

std::vector<Sheet> XlsReader::read() {
    readGlobals();
    std::vector<Sheet> sheets;
    for (const SheetStart &entry : m_entries)
        if (entry.hasCells)
            sheets.push_back(readSheet(entry));
    return sheets;
}

} // namespace

std::vector<Sheet> readXls(const QByteArray &stream, ReadBudget &budget) {
    budget.expectBytes(stream.size());
    return XlsReader(stream, budget).read();
}

} // namespace yipi::exchange::detail
