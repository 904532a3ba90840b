// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/ledger/bulk_bar.h"

#include "gui/ledger/ledger_columns.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace yipi::gui {

BulkBar::BulkBar(QWidget *parent)
    : QFrame(parent)
    , m_field(new QComboBox(this))
    , m_value(new QLineEdit(this))
    , m_apply(new QPushButton(this)) {
    setProperty("strip", QStringLiteral("info"));
    setAccessibleName(tr("批量填写"));
    m_field->setObjectName(QStringLiteral("bulkField"));
    m_field->setAccessibleName(tr("要填写的列"));
    m_value->setObjectName(QStringLiteral("bulkValue"));
    m_value->setAccessibleName(tr("填写的内容"));
    m_value->setPlaceholderText(tr("内容；空着就是清除"));
    m_value->setMinimumWidth(220);
    m_apply->setObjectName(QStringLiteral("bulkApply"));
    m_apply->setProperty("role", QStringLiteral("primary"));
    auto *cancel = new QPushButton(tr("关闭"), this);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(10, 4, 10, 4);
    row->setSpacing(8);
    row->addWidget(new QLabel(tr("批量填写"), this));
    row->addWidget(m_field);
    row->addWidget(m_value);
    row->addWidget(m_apply);
    row->addWidget(cancel);
    row->addStretch(1);
    connect(m_apply, &QPushButton::clicked, this, &BulkBar::apply);
    connect(m_value, &QLineEdit::returnPressed, this, &BulkBar::apply);
    connect(cancel, &QPushButton::clicked, this, &BulkBar::close);
    setRowCount(0);
    hide();
}

void BulkBar::open(const LedgerColumns &columns, int current) {
    m_field->clear();
    for (int column = 0; column < columns.count(); ++column)
        if (columns.fieldAt(column))
            m_field->addItem(columns.at(column).title, columns.at(column).field);
    const int field = columns.contains(current) ? columns.at(current).field : -1;
    m_field->setCurrentIndex(std::max(0, m_field->findData(field)));
    m_value->clear();
    show();
    m_value->setFocus();
}

void BulkBar::setRowCount(int rows) {
    m_apply->setText(tr("应用到 %1 行").arg(rows));
    m_apply->setEnabled(rows > 0);
}

void BulkBar::apply() {
    if (m_apply->isEnabled())
        Q_EMIT applied(m_field->currentData().toInt(), m_value->text());
}

void BulkBar::close() {
    hide();
    Q_EMIT closed();
}

void BulkBar::keyPressEvent(QKeyEvent *event) {
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QFrame::keyPressEvent(event);
}

} // namespace yipi::gui
