// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/ledger/column_menu.h"

#include "gui/ledger/column_arrangement.h"
#include "gui/ledger/filter_row.h"
#include "gui/ledger/group_control.h"
#include "gui/ledger/ledger_view.h"

#include <QCoreApplication>
#include <QMenu>

namespace yipi::gui {

namespace {

QString menuText(const char *source) {
    return QCoreApplication::translate("ColumnMenu", source);
}

void addSorting(QMenu &menu, LedgerView &view, int column) {
    const LedgerTableModel &model = *view.ledgerModel();
    const QString key = model.columns().at(column).key;
    const auto sort = [&view, key](Qt::SortOrder order) { view.setOrder({{key, order}}); };
    menu.addAction(menuText("升序排列"), &view, [sort] { sort(Qt::AscendingOrder); });
    menu.addAction(menuText("降序排列"), &view, [sort] { sort(Qt::DescendingOrder); });
    QAction *further = menu.addAction(menuText("作为下一级排序（Shift+单击）"), &view,
                                      [&view, column] { view.sortBy(column, true); });
    further->setEnabled(!model.query().order.empty());
    QAction *none = menu.addAction(menuText("不排序"), &view, [&view] { view.setOrder({}); });
    none->setEnabled(!model.query().order.empty());
    menu.addSeparator();
}

} // namespace

void fillColumnMenu(QMenu &menu, LedgerView &view, int column) {
    ColumnArrangement &columns = *view.arrangement();
    const LedgerTableModel &model = *view.ledgerModel();
    if (model.isSortable(column))
        addSorting(menu, view, column);
    addGrouping(menu, view, column);
    if (columnFilterKind(model.columns().at(column)) != ColumnFilterKind::None)
        menu.addAction(menuText("筛选此列"), &view, [&view, column] { view.filterRow()->edit(column); });
    menu.addAction(menuText("隐藏此列"), &view, [&columns, column] { columns.setHidden(column, true); });
    menu.addSeparator();
    menu.addAction(menuText("冻结到此列"), &view, [&columns, column] { columns.freezeThrough(column); });
    QAction *thaw = menu.addAction(menuText("取消冻结"), &view, [&columns] { columns.freezeThrough(-1); });
    thaw->setEnabled(columns.frozenCount() > 0);
    menu.addSeparator();
    menu.addAction(menuText("左移"), &view, [&columns, column] { columns.moveColumn(column, -1); });
    menu.addAction(menuText("右移"), &view, [&columns, column] { columns.moveColumn(column, 1); });
    menu.addAction(menuText("列宽合适"), &view, [&view, column] { view.fitColumn(column); });
    menu.addAction(menuText("恢复默认的列"), &view, [&columns, &model] {
        columns.setLayout(ColumnArrangement::firstLayout(model.columns()));
    });
}

} // namespace yipi::gui
