// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/project/project_page.h"

#include "domain/campaign_entry.h"
#include "domain/problem.h"
#include "gui/history/record_history.h"
#include "gui/ledger/empty_state.h"
#include "gui/project/attachment_panel.h"
#include "gui/project/child_models.h"
#include "gui/project/field_list_model.h"
#include "gui/project/investment_plot.h"
#include "gui/project/project_head.h"
#include "gui/project/stage_line.h"
#include "gui/widgets/strip_message.h"

#include <QAction>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace yipi::gui {
namespace {

constexpr int kPanelGap = 8;
constexpr int kMilestoneRows = 19;
constexpr int kProblemRows = 6;
constexpr int kReportRows = 6;
constexpr int kEntryRows = 4;
constexpr int kHistoryHeight = 260;

QVBoxLayout *addPageColumn(QHBoxLayout *row, int stretch) {
    auto *column = new QVBoxLayout;
    column->setSpacing(kPanelGap);
    row->addLayout(column, stretch);
    return column;
}

} // namespace

ProjectPage::ProjectPage(const Workspace &workspace, QWidget *parent)
    : Page(workspace, parent)
    , m_stack(new QStackedWidget(this))
    , m_nothing(new EmptyState(this))
    , m_strip(new StripMessage(this))
    , m_head(new ProjectHead(this))
    , m_line(new StageLine(this))
    , m_scroll(new QScrollArea(this))
    , m_milestoneModel(new MilestoneModel(workspace.ledger))
    , m_problemModel(new ProblemModel(workspace.ledger))
    , m_reportModel(new ReportModel(workspace.ledger))
    , m_fieldModel(new FieldListModel(workspace.ledger, this))
    , m_attachments(new AttachmentPanel(workspace.ledger, this))
    , m_history(new RecordHistory(workspace.ledger, this)) {
    makeMilestones();
    makeProblems();
    makeReports();
    makeEntries();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_strip);
    column->addWidget(m_stack, 1);
    m_stack->addWidget(m_nothing);
    m_stack->addWidget(makeContent());
    addStep(tr("上一个项目"), QKeySequence(Qt::ALT | Qt::Key_Up), -1);
    addStep(tr("下一个项目"), QKeySequence(Qt::ALT | Qt::Key_Down), 1);
    connect(m_head, &ProjectHead::stepRequested, this, &ProjectPage::step);
    connect(m_head, &ProjectHead::backRequested, this, &Page::backRequested);
    connect(m_head, &ProjectHead::zoneRequested, this, [this] {
        ProjectFilter filter;
        filter.zones = {m_facts.zone.id};
        Q_EMIT projectsRequested(filter);
    });
    connect(&workspace.ledger, &services::LedgerService::ledgerChanged, this,
            [this](const AppliedChangeSet &applied) {
                if (!concerns(applied, m_project))
                    return;
                m_isStale = true;
                refresh();
            });
    const auto steps = services::milestoneSteps();
    if (!steps)
        m_strip->showError(steps.error());
    else
        m_milestoneModel->setSteps(*steps);
    m_nothing->setObjectName(QStringLiteral("projectNothing"));
    showNothing(tr("还没有选项目"));
}

void ProjectPage::addStep(const QString &text, const QKeySequence &keys, int by) {
    auto *action = new QAction(text, this);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, [this, by] { step(by); });
    addAction(action);
    m_actions.append(action);
}

void ProjectPage::makeMilestones() {
    m_milestones =
        new ChildPanel(tr("手续清单"), m_milestoneModel, kMilestoneRows, {130, 78, 78, 78, 96}, this);
    m_milestones->setObjectName(QStringLiteral("milestones"));
}

void ProjectPage::makeProblems() {
    m_problems =
        new ChildPanel(tr("问题清单"), m_problemModel, kProblemRows, {200, 72, 64, 82, 140, 84, 64}, this);
    m_problems->setObjectName(QStringLiteral("problems"));
    m_problems->setAdding(tr("新增问题"), tr("没有问题"), !workspace().ledger.status().readOnly, [this] {
        Problem problem;
        problem.project = {m_project};
        problem.raisedOn = m_scope.asOf.lastDay();
        m_problems->addRow(toRecord(problem), QStringLiteral("description"));
    });
}

