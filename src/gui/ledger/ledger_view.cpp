// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/ledger/ledger_view.h"

#include "gui/ledger/column_arrangement.h"
#include "gui/ledger/column_menu.h"
#include "gui/ledger/filter_row.h"
#include "gui/ledger/frozen_columns.h"
#include "gui/ledger/grid_zoom.h"
#include "gui/ledger/group_control.h"
#include "gui/ledger/grouped_header_view.h"
#include "gui/ledger/inline_callout.h"
#include "gui/ledger/ledger_delegate.h"
#include "gui/ledger/selection_copy.h"

#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QProgressDialog>
#include <QScrollBar>

#include <set>

namespace yipi::gui {

namespace {

constexpr int kRowHeight = 26;

void setUpRows(QTableView *view) {
    view->verticalHeader()->hide();
    view->verticalHeader()->setMinimumSectionSize(kRowHeight);
    view->verticalHeader()->setDefaultSectionSize(kRowHeight);
    view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view->setShowGrid(false);
    view->setWordWrap(false);
    view->setFrameShape(QFrame::NoFrame);
    view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                          QAbstractItemView::AnyKeyPressed);
}

} // namespace

LedgerView::LedgerView(services::LedgerService &ledger, LedgerTableModel *model, QWidget *parent)
    : QTableView(parent)
    , m_model(model) {
    setAccessibleName(tr("项目台账表格"));
    setHorizontalHeader(new GroupedHeaderView(this));
    setUpRows(this);
    setModel(model);
    setTabKeyNavigation(true);
    m_zoom = new GridZoom(*this);
    setUpDelegate(ledger, this);

    m_frozen = new FrozenColumns(this);
    setUpRows(m_frozen);
    m_frozen->setModel(model);
    m_frozen->setSelectionModel(selectionModel());
    setUpDelegate(ledger, m_frozen);
    m_arrangement = new ColumnArrangement(model->columns(), this, m_frozen);
    connect(m_arrangement, &ColumnArrangement::changed, this, &LedgerView::placeHalves);
    for (GroupedHeaderView *header : headers())
        setUpHeader(header);
    m_filterRow = new FilterRow(model->columns(), this);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, m_frozen->verticalScrollBar(),
            &QScrollBar::setValue);
    connect(m_frozen->verticalScrollBar(), &QScrollBar::valueChanged, verticalScrollBar(),
            &QScrollBar::setValue);

    m_groupControl = new GroupControl(*this);
    m_callout = new InlineCallout(this);
    connect(m_callout, &InlineCallout::restoreRequested, this, &LedgerView::restoreCurrent);
    connect(model, &LedgerTableModel::editRejected, this, [this](const QModelIndex &index) {
        setCurrentIndex(index);
        placeCallout();
    });
    connect(model, &QAbstractItemModel::dataChanged, this, [this] { placeCallout(); });
    connect(model, &QAbstractItemModel::modelReset, this, [this] { m_callout->hide(); });
    placeHalves();
}

void LedgerView::setUpDelegate(services::LedgerService &ledger, QTableView *view) {
    connect(view, &QTableView::doubleClicked, this, [this](const QModelIndex &index) {
        if (isRowNumber(index))
            Q_EMIT projectOpened(m_model->projectAt(index.row()));
    });
    auto *delegate = new LedgerDelegate(ledger, *m_zoom, view);
    // First the view puts the editor away, then the focus moves: an editor that loses it writes its text.
    view->setItemDelegate(delegate);
    connect(delegate, &LedgerDelegate::moveRequested, this, &LedgerView::leaveEditor);
    connect(delegate, &LedgerDelegate::spreadRequested, this, &LedgerView::textForSelection);
    connect(delegate, &LedgerDelegate::editorOpened, this, &LedgerView::editorOpened);
    connect(delegate, &QAbstractItemDelegate::closeEditor, this,
            [this](QWidget *, QAbstractItemDelegate::EndEditHint hint) {
                if (hint == QAbstractItemDelegate::RevertModelCache)
                    restoreCurrent();
                setFocus();
            });
}

void LedgerView::sortBy(int column, bool isFurther) {
    const qint64 project = m_model->projectAt(currentIndex().row());
    if (m_model->toggleSort(column, isFurther))
        showProject(project);
}

void LedgerView::setOrder(const std::vector<services::SortKey> &order) {
    const qint64 project = m_model->projectAt(currentIndex().row());
    if (m_model->setOrder(order))
        showProject(project);
}

