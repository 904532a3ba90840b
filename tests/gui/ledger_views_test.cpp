// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger_cells.h"

#include "gui/ledger/column_arrangement.h"
#include "gui/ledger/filter_row.h"
#include "gui/ledger/view_tabs.h"

#include <QTabBar>
#include <QToolButton>

namespace yipi::gui {
namespace {

class LedgerViews : public LedgerCells {
protected:
    ViewTabs &views() { return *page().findChild<ViewTabs *>(); }
    QTabBar &tabs() { return *part<QTabBar>("viewTabs"); }
    QStringList names() {
        QStringList list;
        for (int i = 0; i < tabs().count(); ++i)
            list << tabs().tabText(i);
        return list;
    }
    void saveAs(const char *name) {
        views().startSaveAs();
        type(QString::fromUtf8(name));
        press(Qt::Key_Return);
    }
    void changeTheLook() {
        view().arrangement()->setHidden(columnOf("chain"), true);
        view().arrangement()->freezeThrough(columnOf("zone"));
        view().setOrder({{QStringLiteral("total_investment"), Qt::DescendingOrder}});
        view().filterRow()->setShown(true);
        view().filterRow()->setFilter(columnOf("stage"), QStringLiteral("=开工"));
        QCoreApplication::processEvents();
    }
    void expectTheLook() {
        EXPECT_TRUE(view().isColumnHidden(columnOf("chain")));
        EXPECT_TRUE(view().isFrozen(columnOf("zone")));
        ASSERT_EQ(model().query().order.size(), 1u);
        EXPECT_EQ(model().query().order.front().key, QStringLiteral("total_investment"));
        ASSERT_GT(model().rowCount(), 0);
        for (int row = 0; row < model().rowCount(); ++row)
            ASSERT_EQ(shown(row, "stage"), QStringLiteral("开工"));
    }
    /// As the next start finds it.
    void reopen() {
        openWindow();
        ASSERT_TRUE(window->session().open(ledgerPath()));
        showLedger();
    }
};

TEST_F(LedgerViews, AChangedLookHasADotAndIsKeptUnderAName) {
    EXPECT_EQ(names(), QStringList{QStringLiteral("全部")});
    EXPECT_FALSE(part<QToolButton>("saveViewAs")->isVisible());
    changeTheLook();
    EXPECT_EQ(names(), QStringList{QStringLiteral("全部 •")});
    EXPECT_TRUE(part<QToolButton>("saveViewAs")->isVisible());
    EXPECT_FALSE(part<QToolButton>("saveView")->isVisible()) << "全部 stays what it is";
    saveAs("mine");
    EXPECT_EQ(names(), (QStringList{QStringLiteral("全部"), QStringLiteral("mine")}));
    EXPECT_FALSE(views().isModified());
    views().choose(0);
    QCoreApplication::processEvents();
    EXPECT_FALSE(view().isColumnHidden(columnOf("chain")));
    EXPECT_EQ(model().rowCount(), int(ledger().facts().projects.size()));
    EXPECT_TRUE(model().query().order.empty());
    views().choose(1);
    QCoreApplication::processEvents();
    expectTheLook();
    EXPECT_FALSE(views().isModified());
    reopen();
    EXPECT_EQ(names(), (QStringList{QStringLiteral("全部"), QStringLiteral("mine")}));
    views().choose(1);
    QCoreApplication::processEvents();
    expectTheLook();
}

TEST_F(LedgerViews, SavingTakesTheChangeAndGoingBackDropsIt) {
    changeTheLook();
    saveAs("mine");
    view().arrangement()->setWidth(columnOf("name"), 333);
    EXPECT_TRUE(views().isModified());
    EXPECT_EQ(names()[1], QStringLiteral("mine •"));
    part<QToolButton>("saveView")->click();
    EXPECT_FALSE(views().isModified());
    view().arrangement()->setWidth(columnOf("name"), 200);
    Q_EMIT views().chosen(views().current());
    EXPECT_EQ(view().columnWidth(columnOf("name")), 333);
    EXPECT_FALSE(views().isModified());
}

TEST_F(LedgerViews, NamesAreUniqueAndEscLeavesThem) {
    saveAs("mine");
    saveAs("mine");
    EXPECT_EQ(names().size(), 2);
    EXPECT_TRUE(part<QLineEdit>("viewName")->isVisible());
    EXPECT_EQ(part<QLineEdit>("viewName")->toolTip(), QStringLiteral("已有视图“mine”"));
    press(Qt::Key_Escape);
    EXPECT_FALSE(part<QLineEdit>("viewName")->isVisible());
    views().startRename();
    type(QStringLiteral("yours"));
    press(Qt::Key_Return);
    EXPECT_EQ(names()[1], QStringLiteral("yours"));
}

TEST_F(LedgerViews, TabsAreMovedAndRemoved) {
    saveAs("a");
    saveAs("b");
    tabs().moveTab(2, 1);
    EXPECT_EQ(names(), (QStringList{QStringLiteral("全部"), QStringLiteral("b"), QStringLiteral("a")}));
    tabs().moveTab(1, 0);
    EXPECT_EQ(names()[0], QStringLiteral("全部")) << "stays in front";
    reopen();
    EXPECT_EQ(names(), (QStringList{QStringLiteral("全部"), QStringLiteral("b"), QStringLiteral("a")}));
    views().choose(1);
    views().remove();
    EXPECT_EQ(names(), (QStringList{QStringLiteral("全部"), QStringLiteral("a")}));
    EXPECT_EQ(tabs().currentIndex(), 0);
    views().remove();
    EXPECT_EQ(names().size(), 2) << "全部 can't be removed";
}

TEST_F(LedgerViews, ASharedViewLiesInTheLedger) {
    changeTheLook();
    saveAs("ours");
    views().share(true);
    EXPECT_TRUE(ledger().sharedViews().contains(QStringLiteral("ours")));
    EXPECT_FALSE(settings->gridViews().contains("ours"));
    settings->setGridViews({}); // another person
    reopen();
    EXPECT_EQ(names(), (QStringList{QStringLiteral("全部"), QStringLiteral("ours")}));
    views().choose(1);
    QCoreApplication::processEvents();
    expectTheLook();
    views().share(false);
    EXPECT_FALSE(ledger().sharedViews().contains(QStringLiteral("ours")));
    EXPECT_TRUE(settings->gridViews().contains("ours"));
}

TEST_F(LedgerViews, ADamagedListOfViewsIsNone) {
    settings->setGridViews("[{\"name\":\"\"}, 7, {\"name\":\"x\",\"columns\":3}");
    reopen();
    EXPECT_EQ(names(), QStringList{QStringLiteral("全部")});
}

} // namespace
} // namespace yipi::gui
