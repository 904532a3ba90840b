// SPDX-License-Identifier: GPL-3.0-or-later
#include "package_reading.h"
#include "seed_input.h"

#include "reports/renderers.h"

#include <QFile>
#include <QRegularExpression>
#include <QXmlStreamReader>

using namespace yipi;
using namespace yipi::reports;

namespace {

QByteArray docx(const Document &document) {
    return *renderDocx(document);
}

/// The structure of document.xml as text: one line a paragraph or table row, texts left out.
QString structureOf(const QByteArray &xml) {
    QString result;
    QXmlStreamReader reader(xml);
    const auto value = [&reader](const char *name = "w:val") {
        return reader.attributes().value(QLatin1String(name)).toString();
    };
    while (!reader.atEnd()) {
        reader.readNext();
        const QString name = reader.qualifiedName().toString();
        if (reader.isStartElement()) {
            if (name == QLatin1String("w:pStyle"))
                result += value() + u' ';
            else if (name == QLatin1String("w:gridCol"))
                result += QStringLiteral("col%1 ").arg(value("w:w"));
            else if (name == QLatin1String("w:gridSpan"))
                result += QStringLiteral("span%1 ").arg(value());
            else if (name == QLatin1String("w:vMerge"))
                result += QStringLiteral("merge-%1 ").arg(value());
            else if (name == QLatin1String("w:tblHeader") || name == QLatin1String("w:keepNext") ||
                     name == QLatin1String("w:pageBreakBefore") || name == QLatin1String("w:cantSplit"))
                result += name.mid(2) + u' ';
            else if (name == QLatin1String("w:tr"))
                result += QStringLiteral("\nrow ");
            else if (name == QLatin1String("w:tbl"))
                result += QStringLiteral("\ntable ");
            else if (name == QLatin1String("w:p") && !result.endsWith(QLatin1String("| ")))
                result += QStringLiteral("\n");
            else if (name == QLatin1String("w:tc"))
                result += QStringLiteral("| ");
        }
    }
    EXPECT_FALSE(reader.hasError()) << qPrintable(reader.errorString());
    return result.replace(QRegularExpression(QStringLiteral(" +\n")), QStringLiteral("\n")).trimmed() + u'\n';
}

/// A document with one of everything.
Document sample() {
    Document document;
    document.title = QStringLiteral("样张");
    document.asOf = QStringLiteral("2024-07");
    for (const Style style : {Style::Issuer, Style::Number, Style::Title, Style::Addressee, Style::Heading1,
                              Style::Heading2, Style::Body, Style::Signature})
        document.blocks.push_back(Paragraph{style, {{QStringLiteral("文"), std::nullopt}}});
    document.blocks.push_back(PageBreak{});
    for (const Style style : {Style::Annex, Style::TableTitle})
        document.blocks.push_back(Paragraph{style, {{QStringLiteral("文"), std::nullopt}}});
    const auto cell = [](int columnSpan = 1, int rowSpan = 1) {
        return TableCell{{{QStringLiteral("格"), std::nullopt}}, Qt::AlignCenter, columnSpan, rowSpan};
    };
    Table table;
    table.widths = {1, 1, 1};
    table.headerRows = 2;
    table.lastRowIsTotal = true;
    table.rows = {
        {cell(1, 2), cell(2)}, {cell(), cell()}, {cell(), cell(), cell()}, {cell(), cell(), cell()}};
    document.blocks.push_back(table);
    document.blocks.push_back(Paragraph{Style::Note, {{QStringLiteral("注"), std::nullopt}}});
    return document;
}

} // namespace

TEST(Docx, HasTheGoldenStructure) {
    QFile golden(QStringLiteral(YIPI_SOURCE_DIR "/tests/reports/golden/document_structure.txt"));
    ASSERT_TRUE(golden.open(QIODevice::ReadOnly));
    EXPECT_EQ(structureOf(partOf(docx(sample()), "word/document.xml")).toStdString(),
              golden.readAll().toStdString());
}

TEST(Docx, HasThePartsThatWordNeeds) {
    const QStringList plain{
        QStringLiteral("[Content_Types].xml"), QStringLiteral("_rels/.rels"),
        QStringLiteral("docProps/core.xml"),   QStringLiteral("word/_rels/document.xml.rels"),
        QStringLiteral("word/styles.xml"),     QStringLiteral("word/settings.xml"),
        QStringLiteral("word/fontTable.xml"),  QStringLiteral("word/footer1.xml"),
        QStringLiteral("word/footer2.xml"),    QStringLiteral("word/document.xml")};
    Document document = sample();
    EXPECT_EQ(partNames(docx(document)), plain);
    EXPECT_FALSE(partOf(docx(document), "word/document.xml").contains("headerReference"));
    document.isDemo = true;
    EXPECT_TRUE(partNames(docx(document)).contains(QStringLiteral("word/header1.xml")));
    EXPECT_TRUE(partOf(docx(document), "word/header1.xml").contains("演示数据"));
    // Every part is declared and every relationship leads to a part.
    const QByteArray types = partOf(docx(document), "[Content_Types].xml");
    for (const QString &name : partNames(docx(document))) {
        const bool isDeclared = types.contains("\"/" + name.toUtf8() + '"');
        EXPECT_TRUE(isDeclared || name.endsWith(QLatin1String(".rels")) || name.startsWith(u'['))
            << qPrintable(name);
    }
}