void LedgerView::showColumnMenu(int column) {
    showColumn(column);
    const GroupedHeaderView *header = headers()[isFrozen(column) ? 1 : 0];
    auto *menu = new QMenu(m_model->columns().at(column).title, this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillColumnMenu(*menu, *this, column);
    const QPoint place(header->sectionViewportPosition(column),
                       GroupedHeaderView::kGroupHeight + GroupedHeaderView::kTitleHeight);
    menu->popup(header->viewport()->mapToGlobal(place));
}

void LedgerView::fitColumn(int column) {
    constexpr int kRoom = 26, kWidest = 480; // padding, sort arrow
    const QFontMetrics metrics(m_zoom->scaled(font()));
    int width = metrics.horizontalAdvance(m_model->columns().at(column).title);
    width = std::max(width, metrics.horizontalAdvance(m_model->totalOf(column)));
    const int first = std::max(0, rowAt(0));
    for (int row = first; row < std::min(m_model->rowCount(), first + 100); ++row)
        width = std::max(width,
                         metrics.horizontalAdvance(m_model->index(row, column).data().toString().left(80)));
    m_arrangement->setWidth(column, std::min(width + kRoom, kWidest));
}

void LedgerView::setUpHeader(GroupedHeaderView *header) {
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    // A header sorts; selecting its column as well would leave the current project.
    disconnect(header, &QHeaderView::sectionPressed, header->parent(), nullptr);
    disconnect(header, &QHeaderView::sectionEntered, header->parent(), nullptr);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this, [this, header](const QPoint &place) {
        if (const int column = header->logicalIndexAt(place); column >= 0)
            showColumnMenu(column);
    });
    connect(header, &QHeaderView::sectionHandleDoubleClicked, this, &LedgerView::fitColumn);
    connect(header, &QHeaderView::sectionClicked, this,
            [this, header](int column) { sortBy(column, header->pressedWith() & Qt::ShiftModifier); });
}

std::array<GroupedHeaderView *, 2> LedgerView::headers() const {
    return {qobject_cast<GroupedHeaderView *>(horizontalHeader()),
            qobject_cast<GroupedHeaderView *>(m_frozen->horizontalHeader())};
}

bool LedgerView::isFrozen(int column) const {
    return m_arrangement && m_arrangement->isFrozen(column);
}

void LedgerView::placeHalves() {
    if (!m_frozen)
        return;
    QTableView::updateGeometries();
    m_frozen->setVisible(m_frozen->totalWidth() > 0);
    m_frozen->setGeometry(0, 0, m_frozen->totalWidth(), viewport()->height() + horizontalHeader()->height());
    m_frozen->updateGeometries();
    m_frozen->verticalScrollBar()->setValue(verticalScrollBar()->value());
    headers()[0]->setCoveredWidth(m_frozen->totalWidth());
    if (m_filterRow)
        m_filterRow->place();
    if (m_overlay) {
        m_overlay->setGeometry(0, horizontalHeader()->height(), width(), viewport()->height());
        m_overlay->raise();
    }
}

void LedgerView::setOverlay(QWidget *overlay) {
    m_overlay = overlay;
    overlay->setParent(this);
    placeHalves();
}

void LedgerView::showColumn(int column) {
    if (isFrozen(column))
        return;
    QScrollBar *bar = horizontalScrollBar();
    const int left = columnViewportPosition(column) - m_frozen->totalWidth();
    const int right = columnViewportPosition(column) + columnWidth(column) - viewport()->width();
    if (right > 0)
        bar->setValue(bar->value() + std::min(right, left));
    else if (left < 0)
        bar->setValue(bar->value() + left);
}

void LedgerView::placeCallout() {
    if (!m_callout)
        return;
    const QModelIndex index = currentIndex();
    const QString reason = index.data(LedgerTableModel::ErrorRole).toString();
    if (reason.isEmpty() || state() == EditingState) {
        m_callout->hide();
        return;
    }
    QTableView *shown = isFrozen(index.column()) ? static_cast<QTableView *>(m_frozen) : this;
    const QRect cell = shown->visualRect(index);
    m_callout->showAt(QRect(shown->viewport()->mapTo(this, cell.topLeft()), cell.size()), reason);
}

bool LedgerView::edit(const QModelIndex &index, EditTrigger trigger, QEvent *event) {
    if (m_callout && trigger != NoEditTriggers)
        m_callout->hide();
    if (trigger != NoEditTriggers && (trigger & editTriggers()) &&
        index.data(LedgerTableModel::IsLockedRole).toBool()) {
        Q_EMIT editRefused();
        return false;
    }
    // The cell below the overlay is covered: its editor belongs into the overlay.
    if (index.isValid() && isFrozen(index.column()))
        return m_frozen->edit(index, trigger, event);
    return QTableView::edit(index, trigger, event);
}

bool LedgerView::isRowNumber(const QModelIndex &index) const {
    return index.isValid() && m_model->columns().at(index.column()).kind == ColumnKind::RowNumber;
}

void LedgerView::keyPressEvent(QKeyEvent *event) {
    if (event->matches(QKeySequence::Copy) || event->keyCombination() == (Qt::CTRL | Qt::SHIFT | Qt::Key_C)) {
        copySelection(event->modifiers() & Qt::ShiftModifier);
        return;
    }
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && event->modifiers() == Qt::NoModifier && isRowNumber(currentIndex()))
        Q_EMIT projectOpened(m_model->projectAt(currentIndex().row()));
    else if (isEnter && event->modifiers() == Qt::NoModifier)
        moveCurrent(1, 0);
    else if (isEnter && event->modifiers() == Qt::ShiftModifier)
        moveCurrent(-1, 0);
    else if (event->key() == Qt::Key_Escape && m_model->hasDraft(currentIndex()))
        restoreCurrent();
    else
        QTableView::keyPressEvent(event);
}

