// SPDX-License-Identifier: GPL-3.0-or-later
// Writing several cells of the grid at once.
#include "gui/ledger/block_editing.h"
#include "gui/ledger/bulk_bar.h"
#include "gui/ledger/fill_handle.h"
#include "gui/ledger/ledger_page.h"
#include "gui/ledger/ledger_view.h"
#include "gui/ledger/paste_bar.h"
#include "gui/ledger/replace_bar.h"
#include "gui/ledger/unfinished_bar.h"
#include "gui/ledger/unfinished_text.h"
#include "services/locations.h"
#include "ui_ledger_page.h"

#include <QApplication>
#include <QLineEdit>

namespace yipi::gui {

void LedgerPage::setUpEditing() {
    m_editing = new BlockEditing(workspace().ledger, *m_view, this);
    connect(m_view, &LedgerView::textForSelection, m_editing, &BlockEditing::typeIntoSelection);
    connect(m_editing, &BlockEditing::written, this, &LedgerPage::showWritten);
    connect(m_editing, &BlockEditing::failed, this,
            [this](const Error &error) { m_ui->strip->showError(error); });
    setUpPaste();
    addEditingActions();
    setUpBulk();
    setUpReplace();
    setUpUnfinished();
    auto *handle = new FillHandle(*m_view);
    connect(handle, &FillHandle::dragged, m_editing, &BlockEditing::repeat);
}

void LedgerPage::setUpPaste() {
    auto *bar = new PasteBar(this);
    m_ui->column->insertWidget(m_ui->column->indexOf(m_ui->newBar), bar);
    const auto leave = [this, bar] {
        const bool wasAsked = bar->isVisibleTo(this);
        bar->hide();
        if (wasAsked)
            m_view->setFocus();
    };
    connect(m_editing, &BlockEditing::pastePlanned, bar, &PasteBar::open);
    connect(m_editing, &BlockEditing::pasteEnded, bar, leave);
    connect(bar, &PasteBar::accepted, m_editing, &BlockEditing::confirmPaste);
    connect(bar, &PasteBar::cancelled, m_editing, &BlockEditing::cancelPaste);
    connect(bar, &PasteBar::addingToggled, m_editing, &BlockEditing::setAddsProjects);
    connect(bar, &PasteBar::wizardRequested, this, [this] {
        m_editing->cancelPaste();
        Q_EMIT clipboardImportRequested();
    });
}

void LedgerPage::setUpBulk() {
    auto *bar = new BulkBar(this);
    m_ui->column->insertWidget(m_ui->column->indexOf(m_ui->newBar), bar);
    const auto count = [this, bar] { bar->setRowCount(int(m_view->selectedRows().size())); };
    const auto apply = [this](int field, const QString &text) {
        std::vector<services::TypedCell> cells;
        for (const int row : m_view->selectedRows())
            cells.push_back({m_model->projectAt(row), field, text});
        m_editing->type(std::move(cells), tr("批量填写"));
    };
    connect(m_view, &LedgerView::selectionEdited, bar, [bar, count] {
        if (bar->isVisible())
            count();
    });
    connect(bar, &BulkBar::applied, this, apply);
    connect(bar, &BulkBar::closed, m_view, qOverload<>(&QWidget::setFocus));
    m_changing << addPageAction(tr("批量填写…"), "edit", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_B),
                                [this, bar, count] {
                                    bar->open(m_model->columns(), m_view->currentIndex().column());
                                    count();
                                });
}

void LedgerPage::setUpReplace() {
    auto *bar = new ReplaceBar(*m_view, this);
    m_ui->column->insertWidget(m_ui->column->indexOf(m_ui->newBar), bar);
    connect(bar, &ReplaceBar::replaceRequested, m_editing,
            [this](const std::vector<services::TypedCell> &cells) { m_editing->type(cells, tr("替换")); });
    connect(bar, &ReplaceBar::closed, m_view, qOverload<>(&QWidget::setFocus));
    m_changing << addPageAction(tr("查找和替换…"), "search", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F),
                                [bar] { bar->open(); });
}

void LedgerPage::setUpUnfinished() {
    const services::LedgerStatus status = workspace().ledger.status();
    auto *kept = new UnfinishedText(services::unfinishedTextFile(status.location), this);
    const std::optional<TypedText> left = kept->left();
    connect(m_view, &LedgerView::editorOpened, kept, [this, kept](QWidget *editor, const QModelIndex &index) {
        kept->follow(editor, m_model->projectAt(index.row()), m_model->fieldAt(index.column())->key);
    });
    const auto record =
        left ? workspace().ledger.record(EntityKind::Project, left->project) : Result<Record>();
    const int column = left ? m_model->columns().columnOf(left->field) : -1;
    if (!left || !record || column < 0 || status.readOnly)
        return;
    auto *bar = new UnfinishedBar(this);
    m_ui->column->insertWidget(m_ui->column->indexOf(m_ui->newBar), bar);
    connect(bar, &UnfinishedBar::abandoned, kept, &UnfinishedText::forget);
    connect(bar, &UnfinishedBar::filled, this, [this, typed = *left] { fillIn(typed); });
    bar->open(tr("%1 的%2").arg(fromRecord<Project>(*record).name, m_model->columns().at(column).title),
              left->text);
}

void LedgerPage::fillIn(const TypedText &typed) {
    if (m_model->rowOf(typed.project) < 0)
        clearFilters();
    const QModelIndex cell =
        m_model->index(m_model->rowOf(typed.project), m_model->columns().columnOf(typed.field));
    if (!cell.isValid())
        return;
    m_view->setFocus();
    m_view->setCurrentIndex(cell);
    static_cast<QAbstractItemView *>(m_view)->edit(cell);
    if (auto *line = qobject_cast<QLineEdit *>(QApplication::focusWidget())) {
        line->selectAll();
        line->insert(typed.text);
    }
}

void LedgerPage::addEditingActions() {
    // The view itself knows Ctrl+V and Delete; shortcuts here would take them from the line edits.
    m_changing << addPageAction(tr("粘贴"), "copy", {}, [this] { m_editing->paste(); })
               << addPageAction(tr("清除单元格"), "x", {}, [this] { m_editing->clearSelection(); })
               << addPageAction(tr("向下填充"), "down", QKeySequence(Qt::CTRL | Qt::Key_D),
                                [this] { m_editing->fill(Qt::Vertical); })
               << addPageAction(tr("向右填充"), "right", QKeySequence(Qt::CTRL | Qt::Key_R),
                                [this] { m_editing->fill(Qt::Horizontal); });
}

void LedgerPage::showWritten(const BlockResult &result) {
    QString text = tr("已%1 %2 格").arg(result.what).arg(result.written);
    if (result.failed > 0)
        text += tr("，%1 格有误，原因在格中").arg(result.failed);
    if (result.locked > 0)
        text += tr("，%1 格不能修改").arg(result.locked);
    const auto kind = result.failed > 0 ? StripMessage::Kind::Warn : StripMessage::Kind::Info;
    if (result.written > 0)
        m_ui->strip->showMessage(kind, text, tr("撤销"), [this] { undoLast(); });
    else
        m_ui->strip->showMessage(kind, text);
}

void LedgerPage::undoLast() {
    if (const auto undone = workspace().ledger.undo(); !undone)
        m_ui->strip->showError(undone.error());
}

} // namespace yipi::gui
