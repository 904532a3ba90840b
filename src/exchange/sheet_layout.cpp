// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/sheet_layout.h"

#include "domain/text_parsing.h"
#include "exchange/title_words.h"

#include <QRegularExpression>
#include <QSet>

namespace yipi::exchange::detail {

namespace {

constexpr int kHeaderWithin = 40; ///< rows searched for a header
constexpr int kMostColumns = 400;

int usedColumns(const Sheet &sheet, int lastRow) {
    std::size_t columns = 0;
    for (int row = 1; row <= lastRow; ++row)
        columns = std::max(columns, sheet.rows[std::size_t(row) - 1].size());
    for (const CellRange &range : sheet.merged)
        if (range.firstRow <= lastRow && range.lastColumn <= kMostColumns)
            columns = std::max(columns, std::size_t(range.lastColumn));
    return int(std::min<std::size_t>(columns, kMostColumns));
}

/// Merged ranges near the top, where the header is.
std::vector<CellRange> topRanges(const Sheet &sheet) {
    std::vector<CellRange> ranges;
    for (const CellRange &range : sheet.merged)
        if (range.firstRow <= kHeaderWithin + 3)
            ranges.push_back(range);
    return ranges;
}

/// A header as found, without line breaks and the spaces that stretch it.
QString headerText(const QString &text) {
    static const QRegularExpression kSpaces(QStringLiteral("[\\s\\x{3000}\\x{200B}\\x{FEFF}]+"));
    QString result = text;
    const bool isLatin = std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
    result.replace(kSpaces, isLatin ? QStringLiteral(" ") : QString());
    return result.trimmed();
}

/// Texts of the first rows with merged cells filled, and how well rows serve as a header.
class HeaderSearch {
public:
    explicit HeaderSearch(const Sheet &sheet)
        : m_rows(int(std::min<std::size_t>(sheet.rows.size(), kHeaderWithin + 3)))
        , m_columns(usedColumns(sheet, m_rows))
        , m_texts(std::size_t(m_rows), std::vector<QString>(std::size_t(m_columns))) {
        for (int row = 1; row <= m_rows; ++row)
            for (int column = 1; column <= m_columns; ++column)
                if (const Cell &cell = sheet.cell(row, column); cell.kind != Cell::Kind::Empty)
                    fill(row, column, headerText(cell.text));
        for (const CellRange &range : topRanges(sheet)) {
            const QString value = headerText(sheet.cell(range.firstRow, range.firstColumn).text);
            for (int row = range.firstRow; row <= std::min(range.lastRow, m_rows); ++row)
                for (int column = range.firstColumn; column <= std::min(range.lastColumn, m_columns);
                     ++column)
                    fill(row, column, value);
            if (range.lastRow > range.firstRow)
                m_vertical.push_back(range);
        }
        for (int row = 1; row <= m_rows; ++row)
            m_hasNumbers.push_back(hasNumber(sheet, row));
    }

    struct Found {
        int row = 0;
        int depth = 0;
    };
    Found best() const;
    QStringList levels(int row, int depth, int column) const;
    int columns() const { return m_columns; }

private:
    void fill(int row, int column, const QString &value) {
        m_texts[std::size_t(row) - 1][std::size_t(column) - 1] = value;
    }
    static bool hasNumber(const Sheet &sheet, int row) {
        const auto &cells = sheet.rows[std::size_t(row) - 1];
        return std::any_of(cells.begin(), cells.end(), [](const Cell &cell) {
            return cell.kind == Cell::Kind::Number || cell.kind == Cell::Kind::Date;
        });
    }
    bool cutsMergedCell(int row, int depth) const {
        return std::any_of(m_vertical.begin(), m_vertical.end(), [&](const CellRange &range) {
            const bool startsInside = range.firstRow >= row && range.firstRow < row + depth;
            const bool startsAbove = range.firstRow < row && range.lastRow >= row;
            return startsAbove || (startsInside && range.lastRow >= row + depth);
        });
    }
    double score(int row, int depth) const;

