// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/figure_table.h"

#include "gui/theme.h"
#include "gui/widgets/light_glyph.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>

namespace yipi::gui {
namespace {

constexpr int kPadding = 8;
constexpr int kBarHeight = 8;
constexpr int kBarGap = 10;
constexpr int kTextRoom = 58; ///< right of a bar: 100.00
constexpr int kGlyphRoom = 14;
constexpr int kSecondLinePixels = 12;

void drawBar(QPainter *painter, const QRect &area, double share, const QColor &color) {
    const QRect track(area.left(), area.center().y() - kBarHeight / 2, area.width(), kBarHeight);
    painter->fillRect(track, theme().win);
    painter->fillRect(
        QRect(track.topLeft(), QSize(qRound(track.width() * qBound(0.0, share, 1.0)), kBarHeight)), color);
}

void drawLights(QPainter *painter, const QRect &area, const QList<int> &counts) {
    using indicators::Light;
    constexpr Light kOrder[] = {Light::Red, Light::Yellow, Light::Green};
    const int step = area.width() / 3;
    for (int i = 0; i < 3 && i < counts.size(); ++i) {
        const QRect cell(area.left() + i * step, area.top(), step, area.height());
        drawLight(*painter, QPointF(cell.left() + 5, cell.center().y() + 0.5), kOrder[i], 8);
        painter->setPen(theme().t1);
        painter->drawText(cell.adjusted(kGlyphRoom, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                          QString::number(counts[i]));
    }
}

/// In the lower half, smaller and lighter.
void drawSecondLine(QPainter *painter, const QRect &area, Qt::Alignment alignment, const QString &text) {
    painter->save();
    QFont font = painter->font();
    font.setBold(false);
    font.setPixelSize(kSecondLinePixels);
    painter->setFont(font);
    painter->setPen(theme().t3);
    const QRect lower(area.left(), area.center().y(), area.width(), area.height() / 2);
    painter->drawText(lower, int(alignment | Qt::TextSingleLine),
                      painter->fontMetrics().elidedText(text, Qt::ElideRight, lower.width()));
    painter->restore();
}

} // namespace

void FigureDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const {
    const Theme &t = theme();
    painter->save();
    const bool selected = option.state & QStyle::State_Selected;
    const bool hovered = option.state & QStyle::State_MouseOver;
    const QVariant background = index.data(Qt::BackgroundRole);
    painter->fillRect(option.rect, selected               ? t.sel
                                   : background.isValid() ? background.value<QColor>()
                                                          : t.surf);
    painter->setPen(t.hdr.darker(103));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    QRect area = option.rect.adjusted(kPadding, 0, -kPadding, -1);

    QFont font = option.font;
    font.setBold(index.data(StrongRole).toBool());
    painter->setFont(font);
    if (const QVariant lights = index.data(LightsRole); lights.isValid()) {
        drawLights(painter, area, lights.value<QList<int>>());
        painter->restore();
        return;
    }
    if (const QVariant bar = index.data(BarRole); bar.isValid()) {
        const QRect barArea = area.adjusted(0, 0, -kTextRoom - kBarGap, 0);
        if (barArea.width() >= 2 * kBarHeight)
            drawBar(painter, barArea, bar.toDouble(), index.data(BarColorRole).value<QColor>());
        area.setLeft(area.right() - kTextRoom);
    }
    if (const QVariant light = index.data(LightRole); light.isValid()) {
        drawLight(*painter, QPointF(area.left() + 5, area.center().y() + 0.5),
                  indicators::Light(light.toInt()));
        area.setLeft(area.left() + kGlyphRoom);
    }
    const auto alignment = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt()) | Qt::AlignVCenter;
    if (const QString second = index.data(SubTextRole).toString(); !second.isEmpty()) {
        drawSecondLine(painter, area, alignment, second);
        area.setBottom(area.center().y());
    }
    const QVariant color = index.data(Qt::ForegroundRole);
    const bool link = index.data(LinkRole).toBool();
    const QColor ink = link && hovered ? t.ac : color.isValid() ? color.value<QColor>() : t.t1;
    const QString text =
        painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, area.width());
    QRect used;
    painter->setPen(ink);
    painter->drawText(area, int(alignment | Qt::TextSingleLine), text, &used);
    if (link && !text.isEmpty()) {
        QPen line(hovered ? t.ac : t.l3, 1, hovered ? Qt::SolidLine : Qt::CustomDashLine);
        if (!hovered)
            line.setDashPattern({1, 2});
        painter->setPen(line);
        const int y = area.center().y() + painter->fontMetrics().xHeight() + 4;
        painter->drawLine(used.left(), y, used.right(), y);
    }
    if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange)) {
        painter->setPen(t.ac);
        painter->drawRect(option.rect.adjusted(0, 0, -1, -2));
    }
    painter->restore();
}

FigureTable::FigureTable(int rowHeight, QWidget *parent)
    : QTableView(parent) {
    setItemDelegate(new FigureDelegate(this));
    setShowGrid(false);
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setWordWrap(false);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(rowHeight);
    verticalHeader()->setMinimumSectionSize(rowHeight);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    connect(this, &QTableView::clicked, this, &FigureTable::cellTriggered);
    connect(this, &QTableView::doubleClicked, this, &FigureTable::rowOpened);
}

void FigureTable::keyPressEvent(QKeyEvent *event) {
    if (event->matches(QKeySequence::Copy))
        QGuiApplication::clipboard()->setText(currentIndex().data().toString());
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid())
        Q_EMIT cellTriggered(currentIndex());
    else
        QTableView::keyPressEvent(event);
}

void FigureTable::mouseMoveEvent(QMouseEvent *event) {
    QTableView::mouseMoveEvent(event);
    const bool link = indexAt(event->pos()).data(LinkRole).toBool();
    viewport()->setCursor(link ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

} // namespace yipi::gui
