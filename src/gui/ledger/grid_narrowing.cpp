// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/ledger/grid_narrowing.h"

#include "indicators/expression/dictionary_names.h"

namespace yipi::gui {

namespace {

QString bothOf(const QString &a, const QString &b) {
    return a.isEmpty() ? b : b.isEmpty() ? a : QStringLiteral("(%1) and (%2)").arg(a, b);
}

} // namespace

void GridNarrowing::setScope(const services::FigureScope &scope) {
    if (scope.asOf != m_scope.asOf || !(scope.filter == m_scope.filter))
        m_list.reset();
    m_scope = scope;
}

void GridNarrowing::setList(std::vector<qint64> ids, const QString &title) {
    m_list = std::move(ids);
    m_listTitle = title;
}

QString GridNarrowing::setBox(const QString &box) {
    QString typed = box;
    m_text.clear();
    const QString text = typed.trimmed();
    if (!text.startsWith(u'=') && !text.startsWith(u'＝')) {
        m_where.clear();
        m_text = text;
        return {};
    }
    // A space in place of the sign: errors count the characters of the box.
    typed.replace(typed.indexOf(text.front()), 1, u' ');
    const auto read = indicators::checkedExpression(typed, m_ledger.facts());
    if (!read)
        return read.error().text();
    m_where = read->text();
    return {};
}

std::map<int, QString> GridNarrowing::setColumnFilters(const ColumnFilters &filters, MoneyUnit unit) {
    std::map<int, QString> problems;
    m_conditions.clear();
    for (const auto &[key, typed] : filters) {
        const int column = m_columns.columnOf(key);
        if (column < 0)
            continue;
        const auto condition = columnCondition(m_columns.at(column), typed, unit, m_ledger.facts());
        if (!condition)
            problems.emplace(column, condition.error().text());
        else if (!condition->isEmpty())
            m_conditions.emplace(column, *condition);
    }
    return problems;
}

QString GridNarrowing::joinedConditions(int without) const {
    QString joined;
    for (const auto &[column, condition] : m_conditions)
        if (column != without)
            joined = bothOf(joined, condition);
    return joined;
}

QString GridNarrowing::columnWords() const {
    return m_conditions.empty() ? QString() : indicators::whereWords(joinedConditions());
}

ProjectQuery GridNarrowing::queryWith(const QString &columnWhere) const {
    ProjectQuery query;
    if (!m_list)
        query.filter = m_scope.filter;
    query.only = m_list;
    query.asOf = m_scope.asOf.lastDay();
    if (!m_text.isEmpty())
        query.filter.text = m_text;
    query.filter.where = bothOf(bothOf(query.filter.where, m_where), columnWhere);
    return query;
}

ProjectQuery GridNarrowing::query(const std::vector<services::SortKey> &order) const {
    ProjectQuery query = queryWith(joinedConditions());
    query.order = order;
    return query;
}

ProjectQuery GridNarrowing::queryWithout(int column) const {
    return queryWith(joinedConditions(column));
}

} // namespace yipi::gui
