// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/ledger/row_colours.h"

#include <QFrame>

class QVBoxLayout;

namespace yipi::gui {

class LedgerColumns;

/// A popup with the colour rules of the grid, one a line: condition, colour, row or column. What can't be
/// read says why below its line and paints nothing.
class ColourRulesEditor : public QFrame {
    Q_OBJECT

public:
    ColourRulesEditor(const services::LedgerService &ledger, const LedgerColumns &columns,
                      const std::vector<ColourRule> &rules, QWidget *parent);

    void openBelow(QWidget *anchor);

Q_SIGNALS:
    /// Those that can be read.
    void rulesChanged(const std::vector<yipi::gui::ColourRule> &rules);

private:
    struct Line;

    void addLine(const ColourRule &rule);
    void read();

    const services::LedgerService &m_ledger;
    const LedgerColumns &m_columns;
    QVBoxLayout *m_lines;
};

} // namespace yipi::gui
