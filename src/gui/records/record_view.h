// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/records/record_table_model.h"

#include <QTableView>

namespace yipi::gui {

class InlineCallout;

/// The table of one kind: typing replaces, Enter goes down, Tab right, Esc restores, Ctrl+C copies as a table
/// (with Shift: with its headers). A refused text stays in its cell with the reason below.
class RecordView : public QTableView {
    Q_OBJECT

public:
    explicit RecordView(RecordTableModel *model, QWidget *parent = nullptr);

    /// Selected records from top to bottom.
    std::vector<qint64> selectedRecords() const;
    qint64 currentRecord() const;
    /// Puts the current cell on a record, in the column it was in.
    void showRecord(qint64 id);
    /// Columns as wide as what the fields hold.
    void fitColumns();
    void copySelection(bool withHeaders = false) const;
    const InlineCallout *callout() const { return m_callout; }

Q_SIGNALS:
    void currentRecordChanged(qint64 id);
    void editRefused(); ///< somebody wants to type into a locked table

protected:
    bool edit(const QModelIndex &index, EditTrigger trigger, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    void setUpHeader();
    void placeCallout();
    void leaveEditor(int rows, int columns);
    void restoreCurrent();
    bool hasDraft(const QModelIndex &index) const;

    RecordTableModel *m_model;
    InlineCallout *m_callout = nullptr; ///< null while the base class is built
};

} // namespace yipi::gui
