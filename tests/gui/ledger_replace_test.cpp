// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger_cells.h"

#include "gui/ledger/bulk_bar.h"
#include "gui/ledger/replace_bar.h"
#include "gui/widgets/strip_message.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

namespace yipi::gui {
namespace {

class LedgerReplacing : public LedgerCells {
protected:
    ReplaceBar *bar() { return page().findChild<ReplaceBar *>(); }
    QListWidget *list() { return part<QListWidget>("replaceList"); }
    QPushButton *replaceButton() { return part<QPushButton>("replaceReplace"); }
    QString state() { return part<QLabel>("replaceState")->text(); }

    void look(const QString &find, const QString &with) {
        press(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        part<QLineEdit>("replaceFind")->setText(find);
        part<QLineEdit>("replaceWith")->setText(with);
        part<QPushButton>("replaceLook")->click();
        EXPECT_TRUE(QTest::qWaitFor([this] { return !bar()->search()->isRunning(); }, 20'000));
    }
    void write(const QStringList &remarks) {
        for (int row = 0; row < remarks.size(); ++row)
            enter(row, "remarks", remarks[row]);
    }
};

TEST_F(LedgerReplacing, ListsOldAndNewAndReplacesTheTickedOnesInOneStep) {
    write({QStringLiteral("xQz one"), QStringLiteral("two XQZ xqz"), QStringLiteral("xqz"),
           QStringLiteral("y")});
    const int depth = ledger().undoDepth();
    look(QStringLiteral("xqz"), QStringLiteral("N"));
    ASSERT_EQ(list()->count(), 3) << state().toStdString();
    EXPECT_EQ(list()->item(0)->text(), QStringLiteral("第 1 行　备注：xQz one → N one"));
    EXPECT_EQ(state(), QStringLiteral("找到 3 处"));
    list()->item(2)->setCheckState(Qt::Unchecked);
    EXPECT_EQ(replaceButton()->text(), QStringLiteral("替换 2 处"));
    EXPECT_EQ(ledger().undoDepth(), depth) << "only listed";
    replaceButton()->click();
    EXPECT_EQ(shown(0, "remarks"), QStringLiteral("N one"));
    EXPECT_EQ(shown(1, "remarks"), QStringLiteral("two N N"));
    EXPECT_EQ(shown(2, "remarks"), QStringLiteral("xqz"));
    EXPECT_EQ(ledger().undoDepth(), depth + 1);
    EXPECT_FALSE(replaceButton()->isEnabled()) << "what was found is out of date";
    ASSERT_TRUE(ledger().undo());
    EXPECT_EQ(shown(0, "remarks"), QStringLiteral("xQz one"));
}

TEST_F(LedgerReplacing, WholeCellsAndSelectedColumnsNarrowIt) {
    write({QStringLiteral("zq"), QStringLiteral("zq more")});
    enter(0, "patron", QStringLiteral("zq"));
    goTo(0, "patron");
    look(QStringLiteral("zq"), {});
    EXPECT_EQ(list()->count(), 3);
    part<QCheckBox>("replaceWhole")->setChecked(true);
    EXPECT_EQ(list()->count(), 0) << "other words, other cells";
    look(QStringLiteral("zq"), {});
    EXPECT_EQ(list()->count(), 2);
    part<QComboBox>("replaceColumns")->setCurrentIndex(1);
    look(QStringLiteral("zq"), {});
    ASSERT_EQ(list()->count(), 1);
    replaceButton()->click();
    EXPECT_TRUE(shown(0, "patron").isEmpty());
    EXPECT_EQ(shown(0, "remarks"), QStringLiteral("zq"));
}

TEST_F(LedgerReplacing, NothingFoundIsToldAndNothingAskedForIsNotLookedFor) {
    look(QStringLiteral("no such text anywhere"), QStringLiteral("a"));
    EXPECT_EQ(state(), QStringLiteral("找到 0 处"));
    EXPECT_FALSE(list()->isVisible());
    EXPECT_FALSE(replaceButton()->isEnabled());
    part<QLineEdit>("replaceFind")->clear();
    EXPECT_FALSE(part<QPushButton>("replaceLook")->isEnabled());
}

TEST_F(LedgerReplacing, LooksSomeRowsAtATimeAndCanBeStopped) {
    ASSERT_TRUE(addProjects(300));
    CellSearch search(model());
    ASSERT_GT(model().rowCount(), 256) << "or one portion would be all";
    search.start({QStringLiteral("no such text"), {}, false, {columnOf("name")}});
    int reports = 0;
    bool isWhole = true;
    QObject::connect(&search, &CellSearch::progressed, &search, [&](int permille) {
        EXPECT_GT(permille, 0);
        ++reports;
        search.stop();
    });
    QObject::connect(&search, &CellSearch::finished, &search, [&](bool whole) { isWhole = whole; });
    ASSERT_TRUE(QTest::qWaitFor([&] { return !search.isRunning(); }, 20'000));
    EXPECT_EQ(reports, 1);
    EXPECT_FALSE(isWhole);
}

TEST_F(LedgerReplacing, RowsAskedForAnewEndTheSearch) {
    CellSearch search(model());
    search.start({QStringLiteral("a"), {}, false, {columnOf("name")}});
    ASSERT_TRUE(model().refresh());
    EXPECT_FALSE(search.isRunning());
}

TEST_F(LedgerReplacing, ABadReplacementStaysInItsCell) {
    const qint64 project = model().projectAt(0);
    enter(0, "actual_sign", QStringLiteral("2024-03-15"));
    goTo(0, "actual_sign");
    press(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    part<QComboBox>("replaceColumns")->setCurrentIndex(1);
    look(QStringLiteral("2024-03-15"), QStringLiteral("2024-03-45"));
    ASSERT_GE(list()->count(), 1);
    for (int i = 1; i < list()->count(); ++i)
        list()->item(i)->setCheckState(Qt::Unchecked);
    replaceButton()->click();
    EXPECT_EQ(stored(project, "actual_sign"), Value(QStringLiteral("2024-03-15")));
    EXPECT_FALSE(reason(0, "actual_sign").isEmpty());
}

TEST_F(LedgerReplacing, EscClosesAndGivesTheFocusBack) {
    press(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_TRUE(bar()->isVisible());
    press(Qt::Key_Escape);
    EXPECT_FALSE(bar()->isVisible());
    EXPECT_EQ(QApplication::focusWidget(), &view());
}

class LedgerBulk : public LedgerCells {
protected:
    void openBar(int top, int bottom, const char *field) {
        goTo(top, field);
        view().selectionModel()->select(QItemSelection(cell(top, field), cell(bottom, field)),
                                        QItemSelectionModel::ClearAndSelect);
        press(Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
    }
    BulkBar *bar() { return page().findChild<BulkBar *>(); }
};

TEST_F(LedgerBulk, GivesAllSelectedRowsTheValueInOneStep) {
    openBar(1, 3, "patron");
    ASSERT_TRUE(bar()->isVisible());
    EXPECT_EQ(part<QPushButton>("bulkApply")->text(), QStringLiteral("应用到 3 行"));
    EXPECT_EQ(part<QComboBox>("bulkField")->currentText(), QStringLiteral("包联领导"));
    const int depth = ledger().undoDepth();
    type(QStringLiteral("Zhao"));
    press(Qt::Key_Return);
    for (int row : {1, 2, 3})
        EXPECT_EQ(shown(row, "patron"), QStringLiteral("Zhao"));
    EXPECT_NE(shown(0, "patron"), QStringLiteral("Zhao"));
    EXPECT_EQ(ledger().undoDepth(), depth + 1);
    EXPECT_EQ(ledger().undoTitle(), QStringLiteral("批量填写 3 格"));
    view().selectRow(0);
    EXPECT_EQ(part<QPushButton>("bulkApply")->text(), QStringLiteral("应用到 1 行"));
    part<QLineEdit>("bulkValue")->setFocus();
    press(Qt::Key_Escape);
    EXPECT_FALSE(bar()->isVisible());
    EXPECT_EQ(QApplication::focusWidget(), &view());
}

TEST_F(LedgerBulk, ABadValueIsToldInEachCell) {
    openBar(0, 1, "total_investment");
    const Value before = stored(model().projectAt(0), "total_investment");
    type(QStringLiteral("abc"));
    press(Qt::Key_Return);
    EXPECT_FALSE(reason(0, "total_investment").isEmpty());
    EXPECT_FALSE(reason(1, "total_investment").isEmpty());
    EXPECT_EQ(stored(model().projectAt(0), "total_investment"), before);
    EXPECT_EQ(part<StripMessage>("strip")->text(), QStringLiteral("已批量填写 0 格，2 格有误，原因在格中"));
}

} // namespace
} // namespace yipi::gui
