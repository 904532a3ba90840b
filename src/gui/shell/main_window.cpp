// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/main_window.h"

#include "gui/explanation/explanation_panel.h"
#include "gui/import/import_page.h"
#include "gui/ledger/ledger_page.h"
#include "gui/ledger/ledger_view.h"
#include "gui/project/project_page.h"
#include "gui/search/search_palette.h"
#include "gui/shell/export_commands.h"
#include "gui/shell/filter_bar.h"
#include "gui/shell/ledger_commands.h"
#include "gui/shell/main_actions.h"
#include "gui/shell/navigation.h"
#include "gui/shell/page_registry.h"
#include "gui/shell/start_page.h"
#include "gui/shell/status_bar.h"
#include "gui/widgets/strip_message.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDockWidget>
#include <QHBoxLayout>
#include <QMessageBox>
#include <QStackedWidget>

namespace yipi::gui {
namespace {
constexpr QSize kDefaultSize{1600, 1000};
constexpr QSize kMinimumSize{1024, 640};
constexpr int kCollapseBelow = 1440; ///< narrower windows show navigation icons only
} // namespace

MainWindow::MainWindow(Settings &settings, QWidget *parent)
    : QMainWindow(parent)
    , m_settings(settings)
    , m_actions(new MainActions(menuBar()))
    , m_navigation(new Navigation)
    , m_filterBar(new FilterBar)
    , m_strip(new StripMessage)
    , m_stack(new QStackedWidget)
    , m_start(new StartPage)
    , m_status(new StatusBar)
    , m_explanation(new ExplanationPanel(this))
    , m_dock(new QDockWidget(tr("数字解释"), this))
    , m_commands(new LedgerCommands(m_session, *m_strip, this))
    , m_exports(new ExportCommands(m_session, *m_commands, this))
    , m_palette(new SearchPalette(
          CommandSearch(*menuBar(), m_actions->pages, m_actions->search), m_actions->search->shortcut()[0],
          QList{m_actions->exportLedger, m_actions->fillForms, m_actions->bulletin, m_actions->backup} +
              m_actions->pages,
          this))
    , m_pages(pageEntries().size()) {
    setMinimumSize(kMinimumSize);
    resize(kDefaultSize);
    auto *central = new QWidget;
    auto *row = new QHBoxLayout(central);
    auto *column = new QVBoxLayout;
    for (QBoxLayout *layout : {static_cast<QBoxLayout *>(row), static_cast<QBoxLayout *>(column)}) {
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(0);
    }
    row->addWidget(m_navigation);
    row->addLayout(column, 1);
    column->addWidget(m_filterBar);
    column->addWidget(m_strip);
    column->addWidget(m_stack, 1);
    m_stack->setObjectName(QStringLiteral("pages"));
    m_stack->addWidget(m_start);
    setCentralWidget(central);
    setStatusBar(m_status);
    m_dock->setObjectName(QStringLiteral("explanationDock"));
    m_dock->setFeatures(QDockWidget::DockWidgetClosable);
    addDockWidget(Qt::RightDockWidgetArea, m_dock);
    m_dock->hide();
    m_explanation->hide();

    connectActions();
    connect(&m_session, &Session::opened, this, &MainWindow::openWorkspace);
    connect(&m_session, &Session::aboutToClose, this, &MainWindow::closeWorkspace);
    connect(&m_session, &Session::foundDamaged, m_strip, &StripMessage::showError);
    connect(m_navigation, &Navigation::pageChosen, this, &MainWindow::showPage);
    connect(m_filterBar, &FilterBar::scopeChanged, this, &MainWindow::applyScope);
    connect(m_explanation, &ExplanationPanel::projectListRequested, this, &MainWindow::showProjects);
    connect(m_explanation, &ExplanationPanel::pinToggled, this, &MainWindow::pinExplanation);
    closeWorkspace();
    restoreLayout();
}

MainWindow::~MainWindow() {
    m_session.close(); // while the widgets that show it are still there
}

void MainWindow::connectActions() {
    const auto on = [this](QAction *action, auto &&run) { connect(action, &QAction::triggered, this, run); };
    const auto leaving = [this, on](QAction *action, void (LedgerCommands::*run)()) {
        on(action, [this, run] {
            if (mayLeavePage())
                (m_commands->*run)();
        });
    };
    leaving(m_actions->create, &LedgerCommands::create);
    leaving(m_actions->open, &LedgerCommands::open);
    leaving(m_actions->demo, &LedgerCommands::openDemo);
    on(m_actions->backup, [this] { m_commands->backup(); });
    leaving(m_actions->restore, &LedgerCommands::restore);
    on(m_actions->verify, [this] { m_commands->verify(); });
    on(m_actions->quit, [this] { close(); });
    on(m_actions->undo, [this] { undoOrRedo(true); });
    on(m_actions->redo, [this] { undoOrRedo(false); });
    on(m_actions->history, [this] { showPage(pageIndex(QStringLiteral("history"))); });
    connect(m_status, &StatusBar::historyRequested, m_actions->history, &QAction::trigger);
    on(m_actions->previousMonth, [this] { m_filterBar->stepMonth(-1); });
    on(m_actions->nextMonth, [this] { m_filterBar->stepMonth(1); });
    on(m_actions->refresh, [this] { applyScope(m_filterBar->scope()); });
    on(m_actions->navigation, [this](bool collapsed) { collapseNavigation(collapsed); });
    on(m_actions->import, [this] { showPage(pageIndex(QStringLiteral("import"))); });
    on(m_actions->bulletin, [this] { showPage(pageIndex(QStringLiteral("reports"))); });
    on(m_actions->exportLedger, [this] { m_exports->exportProjects(m_filterBar->scope()); });
    on(m_actions->exportByZone, [this] { m_exports->exportByZone(m_filterBar->scope()); });
    on(m_actions->fillTemplate, [this] { m_exports->writeTemplate(); });
    on(m_actions->fillForms, [this] { m_exports->writeForms(m_filterBar->scope().asOf.plus(1)); });
    on(m_actions->search, [this] { m_palette->toggle(m_filterBar->scope().asOf.lastDay()); });
    connect(m_palette, &SearchPalette::chosen, this, &MainWindow::openHit);
    connect(m_palette, &SearchPalette::detailsRequested, this, [this](qint64 id) { openProject(id, {}); });
    on(m_actions->back, [this] {
        if (!mayLeavePage())
            return;
        if (const auto to = m_history.back(here()))
            visit(*to);
    });
    on(m_actions->forward, [this] {
        if (!mayLeavePage())
            return;
        if (const auto to = m_history.forward(here()))
            visit(*to);
    });
    on(m_actions->about, [this] {
        QMessageBox::about(this, tr("关于一批"),
                           tr("一批　三个一批项目调度台账\n版本 %1\n自由软件，GPL-3.0-or-later")
                               .arg(QCoreApplication::applicationVersion()));
    });
    for (int i = 0; i < m_actions->pages.size(); ++i)
        on(m_actions->pages[i], [this, i] { showPage(i); });
    const auto *start = static_cast<StartPage *>(m_start);
    connect(start, &StartPage::demoRequested, this, [this] { m_commands->openDemo(); });
    connect(start, &StartPage::createRequested, this, [this] { m_commands->create(); });
    connect(start, &StartPage::openRequested, this, [this] { m_commands->open(); });
}

void MainWindow::openWorkspace() {
    m_workspace.emplace(m_session.workspace());
    m_workspace->settings = &m_settings;
    m_filterBar->setWorkspace(&*m_workspace);
    m_status->setWorkspace(&*m_workspace);
    m_explanation->setWorkspace(&*m_workspace);
    m_palette->setLedger(m_session.ledger(), m_session.search());
    connect(m_session.ledger(), &services::LedgerService::ledgerChanged, this, &MainWindow::afterChange);
    const services::LedgerStatus status = m_workspace->ledger.status();
    m_actions->setLedgerOpen(true, !status.readOnly);
    m_navigation->show();
    m_status->setScope(m_filterBar->scope());
    showPage(std::max(0, pageIndex(m_settings.page())));
    refreshActions();
    if (status.readOnly)
        m_strip->showMessage(StripMessage::Kind::Warn, tr("只读打开：%1").arg(status.readOnlyReason));
    else if (!m_workspace->figures.problems().isEmpty())
        m_strip->showMessage(StripMessage::Kind::Warn,
                             m_workspace->figures.problems().join(QStringLiteral("；")));
}

void MainWindow::closeWorkspace() {
    m_explanation->setWorkspace(nullptr);
    m_palette->setLedger(nullptr, nullptr);
    m_dock->hide();
    m_actions->setPageActions({});
    m_stack->setCurrentWidget(m_start);
    for (Page *&page : m_pages)
        delete std::exchange(page, nullptr);
    m_current = -1;
    m_history = {};
    m_navigation->hide();
    m_filterBar->hide();
    m_filterBar->setWorkspace(nullptr);
    m_status->setWorkspace(nullptr);
    m_workspace.reset();
    m_actions->setLedgerOpen(false, false);
    m_actions->setUndo({}, {}, false, false);
    setWindowTitle(tr("一批 — 三个一批项目调度台账"));
}

Page *MainWindow::currentPage() const {
    return m_current < 0 ? nullptr : m_pages[std::size_t(m_current)];
}

Visit MainWindow::here() const {
    return {m_current, m_filterBar->scope()};
}

Page *MainWindow::page(int index) {
    Page *&page = m_pages[std::size_t(index)];
    if (page)
        return page;
    page = pageEntries()[std::size_t(index)].create(*m_workspace, m_stack);
    m_stack->addWidget(page);
    connect(page, &Page::explanationRequested, this, &MainWindow::explain);
    connect(page, &Page::filterRequested, m_filterBar, &FilterBar::setFilter);
    connect(page, &Page::projectListRequested, this, &MainWindow::showProjects);
    connect(page, &Page::statusMessage, m_status, &StatusBar::setHint);
    connect(page, &Page::ruleSetsChanged, this, &MainWindow::ruleSetsChanged);
    if (auto *ledger = qobject_cast<LedgerPage *>(page)) {
        connect(ledger, &LedgerPage::importRequested, this,
                [this] { showPage(pageIndex(QStringLiteral("import"))); });
        connect(ledger, &LedgerPage::clipboardImportRequested, this, [this] {
            showPage(pageIndex(QStringLiteral("import")));
            if (auto *import = qobject_cast<ImportPage *>(currentPage()))
                import->paste();
        });
        connect(ledger, &LedgerPage::viewExportRequested, m_exports, &ExportCommands::exportView);
    }
    connect(page, &Page::projectsRequested, this, &MainWindow::openLedger);
    connect(page, &Page::projectRequested, this, &MainWindow::openProject);
    connect(page, &Page::backRequested, this, [this] {
        if (m_history.canGoBack())
            m_actions->back->trigger();
        else
            showPage(pageIndex(QStringLiteral("ledger")));
    });
    return page;
}

void MainWindow::openLedger(const ProjectFilter &filter) {
    if (!mayLeavePage())
        return;
    Visit to{pageIndex(QStringLiteral("ledger")), m_filterBar->scope()};
    to.scope.filter = filter;
    static_cast<LedgerPage *>(page(to.page))->forgetNarrowing();
    m_history.leave(here());
    visit(to);
}

void MainWindow::openProject(qint64 id, const std::vector<qint64> &list) {
    const int index = pageIndex(QStringLiteral("project"));
    static_cast<ProjectPage *>(page(index))->showProject(id, list);
    showPage(index);
}

void MainWindow::showPage(int index) {
    if (!m_workspace || index < 0 || index == m_current)
        return;
    if (!mayLeavePage()) {
        m_navigation->setPage(m_current);
        return;
    }
    if (m_current >= 0)
        m_history.leave(here());
    visit({index, m_filterBar->scope()});
}

void MainWindow::visit(const Visit &visit) {
    Page *shown = page(visit.page);
    m_current = visit.page;
    m_navigation->setPage(visit.page);
    m_explanation->dismiss();
    m_status->setHint(shown->usesFilterBar() ? tr("单击数字看清单　Ctrl+C 复制数值") : QString());
    const bool changed = visit.scope.asOf != m_filterBar->scope().asOf ||
                         visit.scope.rulesId != m_filterBar->scope().rulesId ||
                         !(visit.scope.filter == m_filterBar->scope().filter);
    if (changed)
        m_filterBar->setScope(visit.scope); // comes back through applyScope
    else
        shown->setScope(visit.scope);
    m_filterBar->setVisible(shown->usesFilterBar());
    m_stack->setCurrentWidget(shown);
    m_actions->setPageActions(shown->pageActions());
    if (const PageEntry &entry = pageEntries()[std::size_t(visit.page)]; entry.isListed)
        m_settings.setPage(entry.id);
    setWindowTitle(
        tr("一批 — 三个一批项目调度台账　%1　%2").arg(shown->title(), m_workspace->ledger.status().name));
    refreshActions();
}

void MainWindow::applyScope(const services::FigureScope &scope) {
    m_status->setScope(scope);
    if (Page *shown = currentPage())
        shown->setScope(scope);
}

void MainWindow::afterChange() {
    m_filterBar->refreshChoices();
    m_status->noteSaved();
    m_explanation->refresh();
    refreshActions();
}

bool MainWindow::mayLeavePage() {
    return !currentPage() || currentPage()->mayLeave();
}

void MainWindow::ruleSetsChanged(const QString &chosen) {
    services::FigureScope scope = m_filterBar->scope();
    if (!chosen.isEmpty())
        scope.rulesId = chosen;
    if (!m_workspace->figures.ruleSet(scope.rulesId)) // deleted: back to the ledger's own
        if (const auto own = m_workspace->figures.ruleSet({}))
            scope.rulesId = (*own)->id;
    m_filterBar->refreshChoices();
    m_filterBar->setScope(scope);
    m_status->setScope(scope);
}

void MainWindow::refreshActions() {
    const services::LedgerService &ledger = m_workspace->ledger;
    m_actions->setUndo(ledger.undoTitle(), ledger.redoTitle(), ledger.canUndo(), ledger.canRedo());
    m_actions->back->setEnabled(m_history.canGoBack());
    m_actions->forward->setEnabled(m_history.canGoForward());
    m_navigation->setCount(pageIndex(QStringLiteral("ledger")), ledger.status().projects);
}

void MainWindow::undoOrRedo(bool undo) {
    services::LedgerService &ledger = m_workspace->ledger;
    const QString title = undo ? ledger.undoTitle() : ledger.redoTitle();
    if (const auto done = undo ? ledger.undo() : ledger.redo(); !done)
        m_strip->showError(done.error());
    else
        m_status->setHint(undo ? tr("已撤销：%1").arg(title) : tr("已重做：%1").arg(title));
    refreshActions();
}

void MainWindow::showProjects(const std::vector<qint64> &ids, const QString &title) {
    const int index = pageIndex(QStringLiteral("ledger"));
    showPage(index);
    if (m_current != index)
        return;
    static_cast<LedgerPage *>(page(index))->showProjects(ids, title);
}

void MainWindow::showProject(qint64 id, const QString &title) {
    const int index = pageIndex(QStringLiteral("ledger"));
    showPage(index);
    if (m_current != index)
        return;
    auto *ledgerPage = static_cast<LedgerPage *>(page(index));
    if (!ledgerPage->model()->isAsked(id))
        ledgerPage->showProjects({id}, title); // the filter leaves it out
    ledgerPage->view()->showProject(id);
}

void MainWindow::openHit(const services::SearchHit &hit) {
    using services::SearchKind;
    ProjectFilter filter;
    switch (hit.kind) {
    case SearchKind::Project:
    case SearchKind::Problem:
        showProject(hit.id, hit.title);
        break;
    case SearchKind::Enterprise:
    case SearchKind::Person:
        showProjects(m_session.search()->service().projectsOf(hit), tr("%1的项目").arg(hit.title));
        break;
    case SearchKind::Zone:
        filter.zones = {hit.id};
        break;
    case SearchKind::Chain:
        filter.chains = {hit.id};
        break;
    case SearchKind::Campaign:
        filter.firstCampaign = filter.lastCampaign = CampaignKey::parse(hit.title);
        break;
    }
    if (!filter.isEmpty())
        openLedger(filter);
    if (auto *ledgerPage = qobject_cast<LedgerPage *>(currentPage()))
        ledgerPage->view()->setFocus(); // the keyboard goes on in what was found
}

void MainWindow::explain(const QString &rateId, const services::FigureScope &scope, RowsOf rows) {
    if (const auto shown = m_explanation->explain(rateId, scope, rows); !shown)
        m_strip->showError(shown.error());
}

void MainWindow::pinExplanation(bool pinned) {
    if (pinned) {
        m_dock->setWidget(m_explanation);
        resizeDocks({m_dock}, {480}, Qt::Horizontal);
    } else {
        m_explanation->setParent(this);
        m_explanation->popUp();
    }
    m_dock->setVisible(pinned);
    m_explanation->show();
}

void MainWindow::collapseNavigation(bool collapsed) {
    m_settings.setNavigationCollapsed(collapsed);
    m_actions->navigation->setChecked(collapsed);
    m_navigation->setCollapsed(collapsed || width() < kCollapseBelow);
}

void MainWindow::restoreLayout() {
    restoreGeometry(m_settings.geometry());
    restoreState(m_settings.layout());
    m_dock->hide(); // its content belongs to the last session
    collapseNavigation(m_settings.isNavigationCollapsed());
}

void MainWindow::resizeEvent(QResizeEvent *event) {
    QMainWindow::resizeEvent(event);
    m_navigation->setCollapsed(m_actions->navigation->isChecked() || width() < kCollapseBelow);
}

void MainWindow::closeEvent(QCloseEvent *event) {
    if (!mayLeavePage()) {
        event->ignore();
        return;
    }
    m_settings.setGeometry(saveGeometry());
    m_settings.setLayout(saveState());
    event->accept();
}

} // namespace yipi::gui
