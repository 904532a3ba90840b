// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/ledger/ledger_page.h"

#include "gui/ledger/column_filtering.h"
#include "gui/ledger/grid_totals.h"
#include "gui/ledger/ledger_view.h"
#include "gui/ledger/project_changes.h"
#include "gui/ledger/selection_summary.h"
#include "gui/ledger/view_tabs.h"
#include "gui/theme.h"
#include "services/removal.h"
#include "ui_ledger_page.h"

#include <QAction>
#include <QMessageBox>
#include <QTimer>

namespace yipi::gui {

namespace {

/// Long enough that a held arrow key does not read the history of every project it passes.
constexpr int kPanelDelayMs = 60;
/// Lights are of the whole ledger; they follow the typing, not each key.
constexpr int kLightDelayMs = 300;

} // namespace

LedgerPage::LedgerPage(const Workspace &workspace, QWidget *parent)
    : Page(workspace, parent)
    , m_ui(std::make_unique<Ui::LedgerPage>())
    , m_model(new LedgerTableModel(workspace.ledger, this))
    , m_view(new LedgerView(workspace.ledger, m_model))
    , m_narrowing(workspace.ledger, m_model->columns())
    , m_filtering(new ColumnFiltering(workspace.ledger, *m_model, *m_view, m_narrowing))
    , m_panelTimer(new QTimer(this))
    , m_lightTimer(new QTimer(this)) {
    m_ui->setupUi(this);
    m_ui->splitter->insertWidget(0, gridWithTotals());
    m_view->setOverlay(m_ui->emptyState);
    m_ui->splitter->setStretchFactor(0, 1);
    m_ui->splitter->setStretchFactor(1, 0);
    m_ui->panel->setLedger(workspace.ledger, *m_model);
    services::FigureScope scope;
    scope.asOf = workspace.figures.defaultMonth();
    m_narrowing.setScope(scope);
    m_confirm = [this](const QString &question) {
        return QMessageBox::question(this, tr("删除项目"), question) == QMessageBox::Yes;
    };
    setUpControls();
    setUpActions();
    setUpColumns();
    setUpGroups();
    setUpColours();
    setUpViews();
    setUpEditing();
    connect(&workspace.ledger, &services::LedgerService::ledgerChanged, this, &LedgerPage::ledgerChanged);
    connect(m_model, &LedgerTableModel::outdated, this, &LedgerPage::reload);
}

LedgerPage::~LedgerPage() = default;

void LedgerPage::setUpControls() {
    m_ui->addButton->setIcon(icon(QStringLiteral("plus")));
    m_ui->panelButton->setIcon(icon(QStringLiteral("info")));
    m_ui->panelButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_ui->filterEdit->addAction(icon(QStringLiteral("filter")), QLineEdit::LeadingPosition);
    connect(m_ui->addButton, &QPushButton::clicked, this, &LedgerPage::openNewBar);
    connect(m_ui->deleteButton, &QPushButton::clicked, this, &LedgerPage::deleteSelected);
    m_ui->filterRowButton->setIcon(icon(QStringLiteral("filter")));
    m_ui->filterRowButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(m_ui->filterEdit, &QLineEdit::textChanged, this, &LedgerPage::filterBoxChanged);
    connect(m_filtering, &ColumnFiltering::narrowed, this, &LedgerPage::applyQuery);
    connect(m_ui->filterRowButton, &QToolButton::clicked, this, &LedgerPage::showFilterRow);
    connect(m_view->filterRow(), &FilterRow::shownChanged, m_ui->filterRowButton, &QToolButton::setChecked);
    connect(m_ui->clearFilterRow, &QToolButton::clicked, this, [this] {
        m_view->filterRow()->setFilters({});
        m_filtering->read();
    });
    connect(m_ui->yiButton, &QToolButton::clicked, this, [this] { setMoneyUnit(MoneyUnit::Yi); });
    connect(m_ui->wanButton, &QToolButton::clicked, this, [this] { setMoneyUnit(MoneyUnit::Wan); });
    connect(m_ui->panelButton, &QToolButton::clicked, this, &LedgerPage::togglePanel);
    connect(m_ui->panel, &ProjectPanel::closeRequested, this, &LedgerPage::togglePanel);
    connect(m_ui->panel, &ProjectPanel::detailsRequested, this,
            [this] { openProject(m_model->projectAt(m_view->currentIndex().row())); });
    connect(m_view, &LedgerView::projectOpened, this, &LedgerPage::openProject);
    connect(m_ui->newBar, &NewProjectBar::submitted, this, &LedgerPage::addProject);
    connect(m_view, &LedgerView::editRefused, this,
            [this] { m_ui->strip->showMessage(StripMessage::Kind::Warn, m_model->lockedReason()); });
    connect(m_view, &LedgerView::selectionEdited, this, &LedgerPage::showStatus);
    connect(m_view, &LedgerView::currentProjectChanged, m_panelTimer, qOverload<>(&QTimer::start));
    m_panelTimer->setSingleShot(true);
    m_panelTimer->setInterval(kPanelDelayMs);
    connect(m_panelTimer, &QTimer::timeout, this, &LedgerPage::showPanelRow);
    m_lightTimer->setSingleShot(true);
    m_lightTimer->setInterval(kLightDelayMs);
    connect(m_lightTimer, &QTimer::timeout, this, &LedgerPage::refreshLights);
    m_ui->panelButton->setChecked(true);
}

void LedgerPage::setUpActions() {
    m_changing = {addPageAction(tr("新增行"), "plus", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N),
                                [this] { openNewBar(); }),
                  addPageAction(tr("删除项目"), "x", QKeySequence(Qt::CTRL | Qt::Key_Minus),
                                [this] { deleteSelected(); })};
    // The view itself knows Ctrl+C; a shortcut here would take it from the line edits.
    addPageAction(tr("复制"), "copy", {}, [this] { m_view->copySelection(); });
    addPageAction(tr("复制（带表头）"), "copy", {}, [this] { m_view->copySelection(true); });
    addPageAction(tr("在本页筛选"), "filter", QKeySequence(QKeySequence::Find), [this] {
        m_ui->filterEdit->setFocus();
        m_ui->filterEdit->selectAll();
    });
    addPageAction(tr("筛选行"), "filter", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L),
                  [this] { showFilterRow(!m_view->filterRow()->isShown()); });
    addPageAction(tr("项目详情"), "file", QKeySequence(Qt::Key_F3),
                  [this] { openProject(m_model->projectAt(m_view->currentIndex().row())); });
    addPageAction(tr("导出当前视图…"), "exp", {}, [this] { exportView(); });
    addPageAction(tr("项目信息栏"), "info", {}, [this] {
        togglePanel();
    })->setShortcuts({QKeySequence(Qt::Key_F6), QKeySequence(Qt::Key_F4)});
}

