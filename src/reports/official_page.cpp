// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/official_page.h"

#include <array>

namespace yipi::reports {

namespace {

using page::kLinePitch;

// In the order of Style. Sizes: 2 号 22 pt, 小二 18 pt, 3 号 16 pt, 5 号 10.5 pt.
constexpr std::array<StyleLook, 11> kLooks{{
    {.id = "Issuer",
     .name = "发文机关标志",
     .font = FontRole::Title,
     .size = 800,
     .linePitch = 2 * kLinePitch,
     .alignment = Qt::AlignHCenter,
     .spaceAfter = 120,
     .keepWithNext = true,
     .colour = page::kRed},
    {.id = "DocumentNumber",
     .name = "发文字号",
     .font = FontRole::Body,
     .size = 320,
     .linePitch = kLinePitch,
     .alignment = Qt::AlignRight,
     .keepWithNext = true},
    {.id = "DocumentTitle",
     .name = "公文标题",
     .font = FontRole::Title,
     .size = 440,
     .linePitch = 720,
     .alignment = Qt::AlignHCenter,
     .spaceBefore = kLinePitch,
     .spaceAfter = kLinePitch,
     .keepWithNext = true},
    {.id = "Addressee",
     .name = "主送机关",
     .font = FontRole::Body,
     .size = 320,
     .linePitch = kLinePitch,
     .alignment = Qt::AlignLeft,
     .keepWithNext = true},
    {.id = "OfficialHeading1",
     .name = "公文一级标题",
     .font = FontRole::Heading,
     .size = 320,
     .linePitch = kLinePitch,
     .alignment = Qt::AlignLeft,
     .firstLineIndent = 2,
     .keepWithNext = true,
     .outlineLevel = 0},
    {.id = "OfficialHeading2",
     .name = "公文二级标题",
     .font = FontRole::Kai,
     .size = 320,
     .linePitch = kLinePitch,
     .alignment = Qt::AlignLeft,
     .firstLineIndent = 2,
     .keepWithNext = true,
     .outlineLevel = 1},
    {.id = "OfficialBody",
     .name = "公文正文",
     .font = FontRole::Body,
     .size = 320,
     .linePitch = kLinePitch,
     .alignment = Qt::AlignJustify,
     .firstLineIndent = 2},
    // Issuer and date are centred on one axis in the right part of the page.
    {.id = "Signature",
     .name = "落款",
     .font = FontRole::Body,
     .size = 320,
     .linePitch = kLinePitch,
     .alignment = Qt::AlignHCenter,
     .leftIndent = 12},
    {.id = "Annex",
     .name = "附件",
     .font = FontRole::Heading,
     .size = 320,
     .linePitch = kLinePitch,
     .alignment = Qt::AlignLeft,
     .keepWithNext = true},
    {.id = "TableTitle",
     .name = "表题",
     .font = FontRole::Title,
     .size = 360,
     .linePitch = kLinePitch,
     .alignment = Qt::AlignHCenter,
     .spaceAfter = 120,
     .keepWithNext = true},
    {.id = "TableNote",
     .name = "表注",
     .font = FontRole::Body,
     .size = 210,
     .linePitch = 320,
     .alignment = Qt::AlignJustify},
}};

constexpr int kSmallestIssuer = 440;
constexpr std::size_t kManyColumns = 8;

} // namespace

const StyleLook &lookOf(Style style) {
    return kLooks.at(static_cast<std::size_t>(style));
}

std::vector<Style> allStyles() {
    std::vector<Style> styles;
    for (std::size_t i = 0; i < kLooks.size(); ++i)
        styles.push_back(static_cast<Style>(i));
    return styles;
}

bool keepsWithNext(const Document &document, std::size_t index) {
    const auto *paragraph = std::get_if<Paragraph>(&document.blocks[index]);
    if (!paragraph || index + 1 >= document.blocks.size())
        return false;
    if (lookOf(paragraph->style).keepWithNext)
        return true;
    const auto *next = std::get_if<Paragraph>(&document.blocks[index + 1]);
    if (!next)
        return false;
    const bool nextIsEmpty = next->spans.empty() && next->style != Style::Signature;
    const bool isAnnexList = paragraph->text().startsWith(QStringLiteral("附件："));
    return next->style == Style::Signature || isAnnexList ||
           (nextIsEmpty && keepsWithNext(document, index + 1));
}

int issuerSize(const QString &text) {
    const int characters = std::max(1, static_cast<int>(text.size()));
    const int fitting = page::kTextWidth / characters / 10 * 10; // whole half-points, as Word counts
    return std::clamp(fitting, kSmallestIssuer, lookOf(Style::Issuer).size);
}

TableLook lookOf(const Table &table) {
    return table.widths.size() > kManyColumns ? TableLook{180, 240} : TableLook{210, 280};
}

QString printable(const QString &text) {
    QString result;
    result.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == u'\n' || c == QChar::LineSeparator || c == QChar::ParagraphSeparator) {
            result += u'\n';
        } else if (c == u'\t') {
            result += u' ';
        } else if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            result += c;
            result += text[++i];
        } else if (c.unicode() >= 0x20 && c.unicode() != 0x7F && c.unicode() < 0xFFFE && !c.isSurrogate()) {
            result += c;
        }
    }
    return result;
}

} // namespace yipi::reports
