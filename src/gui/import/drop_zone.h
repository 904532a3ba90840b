// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;

namespace yipi::gui {

/// Dashed frame that takes spreadsheets by drag and drop or by its button.
class DropZone : public QFrame {
    Q_OBJECT

public:
    explicit DropZone(QWidget *parent = nullptr);

    void setText(const QString &text, const QString &note);

Q_SIGNALS:
    void chooseRequested();
    void filesDropped(const QStringList &paths);

protected:
    void paintEvent(QPaintEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void setTarget(bool isTarget);

    QLabel *m_text;
    QLabel *m_note;
    bool m_isTarget = false;
};

} // namespace yipi::gui
