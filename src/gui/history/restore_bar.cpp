// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/history/restore_bar.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace yipi::gui {

RestoreBar::RestoreBar(QWidget *parent)
    : QFrame(parent)
    , m_reason(new QLineEdit(this))
    , m_restore(new QPushButton(tr("还原这一项"), this)) {
    setProperty("role", QStringLiteral("sunk"));
    m_reason->setObjectName(QStringLiteral("restoreReason"));
    m_reason->setPlaceholderText(tr("还原的理由（必填），记入修改记录"));
    m_reason->setAccessibleName(tr("还原的理由"));
    m_restore->setObjectName(QStringLiteral("restoreField"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(10, 6, 10, 6);
    row->setSpacing(8);
    row->addWidget(m_reason, 1);
    row->addWidget(m_restore);
    connect(m_reason, &QLineEdit::textChanged, this, &RestoreBar::refresh);
    const auto ask = [this] {
        if (m_restore->isEnabled())
            Q_EMIT restoreRequested(m_reason->text().trimmed());
    };
    connect(m_reason, &QLineEdit::returnPressed, this, ask);
    connect(m_restore, &QPushButton::clicked, this, ask);
    refresh();
}

void RestoreBar::setRestorable(bool isRestorable, const QString &why) {
    m_isRestorable = isRestorable;
    m_why = why;
    refresh();
}

void RestoreBar::clearReason() {
    m_reason->clear();
}

void RestoreBar::refresh() {
    const bool hasReason = !m_reason->text().trimmed().isEmpty();
    m_reason->setEnabled(m_isRestorable);
    m_restore->setEnabled(m_isRestorable && hasReason);
    m_restore->setToolTip(!m_isRestorable ? m_why
                          : !hasReason    ? tr("请先写一句理由")
                                          : tr("把这一项改回原值，记为一次新的修改"));
}

} // namespace yipi::gui
