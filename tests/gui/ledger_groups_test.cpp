// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger_cells.h"

#include "domain/custom_field.h"
#include "gui/ledger/column_menu.h"
#include "gui/ledger/frozen_columns.h"
#include "gui/ledger/grid_totals.h"
#include "gui/ledger/grid_zoom.h"
#include "gui/ledger/group_control.h"
#include "gui/ledger/selection_copy.h"
#include "gui/ledger/view_tabs.h"

#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QToolButton>
#include <QWheelEvent>

namespace yipi::gui {
namespace {

class LedgerGroups : public LedgerCells {
protected:
    void group(const std::vector<const char *> &keys) {
        std::vector<QString> list;
        for (const char *key : keys)
            list.push_back(QLatin1String(key));
        groupBy(view(), list);
        QCoreApplication::processEvents();
    }
    std::vector<int> groupRows(int level = 0) {
        std::vector<int> rows;
        for (int row = 0; row < model().rowCount(); ++row)
            if (const ProjectGroup *found = model().groupAt(row); found && found->level == level)
                rows.push_back(row);
        return rows;
    }
    int firstProject() {
        int row = 0;
        while (model().groupAt(row))
            ++row;
        return row;
    }
    /// What the projects below a group's head add up to, read from the ledger itself.
    qint64 summed(const ProjectGroup &group, const char *field) {
        qint64 sum = 0;
        for (int item = group.first; item < group.end; ++item)
            if (const Value value = stored(model().projects()[std::size_t(item)], field); !isEmpty(value))
                sum += std::get<qint64>(value);
        return sum;
    }
    QString yi(qint64 yuan) { return fixedPoint(yuan, yuanPer(MoneyUnit::Yi), 2, Rounding::HalfUp); }
    GridTotals &totals() { return *part<GridTotals>("gridTotals"); }
    ViewTabs &views() { return *page().findChild<ViewTabs *>(); }
    QMenu &openMenu(const char *button) {
        part<QToolButton>(button)->click();
        QCoreApplication::processEvents();
        return *page().findChildren<QMenu *>().last();
    }
};

TEST_F(LedgerGroups, GoByTheDictionaryAndHoldEveryProjectOnce) {
    const std::vector<qint64> plain = model().projects();
    group({"zone"});
    const std::vector<int> heads = groupRows();
    ASSERT_GT(heads.size(), 2u);
    EXPECT_EQ(model().rowCount(), int(plain.size() + heads.size()));
    const auto values = ledger().fieldValues(QStringLiteral("zone"), model().query().asOf);
    ASSERT_TRUE(values);
    qsizetype before = -1;
    for (const int row : heads) {
        const qsizetype place = values->titles.indexOf(model().groupAt(row)->title);
        EXPECT_GT(place, before) << row;
        before = place;
        EXPECT_EQ(shown(row, "name"), QStringLiteral("%1（%2 项）")
                                          .arg(model().groupAt(row)->title)
                                          .arg(model().groupAt(row)->count()));
    }
    for (int row = 0; row < model().rowCount(); ++row)
        if (!model().groupAt(row)) {
            int head = row;
            while (!model().groupAt(head))
                --head;
            ASSERT_EQ(shown(row, "zone"), model().groupAt(head)->title);
        }
    std::set<qint64> once(model().projects().begin(), model().projects().end());
    EXPECT_EQ(once.size(), plain.size());
    group({});
    EXPECT_EQ(model().projects(), plain);
    EXPECT_EQ(model().rowCount(), int(plain.size()));
}

TEST_F(LedgerGroups, ShowExactSumsRoundedOnce) {
    group({"zone"});
    for (const int row : groupRows()) {
        const ProjectGroup &head = *model().groupAt(row);
        EXPECT_EQ(shown(row, "total_investment"), yi(summed(head, "total_investment")));
        EXPECT_EQ(shown(row, "expected_output"), yi(summed(head, "expected_output")));
        EXPECT_EQ(shown(row, "planned_start"), QString());
    }
    part<QToolButton>("wanButton")->click();
    const ProjectGroup &head = *model().groupAt(0);
    EXPECT_EQ(shown(0, "total_investment"),
              fixedPoint(summed(head, "total_investment"), yuanPer(MoneyUnit::Wan), 2, Rounding::HalfUp));
}

TEST_F(LedgerGroups, SharesAreNotSummed) {
    FieldInfo field;
    field.type = FieldType::Quantity;
    EXPECT_TRUE(canBeSummed(field));
    field.unit = QStringLiteral("%");
    EXPECT_FALSE(canBeSummed(field));
    field.unit = QStringLiteral("％");
    EXPECT_FALSE(canBeSummed(field));
    field.unit.clear();
    field.type = FieldType::Date;
    EXPECT_FALSE(canBeSummed(field));
    EXPECT_EQ(sumText(field, {}, MoneyUnit::Yi), QString()) << "nothing filled in is not zero";
    field.type = FieldType::Quantity;
    EXPECT_EQ(sumText(field, {1005, 2}, MoneyUnit::Yi), QStringLiteral("10.05"));
}

TEST_F(LedgerGroups, TwoLevelsLieInOneAnother) {
    group({"zone", "stage"});
    const std::vector<int> inner = groupRows(1);
    ASSERT_GT(inner.size(), groupRows().size());
    const auto &outer = *model().groupAt(0);
    int count = 0;
    for (const int row : inner)
        if (const ProjectGroup &one = *model().groupAt(row); outer.contains(one.first)) {
            EXPECT_LE(one.end, outer.end);
            count += one.count();
        }
    EXPECT_EQ(count, outer.count());
    model().setExpanded(0, false);
    EXPECT_EQ(model().groupAt(1)->level, 0) << "the inner heads went too";
    model().setExpanded(0, true);
    EXPECT_EQ(model().groupAt(1)->level, 1);
    model().setExpanded(1, false);
    ASSERT_TRUE(model().groupAt(2));
    group({"zone", "stage", "chain"});
    EXPECT_EQ(model().query().groups.size(), 2u);
    group({"no_such_field"});
    EXPECT_TRUE(model().query().groups.empty());
}

TEST_F(LedgerGroups, SortingStaysInsideThem) {
    group({"zone"});
    view().setOrder({{QStringLiteral("total_investment"), Qt::DescendingOrder}});
    qint64 before = 0;
    for (int row = 0; row < model().rowCount(); ++row) {
        if (model().groupAt(row)) {
            before = std::numeric_limits<qint64>::max();
            continue;
        }
        const QVariant number = cell(row, "total_investment").data(LedgerTableModel::NumberRole);
        const qint64 now = number.isValid() ? number.toLongLong() : -1;
        ASSERT_LE(now, before);
        before = now;
    }
    EXPECT_EQ(model().query().groups.size(), 1u);
}

TEST_F(LedgerGroups, OpenAndCloseByClickKeysAndAllAtOnce) {
    group({"zone"});
    const int rows = model().rowCount(), inside = model().groupAt(0)->count();
    FrozenColumns &frozen = *view().frozenColumns();
    const auto click = [&](QTableView &half, const char *field) {
        QTest::mouseClick(half.viewport(), Qt::LeftButton, {}, half.visualRect(cell(0, field)).center());
    };
    click(frozen, "name");
    EXPECT_EQ(model().rowCount(), rows - inside);
    EXPECT_TRUE(model().groupAt(1));
    click(frozen, "name");
    EXPECT_EQ(model().rowCount(), rows);
    view().showColumn(columnOf("total_investment"));
    click(view(), "total_investment");
    EXPECT_EQ(model().rowCount(), rows) << "a sum is selected, not closed";
    view().setFocus();
    goTo(0, "name");
    press(Qt::Key_Left);
    EXPECT_EQ(model().rowCount(), rows - inside);
    EXPECT_EQ(view().currentIndex().column(), columnOf("name"));
    press(Qt::Key_Right);
    EXPECT_EQ(model().rowCount(), rows);
    press(Qt::Key_Right);
    EXPECT_NE(view().currentIndex().column(), columnOf("name")) << "an open one lets the cursor go on";
    press(Qt::Key_Left, Qt::AltModifier | Qt::ShiftModifier);
    EXPECT_EQ(model().rowCount(), int(groupRows().size()));
    press(Qt::Key_Right, Qt::AltModifier | Qt::ShiftModifier);
    EXPECT_EQ(model().rowCount(), rows);
}

TEST_F(LedgerGroups, ClosedOnesStayClosedAndAProjectOpensItsOwn) {
    group({"zone"});
    const qint64 inFirst = model().projectAt(1);
    model().setExpanded(0, false);
    EXPECT_EQ(model().rowOf(inFirst), -1);
    EXPECT_TRUE(model().isAsked(inFirst));
    ASSERT_TRUE(model().refresh());
    EXPECT_FALSE(model().groupAt(0)->isExpanded);
    view().showProject(inFirst);
    EXPECT_TRUE(model().groupAt(0)->isExpanded);
    EXPECT_EQ(model().projectAt(view().currentIndex().row()), inFirst);
}

TEST_F(LedgerGroups, HeadsCantBeEditedDeletedOrNumbered) {
    group({"zone"});
    goTo(0, "total_investment");
    const QString sum = shown(0, "total_investment");
    press(Qt::Key_F2);
    type(QStringLiteral("7"));
    press(Qt::Key_Return);
    EXPECT_FALSE(model().flags(cell(0, "total_investment")) & Qt::ItemIsEditable);
    EXPECT_EQ(shown(0, "total_investment"), sum);
    EXPECT_FALSE(model().setData(cell(0, "total_investment"), QStringLiteral("7")));
    EXPECT_FALSE(ledger().canUndo());
    bool isAsked = false;
    page().setConfirmation([&](const QString &) { return isAsked = true; });
    goTo(0, "name");
    press(Qt::Key_Minus, Qt::ControlModifier);
    EXPECT_FALSE(isAsked);
    EXPECT_EQ(shown(0, "#"), QString());
    EXPECT_EQ(shown(1, "#"), QStringLiteral("1"));
    EXPECT_EQ(model().projectAt(0), 0);
    EXPECT_FALSE(cell(0, "light").data(LedgerTableModel::LightRole).isValid());
}

TEST_F(LedgerGroups, DeletingARangeTakesItsProjectsOnly) {
    group({"zone"});
    const std::size_t before = model().projects().size();
    const qint64 project = model().projectAt(1);
    page().setConfirmation([](const QString &) { return true; });
    view().setCurrentIndex(cell(0, "name"));
    view().selectionModel()->select(QItemSelection(cell(0, "name"), cell(1, "name")),
                                    QItemSelectionModel::ClearAndSelect);
    press(Qt::Key_Minus, Qt::ControlModifier);
    QCoreApplication::processEvents();
    EXPECT_EQ(model().projects().size(), before - 1);
    EXPECT_FALSE(model().isAsked(project));
}

TEST_F(LedgerGroups, SelectionSumsLeaveTheHeadsOutAndCopiesTakeThem) {
    group({"zone"});
    view().selectionModel()->select(QItemSelection(cell(0, "total_investment"), cell(2, "total_investment")),
                                    QItemSelectionModel::ClearAndSelect);
    int numbers = 0;
    for (int row = 0; row < 3; ++row)
        numbers += cell(row, "total_investment").data(LedgerTableModel::NumberRole).isValid();
    EXPECT_EQ(numbers, 2);
    const auto table = copiedTable(view(), false);
    ASSERT_TRUE(table);
    EXPECT_EQ(table->text.section(u'\n', 0, 0), shown(0, "total_investment"));
    EXPECT_EQ(table->text.section(u'\n', 1, 1), shown(1, "total_investment"));
}

TEST_F(LedgerGroups, AnEditMovesTheSumsOfItsGroupAndTheTotal) {
    group({"zone"});
    const qint64 project = model().projectAt(1);
    const ProjectGroup head = *model().groupAt(0);
    const QString total = model().totalOf(columnOf("jobs")), second = shown(groupRows()[1], "jobs");
    enter(1, "jobs", QStringLiteral("98765"));
    ASSERT_EQ(stored(project, "jobs"), Value(qint64(98765)));
    EXPECT_EQ(shown(0, "jobs"), QString::number(summed(head, "jobs")));
    EXPECT_EQ(shown(groupRows()[1], "jobs"), second);
    EXPECT_NE(model().totalOf(columnOf("jobs")), total);
    ASSERT_TRUE(ledger().undo());
    EXPECT_EQ(model().totalOf(columnOf("jobs")), total);
}

TEST_F(LedgerGroups, AnEditOfTheGroupedFieldMovesTheProject) {
    group({"zone"});
    const qint64 project = model().projectAt(1);
    const QString target = model().groupAt(groupRows()[1])->title;
    const int there = model().groupAt(groupRows()[1])->count();
    enter(1, "zone", target);
    QCoreApplication::processEvents();
    const int row = model().rowOf(project);
    ASSERT_GE(row, 0);
    int head = row;
    while (!model().groupAt(head))
        --head;
    EXPECT_EQ(model().groupAt(head)->title, target);
    EXPECT_EQ(model().groupAt(head)->count(), there + 1);
}

TEST_F(LedgerGroups, ADateMovesTheProjectToAnotherStage) {
    group({"stage"});
    const int row = firstProject();
    const qint64 project = model().projectAt(row);
    const QString before = shown(row, "stage");
    enter(row, "terminated_on", QStringLiteral("2024-01-05"));
    QCoreApplication::processEvents();
    const int now = model().rowOf(project);
    ASSERT_GE(now, 0);
    EXPECT_NE(shown(now, "stage"), before);
    int head = now;
    while (!model().groupAt(head))
        --head;
    EXPECT_EQ(model().groupAt(head)->title, shown(now, "stage"));
}

TEST_F(LedgerGroups, TheMenusOfferTheColumns) {
    QMenu menu;
    fillColumnMenu(menu, view(), columnOf("chain"));
    const auto trigger = [](const QMenu &from, const QString &text) {
        for (QAction *action : from.actions())
            if (action->text() == text)
                return action->trigger();
        FAIL() << text.toStdString();
    };
    trigger(menu, QStringLiteral("按此列分组"));
    EXPECT_EQ(model().query().groups, std::vector<QString>{QStringLiteral("chain")});
    EXPECT_EQ(part<QToolButton>("groupButton")->text(), QStringLiteral("产业链"));
    QMenu inner;
    fillColumnMenu(inner, view(), columnOf("stage"));
    trigger(inner, QStringLiteral("作为第二级分组"));
    EXPECT_EQ(part<QToolButton>("groupButton")->text(), QStringLiteral("产业链 › 阶段"));
    QMenu amount;
    fillColumnMenu(amount, view(), columnOf("total_investment"));
    for (const QAction *action : amount.actions())
        EXPECT_NE(action->text(), QStringLiteral("按此列分组"));
    QMenu &all = openMenu("groupButton");
    trigger(all, QStringLiteral("不分组"));
    EXPECT_TRUE(model().query().groups.empty());
    EXPECT_EQ(part<QToolButton>("groupButton")->text(), QStringLiteral("分组"));
    all.close();
}

TEST_F(LedgerGroups, TheTotalsFollowTheFilterAndTheRows) {
    EXPECT_EQ(totals().title(), QStringLiteral("合计　%1 项").arg(ledger().facts().projects.size()));
    part<QLineEdit>("filterEdit")->setText(QStringLiteral("煤"));
    QCoreApplication::processEvents();
    const std::vector<qint64> found = model().projects();
    ASSERT_LT(found.size(), ledger().facts().projects.size());
    EXPECT_EQ(totals().title(), QStringLiteral("合计　%1 项").arg(found.size()));
    qint64 sum = 0;
    for (const qint64 id : found)
        if (const Value value = stored(id, "total_investment"); !isEmpty(value))
            sum += std::get<qint64>(value);
    EXPECT_EQ(model().totalOf(columnOf("total_investment")), found.empty() ? QString() : yi(sum));
    EXPECT_EQ(model().totalOf(columnOf("planned_start")), QString());
    group({"zone"});
    view().groupControl()->setAllExpanded(false);
    EXPECT_EQ(totals().title(), QStringLiteral("合计　%1 项").arg(found.size())) << "closed groups count";
}

TEST_F(LedgerGroups, AViewKeepsGroupsUnitAndSize) {
    group({"zone", "stage"});
    part<QToolButton>("wanButton")->click();
    view().zoom()->setPercent(150);
    EXPECT_TRUE(views().isModified());
    views().startSaveAs();
    type(QStringLiteral("mine"));
    press(Qt::Key_Return);
    views().choose(0);
    QCoreApplication::processEvents();
    EXPECT_TRUE(model().query().groups.empty());
    EXPECT_EQ(model().moneyUnit(), MoneyUnit::Yi);
    EXPECT_TRUE(part<QToolButton>("yiButton")->isChecked());
    EXPECT_EQ(view().zoom()->percent(), 100);
    openWindow();
    ASSERT_TRUE(window->session().open(ledgerPath()));
    showLedger();
    views().choose(1);
    QCoreApplication::processEvents();
    EXPECT_EQ(model().query().groups,
              (std::vector<QString>{QStringLiteral("zone"), QStringLiteral("stage")}));
    EXPECT_EQ(model().moneyUnit(), MoneyUnit::Wan);
    EXPECT_EQ(view().zoom()->percent(), 150);
    EXPECT_FALSE(views().isModified());
}

TEST_F(LedgerGroups, ZoomByKeysAndWheelInBothHalves) {
    press(Qt::Key_Equal, Qt::ControlModifier);
    EXPECT_EQ(view().zoom()->percent(), 110);
    EXPECT_EQ(view().rowHeight(0), 28);
    EXPECT_EQ(view().frozenColumns()->rowHeight(0), 28);
    EXPECT_EQ(totals().height(), 28);
    press(Qt::Key_Minus, Qt::ControlModifier | Qt::ShiftModifier);
    press(Qt::Key_Minus, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(view().zoom()->percent(), 90);
    press(Qt::Key_0, Qt::ControlModifier);
    EXPECT_EQ(view().zoom()->percent(), 100);
    const auto turn = [](QWidget *over, int by) {
        QWheelEvent wheel({10, 10}, over->mapToGlobal(QPoint(10, 10)), {}, {0, by}, Qt::NoButton,
                          Qt::ControlModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(over, &wheel);
    };
    turn(view().viewport(), 60);
    EXPECT_EQ(view().zoom()->percent(), 100) << "half a step";
    turn(view().viewport(), 60);
    EXPECT_EQ(view().zoom()->percent(), 110);
    turn(view().frozenColumns()->viewport(), -240);
    EXPECT_EQ(view().zoom()->percent(), 90);
    EXPECT_EQ(view().verticalScrollBar()->value(), view().frozenColumns()->verticalScrollBar()->value());
    view().zoom()->setPercent(1000);
    EXPECT_EQ(view().zoom()->percent(), 200);
    EXPECT_EQ(view().zoom()->scaled(view().font()).pixelSize(), view().font().pixelSize() * 2);
    view().zoom()->setPercent(10);
    EXPECT_EQ(view().zoom()->percent(), 80);
}

/// A ledger with a list and an amount of its own.
class LedgerCustomGroups : public LedgerGroups {
protected:
    void SetUp() override {
        LedgerGroups::SetUp();
        addField("custom_1", "评级", CustomType::Choice, "甲类\n乙类");
        addField("custom_2", "专项债", CustomType::Money, "");
        QCoreApplication::processEvents();
    }
    void addField(const char *key, const char *title, CustomType type, const char *options) {
        CustomField field;
        field.key = QLatin1String(key);
        field.title = QString::fromUtf8(title);
        field.type = type;
        field.options = QString::fromUtf8(options);
        ChangeSet set;
        set.title = QStringLiteral("新建字段");
        RecordChange change{RecordChange::Kind::Insert, EntityKind::CustomField, 0, 0, {}};
        const Record record = toRecord(field);
        for (std::size_t i = 0; i < record.values.size(); ++i)
            if (!isEmpty(record.values[i]))
                change.values.emplace_back(int(i), record.values[i]);
        set.changes.push_back(std::move(change));
        ASSERT_TRUE(ledger().apply(set));
    }
};

TEST_F(LedgerCustomGroups, AValueOfAnOwnListMovesTheProjectAndItsAmountIsSummed) {
    group({"custom_1"});
    ASSERT_EQ(groupRows().size(), 1u);
    EXPECT_EQ(model().groupAt(0)->title, QStringLiteral("未填"));
    const qint64 project = model().projectAt(3);
    enter(3, "custom_1", QStringLiteral("乙类"));
    QCoreApplication::processEvents();
    ASSERT_EQ(groupRows().size(), 2u);
    EXPECT_EQ(model().groupAt(0)->title, QStringLiteral("乙类"));
    ASSERT_EQ(model().projectAt(1), project);
    EXPECT_EQ(shown(0, "custom_2"), QString());
    enter(1, "custom_2", QStringLiteral("1.5"));
    EXPECT_EQ(shown(0, "custom_2"), QStringLiteral("1.50"));
    EXPECT_EQ(model().totalOf(columnOf("custom_2")), QStringLiteral("1.50"));
    EXPECT_EQ(shown(groupRows()[1], "custom_2"), QString());
}

} // namespace
} // namespace yipi::gui
