// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger_cells.h"

#include "gui/ledger/column_arrangement.h"
#include "gui/ledger/column_chooser.h"
#include "gui/ledger/frozen_columns.h"
#include "gui/ledger/grouped_header_view.h"
#include "gui/ledger/selection_copy.h"

#include <QMenu>
#include <QSignalSpy>
#include <QToolButton>
#include <QTreeWidget>

namespace yipi::gui {
namespace {

class LedgerArrangement : public LedgerCells {
protected:
    ColumnArrangement &columns() { return *view().arrangement(); }
    GroupedHeaderView &header(const char *field) {
        return *view().headers()[view().isFrozen(columnOf(field))];
    }
    int place(const char *field) { return view().horizontalHeader()->visualIndex(columnOf(field)); }
    int overlayPlace(const char *field) {
        return static_cast<QTableView &>(*view().frozenColumns())
            .horizontalHeader()
            ->visualIndex(columnOf(field));
    }
    /// Chooses an entry of the open menu of a column.
    void choose(const char *field, const QString &entry) {
        goTo(0, field);
        view().showColumnMenu(columnOf(field));
        auto *menu = view().findChild<QMenu *>();
        ASSERT_TRUE(menu);
        for (QAction *action : menu->actions())
            if (action->text() == entry) {
                action->trigger();
                delete menu;
                return;
            }
        FAIL() << "no entry " << entry.toStdString();
    }
};

TEST_F(LedgerArrangement, AHiddenColumnIsLeftOutByKeysAndCopies) {
    choose("chain", QStringLiteral("隐藏此列"));
    EXPECT_TRUE(view().isColumnHidden(columnOf("chain")));
    goTo(0, "zone");
    press(Qt::Key_Right);
    EXPECT_EQ(view().currentIndex(), cell(0, "stage"));
    view().selectionModel()->select(QItemSelection(cell(0, "zone"), cell(0, "stage")),
                                    QItemSelectionModel::ClearAndSelect);
    EXPECT_EQ(copiedTable(view(), false)->text, shown(0, "zone") + u'\t' + shown(0, "stage"));
    EXPECT_EQ(part<QToolButton>("columnsButton")->text(),
              QStringLiteral("列 %1/%2").arg(model().columnCount() - 1).arg(model().columnCount()));
    columns().setHidden(columnOf("chain"), false);
    EXPECT_FALSE(view().isColumnHidden(columnOf("chain")));
}

TEST_F(LedgerArrangement, TheNumberOfTheRowCannotBeHidden) {
    columns().setHidden(columnOf("#"), true);
    EXPECT_FALSE(view().isColumnHidden(columnOf("#")));
}

TEST_F(LedgerArrangement, AnyNumberOfColumnsIsFrozen) {
    choose("stage", QStringLiteral("冻结到此列"));
    for (const char *field : {"name", "zone", "chain", "stage"}) {
        EXPECT_TRUE(view().isFrozen(columnOf(field))) << field;
        EXPECT_FALSE(view().frozenColumns()->isColumnHidden(columnOf(field))) << field;
    }
    EXPECT_FALSE(view().isFrozen(columnOf("investor")));
    EXPECT_EQ(view().frozenColumns()->width(), view().frozenColumns()->totalWidth());
    const qint64 project = model().projectAt(0);
    enter(0, "chain", ledger().chains().front().name);
    EXPECT_EQ(stored(project, "chain"), Value(ledger().chains().front().id)) << "edited in the overlay";
    choose("stage", QStringLiteral("取消冻结"));
    EXPECT_FALSE(view().isFrozen(columnOf("#")));
    EXPECT_FALSE(view().frozenColumns()->isVisible());
}

TEST_F(LedgerArrangement, AColumnMovesWithinItsHalfInBothHeaders) {
    choose("stage", QStringLiteral("左移"));
    EXPECT_LT(place("stage"), place("chain"));
    EXPECT_EQ(place("stage"), overlayPlace("stage"));
    QSignalSpy changed(&columns(), &ColumnArrangement::changed);
    view().horizontalHeader()->moveSection(place("stage"), 1); // as a drag into the other half
    EXPECT_FALSE(view().isFrozen(columnOf("stage")));
    EXPECT_EQ(place("stage"), overlayPlace("stage"));
    EXPECT_EQ(changed.size(), 0);
    goTo(0, "zone");
    EXPECT_FALSE(columns().moveColumn(columnOf("zone"), -1)) << "the frozen half is beside it";
    press(Qt::Key_Right);
    EXPECT_EQ(view().currentIndex(), cell(0, "stage")) << "keys follow what is seen";
}

TEST_F(LedgerArrangement, TheGroupOfAMovedColumnIsPaintedWhereItIs) {
    view().horizontalHeader()->moveSection(place("jobs"), place("zone"));
    EXPECT_EQ(place("jobs") + 1, place("zone"));
    EXPECT_FALSE(view().grab().isNull());
}

TEST_F(LedgerArrangement, WidthsAreTheSameInBothHalves) {
    header("name").resizeSection(columnOf("name"), 301);
    EXPECT_EQ(view().columnWidth(columnOf("name")), 301);
    EXPECT_EQ(view().frozenColumns()->columnWidth(columnOf("name")), 301);
    choose("name", QStringLiteral("恢复默认的列"));
    EXPECT_EQ(view().columnWidth(columnOf("name")), 220);
    choose("content", QStringLiteral("列宽合适"));
    EXPECT_GT(view().columnWidth(columnOf("content")), 260);
}

TEST_F(LedgerArrangement, ALayoutIsTakenBackAsItWas) {
    columns().setHidden(columnOf("chain"), true);
    columns().freezeThrough(columnOf("zone"));
    columns().moveColumn(columnOf("investor"), 1);
    columns().setWidth(columnOf("remarks"), 77);
    const ColumnLayout kept = columns().layout();
    columns().setLayout(ColumnArrangement::firstLayout(model().columns()));
    EXPECT_NE(columns().layout(), kept);
    columns().setLayout(kept);
    EXPECT_EQ(columns().layout(), kept);
    EXPECT_TRUE(view().isColumnHidden(columnOf("chain")));
    EXPECT_GT(place("investor"), place("industry"));
}

TEST_F(LedgerArrangement, ALayoutOfAnotherLedgerKeepsWhatItKnows) {
    ColumnLayout other{{{QStringLiteral("no_such"), 50, false}, {QStringLiteral("remarks"), 90, false}}, 0};
    columns().setLayout(other);
    EXPECT_EQ(place("remarks"), 0);
    EXPECT_EQ(view().columnWidth(columnOf("remarks")), 90);
    EXPECT_EQ(columns().layout().columns.size(), std::size_t(model().columnCount()));
}

TEST_F(LedgerArrangement, ColumnsAreChosenFromAListByTheirGroups) {
    view().setFocus();
    press(Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
    auto *chooser = page().findChild<ColumnChooser *>();
    ASSERT_TRUE(chooser);
    auto *tree = chooser->findChild<QTreeWidget *>(QStringLiteral("columns"));
    QTreeWidgetItem *attributes = tree->topLevelItem(1);
    EXPECT_EQ(attributes->text(0), QStringLiteral("属性"));
    attributes->setCheckState(0, Qt::Unchecked);
    EXPECT_TRUE(view().isColumnHidden(columnOf("zone")));
    EXPECT_TRUE(view().isColumnHidden(columnOf("key_project")));
    attributes->child(0)->setCheckState(0, Qt::Checked);
    EXPECT_FALSE(view().isColumnHidden(columnOf("zone")));
    EXPECT_EQ(attributes->checkState(0), Qt::PartiallyChecked);
    chooser->close();
}

TEST_F(LedgerArrangement, TheMenuSortsAndFilters) {
    choose("total_investment", QStringLiteral("降序排列"));
    ASSERT_EQ(model().query().order.size(), 1u);
    EXPECT_EQ(model().query().order.front().order, Qt::DescendingOrder);
    choose("stage", QStringLiteral("作为下一级排序（Shift+单击）"));
    EXPECT_EQ(model().query().order.size(), 2u);
    choose("stage", QStringLiteral("不排序"));
    EXPECT_TRUE(model().query().order.empty());
    choose("stage", QStringLiteral("筛选此列"));
    EXPECT_EQ(QApplication::focusWidget()->objectName(), QStringLiteral("filter_stage"));
    view().setFocus();
    goTo(0, "stage");
    press(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    auto *menu = view().findChild<QMenu *>();
    ASSERT_TRUE(menu) << "also by keys";
    EXPECT_TRUE(menu->isVisible());
    menu->close();
}

TEST_F(LedgerArrangement, WhatIsExportedIsWhatIsShown) {
    columns().setHidden(columnOf("chain"), true);
    columns().moveColumn(columnOf("zone"), 1); // behind the stage
    // The window would ask for a file.
    QObject::disconnect(&page(), &LedgerPage::viewExportRequested, nullptr, nullptr);
    QSignalSpy asked(&page(), &LedgerPage::viewExportRequested);
    for (QAction *action : page().pageActions())
        if (action->text() == QStringLiteral("导出当前视图…"))
            action->trigger();
    ASSERT_EQ(asked.size(), 1);
    const auto fields = asked.front().at(1).value<std::vector<int>>();
    const auto position = [&](const char *key) {
        return std::find(fields.begin(), fields.end(),
                         entityInfo(EntityKind::Project).indexOf(QLatin1String(key))) -
               fields.begin();
    };
    EXPECT_EQ(position("chain"), std::ssize(fields));
    EXPECT_LT(position("name"), position("zone"));
    EXPECT_EQ(position("zone") + 1, position("investor"));
}

} // namespace
} // namespace yipi::gui