void LedgerView::inputMethodEvent(QInputMethodEvent *event) {
    const bool isInOverlay = currentIndex().isValid() && isFrozen(currentIndex().column());
    const bool isEditing = isInOverlay ? m_frozen->isEditing() : state() == EditingState;
    if (!isEditing && event->preeditString().isEmpty() && !event->commitString().isEmpty()) {
        // A text that comes whole (no composition before it) opens the editor, but the base class drops it.
        if (edit(currentIndex(), AnyKeyPressed, event))
            QCoreApplication::sendEvent(QApplication::focusWidget(), event);
        return;
    }
    // Who holds the editor also has to keep the focus here until the composition is over.
    if (isInOverlay)
        m_frozen->inputMethodEvent(event);
    else
        QTableView::inputMethodEvent(event);
}

QVariant LedgerView::inputMethodQuery(Qt::InputMethodQuery query) const {
    return m_frozen && m_frozen->isEditing() ? m_frozen->inputMethodQuery(query)
                                             : QTableView::inputMethodQuery(query);
}

void LedgerView::leaveEditor(int rows, int columns) {
    if (m_model->hasDraft(currentIndex()))
        placeCallout(); // seen before anything else; the next key goes on
    else
        moveCurrent(rows, columns);
}

void LedgerView::moveCurrent(int rows, int columns) {
    const int column =
        columns ? m_arrangement->neighbour(currentIndex().column(), columns) : currentIndex().column();
    const QModelIndex next = m_model->index(currentIndex().row() + rows, column);
    if (next.isValid())
        setCurrentIndex(next);
}

void LedgerView::restoreCurrent() {
    m_model->discardDraft(currentIndex());
    placeCallout();
    setFocus();
}

void LedgerView::showProject(qint64 projectId) {
    const int row = projectId ? m_model->reveal(projectId) : -1;
    if (row < 0)
        return;
    const int column = currentIndex().isValid() ? currentIndex().column() : m_model->columns().nameColumn();
    setCurrentIndex(m_model->index(row, column));
}

std::vector<int> LedgerView::selectedRows() const {
    std::set<int> rows;
    for (const QItemSelectionRange &range : selectionModel()->selection())
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.insert(row);
    return {rows.begin(), rows.end()};
}

void LedgerView::copySelection(bool withHeaders) {
    constexpr qint64 kManyCells = 50'000;
    ProgressReport report;
    std::unique_ptr<QProgressDialog> bar;
    if (copiedCells(*this) > kManyCells) {
        bar = std::make_unique<QProgressDialog>(tr("正在复制…"), tr("取消"), 0, 1000, this);
        bar->setWindowModality(Qt::WindowModal); // the rows must stay what they are
        bar->setMinimumDuration(300);
        report = [&bar](int permille) {
            bar->setValue(permille);
            return !bar->wasCanceled();
        };
    }
    const auto table = copiedTable(*this, withHeaders, report);
    if (!table)
        return;
    auto *copied = new QMimeData;
    copied->setText(table->text);
    copied->setHtml(table->html);
    QApplication::clipboard()->setMimeData(copied);
}

void LedgerView::scrollTo(const QModelIndex &index, ScrollHint hint) {
    const int before = horizontalScrollBar()->value();
    QTableView::scrollTo(index, hint);
    if (!m_frozen || !index.isValid())
        return;
    if (isFrozen(index.column())) {
        horizontalScrollBar()->setValue(before); // always in sight
        return;
    }
    const int hidden = m_frozen->totalWidth() - visualRect(index).left();
    if (hidden > 0)
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - hidden);
}

void LedgerView::resizeEvent(QResizeEvent *event) {
    QTableView::resizeEvent(event);
    placeHalves();
    placeCallout();
}

void LedgerView::updateGeometries() {
    if (m_arrangement)
        placeHalves();
    else
        QTableView::updateGeometries();
}

void LedgerView::currentChanged(const QModelIndex &current, const QModelIndex &previous) {
    QTableView::currentChanged(current, previous);
    if (m_frozen) { // row number and frame of the other half
        m_frozen->viewport()->update();
        placeCallout();
    }
    if (current.row() != previous.row() || !current.isValid())
        Q_EMIT currentProjectChanged(m_model->projectAt(current.row()));
}

void LedgerView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) {
    QTableView::selectionChanged(selected, deselected);
    Q_EMIT selectionEdited();
}

void LedgerView::scrollContentsBy(int dx, int dy) {
    QTableView::scrollContentsBy(dx, dy);
    if (dx != 0 && m_filterRow)
        m_filterRow->place();
    placeCallout();
}

} // namespace yipi::gui
