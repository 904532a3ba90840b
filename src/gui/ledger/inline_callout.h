// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QToolButton;

namespace yipi::gui {

/// Bubble under a cell that says why its text was not taken. Flips up near the lower edge, never takes the
/// focus.
class InlineCallout : public QFrame {
    Q_OBJECT

public:
    explicit InlineCallout(QWidget *parent);

    /// `cell` in coordinates of the parent.
    void showAt(const QRect &cell, const QString &reason);
    QString reason() const;

Q_SIGNALS:
    void restoreRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_title;
    QLabel *m_reason;
    QToolButton *m_restore;
};

} // namespace yipi::gui
