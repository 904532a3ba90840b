// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/records/campaign_list_model.h"

#include <QFrame>

#include <unordered_set>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTabBar;
class QTableView;

namespace yipi::gui {

class EmptyState;
class ProjectPicker;
class ReasonBar;
class StripMessage;

/// The three lists of a campaign below its row: who was declared with which figures, and what the projects
/// say now.
class CampaignListPanel : public QFrame {
    Q_OBJECT

public:
    explicit CampaignListPanel(services::LedgerService &ledger, QWidget *parent = nullptr);

    /// 0 = none chosen.
    void setCampaign(qint64 id);
    void setAsOf(QDate asOf);
    Batch batch() const;
    void showBatch(Batch batch);
    CampaignListModel *model() const { return m_model; }
    QTableView *view() const { return m_view; }
    void openPicker();

Q_SIGNALS:
    void projectOpened(qint64 id);

private:
    void setUpHead();
    void setUpView();
    void refresh();
    void showContent();
    void showTotals();
    std::vector<qint64> selectedEntries() const;
    std::unordered_set<qint64> listedProjects() const;
    void addProjects(const std::vector<qint64> &projects);
    void removeSelected();
    void refreezeSelected();
    void askForReason();
    /// Why a set was not written; empty = it was.
    QString apply(Result<ChangeSet> set);

    services::LedgerService &m_ledger;
    qint64 m_campaign = 0;
    QDate m_asOf;
    bool m_isLocked;
    CampaignListModel *m_model;
    QTabBar *m_tabs;
    QPushButton *m_add, *m_remove, *m_refreeze;
    StripMessage *m_strip;
    ReasonBar *m_reason;
    ProjectPicker *m_picker;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    QTableView *m_view;
    QLabel *m_totals;
};

} // namespace yipi::gui