void ProjectPage::makeReports() {
    m_reports = new ChildPanel(tr("形象进度"), m_reportModel, kReportRows, {68, 240, 160, 160, 96}, this);
    m_reports->setObjectName(QStringLiteral("reports"));
    m_reports->setAdding(tr("新增月份"), tr("还没有月度进展"), !workspace().ledger.status().readOnly, [this] {
        MonthlyProgress report;
        report.project = {m_project};
        m_reports->addRow(toRecord(report), QStringLiteral("month"));
    });
}

void ProjectPage::makeEntries() {
    m_entries =
        new ChildPanel(tr("入批"), new EntryModel(workspace().ledger), kEntryRows, {64, 72, 120}, this);
    m_entries->setObjectName(QStringLiteral("entries"));
    m_entries->setAdding(tr("加入清单"), tr("不在任何一批清单上"), !workspace().ledger.status().readOnly,
                         [this] {
                             CampaignEntry entry;
                             entry.project = {m_project};
                             m_entries->addRow(toRecord(entry), QStringLiteral("campaign"));
                         });
    connect(m_entries->table(), &QTableView::activated, this, [this](const QModelIndex &index) {
        const auto entry = fromRecord<CampaignEntry>(m_entries->model()->record(index.row()));
        if (entry.id == 0 || (index.flags() & Qt::ItemIsEditable))
            return;
        for (const Campaign &campaign : workspace().ledger.campaigns())
            if (campaign.id == entry.campaign.id) {
                ProjectFilter filter;
                filter.firstCampaign = filter.lastCampaign = campaign.key();
                filter.batch = entry.batch;
                Q_EMIT projectsRequested(filter);
                return; // this page may be another one by now
            }
    });
}

Panel *ProjectPage::makeInvestment() {
    m_investment = new Panel(tr("投资完成"), this);
    m_investment->setObjectName(QStringLiteral("investment"));
    m_plot = new InvestmentPlot(m_investment);
    m_noInvestment = new EmptyState(m_investment);
    m_noInvestment->setText(tr("还没有报过投资"));
    m_noInvestment->setMinimumHeight(64);
    if (!workspace().ledger.status().readOnly)
        m_noInvestment->addAction(
            tr("新增月份"), [this] { m_reports->findChild<QPushButton *>(QStringLiteral("add"))->click(); });
    m_investment->body()->addWidget(m_plot);
    m_investment->body()->addWidget(m_noInvestment);
    return m_investment;
}

Panel *ProjectPage::makeFields() {
    auto *panel = new Panel(tr("责任和企业"), this);
    panel->setObjectName(QStringLiteral("fields"));
    auto *table = new ChildTable(m_fieldModel, tr("责任和企业"), kMilestoneRows, panel);
    table->setColumnWidth(0, 112);
    auto *strip = new StripMessage(panel);
    auto *links = new QWidget(panel);
    auto *row = new QHBoxLayout(links);
    row->setContentsMargins(8, 4, 8, 4);
    row->setSpacing(6);
    for (QPushButton **link : {&m_patronLink, &m_investorLink, &m_chainLink}) {
        *link = new QPushButton(links);
        (*link)->setProperty("role", QStringLiteral("link"));
        row->addWidget(*link);
    }
    row->addStretch(1);
    m_patronLink->setObjectName(QStringLiteral("patronLink"));
    m_investorLink->setObjectName(QStringLiteral("investorLink"));
    m_chainLink->setObjectName(QStringLiteral("chainLink"));
    connect(m_patronLink, &QPushButton::clicked, this,
            [this] { openWhere(QStringLiteral("patron"), m_facts.patron); });
    connect(m_investorLink, &QPushButton::clicked, this, [this] {
        openWhere(QStringLiteral("investor"), workspace().ledger.enterpriseName(m_facts.investor.id));
    });
    connect(m_chainLink, &QPushButton::clicked, this, [this] {
        ProjectFilter filter;
        filter.chains = {m_facts.chain.id};
        Q_EMIT projectsRequested(filter);
    });
    connect(m_fieldModel, &FieldListModel::rejected, strip, &StripMessage::showError);
    panel->body()->addWidget(strip);
    panel->body()->addWidget(links);
    panel->body()->addWidget(table);
    return panel;
}

