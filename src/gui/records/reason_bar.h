// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <functional>

class QLabel;
class QLineEdit;
class QPushButton;

namespace yipi::gui {

/// Asks, above a table, why something that was frozen is to change. Stays open until it was taken or given
/// up.
class ReasonBar : public QFrame {
    Q_OBJECT

public:
    explicit ReasonBar(QWidget *parent = nullptr);

    /// `run` gets the reason and answers why it was not taken; empty = done. `giveUp` runs on 取消.
    void open(const QString &what, std::function<QString(const QString &reason)> run,
              std::function<void()> giveUp);
    void close();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void submit();

    QLabel *m_what;
    QLineEdit *m_reason;
    QLabel *m_problem;
    std::function<QString(const QString &)> m_run;
    std::function<void()> m_giveUp;
};

} // namespace yipi::gui
