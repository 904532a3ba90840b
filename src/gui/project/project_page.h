// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/page.h"
#include "gui/project/project_data.h"

#include <QPointer>

class QPushButton;
class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace yipi::gui {

class AttachmentPanel;
class ChildPanel;
class EmptyState;
class EntryModel;
class FieldListModel;
class InvestmentPlot;
class MilestoneModel;
class Panel;
class ProblemModel;
class ProjectHead;
class RecordHistory;
class ReportModel;
class StageLine;
class StripMessage;

/// 项目详情: everything about one project on one page, with the way through the list it was opened from.
class ProjectPage : public Page {
    Q_OBJECT

public:
    explicit ProjectPage(const Workspace &workspace, QWidget *parent = nullptr);

    QString title() const override { return tr("项目详情"); }
    QString iconName() const override { return QStringLiteral("file"); }
    bool usesFilterBar() const override { return false; }
    QList<QAction *> pageActions() const override { return m_actions; }
    void setScope(const services::FigureScope &scope) override;

    /// Shows a project out of a list that Alt+↑ and Alt+↓ walk through.
    void showProject(qint64 id, std::vector<qint64> list);
    qint64 project() const { return m_project; }

protected:
    void showEvent(QShowEvent *event) override;

private:
    void addStep(const QString &text, const QKeySequence &keys, int by);
    QWidget *makeContent();
    QWidget *makeColumns();
    Panel *makeInvestment();
    Panel *makeFields();
    void makeMilestones();
    void makeProblems();
    void makeReports();
    void makeEntries();
    void step(int by);
    void refresh();
    void showData(const ProjectData &shown);
    void showPanels(const ProjectData &shown, bool isSame);
    void showNotes();
    void showLinks(const Project &project);
    void showLight();
    void showNothing(const QString &reason);
    void openWhere(const QString &key, const QString &value);

    services::FigureScope m_scope;
    qint64 m_project = 0;
    qint64 m_shown = 0; ///< the project the panels hold
    std::vector<qint64> m_list;
    Project m_facts;
    bool m_isStale = true;
    QList<QAction *> m_actions;

    QStackedWidget *m_stack;
    EmptyState *m_nothing;
    StripMessage *m_strip;
    ProjectHead *m_head;
    StageLine *m_line;
    QScrollArea *m_scroll;
    MilestoneModel *m_milestoneModel;
    ProblemModel *m_problemModel;
    ReportModel *m_reportModel;
    FieldListModel *m_fieldModel;
    ChildPanel *m_milestones, *m_problems, *m_reports, *m_entries;
    Panel *m_investment = nullptr;
    InvestmentPlot *m_plot = nullptr;
    EmptyState *m_noInvestment = nullptr;
    QPushButton *m_patronLink = nullptr, *m_investorLink = nullptr, *m_chainLink = nullptr;
    AttachmentPanel *m_attachments;
    RecordHistory *m_history;
};

} // namespace yipi::gui
