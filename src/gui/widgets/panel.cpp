// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/panel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace yipi::gui {
namespace {
constexpr int kHeaderHeight = 34;
}

Panel::Panel(const QString &title, QWidget *parent)
    : QFrame(parent)
    , m_note(new QLabel(this))
    , m_body(new QVBoxLayout) {
    setProperty("role", QStringLiteral("panel"));
    setAccessibleName(title);
    auto *head = new QFrame(this);
    head->setProperty("role", QStringLiteral("panelHeader"));
    head->setFixedHeight(kHeaderHeight);
    auto *label = new QLabel(title, head);
    label->setProperty("role", QStringLiteral("title"));
    m_note->setProperty("role", QStringLiteral("note"));
    m_note->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_header = new QHBoxLayout(head);
    m_header->setContentsMargins(12, 0, 10, 0);
    m_header->setSpacing(8);
    m_header->addWidget(label);
    m_header->addWidget(m_note, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addWidget(head);
    column->addLayout(m_body, 1);
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(0);
}

void Panel::setNote(const QString &note) {
    m_note->setText(note);
    m_note->setToolTip(note);
}

void Panel::addToHeader(QWidget *widget) {
    m_header->addWidget(widget);
}

} // namespace yipi::gui
