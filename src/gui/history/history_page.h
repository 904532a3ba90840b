// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/page.h"

class QTabWidget;

namespace yipi::gui {

class ChangesView;
class RecycleBinView;
class StripMessage;

/// 修改记录 and 回收站: what was done to the ledger, and the ways back.
class HistoryPage : public Page {
    Q_OBJECT

public:
    explicit HistoryPage(const Workspace &workspace, QWidget *parent = nullptr);

    QString title() const override { return tr("修改记录"); }
    QString iconName() const override { return QStringLiteral("hist"); }
    bool usesFilterBar() const override { return false; }
    void setScope(const services::FigureScope &scope) override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    void refresh();

    StripMessage *m_strip;
    QTabWidget *m_tabs;
    ChangesView *m_changes;
    RecycleBinView *m_bin;
    bool m_isStale = true;
};

} // namespace yipi::gui
