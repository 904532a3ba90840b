// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <vector>

namespace yipi::gui {

class LedgerTableModel;

/// What is looked for, and what shall stand in its place.
struct Replacement {
    QString find;
    QString with;
    bool wholeCell = false;
    std::vector<int> columns; ///< of the model
};

/// A cell that has the text, and what it would become.
struct FoundCell {
    qint64 project = 0;
    int row = 0;
    int column = 0;
    QString before, after;
};

/// Looks through the rows of the grid some at a time, so that the window stays alive; letters of either case
/// are the same. Rows that are asked for anew meanwhile end it.
class CellSearch : public QObject {
    Q_OBJECT

public:
    static constexpr std::size_t kMostFound = 5000;

    explicit CellSearch(const LedgerTableModel &model, QObject *parent = nullptr);

    void start(Replacement wanted);
    void stop();
    bool isRunning() const { return m_next.isActive(); }
    const std::vector<FoundCell> &found() const { return m_found; }

Q_SIGNALS:
    void progressed(int permille);
    /// It ended; `isWhole`: all rows were seen.
    void finished(bool isWhole);

private:
    void step();
    void lookAt(int row);

    const LedgerTableModel &m_model;
    Replacement m_wanted;
    QTimer m_next;
    int m_row = 0;
    std::vector<FoundCell> m_found;
};

} // namespace yipi::gui
