// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/records/table_text.h"

#include <QMimeData>

#include <set>

namespace yipi::gui {

QMimeData *selectionAsTable(const QAbstractItemModel &model, const QItemSelection &selection,
                            bool withHeaders) {
    std::set<int> rows, columns;
    for (const QItemSelectionRange &range : selection) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.insert(row);
        for (int column = range.left(); column <= range.right(); ++column)
            columns.insert(column);
    }
    QStringList lines;
    QString html = QStringLiteral("<table>");
    const auto addLine = [&](const QString &tag, auto cell) {
        QStringList cells;
        html += QStringLiteral("<tr>");
        for (const int column : columns) {
            cells << cell(column);
            html += QStringLiteral("<%1>%2</%1>").arg(tag, cells.back().toHtmlEscaped());
        }
        html += QStringLiteral("</tr>");
        lines << cells.join(u'\t');
    };
    if (withHeaders)
        addLine(QStringLiteral("th"),
                [&](int column) { return model.headerData(column, Qt::Horizontal).toString(); });
    for (const int row : rows)
        addLine(QStringLiteral("td"), [&](int column) {
            const QModelIndex index = model.index(row, column);
            return selection.contains(index) ? index.data().toString().simplified() : QString();
        });
    auto *data = new QMimeData;
    data->setText(lines.join(u'\n'));
    data->setHtml(html + QStringLiteral("</table>"));
    return data;
}

} // namespace yipi::gui
