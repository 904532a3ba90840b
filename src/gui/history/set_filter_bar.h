// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/change_sets.h"

#include <QFrame>

class QComboBox;
class QDateEdit;
class QLabel;
class QLineEdit;
class QTimer;

namespace yipi::gui {

/// Which change sets 修改记录 lists: words, source, user, span of days.
class SetFilterBar : public QFrame {
    Q_OBJECT

public:
    explicit SetFilterBar(QWidget *parent = nullptr);

    services::SetFilter filter() const;
    /// The choice of users; keeps the chosen one if it is still among them.
    void setUsers(const QStringList &users);
    void setNote(const QString &note);
    void clear();

Q_SIGNALS:
    void filterChanged();

private:
    enum Span { Always, Today, Week, Month, Year, Own };
    void spanChosen();

    QLineEdit *m_text;
    QComboBox *m_source;
    QComboBox *m_user;
    QComboBox *m_span;
    QDateEdit *m_from;
    QDateEdit *m_until;
    QLabel *m_note;
    QTimer *m_typing;
};

} // namespace yipi::gui
