// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/ledger/inline_callout.h"

#include "gui/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace yipi::gui {

InlineCallout::InlineCallout(QWidget *parent)
    : QFrame(parent)
    , m_title(new QLabel(tr("未写入"), this))
    , m_reason(new QLabel(this))
    , m_restore(new QToolButton(this)) {
    setAccessibleName(tr("单元格错误"));
    m_title->setStyleSheet(QStringLiteral("font-weight:700;color:%1").arg(theme().red.name()));
    m_reason->setWordWrap(true);
    m_reason->setTextFormat(Qt::PlainText);
    m_restore->setText(tr("还原"));
    m_restore->setAccessibleName(tr("还原单元格"));
    m_restore->setFocusPolicy(Qt::TabFocus);
    auto *hint = new QLabel(tr("F2 修改　Esc 还原"), this);
    hint->setStyleSheet(QStringLiteral("color:%1").arg(theme().t2.name()));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_restore);
    buttons->addSpacing(4);
    buttons->addWidget(hint);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 6, 10, 8);
    layout->setSpacing(4);
    layout->addWidget(m_title);
    layout->addWidget(m_reason);
    layout->addLayout(buttons);
    connect(m_restore, &QToolButton::clicked, this, &InlineCallout::restoreRequested);
    hide();
}

void InlineCallout::showAt(const QRect &cell, const QString &reason) {
    m_reason->setText(reason);
    const int width = std::min(320, parentWidget()->width() - 16);
    setFixedWidth(width);
    const int height = layout()->heightForWidth(width);
    resize(width, height);
    const bool fitsBelow = cell.bottom() + 1 + height <= parentWidget()->height() - 14;
    const int x = std::clamp(cell.left(), 4, std::max(4, parentWidget()->width() - width - 18));
    move(x, fitsBelow ? cell.bottom() + 1 : cell.top() - height);
    show();
    raise();
}

QString InlineCallout::reason() const {
    return isVisible() ? m_reason->text() : QString();
}

void InlineCallout::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    painter.setPen(theme().red);
    painter.setBrush(theme().surf);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace yipi::gui
