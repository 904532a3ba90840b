// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/ledger/group_control.h"

#include "gui/ledger/frozen_columns.h"
#include "gui/ledger/ledger_view.h"

#include <QKeyEvent>
#include <QMenu>

#include <algorithm>

namespace yipi::gui {

namespace {

using Keys = std::vector<QString>;

bool holds(const Keys &keys, const QString &key) {
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

} // namespace

void groupBy(LedgerView &view, const Keys &keys) {
    LedgerTableModel &model = *view.ledgerModel();
    const qint64 project = model.projectAt(view.currentIndex().row());
    const int column = std::max(view.currentIndex().column(), 0);
    if (!model.setGroups(keys))
        return;
    view.showProject(project);
    if (!view.currentIndex().isValid())
        view.setCurrentIndex(model.index(0, column));
}

void addGrouping(QMenu &menu, LedgerView &view, int column) {
    const LedgerTableModel &model = *view.ledgerModel();
    if (!model.canGroup(column))
        return;
    const QString key = model.columns().at(column).key;
    const Keys now = model.query().groups;
    const auto add = [&](const QString &title, const Keys &keys) {
        return menu.addAction(title, &view, [&view, keys] { groupBy(view, keys); });
    };
    add(GroupControl::tr("按此列分组"), {key});
    if (!now.empty() && now.front() != key)
        add(GroupControl::tr("作为第二级分组"), {now.front(), key});
    if (!now.empty())
        add(GroupControl::tr("不分组"), {});
    menu.addSeparator();
}

GroupControl::GroupControl(LedgerView &view)
    : QObject(&view)
    , m_view(view) {
    view.installEventFilter(this);
    connect(&view, &QAbstractItemView::clicked, this, &GroupControl::toggle);
    connect(view.frozenColumns(), &QAbstractItemView::clicked, this, &GroupControl::toggle);
}

void GroupControl::toggle(const QModelIndex &index) {
    LedgerTableModel &model = *m_view.ledgerModel();
    const ProjectGroup *group = model.groupAt(index.row());
    // Sums can be selected and copied without closing their group; so can ranges.
    if (group && !model.hasSums(index.column()) && m_view.selectionModel()->selectedIndexes().size() == 1)
        model.setExpanded(index.row(), !group->isExpanded);
}

void GroupControl::setAllExpanded(bool expanded) {
    LedgerTableModel &model = *m_view.ledgerModel();
    const qint64 project = model.projectAt(m_view.currentIndex().row());
    const int column = std::max(m_view.currentIndex().column(), 0);
    model.setAllExpanded(expanded);
    if (expanded)
        m_view.showProject(project);
    if (!m_view.currentIndex().isValid())
        m_view.setCurrentIndex(model.index(0, column));
}

void GroupControl::fillMenu(QMenu &menu) {
    const LedgerTableModel &model = *m_view.ledgerModel();
    const Keys now = model.query().groups;
    menu.addAction(tr("不分组"), &m_view, [this] { groupBy(m_view, {}); })->setEnabled(!now.empty());
    menu.addAction(tr("全部展开（Alt+Shift+→）"), this, [this] { setAllExpanded(true); })
        ->setEnabled(!now.empty());
    menu.addAction(tr("全部折叠（Alt+Shift+←）"), this, [this] { setAllExpanded(false); })
        ->setEnabled(!now.empty());
    const auto addColumns = [&](const QString &title, const Keys &outer) {
        menu.addSection(title);
        for (int column = 0; column < model.columnCount(); ++column) {
            const QString key = model.columns().at(column).key;
            if (!model.canGroup(column) || holds(outer, key))
                continue;
            Keys keys = outer;
            keys.push_back(key);
            QAction *choice = menu.addAction(model.columns().at(column).title, &m_view,
                                             [this, keys] { groupBy(m_view, keys); });
            choice->setCheckable(true);
            choice->setChecked(now.size() >= keys.size() && now[keys.size() - 1] == key);
        }
    };
    addColumns(tr("分组"), {});
    if (!now.empty())
        addColumns(tr("第二级"), {now.front()});
}

bool GroupControl::eventFilter(QObject *object, QEvent *event) {
    if (event->type() != QEvent::KeyPress)
        return QObject::eventFilter(object, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const int row = m_view.currentIndex().row();
    const ProjectGroup *group = m_view.ledgerModel()->groupAt(row);
    const bool opens = key->key() == Qt::Key_Right, closes = key->key() == Qt::Key_Left;
    if (!group || key->modifiers() & ~Qt::KeypadModifier || !(opens || closes) || group->isExpanded == opens)
        return QObject::eventFilter(object, event);
    m_view.ledgerModel()->setExpanded(row, opens);
    return true;
}

} // namespace yipi::gui
