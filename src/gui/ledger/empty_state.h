// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <functional>

class QHBoxLayout;
class QLabel;

namespace yipi::gui {

/// Takes the place of content that is not there: a sentence and what can be done about it.
class EmptyState : public QWidget {
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);

    void setText(const QString &text);
    QString text() const;
    /// Forgets the actions there were.
    void clearActions();
    void addAction(const QString &text, std::function<void()> run);

private:
    QLabel *m_text;
    QHBoxLayout *m_actions;
};

} // namespace yipi::gui
