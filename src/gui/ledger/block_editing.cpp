// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/ledger/block_editing.h"

#include "gui/ledger/ledger_view.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMimeData>

namespace yipi::gui {

namespace {

using services::BlockPlan;
using services::CellOutcome;
using services::PlannedCell;
using services::TypedCell;

constexpr int kListedFailures = 200;

/// Puts the selection back when many changes have made the grid ask for its rows anew, if they are still
/// where they were.
class KeptSelection {
public:
    explicit KeptSelection(LedgerView &view)
        : m_view(view)
        , m_current(view.currentIndex().row(), view.currentIndex().column()) {
        const LedgerTableModel &model = *view.ledgerModel();
        for (const QItemSelectionRange &range : view.selectionModel()->selection())
            m_ranges.push_back({range.top(), range.left(), range.bottom(), range.right(),
                                model.projectAt(range.top()), model.projectAt(range.bottom())});
    }
    ~KeptSelection() {
        const LedgerTableModel &model = *m_view.ledgerModel();
        const QModelIndex current = model.index(m_current.first, m_current.second);
        QItemSelection selection;
        for (const Range &range : m_ranges)
            if (model.projectAt(range.top) == range.first && model.projectAt(range.bottom) == range.last)
                selection.select(model.index(range.top, range.left), model.index(range.bottom, range.right));
        if (selection.isEmpty() || selection == m_view.selectionModel()->selection())
            return;
        m_view.selectionModel()->setCurrentIndex(current, QItemSelectionModel::NoUpdate);
        m_view.selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    }
    Q_DISABLE_COPY_MOVE(KeptSelection)

private:
    struct Range {
        int top, left, bottom, right;
        qint64 first, last; ///< projects
    };
    LedgerView &m_view;
    std::pair<int, int> m_current;
    std::vector<Range> m_ranges;
};

} // namespace

BlockEditing::BlockEditing(services::LedgerService &ledger, LedgerView &view, QObject *parent)
    : QObject(parent)
    , m_ledger(ledger)
    , m_view(view) {
    view.installEventFilter(this);
}

bool BlockEditing::eventFilter(QObject *watched, QEvent *event) {
    if (watched != &m_view || event->type() != QEvent::KeyPress)
        return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->matches(QKeySequence::Paste))
        paste();
    else if (key->key() == Qt::Key_Delete && key->modifiers() == Qt::NoModifier)
        clearSelection();
    else
        return false;
    return true;
}

bool BlockEditing::isRefused() {
    if (m_view.ledgerModel()->lockedReason().isEmpty())
        return false;
    Q_EMIT m_view.editRefused();
    return true;
}

services::BlockReading BlockEditing::reading() const {
    const LedgerTableModel &model = *m_view.ledgerModel();
    services::BlockReading reading;
    reading.unit = model.moneyUnit();
    reading.year = model.typedYear();
    return reading;
}

void BlockEditing::paste() {
    if (isRefused())
        return;
    const QMimeData *copied = QGuiApplication::clipboard()->mimeData();
    auto table = copied ? clipboardTable(*m_view.ledgerModel(), copied->html(), copied->text())
                        : clipboardTable(*m_view.ledgerModel(), {}, {});
    if (!table) {
        Q_EMIT failed(table.error());
        return;
    }
    m_table = std::move(*table);
    m_addsProjects = false;
    planPaste();
}

void BlockEditing::setAddsProjects(bool adds) {
    m_addsProjects = adds;
    planPaste();
}

void BlockEditing::planPaste() {
    m_place = placed(m_table, m_view, m_addsProjects);
    services::BlockReading how = reading();
    how.year = 0; // another program's 3.15 may be a number
    if (m_addsProjects && m_place.lastProject)
        if (const auto last = m_ledger.record(EntityKind::Project, m_place.lastProject)) {
            const int zone = m_ledger.fieldIndex(EntityKind::Project, QStringLiteral("zone"));
            const Value &value = last->values[std::size_t(zone)];
            how.zone = isEmpty(value) ? 0 : std::get<qint64>(value);
        }
    auto plan = services::planBlock(m_ledger, m_place.cells, how);
    if (!plan) {
        Q_EMIT failed(plan.error());
        return;
    }
    m_plan = std::move(*plan);
    if (m_plan.cells.size() == 1 && m_place.rowsBelow == 0 && m_place.columnsBeyond == 0)
        confirmPaste();
    else
        Q_EMIT pastePlanned(offer());
}

