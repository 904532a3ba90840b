// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/reports/page_view.h"

#include "gui/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

namespace yipi::gui {

namespace {

constexpr int kGap = 12; ///< px around and between pages
constexpr double kActualScale = 96.0 / 72.0;
constexpr int kIndexPixels = 9;
const QColor kDesk(0xd5, 0xda, 0xe1); ///< behind the paper

} // namespace

PageView::PageView(QWidget *parent)
    : QAbstractScrollArea(parent) {
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("版面预览"));
    viewport()->setMouseTracking(true);
    verticalScrollBar()->setSingleStep(40);
    horizontalScrollBar()->setSingleStep(40);
}

PageView::~PageView() = default;

void PageView::setDocument(const reports::Document &document) {
    const int page = currentPage();
    m_pages.emplace(document);
    m_figure = -1;
    updateScrollBars();
    showPage(std::min(page, pageCount() - 1));
    viewport()->update();
    Q_EMIT currentPageChanged(currentPage());
}

void PageView::setZoom(Zoom zoom) {
    const int page = currentPage();
    m_zoom = zoom;
    updateScrollBars();
    showPage(page);
    viewport()->update();
}

void PageView::setMarksShown(bool shown) {
    m_marksShown = shown;
    viewport()->update();
}

int PageView::pageCount() const {
    return m_pages ? m_pages->pageCount() : 0;
}

void PageView::updateScrollBars() {
    if (!m_pages)
        return;
    const QSizeF size = m_pages->pageSize();
    const QSize room = viewport()->size() - QSize(2 * kGap, 2 * kGap);
    const double byWidth = room.width() / size.width();
    m_scale = m_zoom == Zoom::PageWidth ? byWidth
              : m_zoom == Zoom::Actual  ? kActualScale
                                        : std::min(byWidth, room.height() / size.height());
    m_scale = std::clamp(m_scale, 0.2, 4.0);
    const int height = qRound(size.height() * m_scale) + kGap;
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setRange(0, std::max(0, kGap + pageCount() * height - viewport()->height()));
    const int width = qRound(size.width() * m_scale) + 2 * kGap;
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setRange(0, std::max(0, width - viewport()->width()));
}

QRectF PageView::pageRect(int page) const {
    const QSizeF size = m_pages->pageSize() * m_scale;
    const double x =
        std::max<double>(kGap, (viewport()->width() - size.width()) / 2) - horizontalScrollBar()->value();
    const double y = kGap + page * (qRound(size.height()) + kGap) - verticalScrollBar()->value();
    return {QPointF(qRound(x), y), size};
}

int PageView::currentPage() const {
    for (int page = 0; page < pageCount(); ++page)
        if (pageRect(page).bottom() > viewport()->height() / 3.0)
            return page;
    return std::max(0, pageCount() - 1);
}

void PageView::showPage(int page) {
    if (page >= 0 && page < pageCount())
        verticalScrollBar()->setValue(qRound(pageRect(page).top()) - kGap + verticalScrollBar()->value());
}

void PageView::paintEvent(QPaintEvent *) {
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), kDesk);
    if (!m_pages)
        return;
    for (int page = 0; page < pageCount(); ++page)
        if (pageRect(page).intersects(viewport()->rect()))
            paintPage(painter, page);
}

void PageView::paintPage(QPainter &painter, int page) const {
    const QRectF rect = pageRect(page);
    painter.fillRect(rect, Qt::white);
    painter.setPen(theme().l3);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(rect.toRect().adjusted(-1, -1, 0, 0));
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.translate(rect.topLeft());
    painter.scale(m_scale, m_scale);
    painter.setClipRect(QRectF(QPointF(), m_pages->pageSize()));
    m_pages->paint(painter, page);
    painter.restore();
    if (m_marksShown)
        paintMarks(painter, page);
}

void PageView::paintMarks(QPainter &painter, int page) const {
    const Theme &t = theme();
    QFont font = this->font();
    font.setPixelSize(kIndexPixels);
    painter.save();
    painter.setFont(font);
    const QPointF origin = pageRect(page).topLeft();
    int last = -1;
    for (const reports::HitArea &area : m_pages->hitAreas()) {
        if (area.page != page)
            continue;
        const QRectF rect(origin + area.rect.topLeft() * m_scale, area.rect.size() * m_scale);
        if (area.figure == m_figure) {
            QColor tint = t.sel;
            tint.setAlphaF(0.7f);
            painter.setCompositionMode(QPainter::CompositionMode_Multiply);
            painter.fillRect(rect, tint);
            painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
        }
        painter.setPen(QPen(t.ac, area.figure == m_figure ? 2 : 1));
        painter.drawLine(rect.bottomLeft(), rect.bottomRight());
        if (area.figure != last) // the second half of a broken figure has no number of its own
            painter.drawText(QPointF(rect.right() + 1, rect.top() + kIndexPixels - 2),
                             QString::number(area.figure + 1));
        last = area.figure;
    }
    painter.restore();
}

QRectF PageView::figureRect(int figure) const {
    if (m_pages)
        for (const reports::HitArea &area : m_pages->hitAreas())
            if (area.figure == figure)
                return {pageRect(area.page).topLeft() + area.rect.topLeft() * m_scale,
                        area.rect.size() * m_scale};
    return {};
}

void PageView::showFigure(int figure) {
    m_figure = figure;
    const QRectF rect = figureRect(figure);
    if (!rect.isEmpty() && (rect.top() < 0 || rect.bottom() > viewport()->height()))
        verticalScrollBar()->setValue(verticalScrollBar()->value() + qRound(rect.top()) -
                                      viewport()->height() / 3);
    viewport()->update();
}

int PageView::figureAt(QPointF position) const {
    if (m_pages)
        for (const reports::HitArea &area : m_pages->hitAreas()) {
            const QPointF corner = pageRect(area.page).topLeft() + area.rect.topLeft() * m_scale;
            if (QRectF(corner, area.rect.size() * m_scale).adjusted(-1, -1, 1, 2).contains(position))
                return area.figure;
        }
    return -1;
}

void PageView::resizeEvent(QResizeEvent *event) {
    QAbstractScrollArea::resizeEvent(event);
    updateScrollBars();
}

void PageView::scrollContentsBy(int, int) {
    viewport()->update();
    Q_EMIT currentPageChanged(currentPage());
}

void PageView::mouseMoveEvent(QMouseEvent *event) {
    viewport()->setCursor(figureAt(event->position()) >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void PageView::mousePressEvent(QMouseEvent *event) {
    const int figure = figureAt(event->position());
    if (figure < 0)
        return;
    showFigure(figure);
    Q_EMIT figureClicked(figure);
}

void PageView::keyPressEvent(QKeyEvent *event) {
    if (event->key() == Qt::Key_PageDown)
        showPage(currentPage() + 1);
    else if (event->key() == Qt::Key_PageUp)
        showPage(currentPage() - 1);
    else
        QAbstractScrollArea::keyPressEvent(event);
}

} // namespace yipi::gui
