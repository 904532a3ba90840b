// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/ledger/empty_state.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace yipi::gui {

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_actions(new QHBoxLayout) {
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->addStretch(2);
    column->addWidget(m_text);
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addLayout(m_actions);
    row->addStretch();
    column->addLayout(row);
    column->addStretch(3);
}

void EmptyState::setText(const QString &text) {
    m_text->setText(text);
}

QString EmptyState::text() const {
    return m_text->text();
}

void EmptyState::clearActions() {
    while (QLayoutItem *item = m_actions->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
}

void EmptyState::addAction(const QString &text, std::function<void()> run) {
    auto *button = new QPushButton(text, this);
    connect(button, &QPushButton::clicked, this, run);
    m_actions->addWidget(button);
}

} // namespace yipi::gui
