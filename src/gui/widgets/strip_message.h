// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/error.h"

#include <QFrame>

class QLabel;
class QProgressBar;
class QPushButton;
class QTimer;

namespace yipi::gui {

/// A tinted strip at the top of a region in place of message boxes and toasts: a sentence, up to one action,
/// a way to close it, and a bar while something is running. One thing at a time; the newest wins.
class StripMessage : public QFrame {
    Q_OBJECT

public:
    enum class Kind { Info, Warn, Error };

    explicit StripMessage(QWidget *parent = nullptr);

    /// `action` empty: no button. Pressing it hides the strip and calls `run`.
    void showMessage(Kind kind, const QString &text, const QString &action = {},
                     std::function<void()> run = {});
    /// Message, place and advice; errors with details get the action 详细信息.
    void showError(const Error &error);
    /// A bar with 取消; `permille` < 0 is unknown progress. Nothing is shown before 0.3 s.
    void showProgress(const QString &text, std::function<void()> cancel);
    void setProgress(int permille);
    void clear();
    QString text() const;

private:
    void setKind(Kind kind);

    QLabel *m_icon;
    QLabel *m_text;
    QProgressBar *m_bar;
    QPushButton *m_action;
    QPushButton *m_close;
    QTimer *m_delay;
    std::function<void()> m_run;
};

} // namespace yipi::gui
