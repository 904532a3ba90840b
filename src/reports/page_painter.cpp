// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/page_painter.h"
#include "reports/official_fonts.h"
#include "reports/text_setter.h"

#include <QPainter>

namespace yipi::reports {

namespace {

constexpr qreal kTwip = 1.0 / page::kTwipsPerPoint;
constexpr int kBorderWidth = 10; // ½ pt
constexpr int kThickRule = 30, kThinRule = 10, kRuleGap = 20;
constexpr int kPageNumberBelow = 397; // 一字线上距版心下边缘 7 mm
constexpr QRgb kDemoColour = 0xFFB45309;

qreal lineTop(const TextPiece &piece, const QTextLine &line, int index) {
    const int pitch = piece.text->linePitch;
    return piece.topLeft.y() + (index - piece.firstLine) * pitch + (pitch - line.height()) / 2;
}

void paintText(QPainter &painter, const TextPiece &piece, int y) {
    painter.setPen(piece.text->colour);
    for (int i = piece.firstLine; i < piece.firstLine + piece.lineCount; ++i) {
        const QTextLine line = piece.text->layout.lineAt(i);
        line.draw(&painter,
                  QPointF(page::kLeft + piece.topLeft.x(), page::kTop + y + lineTop(piece, line, i)));
    }
}

void paintStrip(QPainter &painter, const PlacedStrip &placed) {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(Qt::black, kBorderWidth, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    for (const QRect &frame : placed.strip->frames)
        painter.drawRect(frame.translated(page::kLeft, page::kTop + placed.y));
    for (const TextPiece &piece : placed.strip->texts)
        paintText(painter, piece, placed.y);
    if (placed.strip->hasRedRule) {
        const int bottom = page::kTop + placed.y + placed.strip->height;
        const int thick = bottom - kThinRule - kRuleGap - kThickRule;
        const QColor red = QColor::fromRgba(page::kRed);
        painter.fillRect(QRect(page::kLeft, thick, page::kTextWidth, kThickRule), red);
        painter.fillRect(QRect(page::kLeft, bottom - kThinRule, page::kTextWidth, kThinRule), red);
    }
}

void paintPageNumber(QPainter &painter, int number) {
    painter.setPen(Qt::black);
    painter.setFont(fontInTwips(FontRole::PageNumber, page::kFooterSize));
    const QRect line(page::kLeft, page::kTop + page::kTextHeight + kPageNumberBelow - page::kFooterSize / 2,
                     page::kTextWidth, page::kFooterSize * 2);
    // GB/T 9704: on the outer side, one character in: right on odd pages, left on even ones.
    const bool isOdd = number % 2 == 0; // counted from 0
    painter.drawText(line.adjusted(page::kFooterSize, 0, -page::kFooterSize, 0),
                     (isOdd ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignTop,
                     QStringLiteral("— %1 —").arg(number + 1));
}

void paintDemoMark(QPainter &painter) {
    painter.setPen(QPen(QColor::fromRgba(kDemoColour), kBorderWidth * 2));
    painter.setBrush(Qt::NoBrush);
    painter.setFont(fontInTwips(FontRole::Heading, page::kFooterSize));
    const int width = page::kFooterSize * 5, height = page::kFooterSize * 8 / 5;
    const QRect mark(page::kLeft + page::kTextWidth - width, page::kHeaderDistance, width, height);
    painter.drawRoundedRect(mark, 40, 40);
    painter.drawText(mark, Qt::AlignCenter, QStringLiteral("演示数据"));
}

void collectHits(const PlacedStrip &placed, int page, std::vector<HitArea> &hits) {
    for (const TextPiece &piece : placed.strip->texts)
        for (int i = piece.firstLine; i < piece.firstLine + piece.lineCount; ++i) {
            const QTextLine line = piece.text->layout.lineAt(i);
            const int lineEnd = line.textStart() + line.textLength();
            for (const SetText::Figure &figure : piece.text->figures) {
                const int start = std::max(figure.start, line.textStart());
                const int end = std::min(figure.start + figure.length, lineEnd);
                if (start >= end)
                    continue;
                const qreal left = line.cursorToX(start), right = line.cursorToX(end);
                const qreal top = page::kTop + placed.y + lineTop(piece, line, i);
                hits.push_back({page,
                                QRectF((page::kLeft + piece.topLeft.x() + left) * kTwip, top * kTwip,
                                       (right - left) * kTwip, line.height() * kTwip),
                                figure.index});
            }
        }
}

} // namespace

struct PagePainter::Pages {
    bool isDemo = false;
    std::vector<Strip> strips;
    std::vector<std::vector<Strip>> headers;
    std::vector<PageStrips> pages;
    std::vector<HitArea> hits;
};

PagePainter::PagePainter(const Document &document)
    : m_pages(std::make_unique<Pages>()) {
    m_pages->isDemo = document.isDemo;
    const TextSetter setter(document);
    bool beginsPage = false;
    const auto append = [this, &beginsPage](std::vector<Strip> strips, int table) {
        for (Strip &strip : strips) {
            strip.table = table;
            strip.beginsPage = std::exchange(beginsPage, false);
            m_pages->strips.push_back(std::move(strip));
        }
    };
    for (std::size_t i = 0; i < document.blocks.size(); ++i) {
        if (const auto *paragraph = std::get_if<Paragraph>(&document.blocks[i])) {
            append(stripsOf(*paragraph, keepsWithNext(document, i), setter), -1);
        } else if (const auto *table = std::get_if<Table>(&document.blocks[i])) {
            TableStrips strips = stripsOf(*table, setter);
            append(strips.header, -1);
            append(std::move(strips.body), static_cast<int>(m_pages->headers.size()));
            m_pages->headers.push_back(std::move(strips.header));
        } else {
            beginsPage = true;
        }
    }
    m_pages->pages = paginate(m_pages->strips, m_pages->headers, page::kTextHeight);
    for (std::size_t number = 0; number < m_pages->pages.size(); ++number)
        for (const PlacedStrip &placed : m_pages->pages[number])
            collectHits(placed, static_cast<int>(number), m_pages->hits);
}

PagePainter::~PagePainter() = default;
PagePainter::PagePainter(PagePainter &&) noexcept = default;
PagePainter &PagePainter::operator=(PagePainter &&) noexcept = default;

int PagePainter::pageCount() const {
    return static_cast<int>(m_pages->pages.size());
}

QSizeF PagePainter::pageSize() const {
    return QSizeF(page::kWidth, page::kHeight) * kTwip;
}

const std::vector<HitArea> &PagePainter::hitAreas() const {
    return m_pages->hits;
}

void PagePainter::paint(QPainter &painter, int page) const {
    painter.save();
    painter.scale(kTwip, kTwip);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    for (const PlacedStrip &placed : m_pages->pages.at(static_cast<std::size_t>(page)))
        paintStrip(painter, placed);
    paintPageNumber(painter, page);
    if (m_pages->isDemo)
        paintDemoMark(painter);
    painter.restore();
}

} // namespace yipi::reports