TEST(Docx, PageIsTheOneOfTheStandard) {
    const QByteArray xml = partOf(docx(sample()), "word/document.xml");
    EXPECT_TRUE(xml.contains("<w:pgSz w:w=\"11906\" w:h=\"16838\"/>"));
    // 37 mm, 28 mm; 11906 − 1587 − 1475 = 156 mm; 16838 − 2098 − 1980 = 22 lines of 29 pt.
    EXPECT_TRUE(xml.contains("<w:pgMar w:top=\"2098\" w:right=\"1475\" w:bottom=\"1980\" w:left=\"1587\""));
    const QByteArray footer = partOf(docx(sample()), "word/footer1.xml");
    EXPECT_EQ(footer.count("—"), 2);
    EXPECT_TRUE(footer.contains(" PAGE "));
    EXPECT_TRUE(footer.contains("<w:jc w:val=\"right\"/>")); // outside: right on odd pages, left on even ones
    EXPECT_TRUE(partOf(docx(sample()), "word/footer2.xml").contains("<w:jc w:val=\"left\"/>"));
    EXPECT_TRUE(partOf(docx(sample()), "word/settings.xml").contains("<w:evenAndOddHeaders/>"));
    EXPECT_TRUE(xml.contains("<w:footerReference w:type=\"even\""));
}

TEST(Docx, NamesChineseFontsOutrightAndNoTheme) {
    const QByteArray styles = partOf(docx(sample()), "word/styles.xml");
    for (const char *font : {"方正小标宋简体", "黑体", "楷体_GB2312", "仿宋_GB2312"})
        EXPECT_TRUE(styles.contains(QByteArray("w:eastAsia=\"") + font + '"')) << font;
    EXPECT_FALSE(styles.contains("Theme"));
    const QByteArray body = styles.mid(styles.indexOf("w:styleId=\"OfficialBody\""), 900);
    EXPECT_TRUE(body.contains("w:line=\"580\" w:lineRule=\"exact\""));
    EXPECT_TRUE(body.contains("w:firstLineChars=\"200\""));
    EXPECT_TRUE(body.contains("<w:sz w:val=\"32\"/>"));
    EXPECT_TRUE(body.contains("<w:jc w:val=\"both\"/>"));
    EXPECT_TRUE(styles.contains("<w:color w:val=\"D90011\"/>"));
}

TEST(Docx, GridColumnsAddUpToTheTypeArea) {
    const QByteArray xml = partOf(docx(bulletin(seedInput())), "word/document.xml");
    static const QRegularExpression kGrid(QStringLiteral("<w:tblGrid>(.*?)</w:tblGrid>"));
    static const QRegularExpression kColumn(QStringLiteral("w:w=\"(\\d+)\""));
    auto grids = kGrid.globalMatch(QString::fromUtf8(xml));
    int count = 0;
    for (; grids.hasNext(); ++count) {
        int sum = 0;
        auto columns = kColumn.globalMatch(grids.next().captured(1));
        while (columns.hasNext())
            sum += columns.next().captured(1).toInt();
        EXPECT_EQ(sum, 8844);
    }
    EXPECT_EQ(count, 2);
}

TEST(Docx, TextsSurviveWhateverTheyContain) {
    Document document;
    const QString nasty = QStringLiteral("=1+1 <a&b> \"x\" ]]> ") + QChar(0x0001) + QChar(0xD800) +
                          QStringLiteral("末\t尾\n二行");
    document.blocks.push_back(Paragraph{Style::Body, {{nasty, std::nullopt}}});
    const QByteArray xml = partOf(docx(document), "word/document.xml");
    QXmlStreamReader reader(xml);
    QString text;
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isCharacters())
            text += reader.text();
        else if (reader.isStartElement() && reader.name() == QLatin1String("br"))
            text += u'\n';
    }
    EXPECT_FALSE(reader.hasError()) << qPrintable(reader.errorString());
    EXPECT_EQ(text, QStringLiteral("=1+1 <a&b> \"x\" ]]> 末 尾\n二行"));
}

TEST(Docx, ALongIssuerIsSetSmaller) {
    Document document;
    document.blocks.push_back(Paragraph{Style::Issuer, {{QString(16, u'局'), std::nullopt}}});
    EXPECT_TRUE(partOf(docx(document), "word/document.xml").contains("<w:sz w:val=\"55\"/>"));
}

TEST(Docx, SameDocumentSameBytes) {
    const Document document = bulletin(seedInput());
    EXPECT_EQ(docx(document), docx(document));
    EXPECT_FALSE(docx(document) == docx(sample()));
}

TEST(Docx, TwoTablesAreKeptApart) {
    Document document = sample();
    document.blocks = {document.blocks[11], document.blocks[11]};
    ASSERT_TRUE(std::holds_alternative<Table>(document.blocks[0]));
    const QByteArray xml = partOf(docx(document), "word/document.xml");
    EXPECT_FALSE(xml.contains("</w:tbl><w:tbl>"));
    EXPECT_FALSE(xml.contains("</w:tbl><w:sectPr>"));
}
