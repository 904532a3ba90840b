// SPDX-License-Identifier: GPL-3.0-or-later
// How the page shows its grid: filter row, columns, saved views.
#include "gui/ledger/ledger_page.h"

#include "gui/ledger/colour_rules_editor.h"
#include "gui/ledger/column_arrangement.h"
#include "gui/ledger/column_chooser.h"
#include "gui/ledger/column_filtering.h"
#include "gui/ledger/grid_totals.h"
#include "gui/ledger/grid_zoom.h"
#include "gui/ledger/group_control.h"
#include "gui/ledger/ledger_view.h"
#include "gui/ledger/view_tabs.h"
#include "gui/theme.h"
#include "ui_ledger_page.h"

#include <QMenu>
#include <QVBoxLayout>

namespace yipi::gui {

void LedgerPage::exportView() {
    std::vector<int> fields;
    for (const int column : m_view->arrangement()->visibleColumns())
        if (m_model->fieldAt(column))
            fields.push_back(m_model->columns().at(column).field);
    Q_EMIT viewExportRequested(m_model->projects(), fields,
                               m_narrowing.hasList() ? m_narrowing.listTitle() : tr("项目台账"));
}

void LedgerPage::showFilterRow(bool shown) {
    const int current = std::max(m_view->currentIndex().column(), m_model->columns().nameColumn());
    if (shown)
        m_view->filterRow()->edit(current);
    else
        m_view->filterRow()->setShown(false);
}

void LedgerPage::setUpColumns() {
    m_ui->columnsButton->setIcon(icon(QStringLiteral("cols")));
    m_ui->columnsButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    const auto choose = [this] {
        auto *chooser = new ColumnChooser(m_model->columns(), *m_view->arrangement(), this);
        chooser->openBelow(m_ui->columnsButton);
    };
    connect(m_ui->columnsButton, &QToolButton::clicked, this, choose);
    connect(m_view->arrangement(), &ColumnArrangement::changed, this, &LedgerPage::showColumnCount);
    addPageAction(tr("选择显示的列"), "cols", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H), choose);
    addPageAction(tr("当前列的菜单"), "down", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M),
                  [this] { m_view->showColumnMenu(std::max(0, m_view->currentIndex().column())); });
    showColumnCount();
}

void LedgerPage::showColumnCount() {
    m_ui->columnsButton->setText(
        tr("列 %1/%2").arg(m_view->arrangement()->visibleColumns().size()).arg(m_model->columns().count()));
}

QWidget *LedgerPage::gridWithTotals() {
    auto *grid = new QWidget(this);
    auto *column = new QVBoxLayout(grid);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_view, 1);
    column->addWidget(new GridTotals(*m_view));
    return grid;
}

void LedgerPage::setUpGroups() {
    const auto openMenu = [this] {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        m_view->groupControl()->fillMenu(*menu);
        menu->popup(m_ui->groupButton->mapToGlobal(QPoint(0, m_ui->groupButton->height())));
    };
    connect(m_ui->groupButton, &QToolButton::clicked, this, openMenu);
    const auto showGroups = [this] {
        QStringList titles;
        for (const QString &key : m_model->query().groups)
            titles << m_model->columns().at(m_model->columns().columnOf(key)).title;
        m_ui->groupButton->setText(titles.isEmpty() ? tr("分组") : titles.join(QStringLiteral(" › ")));
    };
    connect(m_model, &QAbstractItemModel::modelReset, m_ui->groupButton, showGroups);
    showGroups();
    addPageAction(tr("分组…"), "table", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_G), openMenu);
    addPageAction(tr("展开全部分组"), "down", QKeySequence(Qt::ALT | Qt::SHIFT | Qt::Key_Right),
                  [this] { m_view->groupControl()->setAllExpanded(true); });
    addPageAction(tr("折叠全部分组"), "right", QKeySequence(Qt::ALT | Qt::SHIFT | Qt::Key_Left),
                  [this] { m_view->groupControl()->setAllExpanded(false); });
    // Ctrl+- deletes, as in spreadsheets.
    addPageAction(tr("放大"), "plus", QKeySequence(Qt::CTRL | Qt::Key_Equal),
                  [this] { m_view->zoom()->step(1); });
    addPageAction(tr("缩小"), "search", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Minus),
                  [this] { m_view->zoom()->step(-1); })
        ->setShortcuts({QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Minus),
                        QKeySequence(Qt::CTRL | Qt::Key_Underscore)});
    addPageAction(tr("实际大小"), "search", QKeySequence(Qt::CTRL | Qt::Key_0),
                  [this] { m_view->zoom()->setPercent(100); });
}

void LedgerPage::setUpColours() {
    const auto open = [this] {
        auto *editor =
            new ColourRulesEditor(workspace().ledger, m_model->columns(), m_model->colourRules(), this);
        connect(editor, &ColourRulesEditor::rulesChanged, m_model, &LedgerTableModel::setColourRules);
        editor->openBelow(m_ui->coloursButton);
    };
    connect(m_ui->coloursButton, &QToolButton::clicked, this, open);
    addPageAction(tr("着色规则…"), "flag", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R), open);
}

GridView LedgerPage::gridState() const {
    GridView state;
    state.layout = m_view->arrangement()->layout();
    state.order = m_model->query().order;
    state.filters = m_view->filterRow()->filters();
    state.groups = m_model->query().groups;
    state.unit = m_model->moneyUnit();
    state.colours = m_model->colourRules();
    state.zoom = m_view->zoom()->percent();
    return state;
}

void LedgerPage::setUpViews() {
    m_views = new ViewTabs(workspace(), gridState(), this);
    m_ui->column->insertWidget(0, m_views);
    connect(m_views, &ViewTabs::chosen, this, &LedgerPage::showView);
    connect(m_views, &ViewTabs::failed, this, [this](const Error &error) { m_ui->strip->showError(error); });
    const auto follow = [this] { m_views->setState(gridState()); };
    connect(m_view->arrangement(), &ColumnArrangement::changed, m_views, follow);
    connect(m_model, &QAbstractItemModel::headerDataChanged, m_views, follow);
    connect(m_filtering, &ColumnFiltering::narrowed, m_views, follow);
    connect(m_view->zoom(), &GridZoom::changed, m_views, follow);
    connect(m_model, &LedgerTableModel::colourRulesChanged, m_views, follow);
    addPageAction(tr("视图另存为…"), "table", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S),
                  [this] { m_views->startSaveAs(); });
    addPageAction(tr("当前视图的菜单"), "down", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_V), [this] {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        m_views->fillMenu(*menu);
        menu->popup(m_views->mapToGlobal(QPoint(10, m_views->height())));
    });
}

void LedgerPage::showView(const GridView &view) {
    m_view->arrangement()->setLayout(view.layout);
    m_view->filterRow()->setFilters(view.filters);
    if (!view.filters.empty())
        m_view->filterRow()->setShown(true);
    setMoneyUnit(view.unit); // reads the filters too
    m_view->setOrder(view.order);
    groupBy(*m_view, view.groups);
    m_view->zoom()->setPercent(view.zoom);
    m_model->setColourRules(view.colours);
    m_views->setState(gridState());
}

void LedgerPage::showColumnWords() {
    const QString words = m_narrowing.columnWords();
    m_ui->filterRowWords->setText(words.isEmpty() ? QString() : tr("筛选行：%1").arg(words));
    m_ui->filterRowWords->setToolTip(words);
    m_ui->filterRowBar->setVisible(!words.isEmpty());
}

} // namespace yipi::gui
