// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/search/search_delegate.h"

#include "gui/search/search_model.h"
#include "gui/theme.h"

#include <QPainter>

namespace yipi::gui {

namespace {

constexpr int kHeadingHeight = 26;
constexpr int kLineHeight = 30;
constexpr int kTwoLinesHeight = 46;
constexpr int kPadding = 12;
constexpr int kIcon = 16;
constexpr int kTextLeft = kPadding + kIcon + 10;
constexpr int kSmallPixels = 12;

/// One line of text, cut at the right, with a marked part.
void drawMarked(QPainter &painter, const QRect &area, const QString &text, const QVariant &mark,
                const QColor &color) {
    const QFontMetrics metrics = painter.fontMetrics();
    const QString shown = metrics.elidedText(text, Qt::ElideRight, area.width());
    const int flags = Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine;
    painter.setPen(color);
    painter.drawText(area, flags, shown);
    const QPoint span = mark.toPoint();
    const int whole = shown == text ? int(shown.size()) : int(shown.size()) - 1; // without the …
    if (!mark.isValid() || span.x() >= whole)
        return;
    const QString part = shown.mid(span.x(), std::min(span.y(), whole - span.x()));
    QRect place = area;
    place.setLeft(area.left() + metrics.horizontalAdvance(shown.left(span.x())));
    place.setWidth(metrics.horizontalAdvance(part));
    painter.fillRect(place.adjusted(0, (place.height() - metrics.height()) / 2, 0,
                                    (metrics.height() - place.height()) / 2),
                     theme().act);
    painter.setPen(theme().ac);
    painter.drawText(place, flags | Qt::TextDontClip, part);
}

void drawHeading(QPainter &painter, const QRect &rect, const QModelIndex &index) {
    painter.fillRect(rect, theme().hdr);
    const QRect text = rect.adjusted(kPadding, 0, -kPadding, 0);
    painter.setPen(theme().t2);
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft, index.data().toString());
    painter.setPen(theme().t3);
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignRight, index.data(SearchModel::KeysRole).toString());
}

} // namespace

void SearchDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const {
    const Theme &t = theme();
    painter->save();
    QFont small = option.font;
    small.setPixelSize(kSmallPixels);
    painter->setFont(small);
    if (index.data(SearchModel::IsHeadingRole).toBool()) {
        drawHeading(*painter, option.rect, index);
        painter->restore();
        return;
    }
    const bool isCurrent = option.state & QStyle::State_Selected;
    painter->fillRect(option.rect, isCurrent ? t.sel : t.surf);
    if (isCurrent) // as in the navigation: not by colour alone
        painter->fillRect(option.rect.left(), option.rect.top(), 3, option.rect.height(), t.ac);
    const QRect iconRect(option.rect.left() + kPadding, option.rect.center().y() - kIcon / 2 + 1, kIcon,
                         kIcon);
    index.data(Qt::DecorationRole).value<QIcon>().paint(painter, iconRect);

    QRect text = option.rect.adjusted(kTextLeft, 0, -kPadding, 0);
    const QString keys = index.data(SearchModel::KeysRole).toString();
    if (!keys.isEmpty()) {
        painter->setPen(t.t3);
        painter->drawText(text, Qt::AlignVCenter | Qt::AlignRight, keys);
        text.setRight(text.right() - painter->fontMetrics().horizontalAdvance(keys) - kPadding);
    }
    const QString detail = index.data(SearchModel::DetailRole).toString();
    QRect upper = text;
    if (!detail.isEmpty()) {
        upper.setBottom(option.rect.center().y() + 1);
        upper.setTop(option.rect.top() + 3);
        const QRect lower(text.left(), option.rect.center().y() + 1, text.width(),
                          option.rect.bottom() - option.rect.center().y() - 4);
        drawMarked(*painter, lower, detail, index.data(SearchModel::DetailMarkRole), t.t3);
    }
    painter->setFont(option.font);
    drawMarked(*painter, upper, index.data().toString(), index.data(SearchModel::MarkRole), t.t1);
    painter->restore();
}

QSize SearchDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const {
    const bool isHeading = index.data(SearchModel::IsHeadingRole).toBool();
    const bool isSingle = index.data(SearchModel::DetailRole).toString().isEmpty();
    return {option.rect.width(), isHeading ? kHeadingHeight : isSingle ? kLineHeight : kTwoLinesHeight};
}

} // namespace yipi::gui
