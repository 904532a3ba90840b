// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/navigation.h"

#include "gui/shell/page_registry.h"
#include "gui/theme.h"

#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

namespace yipi::gui {
namespace {

constexpr int kWidth = 148;
constexpr int kCollapsedWidth = 44;
constexpr int kRowHeight = 32;
constexpr int kGap = 2;
constexpr int kBar = 3;
constexpr int kIcon = 16;
constexpr int kCountRole = Qt::UserRole + 1;
constexpr int kIconNameRole = Qt::UserRole + 2;

class EntryDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override {
        return {kCollapsedWidth, kRowHeight + kGap};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override {
        const Theme &t = theme();
        const bool current = option.state & QStyle::State_Selected;
        const QRect row = option.rect.adjusted(6, 0, -6, -kGap);
        painter->save();
        if (current || (option.state & QStyle::State_MouseOver)) {
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(Qt::NoPen);
            painter->setBrush(current ? t.surf : t.hdr);
            painter->drawRoundedRect(row, 3, 3);
            if (current)
                painter->fillRect(QRect(row.topLeft(), QSize(kBar, row.height())), t.ac);
        }
        if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange)) {
            painter->setPen(t.ac);
            painter->setBrush(Qt::NoBrush);
            painter->drawRect(row.adjusted(0, 0, -1, -1));
        }
        const QRect iconRect(row.left() + 8, row.top() + (row.height() - kIcon) / 2, kIcon, kIcon);
        icon(index.data(kIconNameRole).toString(), current ? t.ac : t.t2).paint(painter, iconRect);
        if (option.rect.width() > kCollapsedWidth) {
            QFont font = option.font;
            font.setBold(current);
            painter->setFont(font);
            painter->setPen(current ? t.t1 : t.t2);
            const QRect text = row.adjusted(8 + kIcon + 8, 0, -8, 0);
            painter->drawText(text, Qt::AlignVCenter | Qt::AlignLeft, index.data().toString());
            const QVariant count = index.data(kCountRole);
            if (count.isValid()) {
                font.setBold(false);
                font.setPixelSize(12);
                painter->setFont(font);
                painter->setPen(t.t3);
                painter->drawText(text, Qt::AlignVCenter | Qt::AlignRight, count.toString());
            }
        }
        painter->restore();
    }
};

} // namespace

Navigation::Navigation(QWidget *parent)
    : QListView(parent)
    , m_entries(new QStandardItemModel(this)) {
    setObjectName(QStringLiteral("navigation"));
    setAccessibleName(tr("导航"));
    int number = 0;
    for (const PageEntry &entry : pageEntries()) {
        auto *item = new QStandardItem(entry.title);
        item->setData(entry.iconName, kIconNameRole);
        item->setEditable(false);
        if (entry.isListed)
            item->setToolTip(QStringLiteral("%1　Ctrl+%2").arg(entry.title).arg(++number));
        m_entries->appendRow(item);
    }
    setModel(m_entries);
    for (int row = 0; row < m_entries->rowCount(); ++row)
        setRowHidden(row, !pageEntries()[std::size_t(row)].isListed);
    setItemDelegate(new EntryDelegate(this));
    setMouseTracking(true);
    setViewportMargins(0, 8, 0, 0);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFixedWidth(kWidth);
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) { Q_EMIT pageChosen(index.row()); });
}

int Navigation::page() const {
    return currentIndex().row();
}

void Navigation::setPage(int index) {
    setCurrentIndex(m_entries->index(index, 0));
}

void Navigation::setCount(int index, qint64 count) {
    m_entries->item(index)->setData(count < 0 ? QVariant() : QVariant(count), kCountRole);
}

void Navigation::setCollapsed(bool collapsed) {
    m_collapsed = collapsed;
    setFixedWidth(collapsed ? kCollapsedWidth : kWidth);
}

} // namespace yipi::gui
