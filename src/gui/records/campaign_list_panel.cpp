// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/records/campaign_list_panel.h"

#include "gui/ledger/empty_state.h"
#include "gui/records/field_words.h"
#include "gui/records/project_picker.h"
#include "gui/records/reason_bar.h"
#include "gui/records/table_text.h"
#include "gui/widgets/figure_table.h"
#include "gui/widgets/strip_message.h"
#include "services/removal.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>

#include <set>

namespace yipi::gui {

using services::ListedProject;

namespace {

constexpr int kEntryRowHeight = 28;
constexpr std::array kWidths{104, 180, 92, 72, 88, 88, 84, 88, 88, 84};

QString inYi(Money money) {
    return money.text(MoneyUnit::Yi);
}

/// 申报投资 53.42 亿元，现总投资 54.10 亿元，差额 +0.68 亿元
QString comparison(const QString &declaredTitle, Money declared, const QString &currentTitle, Money current) {
    const Money difference = current - declared;
    const QString sign = difference > Money() ? QStringLiteral("+") : QString();
    return CampaignListPanel::tr("%1 %2 亿元　%3 %4 亿元　差额 %5 亿元")
        .arg(declaredTitle, inYi(declared), currentTitle, inYi(current), sign + inYi(difference));
}

} // namespace

CampaignListPanel::CampaignListPanel(services::LedgerService &ledger, QWidget *parent)
    : QFrame(parent)
    , m_ledger(ledger)
    , m_asOf(QDate::currentDate())
    , m_isLocked(ledger.status().readOnly)
    , m_model(new CampaignListModel(ledger, this))
    , m_tabs(new QTabBar(this))
    , m_add(new QPushButton(tr("添加项目…"), this))
    , m_remove(new QPushButton(tr("移出"), this))
    , m_refreeze(new QPushButton(tr("按当前值重新冻结"), this))
    , m_strip(new StripMessage(this))
    , m_reason(new ReasonBar(this))
    , m_picker(new ProjectPicker(ledger, this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(this))
    , m_view(new QTableView(this))
    , m_totals(new QLabel(this)) {
    setObjectName(QStringLiteral("campaignListPanel"));
    setProperty("role", QStringLiteral("panel"));
    setAccessibleName(tr("活动的三个清单"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 1, 0, 0);
    column->setSpacing(0);
    setUpHead();
    setUpView();
    m_totals->setObjectName(QStringLiteral("listTotals"));
    m_totals->setProperty("role", QStringLiteral("label"));
    m_totals->setMargin(6);
    m_totals->setWordWrap(true);
    m_totals->setTextInteractionFlags(Qt::TextSelectableByMouse);
    for (QWidget *widget : {static_cast<QWidget *>(m_strip), static_cast<QWidget *>(m_reason),
                            static_cast<QWidget *>(m_picker)})
        column->addWidget(widget);
    column->addWidget(m_stack, 1);
    column->addWidget(m_totals);
    connect(m_picker, &ProjectPicker::picked, this, &CampaignListPanel::addProjects);
    connect(m_picker, &ProjectPicker::closed, this, [this] {
        m_picker->hide();
        m_view->setFocus();
    });
    connect(m_model, &CampaignListModel::reasonNeeded, this, &CampaignListPanel::askForReason);
    connect(&ledger, &services::LedgerService::ledgerChanged, this, [this](const AppliedChangeSet &applied) {
        const auto concerns = [](const AppliedRecord &record) {
            return record.entity == EntityKind::CampaignEntry || record.entity == EntityKind::Project ||
                   record.entity == EntityKind::Zone || record.entity == EntityKind::Campaign;
        };
        if (std::any_of(applied.records.begin(), applied.records.end(), concerns))
            refresh();
    });
}

void CampaignListPanel::setUpHead() {
    m_tabs->setObjectName(QStringLiteral("batchTabs"));
    m_tabs->setAccessibleName(tr("批次"));
    m_tabs->setDrawBase(false);
    for (const Choice &choice : choicesOf<Batch>())
        m_tabs->addTab(choice.title);
    m_add->setObjectName(QStringLiteral("listAdd"));
    m_add->setToolTip(tr("项目当前的总投资和预计年产值在添加时冻结为申报数"));
    m_remove->setObjectName(QStringLiteral("listRemove"));
    m_refreeze->setObjectName(QStringLiteral("listRefreeze"));
    m_refreeze->setToolTip(tr("所选项目的申报数改为项目的当前值，要写明原因"));
    auto *head = new QWidget(this);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(6, 2, 8, 2);
    row->setSpacing(8);
    row->addWidget(m_tabs);
    auto *unit = new QLabel(tr("单位：万元"), head);
    unit->setProperty("role", QStringLiteral("note"));
    row->addWidget(unit);
    row->addStretch(1);
    for (QPushButton *button : {m_add, m_remove, m_refreeze})
        row->addWidget(button);
    static_cast<QVBoxLayout *>(layout())->addWidget(head);
    connect(m_tabs, &QTabBar::currentChanged, this, [this] {
        m_reason->close();
        m_picker->hide();
        refresh();
    });
    connect(m_add, &QPushButton::clicked, this, &CampaignListPanel::openPicker);
    connect(m_remove, &QPushButton::clicked, this, &CampaignListPanel::removeSelected);
    connect(m_refreeze, &QPushButton::clicked, this, &CampaignListPanel::refreezeSelected);
}

void CampaignListPanel::setUpView() {
    m_view->setObjectName(QStringLiteral("listView"));
    m_view->setAccessibleName(tr("清单中的项目"));
    m_view->setModel(m_model);
    m_view->setItemDelegate(new FigureDelegate(m_view));
    m_view->setShowGrid(false);
    m_view->setWordWrap(false);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                            QAbstractItemView::AnyKeyPressed);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setMinimumSectionSize(kEntryRowHeight);
    m_view->verticalHeader()->setDefaultSectionSize(kEntryRowHeight);
    m_view->horizontalHeader()->setHighlightSections(false);
    for (int column = 0; column < CampaignListModel::ColumnCount; ++column)
        m_view->setColumnWidth(column, kWidths[std::size_t(column)]);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    auto *copy = new QAction(tr("复制"), m_view);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    connect(copy, &QAction::triggered, this, [this] {
        QGuiApplication::clipboard()->setMimeData(
            selectionAsTable(*m_model, m_view->selectionModel()->selection(), false));
    });
    m_view->addAction(copy);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &CampaignListPanel::showContent);
    connect(m_view, &QTableView::doubleClicked, this, [this](const QModelIndex &index) {
        if (CampaignListModel::fieldKey(CampaignListModel::Column(index.column())).isEmpty())
            Q_EMIT projectOpened(m_model->rows()[std::size_t(index.row())].project.id);
    });
}

Batch CampaignListPanel::batch() const {
    return Batch(std::max(0, m_tabs->currentIndex()));
}

void CampaignListPanel::showBatch(Batch batch) {
    m_tabs->setCurrentIndex(int(batch));
}

void CampaignListPanel::setCampaign(qint64 id) {
    if (id == m_campaign)
        return;
    m_campaign = id;
    m_reason->close();
    m_picker->hide();
    m_strip->clear();
    refresh();
}

void CampaignListPanel::setAsOf(QDate asOf) {
    m_asOf = asOf;
    refresh();
}

void CampaignListPanel::refresh() {
    auto rows = services::campaignList(m_ledger, m_campaign, batch(), m_asOf);
    if (!rows) {
        m_strip->showError(rows.error());
        return;
    }
    m_model->setRows(std::move(*rows));
    for (const Batch each : {Batch::Sign, Batch::Start, Batch::Produce})
        m_tabs->setTabText(
            int(each),
            QStringLiteral("%1 %2").arg(title(each)).arg(services::listedCount(m_ledger, m_campaign, each)));
    if (m_picker->isVisibleTo(this))
        m_picker->setListed(listedProjects());
    showContent();
}

void CampaignListPanel::showContent() {
    const bool isEmpty = m_model->rows().empty(), isChosen = m_campaign != 0;
    m_stack->setCurrentWidget(isEmpty ? static_cast<QWidget *>(m_empty) : m_view);
    m_empty->clearActions();
    m_empty->setText(isChosen ? tr("%1还没有项目").arg(title(batch()))
                              : tr("选择一次活动，查看它的三个清单"));
    if (isEmpty && isChosen && !m_isLocked)
        m_empty->addAction(tr("添加项目"), [this] { openPicker(); });
    const bool hasSelection = !isEmpty && m_view->selectionModel()->hasSelection();
    m_add->setEnabled(isChosen && !m_isLocked);
    m_remove->setEnabled(hasSelection && !m_isLocked);
    m_refreeze->setEnabled(hasSelection && !m_isLocked);
    showTotals();
}

void CampaignListPanel::showTotals() {
    const services::ListTotals totals = services::totalsOf(m_model->rows());
    m_totals->setVisible(totals.count > 0);
    m_totals->setText(
        tr("合计 %1 个　").arg(totals.count) +
        comparison(tr("申报投资"), totals.declaredInvestment, tr("现总投资"), totals.currentInvestment) +
        QStringLiteral("　｜　") +
        comparison(tr("申报年产值"), totals.declaredOutput, tr("现年产值"), totals.currentOutput));
}

std::vector<qint64> CampaignListPanel::selectedEntries() const {
    std::set<int> rows;
    for (const QItemSelectionRange &range : m_view->selectionModel()->selection())
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.insert(row);
    std::vector<qint64> ids;
    for (const int row : rows)
        ids.push_back(m_model->rows()[std::size_t(row)].entry.id);
    return ids;
}

std::unordered_set<qint64> CampaignListPanel::listedProjects() const {
    std::unordered_set<qint64> ids;
    for (const ListedProject &row : m_model->rows())
        ids.insert(row.project.id);
    return ids;
}

void CampaignListPanel::openPicker() {
    m_reason->close();
    m_picker->open(tr("加入%1").arg(title(batch())), listedProjects());
}

QString CampaignListPanel::apply(Result<ChangeSet> set) {
    const auto applied = set ? m_ledger.apply(std::move(*set)) : tl::unexpected(set.error());
    return applied ? QString() : reasonOf(applied.error());
}

void CampaignListPanel::addProjects(const std::vector<qint64> &projects) {
    const QString problem = apply(services::listingOf(m_ledger, m_campaign, batch(), projects));
    m_picker->showProblem(problem);
    if (problem.isEmpty())
        m_strip->showMessage(StripMessage::Kind::Info,
                             tr("%1添加了 %2 个项目，申报数已冻结").arg(title(batch())).arg(projects.size()),
                             tr("撤销"), [this] {
                                 if (const auto undone = m_ledger.undo(); !undone)
                                     m_strip->showError(undone.error());
                             });
}

void CampaignListPanel::removeSelected() {
    const std::vector<qint64> entries = selectedEntries();
    const QString problem = apply(services::removalOf(m_ledger, EntityKind::CampaignEntry, entries));
    if (!problem.isEmpty())
        m_strip->showMessage(StripMessage::Kind::Error, problem);
    else
        m_strip->showMessage(
            StripMessage::Kind::Info,
            tr("%1移出了 %2 个项目　可撤销 (Ctrl+Z)").arg(title(batch())).arg(entries.size()), tr("撤销"),
            [this] {
                if (const auto undone = m_ledger.undo(); !undone)
                    m_strip->showError(undone.error());
            });
}

void CampaignListPanel::refreezeSelected() {
    const std::vector<qint64> entries = selectedEntries();
    m_picker->hide();
    m_reason->open(tr("%1 个项目按当前值重新冻结").arg(entries.size()),
                   [this, entries](const QString &reason) {
                       return apply(services::refreezingOf(m_ledger, entries, reason));
                   },
                   {});
}

void CampaignListPanel::askForReason() {
    m_picker->hide();
    const QString what = m_model->draftText();
    const CampaignListModel::Draft draft = *m_model->draft();
    m_reason->open(
        what,
        [this, draft](const QString &reason) {
            const auto &rows = m_model->rows();
            const auto row = std::find_if(rows.begin(), rows.end(),
                                          [&](const ListedProject &r) { return r.entry.id == draft.entry; });
            if (row == rows.end())
                return tr("这个项目已经不在清单中");
            const auto applied = m_ledger.edit(EntityKind::CampaignEntry, draft.entry, row->entry.version,
                                               CampaignListModel::fieldKey(draft.column), draft.text, reason);
            if (!applied)
                return reasonOf(applied.error());
            m_model->discardDraft();
            return QString();
        },
        [this] { m_model->discardDraft(); });
}

} // namespace yipi::gui