QWidget *ProjectPage::makeContent() {
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    m_scroll->setObjectName(QStringLiteral("projectScroll"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(makeColumns());
    column->addWidget(m_scroll, 1);
    return content;
}

QWidget *ProjectPage::makeColumns() {
    auto *page = new QWidget(m_scroll);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(kPanelGap, kPanelGap, kPanelGap, kPanelGap);
    column->setSpacing(kPanelGap);
    auto *stages = new Panel(tr("阶段进展"), page);
    stages->setNote(tr("计划与实际"));
    stages->body()->addWidget(m_line);
    column->addWidget(stages);
    auto *row = new QHBoxLayout;
    row->setSpacing(kPanelGap);
    column->addLayout(row, 1);
    QVBoxLayout *left = addPageColumn(row, 31);
    left->addWidget(m_milestones);
    left->addWidget(m_entries);
    left->addStretch(1);
    QVBoxLayout *middle = addPageColumn(row, 38);
    middle->addWidget(makeInvestment());
    middle->addWidget(m_problems);
    middle->addWidget(m_reports);
    middle->addStretch(1);
    QVBoxLayout *right = addPageColumn(row, 31);
    right->addWidget(makeFields());
    right->addWidget(m_attachments);
    auto *changes = new Panel(tr("变更历史"), page);
    m_history->setMinimumHeight(kHistoryHeight);
    changes->body()->addWidget(m_history);
    right->addWidget(changes, 1);
    m_attachments->setObjectName(QStringLiteral("attachments"));
    return page;
}

void ProjectPage::setScope(const services::FigureScope &scope) {
    m_scope = scope;
    m_isStale = true;
    refresh();
}

void ProjectPage::showProject(qint64 id, std::vector<qint64> list) {
    m_project = id;
    m_list = std::move(list);
    if (std::find(m_list.begin(), m_list.end(), id) == m_list.end())
        m_list = {id};
    m_strip->clear();
    m_isStale = true;
    refresh();
}

void ProjectPage::step(int by) {
    const auto here = std::find(m_list.begin(), m_list.end(), m_project);
    const auto place = (here - m_list.begin()) + by;
    if (here == m_list.end() || place < 0 || place >= std::ssize(m_list))
        return;
    m_project = m_list[std::size_t(place)];
    m_isStale = true;
    refresh();
}

void ProjectPage::showEvent(QShowEvent *event) {
    Page::showEvent(event);
    refresh();
    if (!isAncestorOf(window()->focusWidget()))
        m_line->setFocus(); // Alt+↑ and Alt+↓ belong to this page
}

void ProjectPage::refresh() {
    if (!isVisible() || !m_isStale)
        return;
    m_isStale = false;
    if (m_project == 0) {
        showNothing(tr("还没有选项目"));
        return;
    }
    const auto found = readProject(workspace().ledger, m_project);
    if (found)
        showData(*found);
    else if (found.error().code == ErrorCode::NotFound)
        showNothing(tr("这个项目已不在台账里，可撤销或到回收站找回"));
    else
        m_strip->showError(found.error());
}

void ProjectPage::showNothing(const QString &reason) {
    m_nothing->clearActions();
    m_nothing->setText(reason);
    m_nothing->addAction(tr("到项目台账"), [this] { Q_EMIT projectsRequested({}); });
    m_stack->setCurrentIndex(0);
}

void ProjectPage::showData(const ProjectData &shown) {
    const bool isSame = m_shown == m_project;
    m_shown = m_project;
    m_facts = shown.project;
    const QDate today = m_scope.asOf.lastDay();
    m_head->showProject(workspace().ledger, shown, m_scope.asOf);
    m_head->showPlace(int(std::find(m_list.begin(), m_list.end(), m_project) - m_list.begin()),
                      int(m_list.size()));
    showLight();
    m_line->setNodes(stageNodes(shown), today);
    m_milestoneModel->setToday(today);
    m_problemModel->setToday(today);
    showPanels(shown, isSame);
    if (!isSame) {
        m_history->showRecord(EntityKind::Project, m_project);
        m_scroll->ensureVisible(0, 0);
    }
    m_stack->setCurrentIndex(1);
}

void ProjectPage::showPanels(const ProjectData &shown, bool isSame) {
    m_milestones->setRows(shown.milestones, isSame);
    m_problems->setRows(shown.problems, isSame);
    m_reports->setRows(shown.reports, isSame);
    m_entries->setRows(shown.entries, isSame);
    m_attachments->showAttachments(m_project, shown.attachments, isSame);
    if (isSame)
        m_fieldModel->refreshRecord(shown.record);
    else
        m_fieldModel->showRecord(shown.record);
    const InvestmentCurve curve = investmentCurve(shown, m_scope.asOf);
    m_plot->setVisible(!curve.isEmpty());
    m_noInvestment->setVisible(curve.isEmpty());
    m_investment->setNote(curve.summary);
    if (!curve.isEmpty())
        m_plot->setCurve(curve);
    showLinks(shown.project);
    showNotes();
}

void ProjectPage::showNotes() {
    QString done =
        QStringLiteral("%1 / %2").arg(m_milestoneModel->doneCount()).arg(m_milestoneModel->rowCount());
    if (const int overdue = m_milestoneModel->overdueCount())
        done += tr("　▲ 超期 %1").arg(overdue);
    m_milestones->setNote(done);
    m_problems->setNote(
        m_problemModel->rowCount() == 0
            ? QString()
            : tr("未销号 %1 / 共 %2").arg(m_problemModel->openCount()).arg(m_problemModel->rowCount()));
    m_reports->setNote(m_reportModel->rowCount() == 0 ? QString()
                                                      : tr("共 %1 期").arg(m_reportModel->rowCount()));
    m_entries->setNote(tr("回车或双击期次看同一清单"));
}

void ProjectPage::showLinks(const Project &project) {
    const auto show = [](QPushButton *link, const QString &name, const QString &text) {
        link->setVisible(!name.isEmpty());
        link->setText(text);
        link->setToolTip(name);
    };
    show(m_patronLink, project.patron, tr("%1包联的项目").arg(project.patron));
    show(m_investorLink, workspace().ledger.enterpriseName(project.investor.id), tr("同一企业"));
    show(m_chainLink, workspace().ledger.referenceText(EntityKind::IndustryChain, project.chain.id),
         tr("同一产业链"));
}

void ProjectPage::openWhere(const QString &key, const QString &value) {
    ProjectFilter filter;
    QString quoted = value;
    quoted.replace(u'"', QStringLiteral("\"\""));
    filter.where = QStringLiteral("%1 = \"%2\"").arg(key, quoted);
    Q_EMIT projectsRequested(filter);
}

void ProjectPage::showLight() {
    services::FigureScope scope = m_scope;
    scope.filter = {};
    scope.filter.zones = {m_facts.zone.id};
    const auto items = workspace().figures.overdueItems(scope);
    if (!items) {
        m_strip->showError(items.error());
        m_head->showLight(std::nullopt);
        return;
    }
    const auto own = std::find_if(items->begin(), items->end(), [this](const indicators::OverdueItem &item) {
        return item.projectId == m_project;
    });
    std::optional<services::OverdueLine> line;
    if (own != items->end())
        if (const auto lines = workspace().figures.overdueLines(std::span(&*own, 1));
            lines && !lines->empty())
            line = lines->front();
    m_head->showLight(line);
}

} // namespace yipi::gui
