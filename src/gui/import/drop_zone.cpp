// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/import/drop_zone.h"

#include "gui/theme.h"

#include <QDragEnterEvent>
#include <QLabel>
#include <QMimeData>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace yipi::gui {

namespace {

/// The local files of what is dragged.
QStringList filesOf(const QMimeData *data) {
    QStringList files;
    for (const QUrl &url : data->urls())
        if (url.isLocalFile())
            files << url.toLocalFile();
    return files;
}

} // namespace

DropZone::DropZone(QWidget *parent)
    : QFrame(parent)
    , m_text(new QLabel(this))
    , m_note(new QLabel(this)) {
    setAcceptDrops(true);
    setAccessibleName(tr("拖放文件的区域"));
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setWordWrap(true);
    m_note->setAlignment(Qt::AlignCenter);
    m_note->setWordWrap(true);
    m_note->setProperty("role", QStringLiteral("note"));
    auto *choose = new QPushButton(icon(QStringLiteral("imp")), tr("选文件…"), this);
    choose->setObjectName(QStringLiteral("chooseButton"));
    connect(choose, &QPushButton::clicked, this, &DropZone::chooseRequested);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 12, 10);
    column->setSpacing(4);
    column->addStretch();
    column->addWidget(m_text);
    column->addWidget(m_note);
    column->addWidget(choose, 0, Qt::AlignCenter);
    column->addStretch();
}

void DropZone::setText(const QString &text, const QString &note) {
    m_text->setText(text);
    m_note->setText(note);
}

void DropZone::setTarget(bool isTarget) {
    m_isTarget = isTarget;
    update();
}

void DropZone::paintEvent(QPaintEvent *) {
    const Theme &t = theme();
    QPainter painter(this);
    painter.setPen(QPen(m_isTarget ? t.ac : t.l3, 1, Qt::DashLine));
    painter.setBrush(m_isTarget ? t.act : t.sunk);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void DropZone::dragEnterEvent(QDragEnterEvent *event) {
    if (filesOf(event->mimeData()).isEmpty())
        return;
    setTarget(true);
    event->acceptProposedAction();
}

void DropZone::dragLeaveEvent(QDragLeaveEvent *) {
    setTarget(false);
}

void DropZone::dropEvent(QDropEvent *event) {
    setTarget(false);
    event->acceptProposedAction();
    Q_EMIT filesDropped(filesOf(event->mimeData()));
}

} // namespace yipi::gui
