// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo_window.h"

#include "gui/ledger/ledger_page.h"
#include "gui/shell/filter_bar.h"
#include "gui/shell/ledger_commands.h"
#include "gui/shell/navigation.h"
#include "gui/shell/page_registry.h"
#include "gui/shell/start_page.h"
#include "gui/theme.h"
#include "gui/widgets/error_dialog.h"
#include "gui/widgets/strip_message.h"

#include <QAction>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

namespace yipi::gui {
namespace {

using Shell = DemoWindow;

QAction *actionWithKeys(const MainWindow &window, const QKeySequence &keys) {
    for (QAction *action : window.findChildren<QAction *>())
        if (action->shortcut() == keys)
            return action;
    return nullptr;
}

const QKeySequence kUndo(Qt::CTRL | Qt::Key_Z);
const QKeySequence kRedo(Qt::CTRL | Qt::Key_Y);

TEST_F(Shell, StartsOnTheOverviewWithTheDemoChip) {
    EXPECT_EQ(window->currentPage()->iconName(), QStringLiteral("dash"));
    EXPECT_TRUE(window->findChild<QLabel *>(QStringLiteral("demoChip"))->isVisible());
    EXPECT_TRUE(window->windowTitle().contains(QStringLiteral("总览看板")));
}

TEST_F(Shell, NavigationMakesPagesOnFirstVisitAndKeepsThem) {
    const Page *overview = window->currentPage();
    EXPECT_EQ(window->findChildren<LedgerPage *>().size(), 0);
    auto *navigation = window->findChild<Navigation *>();
    navigation->setPage(pageIndex(QStringLiteral("ledger")));
    EXPECT_EQ(window->findChildren<LedgerPage *>().size(), 1);
    EXPECT_EQ(window->currentPage()->title(), QStringLiteral("项目台账"));
    actionWithKeys(*window, QKeySequence(Qt::CTRL | Qt::Key_1))->trigger();
    EXPECT_EQ(window->currentPage(), overview);
    EXPECT_EQ(navigation->page(), pageIndex(QStringLiteral("overview")));
}

TEST_F(Shell, BackReturnsToThePageWithItsFilter) {
    ProjectFilter filter;
    filter.batch = Batch::Start;
    Q_EMIT window->currentPage()->projectsRequested(filter);
    EXPECT_EQ(window->currentPage()->title(), QStringLiteral("项目台账"));
    EXPECT_EQ(window->filterBar().scope().filter, filter);
    actionWithKeys(*window, QKeySequence(Qt::ALT | Qt::Key_Left))->trigger();
    EXPECT_EQ(window->currentPage()->title(), QStringLiteral("总览看板"));
    EXPECT_TRUE(window->filterBar().scope().filter.isEmpty());
    actionWithKeys(*window, QKeySequence(Qt::ALT | Qt::Key_Right))->trigger();
    EXPECT_EQ(window->filterBar().scope().filter, filter);
}

TEST_F(Shell, UndoIsOfferedAfterAnEditAndTakesItBack) {
    QAction *undo = actionWithKeys(*window, kUndo);
    QAction *redo = actionWithKeys(*window, kRedo);
    EXPECT_FALSE(undo->isEnabled()); // what came with the demonstration belongs to it
    const qint64 id = ledger().facts().projects.front().id;
    const QString key = QStringLiteral("remarks");
    const int field = entityInfo(EntityKind::Project).indexOf(key);
    const auto before = ledger().record(EntityKind::Project, id);
    ASSERT_TRUE(before);
    ASSERT_TRUE(ledger().edit(EntityKind::Project, id, before->version, key, QStringLiteral("已踏勘")));
    EXPECT_TRUE(undo->isEnabled());
    EXPECT_FALSE(redo->isEnabled());
    undo->trigger();
    EXPECT_EQ(ledger().record(EntityKind::Project, id)->values[std::size_t(field)],
              before->values[std::size_t(field)]);
    EXPECT_FALSE(undo->isEnabled());
    EXPECT_TRUE(redo->isEnabled());
    redo->trigger();
    EXPECT_EQ(ledger().record(EntityKind::Project, id)->values[std::size_t(field)],
              Value(QStringLiteral("已踏勘")));
}

TEST_F(Shell, EachChangeOfTheFilterBarIsToldOnce) {
    FilterBar &bar = window->filterBar();
    QSignalSpy changes(&bar, &FilterBar::scopeChanged);
    bar.stepMonth(-1);
    EXPECT_EQ(changes.size(), 1);
    EXPECT_EQ(bar.scope().asOf.text(), QStringLiteral("2024-06"));
    services::FigureScope scope = bar.scope();
    bar.setScope(scope);
    EXPECT_EQ(changes.size(), 1) << "the same scope is no change";
    scope.filter.zones = {ledger().zones().front().id};
    scope.filter.batch = Batch::Sign;
    scope.asOf = Month(2024, 7);
    bar.setScope(scope);
    EXPECT_EQ(changes.size(), 2);
    bar.clearFilter();
    EXPECT_EQ(changes.size(), 3);
    EXPECT_TRUE(bar.scope().filter.isEmpty());
}

TEST_F(Shell, AChoiceInAMenuOfTheFilterBarNarrowsTheScope) {
    FilterBar &bar = window->filterBar();
    QSignalSpy changes(&bar, &FilterBar::scopeChanged);
    QToolButton *zones = nullptr;
    for (QToolButton *button : bar.findChildren<QToolButton *>())
        if (button->text().startsWith(QStringLiteral("开发区")))
            zones = button;
    ASSERT_TRUE(zones);
    Q_EMIT zones->menu()->aboutToShow();
    const auto actions = zones->menu()->actions();
    ASSERT_EQ(actions.size(), qsizetype(ledger().zones().size()) + 2); // 全部 and a separator
    actions[2]->trigger();
    EXPECT_EQ(changes.size(), 1);
    EXPECT_EQ(bar.scope().filter.zones, std::vector<qint64>{ledger().zones().front().id});
    EXPECT_TRUE(zones->property("changed").toBool());
}

TEST_F(Shell, ConditionsWithoutAControlAreShownAsAChip) {
    ProjectFilter filter;
    filter.minInvestment = Money::fromYuan(100'000'000);
    filter.strategic = true;
    filter.where = QStringLiteral("stage = started");
    window->filterBar().setFilter(filter);
    EXPECT_EQ(furtherConditions(filter), QStringLiteral("总投资 ≥ 1 亿元，战新，阶段为开工"));
    bool shown = false;
    for (const QLabel *label : window->filterBar().findChildren<QLabel *>())
        shown |= label->isVisible() && label->text() == furtherConditions(filter);
    EXPECT_TRUE(shown);
}

TEST_F(Shell, LayoutAndPageAreRemembered) {
    window->showPage(pageIndex(QStringLiteral("ledger")));
    actionWithKeys(*window, QKeySequence(Qt::CTRL | Qt::Key_B))->trigger();
    window->resize(1400, 900);
    window->close();
    openWindow();
    ASSERT_TRUE(window->session().open(ledgerPath()));
    EXPECT_TRUE(window->findChild<Navigation *>()->isCollapsed());
    EXPECT_EQ(window->size(), QSize(1400, 900));
    EXPECT_EQ(window->currentPage()->title(), QStringLiteral("项目台账"));
}

TEST_F(Shell, DamagedSettingsCountAsNone) {
    window.reset();
    const QString path = folder.filePath(QStringLiteral("yipi.ini"));
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("\x00\xff[[[not an ini\n=\n[window\ngeometry=@ByteArray(\\x1", 46);
    file.close();
    openWindow();
    ASSERT_TRUE(window->session().open(ledgerPath()));
    EXPECT_EQ(window->currentPage()->title(), QStringLiteral("总览看板"));
    window->close();
    EXPECT_FALSE(Settings(path).geometry().isEmpty()) << "new settings can be written again";
}

TEST_F(Shell, NoTwoShortcutsInForceAreTheSame) {
    for (const PageEntry &entry : pageEntries()) {
        window->showPage(pageIndex(entry.id));
        QMap<QString, QString> used;
        for (const QAction *action : window->findChildren<QAction *>()) {
            const QString keys = action->shortcut().toString();
            const bool isOfAnotherPage =
                qobject_cast<Page *>(action->parent()) && action->parent() != window->currentPage();
            if (keys.isEmpty() || isOfAnotherPage)
                continue;
            EXPECT_FALSE(used.contains(keys)) << keys.toStdString() << ": " << used[keys].toStdString()
                                              << ", " << action->text().toStdString();
            used.insert(keys, action->text());
        }
    }
}

TEST_F(Shell, AMissingLedgerIsExplainedInTheStripAndTheOpenOneStays) {
    window->commands().openFile(folder.filePath(QStringLiteral("nowhere.yipi")));
    EXPECT_TRUE(QTest::qWaitFor(
        [this] { return !window->commands().isBusy() && window->strip().isVisible(); }, 30000));
    EXPECT_TRUE(window->strip().text().contains(QStringLiteral("nowhere.yipi")))
        << window->strip().text().toStdString();
    EXPECT_TRUE(window->session().isOpen());
}

TEST_F(Shell, ALedgerIsOpenedInTheBackgroundAndCanBeWorkedWith) {
    window->commands().openFile(ledgerPath());
    EXPECT_FALSE(window->session().isOpen()) << "the window goes on while the file is read";
    EXPECT_TRUE(QTest::qWaitFor([this] { return window->session().isOpen(); }, 30000));
    EXPECT_EQ(ledger().thread(), window->thread());
    EXPECT_FALSE(ledger().status().readOnly) << "the former writer has made way";
    EXPECT_TRUE(ledger().setCity(QStringLiteral("吕梁市")));
}

TEST_F(Shell, ADamageFoundAfterOpeningClosesTheLedgerAndIsExplained) {
    window->session().close();
    QFile file(ledgerPath());
    ASSERT_TRUE(file.open(QIODevice::ReadWrite));
    // A leaf of an index: loading reads the tables only.
    constexpr int kPage = 4096;
    constexpr char kIndexLeaf = 10;
    const QByteArray bytes = file.readAll();
    qsizetype page = bytes.size() / 2 / kPage * kPage;
    while (page < bytes.size() && bytes[page] != kIndexLeaf)
        page += kPage;
    ASSERT_LT(page, bytes.size());
    ASSERT_TRUE(file.seek(page));
    file.write(QByteArray(kPage, '\x7f'));
    file.close();
    QSignalSpy opened(&window->session(), &Session::opened);
    QSignalSpy damaged(&window->session(), &Session::foundDamaged);
    window->commands().openFile(ledgerPath());
    EXPECT_TRUE(QTest::qWaitFor([&] { return damaged.count() == 1; }, 30000));
    EXPECT_EQ(opened.count(), 1);
    EXPECT_FALSE(window->session().isOpen());
    EXPECT_TRUE(window->strip().text().contains(QStringLiteral("损坏")))
        << window->strip().text().toStdString();
}

TEST_F(Shell, VerifyRunsInTheBackgroundAndReports) {
    window->commands().verify();
    EXPECT_TRUE(QTest::qWaitFor(
        [this] { return !window->commands().isBusy() && window->strip().isVisible(); }, 30000));
    EXPECT_TRUE(window->strip().text().contains(QStringLiteral("校验通过")))
        << window->strip().text().toStdString();
}

TEST(StartPage, IsShownWithoutALedgerAndOpensTheDemoWithOneClick) {
    QTemporaryDir folder;
    Settings settings(folder.filePath(QStringLiteral("yipi.ini")));
    MainWindow window(settings);
    window.show();
    auto *start = window.findChild<StartPage *>();
    ASSERT_TRUE(start->isVisible());
    EXPECT_FALSE(window.findChild<Navigation *>()->isVisible());
    EXPECT_FALSE(actionWithKeys(window, kUndo)->isEnabled());
    QTest::mouseClick(start->findChild<QPushButton *>(QStringLiteral("demo")), Qt::LeftButton);
    ASSERT_TRUE(QTest::qWaitFor([&] { return window.session().isOpen(); }, 120000))
        << window.strip().text().toStdString();
    EXPECT_TRUE(window.session().ledger()->status().isDemo);
    EXPECT_FALSE(start->isVisible());
}

TEST(Theme, TokensAreReadAndReplacedInTheStyleSheet) {
    EXPECT_EQ(theme().ac, QColor(0x1B, 0x5A, 0x91));
    EXPECT_EQ(theme().redFill, QColor(0xB0, 0x32, 0x1F));
    EXPECT_EQ(theme().seriesAttain, QColor(0x1F, 0x8A, 0x72));
    for (const QColor &color :
         {theme().win, theme().vio, theme().grnt, theme().stageAttained, theme().seriesProduce})
        EXPECT_TRUE(color.isValid());
    EXPECT_FALSE(qApp->styleSheet().isEmpty());
    EXPECT_FALSE(QRegularExpression(QStringLiteral("@\\w+@")).match(qApp->styleSheet()).hasMatch());
}

TEST(Theme, IconsAreDrawnInTheColourAskedFor) {
    for (const PageEntry &entry : pageEntries())
        EXPECT_FALSE(icon(entry.iconName).isNull()) << entry.iconName.toStdString();
    EXPECT_TRUE(icon(QStringLiteral("no such icon")).isNull());
    const QImage image = icon(QStringLiteral("sq"), Qt::red).pixmap(16, 16).toImage();
    bool red = false;
    for (int x = 0; x < 16; ++x)
        red |= image.pixelColor(x, 4).red() > 200 && image.pixelColor(x, 4).alpha() > 100;
    EXPECT_TRUE(red);
}

TEST(ErrorDialogTest, FoldsTheDetailsAndListsTheFirstTwoHundred) {
    Error error{
        ErrorCode::InvalidValue, QStringLiteral("有 300 处错误"), QStringLiteral("请改正后重试"), {}, {}, {}};
    for (int i = 0; i < 300; ++i)
        error.details << Error{
            ErrorCode::InvalidValue, QStringLiteral("错误%1号").arg(i + 1), {}, {}, {}, {}};
    ErrorDialog dialog(error);
    dialog.show();
    auto *details = dialog.findChild<QPlainTextEdit *>();
    EXPECT_FALSE(details->isVisible());
    dialog.findChild<QPushButton *>(QStringLiteral("fold"))->click();
    EXPECT_TRUE(details->isVisible());
    EXPECT_TRUE(details->toPlainText().contains(QStringLiteral("错误200号")));
    EXPECT_FALSE(details->toPlainText().contains(QStringLiteral("错误201号")));
    EXPECT_TRUE(details->toPlainText().contains(QStringLiteral("共 300 条")));
}

} // namespace
} // namespace yipi::gui
