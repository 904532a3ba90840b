// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/ledger/selection_copy.h"

#include "gui/ledger/column_arrangement.h"
#include "gui/ledger/ledger_view.h"

#include <set>

namespace yipi::gui {

namespace {

constexpr std::size_t kRowsBetweenReports = 256;

std::vector<int> copiedColumns(const LedgerView &view) {
    std::set<int> selected;
    for (const QItemSelectionRange &range : view.selectionModel()->selection())
        for (int column = range.left(); column <= range.right(); ++column)
            selected.insert(column);
    std::vector<int> columns = view.arrangement()->visibleColumns();
    std::erase_if(columns, [&](int column) { return !selected.contains(column); });
    return columns;
}

/// Builds both forms line by line.
class TableWriter {
public:
    void cell(const QString &text, bool isText) {
        if (!m_isFirst)
            m_table.text += u'\t';
        m_isFirst = false;
        m_table.text += text;
        m_table.html +=
            isText ? QStringLiteral("<td style=\"mso-number-format:'\\@'\">") : QStringLiteral("<td>");
        m_table.html += text.toHtmlEscaped() + QStringLiteral("</td>");
    }
    void beginLine() {
        if (!m_table.text.isEmpty() || m_lines > 0)
            m_table.text += u'\n';
        ++m_lines;
        m_isFirst = true;
        m_table.html += QStringLiteral("<tr>");
    }
    void endLine() { m_table.html += QStringLiteral("</tr>"); }
    CopiedTable finished() {
        m_table.html = QStringLiteral("<table>") + m_table.html + QStringLiteral("</table>");
        return std::move(m_table);
    }

private:
    CopiedTable m_table;
    int m_lines = 0;
    bool m_isFirst = true;
};

} // namespace

qint64 copiedCells(const LedgerView &view) {
    qint64 cells = 0;
    for (const QItemSelectionRange &range : view.selectionModel()->selection())
        cells += qint64(range.width()) * range.height();
    return cells;
}

std::optional<CopiedTable> copiedTable(const LedgerView &view, bool withHeaders,
                                       const ProgressReport &progress) {
    const LedgerTableModel &model = *view.ledgerModel();
    const QItemSelection selection = view.selectionModel()->selection();
    const std::vector<int> columns = copiedColumns(view), rows = view.selectedRows();
    const auto isSelected = [&](int row, int column) {
        return std::any_of(selection.begin(), selection.end(),
                           [&](const QItemSelectionRange &range) { return range.contains(row, column, {}); });
    };
    TableWriter table;
    if (withHeaders) {
        table.beginLine();
        for (const int column : columns)
            table.cell(model.titleWithUnit(column), true);
        table.endLine();
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (progress && i % kRowsBetweenReports == 0 && !progress(int(i * 1000 / rows.size())))
            return std::nullopt;
        table.beginLine();
        for (const int column : columns) {
            const QModelIndex index = model.index(rows[i], column);
            const FieldInfo *field = model.fieldAt(column);
            const bool isText =
                field && (field->type == FieldType::Text || field->type == FieldType::LongText);
            table.cell(isSelected(rows[i], column) ? index.data().toString().simplified() : QString(),
                       isText);
        }
        table.endLine();
    }
    return table.finished();
}

} // namespace yipi::gui