void LedgerPage::setMoneyUnit(MoneyUnit unit) {
    m_model->setMoneyUnit(unit);
    (unit == MoneyUnit::Yi ? m_ui->yiButton : m_ui->wanButton)->setChecked(true);
    m_filtering->read(); // bare amounts are in the unit of the column
    showPanelRow();
    showStatus();
}

void LedgerPage::setScope(const services::FigureScope &scope) {
    m_narrowing.setScope(scope);
    m_ui->asOfLabel->setText(tr("阶段、灯号截至 %1").arg(scope.asOf.chineseText()));
    reload();
}

void LedgerPage::showProjects(std::vector<qint64> ids, const QString &title) {
    forgetNarrowing();
    m_narrowing.setList(std::move(ids), title);
    reload();
}

void LedgerPage::forgetNarrowing() {
    m_narrowing.leaveList();
    const QSignalBlocker blocker(m_ui->filterEdit);
    m_ui->filterEdit->clear();
    m_narrowing.setBox({});
    m_ui->filterProblem->hide();
    m_view->filterRow()->setFilters({});
    m_narrowing.setColumnFilters({}, m_model->moneyUnit());
    if (m_views)
        m_views->setState(gridState());
}

void LedgerPage::filterBoxChanged() {
    const QString problem = m_narrowing.setBox(m_ui->filterEdit->text());
    m_ui->filterProblem->setText(problem);
    m_ui->filterProblem->setAccessibleName(problem);
    m_ui->filterProblem->setVisible(!problem.isEmpty());
    applyQuery();
}

void LedgerPage::applyQuery() {
    const qint64 current = m_model->projectAt(m_view->currentIndex().row());
    ProjectQuery query = m_narrowing.query(m_model->query().order);
    query.groups = m_model->query().groups;
    if (const auto done = m_model->setQuery(query); !done)
        m_ui->strip->showError(done.error());
    else
        m_view->showProject(current);
    if (!m_view->currentIndex().isValid() && m_model->rowCount() > 0)
        m_view->setCurrentIndex(m_model->index(0, m_model->columns().nameColumn()));
    showColumnWords();
    showContent();
}

void LedgerPage::reload() {
    applyQuery();
    refreshLights();
    showPanelRow();
}

void LedgerPage::refreshLights() {
    services::FigureScope whole = m_narrowing.scope();
    whole.filter = {};
    if (const auto overdue = workspace().figures.overdueItems(whole))
        m_model->setLights(*overdue);
    else
        m_ui->strip->showError(overdue.error());
}

void LedgerPage::showContent() {
    const qsizetype total = qsizetype(workspace().ledger.facts().projects.size());
    const auto shown = qsizetype(m_model->projects().size());
    m_ui->countLabel->setText(shown == total ? tr("共 %1 行").arg(total)
                                             : tr("筛选 %1 / %2 行").arg(shown).arg(total));
    if (m_narrowing.hasList())
        m_ui->viewStrip->showMessage(StripMessage::Kind::Info,
                                     tr("%1　共 %2 行").arg(m_narrowing.listTitle(), QString::number(shown)),
                                     tr("清除"), [this] { clearList(); });
    else
        m_ui->viewStrip->clear();
    m_ui->emptyState->clearActions();
    if (total == 0) {
        m_ui->emptyState->setText(tr("台账还是空的"));
        if (m_model->lockedReason().isEmpty()) {
            m_ui->emptyState->addAction(tr("新增行"), [this] { openNewBar(); });
            m_ui->emptyState->addAction(tr("导入"), [this] { Q_EMIT importRequested(); });
        }
    } else {
        m_ui->emptyState->setText(tr("没有符合条件的项目"));
        m_ui->emptyState->addAction(tr("清除筛选"), [this] { clearFilters(); });
    }
    m_ui->emptyState->setVisible(shown == 0);
    m_ui->deleteButton->setEnabled(shown > 0);
    showLocked();
    showStatus();
}

