// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/project/child_table.h"
#include "gui/project/child_table_model.h"
#include "gui/widgets/panel.h"

#include <functional>

class QPushButton;

namespace yipi::gui {

class EmptyState;
class StripMessage;

/// A panel with a table of records of one project; without any it says so and offers to add one.
class ChildPanel : public Panel {
    Q_OBJECT

public:
    /// Takes the model over. `widths`: of the first columns, the last one takes the rest.
    ChildPanel(const QString &title, ChildTableModel *model, int mostRows, const std::vector<int> &widths,
               QWidget *parent = nullptr);

    /// What can be added, and by what; hidden when the ledger is read-only.
    void setAdding(const QString &text, const QString &emptyText, bool isWritable, std::function<void()> add);
    /// Rows of another project or, `isSame`, of the same one after a change.
    void setRows(std::vector<Record> rows, bool isSame);
    /// Puts an empty row at the end and opens its cell for this field.
    void addRow(Record blank, const QString &key);
    ChildTable *table() const { return m_table; }
    ChildTableModel *model() const { return m_model; }
    StripMessage *strip() const { return m_strip; }

private:
    void showContent();

    ChildTableModel *m_model;
    StripMessage *m_strip;
    ChildTable *m_table;
    EmptyState *m_empty;
};

} // namespace yipi::gui
