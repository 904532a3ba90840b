// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/table_search.h"

#include "domain/entity.h"
#include "domain/text_parsing.h"
#include "exchange/header_words.h"
#include "exchange/row_words.h"
#include "exchange/title_words.h"

#include <QSet>

namespace yipi::exchange::detail {

namespace {

constexpr std::size_t kMostTables = 200;

/// A cell that heads a column of project names, told without the cost of reading it as a header.
bool isNameHeader(const Cell &cell) {
    static const QSet<QString> kWords = [] {
        const FieldInfo &name = entityInfo(EntityKind::Project).field(QStringLiteral("name"));
        QSet<QString> words{headerKey(name.title)};
        for (const QString &synonym : name.synonyms)
            words.insert(headerKey(synonym));
        return words;
    }();
    static const QString kFirstLetters = [] {
        QString letters;
        for (const QString &word : kWords)
            if (!letters.contains(word.front()))
                letters += word.front();
        return letters;
    }();
    constexpr int kLongest = 24; // with spaces that stretch it
    if (cell.kind != Cell::Kind::Text || cell.text.size() > kLongest)
        return false;
    const auto first =
        std::find_if(cell.text.begin(), cell.text.end(), [](QChar c) { return c.isLetterOrNumber(); });
    if (first == cell.text.end() || !kFirstLetters.contains(*first))
        return false; // most cells of a large sheet end here
    QString word;
    for (const QChar c : cell.text)
        if (c.isLetterOrNumber())
            word += c;
    return kWords.contains(word) || word.startsWith(QStringLiteral("项目名称"));
}

int nameColumn(const Sheet &sheet, int row) {
    const auto &cells = sheet.rows[std::size_t(row) - 1];
    const auto it = std::find_if(cells.begin(), cells.end(), isNameHeader);
    return it == cells.end() ? 0 : int(it - cells.begin()) + 1;
}

QStringList textsOf(const Sheet &sheet, int row) {
    QStringList texts;
    for (const Cell &cell : sheet.rows[std::size_t(row) - 1])
        if (const QString text = normalisedText(cell.text); !text.isEmpty())
            texts << text;
    return texts;
}

bool meanTheSame(const QString &a, const QString &b) {
    if (a == b)
        return true;
    const auto matchA = matchHeader({a}), matchB = matchHeader({b});
    return matchA && matchB && matchA->field && matchA->field == matchB->field && unitIn(a) == unitIn(b) &&
           matchA->month == matchB->month;
}

class TableSearch {
public:
    explicit TableSearch(const Sheet &sheet)
        : m_sheet(sheet)
        , m_last(int(sheet.rows.size())) {}
    std::vector<TablePlace> search();

private:
    std::vector<HeaderPlace> candidates() const;
    bool hasDataBetween(const HeaderPlace &header, int end) const;
    bool isTitleLine(int row, int nameColumn, bool isApart) const;
    int firstTitleRow(const HeaderPlace &header, const TablePlace &above) const;
    bool repeatsTitle(int firstRow, const HeaderPlace &header, const TablePlace &above) const;
    bool isSameHeader(const HeaderPlace &a, const HeaderPlace &b) const;

