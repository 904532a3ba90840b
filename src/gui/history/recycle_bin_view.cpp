// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/history/recycle_bin_view.h"

#include "gui/import/import_tables.h"
#include "gui/widgets/figure_table.h"
#include "gui/widgets/panel.h"
#include "gui/widgets/strip_message.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

namespace yipi::gui {

namespace {

constexpr int kBinRow = 28;
constexpr int kSetsRead = 200;
constexpr int kItemsShown = 500;

void appendTexts(QStandardItemModel *model, const QStringList &texts) {
    QList<QStandardItem *> row;
    for (const QString &text : texts) {
        row << new QStandardItem(text);
        row.back()->setToolTip(text);
    }
    model->appendRow(row);
}

} // namespace

RecycleBinView::RecycleBinView(const Workspace &workspace, StripMessage &strip, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_strip(strip)
    , m_setModel(new QStandardItemModel(this))
    , m_itemModel(new QStandardItemModel(this))
    , m_setView(makeTable(m_setModel, tr("删除记录的步骤"), kBinRow))
    , m_itemView(makeTable(m_itemModel, tr("所选步骤删除的记录"), kBinRow))
    , m_reason(new QLineEdit(this))
    , m_more(new QPushButton(tr("更早的"), this))
    , m_restoreSet(new QPushButton(tr("恢复这一步"), this))
    , m_restoreRecord(new QPushButton(tr("恢复所选记录"), this))
    , m_setPanel(new Panel(tr("已删除"), this))
    , m_itemPanel(new Panel(tr("删除的记录"), this)) {
    m_setModel->setHorizontalHeaderLabels({tr("时间"), tr("用户"), tr("操作"), tr("还没有恢复的")});
    m_itemModel->setHorizontalHeaderLabels({tr("记录"), tr("随同删除")});
    m_setView->setObjectName(QStringLiteral("binSets"));
    m_itemView->setObjectName(QStringLiteral("binItems"));
    for (QTableView *view : {m_setView, m_itemView})
        view->setItemDelegate(new FigureDelegate(view));
    setColumnWidths(m_setView, {128, 80, 250});
    m_itemView->horizontalHeader()->setStretchLastSection(false);
    m_itemView->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_more->setProperty("role", QStringLiteral("small"));
    m_more->hide();
    m_setPanel->addToHeader(m_more);
    m_setPanel->body()->addWidget(m_setView, 1);
    m_reason->setObjectName(QStringLiteral("binReason"));
    m_reason->setPlaceholderText(tr("恢复的理由，记入修改记录"));
    m_reason->setAccessibleName(tr("恢复的理由"));
    m_restoreSet->setObjectName(QStringLiteral("binRestoreSet"));
    m_restoreRecord->setObjectName(QStringLiteral("binRestoreRecord"));
    auto *bar = new QFrame(this);
    bar->setProperty("role", QStringLiteral("sunk"));
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(10, 6, 10, 6);
    row->setSpacing(8);
    row->addWidget(m_reason, 1);
    row->addWidget(m_restoreRecord);
    row->addWidget(m_restoreSet);
    m_itemPanel->body()->addWidget(m_itemView, 1);
    m_itemPanel->body()->addWidget(bar);
    auto *splitter = new QSplitter;
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_setPanel);
    splitter->addWidget(m_itemPanel);
    splitter->setSizes({720, 620});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(splitter);
    connect(m_setView->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &RecycleBinView::showSet);
    connect(m_itemView->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        m_restoreRecord->setEnabled(m_restoreSet->isEnabled() && m_itemView->currentIndex().isValid());
    });
    connect(m_more, &QPushButton::clicked, this, [this] { addPage(m_sets.back().set.setId); });
    connect(m_restoreSet, &QPushButton::clicked, this, &RecycleBinView::restoreSet);
    connect(m_restoreRecord, &QPushButton::clicked, this, &RecycleBinView::restoreRecord);
}

const services::DeletedSet *RecycleBinView::selectedSet() const {
    const QModelIndex current = m_setView->currentIndex();
    return current.isValid() ? &m_sets[std::size_t(current.row())] : nullptr;
}

void RecycleBinView::refresh() {
    const services::DeletedSet *selected = selectedSet();
    const qint64 set = selected ? selected->set.setId : 0;
    m_setModel->removeRows(0, m_setModel->rowCount());
    m_sets.clear();
    addPage(0);
    for (std::size_t i = 0; i < m_sets.size(); ++i)
        if (i == 0 || m_sets[i].set.setId == set)
            m_setView->setCurrentIndex(m_setModel->index(int(i), 0));
    showSet();
}

void RecycleBinView::addPage(qint64 before) {
    auto page = services::deletedSets(m_workspace.ledger, before, kSetsRead);
    if (!page) {
        m_strip.showError(page.error());
        return;
    }
    m_more->setVisible(page->size() == std::size_t(kSetsRead));
    for (services::DeletedSet &deleted : *page) {
        appendTexts(m_setModel, {deleted.set.at.toString(QStringLiteral("yyyy-MM-dd hh:mm")),
                                 deleted.set.user, deleted.set.title, deleted.counts});
        m_sets.push_back(std::move(deleted));
    }
    m_setPanel->setNote(m_sets.empty() ? tr("回收站是空的；删除的记录会一直留在这里")
                                       : tr("%1 步；不会自动清空").arg(m_sets.size()));
}

void RecycleBinView::showSet() {
    m_itemModel->removeRows(0, m_itemModel->rowCount());
    m_items.clear();
    const services::DeletedSet *selected = selectedSet();
    if (selected) {
        auto items = services::deletedItems(m_workspace.ledger, selected->set.setId, kItemsShown);
        if (items)
            m_items = std::move(*items);
        else
            m_strip.showError(items.error());
    }
    for (const services::DeletedItem &item : m_items)
        appendTexts(m_itemModel, {item.label, item.dependents > 0 ? tr("%1 条").arg(item.dependents)
                                                                  : QStringLiteral("—")});
    m_itemPanel->setNote(!selected ? QString()
                         : m_items.size() == std::size_t(kItemsShown)
                             ? tr("前 %1 条；共 %2 条记录").arg(kItemsShown).arg(selected->records)
                             : tr("共 %1 条记录，随同删除的一起恢复").arg(selected->records));
    m_restoreSet->setEnabled(selected && !m_workspace.ledger.status().readOnly);
    m_restoreRecord->setEnabled(false);
    if (!m_items.empty())
        m_itemView->setCurrentIndex(m_itemModel->index(0, 0));
}

void RecycleBinView::restoreSet() {
    answer(services::restoreDeleted(m_workspace.ledger, selectedSet()->set.setId, m_reason->text()));
}

void RecycleBinView::restoreRecord() {
    const services::DeletedItem &item = m_items[std::size_t(m_itemView->currentIndex().row())];
    answer(services::restoreDeleted(m_workspace.ledger, selectedSet()->set.setId, item.entity, item.id,
                                    m_reason->text()));
}

void RecycleBinView::answer(const Result<AppliedChangeSet> &restored) {
    if (!restored) {
        m_strip.showError(restored.error());
        return;
    }
    m_reason->clear();
    m_strip.showMessage(StripMessage::Kind::Info, tr("已恢复 %1 条记录").arg(restored->records.size()));
}

} // namespace yipi::gui
