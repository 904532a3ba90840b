// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLineEdit;
class QPushButton;

namespace yipi::gui {

/// A reason and the button 还原这一项; the button waits for something that can be restored, and for a reason.
class RestoreBar : public QFrame {
    Q_OBJECT

public:
    explicit RestoreBar(QWidget *parent = nullptr);

    /// Whether the current line can be restored at all; `why` says what is missing if not.
    void setRestorable(bool isRestorable, const QString &why = {});
    /// After a restoration: the next one needs a reason of its own.
    void clearReason();

Q_SIGNALS:
    void restoreRequested(const QString &reason);

private:
    void refresh();

    QLineEdit *m_reason;
    QPushButton *m_restore;
    bool m_isRestorable = false;
    QString m_why;
};

} // namespace yipi::gui
