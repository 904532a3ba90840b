// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/ledger/clipboard_table.h"

#include "domain/text_parsing.h"
#include "exchange/clipboard_reader.h"
#include "gui/ledger/column_arrangement.h"
#include "gui/ledger/ledger_view.h"

#include <QRegularExpression>

#include <set>

namespace yipi::gui {

namespace {

constexpr qsizetype kMostCells = 100'000;

QStringList textsOf(const std::vector<exchange::Cell> &cells, int width) {
    QStringList texts;
    for (const exchange::Cell &cell : cells)
        texts << cell.text;
    while (texts.size() < width)
        texts << QString();
    return texts;
}

/// Whether most cells of a line are titles of fields, with or without their unit.
bool isHeader(const QStringList &line, const LedgerTableModel &model) {
    static const QRegularExpression kUnit(QStringLiteral("[（(][^（(]*[)）]$"));
    std::set<QString> titles;
    for (int column = 0; column < model.columns().count(); ++column) {
        titles.insert(foldedName(model.columns().at(column).title));
        if (const FieldInfo *field = model.fieldAt(column))
            for (const QString &word : QStringList{field->title} + field->synonyms)
                titles.insert(foldedName(word));
    }
    int filled = 0, known = 0;
    for (QString text : line) {
        filled += isBlank(text) ? 0 : 1;
        known += !isBlank(text) && titles.contains(foldedName(text.remove(kUnit))) ? 1 : 0;
    }
    return known > 0 && known * 2 >= filled && (known > 1 || line.size() == 1);
}

/// How many of `table` places from `first` on: as many as selected if that is a multiple, else as it has.
std::size_t filledCount(std::size_t selected, std::size_t table) {
    return selected > table && selected % table == 0 ? selected : table;
}

} // namespace

Result<ClipboardTable> clipboardTable(const LedgerTableModel &model, const QString &html,
                                      const QString &text) {
    const auto workbook = exchange::readClipboard(html, text);
    if (!workbook)
        return Failure(workbook.error());
    const exchange::Sheet &sheet = workbook->sheets.front();
    ClipboardTable table;
    for (const auto &row : sheet.rows)
        table.width = std::max(table.width, int(row.size()));
    if (qsizetype(sheet.rows.size()) * table.width > kMostCells)
        return fail(ErrorCode::Refused, LedgerTableModel::tr("剪贴板里的表格超过 %1 格").arg(kMostCells),
                    LedgerTableModel::tr("请到“数据导入”粘贴。"));
    for (const auto &row : sheet.rows)
        table.rows.push_back(textsOf(row, table.width));
    if (table.rows.size() > 1 && isHeader(table.rows.front(), model)) {
        table.hasHeader = true;
        table.rows.erase(table.rows.begin());
    }
    return table;
}

PastePlace placed(const ClipboardTable &table, const LedgerView &view, bool addsProjects) {
    PastePlace place;
    const LedgerTableModel &model = *view.ledgerModel();
    const CellBlock selected = selectedBlock(view);
    if (selected.isEmpty() || table.rows.empty())
        return place;
    const std::vector<int> visible = view.arrangement()->visibleColumns();
    const auto first =
        std::size_t(std::find(visible.begin(), visible.end(), selected.columns.front()) - visible.begin());
    const std::size_t rows = filledCount(selected.rows.size(), table.rows.size());
    const std::size_t columns = filledCount(selected.columns.size(), std::size_t(table.width));
    const std::size_t seen = std::min(columns, visible.size() - first);
    place.columnsBeyond = int(columns - seen);
    for (std::size_t c = 0; c < seen; ++c)
        place.hasName = place.hasName || visible[first + c] == model.columns().nameColumn();
    for (std::size_t r = 0; r < rows; ++r) {
        const int row = selected.rows.front() + int(r);
        const bool isBelow = row >= model.rowCount();
        place.rowsBelow += isBelow ? 1 : 0;
        if (isBelow && !addsProjects)
            continue;
        const qint64 project = isBelow ? -place.rowsBelow : model.projectAt(row);
        if (!isBelow)
            place.lastProject = project;
        for (std::size_t c = 0; c < seen; ++c) {
            const QString &text = table.rows[r % table.rows.size()][qsizetype(c) % table.width];
            const int field = model.columns().at(visible[first + c]).field;
            if (!isBelow || (field >= 0 && !text.isEmpty()))
                place.cells.push_back({project, field, text});
        }
    }
    return place;
}

} // namespace yipi::gui
