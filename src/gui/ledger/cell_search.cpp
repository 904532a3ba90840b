// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/ledger/cell_search.h"

#include "gui/ledger/ledger_table_model.h"

namespace yipi::gui {

namespace {

constexpr int kRowsAtOnce = 256;

} // namespace

CellSearch::CellSearch(const LedgerTableModel &model, QObject *parent)
    : QObject(parent)
    , m_model(model) {
    m_next.setInterval(0);
    connect(&m_next, &QTimer::timeout, this, &CellSearch::step);
    connect(&model, &QAbstractItemModel::modelReset, this, &CellSearch::stop);
}

void CellSearch::start(Replacement wanted) {
    m_wanted = std::move(wanted);
    m_found.clear();
    m_row = 0;
    m_next.start();
}

void CellSearch::stop() {
    if (!isRunning())
        return;
    m_next.stop();
    Q_EMIT finished(false);
}

void CellSearch::step() {
    const int end = std::min(m_row + kRowsAtOnce, m_model.rowCount());
    for (; m_row < end; ++m_row) {
        lookAt(m_row);
        if (m_found.size() >= kMostFound) {
            stop();
            return;
        }
    }
    if (m_row < m_model.rowCount()) {
        Q_EMIT progressed(int(qint64(m_row) * 1000 / m_model.rowCount()));
        return;
    }
    m_next.stop();
    Q_EMIT finished(true);
}

void CellSearch::lookAt(int row) {
    for (const int column : m_wanted.columns) {
        if (!m_model.fieldAt(column))
            continue;
        const QString text = m_model.index(row, column).data(Qt::EditRole).toString();
        const bool isFound = m_wanted.wholeCell ? text.compare(m_wanted.find, Qt::CaseInsensitive) == 0
                                                : text.contains(m_wanted.find, Qt::CaseInsensitive);
        if (!isFound || m_found.size() >= kMostFound)
            continue;
        QString after = text;
        if (m_wanted.wholeCell)
            after = m_wanted.with;
        else
            after.replace(m_wanted.find, m_wanted.with, Qt::CaseInsensitive);
        m_found.push_back({m_model.projectAt(row), row, column, text, after});
    }
}

} // namespace yipi::gui
