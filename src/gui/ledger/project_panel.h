// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/ledger/ledger_table_model.h"

#include <QFrame>

class QGridLayout;
class QLabel;
class QVBoxLayout;

namespace yipi::gui {

/// The key data of the current project beside the grid, and its last changes.
class ProjectPanel : public QFrame {
    Q_OBJECT

public:
    explicit ProjectPanel(QWidget *parent = nullptr);

    void setLedger(const services::LedgerService &ledger, const LedgerTableModel &model);
    /// Row of the model; an invalid row empties the panel.
    void showRow(int row);

Q_SIGNALS:
    void closeRequested();
    void detailsRequested(); ///< the page of the project

private:
    struct Line {
        int field;
        QLabel *value;
    };

    QWidget *makeHead();
    QWidget *makeBody();
    void addSection(QGridLayout *grid, const QString &title, const std::vector<const char *> &keys);
    void addHeading(QGridLayout *grid, const QString &title);
    Line addLine(QGridLayout *grid, int field, const QString &title);
    void makeCustomLines();
    void showLines(const std::vector<Line> &lines, const ProjectRow &row);
    void showHead(const ProjectRow &row, int index);
    void showHistory(qint64 projectId);

    const services::LedgerService *m_ledger = nullptr;
    const LedgerTableModel *m_model = nullptr;
    QLabel *m_code = nullptr;
    QLabel *m_name = nullptr;
    QLabel *m_owner = nullptr;
    QLabel *m_state = nullptr;
    QLabel *m_history = nullptr;
    QWidget *m_body = nullptr;
    std::vector<Line> m_lines;
    QVBoxLayout *m_customPlace = nullptr;
    QWidget *m_custom = nullptr;
    std::vector<Line> m_customLines;
};

} // namespace yipi::gui
