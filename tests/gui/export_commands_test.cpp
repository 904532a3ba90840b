// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo_window.h"

#include "exchange/workbook.h"
#include "gui/ledger/ledger_page.h"
#include "gui/shell/export_commands.h"
#include "gui/shell/page_registry.h"
#include "gui/widgets/strip_message.h"

#include <QDir>
#include <QMenu>
#include <QMenuBar>

namespace yipi::gui {
namespace {

class Exports : public DemoWindow {
protected:
    void SetUp() override {
        DemoWindow::SetUp();
        ASSERT_TRUE(QDir(folder.path()).mkdir(QStringLiteral("out")));
        window->exportCommands().setPathChooser(
            [this](const QString &, const QString &suggestion, const QString &nameFilter) {
                suggested = suggestion;
                return m_isCancelled          ? QString()
                       : nameFilter.isEmpty() ? out()
                                              : QDir(out()).filePath(QFileInfo(suggestion).fileName());
            });
    }
    QString out() const { return folder.filePath(QStringLiteral("out")); }
    void trigger(const QString &words) {
        for (QAction *action : window->findChildren<QAction *>())
            if (action->text().contains(words)) {
                action->trigger();
                ASSERT_TRUE(QTest::qWaitFor([this] { return !window->commands().isBusy(); }, 30000));
                return;
            }
        FAIL() << "no such entry";
    }
    QStringList written() const { return QDir(out()).entryList(QDir::Files); }

    QString suggested;
    bool m_isCancelled = false;
};

TEST_F(Exports, TheMenuWritesTheLedgerAndOneWorkbookAZone) {
    trigger(QStringLiteral("导出(&E)"));
    ASSERT_EQ(written().size(), 1) << window->strip().text().toStdString();
    trigger(QStringLiteral("按开发区导出"));
    EXPECT_EQ(written().size(), 9);
    EXPECT_TRUE(window->strip().text().contains(QStringLiteral("8 个文件")));
    trigger(QStringLiteral("按开发区导出"));
    EXPECT_TRUE(window->strip().text().contains(QStringLiteral("已存在"))) << "nothing is overwritten";
}

TEST_F(Exports, FormsForTheNextMonthAreFilledInForEachZone) {
    trigger(QStringLiteral("下月填报表"));
    const QStringList files = written();
    ASSERT_EQ(files.size(), 8) << window->strip().text().toStdString();
    EXPECT_TRUE(files.front().contains(QStringLiteral("2024-08"))) << files.front().toStdString();
    trigger(QStringLiteral("下载填报模板"));
    EXPECT_EQ(written().size(), 9);
}

TEST_F(Exports, TheGridIsWrittenAsItIsShown) {
    window->showPage(pageIndex(QStringLiteral("ledger")));
    auto *page = qobject_cast<LedgerPage *>(window->currentPage());
    auto ids = ledger().projectIds({}, QDate(2024, 7, 31)).value();
    ids.resize(3);
    page->showProjects(ids, QStringLiteral("三个项目"));
    trigger(QStringLiteral("导出当前视图"));
    ASSERT_EQ(written(), QStringList{QStringLiteral("三个项目.xlsx")})
        << window->strip().text().toStdString();
    const auto book = exchange::readWorkbook(QDir(out()).filePath(written().front()));
    ASSERT_TRUE(book);
    EXPECT_EQ(book->sheets[0].rows.size(), 6u) << "title, unit, header and three rows";
}

TEST_F(Exports, CancellingWritesNothing) {
    m_isCancelled = true;
    for (const char *words : {"导出(&E)", "按开发区导出", "下月填报表", "下载填报模板"})
        trigger(QString::fromUtf8(words));
    EXPECT_TRUE(written().isEmpty());
}

} // namespace
} // namespace yipi::gui
