// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/figure_service.h"
#include "services/ledger_service.h"

#include <QAction>
#include <QWidget>

#include <functional>
#include <vector>

namespace yipi::gui {

class Settings;

/// The open ledger and its figures, handed to whatever shows them; outlives all pages.
struct Workspace {
    services::LedgerService &ledger;
    services::FigureService &figures;
    Settings *settings = nullptr; ///< of the window; null = nothing is remembered
};

/// Which rows of a rate to show first.
enum class RowsOf { Numerator, Denominator, Missing, Excluded };

/// One entry of the navigation. A page shows the scope it is given, patches itself on
/// LedgerService::ledgerChanged, and asks the shell for what lies outside of it by signals.
class Page : public QWidget {
    Q_OBJECT

public:
    explicit Page(const Workspace &workspace, QWidget *parent = nullptr)
        : QWidget(parent)
        , m_workspace(workspace) {}

    virtual QString title() const = 0;
    virtual QString iconName() const = 0; ///< of resources/icons, "dash"
    virtual bool usesFilterBar() const { return true; }
    /// Actions of this page for the menu 编辑 and shortcuts; owned by the page.
    virtual QList<QAction *> pageActions() const { return m_actions; }
    /// Called before the page is shown first and whenever the filter bar changes while it is visible.
    virtual void setScope(const services::FigureScope &scope) = 0;
    /// Asked before another page is shown or the ledger is closed; a page with work that would be lost asks
    /// the person. False: stay.
    virtual bool mayLeave() { return true; }
    /// Whether figures are still being computed beside the screen.
    virtual bool isComputing() const { return false; }

Q_SIGNALS:
    /// Show how a rate came about; `scope` may be narrower than the page's (one zone).
    void explanationRequested(const QString &rateId, const yipi::services::FigureScope &scope,
                              yipi::gui::RowsOf rows = RowsOf::Denominator);
    /// Open the ledger page with this filter.
    void projectsRequested(const yipi::ProjectFilter &filter);
    /// Open the ledger page with exactly these projects, `title` names the view.
    void projectListRequested(const std::vector<qint64> &ids, const QString &title);
    /// Open the page of one project; `list` is what Alt+↑ and Alt+↓ walk through.
    void projectRequested(qint64 id, const std::vector<qint64> &list);
    /// Go where the person came from.
    void backRequested();
    /// Set the global filter.
    void filterRequested(const yipi::ProjectFilter &filter);
    void statusMessage(const QString &text);
    /// The rule sets are others than before; `chosen` is to be shown from now on, empty = as before.
    void ruleSetsChanged(const QString &chosen);

protected:
    const Workspace &workspace() const { return m_workspace; }
    /// Adds one of pageActions(); its keys hold while the focus is on the page.
    QAction *addPageAction(const QString &text, const char *iconName, const QKeySequence &keys,
                           const std::function<void()> &run);

private:
    Workspace m_workspace;
    QList<QAction *> m_actions;
};

} // namespace yipi::gui