void LedgerPage::showLocked() {
    const QString &reason = m_model->lockedReason();
    for (QAction *action : m_changing)
        action->setEnabled(reason.isEmpty());
    for (QPushButton *button : {m_ui->addButton, m_ui->deleteButton}) {
        button->setToolTip(reason);
        button->setEnabled(button->isEnabled() && reason.isEmpty());
    }
}

void LedgerPage::clearList() {
    m_narrowing.leaveList();
    reload();
}

void LedgerPage::clearFilters() {
    forgetNarrowing();
    services::FigureScope scope = m_narrowing.scope();
    if (!scope.filter.isEmpty()) {
        scope.filter = {};
        m_narrowing.setScope(scope);
        Q_EMIT filterRequested({});
    }
    reload();
}

void LedgerPage::showStatus() {
    const QString sums = selectionSummary(*m_model, m_view->selectionModel()->selection());
    Q_EMIT statusMessage(sums.isEmpty() ? m_ui->countLabel->text()
                                        : QStringLiteral("%1　%2").arg(sums, m_ui->countLabel->text()));
}

void LedgerPage::showPanelRow() {
    m_panelTimer->stop();
    if (m_ui->panel->isVisibleTo(this))
        m_ui->panel->showRow(m_view->currentIndex().row());
}

void LedgerPage::ledgerChanged(const AppliedChangeSet &applied) {
    const qint64 current = m_model->projectAt(m_view->currentIndex().row());
    const auto concerns = [&](const AppliedRecord &record) {
        return record.entity == EntityKind::Project && record.id == current;
    };
    if (std::any_of(applied.records.begin(), applied.records.end(), concerns))
        m_panelTimer->start();
    m_lightTimer->start();
}

void LedgerPage::openNewBar() {
    const auto &zones = m_narrowing.scope().filter.zones;
    const qint64 zone = zones.empty() ? 0 : zones.front();
    m_ui->newBar->open(workspace().ledger.zones(), zone);
}

void LedgerPage::addProject(const QString &name, qint64 zoneId) {
    const auto applied = workspace().ledger.apply(newProject(name, zoneId));
    if (!applied) {
        const Error &error = applied.error();
        m_ui->newBar->showReason(error.details.isEmpty() ? error.text() : error.details.front().text());
        return;
    }
    m_ui->newBar->close();
    const qint64 id = applied->records.front().id;
    if (!m_model->isAsked(id)) {
        m_ui->strip->showMessage(StripMessage::Kind::Info, tr("已新增“%1”，它不符合当前筛选").arg(name),
                                 tr("清除筛选"), [this, id] {
                                     clearFilters();
                                     m_view->showProject(id);
                                 });
        return;
    }
    m_view->setCurrentIndex(m_model->index(m_model->reveal(id), m_model->columns().nameColumn()));
    m_view->setFocus();
}

void LedgerPage::deleteSelected() {
    std::vector<int> rows = m_view->selectedRows();
    std::erase_if(rows, [this](int row) { return m_model->groupAt(row); });
    if (rows.empty())
        return;
    std::vector<qint64> ids;
    for (const int row : rows)
        ids.push_back(m_model->projectAt(row));
    const int row = rows.front(), column = m_view->currentIndex().column();
    const QString name = m_model->index(row, m_model->columns().nameColumn()).data().toString();
    const QString what = ids.size() == 1 ? tr("项目“%1”").arg(name)
                                         : tr("“%1”等 %2 个项目").arg(name, QString::number(ids.size()));
    if (!m_confirm(tr("删除%1，连同入批和月度进展？删除后可以撤销。").arg(what)))
        return;
    auto set = services::removalOf(workspace().ledger, EntityKind::Project, ids);
    const auto applied = set ? workspace().ledger.apply(std::move(*set)) : tl::unexpected(set.error());
    if (!applied) {
        m_ui->strip->showError(applied.error());
        return;
    }
    m_view->setCurrentIndex(m_model->index(std::min(row, m_model->rowCount() - 1), column));
    m_ui->strip->showMessage(StripMessage::Kind::Info, tr("已删除%1　可撤销 (Ctrl+Z)").arg(what), tr("撤销"),
                             [this] { undoLast(); });
}

void LedgerPage::openProject(qint64 id) {
    if (id != 0)
        Q_EMIT projectRequested(id, m_model->projects());
}

void LedgerPage::togglePanel() {
    const bool shown = !m_ui->panel->isVisibleTo(this);
    m_ui->panel->setVisible(shown);
    m_ui->panelButton->setChecked(shown);
    showPanelRow();
    m_view->setFocus();
}

} // namespace yipi::gui
