// SPDX-License-Identifier: GPL-3.0-or-later
#include "seed_input.h"

#include "reports/official_fonts.h"
#include "reports/page_painter.h"
#include "reports/renderers.h"
#include "reports/text_setter.h"

#include <QImage>
#include <QPainter>
#include <QRawFont>

using namespace yipi;
using namespace yipi::reports;

namespace {

Paragraph body(int characters) {
    return {Style::Body, {{QString(characters, u'字'), std::nullopt}}};
}

QImage painted(const PagePainter &pages, int page) {
    QImage image(pages.pageSize().toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    pages.paint(painter, page);
    return image;
}

/// Is anything but white in the rectangle?
bool hasInk(const QImage &image, const QRectF &rect) {
    const QRect area = rect.toAlignedRect() & image.rect();
    for (int y = area.top(); y <= area.bottom(); ++y)
        for (int x = area.left(); x <= area.right(); ++x)
            if (image.pixel(x, y) != 0xFFFFFFFF)
                return true;
    return false;
}

} // namespace

TEST(PagePainter, SetsTwentyEightCharactersALine) {
    Document document;
    const TextSetter setter(document);
    EXPECT_EQ(stripsOf(body(26), false, setter).size(), 1u); // two characters are the indent
    EXPECT_EQ(stripsOf(body(27), false, setter).size(), 2u);
    EXPECT_EQ(stripsOf(body(26 + 28), false, setter).size(), 2u);
    EXPECT_EQ(stripsOf(body(26 + 28 + 1), false, setter).size(), 3u);
}

TEST(PagePainter, SetsTwentyTwoLinesAPage) {
    Document document;
    document.blocks.assign(22, body(5));
    EXPECT_EQ(PagePainter(document).pageCount(), 1);
    document.blocks.push_back(body(5));
    EXPECT_EQ(PagePainter(document).pageCount(), 2);
}

TEST(PagePainter, LeavesNoLineAlone) {
    Document document;
    const TextSetter setter(document);
    const auto breaks = [&](int characters) {
        std::string text;
        for (const Strip &strip : stripsOf(body(characters), false, setter))
            text += strip.canBreakAfter ? '/' : '-';
        return text;
    };
    EXPECT_EQ(breaks(10), "/");
    EXPECT_EQ(breaks(50), "-/");
    EXPECT_EQ(breaks(80), "--/");
    EXPECT_EQ(breaks(110), "-/-/");
    EXPECT_EQ(stripsOf(body(10), true, setter).back().canBreakAfter, false);
}

TEST(PagePainter, EveryFigureHasItsPlace) {
    const Document document = bulletin(seedInput());
    const PagePainter pages(document);
    const auto figures = document.figures();
    std::vector<int> areas(figures.size());
    const QRectF typeArea(28 / 25.4 * 72 - 1, 37 / 25.4 * 72 - 1, 156 / 25.4 * 72 + 2, 225 / 25.4 * 72 + 3);
    for (const HitArea &hit : pages.hitAreas()) {
        ASSERT_LT(static_cast<std::size_t>(hit.figure), areas.size());
        ++areas[static_cast<std::size_t>(hit.figure)];
        EXPECT_TRUE(typeArea.contains(hit.rect)) << hit.figure;
        EXPECT_GE(hit.page, 0);
        EXPECT_LT(hit.page, pages.pageCount());
    }
    for (std::size_t i = 0; i < areas.size(); ++i)
        EXPECT_GE(areas[i], 1) << i;
}

TEST(PagePainter, PaintsFiguresWhereItSaysTheyAre) {
    const Document document = bulletin(seedInput());
    const PagePainter pages(document);
    const QImage first = painted(pages, 0);
    int found = 0;
    for (const HitArea &hit : pages.hitAreas())
        if (hit.page == 0) {
            EXPECT_TRUE(hasInk(first, hit.rect)) << hit.figure;
            ++found;
        }
    EXPECT_GT(found, 10);
    EXPECT_FALSE(hasInk(first, QRectF(0, 0, 70, 842))); // the margin stays white
}

TEST(PagePainter, MarksEveryPageOfADemonstration) {
    BulletinInput input = seedInput();
    const QRectF corner(430, 45, 95, 35);
    for (const bool isDemo : {true, false}) {
        input.isDemo = isDemo;
        const PagePainter pages(bulletin(input));
        for (int page = 0; page < pages.pageCount(); ++page)
            EXPECT_EQ(hasInk(painted(pages, page), corner), isDemo) << page;
    }
}

TEST(PagePainter, ARowHigherThanAPageGoesOn) {
    Document document;
    Table table;
    table.widths = {1, 1, 1, 1};
    table.headerRows = 1;
    const auto cell = [](const QString &text) {
        return TableCell{{{text, std::nullopt}}, Qt::AlignLeft, 1, 1};
    };
    table.rows = {{cell({}), cell({}), cell({}), cell({})},
                  {cell(QString(2000, u'长')), cell(QStringLiteral("短")), cell({}), cell({})}};
    document.blocks.push_back(table);
    const PagePainter pages(document);
    ASSERT_GE(pages.pageCount(), 3);
    EXPECT_TRUE(hasInk(painted(pages, 2), QRectF(82, 130, 100, 40)));
}

TEST(PagePainter, FontsHaveTheRareCharactersOfNames) {
    for (const FontRole role : {FontRole::Title, FontRole::Heading, FontRole::Kai, FontRole::Body}) {
        const QRawFont font = QRawFont::fromFont(fontInTwips(role, 320));
        for (const char32_t character : U"镕喆峁坩埚")
            if (character) {
                EXPECT_TRUE(font.supportsCharacter(character))
                    << qPrintable(font.familyName()) << int(character);
            }
    }
}

TEST(MissingFonts, NamesEachSubstitution) {
    const QStringList lines = missingFonts();
    int missing = 0;
    for (const FontRole role :
         {FontRole::Title, FontRole::Heading, FontRole::Kai, FontRole::Body, FontRole::PageNumber}) {
        const InstalledFont installed = installedFont(role);
        const QString line =
            QStringLiteral("未安装%1，预览和 PDF 以 %2 代替。").arg(preferredFont(role), installed.family);
        EXPECT_EQ(lines.contains(line), !installed.isPreferred) << qPrintable(line);
        missing += !installed.isPreferred;
    }
    EXPECT_EQ(lines.size(), missing);
}
