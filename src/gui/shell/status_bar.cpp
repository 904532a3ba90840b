// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/status_bar.h"

#include <QLabel>
#include <QLocale>
#include <QTime>
#include <QToolButton>

namespace yipi::gui {

StatusBar::StatusBar(QWidget *parent)
    : QStatusBar(parent)
    , m_saved(new QLabel(this))
    , m_undo(new QToolButton(this))
    , m_hint(new QLabel(this))
    , m_demo(new QLabel(tr("演示数据"), this))
    , m_rules(new QLabel(this))
    , m_asOf(new QLabel(this))
    , m_today(new QLabel(this)) {
    setSizeGripEnabled(false);
    setContentsMargins(6, 0, 6, 0);
    m_demo->setObjectName(QStringLiteral("demoChip"));
    m_demo->setProperty("role", QStringLiteral("chipDemo"));
    m_demo->setToolTip(tr("企业、人员和项目名称均为虚构"));
    m_undo->setObjectName(QStringLiteral("undoDepth"));
    m_undo->setCursor(Qt::PointingHandCursor);
    connect(m_undo, &QToolButton::clicked, this, &StatusBar::historyRequested);
    m_hint->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    addWidget(m_saved);
    addWidget(m_undo);
    addWidget(m_hint, 1);
    for (QLabel *label : {m_demo, m_rules, m_asOf, m_today})
        addPermanentWidget(label);
    setWorkspace(nullptr);
}

void StatusBar::setWorkspace(const Workspace *workspace) {
    m_workspace = workspace;
    const bool open = workspace != nullptr;
    for (QWidget *part : std::initializer_list<QWidget *>{m_saved, m_undo, m_hint, m_demo, m_rules, m_asOf})
        part->setVisible(open);
    m_today->setText(
        tr("今天 %1 %2")
            .arg(QDate::currentDate().toString(Qt::ISODate),
                 QLocale(QLocale::Chinese).dayName(QDate::currentDate().dayOfWeek(), QLocale::ShortFormat)));
    if (!open)
        return;
    const services::LedgerStatus status = workspace->ledger.status();
    m_saved->setText(status.readOnly ? tr("只读") : tr("修改自动保存"));
    m_demo->setVisible(status.isDemo);
    refreshUndo();
}

void StatusBar::setScope(const services::FigureScope &scope) {
    const auto rules = m_workspace->figures.ruleSet(scope.rulesId);
    const QString notice = rules ? (*rules)->noticeFor(scope.asOf) : QString();
    m_rules->setText(!rules             ? tr("口径：—")
                     : notice.isEmpty() ? tr("口径：%1").arg((*rules)->name)
                                        : tr("⚠ 口径：%1（不适用于本月）").arg((*rules)->name));
    m_rules->setToolTip(notice);
    m_asOf->setText(tr("数据截至 %1").arg(scope.asOf.lastDay().toString(Qt::ISODate)));
}

void StatusBar::setHint(const QString &text) {
    m_hint->setText(text);
}

void StatusBar::noteSaved() {
    m_saved->setText(tr("✓ 已自动保存 %1").arg(QTime::currentTime().toString(QStringLiteral("HH:mm:ss"))));
    refreshUndo();
}

void StatusBar::refreshUndo() {
    const int depth = m_workspace->ledger.undoDepth();
    m_undo->setText(depth > 0 ? tr("可撤销 %1 步").arg(depth) : tr("没有可撤销的修改"));
    m_undo->setToolTip(
        depth > 0 ? tr("下一步撤销：%1\n单击看修改记录（Ctrl+H）").arg(m_workspace->ledger.undoTitle())
                  : tr("单击看修改记录（Ctrl+H）"));
}

} // namespace yipi::gui