    const Sheet &m_sheet;
    int m_last;
};

/// Headers in the order of rows. The best of the sheet's top is one even if its name column is called
/// otherwise.
std::vector<HeaderPlace> TableSearch::candidates() const {
    std::vector<HeaderPlace> found;
    const HeaderPlace top = HeaderSearch(m_sheet, 1, HeaderSearch::kWithin + HeaderSearch::kDeepest).best();
    int end = 1;     // of the header found last
    int nameRow = 0; // of the header found last
    for (int row = 1; row <= m_last && found.size() < kMostTables; ++row) {
        HeaderPlace header;
        if (row == top.row)
            header = top;
        else if (row < end || nameColumn(m_sheet, row) == 0)
            continue;
        else if (!found.empty() && isSameHeader({row, 1}, {nameRow, 1})) // printed again: no need to search
            header = {row - (nameRow - found.back().row), found.back().depth};
        else
            header = HeaderSearch(m_sheet, std::max(end, row - HeaderSearch::kDeepest + 1),
                                  row + HeaderSearch::kDeepest)
                         .best(row);
        const bool clashes = top.row > 0 && header.row < top.row && header.dataRow() > top.row;
        if (header.row == 0 || header.row < end || header.dataRow() > m_last + 1 || clashes)
            continue;
        found.push_back(header);
        end = header.dataRow();
        nameRow = header.row;
        while (nameRow < end - 1 && nameColumn(m_sheet, nameRow) == 0)
            ++nameRow;
    }
    return found;
}

/// Same words in the same columns; a word that is missing or another one for the same field is none other.
bool TableSearch::isSameHeader(const HeaderPlace &a, const HeaderPlace &b) const {
    int same = 0;
    for (int level = 0; level < std::min(a.depth, b.depth); ++level) {
        const int rowA = a.row + level, rowB = b.row + level;
        const int columns = int(
            std::max(m_sheet.rows[std::size_t(rowA) - 1].size(), m_sheet.rows[std::size_t(rowB) - 1].size()));
        for (int column = 1; column <= columns; ++column) {
            const QString textA = foldedName(m_sheet.cell(rowA, column).text);
            const QString textB = foldedName(m_sheet.cell(rowB, column).text);
            if (textA.isEmpty() || textB.isEmpty())
                continue;
            if (!meanTheSame(textA, textB))
                return false;
            ++same;
        }
    }
    return same >= 2;
}

bool TableSearch::hasDataBetween(const HeaderPlace &header, int end) const {
    for (int row = header.dataRow(); row < end; ++row)
        if (const QStringList texts = textsOf(m_sheet, row);
            texts.size() >= 2 && !isUnitLine(texts.join(u' ')))
            return true;
    return false;
}

/// A line above a header that is no row of the table before: a title, a unit line, who reports. `isApart`:
/// blank rows separate it from that table.
bool TableSearch::isTitleLine(int row, int nameColumn, bool isApart) const {
    const auto &cells = m_sheet.rows[std::size_t(row) - 1];
    const QStringList texts = textsOf(m_sheet, row);
    const QString line = texts.join(u' ');
    if (isUnitLine(line))
        return true;
    if (isTotalText(foldedName(texts.first())) || isFooterText(foldedName(texts.first())))
        return false;
    if (texts.size() > 2 || std::any_of(cells.begin(), cells.end(), [](const Cell &cell) {
            return cell.kind != Cell::Kind::Text && cell.kind != Cell::Kind::Empty;
        }))
        return false;
    const bool isMerged =
        std::any_of(m_sheet.merged.begin(), m_sheet.merged.end(), [&](const CellRange &range) {
            return range.firstRow == row && range.lastColumn - range.firstColumn >= 2;
        });
    if (isMerged || isApart)
        return true;
    return texts.size() == 1 && m_sheet.cell(row, nameColumn).kind == Cell::Kind::Empty;
}

/// The first line of the title above a header; the header's row when there is none.
int TableSearch::firstTitleRow(const HeaderPlace &header, const TablePlace &above) const {
    const int column = std::max(nameColumn(m_sheet, header.dataRow() - 1), nameColumn(m_sheet, header.row));
    constexpr int kMostLines = 12;
    const int end = std::max(above.header.dataRow(), header.row - kMostLines);
    int blankAbove = 0; // lines below it are apart from the table before
    for (int row = header.row - 1; row >= end && blankAbove == 0; --row)
        if (textsOf(m_sheet, row).isEmpty())
            blankAbove = row;
    int first = header.row;
    for (int row = header.row - 1; row >= end; --row) {
        if (textsOf(m_sheet, row).isEmpty())
            continue;
        if (!isTitleLine(row, column, row > blankAbove && blankAbove > 0))
            break;
        first = row;
    }
    return first;
}

bool TableSearch::repeatsTitle(int firstRow, const HeaderPlace &header, const TablePlace &above) const {
    QStringList known;
    for (int row = above.firstRow; row < above.header.row; ++row)
        known << textsOf(m_sheet, row);
    for (int row = firstRow; row < header.row; ++row)
        for (const QString &text : textsOf(m_sheet, row))
            if (!known.contains(text))
                return false;
    return true;
}

std::vector<TablePlace> TableSearch::search() {
    std::vector<TablePlace> tables;
    const auto headers = candidates();
    for (std::size_t i = 0; i < headers.size(); ++i) {
        const HeaderPlace &header = headers[i];
        if (tables.empty()) {
            // Labels of a form above the table look like a header but head nothing.
            if (i + 1 == headers.size() || isSameHeader(header, headers[i + 1]) ||
                hasDataBetween(header, headers[i + 1].row))
                tables.push_back({1, m_last, header, false});
            continue;
        }
        TablePlace &above = tables.back();
        const bool isSame = isSameHeader(header, above.header);
        const int firstRow = firstTitleRow(header, above);
        if (isSame && repeatsTitle(firstRow, header, above))
            continue;
        above.lastRow = firstRow - 1;
        tables.push_back({firstRow, m_last, header, isSame});
    }
    return tables;
}

} // namespace

std::vector<TablePlace> tablesOf(const Sheet &sheet) {
    return TableSearch(sheet).search();
}

} // namespace yipi::exchange::detail
