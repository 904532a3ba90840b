// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace yipi::exchange::detail {

/// Kinds of records in the stream of an xls workbook (MS-XLS 2.3.2) that matter here.
enum class Biff : quint16 {
    Formula = 0x0006,
    EndOfPart = 0x000A,
    Date1904 = 0x0022,
    FilePassword = 0x002F,
    Continue = 0x003C,
    CodePage = 0x0042,
    ColumnInfo = 0x007D,
    SheetEntry = 0x0085,
    NumberRow = 0x00BD,
    RichLabel = 0x00D6,
    CellFormat = 0x00E0,
    Merged = 0x00E5,
    SharedTexts = 0x00FC,
    SharedLabel = 0x00FD,
    Number = 0x0203,
    Label = 0x0204,
    FlagOrError = 0x0205,
    FormulaText = 0x0207,
    Row = 0x0208,
    ShortNumber = 0x027E,
    FormatCode = 0x041E,
    StartOfPart = 0x0809,
};

/// The content of one record with the records that continue it. All reading throws ReadStopped (Damaged)
/// beyond its end.
class BiffRecord {
public:
    Biff kind = Biff::EndOfPart;

    quint8 byte();
    quint16 word();
    quint32 doubleWord();
    double number();
    void skip(qsizetype bytes);
    qsizetype left() const; ///< in the record itself, without those that continue it
    /// A text of `length` characters that begins with its flags (BIFF8). The flags are said again where a
    /// record continues it.
    QString text(int length);
    QByteArray bytes(int length); ///< text of BIFF5, in the code page of the file

private:
    friend class BiffStream;
    bool nextSegment();

    std::vector<QByteArray> m_segments;
    std::size_t m_segment = 0;
    qsizetype m_at = 0;
};

/// The records of a stream, one after the other.
class BiffStream {
public:
    explicit BiffStream(const QByteArray &bytes)
        : m_bytes(bytes) {}
    void seek(qsizetype at) { m_at = at; }
    qsizetype position() const { return m_at; }
    bool atEnd() const { return m_at + 4 > m_bytes.size(); }
    BiffRecord next(); ///< throws ReadStopped when it is not whole

private:
    quint16 wordAt(qsizetype at) const;

    const QByteArray &m_bytes;
    qsizetype m_at = 0;
};

} // namespace yipi::exchange::detail
