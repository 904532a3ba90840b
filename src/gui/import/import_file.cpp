// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/import/import_file.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace yipi::gui {

void ImportFile::assign(const QString &sheet, int column, const QString &field) {
    QJsonObject all = QJsonDocument::fromJson(mapping).object();
    QJsonObject columns = all.value(sheet).toObject();
    columns.insert(columnLetters(column), field);
    all.insert(sheet, columns);
    mapping = QJsonDocument(all).toJson(QJsonDocument::Compact);
}

int ImportFile::fix(const QString &sheet, int row, int column, const QString &text, bool alike) {
    const auto found = std::find_if(workbook.sheets.begin(), workbook.sheets.end(),
                                    [&](const exchange::Sheet &s) { return s.name == sheet; });
    if (found == workbook.sheets.end() || row < 1 || column < 1 || std::size_t(row) > found->rows.size())
        return 0;
    const auto at = std::size_t(column) - 1;
    const QString before = found->cell(row, column).text;
    const auto kind = text.isEmpty() ? exchange::Cell::Kind::Empty : exchange::Cell::Kind::Text;
    int fixed = 0;
    const auto type = [&](std::vector<exchange::Cell> &cells) {
        if (cells.size() <= at)
            cells.resize(at + 1);
        if (cells[at].text != text) {
            cells[at] = {kind, 0, text};
            ++fixed;
        }
    };
    if (!alike || before.isEmpty()) // every gap of a column is not one case
        type(found->rows[std::size_t(row) - 1]);
    else
        for (auto &cells : found->rows)
            if (cells.size() > at && cells[at].text == before)
                type(cells);
    fixedCells += fixed;
    return fixed;
}

} // namespace yipi::gui
