// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/ledger/grid_narrowing.h"
#include "gui/ledger/ledger_table_model.h"
#include "gui/page.h"

#include <functional>

class QTimer;

namespace Ui {
class LedgerPage;
}

namespace yipi::gui {

class BlockEditing;
class ColumnFiltering;
class LedgerView;
class PasteBar;
class ViewTabs;
struct BlockResult;
struct TypedText;
struct GridView;

/// 项目台账: the grid with its filter box, the panel of the current project, adding and deleting.
class LedgerPage : public Page {
    Q_OBJECT

public:
    /// Asks the person before a deletion; true = go on.
    using Confirmation = std::function<bool(const QString &question)>;

    explicit LedgerPage(const Workspace &workspace, QWidget *parent = nullptr);
    ~LedgerPage() override;

    QString title() const override { return tr("项目台账"); }
    QString iconName() const override { return QStringLiteral("table"); }
    void setScope(const services::FigureScope &scope) override;

    /// Shows exactly these projects until the user or a new scope clears the view.
    void showProjects(std::vector<qint64> ids, const QString &title);
    /// Forgets such a list and the text of the filter box, before another page opens the ledger anew.
    void forgetNarrowing();
    void setConfirmation(Confirmation confirm) { m_confirm = std::move(confirm); }
    LedgerView *view() const { return m_view; }
    LedgerTableModel *model() const { return m_model; }

Q_SIGNALS:
    /// The ledger is empty and the user wants to fill it from a file.
    void importRequested();
    /// The table on the clipboard is more than cells: it is for the import.
    void clipboardImportRequested();
    /// Write these projects with these fields to a file.
    void viewExportRequested(const std::vector<qint64> &projects, const std::vector<int> &fields,
                             const QString &title);

private:
    void setUpControls();
    void setUpActions();
    void setMoneyUnit(MoneyUnit unit);
    void applyQuery();
    void filterBoxChanged();
    void showFilterRow(bool shown);
    void setUpColumns();
    QWidget *gridWithTotals();
    void setUpGroups();
    void setUpColours();
    void setUpViews();
    void setUpEditing();
    void setUpPaste();
    void setUpBulk();
    void setUpReplace();
    void setUpUnfinished();
    void fillIn(const TypedText &typed);
    void addEditingActions();
    void showWritten(const BlockResult &result);
    void undoLast();
    GridView gridState() const;
    void showView(const GridView &view);
    void showColumnCount();
    void showColumnWords();
    void reload();
    void clearList();
    void clearFilters();
    void showContent();
    void showLocked();
    void showStatus();
    void showPanelRow();
    void refreshLights();
    void ledgerChanged(const AppliedChangeSet &applied);
    void openNewBar();
    void addProject(const QString &name, qint64 zoneId);
    void deleteSelected();
    void togglePanel();
    void exportView();
    /// The page of a project, with the rows as the list to walk through.
    void openProject(qint64 id);

    std::unique_ptr<Ui::LedgerPage> m_ui;
    LedgerTableModel *m_model;
    LedgerView *m_view;
    GridNarrowing m_narrowing;
    ColumnFiltering *m_filtering;
    ViewTabs *m_views = nullptr;
    BlockEditing *m_editing = nullptr;
    QList<QAction *> m_changing; ///< those that change the ledger
    Confirmation m_confirm;
    QTimer *m_panelTimer;
    QTimer *m_lightTimer;
};

} // namespace yipi::gui
