// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger_cells.h"

#include "gui/ledger/column_arrangement.h"
#include "gui/ledger/fill_handle.h"
#include "gui/ledger/unfinished_bar.h"
#include "gui/ledger/unfinished_text.h"
#include "services/locations.h"

#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace yipi::gui {
namespace {

class LedgerHandle : public LedgerCells {
protected:
    FillHandle *handle() { return view().findChild<FillHandle *>(); }
    void select(int top, const char *left, int bottom, const char *right) {
        goTo(top, left);
        view().selectionModel()->select(QItemSelection(cell(top, left), cell(bottom, right)),
                                        QItemSelectionModel::ClearAndSelect);
        view().showColumn(columnOf(right)); // the corner is in sight
    }
    void dragTo(const QModelIndex &cell) {
        const QPoint to =
            handle()->mapFromGlobal(view().viewport()->mapToGlobal(view().visualRect(cell).center()));
        QTest::mousePress(handle(), Qt::LeftButton);
        QTest::mouseMove(handle(), to);
        QTest::mouseRelease(handle(), Qt::LeftButton, {}, to);
    }
};

TEST_F(LedgerHandle, StandsAtTheCornerOfTheSelection) {
    select(0, "patron", 1, "service_officer");
    ASSERT_TRUE(handle()->isVisible());
    const QRect corner = view().visualRect(cell(1, "service_officer"));
    const QPoint inView = view().viewport()->mapTo(&view(), corner.bottomRight());
    EXPECT_EQ(handle()->geometry().bottomRight(), inView);
    goTo(0, "light");
    EXPECT_FALSE(handle()->isVisible()) << "nothing to copy";
}

TEST_F(LedgerHandle, CopiesDownwardsAndRepeats) {
    enter(0, "patron", QStringLiteral("a"));
    enter(1, "patron", QStringLiteral("b"));
    const int depth = ledger().undoDepth();
    select(0, "patron", 1, "patron");
    dragTo(cell(4, "patron"));
    EXPECT_EQ(shown(2, "patron"), QStringLiteral("a"));
    EXPECT_EQ(shown(3, "patron"), QStringLiteral("b"));
    EXPECT_EQ(shown(4, "patron"), QStringLiteral("a"));
    EXPECT_EQ(ledger().undoDepth(), depth + 1);
}

TEST_F(LedgerHandle, CopiesToTheRight) {
    enter(0, "patron", QStringLiteral("a"));
    select(0, "patron", 0, "patron");
    dragTo(cell(0, "service_officer"));
    EXPECT_EQ(shown(0, "service_officer"), QStringLiteral("a"));
}

TEST_F(LedgerHandle, ADragBackIntoTheSelectionDoesNothing) {
    const int depth = ledger().undoDepth();
    select(0, "patron", 3, "patron");
    dragTo(cell(1, "patron"));
    EXPECT_EQ(ledger().undoDepth(), depth);
}

class LedgerUnfinished : public LedgerCells {
protected:
    QString file() { return services::unfinishedTextFile(ledgerPath()); }
    bool isKept() { return QFileInfo::exists(file()); }
    UnfinishedBar *bar() { return page().findChild<UnfinishedBar *>(); }

    /// Types half a text, and opens the ledger again as after a crash.
    void crashWith(const char *field, const QString &text) {
        goTo(1, field);
        type(text);
        ASSERT_TRUE(QTest::qWaitFor([&] { return isKept(); }, 5000));
        const QString copy = folder.filePath(QStringLiteral("kept"));
        ASSERT_TRUE(QFile::copy(file(), copy));
        press(Qt::Key_Escape); // else the text would be written when the window goes
        openWindow();
        ASSERT_TRUE(QFile::exists(copy));
        QFile::remove(file());
        ASSERT_TRUE(QFile::copy(copy, file()));
        ASSERT_TRUE(window->session().open(ledgerPath()));
        showLedger();
    }
};

TEST_F(LedgerUnfinished, ATextIsKeptWhileItIsTypedAndNoLonger) {
    goTo(1, "remarks");
    type(QStringLiteral("half a"));
    EXPECT_TRUE(QTest::qWaitFor([&] { return isKept(); }, 5000));
    press(Qt::Key_Return);
    EXPECT_TRUE(QTest::qWaitFor([&] { return !isKept(); }, 5000)) << "committed";
    type(QStringLiteral("other"));
    EXPECT_TRUE(QTest::qWaitFor([&] { return isKept(); }, 5000));
    press(Qt::Key_Escape);
    EXPECT_TRUE(QTest::qWaitFor([&] { return !isKept(); }, 5000)) << "given up";
}

TEST_F(LedgerUnfinished, IsOfferedAtTheNextOpeningAndFilledIn) {
    const qint64 project = model().projectAt(1);
    const Value before = stored(project, "remarks");
    crashWith("remarks", QStringLiteral("half"));
    ASSERT_TRUE(bar()->isVisible());
    EXPECT_TRUE(part<QLabel>("unfinishedText")->text().endsWith(QStringLiteral("half")));
    EXPECT_EQ(stored(project, "remarks"), before) << "only offered";
    part<QPushButton>("unfinishedFill")->click();
    EXPECT_FALSE(bar()->isVisible());
    EXPECT_EQ(model().projectAt(view().currentIndex().row()), project);
    auto *line = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    ASSERT_TRUE(line) << "to be finished";
    EXPECT_EQ(line->text(), QStringLiteral("half"));
    type(QStringLiteral(" done"));
    press(Qt::Key_Return);
    EXPECT_EQ(stored(project, "remarks"), Value(QStringLiteral("half done")));
    EXPECT_TRUE(QTest::qWaitFor([&] { return !isKept(); }, 5000));
}

TEST_F(LedgerUnfinished, CanBeGivenUp) {
    crashWith("name", QStringLiteral("half"));
    ASSERT_TRUE(bar()->isVisible());
    part<QPushButton>("unfinishedAbandon")->click();
    EXPECT_FALSE(bar()->isVisible());
    EXPECT_FALSE(isKept());
}

TEST_F(LedgerUnfinished, WhatCannotBeReadOrBelongsToNoProjectIsNothing) {
    UnfinishedText kept(file());
    EXPECT_FALSE(kept.left()) << "no file";
    ASSERT_TRUE(QDir().mkpath(QFileInfo(file()).path()));
    for (const char *content :
         {"", "{", "[]", R"({"project":0,"field":"name","text":"a"})", R"({"project":1,"text":"a"})"}) {
        QFile written(file());
        ASSERT_TRUE(written.open(QIODevice::WriteOnly));
        written.write(content);
        written.close();
        EXPECT_FALSE(kept.left()) << content;
    }
    kept.forget();
    EXPECT_FALSE(isKept());
}

} // namespace
} // namespace yipi::gui
