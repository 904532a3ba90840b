// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace yipi::gui {

/// A white frame with a 34 px header (title, note, room at the right) and a body.
class Panel : public QFrame {
    Q_OBJECT

public:
    explicit Panel(const QString &title, QWidget *parent = nullptr);

    void setNote(const QString &note);
    /// Puts a widget at the right end of the header.
    void addToHeader(QWidget *widget);
    QVBoxLayout *body() const { return m_body; }

private:
    QLabel *m_note;
    QHBoxLayout *m_header;
    QVBoxLayout *m_body;
};

} // namespace yipi::gui
