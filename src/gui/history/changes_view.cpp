// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/history/changes_view.h"

#include "gui/history/restore_bar.h"
#include "gui/history/set_detail_model.h"
#include "gui/history/set_filter_bar.h"
#include "gui/import/import_tables.h"
#include "gui/widgets/elided_label.h"
#include "gui/widgets/figure_table.h"
#include "gui/widgets/panel.h"
#include "gui/widgets/strip_message.h"

#include <QHeaderView>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

namespace yipi::gui {

using services::SetLine;

namespace {
constexpr int kSetRow = 28;
constexpr int kRecordsShown = 200;
} // namespace

ChangesView::ChangesView(const Workspace &workspace, StripMessage &strip, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_strip(strip)
    , m_filter(new SetFilterBar(this))
    , m_sets(new SetListModel(workspace.ledger, this))
    , m_details(new SetDetailModel(this))
    , m_setView(makeTable(m_sets, tr("修改记录"), kSetRow))
    , m_detailView(makeTable(m_details, tr("所选修改的内容"), kSetRow))
    , m_plan(new ElidedLabel(this))
    , m_undo(new QPushButton(tr("撤销到此处"), this))
    , m_redo(new QPushButton(tr("重做"), this))
    , m_restore(new RestoreBar(this)) {
    auto *splitter = new QSplitter;
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(makeList());
    splitter->addWidget(makeDetail());
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setSizes({780, 560});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_filter);
    column->addWidget(splitter, 1);
    connect(m_filter, &SetFilterBar::filterChanged, this, &ChangesView::refresh);
    connect(m_setView->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ChangesView::showSet);
    connect(m_detailView->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ChangesView::showField);
    connect(m_undo, &QPushButton::clicked, this, &ChangesView::undoToHere);
    connect(m_redo, &QPushButton::clicked, this, &ChangesView::redo);
    connect(m_restore, &RestoreBar::restoreRequested, this, &ChangesView::restore);
}

QWidget *ChangesView::makeList() {
    m_setView->setObjectName(QStringLiteral("setView"));
    m_setView->setItemDelegate(new FigureDelegate(m_setView));
    m_setView->horizontalHeader()->setStretchLastSection(false);
    setColumnWidths(m_setView, {128, 72, 56, 240, 120, 52, 60});
    m_setView->horizontalHeader()->setSectionResizeMode(SetListModel::Title, QHeaderView::Stretch);
    m_undo->setObjectName(QStringLiteral("undoToHere"));
    m_redo->setObjectName(QStringLiteral("redoStep"));
    m_plan->setObjectName(QStringLiteral("undoPlan"));
    m_plan->setProperty("role", QStringLiteral("label"));
    m_plan->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *bar = new QFrame;
    bar->setProperty("role", QStringLiteral("sunk"));
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(10, 6, 10, 6);
    row->setSpacing(8);
    row->addWidget(m_plan, 1);
    row->addWidget(m_redo);
    row->addWidget(m_undo);
    auto *list = new QWidget;
    auto *column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_setView, 1);
    column->addWidget(bar);
    return list;
}

QWidget *ChangesView::makeDetail() {
    m_detailView->setObjectName(QStringLiteral("setDetail"));
    m_detailView->setItemDelegate(new FigureDelegate(m_detailView));
    setColumnWidths(m_detailView, {190, 110, 120});
    m_detailPanel = new Panel(tr("修改内容"));
    m_detailPanel->body()->addWidget(m_detailView, 1);
    m_detailPanel->body()->addWidget(m_restore);
    return m_detailPanel;
}

qint64 ChangesView::selectedSet() const {
    const QModelIndex current = m_setView->currentIndex();
    return current.isValid() ? m_sets->line(current.row()).setId : 0;
}

void ChangesView::refresh() {
    if (m_isUndoing)
        return;
    if (const auto users = m_workspace.ledger.changeSetUsers())
        m_filter->setUsers(*users);
    const qint64 selected = selectedSet();
    m_sets->setFilter(m_filter->filter());
    if (!m_sets->problem().isEmpty())
        m_strip.showMessage(StripMessage::Kind::Error, m_sets->problem());
    const auto count = m_workspace.ledger.changeSetCount(m_sets->filter());
    m_filter->setNote(tr("%1 步").arg(count.value_or(0)));
    const int row = m_sets->rowOf(selected);
    if (m_sets->rowCount() > 0)
        m_setView->setCurrentIndex(m_sets->index(std::max(0, row), SetListModel::Title));
    showSet();
}

