// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QLineEdit;

namespace yipi::services {
class LedgerService;
}

namespace yipi::gui {

class GridNarrowing;
class LedgerTableModel;
class LedgerView;

/// Turns what stands in the filter row into conditions, marks what can't be understood, and offers the values
/// of a column with their counts.
class ColumnFiltering : public QObject {
    Q_OBJECT

public:
    ColumnFiltering(const services::LedgerService &ledger, const LedgerTableModel &model, LedgerView &view,
                    GridNarrowing &narrowing);

    /// Reads the row anew: its texts or the unit of money changed.
    void read();
    void openList(int column, QLineEdit *editor);

Q_SIGNALS:
    void narrowed();

private:
    const services::LedgerService &m_ledger;
    const LedgerTableModel &m_model;
    LedgerView &m_view;
    GridNarrowing &m_narrowing;
};

} // namespace yipi::gui
