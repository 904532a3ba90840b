// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger_cells.h"

#include "gui/ledger/empty_state.h"
#include "gui/ledger/filter_row.h"
#include "gui/ledger/frozen_columns.h"
#include "gui/ledger/grouped_header_view.h"
#include "gui/ledger/value_checklist.h"
#include "gui/shell/filter_bar.h"

#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScrollBar>
#include <QToolButton>

namespace yipi::gui {
namespace {

class LedgerFilterRow : public LedgerCells {
protected:
    FilterRow &row() { return *view().filterRow(); }
    int total() { return int(ledger().facts().projects.size()); }
    void over(const char *field, const QString &typed) {
        row().setShown(true);
        row().editor(columnOf(field))->setText(typed);
        QCoreApplication::processEvents();
    }
    QString words() { return part<QLabel>("filterRowWords")->text(); }
    int count(const char *condition) {
        ProjectFilter filter;
        filter.where = QString::fromUtf8(condition);
        return int(ledger().projectIds(filter, window->filterBar().scope().asOf.lastDay()).value().size());
    }
    ValueChecklist *openList(const char *field) {
        row().edit(columnOf(field));
        press(Qt::Key_Down, Qt::AltModifier);
        return view().findChild<ValueChecklist *>();
    }
};

TEST_F(LedgerFilterRow, CtrlShiftLShowsItAndPutsItAway) {
    goTo(0, "total_investment");
    EXPECT_FALSE(row().isShown());
    const int height = view().horizontalHeader()->height();
    press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_TRUE(row().isShown());
    EXPECT_EQ(view().horizontalHeader()->height(), height + 26);
    EXPECT_EQ(static_cast<QTableView &>(*view().frozenColumns()).horizontalHeader()->height(), height + 26);
    EXPECT_EQ(QApplication::focusWidget(), row().editor(columnOf("total_investment")))
        << "of the current column";
    EXPECT_TRUE(part<QToolButton>("filterRowButton")->isChecked());
    press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_FALSE(row().isShown());
    EXPECT_EQ(view().horizontalHeader()->height(), height);
    EXPECT_EQ(QApplication::focusWidget(), &view());
}

TEST_F(LedgerFilterRow, EachEditorStandsUnderItsTitleInItsHalf) {
    row().setShown(true);
    for (const char *field : {"name", "zone", "chain"}) {
        const int column = columnOf(field);
        QLineEdit *edit = row().editor(column);
        GroupedHeaderView *header = view().headers()[view().isFrozen(column) ? 1 : 0];
        EXPECT_EQ(edit->parentWidget(), header->viewport()) << field;
        EXPECT_NEAR(edit->x(), header->sectionViewportPosition(column), 2) << field;
        EXPECT_GE(edit->y(), GroupedHeaderView::kGroupHeight + GroupedHeaderView::kTitleHeight) << field;
        EXPECT_TRUE(edit->accessibleName().startsWith(QStringLiteral("筛选"))) << field;
    }
    view().horizontalScrollBar()->setValue(120);
    const int zone = columnOf("zone");
    EXPECT_NEAR(row().editor(zone)->x(), view().horizontalHeader()->sectionViewportPosition(zone), 2)
        << "it scrolls with its column";
}

TEST_F(LedgerFilterRow, SeveralColumnsNarrowTogetherAndTheConditionIsTold) {
    over("total_investment", QStringLiteral(">1"));
    EXPECT_EQ(model().rowCount(), count("总投资 > 1亿"));
    EXPECT_EQ(words(), QStringLiteral("筛选行：总投资超过1亿元"));
    over("stage", QStringLiteral("=开工"));
    EXPECT_EQ(model().rowCount(), count("总投资 > 1亿 且 阶段 = 开工"));
    EXPECT_GT(model().rowCount(), 0);
    EXPECT_EQ(words(), QStringLiteral("筛选行：阶段为开工，且总投资超过1亿元"));
    part<QToolButton>("clearFilterRow")->click();
    QCoreApplication::processEvents();
    EXPECT_EQ(model().rowCount(), total());
    EXPECT_FALSE(part<QFrame>("filterRowBar")->isVisible());
    EXPECT_TRUE(row().editor(columnOf("stage"))->text().isEmpty());
}

TEST_F(LedgerFilterRow, ItNarrowsTheFilterBarAndTheBox) {
    ProjectFilter wanted;
    wanted.where = QStringLiteral("industrial");
    Q_EMIT window->currentPage()->projectsRequested(wanted);
    part<QLineEdit>("filterEdit")->setText(QStringLiteral("=总投资 < 10亿 或 战新"));
    over("stage", QStringLiteral("=开工、投产"));
    EXPECT_EQ(model().rowCount(), count("产业项目 且 (总投资 < 10亿 或 战新) 且 阶段 in (开工, 投产)"));
}

TEST_F(LedgerFilterRow, TextsThatTheFactsDoNotHoldAreFoundToo) {
    enter(2, "remarks", QStringLiteral("waiting"));
    const qint64 project = model().projectAt(2);
    over("remarks", QStringLiteral("WAIT"));
    ASSERT_EQ(model().rowCount(), 1);
    EXPECT_EQ(model().projectAt(0), project);
}

TEST_F(LedgerFilterRow, WhatIsNotUnderstoodStaysRedWithItsReasonAndDoesNotFilter) {
    over("stage", QStringLiteral("=开工"));
    const int started = model().rowCount();
    over("total_investment", QStringLiteral("很多"));
    QLineEdit *edit = row().editor(columnOf("total_investment"));
    EXPECT_EQ(model().rowCount(), started) << "the other column goes on";
    EXPECT_EQ(edit->text(), QStringLiteral("很多"));
    EXPECT_EQ(edit->property("state").toString(), QStringLiteral("error"));
    EXPECT_EQ(edit->toolTip(), QStringLiteral("“很多”不是金额"));
    EXPECT_EQ(edit->accessibleDescription(), edit->toolTip());
    over("total_investment", QStringLiteral("≥1"));
    EXPECT_TRUE(edit->property("state").toString().isEmpty());
    EXPECT_LT(model().rowCount(), started);
}

TEST_F(LedgerFilterRow, BareAmountsAreInTheUnitOfTheColumn) {
    over("total_investment", QStringLiteral(">5000"));
    EXPECT_EQ(model().rowCount(), 0);
    part<QToolButton>("wanButton")->click();
    EXPECT_EQ(model().rowCount(), count("总投资 > 5000万"));
}

TEST_F(LedgerFilterRow, TheKeyboardWalksThroughIt) {
    goTo(0, "name");
    press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    press(Qt::Key_Tab);
    EXPECT_EQ(QApplication::focusWidget(), row().editor(columnOf("zone"))) << "into the other half";
    press(Qt::Key_Backtab, Qt::ShiftModifier);
    EXPECT_EQ(QApplication::focusWidget(), row().editor(columnOf("name")));
    press(Qt::Key_Backtab, Qt::ShiftModifier);
    press(Qt::Key_Backtab, Qt::ShiftModifier);
    EXPECT_EQ(QApplication::focusWidget(), row().editor(columnOf("code"))) << "the first one";
    type(QStringLiteral("2301"));
    QCoreApplication::processEvents();
    EXPECT_LT(model().rowCount(), total());
    press(Qt::Key_Return);
    EXPECT_EQ(QApplication::focusWidget(), &view());
    row().edit(columnOf("code"));
    press(Qt::Key_Escape);
    QCoreApplication::processEvents();
    EXPECT_EQ(model().rowCount(), total()) << "Esc clears first";
    press(Qt::Key_Escape);
    EXPECT_EQ(QApplication::focusWidget(), &view());
    row().edit(columnOf("remarks"));
    const QLineEdit *edit = row().editor(columnOf("remarks"));
    EXPECT_TRUE(view().horizontalHeader()->viewport()->rect().contains(edit->geometry())) << "scrolled to it";
}

TEST_F(LedgerFilterRow, AListOfValuesCountsWhatTheOthersLeave) {
    over("total_investment", QStringLiteral(">1"));
    ValueChecklist *list = openList("stage");
    ASSERT_TRUE(list);
    auto *values = list->findChild<QListWidget *>(QStringLiteral("values"));
    EXPECT_EQ(values->item(2)->text(), QStringLiteral("开工　%1").arg(count("总投资 > 1亿 且 阶段 = 开工")));
    values->item(2)->setCheckState(Qt::Checked);
    values->item(3)->setCheckState(Qt::Checked);
    QCoreApplication::processEvents();
    EXPECT_EQ(row().editor(columnOf("stage"))->text(), QStringLiteral("=开工、投产"));
    EXPECT_EQ(model().rowCount(), count("总投资 > 1亿 且 阶段 in (开工, 投产)"));
    QTest::keyClick(values, Qt::Key_Return);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    list = openList("stage");
    ASSERT_TRUE(list);
    EXPECT_EQ(list->checkedValues(), (QStringList{QStringLiteral("开工"), QStringLiteral("投产")}));
    EXPECT_EQ(list->findChild<QListWidget *>(QStringLiteral("values"))->item(1)->text(),
              QStringLiteral("签约　%1").arg(count("总投资 > 1亿 且 阶段 = 签约")))
        << "its own column does not narrow the counts";
    list->close();
}

TEST_F(LedgerFilterRow, AListIsSearchedAndCheckedWhole) {
    ValueChecklist *list = openList("zone");
    ASSERT_TRUE(list);
    auto *values = list->findChild<QListWidget *>(QStringLiteral("values"));
    ASSERT_EQ(values->count(), int(ledger().zones().size()));
    list->findChild<QLineEdit *>()->setText(QStringLiteral("兴县"));
    int shown = 0;
    for (int i = 0; i < values->count(); ++i)
        shown += !values->item(i)->isHidden();
    EXPECT_EQ(shown, 1);
    list->findChildren<QPushButton *>().front()->click();
    QCoreApplication::processEvents();
    EXPECT_EQ(model().rowCount(), count("开发区 = 兴县"));
    EXPECT_EQ(list->checkedValues().size(), 1) << "only what is shown";
    list->close();
}

TEST_F(LedgerFilterRow, AnEmptyResultOffersTheWayBack) {
    row().edit(columnOf("name"));
    typeChinese(QApplication::focusWidget(), QStringLiteral("没有这样的项目"));
    QCoreApplication::processEvents();
    EXPECT_EQ(QApplication::focusWidget(), row().editor(columnOf("name"))) << "the typing goes on";
    auto *empty = part<EmptyState>("emptyState");
    ASSERT_TRUE(empty->isVisible());
    empty->findChild<QPushButton *>()->click();
    EXPECT_EQ(model().rowCount(), total());
    EXPECT_TRUE(row().editor(columnOf("name"))->text().isEmpty());
}

} // namespace
} // namespace yipi::gui
