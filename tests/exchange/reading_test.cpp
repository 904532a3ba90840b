// SPDX-License-Identifier: GPL-3.0-or-later
// Files that readWorkbook must refuse, each in words of its own.
#include "archive_bytes.h"
#include "exchange_fixture.h"

#include <QDir>

#include <set>

namespace yipi::exchange::test {

namespace {

class Reading : public testing::Test {
protected:
    Result<Workbook> read(const QString &name, const QByteArray &content) {
        return readWorkbook(writeFile(m_folder.filePath(name), content));
    }
    /// The refusal of a file: names it, says what to do and holds `words`.
    void expectRefused(const QString &name, const QByteArray &content, const char *words,
                       ErrorCode code = ErrorCode::FileUnreadable) {
        SCOPED_TRACE(name.toStdString());
        const auto result = read(name, content);
        ASSERT_FALSE(result);
        expectSays(result.error(), name, words, code);
    }
    void expectSays(const Error &error, const QString &name, const char *words, ErrorCode code) {
        EXPECT_EQ(key(error.code), key(code));
        EXPECT_TRUE(error.text().contains(name)) << error.text().toStdString();
        EXPECT_TRUE(error.message.contains(QString::fromUtf8(words))) << error.message.toStdString();
        EXPECT_FALSE(error.advice.isEmpty()) << error.message.toStdString();
    }

