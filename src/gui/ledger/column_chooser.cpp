// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/ledger/column_chooser.h"

#include "gui/ledger/column_arrangement.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace yipi::gui {

ColumnChooser::ColumnChooser(const LedgerColumns &columns, ColumnArrangement &arrangement, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_arrangement(arrangement)
    , m_tree(new QTreeWidget(this)) {
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    setAccessibleName(tr("显示哪些列"));
    auto *search = new QLineEdit(this);
    search->setPlaceholderText(tr("查找列"));
    search->setAccessibleName(search->placeholderText());
    search->setClearButtonEnabled(true);
    m_tree->setObjectName(QStringLiteral("columns"));
    m_tree->setAccessibleName(tr("列"));
    m_tree->header()->hide();
    m_tree->setUniformRowHeights(true);
    m_tree->installEventFilter(this);
    search->installEventFilter(this);
    fill(columns);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(6, 6, 6, 6);
    column->addWidget(search);
    column->addWidget(m_tree);
    connect(search, &QLineEdit::textChanged, this, &ColumnChooser::narrow);
    connect(m_tree, &QTreeWidget::itemChanged, this, [this](QTreeWidgetItem *item) {
        if (item->parent())
            m_arrangement.setHidden(item->data(0, Qt::UserRole).toInt(),
                                    item->checkState(0) == Qt::Unchecked);
    });
    setFocusProxy(search);
}

void ColumnChooser::fill(const LedgerColumns &columns) {
    std::map<QString, QTreeWidgetItem *> groups;
    for (int column = 0; column < columns.count(); ++column) {
        const LedgerColumn &shown = columns.at(column);
        if (shown.kind == ColumnKind::RowNumber) // always there
            continue;
        QTreeWidgetItem *&group = groups[shown.group];
        if (!group) {
            group = new QTreeWidgetItem(m_tree, {shown.group});
            group->setFlags(Qt::ItemIsEnabled | Qt::ItemIsUserCheckable | Qt::ItemIsAutoTristate |
                            Qt::ItemIsSelectable);
        }
        auto *item = new QTreeWidgetItem(group, {shown.title});
        item->setData(0, Qt::UserRole, column);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsUserCheckable | Qt::ItemIsSelectable);
        item->setCheckState(0, m_arrangement.isHidden(column) ? Qt::Unchecked : Qt::Checked);
    }
    m_tree->expandAll();
    m_tree->setCurrentItem(m_tree->topLevelItem(0));
}

void ColumnChooser::narrow(const QString &text) {
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        QTreeWidgetItem *group = m_tree->topLevelItem(i);
        bool isAnyShown = false;
        for (int j = 0; j < group->childCount(); ++j) {
            const bool isMatch = group->child(j)->text(0).contains(text.trimmed(), Qt::CaseInsensitive);
            group->child(j)->setHidden(!isMatch);
            isAnyShown = isAnyShown || isMatch;
        }
        group->setHidden(!isAnyShown);
    }
}

void ColumnChooser::openBelow(const QWidget *button) {
    constexpr int kWidth = 240, kHeight = 420;
    resize(kWidth, std::min(kHeight, button->window()->height() - 160));
    move(button->mapToGlobal(QPoint(0, button->height() + 2)));
    show();
    setFocus();
}

bool ColumnChooser::eventFilter(QObject *object, QEvent *event) {
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(object, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        close();
        return true;
    }
    if (object != m_tree && key == Qt::Key_Down) {
        m_tree->setFocus();
        return true;
    }
    return QFrame::eventFilter(object, event);
}

} // namespace yipi::gui
