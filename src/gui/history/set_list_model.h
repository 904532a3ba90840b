// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/page.h"

#include <QAbstractTableModel>

namespace yipi::gui {

/// All change sets that pass a filter, newest first, read from the journal page by page. What would be undone
/// by “undo down to here” is tinted.
class SetListModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { At, User, Source, Title, Reason, Records, State, ColumnCount };

    SetListModel(const services::LedgerService &ledger, QObject *parent);

    /// Reads the first page anew.
    void setFilter(const services::SetFilter &filter);
    const services::SetFilter &filter() const { return m_filter; }
    const services::SetLine &line(int row) const { return m_lines[std::size_t(row)]; }
    int rowOf(qint64 setId) const; ///< −1 when it is not (yet) in the list
    /// Sets from this one on that stand are marked as what would be undone; 0 = none.
    void setUndoFrom(qint64 setId);
    /// Why the list could not be read; empty when it could.
    const QString &problem() const { return m_problem; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

private:
    std::vector<services::SetLine> readPage(qint64 before);
    QString text(const services::SetLine &line, int column) const;

    const services::LedgerService &m_ledger;
    services::SetFilter m_filter;
    std::vector<services::SetLine> m_lines;
    QString m_problem;
    bool m_isComplete = false;
    qint64 m_undoFrom = 0;
};

/// 可撤销, 已撤销, or a dash for what is no step of its own.
QString stateText(services::SetLine::State state);

} // namespace yipi::gui
