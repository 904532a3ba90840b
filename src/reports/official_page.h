// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/document.h"

#include <QRgb>

/// The page of GB/T 9704—2012 (党政机关公文格式) and the look of each style on it. Lengths are twips, 1/20
/// pt.
namespace yipi::reports::page {

inline constexpr int kTwipsPerPoint = 20;
inline constexpr int kWidth = 11906; ///< A4
inline constexpr int kHeight = 16838;
inline constexpr int kTop = 2098;       ///< 天头 37 mm
inline constexpr int kLeft = 1587;      ///< 订口 28 mm
inline constexpr int kTextWidth = 8844; ///< 版心 156 mm
inline constexpr int kLinePitch = 580;  ///< 29 pt
inline constexpr int kLines = 22;
inline constexpr int kCharacters = 28;
inline constexpr int kTextHeight = kLinePitch * kLines; ///< 225 mm
inline constexpr int kRight = kWidth - kLeft - kTextWidth;
inline constexpr int kBottom = kHeight - kTop - kTextHeight;
/// 28 characters of 16 pt are 448 pt, the type area has 442.2: each character gives up a quarter point.
inline constexpr int kCharacterSpacing = -5;
inline constexpr int kBodySize = 320;
inline constexpr int kHeaderDistance = 1020; ///< top of the 演示数据 mark, from the page's edge
inline constexpr int kFooterDistance = 1300; ///< page number about 7 mm below the type area
inline constexpr int kFooterSize = 280;      ///< 四号
inline constexpr QRgb kRed = 0xFFD90011;
inline constexpr QRgb kBlack = 0xFF000000;

} // namespace yipi::reports::page

namespace yipi::reports {

/// The typefaces of an official document.
enum class FontRole { Title, Heading, Kai, Body, PageNumber };

/// How a paragraph style is set. Spaces and sizes in twips, indents in characters of the style's size.
struct StyleLook {
    const char *id;   ///< style id in Word files, class in HTML, key in JSON
    const char *name; ///< Chinese name in Word's list of styles
    FontRole font;
    int size;
    int linePitch;
    Qt::AlignmentFlag alignment;
    int firstLineIndent = 0;
    int leftIndent = 0;
    int rightIndent = 0;
    int spaceBefore = 0;
    int spaceAfter = 0;
    bool keepWithNext = false;
    QRgb colour = page::kBlack;
    int outlineLevel = -1; ///< 0 = a heading of the first level
};

const StyleLook &lookOf(Style style);
/// All styles in the order of the enumeration.
std::vector<Style> allStyles();

/// Must block `index` be on the page where the next block begins? By its style, or so that a signature never
/// stands on a page without text (“此页无正文”).
bool keepsWithNext(const Document &document, std::size_t index);

/// Size of the issuer's line: its style's, or smaller so that a long name keeps to one line.
int issuerSize(const QString &text);

/// Size and line pitch of a table's text: smaller when it has many columns.
struct TableLook {
    int size;
    int linePitch;
};
TableLook lookOf(const Table &table);
inline constexpr int kCellPaddingX = 40;
inline constexpr int kCellPaddingY = 70;

/// Text that XML, spreadsheets and a line of print can hold: control characters and broken surrogates
/// dropped, every kind of line break made '\n', tabs made spaces.
QString printable(const QString &text);

} // namespace yipi::reports
