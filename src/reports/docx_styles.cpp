// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/docx_styles.h"
#include "reports/docx_parts.h"
#include "reports/official_fonts.h"
#include "reports/word_xml.h"

namespace yipi::reports {

namespace {

void writeFonts(WordXml &xml, FontRole role) {
    const QString font = preferredFont(role);
    xml.leaf("w:rFonts", {{"w:ascii", font}, {"w:hAnsi", font}, {"w:eastAsia", font}, {"w:cs", font}});
}

void writeRunProperties(WordXml &xml, FontRole role, int size, QRgb colour) {
    xml.open("w:rPr");
    writeFonts(xml, role);
    if (colour != page::kBlack)
        xml.val("w:color", QStringLiteral("%1").arg(colour & 0xFFFFFF, 6, 16, QChar(u'0')).toUpper());
    if (size == page::kBodySize)
        xml.val("w:spacing", page::kCharacterSpacing);
    xml.val("w:sz", size / 10);
    xml.val("w:szCs", size / 10);
    xml.close();
}

void writeSpacing(WordXml &xml, int before, int after, int pitch) {
    xml.leaf("w:spacing", {{"w:before", QString::number(before)},
                           {"w:after", QString::number(after)},
                           {"w:line", QString::number(pitch)},
                           {"w:lineRule", QStringLiteral("exact")}});
}

void writeIndents(WordXml &xml, const StyleLook &look) {
    if (look.firstLineIndent == 0 && look.leftIndent == 0 && look.rightIndent == 0)
        return;
    const int character = look.size + (look.size == page::kBodySize ? page::kCharacterSpacing : 0);
    // Word prefers the "Chars" values, LibreOffice and others read the twips.
    xml.leaf("w:ind", {{"w:leftChars", QString::number(look.leftIndent * 100)},
                       {"w:left", QString::number(look.leftIndent * character)},
                       {"w:rightChars", QString::number(look.rightIndent * 100)},
                       {"w:right", QString::number(look.rightIndent * character)},
                       {"w:firstLineChars", QString::number(look.firstLineIndent * 100)},
                       {"w:firstLine", QString::number(look.firstLineIndent * character)}});
}

void openStyle(WordXml &xml, const QString &id, const QString &name) {
    xml.open(
        "w:style",
        {{"w:type", QStringLiteral("paragraph")}, {"w:customStyle", QStringLiteral("1")}, {"w:styleId", id}});
    xml.val("w:name", name);
    xml.val("w:basedOn", QStringLiteral("Normal"));
    xml.leaf("w:qFormat");
}

void writeStyle(WordXml &xml, Style style) {
    const StyleLook &look = lookOf(style);
    openStyle(xml, QLatin1String(look.id), QString::fromUtf8(look.name));
    xml.open("w:pPr");
    if (look.keepWithNext)
        xml.leaf("w:keepNext");
    if (style == Style::Issuer) { // the red rule under the issuer's name, as wide as the type area
        xml.open("w:pBdr");
        xml.leaf("w:bottom", {{"w:val", QStringLiteral("thickThinSmallGap")},
                              {"w:sz", QStringLiteral("24")},
                              {"w:space", QStringLiteral("4")},
                              {"w:color", QStringLiteral("D90011")}});
        xml.close();
    }
    writeSpacing(xml, look.spaceBefore, look.spaceAfter, look.linePitch);
    writeIndents(xml, look);
    xml.val("w:jc", wordJustification(look.alignment));
    if (look.outlineLevel >= 0)
        xml.val("w:outlineLvl", look.outlineLevel);
    xml.close();
    writeRunProperties(xml, look.font, look.size, look.colour);
    xml.close();
}

void writeTableStyle(WordXml &xml, bool heading, bool isSmall) {
    Table sample;
    sample.widths.resize(isSmall ? 99 : 1);
    const TableLook look = lookOf(sample);
    openStyle(xml, tableStyleId(heading, isSmall),
              (heading ? QStringLiteral("表头") : QStringLiteral("表文")) +
                  (isSmall ? QStringLiteral("（小）") : QString()));
    xml.open("w:pPr");
    writeSpacing(xml, 0, 0, look.linePitch);
    xml.close();
    writeRunProperties(xml, heading ? FontRole::Heading : FontRole::Body, look.size, page::kBlack);
    xml.close();
}

/// 28 characters a line: no hanging punctuation and no extra space between Chinese characters and digits.
void writeAsianTypography(WordXml &xml) {
    xml.val("w:overflowPunct", 0);
    xml.val("w:autoSpaceDE", 0);
    xml.val("w:autoSpaceDN", 0);
}

void writeDefaults(WordXml &xml) {
    xml.open("w:docDefaults");
    xml.open("w:rPrDefault");
    xml.open("w:rPr");
    writeFonts(xml, FontRole::Body);
    xml.val("w:sz", page::kBodySize / 10);
    xml.val("w:szCs", page::kBodySize / 10);
    xml.leaf("w:lang", {{"w:val", QStringLiteral("en-US")},
                        {"w:eastAsia", QStringLiteral("zh-CN")},
                        {"w:bidi", QStringLiteral("ar-SA")}});
    xml.close();
    xml.close();
    xml.open("w:pPrDefault");
    xml.open("w:pPr");
    writeAsianTypography(xml);
    xml.close();
    xml.close();
    xml.close();
}

} // namespace

QByteArray wordStyles() {
    QByteArray part;
    WordXml xml(&part);
    xml.openRoot("w:styles");
    writeDefaults(xml);
    xml.open("w:style", {{"w:type", QStringLiteral("paragraph")},
                         {"w:default", QStringLiteral("1")},
                         {"w:styleId", QStringLiteral("Normal")}});
    xml.val("w:name", QStringLiteral("Normal"));
    xml.leaf("w:qFormat");
    xml.open("w:pPr");
    writeAsianTypography(xml);
    xml.close();
    xml.close();
    for (const Style style : allStyles())
        writeStyle(xml, style);
    for (const bool isSmall : {false, true})
        for (const bool heading : {false, true})
            writeTableStyle(xml, heading, isSmall);
    xml.close();
    xml.finish();
    return part;
}

QByteArray wordFontTable() {
    QByteArray part;
    WordXml xml(&part);
    xml.openRoot("w:fonts");
    for (const FontRole role :
         {FontRole::Title, FontRole::Heading, FontRole::Kai, FontRole::Body, FontRole::PageNumber}) {
        xml.open("w:font", {{"w:name", preferredFont(role)}});
        xml.val("w:altName", alternativeFont(role));
        xml.val("w:charset", QStringLiteral("86")); // GB 2312
        xml.close();
    }
    xml.close();
    xml.finish();
    return part;
}

} // namespace yipi::reports
