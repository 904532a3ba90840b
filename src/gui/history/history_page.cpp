// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/history/history_page.h"

#include "gui/history/changes_view.h"
#include "gui/history/recycle_bin_view.h"
#include "gui/widgets/strip_message.h"

#include <QTabWidget>
#include <QVBoxLayout>

namespace yipi::gui {

HistoryPage::HistoryPage(const Workspace &workspace, QWidget *parent)
    : Page(workspace, parent)
    , m_strip(new StripMessage(this))
    , m_tabs(new QTabWidget(this))
    , m_changes(new ChangesView(workspace, *m_strip, this))
    , m_bin(new RecycleBinView(workspace, *m_strip, this)) {
    m_tabs->setObjectName(QStringLiteral("historyTabs"));
    m_tabs->addTab(m_changes, tr("修改记录"));
    m_tabs->addTab(m_bin, tr("回收站"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_strip);
    column->addWidget(m_tabs, 1);
    connect(&workspace.ledger, &services::LedgerService::ledgerChanged, this, [this] {
        m_isStale = true;
        refresh();
    });
    connect(m_tabs, &QTabWidget::currentChanged, this, [this] {
        m_isStale = true;
        refresh();
    });
}

void HistoryPage::setScope(const services::FigureScope &) {
    refresh(); // the journal knows no scope
}

void HistoryPage::showEvent(QShowEvent *event) {
    Page::showEvent(event);
    refresh();
}

void HistoryPage::refresh() {
    if (!isVisible() || !m_isStale)
        return;
    m_isStale = false;
    if (m_tabs->currentWidget() == m_bin)
        m_bin->refresh();
    else
        m_changes->refresh();
}

} // namespace yipi::gui
