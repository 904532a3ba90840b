// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/ledger/column_filtering.h"

#include "gui/ledger/grid_narrowing.h"
#include "gui/ledger/ledger_view.h"
#include "gui/ledger/value_checklist.h"
#include "services/field_values.h"

namespace yipi::gui {

namespace {

/// How many of the rows have each value; 空 last, when there are such.
std::vector<ValueChecklist::Value> counted(const services::FieldValues &values,
                                           const indicators::Facts &facts, const std::vector<qint64> &ids) {
    std::vector<int> rows(std::size_t(values.titles.size()) + 1, 0);
    for (const qint64 id : ids)
        if (const auto it = facts.projectIndex.find(id); it != facts.projectIndex.end())
            ++rows[values.members[it->second]];
    std::vector<ValueChecklist::Value> list;
    for (int i = 0; i < values.titles.size(); ++i)
        list.push_back({values.titles[i], rows[std::size_t(i) + 1]});
    if (rows.front() > 0)
        list.push_back({ColumnFiltering::tr("空"), rows.front()});
    return list;
}

} // namespace

ColumnFiltering::ColumnFiltering(const services::LedgerService &ledger, const LedgerTableModel &model,
                                 LedgerView &view, GridNarrowing &narrowing)
    : QObject(&view)
    , m_ledger(ledger)
    , m_model(model)
    , m_view(view)
    , m_narrowing(narrowing) {
    connect(view.filterRow(), &FilterRow::filtersChanged, this, &ColumnFiltering::read);
    connect(view.filterRow(), &FilterRow::listRequested, this, &ColumnFiltering::openList);
}

void ColumnFiltering::read() {
    FilterRow &row = *m_view.filterRow();
    const auto problems = m_narrowing.setColumnFilters(row.filters(), m_model.moneyUnit());
    for (int column = 0; column < m_model.columnCount(); ++column) {
        const auto it = problems.find(column);
        row.setProblem(column, it == problems.end() ? QString() : it->second);
    }
    Q_EMIT narrowed();
}

void ColumnFiltering::openList(int column, QLineEdit *editor) {
    const ProjectQuery query = m_narrowing.queryWithout(column);
    const LedgerColumn &shown = m_model.columns().at(column);
    auto values = m_ledger.fieldValues(shown.key, query.asOf);
    const auto ids = query.run(m_ledger);
    if (!values || !ids) {
        m_view.filterRow()->setProblem(column, (values ? ids.error() : values.error()).text());
        return;
    }
    if (shown.key == u"strategic_class") { // conditions ask whether there is a class, not which
        for (std::uint32_t &member : values->members)
            member = member > 0 ? 1 : 2;
        values->titles = {tr("是"), tr("否")};
    }
    auto *list = new ValueChecklist(shown.title, counted(*values, m_ledger.facts(), *ids),
                                    valuesOfList(editor->text()), &m_view);
    connect(list, &ValueChecklist::checkedChanged, editor,
            [editor](const QStringList &checked) { editor->setText(listText(checked)); });
    list->openAt(editor);
}

} // namespace yipi::gui
