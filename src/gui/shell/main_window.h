// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/application/session.h"
#include "gui/application/settings.h"
#include "gui/page.h"
#include "gui/shell/visit_history.h"

#include <QMainWindow>

class QDockWidget;
class QStackedWidget;

namespace yipi::gui {

class ExplanationPanel;
class FilterBar;
class ExportCommands;
class LedgerCommands;
class MainActions;
class Navigation;
class SearchPalette;
class StatusBar;
class StripMessage;

/// Arranges menu bar, navigation, filter bar, pages and status bar, and carries requests between them.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(Settings &settings, QWidget *parent = nullptr);
    ~MainWindow() override;

    Session &session() { return m_session; }
    LedgerCommands &commands() { return *m_commands; }
    ExportCommands &exportCommands() { return *m_exports; }
    FilterBar &filterBar() { return *m_filterBar; }
    StripMessage &strip() { return *m_strip; }
    SearchPalette &searchPalette() { return *m_palette; }
    ExplanationPanel &explanation() { return *m_explanation; }
    Page *currentPage() const; ///< null while no ledger is open
    void showPage(int index);
    /// The page of one project out of a list.
    void openProject(qint64 id, const std::vector<qint64> &list);
    void explain(const QString &rateId, const services::FigureScope &scope, RowsOf rows);

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void connectActions();
    void openWorkspace();
    void closeWorkspace();
    Page *page(int index);
    void visit(const Visit &visit);
    void applyScope(const services::FigureScope &scope);
    void afterChange();
    /// Whether the page that is shown lets go of what was not saved.
    bool mayLeavePage();
    void ruleSetsChanged(const QString &chosen);
    void showProjects(const std::vector<qint64> &ids, const QString &title);
    void showProject(qint64 id, const QString &title);
    void openLedger(const ProjectFilter &filter);
    void openHit(const services::SearchHit &hit);
    void undoOrRedo(bool undo);
    void collapseNavigation(bool collapsed);
    void pinExplanation(bool pinned);
    void restoreLayout();
    void refreshActions();
    Visit here() const;

    Settings &m_settings;
    Session m_session;
    std::optional<Workspace> m_workspace;
    VisitHistory m_history;
    MainActions *m_actions;
    Navigation *m_navigation;
    FilterBar *m_filterBar;
    StripMessage *m_strip;
    QStackedWidget *m_stack;
    QWidget *m_start;
    StatusBar *m_status;
    ExplanationPanel *m_explanation;
    QDockWidget *m_dock;
    LedgerCommands *m_commands;
    ExportCommands *m_exports;
    SearchPalette *m_palette;
    std::vector<Page *> m_pages;
    int m_current = -1;
};

} // namespace yipi::gui
