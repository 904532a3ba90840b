// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/ledger/column_arrangement.h"

#include "gui/ledger/frozen_columns.h"

#include <QHeaderView>
#include <QScopedValueRollback>

#include <algorithm>

namespace yipi::gui {

ColumnArrangement::ColumnArrangement(const LedgerColumns &columns, QTableView *view, FrozenColumns *overlay)
    : QObject(view)
    , m_columns(columns)
    , m_view(view)
    , m_overlay(overlay) {
    follow(view->horizontalHeader(), overlay->horizontalHeader());
    follow(overlay->horizontalHeader(), view->horizontalHeader());
    setLayout(firstLayout(columns));
}

ColumnLayout ColumnArrangement::firstLayout(const LedgerColumns &columns) {
    ColumnLayout layout;
    for (int column = 0; column < columns.count(); ++column)
        layout.columns.push_back({columns.at(column).key, columns.at(column).width, false});
    return layout;
}

void ColumnArrangement::follow(QHeaderView *header, QHeaderView *other) {
    header->setSectionsMovable(true);
    connect(header, &QHeaderView::sectionMoved, this,
            [this, header, other](int, int from, int to) { columnMoved(header, other, from, to); });
    connect(header, &QHeaderView::sectionResized, this, [this, other](int column, int, int width) {
        // Zero is what a header reports of a section that it hides.
        if (m_isFollowing || width == 0)
            return;
        const QScopedValueRollback following(m_isFollowing, true);
        other->resizeSection(column, width);
        Q_EMIT changed();
    });
}

void ColumnArrangement::columnMoved(QHeaderView *header, QHeaderView *other, int from, int to) {
    if (m_isFollowing)
        return;
    const QScopedValueRollback following(m_isFollowing, true);
    if ((from < m_frozen) != (to < m_frozen)) {
        header->moveSection(to, from); // the halves stay what they are
        return;
    }
    other->moveSection(from, to);
    Q_EMIT changed();
}

void ColumnArrangement::setLayout(const ColumnLayout &layout) {
    QHeaderView *header = m_view->horizontalHeader(), *overlay = m_overlay->horizontalHeader();
    {
        const QScopedValueRollback following(m_isFollowing, true);
        int place = 0;
        for (const ColumnState &state : layout.columns) {
            const int column = m_columns.columnOf(state.key);
            if (column < 0)
                continue;
            for (QHeaderView *one : {header, overlay}) {
                one->moveSection(one->visualIndex(column), place);
                one->setSectionHidden(column, false); // a hidden section takes no width
                one->resizeSection(column, state.width);
            }
            header->setSectionHidden(column, state.isHidden);
            ++place;
        }
        m_frozen = std::clamp(layout.frozen, 0, m_columns.count());
        showHalves();
    }
    Q_EMIT changed();
}

ColumnLayout ColumnArrangement::layout() const {
    const QHeaderView *header = m_view->horizontalHeader();
    ColumnLayout layout;
    layout.frozen = m_frozen;
    for (int place = 0; place < header->count(); ++place) {
        const int column = header->logicalIndex(place);
        const bool hidden = header->isSectionHidden(column);
        const QHeaderView *other = m_overlay->horizontalHeader();
        // A hidden section keeps its width where it is shown again first.
        const int width = hidden                           ? m_columns.at(column).width
                          : other->isSectionHidden(column) ? header->sectionSize(column)
                                                           : other->sectionSize(column);
        layout.columns.push_back({m_columns.at(column).key, width, hidden});
    }
    return layout;
}

void ColumnArrangement::showHalves() {
    for (int column = 0; column < m_columns.count(); ++column)
        m_overlay->setColumnHidden(column, isHidden(column) || !isFrozen(column));
}

bool ColumnArrangement::isHidden(int column) const {
    return m_view->isColumnHidden(column);
}

void ColumnArrangement::setHidden(int column, bool hidden) {
    const bool isNeeded = m_columns.at(column).kind == ColumnKind::RowNumber || visibleColumns().size() <= 2;
    if (hidden == isHidden(column) || (hidden && isNeeded))
        return;
    {
        const QScopedValueRollback following(m_isFollowing, true);
        m_view->setColumnHidden(column, hidden);
        m_overlay->setColumnHidden(column, hidden || !isFrozen(column));
    }
    Q_EMIT changed();
}

bool ColumnArrangement::isFrozen(int column) const {
    return m_view->horizontalHeader()->visualIndex(column) < m_frozen;
}

void ColumnArrangement::freezeThrough(int column) {
    m_frozen = column < 0 ? 0 : m_view->horizontalHeader()->visualIndex(column) + 1;
    {
        const QScopedValueRollback following(m_isFollowing, true);
        showHalves();
    }
    Q_EMIT changed();
}

bool ColumnArrangement::moveColumn(int column, int by) {
    const int target = neighbour(column, by);
    if (target < 0 || isFrozen(target) != isFrozen(column))
        return false;
    QHeaderView *header = m_view->horizontalHeader();
    header->moveSection(header->visualIndex(column), header->visualIndex(target));
    return true;
}

void ColumnArrangement::setWidth(int column, int width) {
    m_view->setColumnWidth(column, width);
}

std::vector<int> ColumnArrangement::visibleColumns() const {
    const QHeaderView *header = m_view->horizontalHeader();
    std::vector<int> columns;
    for (int place = 0; place < header->count(); ++place)
        if (const int column = header->logicalIndex(place); !isHidden(column))
            columns.push_back(column);
    return columns;
}

int ColumnArrangement::neighbour(int column, int by) const {
    const std::vector<int> columns = visibleColumns();
    const auto it = std::find(columns.begin(), columns.end(), column);
    const auto place = (it - columns.begin()) + by;
    return it == columns.end() || place < 0 || place >= std::ssize(columns) ? -1
                                                                            : columns[std::size_t(place)];
}

} // namespace yipi::gui
