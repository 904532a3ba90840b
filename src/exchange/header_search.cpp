// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/header_search.h"

#include "exchange/header_words.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace yipi::exchange::detail {

namespace {

constexpr int kMostColumns = 400;

int usedColumns(const Sheet &sheet, int firstRow, int lastRow) {
    std::size_t columns = 0;
    for (int row = firstRow; row <= lastRow; ++row)
        columns = std::max(columns, sheet.rows[std::size_t(row) - 1].size());
    for (const CellRange &range : sheet.merged)
        if (range.firstRow <= lastRow && range.lastRow >= firstRow && range.lastColumn <= kMostColumns)
            columns = std::max(columns, std::size_t(range.lastColumn));
    return int(std::min<std::size_t>(columns, kMostColumns));
}

/// A header as found, without line breaks and the spaces that stretch it.
QString headerText(const QString &text) {
    static const QRegularExpression kSpaces(QStringLiteral("[\\s\\x{3000}\\x{200B}\\x{FEFF}]+"));
    QString result = text;
    const bool isLatin = std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
    result.replace(kSpaces, isLatin ? QStringLiteral(" ") : QString());
    return result.trimmed();
}

bool hasNumber(const std::vector<Cell> &cells) {
    return std::any_of(cells.begin(), cells.end(), [](const Cell &cell) {
        return cell.kind == Cell::Kind::Number || cell.kind == Cell::Kind::Date;
    });
}

} // namespace

HeaderSearch::HeaderSearch(const Sheet &sheet, int firstRow, int lastRow)
    : m_firstRow(firstRow)
    , m_lastRow(std::min(lastRow, int(sheet.rows.size())))
    , m_columns(usedColumns(sheet, m_firstRow, m_lastRow)) {
    for (int row = m_firstRow; row <= m_lastRow; ++row) {
        m_texts.emplace_back(std::size_t(m_columns));
        m_hasNumbers.push_back(hasNumber(sheet.rows[std::size_t(row) - 1]));
        for (int column = 1; column <= m_columns; ++column)
            if (const Cell &cell = sheet.cell(row, column); cell.kind != Cell::Kind::Empty)
                text(row, column) = headerText(cell.text);
    }
    for (const CellRange &range : sheet.merged)
        if (range.firstRow <= m_lastRow && range.lastRow >= m_firstRow)
            fillMerged(sheet, range);
}

void HeaderSearch::fillMerged(const Sheet &sheet, const CellRange &range) {
    const QString value = headerText(sheet.cell(range.firstRow, range.firstColumn).text);
    for (int row = std::max(range.firstRow, m_firstRow); row <= std::min(range.lastRow, m_lastRow); ++row)
        for (int column = range.firstColumn; column <= std::min(range.lastColumn, m_columns); ++column)
            text(row, column) = value;
    if (range.lastRow > range.firstRow)
        m_vertical.push_back(range);
}

QStringList HeaderSearch::levels(const HeaderPlace &header, int column) const {
    QStringList result;
    for (int row = header.row; row < header.dataRow(); ++row) {
        const QString &value = m_texts[std::size_t(row - m_firstRow)][std::size_t(column) - 1];
        if (!value.isEmpty() && (result.isEmpty() || result.last() != value))
            result << value;
    }
    return result;
}

bool HeaderSearch::cutsMergedCell(const HeaderPlace &header) const {
    return std::any_of(m_vertical.begin(), m_vertical.end(), [&](const CellRange &range) {
        const bool startsInside = range.firstRow >= header.row && range.firstRow < header.dataRow();
        const bool startsAbove = range.firstRow < header.row && range.lastRow >= header.row;
        return startsAbove || (startsInside && range.lastRow >= header.dataRow());
    });
}

/// One text over all columns is a title, and nothing that its columns are below.
bool HeaderSearch::isTitle(int row) const {
    constexpr std::size_t kFewest = 3; ///< columns; two may well be a table
    const auto &texts = m_texts[std::size_t(row - m_firstRow)];
    return texts.size() >= kFewest && !texts.front().isEmpty() &&
           std::all_of(texts.begin(), texts.end(),
                       [&](const QString &text) { return text == texts.front(); });
}

double HeaderSearch::score(const HeaderPlace &header) const {
    QSet<QString> seen;
    bool hasName = false;
    double sum = 0;
    for (int column = 1; column <= m_columns; ++column) {
        const auto match = matchHeader(levels(header, column));
        if (!match || match->confidence < 0.75)
            continue;
        const QString id =
            match->field ? match->field->key + QString::number(match->month) : QStringLiteral("-");
        if (match->field && seen.contains(id))
            continue;
        seen.insert(id);
        hasName = hasName || (match->entity == EntityKind::Project && id == QStringLiteral("name0"));
        sum += match->field ? match->confidence : 0.3;
    }
    return hasName && seen.size() >= 2 ? sum : 0;
}

HeaderPlace HeaderSearch::best(int through) const {
    HeaderPlace found;
    double bestScore = 0;
    for (int row = m_firstRow; row <= std::min(m_lastRow, m_firstRow + kWithin - 1); ++row)
        for (int depth = 1; depth <= kDeepest && row + depth - 1 <= m_lastRow; ++depth) {
            const HeaderPlace header{row, depth};
            if (m_hasNumbers[std::size_t(header.dataRow() - 1 - m_firstRow)])
                break; // numbers are data
            if (cutsMergedCell(header) || isTitle(row) ||
                (through > 0 && (row > through || header.dataRow() <= through)))
                continue;
            // A further row must earn its place: repeating what is known already is no gain.
            if (const double value = score(header) - 0.5 * (depth - 1); value > bestScore + 0.01) {
                bestScore = value;
                found = header;
            }
        }
    return found;
}

} // namespace yipi::exchange::detail