void BlockEditing::confirmPaste() {
    if (write(m_plan, tr("粘贴"), ChangeSource::Paste))
        cancelPaste();
}

void BlockEditing::cancelPaste() {
    m_plan = {};
    Q_EMIT pasteEnded();
}

PasteOffer BlockEditing::offer() const {
    PasteOffer offer;
    offer.changed = m_plan.count(CellOutcome::Changed);
    offer.unchanged = m_plan.count(CellOutcome::Unchanged);
    offer.failed = m_plan.count(CellOutcome::Failed);
    offer.locked = m_plan.count(CellOutcome::Locked);
    for (const PlannedCell &cell : m_plan.cells)
        if (cell.outcome == CellOutcome::Failed && offer.failures.size() < kListedFailures)
            offer.failures << failureLine(cell);
    offer.rowsBelow = m_place.rowsBelow;
    offer.canAdd = m_place.rowsBelow > 0 && m_place.hasName;
    offer.addsProjects = m_addsProjects;
    offer.columnsBeyond = m_place.columnsBeyond;
    offer.hasHeader = m_table.hasHeader;
    return offer;
}

QString BlockEditing::failureLine(const PlannedCell &cell) const {
    const qint64 project = cell.typed.project;
    const QString row = project > 0 ? tr("第 %1 行").arg(m_view.ledgerModel()->rowOf(project) + 1)
                                    : tr("新增第 %1 行").arg(-project);
    const FieldInfo &field = m_ledger.fields(EntityKind::Project)[std::size_t(cell.typed.field)];
    return QStringLiteral("%1　%2：%3").arg(row, field.title, cell.reason);
}

void BlockEditing::fill(Qt::Orientation direction) {
    type(filledCells(m_view, direction), direction == Qt::Vertical ? tr("向下填充") : tr("向右填充"));
}

void BlockEditing::clearSelection() {
    type(selectedCells(m_view, {}), tr("清除"));
}

void BlockEditing::typeIntoSelection(const QString &text) {
    type(selectedCells(m_view, text), tr("填写"));
}

void BlockEditing::repeat(const CellBlock &source, const CellBlock &target) {
    type(repeatedCells(m_view, source, target), tr("拖动填充"));
}

void BlockEditing::type(std::vector<TypedCell> cells, const QString &what) {
    if (isRefused() || cells.empty())
        return;
    const auto plan = services::planBlock(m_ledger, std::move(cells), reading());
    if (plan)
        write(*plan, what, ChangeSource::Edit);
    else
        Q_EMIT failed(plan.error());
}

bool BlockEditing::write(const BlockPlan &plan, const QString &what, ChangeSource source) {
    const int changed = plan.count(CellOutcome::Changed);
    {
        const KeptSelection kept(m_view);
        std::map<qint64, qint64> added;
        if (changed > 0) {
            const auto applied =
                m_ledger.apply(services::changesOf(plan, tr("%1 %2 格").arg(what).arg(changed), source));
            if (!applied) {
                Q_EMIT failed(applied.error());
                return false;
            }
            added = services::addedProjects(plan, *applied);
        }
        keepFailed(plan, added);
    }
    Q_EMIT written({what, changed, plan.count(CellOutcome::Failed), plan.count(CellOutcome::Locked)});
    return true;
}

void BlockEditing::keepFailed(const BlockPlan &plan, const std::map<qint64, qint64> &added) {
    std::vector<RefusedText> texts;
    for (const PlannedCell &cell : plan.cells) {
        const auto project = added.find(cell.typed.project);
        const qint64 id = project == added.end() ? cell.typed.project : project->second;
        if (cell.outcome == CellOutcome::Failed && id > 0)
            texts.push_back({id, cell.typed.field, cell.typed.text, cell.reason});
        else if (cell.outcome == CellOutcome::Unchanged)
            texts.push_back({id, cell.typed.field, {}, {}});
    }
    m_view.ledgerModel()->keepRefused(texts);
}

} // namespace yipi::gui