void ChangesView::showSet() {
    const services::LedgerService &ledger = m_workspace.ledger;
    const QModelIndex current = m_setView->currentIndex();
    const SetLine *line = current.isValid() ? &m_sets->line(current.row()) : nullptr;
    const bool canUndo = line && line->state == SetLine::State::Standing && ledger.canUndo();
    const qint64 steps = canUndo ? ledger.undoStepsDownTo(line->setId).value_or(0) : 0;
    m_sets->setUndoFrom(steps > 0 ? line->setId : 0);
    m_undo->setEnabled(steps > 0);
    m_undo->setText(steps > 1 ? tr("撤销到此处（%1 步）").arg(steps) : tr("撤销到此处"));
    m_redo->setEnabled(ledger.canRedo());
    m_redo->setToolTip(ledger.canRedo() ? tr("重做：%1").arg(ledger.redoTitle()) : QString());
    const QString plan = !line        ? tr("没有符合条件的修改")
                         : steps == 1 ? tr("将撤销 1 步：%1").arg(line->title)
                         : steps > 1 ? tr("将撤销底色标出的 %1 步，直到“%2”").arg(steps).arg(line->title)
                         : line->state == SetLine::State::Undone ? tr("这一步已经撤销")
                         : line->state == SetLine::State::Fixed  ? tr("这一步本身不能撤销")
                                                                 : tr("台账只读，不能撤销");
    m_plan->setText(plan);
    showDetails();
}

void ChangesView::showDetails() {
    services::SetDetails details;
    QString note;
    if (const qint64 set = selectedSet()) {
        auto read = services::detailsOf(m_workspace.ledger, set, kRecordsShown);
        if (!read)
            note = read.error().text();
        else {
            details = std::move(*read);
            note = details.left > 0 ? tr("前 %1 条记录，另有 %2 条").arg(kRecordsShown).arg(details.left)
                                    : tr("%1 条记录").arg(details.records.size());
        }
    }
    m_detailPanel->setNote(note);
    m_details->setDetails(std::move(details));
    if (m_details->rowCount() > 0)
        m_detailView->setCurrentIndex(m_details->index(0, SetDetailModel::FieldName));
    showField();
}

void ChangesView::showField() {
    const QModelIndex current = m_detailView->currentIndex();
    const services::ChangedField *field = current.isValid() ? m_details->field(current.row()) : nullptr;
    const bool isReadOnly = m_workspace.ledger.status().readOnly;
    m_restore->setRestorable(field && field->canBeRestored && !isReadOnly,
                             isReadOnly ? tr("台账只读，不能还原")
                                        : tr("请选一个被修改的字段；新增和删除请整步撤销"));
}

void ChangesView::undoToHere() {
    const qint64 set = selectedSet();
    m_isUndoing = true; // one reading at the end, not one a step
    const services::UndoRun run = services::undoDownTo(m_workspace.ledger, set);
    m_isUndoing = false;
    refresh();
    if (run.stopped)
        m_strip.showError(
            {run.stopped->code, tr("撤销了 %1 步后停下：%2").arg(run.done).arg(run.stopped->message),
             run.stopped->advice, run.stopped->place, run.stopped->value, run.stopped->details});
    else
        m_strip.showMessage(StripMessage::Kind::Info, tr("撤销了 %1 步").arg(run.done));
}

void ChangesView::redo() {
    const QString title = m_workspace.ledger.redoTitle();
    if (const auto done = m_workspace.ledger.redo(); !done)
        m_strip.showError(done.error());
    else
        m_strip.showMessage(StripMessage::Kind::Info, tr("已重做：%1").arg(title));
}

void ChangesView::restore(const QString &reason) {
    const int row = m_detailView->currentIndex().row();
    const services::ChangedRecord &record = m_details->record(row);
    const services::ChangedField &field = *m_details->field(row);
    const QString what = tr("%1的%2").arg(record.label, field.title);
    const auto restored = services::restoreField(m_workspace.ledger, selectedSet(), record.entity, record.id,
                                                 field.field, reason);
    if (!restored) {
        m_strip.showError(restored.error());
        return;
    }
    m_restore->clearReason();
    m_strip.showMessage(StripMessage::Kind::Info, tr("已还原 %1").arg(what));
}

} // namespace yipi::gui
