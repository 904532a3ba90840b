// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/ledger/new_project_bar.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace yipi::gui {

NewProjectBar::NewProjectBar(QWidget *parent)
    : QFrame(parent)
    , m_name(new QLineEdit(this))
    , m_zone(new QComboBox(this))
    , m_reason(new QLabel(this)) {
    setProperty("strip", QStringLiteral("info"));
    setAccessibleName(tr("新增项目"));
    m_name->setObjectName(QStringLiteral("newName"));
    m_name->setPlaceholderText(tr("项目名称"));
    m_name->setAccessibleName(tr("新项目的名称"));
    m_name->setMinimumWidth(260);
    m_zone->setObjectName(QStringLiteral("newZone"));
    m_zone->setAccessibleName(tr("新项目的开发区"));
    m_zone->setMinimumWidth(150);
    m_reason->setObjectName(QStringLiteral("newReason"));
    m_reason->setProperty("role", QStringLiteral("red"));
    m_reason->setWordWrap(true);
    auto *add = new QPushButton(tr("添加"), this);
    add->setObjectName(QStringLiteral("newAdd"));
    add->setProperty("role", QStringLiteral("primary"));
    auto *cancel = new QPushButton(tr("取消"), this);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(10, 4, 10, 4);
    row->setSpacing(8);
    row->addWidget(new QLabel(tr("新增项目"), this));
    row->addWidget(m_name);
    row->addWidget(m_zone);
    row->addWidget(add);
    row->addWidget(cancel);
    row->addWidget(m_reason, 1);
    connect(add, &QPushButton::clicked, this, &NewProjectBar::submit);
    connect(m_name, &QLineEdit::returnPressed, this, &NewProjectBar::submit);
    connect(cancel, &QPushButton::clicked, this, &NewProjectBar::close);
    hide();
}

void NewProjectBar::open(const std::vector<Zone> &zones, qint64 zoneId) {
    m_zone->clear();
    for (const Zone &zone : zones)
        m_zone->addItem(zone.name, zone.id);
    m_zone->setCurrentIndex(std::max(0, m_zone->findData(zoneId)));
    m_reason->clear();
    m_name->clear();
    show();
    m_name->setFocus();
}

void NewProjectBar::showReason(const QString &reason) {
    m_reason->setText(reason);
    m_name->setFocus();
}

void NewProjectBar::close() {
    hide();
}

void NewProjectBar::keyPressEvent(QKeyEvent *event) {
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QFrame::keyPressEvent(event);
}

void NewProjectBar::submit() {
    Q_EMIT submitted(m_name->text().trimmed(), m_zone->currentData().toLongLong());
}

} // namespace yipi::gui
