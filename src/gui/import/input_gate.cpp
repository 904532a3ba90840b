// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/import/input_gate.h"

#include <QApplication>
#include <QEvent>
#include <QWidget>

namespace yipi::gui {

namespace {

bool isInput(QEvent::Type type) {
    switch (type) {
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonRelease:
    case QEvent::MouseButtonDblClick:
    case QEvent::Wheel:
    case QEvent::KeyPress:
    case QEvent::KeyRelease:
    case QEvent::Shortcut:
    case QEvent::ShortcutOverride:
    case QEvent::ContextMenu:
    case QEvent::TouchBegin:
    case QEvent::DragEnter:
    case QEvent::Drop:
    case QEvent::Close:
        return true;
    default:
        return false;
    }
}

} // namespace

InputGate::InputGate(QWidget *open)
    : m_open(open) {
    QCoreApplication::instance()->installEventFilter(this);
}

InputGate::~InputGate() {
    QCoreApplication::instance()->removeEventFilter(this);
}

bool InputGate::eventFilter(QObject *watched, QEvent *event) {
    // Native windows only pass their events on to widgets, where they are met again.
    if (!isInput(event->type()) || watched->isWindowType())
        return false;
    const auto *widget = qobject_cast<QWidget *>(watched);
    if (widget && (widget == m_open || m_open->isAncestorOf(widget)))
        return false;
    event->ignore();
    return true;
}

} // namespace yipi::gui
