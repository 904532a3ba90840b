// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/records/records_page.h"

#include "gui/ledger/empty_state.h"
#include "gui/records/campaign_list_panel.h"
#include "gui/records/record_kinds.h"
#include "gui/records/record_panel.h"
#include "gui/records/record_view.h"
#include "gui/theme.h"
#include "gui/widgets/strip_message.h"
#include "services/new_record.h"
#include "services/removal.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>

namespace yipi::gui {

namespace {

constexpr int kKindWidth = 132;
constexpr int kKindRole = Qt::UserRole;

} // namespace

RecordsPage::RecordsPage(const Workspace &workspace, QWidget *parent)
    : Page(workspace, parent)
    , m_model(new RecordTableModel(workspace.ledger, this))
    , m_view(new RecordView(m_model))
    , m_panel(new RecordPanel(*m_model))
    , m_campaigns(new CampaignListPanel(workspace.ledger))
    , m_strip(new StripMessage) {
    m_confirm = [this](const QString &question) {
        return QMessageBox::question(this, tr("基础数据"), question) == QMessageBox::Yes;
    };
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *splitter = new QSplitter(Qt::Horizontal);
    splitter->setHandleWidth(4);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(makeKindList());
    splitter->addWidget(makeCenter());
    splitter->addWidget(m_panel);
    splitter->setStretchFactor(0, 0);
    splitter->setStretchFactor(1, 1);
    splitter->setStretchFactor(2, 0);
    splitter->setSizes({kKindWidth, 1000, m_panel->minimumWidth()});
    column->addWidget(makeToolRow());
    column->addWidget(m_strip);
    column->addWidget(splitter, 1);
    setUpActions();
    connect(m_model, &RecordTableModel::outdated, this, &RecordsPage::reload);
    connect(m_view, &RecordView::currentRecordChanged, this, &RecordsPage::showCurrent);
    connect(m_view, &RecordView::editRefused, this,
            [this] { m_strip->showMessage(StripMessage::Kind::Warn, m_model->lockedReason()); });
    connect(m_view->horizontalHeader(), &QHeaderView::sectionClicked, this, [this](int section) {
        const qint64 current = m_view->currentRecord();
        report(m_model->toggleSort(section));
        m_view->showRecord(current);
    });
    connect(m_panel, &RecordPanel::additionRequested, this, &RecordsPage::add);
    connect(m_panel, &RecordPanel::addingStopped, this, [this] { m_view->setFocus(); });
    connect(m_panel, &RecordPanel::closeRequested, this, &RecordsPage::togglePanel);
    connect(m_campaigns, &CampaignListPanel::projectOpened, this,
            [this](qint64 id) { Q_EMIT projectListRequested({id}, tr("入批项目")); });
    showKind(EntityKind::Zone);
}

QWidget *RecordsPage::makeKindList() {
    m_kinds = new QListWidget;
    m_kinds->setObjectName(QStringLiteral("kindList"));
    m_kinds->setAccessibleName(tr("数据种类"));
    m_kinds->setFrameShape(QFrame::NoFrame);
    m_kinds->setMinimumWidth(kKindWidth);
    m_kinds->setMaximumWidth(kKindWidth + 60);
    for (const RecordGroup &group : recordGroups()) {
        auto *heading = new QListWidgetItem(group.title, m_kinds);
        heading->setFlags(Qt::NoItemFlags);
        heading->setForeground(theme().t3);
        heading->setSizeHint({0, 28});
        for (const EntityKind kind : group.kinds) {
            auto *item = new QListWidgetItem(QStringLiteral("　%1").arg(entityInfo(kind).title), m_kinds);
            item->setData(kKindRole, int(kind));
            item->setData(Qt::AccessibleTextRole, entityInfo(kind).title);
            item->setSizeHint({0, 30});
        }
    }
    connect(m_kinds, &QListWidget::currentItemChanged, this, &RecordsPage::chooseKind);
    return m_kinds;
}

QWidget *RecordsPage::makeToolRow() {
    auto *row = new QFrame;
    row->setProperty("role", QStringLiteral("panelHeader"));
    row->setFixedHeight(36);
    m_addButton = new QPushButton(icon(QStringLiteral("plus")), tr("新增"), row);
    m_addButton->setObjectName(QStringLiteral("addButton"));
    m_deleteButton = new QPushButton(tr("删除"), row);
    m_deleteButton->setObjectName(QStringLiteral("deleteButton"));
    m_filter = new QLineEdit(row);
    m_filter->setObjectName(QStringLiteral("filterEdit"));
    m_filter->setPlaceholderText(tr("筛选：任一列含有的文字"));
    m_filter->setAccessibleName(tr("筛选记录"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMinimumWidth(200);
    m_filter->setMaximumWidth(320);
    m_filter->addAction(icon(QStringLiteral("filter")), QLineEdit::LeadingPosition);
    m_count = new QLabel(row);
    m_count->setObjectName(QStringLiteral("countLabel"));
    m_count->setProperty("role", QStringLiteral("label"));
    m_panelButton = new QToolButton(row);
    m_panelButton->setText(tr("记录信息"));
    m_panelButton->setIcon(icon(QStringLiteral("info")));
    m_panelButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_panelButton->setToolTip(tr("显示或隐藏右侧栏（F6）"));
    m_panelButton->setCheckable(true);
    m_panelButton->setChecked(true);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(10, 0, 10, 0);
    layout->setSpacing(8);
    layout->addWidget(m_addButton);
    layout->addWidget(m_deleteButton);
    layout->addWidget(m_filter, 1);
    layout->addWidget(m_count);
    layout->addStretch(1);
    layout->addWidget(m_panelButton);
    connect(m_addButton, &QPushButton::clicked, this, &RecordsPage::startAdding);
    connect(m_deleteButton, &QPushButton::clicked, this, &RecordsPage::deleteSelected);
    connect(m_filter, &QLineEdit::textChanged, this, &RecordsPage::applyFilter);
    connect(m_panelButton, &QToolButton::clicked, this, &RecordsPage::togglePanel);
    return row;
}

QWidget *RecordsPage::makeCenter() {
    m_stack = new QStackedWidget;
    m_empty = new EmptyState;
    m_empty->setObjectName(QStringLiteral("noRecords"));
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    auto *center = new QSplitter(Qt::Vertical);
    center->setHandleWidth(4);
    center->setChildrenCollapsible(false);
    center->addWidget(m_stack);
    center->addWidget(m_campaigns);
    center->setStretchFactor(0, 1);
    center->setStretchFactor(1, 2);
    m_stack->setMinimumHeight(150);
    return center;
}

void RecordsPage::setUpActions() {
    m_changing = {addPageAction(tr("新增记录"), "plus", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N),
                                [this] { startAdding(); }),
                  addPageAction(tr("删除记录"), "x", QKeySequence(Qt::CTRL | Qt::Key_Minus),
                                [this] { deleteSelected(); })};
    // The view itself knows Ctrl+C; a shortcut here would take it from the line edits.
    addPageAction(tr("复制"), "copy", {}, [this] { m_view->copySelection(); });
    addPageAction(tr("复制（带表头）"), "copy", {}, [this] { m_view->copySelection(true); });
    addPageAction(tr("在本页筛选"), "filter", QKeySequence(QKeySequence::Find), [this] {
        m_filter->setFocus();
        m_filter->selectAll();
    });
    addPageAction(tr("记录信息栏"), "info", QKeySequence(Qt::Key_F6), [this] { togglePanel(); });
    const QString &reason = m_model->lockedReason();
    for (QAction *action : m_changing)
        action->setEnabled(reason.isEmpty());
    m_addButton->setEnabled(reason.isEmpty());
    m_addButton->setToolTip(reason.isEmpty() ? tr("新增一条（Ctrl+Shift+N）") : reason);
    m_deleteButton->setToolTip(reason.isEmpty() ? tr("删除所选（Ctrl+-）") : reason);
}

void RecordsPage::setScope(const services::FigureScope &scope) {
    m_campaigns->setAsOf(scope.asOf.lastDay());
}

bool RecordsPage::mayLeave() {
    if (!m_panel->hasUnsavedText())
        return true;
    const bool givenUp =
        m_confirm(tr("新增的%1还没有添加，放弃已填写的内容？").arg(entityInfo(m_model->kind()).title));
    if (givenUp)
        m_panel->stopAdding();
    return givenUp;
}

bool RecordsPage::isComputing() const {
    return m_panel->isPending();
}

void RecordsPage::showKind(EntityKind kind) {
    for (int row = 0; row < m_kinds->count(); ++row) {
        const QVariant value = m_kinds->item(row)->data(kKindRole);
        if (value.isValid() && value.toInt() == int(kind))
            m_kinds->setCurrentRow(row);
    }
}

void RecordsPage::chooseKind() {
    const QListWidgetItem *item = m_kinds->currentItem();
    if (!item || !item->data(kKindRole).isValid())
        return;
    const auto kind = EntityKind(item->data(kKindRole).toInt());
    if (kind == m_model->kind() && m_model->columnCount() > 0)
        return;
    if (!mayLeave()) {
        // Not while the list is still about to select what was clicked.
        QMetaObject::invokeMethod(
            this, [this] { showKind(m_model->kind()); }, Qt::QueuedConnection);
        return;
    }
    if (m_panel->isAncestorOf(QApplication::focusWidget()))
        m_kinds->setFocus(); // what is being typed belongs to the record of the former kind
    m_strip->clear();
    {
        const QSignalBlocker quiet(m_filter);
        m_filter->clear();
    }
    report(m_model->showKind(kind));
    m_view->fitColumns();
    m_view->setAccessibleName(tr("%1表格").arg(entityInfo(kind).title));
    m_campaigns->setVisible(kind == EntityKind::Campaign);
    m_panel->changeKind();
    showContent();
    if (m_model->rowCount() > 0)
        // Of campaigns the latest is at hand.
        m_view->setCurrentIndex(
            m_model->index(kind == EntityKind::Campaign ? m_model->rowCount() - 1 : 0, 0));
    else
        showCurrent(0);
    // The table has its height only when the lists below it are laid out.
    QMetaObject::invokeMethod(
        m_view, [this] { m_view->scrollTo(m_view->currentIndex()); }, Qt::QueuedConnection);
}

void RecordsPage::showRecord(EntityKind kind, qint64 id) {
    showKind(kind);
    m_view->showRecord(id);
}

void RecordsPage::report(const Result<void> &done) {
    if (!done)
        m_strip->showError(done.error());
}

void RecordsPage::reload() {
    const qint64 current = m_view->currentRecord();
    const int row = m_view->currentIndex().row(), column = std::max(0, m_view->currentIndex().column());
    report(m_model->refresh());
    if (m_model->rowOf(current) >= 0)
        m_view->setCurrentIndex(m_model->index(m_model->rowOf(current), column));
    else if (m_model->rowCount() > 0)
        m_view->setCurrentIndex(m_model->index(std::clamp(row, 0, m_model->rowCount() - 1), column));
    showContent();
    showCurrent(m_view->currentRecord());
}

void RecordsPage::applyFilter() {
    const qint64 current = m_view->currentRecord();
    report(m_model->setFilter(m_filter->text()));
    m_view->showRecord(current);
    if (!m_view->currentIndex().isValid() && m_model->rowCount() > 0)
        m_view->setCurrentIndex(m_model->index(0, 0));
    showContent();
    showCurrent(m_view->currentRecord());
}

void RecordsPage::showContent() {
    const QString &kind = entityInfo(m_model->kind()).title;
    const int shown = m_model->rowCount();
    m_count->setText(shown == m_model->total() ? tr("共 %1 条").arg(shown)
                                               : tr("筛选 %1 / %2 条").arg(shown).arg(m_model->total()));
    m_empty->clearActions();
    if (m_model->total() == 0) {
        m_empty->setText(tr("还没有%1").arg(kind));
        if (m_model->lockedReason().isEmpty())
            m_empty->addAction(tr("新增"), [this] { startAdding(); });
    } else {
        m_empty->setText(tr("没有符合条件的%1").arg(kind));
        m_empty->addAction(tr("清除筛选"), [this] { m_filter->clear(); });
    }
    m_stack->setCurrentWidget(shown ? static_cast<QWidget *>(m_view) : m_empty);
    m_deleteButton->setEnabled(shown > 0 && m_model->lockedReason().isEmpty());
    Q_EMIT statusMessage(QStringLiteral("%1　%2").arg(kind, m_count->text()));
}

void RecordsPage::showCurrent(qint64 id) {
    m_panel->showRecord(id);
    if (m_model->kind() == EntityKind::Campaign)
        m_campaigns->setCampaign(id);
}

void RecordsPage::startAdding() {
    if (!m_panel->isVisibleTo(this))
        togglePanel();
    m_panel->startAdding();
}

void RecordsPage::add(const std::vector<services::TypedField> &fields) {
    auto set = services::additionOf(workspace().ledger, m_model->kind(), fields);
    const QString title = set ? set->title : QString();
    const auto applied = set ? workspace().ledger.apply(std::move(*set)) : tl::unexpected(set.error());
    if (!applied) {
        m_panel->showErrors(applied.error());
        return;
    }
    m_panel->stopAdding();
    const qint64 id = applied->records.front().id;
    if (m_model->rowOf(id) < 0)
        m_filter->clear(); // what was just typed must be seen
    m_view->showRecord(id);
    m_view->setFocus();
    offerUndo(tr("已%1").arg(title));
}

bool RecordsPage::mayDelete(const std::vector<qint64> &ids) {
    if (m_model->kind() != EntityKind::CustomField)
        return true;
    qint64 filled = 0;
    for (const qint64 id : ids)
        filled += services::filledProjects(workspace().ledger, id);
    const QString name = workspace().ledger.referenceText(EntityKind::CustomField, ids.front());
    const QString what =
        ids.size() == 1 ? tr("字段“%1”").arg(name) : tr("“%1”等 %2 个字段").arg(name).arg(ids.size());
    return filled == 0 ||
           m_confirm(tr("删除%1？已有 %2 处项目的值会一并删除。删除后可以撤销。").arg(what).arg(filled));
}

void RecordsPage::deleteSelected() {
    const std::vector<qint64> ids = m_view->selectedRecords();
    if (ids.empty() || !mayDelete(ids))
        return;
    auto set = services::removalOf(workspace().ledger, m_model->kind(), ids);
    const QString title = set ? set->title : QString();
    const auto applied = set ? workspace().ledger.apply(std::move(*set)) : tl::unexpected(set.error());
    if (!applied)
        m_strip->showError(applied.error());
    else
        offerUndo(tr("已%1　可撤销 (Ctrl+Z)").arg(title));
}

void RecordsPage::offerUndo(const QString &text) {
    m_strip->showMessage(StripMessage::Kind::Info, text, tr("撤销"), [this] {
        if (const auto undone = workspace().ledger.undo(); !undone)
            m_strip->showError(undone.error());
    });
}

void RecordsPage::togglePanel() {
    const bool shown = !m_panel->isVisibleTo(this);
    m_panel->setVisible(shown);
    m_panelButton->setChecked(shown);
    m_view->setFocus();
}

} // namespace yipi::gui
