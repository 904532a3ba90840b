// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/records/record_table_model.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QScrollArea;
class QTimer;
class QVBoxLayout;

namespace yipi::gui {

class RecordForm;

/// The form of the current record with its last changes; or the form of a new one until it is added or given
/// up.
class RecordPanel : public QFrame {
    Q_OBJECT

public:
    explicit RecordPanel(RecordTableModel &model, QWidget *parent = nullptr);

    /// Of the kind that the model shows; 0 = nothing. A new record that is being filled in stays.
    void showRecord(qint64 id);
    /// Another kind: its own form; what was typed for a new record of the former kind is given up.
    void changeKind();
    void startAdding();
    bool isAdding() const { return m_adding; }
    /// Whether what is chosen is yet to be shown.
    bool isPending() const;
    bool hasUnsavedText() const;
    /// Tells why the new record was not taken.
    void showErrors(const Error &error);
    void stopAdding();
    RecordForm *form() const { return m_form; }

Q_SIGNALS:
    void additionRequested(const std::vector<yipi::services::TypedField> &fields);
    void addingStopped();
    void closeRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void setUpHead(QVBoxLayout *column);
    void setUpBody(QVBoxLayout *column);
    void setUpFoot(QVBoxLayout *column);
    void replaceForm(bool adding);
    void refresh();
    void submit();

    RecordTableModel &m_model;
    qint64 m_id = 0;
    bool m_adding = false;
    RecordForm *m_form = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_subject = nullptr;
    QScrollArea *m_scroll = nullptr;
    QVBoxLayout *m_body = nullptr;
    QLabel *m_historyTitle = nullptr;
    QLabel *m_history = nullptr;
    QLabel *m_problem = nullptr;
    QWidget *m_foot = nullptr;
    QTimer *m_timer;
};

} // namespace yipi::gui
