// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/docx_parts.h"
#include "domain/month.h"
#include "reports/docx_styles.h"
#include "reports/official_fonts.h"
#include "reports/word_xml.h"

namespace yipi::reports {

namespace {

QString office(const char *tail) {
    return QStringLiteral("http://schemas.openxmlformats.org/officeDocument/2006/relationships/") +
           QLatin1String(tail);
}

QString wordType(const char *kind) {
    return QStringLiteral("application/vnd.openxmlformats-officedocument.wordprocessingml.%1+xml")
        .arg(QLatin1String(kind));
}

QByteArray contentTypes(bool isDemo) {
    QByteArray part;
    WordXml xml(&part);
    xml.open("Types",
             {{"xmlns", QStringLiteral("http://schemas.openxmlformats.org/package/2006/content-types")}});
    xml.leaf("Default",
             {{"Extension", QStringLiteral("rels")},
              {"ContentType", QStringLiteral("application/vnd.openxmlformats-package.relationships+xml")}});
    xml.leaf("Default",
             {{"Extension", QStringLiteral("xml")}, {"ContentType", QStringLiteral("application/xml")}});
    const auto part_ = [&xml](const char *name, const QString &type) {
        xml.leaf("Override", {{"PartName", QLatin1String(name)}, {"ContentType", type}});
    };
    part_("/word/document.xml", wordType("document.main"));
    part_("/word/styles.xml", wordType("styles"));
    part_("/word/settings.xml", wordType("settings"));
    part_("/word/fontTable.xml", wordType("fontTable"));
    part_("/word/footer1.xml", wordType("footer"));
    part_("/word/footer2.xml", wordType("footer"));
    if (isDemo)
        part_("/word/header1.xml", wordType("header"));
    part_("/docProps/core.xml", QStringLiteral("application/vnd.openxmlformats-package.core-properties+xml"));
    xml.close();
    xml.finish();
    return part;
}

struct Relation {
    const char *id;
    QString type;
    const char *target;
};

QByteArray relations(const std::vector<Relation> &all) {
    QByteArray part;
    WordXml xml(&part);
    xml.open("Relationships",
             {{"xmlns", QStringLiteral("http://schemas.openxmlformats.org/package/2006/relationships")}});
    for (const Relation &relation : all)
        xml.leaf("Relationship", {{"Id", QLatin1String(relation.id)},
                                  {"Type", relation.type},
                                  {"Target", QLatin1String(relation.target)}});
    xml.close();
    xml.finish();
    return part;
}

QByteArray settings() {
    QByteArray part;
    WordXml xml(&part);
    xml.openRoot("w:settings");
    xml.leaf("w:zoom", {{"w:percent", QStringLiteral("100")}});
    xml.val("w:defaultTabStop", 420);
    xml.leaf("w:evenAndOddHeaders");
    xml.val("w:characterSpacingControl", QStringLiteral("doNotCompress"));
    xml.open("w:compat");
    xml.leaf("w:compatSetting", {{"w:name", QStringLiteral("compatibilityMode")},
                                 {"w:uri", QStringLiteral("http://schemas.microsoft.com/office/word")},
                                 {"w:val", QStringLiteral("15")}});
    xml.close();
    xml.leaf("w:themeFontLang",
             {{"w:val", QStringLiteral("en-US")}, {"w:eastAsia", QStringLiteral("zh-CN")}});
    xml.close();
    xml.finish();
    return part;
}

void writePageFontRun(WordXml &xml, const std::function<void()> &content, FontRole role, int size,
                      const QString &colour = {}) {
    const QString font = preferredFont(role);
    xml.open("w:r");
    xml.open("w:rPr");
    xml.leaf("w:rFonts", {{"w:hint", QStringLiteral("eastAsia")},
                          {"w:ascii", font},
                          {"w:hAnsi", font},
                          {"w:eastAsia", font},
                          {"w:cs", font}});
    if (!colour.isEmpty())
        xml.val("w:color", colour);
    xml.val("w:sz", size / 10);
    xml.val("w:szCs", size / 10);
    xml.close();
    content();
    xml.close();
}

enum class PageSide { Odd, Even };

/// — 1 — below the type area, on the outer side and one character in (GB/T 9704).
QByteArray footer(PageSide side) {
    QByteArray part;
    WordXml xml(&part);
    xml.openRoot("w:ftr");
    xml.open("w:p");
    xml.open("w:pPr");
    const char *const edge = side == PageSide::Odd ? "w:right" : "w:left";
    xml.leaf("w:ind", {{edge, QString::number(page::kFooterSize)}});
    xml.val("w:jc", side == PageSide::Odd ? QStringLiteral("right") : QStringLiteral("left"));
    xml.close();
    const auto run = [&xml](const std::function<void()> &content) {
        writePageFontRun(xml, content, FontRole::PageNumber, page::kFooterSize);
    };
    const auto field = [&xml, &run](const char *kind) {
        run([&xml, kind] { xml.leaf("w:fldChar", {{"w:fldCharType", QLatin1String(kind)}}); });
    };
    const auto text = [&xml, &run](const QString &shown) {
        run([&xml, &shown] { xml.textElement("w:t", shown, {{"xml:space", QStringLiteral("preserve")}}); });
    };
    text(QStringLiteral("— "));
    field("begin");
    run([&xml] {
        xml.textElement("w:instrText", QStringLiteral(" PAGE "), {{"xml:space", QStringLiteral("preserve")}});
    });
    field("separate");
    run([&xml] { xml.textElement("w:t", QStringLiteral("1")); });
    field("end");
    text(QStringLiteral(" —"));
    xml.close();
    xml.close();
    xml.finish();
    return part;
}

QByteArray demoHeader() {
    QByteArray part;
    WordXml xml(&part);
    xml.openRoot("w:hdr");
    xml.open("w:p");
    xml.open("w:pPr");
    xml.val("w:jc", QStringLiteral("right"));
    xml.close();
    writePageFontRun(
        xml, [&xml] { xml.textElement("w:t", QStringLiteral("演示数据")); }, FontRole::Heading,
        page::kFooterSize, QStringLiteral("B45309"));
    xml.close();
    xml.close();
    xml.finish();
    return part;
}

/// The time of a document is the end of its as-of month, so that the same figures give the same bytes.
QByteArray coreProperties(const Document &document) {
    const auto month = Month::parse(document.asOf);
    const QDate day = month ? month->lastDay() : QDate(1980, 1, 1);
    const QString time = day.toString(Qt::ISODate) + QStringLiteral("T00:00:00Z");
    QByteArray part;
    WordXml xml(&part);
    xml.open("cp:coreProperties",
             {{"xmlns:cp",
               QStringLiteral("http://schemas.openxmlformats.org/package/2006/metadata/core-properties")},
              {"xmlns:dc", QStringLiteral("http://purl.org/dc/elements/1.1/")},
              {"xmlns:dcterms", QStringLiteral("http://purl.org/dc/terms/")},
              {"xmlns:xsi", QStringLiteral("http://www.w3.org/2001/XMLSchema-instance")}});
    xml.textElement("dc:title", printable(document.title));
    xml.textElement("dc:creator", printable(document.issuer));
    xml.textElement("dcterms:created", time, {{"xsi:type", QStringLiteral("dcterms:W3CDTF")}});
    xml.close();
    xml.finish();
    return part;
}

} // namespace

std::vector<ZipPart> wordPackage(const Document &document) {
    const QString core = QStringLiteral(
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties");
    std::vector<Relation> relationsOfBody{{"rIdStyles", office("styles"), "styles.xml"},
                                          {"rIdSettings", office("settings"), "settings.xml"},
                                          {"rIdFonts", office("fontTable"), "fontTable.xml"},
                                          {kFooterRelation, office("footer"), "footer1.xml"},
                                          {kEvenFooterRelation, office("footer"), "footer2.xml"}};
    if (document.isDemo)
        relationsOfBody.push_back({kHeaderRelation, office("header"), "header1.xml"});

    std::vector<ZipPart> parts{
        {QStringLiteral("[Content_Types].xml"), contentTypes(document.isDemo)},
        {QStringLiteral("_rels/.rels"), relations({{"rId1", office("officeDocument"), "word/document.xml"},
                                                   {"rId2", core, "docProps/core.xml"}})},
        {QStringLiteral("docProps/core.xml"), coreProperties(document)},
        {QStringLiteral("word/_rels/document.xml.rels"), relations(relationsOfBody)},
        {QStringLiteral("word/styles.xml"), wordStyles()},
        {QStringLiteral("word/settings.xml"), settings()},
        {QStringLiteral("word/fontTable.xml"), wordFontTable()},
        {QStringLiteral("word/footer1.xml"), footer(PageSide::Odd)},
        {QStringLiteral("word/footer2.xml"), footer(PageSide::Even)},
    };
    if (document.isDemo)
        parts.push_back({QStringLiteral("word/header1.xml"), demoHeader()});
    return parts;
}

} // namespace yipi::reports