    int m_rows;
    int m_columns;
    std::vector<std::vector<QString>> m_texts;
    std::vector<CellRange> m_vertical;
    std::vector<bool> m_hasNumbers;
};

QStringList HeaderSearch::levels(int row, int depth, int column) const {
    QStringList result;
    for (int level = row; level < row + depth; ++level) {
        const QString &value = m_texts[std::size_t(level) - 1][std::size_t(column) - 1];
        if (!value.isEmpty() && (result.isEmpty() || result.last() != value))
            result << value;
    }
    return result;
}

double HeaderSearch::score(int row, int depth) const {
    QSet<QString> seen;
    bool hasName = false;
    double sum = 0;
    for (int column = 1; column <= m_columns; ++column) {
        const auto match = matchHeader(levels(row, depth, column));
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

HeaderSearch::Found HeaderSearch::best() const {
    Found found;
    double bestScore = 0;
    for (int row = 1; row <= std::min(m_rows, kHeaderWithin); ++row)
        for (int depth = 1; depth <= 3 && row + depth - 1 <= m_rows; ++depth) {
            if (m_hasNumbers[std::size_t(row + depth) - 2])
                break; // numbers are data
            if (cutsMergedCell(row, depth))
                continue;
            // A further row must earn its place: repeating what is known already is no gain.
            if (const double value = score(row, depth) - 0.5 * (depth - 1); value > bestScore + 0.01) {
                bestScore = value;
                found = {row, depth};
            }
        }
    return found;
}

SheetColumn columnFrom(const QStringList &levels, int number) {
    SheetColumn column;
    column.mapping.column = number;
    column.mapping.header = levels.join(u'/');
    column.key = headerKey(levels.join(QString()));
    if (const auto match = matchHeader(levels)) {
        column.match = *match;
        column.mapping.confidence = match->confidence;
        if (match->field) {
            const EntityInfo &info = entityInfo(match->entity);
            column.field = info.indexOf(match->field->key);
            column.mapping.entity = info.key;
            column.mapping.field = match->field->key;
        }
    }
    for (auto level = levels.crbegin(); level != levels.crend() && !column.mapping.unit; ++level)
        column.mapping.unit = unitIn(*level);
    return column;
}

} // namespace

const SheetColumn *SheetLayout::columnOf(EntityKind entity, QStringView field) const {
    const auto it = std::find_if(columns.begin(), columns.end(), [&](const SheetColumn &column) {
        return column.isRead() && column.match.entity == entity && column.mapping.field == field;
    });
    return it == columns.end() ? nullptr : &*it;
}

SheetLayout layoutOf(const Sheet &sheet, const ImportOptions &options) {
    SheetLayout layout;
    layout.titleText = sheet.name;
    const HeaderSearch search(sheet);
    const auto found = search.best();
    if (found.row == 0)
        return layout;
    layout.headerRow = found.row;
    layout.headerRows = found.depth;
    for (int row = 1; row < found.row; ++row) {
        QStringList texts;
        for (const Cell &cell : sheet.rows[std::size_t(row) - 1])
            if (cell.kind != Cell::Kind::Empty)
                texts << normalisedText(cell.text);
        const QString line = texts.join(u' ');
        const bool isUnit = isUnitLine(line);
        layout.linesAbove.push_back({row,
                                     line.isEmpty() ? QStringLiteral("blank")
                                     : isUnit       ? QStringLiteral("unit")
                                                    : QStringLiteral("title"),
                                     line});
        layout.titleText += u'\n' + line;
    }
    for (int row = found.row; row < found.row + found.depth; ++row)
        layout.linesAbove.push_back({row, QStringLiteral("header"), {}});
    for (int column = 1; column <= search.columns(); ++column)
        if (const QStringList levels = search.levels(found.row, found.depth, column); !levels.isEmpty())
            layout.columns.push_back(columnFrom(levels, column));

    const TitleWords title = titleWords(layout.titleText, sheet.name);
    layout.kind = options.kind.value_or(title.kind);
    layout.campaign = options.campaign ? options.campaign : title.campaign;
    layout.titleCampaign = title.campaign;
    if (!title.campaign || layout.campaign == title.campaign) // else it is the day of another campaign
        layout.campaignDate = title.date;
    layout.month = options.month ? options.month : title.month;
    layout.unit = title.unit;
    return layout;
}

} // namespace yipi::exchange::detail
