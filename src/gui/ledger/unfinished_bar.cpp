// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/ledger/unfinished_bar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace yipi::gui {

UnfinishedBar::UnfinishedBar(QWidget *parent)
    : QFrame(parent)
    , m_text(new QLabel(this)) {
    setProperty("strip", QStringLiteral("warn"));
    m_text->setObjectName(QStringLiteral("unfinishedText"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    auto *fill = new QPushButton(tr("填入"), this);
    fill->setObjectName(QStringLiteral("unfinishedFill"));
    auto *abandon = new QPushButton(tr("放弃"), this);
    abandon->setObjectName(QStringLiteral("unfinishedAbandon"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 3, 6, 3);
    row->setSpacing(8);
    row->addWidget(m_text, 1);
    row->addWidget(fill);
    row->addWidget(abandon);
    const auto leave = [this] { hide(); };
    connect(fill, &QPushButton::clicked, this, leave);
    connect(abandon, &QPushButton::clicked, this, leave);
    connect(fill, &QPushButton::clicked, this, &UnfinishedBar::filled);
    connect(abandon, &QPushButton::clicked, this, &UnfinishedBar::abandoned);
    hide();
}

void UnfinishedBar::open(const QString &cell, const QString &text) {
    m_text->setText(tr("上次未写完的内容（%1）：%2").arg(cell, text));
    show();
}

} // namespace yipi::gui
