// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/records/reason_bar.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <utility>

namespace yipi::gui {

ReasonBar::ReasonBar(QWidget *parent)
    : QFrame(parent)
    , m_what(new QLabel(this))
    , m_reason(new QLineEdit(this))
    , m_problem(new QLabel(this)) {
    setProperty("strip", QStringLiteral("info"));
    setAccessibleName(tr("修改原因"));
    m_what->setObjectName(QStringLiteral("reasonWhat"));
    m_reason->setObjectName(QStringLiteral("reasonLine"));
    m_reason->setPlaceholderText(tr("原因（写入变更记录）"));
    m_reason->setAccessibleName(tr("原因"));
    m_problem->setObjectName(QStringLiteral("reasonProblem"));
    m_problem->setProperty("role", QStringLiteral("red"));
    m_problem->setWordWrap(true);
    auto *write = new QPushButton(tr("写入"), this);
    write->setObjectName(QStringLiteral("reasonWrite"));
    write->setProperty("role", QStringLiteral("primary"));
    auto *cancel = new QPushButton(tr("取消"), this);
    cancel->setObjectName(QStringLiteral("reasonCancel"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(10, 4, 10, 4);
    row->setSpacing(8);
    row->addWidget(m_what);
    row->addWidget(m_reason, 1);
    row->addWidget(write);
    row->addWidget(cancel);
    row->addWidget(m_problem);
    connect(write, &QPushButton::clicked, this, &ReasonBar::submit);
    connect(m_reason, &QLineEdit::returnPressed, this, &ReasonBar::submit);
    connect(cancel, &QPushButton::clicked, this, &ReasonBar::close);
    hide();
}

void ReasonBar::open(const QString &what, std::function<QString(const QString &)> run,
                     std::function<void()> giveUp) {
    close(); // a former question is given up
    m_what->setText(what);
    m_reason->clear();
    m_problem->clear();
    m_run = std::move(run);
    m_giveUp = std::move(giveUp);
    show();
    m_reason->setFocus();
}

void ReasonBar::close() {
    hide();
    if (const auto giveUp = std::exchange(m_giveUp, nullptr))
        giveUp();
}

void ReasonBar::submit() {
    const QString reason = m_reason->text().trimmed();
    const QString problem = reason.isEmpty() ? tr("请写明原因") : m_run(reason);
    if (problem.isEmpty()) {
        m_giveUp = nullptr;
        close();
        return;
    }
    m_problem->setText(problem);
    m_reason->setFocus();
}

void ReasonBar::keyPressEvent(QKeyEvent *event) {
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QFrame::keyPressEvent(event);
}

} // namespace yipi::gui