    QTemporaryDir m_folder;
};

QByteArray utf16(QStringView text) {
    return QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
}

QByteArray oleOf(QStringView stream) {
    return QByteArray("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8) + QByteArray(504, '\0') + utf16(u"Root Entry") +
           QByteArray(100, '\0') + utf16(stream) + QByteArray(1000, '\0');
}

QByteArray sourceFile(const QString &name) {
    QFile file(QStringLiteral(YIPI_SOURCE_DIR "/tests/data/") + name);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << name;
    return file.readAll();
}

Parts with(Parts parts, const std::string &name, const QByteArray &content) {
    parts[name] = content;
    return parts;
}

QByteArray workbookWith(const QByteArray &sheets) {
    return zipOf(with(xlsxParts(kGoodRows), "xl/workbook.xml",
                      "<workbook xmlns:r=\"urn:r\"><sheets>" + sheets + "</sheets></workbook>"));
}

} // namespace

TEST_F(Reading, ReadsTheFileThatTheOthersAreMadeFrom) {
    const auto book = read(QStringLiteral("好.xlsx"), zipOf(xlsxParts(kGoodRows)));
    ASSERT_TRUE(book) << book.error().text();
    EXPECT_EQ(book->sheets.at(0).cell(2, 1).text, QStringLiteral("甲项目"));
    EXPECT_EQ(book->sheets.at(0).cell(2, 2).text, QStringLiteral("1250.5"));
}

TEST_F(Reading, RefusesWhatIsNoFile) {
    const auto missing = readWorkbook(m_folder.filePath(QStringLiteral("没有.xlsx")));
    ASSERT_FALSE(missing);
    expectSays(missing.error(), QStringLiteral("没有.xlsx"), "找不到文件", ErrorCode::FileMissing);
    QDir(m_folder.path()).mkdir(QStringLiteral("夹.xlsx"));
    const auto folder = readWorkbook(m_folder.filePath(QStringLiteral("夹.xlsx")));
    ASSERT_FALSE(folder);
    expectSays(folder.error(), QStringLiteral("夹.xlsx"), "文件夹", ErrorCode::FileUnreadable);
    QFile huge(m_folder.filePath(QStringLiteral("大.xlsx")));
    ASSERT_TRUE(huge.open(QIODevice::WriteOnly) && huge.resize(129LL << 20)); // sparse
    const auto large = readWorkbook(huge.fileName());
    ASSERT_FALSE(large);
    expectSays(large.error(), QStringLiteral("大.xlsx"), "128 MB", ErrorCode::FileUnreadable);
}

TEST_F(Reading, RefusesWhatIsNoSpreadsheet) {
    expectRefused(QStringLiteral("空.xlsx"), {}, "空的");
    expectRefused(QStringLiteral("空.csv"), {}, "空的");
    expectRefused(QStringLiteral("文.xlsx"), "hello, world", "不是电子表格");
    expectRefused(QStringLiteral("图.ods"), QByteArray("\x89PNG\r\n\x1a\n\0\0\0\r", 12), "不是电子表格");
    expectRefused(QStringLiteral("网页.xls"), "\n<html><p>项目名称</p></html>", "网页");
    expectRefused(QStringLiteral("2003.xls"),
                  "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">"
                  "<Worksheet ss:Name=\"a\"/></Workbook>",
                  "2003");
    expectRefused(QStringLiteral("word.xlsx"), oleOf(u"WordDocument"), "不是电子表格");
    expectRefused(QStringLiteral("旧.xls"), oleOf(u"Workbook"), ".xls 文件");
    expectRefused(QStringLiteral("密.xls"), sourceFile(QStringLiteral("refused/password.xls")), "密码",
                  ErrorCode::FileEncrypted);
    expectRefused(QStringLiteral("旧5.xlsx"), oleOf(u"Book"), ".xls 文件");
    expectRefused(QStringLiteral("密.xlsx"), oleOf(u"EncryptedPackage"), "密码", ErrorCode::FileEncrypted);
    expectRefused(QStringLiteral("密.ods"),
                  zipOf(with(odsParts({}), "META-INF/manifest.xml", "<m><encryption-data/></m>")), "密码",
                  ErrorCode::FileEncrypted);
    expectRefused(QStringLiteral("照片.xlsx"), zipOf(Parts{{"IMG_1.jpg", "x"}}), "不是电子表格");
    expectRefused(QStringLiteral("文档.xlsx"),
                  zipOf(Parts{{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", "<d/>"}}),
                  "不是电子表格");
    expectRefused(QStringLiteral("二进制.xlsx"),
                  zipOf(Parts{{"[Content_Types].xml", "<Types/>"}, {"xl/workbook.bin", "x"}}), ".xlsb");
}

TEST_F(Reading, RefusesWorkbooksWithNothingInThem) {
    expectRefused(QStringLiteral("无表.xlsx"), workbookWith({}), "没有工作表");
    expectRefused(QStringLiteral("空表.xlsx"), zipOf(xlsxParts("<row r=\"1\"><c r=\"A1\" s=\"1\"/></row>")),
                  "没有任何内容");
    expectRefused(QStringLiteral("空表.ods"),
                  zipOf(odsParts("<table:table-row><table:table-cell/></table:table-row>")), "没有任何内容");
    const auto book = read(QStringLiteral("无头.csv"), "甲,1\n乙,2\n");
    ASSERT_TRUE(book);
    const auto plan = TestLedger().plan(*book);
    ASSERT_FALSE(plan);
    expectSays(plan.error(), QStringLiteral("无头.csv"), "表头", ErrorCode::NoHeader);
}

TEST_F(Reading, IgnoresMacros) {
    const auto book =
        read(QStringLiteral("宏.xlsm"), zipOf(with(xlsxParts(kGoodRows), "xl/vbaProject.bin", "x")));
    ASSERT_TRUE(book) << book.error().text();
    EXPECT_EQ(book->sheets.at(0).cell(2, 1).text, QStringLiteral("甲项目"));
}

TEST_F(Reading, RefusesDamagedParts) {
    const QString name = QStringLiteral("坏.xlsx");
    for (const char *part : {"xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml",
                             "xl/worksheets/sheet1.xml", "xl/_rels/workbook.xml.rels"})
        expectRefused(name, zipOf(with(xlsxParts(kGoodRows), part, "<a><b></a>")), "损坏");
    expectRefused(name, workbookWith("<sheet name=\"a\" sheetId=\"1\" r:id=\"c\"/>"), "没有工作表");
    for (const char *row : {"<row r=\"1\"><c r=\"A1\" t=\"s\"><v>99</v></c></row>", // no such text
                            "<row r=\"1\"><c r=\"A1048577\"><v>1</v></c></row>",    // below the last row
                            "<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>",        // beyond the last column
                            "<row r=\"1\"><c r=\"?\"><v>1</v></c></row>"})
        expectRefused(name, zipOf(xlsxParts(row)), "损坏");
    QByteArray flipped = zipOf(xlsxParts(kGoodRows));
    flipped[flipped.indexOf("1250.5")] = '7'; // the checksum tells
    expectRefused(name, flipped, "损坏");
    expectRefused(QStringLiteral("坏.ods"), zipOf(with(odsParts({}), "content.xml", "<a>")), "损坏");
    expectRefused(QStringLiteral("引号.csv"), "项目名称,总投资\n甲,1\n\"乙,2\n丙,3\n", "第 3 行");
    expectRefused(QStringLiteral("坏码.csv"), "\xC3\x28\xFF\xFF", "损坏");
    expectRefused(QStringLiteral("零.csv"), QByteArray("a\0b", 3), "损坏");
    // liborcus would lose what follows the 0 in a quoted cell.
    const char zeroInUtf16[] = "\xFF\xFE\"\0\"\0\"\0a\0\0\0b\0\"";
    expectRefused(QStringLiteral("零16.csv"), QByteArray(zeroInUtf16, sizeof zeroInUtf16), "损坏");
}

TEST_F(Reading, RefusesFilesCutOffAnywhere) {
    for (const char *source : {"messy_three_sheets.xlsx", "jinzhong.xlsx", "workbooks/office_ods.ods",
                               "workbooks/stars_and_flags_xls.xls"}) {
        const QByteArray whole = sourceFile(QString::fromLatin1(source));
        for (qsizetype size = 1024; size < whole.size(); size += 1024)
            expectRefused(QStringLiteral("断.") + QString::fromLatin1(source).section(u'.', -1),
                          whole.left(size), "损坏");
    }
}

TEST_F(Reading, RefusesDocumentTypesInEveryPart) {
    const QByteArray laughs =
        "<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
        "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d SYSTEM \"file:///etc/passwd\">]>"
        "<l>&c;&d;</l>";
    const Parts good = xlsxParts(kGoodRows);
    for (const auto &[part, content] : good)
        if (part != "[Content_Types].xml")
            expectRefused(QStringLiteral("笑.xlsx"), zipOf(with(good, part, laughs)), "不安全");
    expectRefused(QStringLiteral("笑.ods"), zipOf(with(odsParts({}), "content.xml", laughs)), "不安全");
}

TEST_F(Reading, RefusesEvilNames) {
    std::vector<ZipEntry> good;
    for (const auto &[name, content] : xlsxParts(kGoodRows))
        good.push_back({QByteArray::fromStdString(name), content, false, -1});
    for (const QByteArray &name :
         {QByteArray("../evil.xml"), QByteArray("xl/../../evil.xml"), QByteArray("/etc/passwd"),
          QByteArray("C:/evil.xml"), QByteArray("xl\\..\\evil.xml"), QByteArray("xl/.."),
          QByteArray(201, 'a'), QByteArray("a:b"), QByteArray("xl/workbook.xml")}) { // the last one: twice
        auto entries = good;
        entries.push_back({name, "x", false, -1});
        expectRefused(QStringLiteral("滑.xlsx"), zipOf(entries), "不安全");
    }
    for (int i = 0; i < 1000; ++i)
        good.push_back({"media/" + QByteArray::number(i), "x", false, -1});
    expectRefused(QStringLiteral("多.xlsx"), zipOf(good), "不安全");
}

TEST_F(Reading, RefusesBombs) {
    const auto bomb = [](const Parts &parts, const std::string &part, qsizetype size, qint64 toldSize) {
        std::vector<ZipEntry> entries;
        for (const auto &[name, content] : parts)
            if (name == part)
                entries.push_back(
                    {QByteArray::fromStdString(name), content + QByteArray(size, ' '), true, toldSize});
            else
                entries.push_back({QByteArray::fromStdString(name), content, false, -1});
        return zipOf(entries);
    };
    const std::string texts = "xl/sharedStrings.xml", manifest = "META-INF/manifest.xml";
    expectRefused(QStringLiteral("炸.xlsx"), bomb(xlsxParts(kGoodRows), texts, 8 << 20, -1), "不安全");
    // Sizes that lie: more than may be, a little less than there is, far less than there is.
    expectRefused(QStringLiteral("大话.xlsx"), bomb(xlsxParts(kGoodRows), texts, 1000, 300LL << 20), "过大");
    expectRefused(QStringLiteral("短话.xlsx"), bomb(xlsxParts(kGoodRows), texts, 5000, 1000), "损坏");
    expectRefused(QStringLiteral("小话.ods"), bomb(odsParts({}), manifest, 257 << 20, 1000), "过大");
}

TEST_F(Reading, KeepsEmptyFormattedRowsOut) {
    const QByteArray text =
        "<table:table-cell office:value-type=\"string\" xmlns:office=\"urn:oasis:names:tc:"
        "opendocument:xmlns:office:1.0\"><text:p>项目名称</text:p></table:table-cell>";
    const QByteArray rows =
        "<table:table-row>" + text +
        "</table:table-row><table:table-row "
        "table:number-rows-repeated=\"1048575\"><table:table-cell table:style-name=\"ce1\" "
        "table:number-columns-repeated=\"16384\"/></table:table-row>";
    const auto ods = read(QStringLiteral("长.ods"), zipOf(odsParts(rows)));
    ASSERT_TRUE(ods) << ods.error().text();
    EXPECT_EQ(ods->sheets.at(0).rows.size(), 1u);
    const QByteArray full =
        "<table:table-row table:number-rows-repeated=\"1048576\">" + text.repeated(16) + "</table:table-row>";
    expectRefused(QStringLiteral("满.ods"), zipOf(odsParts(full)), "过大");
    QByteArray styled = kGoodRows;
    for (int row = 3; row <= 50'000; ++row)
        styled += "<row r=\"" + QByteArray::number(row) + "\"><c s=\"1\"/><c s=\"1\"/></row>";
    const auto xlsx = read(QStringLiteral("长.xlsx"), zipOf(xlsxParts(styled)));
    ASSERT_TRUE(xlsx) << xlsx.error().text();
    EXPECT_EQ(xlsx->sheets.at(0).rows.size(), 2u);
}

TEST_F(Reading, LosesNoCellSilently) {
    const auto book =
        read(QStringLiteral("值.xlsx"),
             zipOf(xlsxParts("<row r=\"1\"><c r=\"A1\" t=\"d\"><v>2024-13-45</v></c>"
                             "<c r=\"B1\" t=\"d\"><v>2024-03-15T00:00:00</v></c>"
                             "<c r=\"C1\" t=\"e\"><v>#REF!</v></c><c r=\"D1\"><f>A1&amp;\"x\"</f></c>"
                             "<c r=\"E1\" s=\"1\"><v>45366</v></c><c r=\"F1\"><v>一</v></c>"
                             "<c r=\"G1\" t=\"str\"><f>A1</f><v>算出</v></c></row>")));
    ASSERT_TRUE(book) << book.error().text();
    const Sheet &sheet = book->sheets.at(0);
    const char *texts[] = {"2024-13-45", "2024-03-15", "#REF!", "=A1&\"x\"", "2024-03-15", "一", "算出"};
    for (int column = 1; column <= 7; ++column)
        EXPECT_EQ(sheet.cell(1, column).text, QString::fromUtf8(texts[column - 1])) << column;
    EXPECT_EQ(sheet.cell(1, 3).kind, Cell::Kind::Formula);
    EXPECT_EQ(sheet.cell(1, 4).kind, Cell::Kind::Formula);
    EXPECT_EQ(sheet.cell(1, 7).kind, Cell::Kind::Text);
    const auto ods = read(QStringLiteral("值.ods"),
                          zipOf(odsParts("<table:table-row><table:table-cell table:formula=\"of:=[.A1]+1\"/>"
                                         "</table:table-row>")));
    ASSERT_TRUE(ods) << ods.error().text();
    EXPECT_EQ(ods->sheets.at(0).cell(1, 1).kind, Cell::Kind::Formula);
}

TEST_F(Reading, TellsAnEmptyResultFromNone) {
    const auto book = read(QStringLiteral("公式.xlsx"),
                           zipOf(xlsxParts("<row r=\"1\"><c r=\"A1\"><f t=\"shared\" si=\"0\"/></c>"
                                           "<c r=\"B1\" t=\"str\"><f>IF(A1,1,\"\")</f><v></v></c>"
                                           "<c r=\"C1\"><f>A1</f><v>7</v></c></row>")));
    ASSERT_TRUE(book) << book.error().text();
    EXPECT_EQ(book->sheets.at(0).cell(1, 1).kind, Cell::Kind::Formula);
    EXPECT_EQ(book->sheets.at(0).cell(1, 2).kind, Cell::Kind::Empty);
    EXPECT_EQ(book->sheets.at(0).cell(1, 3).text, QStringLiteral("7"));
}

TEST_F(Reading, KnowsTheDatesOfOldMacs) {
    Parts parts = xlsxParts("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>43904</v></c></row>");
    parts["xl/workbook.xml"].replace("<sheets>", "<workbookPr date1904=\"1\"/><sheets>");
    const auto book = read(QStringLiteral("苹果.xlsx"), zipOf(parts));
    ASSERT_TRUE(book) << book.error().text();
    EXPECT_EQ(book->sheets.at(0).cell(1, 1).text, QStringLiteral("2024-03-15"));
}

/// The separator is what cuts the lines alike, not what is most frequent.
TEST_F(Reading, FindsTheSeparatorAmongOtherMarks) {
    for (const QByteArray &separator : {QByteArray(","), QByteArray("\t"), QByteArray(";")}) {
        QByteArray csv = "名称" + separator + "内容" + separator + "备注\n";
        const QByteArray others = QByteArray(",\t;").replace(separator, "");
        for (int row = 0; row < 5; ++row)
            csv += "甲" + separator + others.repeated(row * 2) + separator + "\n";
        const auto book = read(QStringLiteral("分隔.csv"), csv);
        ASSERT_TRUE(book) << book.error().text();
        EXPECT_EQ(book->sheets.at(0).cell(1, 3).text, QStringLiteral("备注")) << separator.toStdString();
        EXPECT_EQ(book->sheets.at(0).cell(6, 2).text, QString::fromUtf8(others.repeated(8)));
    }
}

TEST_F(Reading, StopsWhenAsked) {
    const QString path =
        writeFile(m_folder.filePath(QStringLiteral("停.xlsx")), sourceFile(QStringLiteral("jinzhong.xlsx")));
    const auto stopped = readWorkbook(path, [](int) { return false; });
    ASSERT_FALSE(stopped);
    EXPECT_EQ(key(stopped.error().code), QStringLiteral("cancelled"));
    std::vector<int> told;
    ASSERT_TRUE(readWorkbook(path, [&](int permille) {
        told.push_back(permille);
        return true;
    }));
    EXPECT_TRUE(std::is_sorted(told.begin(), told.end()));
    EXPECT_GE(told.size(), 5u);
}

} // namespace yipi::exchange::test
