// SPDX-License-Identifier: GPL-3.0-or-later
// What the workbooks of tests/data don't show of old xls files, record by record.
#include "exchange/xls_reader.h"

#include <QtEndian>
#include <gtest/gtest.h>

namespace yipi::exchange::test {

namespace {

QByteArray word(int value) {
    QByteArray bytes(2, '\0');
    qToLittleEndian(quint16(value), bytes.data());
    return bytes;
}
QByteArray doubleWord(quint32 value) {
    QByteArray bytes(4, '\0');
    qToLittleEndian(value, bytes.data());
    return bytes;
}
QByteArray number(double value) {
    QByteArray bytes(8, '\0');
    qToLittleEndian(value, bytes.data());
    return bytes;
}
QByteArray record(int kind, const QByteArray &content) {
    return word(kind) + word(int(content.size())) + content;
}
QByteArray place(int row, int column, int format = 0) {
    return word(row) + word(column) + word(format);
}
QByteArray formula(int row, int column, const QByteArray &result, int options = 0) {
    return record(0x0006, place(row, column) + result + word(options) + doubleWord(0) + word(0));
}
QByteArray special(int kind, int value = 0) {
    return QByteArray(1, char(kind)) + '\0' + char(value) + QByteArray(3, '\0') + word(0xFFFF);
}

constexpr int kBiff8 = 0x0600, kBiff5 = 0x0500;
const QByteArray kEnd = record(0x000A, {});

QByteArray startOfPart(int version, int kind) {
    return record(0x0809, word(version) + word(kind) + QByteArray(12, '\0'));
}

/// A workbook of one sheet. `entryName`: the sheet's name as its entry writes it.
QByteArray bookOf(int version, const QByteArray &globals, const QByteArray &entryName,
                  const QByteArray &cells) {
    const QByteArray head = startOfPart(version, 5) + globals;
    const auto entrySize = 4 + 6 + entryName.size();
    const QByteArray entry =
        record(0x0085, doubleWord(quint32(head.size() + entrySize + kEnd.size())) + word(0) + entryName);
    return head + entry + kEnd + startOfPart(version, 16) + cells + kEnd;
}

Sheet sheetOf(const QByteArray &book) {
    const ProgressReport silent;
    detail::ReadBudget budget(silent);
    auto sheets = detail::readXls(book, budget);
    EXPECT_EQ(sheets.size(), 1u);
    return sheets.empty() ? Sheet{} : std::move(sheets[0]);
}

Sheet biff8(const QByteArray &cells, const QByteArray &globals = {}) {
    return sheetOf(bookOf(kBiff8, globals, QByteArray("\1\0a", 3), cells));
}

} // namespace

/// libfreexl, which is in Debian, leaves all of these cells empty without a word.
TEST(Xls, KeepsWhatFormulasGave) {
    const Sheet sheet =
        biff8(formula(0, 0, number(2501)) + formula(0, 1, special(0)) +
              record(0x0207, word(2) + QByteArray("\0ab", 3)) + formula(0, 2, special(1, 1)) +
              formula(0, 3, special(2, 0x17)) + formula(0, 4, special(3)) + formula(0, 5, number(0), 3) +
              formula(0, 6, special(0)) + formula(0, 7, number(0)));
    EXPECT_EQ(sheet.cell(1, 1).text, QStringLiteral("2501"));
    EXPECT_EQ(sheet.cell(1, 2).text, QStringLiteral("ab"));
    EXPECT_EQ(sheet.cell(1, 3).kind, Cell::Kind::Flag);
    EXPECT_EQ(sheet.cell(1, 4).text, QStringLiteral("#REF!"));
    EXPECT_EQ(sheet.cell(1, 4).kind, Cell::Kind::Formula);
    EXPECT_EQ(sheet.cell(1, 5).kind, Cell::Kind::Empty) << "the empty text is a result";
    EXPECT_EQ(sheet.cell(1, 6).kind, Cell::Kind::Formula) << "never calculated";
    EXPECT_EQ(sheet.cell(1, 7).kind, Cell::Kind::Formula) << "its text is missing";
    EXPECT_EQ(sheet.cell(1, 8).text, QStringLiteral("0"));
}

TEST(Xls, ReadsPackedNumbersByTheirFormats) {
    const QByteArray formats = record(0x00E0, word(0) + word(0)) + record(0x00E0, word(0) + word(9)) +
                               record(0x00E0, word(0) + word(31)) + // 2024年3月15日 of Chinese Excel
                               record(0x041E, word(200) + word(2) + QByteArray("\0yy", 3)) +
                               record(0x00E0, word(0) + word(200));
    const auto packed = [](qint32 value, quint32 flags) { return doubleWord(quint32(value) << 2 | flags); };
    const QByteArray cells =
        record(0x027E, place(0, 0) + packed(-7, 2)) + record(0x027E, place(0, 1) + packed(125050, 3)) +
        record(0x00BD, word(1) + word(0) + word(2) + packed(45366, 2) + word(3) + packed(45366, 2) + word(1) +
                           packed(62, 3) + word(2)) +
        record(0x0203, place(2, 0, 1) + number(0.625)) + record(0x0205, place(2, 1) + QByteArray("\1\0", 2)) +
        record(0x0205, place(2, 2) + QByteArray("\x2A\1", 2));
    const Sheet sheet = biff8(cells, formats);
    const char *texts[3][3] = {
        {"-7", "1250.5", ""}, {"2024-03-15", "2024-03-15", "62%"}, {"62.5%", "是", "#N/A"}};
    for (int row = 1; row <= 3; ++row)
        for (int column = 1; column <= 3; ++column)
            EXPECT_EQ(sheet.cell(row, column).text, QString::fromUtf8(texts[row - 1][column - 1]));
    EXPECT_EQ(biff8(cells, record(0x0022, word(1)) + formats).cell(2, 1).text, QStringLiteral("2028-03-16"));
}

/// A text table is cut into records of 8 KB; where a text is cut, its width is said again.
TEST(Xls, JoinsTextsAcrossRecords) {
    const QByteArray wide = QByteArray(reinterpret_cast<const char *>(u"项目"), 4);
    const QByteArray table = record(0x00FC, doubleWord(2) + doubleWord(2) + word(4) + '\1' + wide) +
                             record(0x003C, QByteArray("\0ab", 3) + word(3) + QByteArray("\x0C", 1) +
                                                word(1) + doubleWord(2) + "x") +
                             record(0x003C, QByteArray("\0yz", 3) + QByteArray(4, '\0') + "??");
    const Sheet sheet = biff8(
        record(0x00FD, place(0, 0) + doubleWord(0)) + record(0x00FD, place(0, 1) + doubleWord(1)), table);
    EXPECT_EQ(sheet.cell(1, 1).text, QStringLiteral("项目ab"));
    EXPECT_EQ(sheet.cell(1, 2).text, QStringLiteral("xyz"));
}

TEST(Xls, ReadsExcel95InChinese) {
    const QByteArray name = QByteArray("\xC7\xA9\xD4\xBC"); // 签约
    const Sheet sheet = sheetOf(bookOf(kBiff5, record(0x0042, word(936)), char(name.size()) + name,
                                       record(0x0204, place(0, 0) + word(int(name.size())) + name)));
    EXPECT_EQ(sheet.name, QStringLiteral("签约"));
    EXPECT_EQ(sheet.cell(1, 1).text, QStringLiteral("签约"));
}

TEST(Xls, KnowsMergedAndHiddenCells) {
    const Sheet sheet = biff8(record(0x0208, word(4) + QByteArray(10, '\0') + word(0x20) + word(0)) +
                              record(0x007D, word(2) + word(3) + word(0) + word(0) + word(1) + word(0)) +
                              record(0x0203, place(5, 4) + number(1)) + startOfPart(kBiff8, 32) +
                              record(0x0203, place(9, 0) + number(1)) + kEnd + // of a chart on the sheet
                              record(0x00E5, word(1) + word(0) + word(1) + word(2) + word(5)));
    EXPECT_EQ(sheet.merged, (std::vector<CellRange>{{1, 3, 2, 6}}));
    EXPECT_EQ(sheet.hiddenRows, (std::vector<int>{5}));
    EXPECT_EQ(sheet.hiddenColumns, (std::vector<int>{3, 4}));
    EXPECT_EQ(sheet.rows.size(), 6u);
}

} // namespace yipi::exchange::test
