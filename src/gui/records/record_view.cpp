// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/records/record_view.h"

#include "gui/ledger/inline_callout.h"
#include "gui/records/record_delegate.h"
#include "gui/records/table_text.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMimeData>

#include <set>

namespace yipi::gui {

namespace {

constexpr int kRecordRowHeight = 28;
constexpr int kSpareForNames = 240; ///< a name is rarely longer

int widthOf(const FieldInfo &field) {
    const bool isName = field.key == u"name" || field.key == u"title" || field.key == u"credit_code";
    switch (field.type) {
    case FieldType::LongText:
        return 220;
    case FieldType::Text:
        return isName ? 190 : 116;
    case FieldType::Reference:
        return field.target == EntityKind::Project ? 190 : 110;
    case FieldType::Money:
        return 120;
    default:
        return 92;
    }
}

} // namespace

RecordView::RecordView(RecordTableModel *model, QWidget *parent)
    : QTableView(parent)
    , m_model(model) {
    setObjectName(QStringLiteral("recordView"));
    setModel(model);
    setShowGrid(false);
    setWordWrap(false);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setEditTriggers(DoubleClicked | EditKeyPressed | AnyKeyPressed);
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(kRecordRowHeight);
    verticalHeader()->setDefaultSectionSize(kRecordRowHeight);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    setUpHeader();
    auto *delegate = new RecordDelegate(this);
    setItemDelegate(delegate);
    connect(delegate, &RecordDelegate::moveRequested, this, &RecordView::leaveEditor);
    m_callout = new InlineCallout(viewport());
    connect(m_callout, &InlineCallout::restoreRequested, this, &RecordView::restoreCurrent);
    connect(model, &RecordTableModel::editRejected, this, &RecordView::placeCallout);
    connect(model, &RecordTableModel::dataChanged, this, &RecordView::placeCallout);
    connect(model, &RecordTableModel::modelReset, this, &RecordView::placeCallout);
}

void RecordView::setUpHeader() {
    QHeaderView *header = horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionsClickable(true);
    header->setSortIndicatorShown(true);
    header->setSortIndicator(-1, Qt::AscendingOrder);
    connect(m_model, &RecordTableModel::headerDataChanged, this, [this, header] {
        const QSignalBlocker quiet(header);
        header->setSortIndicator(m_model->sortColumn(), m_model->sortOrder());
        header->viewport()->update();
    });
}

void RecordView::fitColumns() {
    int name = -1; // takes what room is left
    for (int column = 0; column < m_model->columnCount(); ++column) {
        const FieldInfo &field = m_model->fieldInfo(m_model->fieldAt(column));
        const int title = horizontalHeader()->fontMetrics().horizontalAdvance(
                              m_model->headerData(column, Qt::Horizontal).toString()) +
                          34; // padding and the mark of the order
        setColumnWidth(column, std::max(widthOf(field), title));
        if (field.key == u"name" || field.key == u"title")
            name = column;
    }
    const int spare = viewport()->width() - horizontalHeader()->length();
    if (name >= 0 && spare > 0)
        setColumnWidth(name, columnWidth(name) + std::min(spare, kSpareForNames));
}

std::vector<qint64> RecordView::selectedRecords() const {
    std::set<int> rows;
    for (const QItemSelectionRange &range : selectionModel()->selection())
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.insert(row);
    std::vector<qint64> ids;
    for (const int row : rows)
        ids.push_back(m_model->recordAt(row));
    return ids;
}

qint64 RecordView::currentRecord() const {
    return m_model->recordAt(currentIndex().row());
}

void RecordView::showRecord(qint64 id) {
    const int row = id ? m_model->rowOf(id) : -1;
    if (row < 0)
        return;
    setCurrentIndex(m_model->index(row, std::max(0, currentIndex().column())));
}

void RecordView::copySelection(bool withHeaders) const {
    QApplication::clipboard()->setMimeData(
        selectionAsTable(*m_model, selectionModel()->selection(), withHeaders));
}

bool RecordView::hasDraft(const QModelIndex &index) const {
    return index.isValid() && !index.data(RecordTableModel::ErrorRole).toString().isEmpty();
}

bool RecordView::edit(const QModelIndex &index, EditTrigger trigger, QEvent *event) {
    const bool isAsked = trigger != NoEditTriggers && trigger & editTriggers();
    if (index.isValid() && isAsked && !m_model->lockedReason().isEmpty()) {
        const auto *key =
            event && event->type() == QEvent::KeyPress ? static_cast<QKeyEvent *>(event) : nullptr;
        if (!key || !key->text().isEmpty())
            Q_EMIT editRefused();
        return false;
    }
    return QTableView::edit(index, trigger, event);
}

void RecordView::keyPressEvent(QKeyEvent *event) {
    const bool isCopy = event->key() == Qt::Key_C && event->modifiers() & Qt::ControlModifier;
    if (isCopy)
        copySelection(event->modifiers() & Qt::ShiftModifier);
    else if (event->key() == Qt::Key_Escape && hasDraft(currentIndex()))
        restoreCurrent();
    else
        QTableView::keyPressEvent(event);
}

void RecordView::inputMethodEvent(QInputMethodEvent *event) {
    const bool isWhole = event->preeditString().isEmpty() && !event->commitString().isEmpty();
    if (state() == EditingState || !isWhole) {
        QTableView::inputMethodEvent(event);
        return;
    }
    // A text that comes whole (no composition before it) opens the editor, but the base class drops it.
    if (edit(currentIndex(), AnyKeyPressed, event))
        QCoreApplication::sendEvent(QApplication::focusWidget(), event);
}

void RecordView::leaveEditor(int rows, int columns) {
    if (hasDraft(currentIndex())) {
        placeCallout(); // seen before anything else; the next key goes on
        return;
    }
    const QModelIndex next = m_model->index(currentIndex().row() + rows, currentIndex().column() + columns);
    if (next.isValid())
        setCurrentIndex(next);
}

void RecordView::restoreCurrent() {
    m_model->discardDraft(currentRecord(), m_model->fieldAt(currentIndex().column()));
    placeCallout();
    setFocus();
}

void RecordView::placeCallout() {
    if (!m_callout)
        return;
    const QModelIndex index = currentIndex();
    if (hasDraft(index) && viewport()->rect().intersects(visualRect(index)))
        m_callout->showAt(visualRect(index), index.data(RecordTableModel::ErrorRole).toString());
    else
        m_callout->hide();
}

void RecordView::resizeEvent(QResizeEvent *event) {
    QTableView::resizeEvent(event);
    placeCallout();
}

void RecordView::currentChanged(const QModelIndex &current, const QModelIndex &previous) {
    QTableView::currentChanged(current, previous);
    placeCallout();
    if (current.row() != previous.row() || !current.isValid())
        Q_EMIT currentRecordChanged(m_model->recordAt(current.row()));
}

void RecordView::scrollContentsBy(int dx, int dy) {
    QTableView::scrollContentsBy(dx, dy);
    placeCallout();
}

} // namespace yipi::gui
