// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/subtotal_check.h"

#include "exchange/header_words.h"
#include "exchange/section_words.h"

namespace yipi::exchange::detail {

namespace {

bool isSummed(const SheetColumn &column) {
    return column.isRead() &&
           (column.match.field->type == FieldType::Money || column.match.field->type == FieldType::Integer);
}

/// Half of the last decimal that an amount shows, in 元.
qint64 halfOfLastDecimal(const QString &text, MoneyUnit unit) {
    const qint64 perUnit = yuanPer(unitIn(text).value_or(unit));
    const auto point = text.indexOf(u'.');
    qint64 step = perUnit;
    for (qsizetype i = point + 1; point >= 0 && i < text.size() && text.at(i).isDigit() && step > 1; ++i)
        step /= 10;
    return step / 2;
}

} // namespace

SubtotalCheck::SubtotalCheck(const Sheet &sheet, const SheetLayout &layout, FindingList &findings,
                             SheetSums &above)
    : m_sheet(sheet)
    , m_layout(layout)
    , m_findings(findings)
    , m_above(above) {
    // The line of the title next to the header may announce how many rows follow.
    for (auto line = layout.linesAbove.crbegin(); line != layout.linesAbove.crend(); ++line)
        if (line->reason == QStringLiteral("title")) {
            if (const auto count = announcedCount(line->text)) {
                Line title;
                title.kind = Line::Kind::Heading;
                title.row = line->row;
                title.figures.push_back({0, *count, 0, 0, line->text});
                m_lines.push_back(std::move(title));
            }
            break;
        }
}

std::optional<SubtotalCheck::Figure> SubtotalCheck::figureIn(const SheetColumn &column, int row) const {
    const Cell &cell = m_sheet.cell(row, column.mapping.column);
    if (cell.kind != Cell::Kind::Number && cell.kind != Cell::Kind::Text)
        return std::nullopt;
    const QString text = normalisedText(cell.text);
    const MoneyUnit unit = column.mapping.unit.value_or(MoneyUnit::Wan);
    const auto parsed = parseValue(*column.match.field, text, unit);
    const bool isMoney = column.match.field->type == FieldType::Money;
    if (!parsed.value || (isMoney && !column.mapping.unit))
        return std::nullopt;
    Figure figure{column.mapping.column, std::get<qint64>(*parsed.value), 0, 0, text};
    if (isMoney) {
        figure.tolerance = halfOfLastDecimal(text, unit);
        figure.tolerancePerRow = unit == MoneyUnit::Yuan ? 0 : 1;
    }
    return figure;
}

/// Sums of the columns, and a number of projects in the words of the row.
void SubtotalCheck::addFigures(Line &line) const {
    for (const SheetColumn &column : m_layout.columns) {
        const QString &text = m_sheet.cell(line.row, column.mapping.column).text;
        if (isSummed(column)) {
            if (auto figure = figureIn(column, line.row))
                line.figures.push_back(std::move(*figure));
        } else if (const auto count = announcedCount(text);
                   count && (column.mapping.field == QStringLiteral("name") || !column.isRead())) {
            line.figures.push_back({0, *count, 0, 0, normalisedText(text)});
        }
    }
}

void SubtotalCheck::addRow(const RowData &data) {
    Line line;
    line.row = data.row;
    for (const ColumnAmount &amount : data.amounts)
        line.values.insert(amount.column, amount.value);
    line.unread = data.errorColumns;
    m_lines.push_back(std::move(line));
}

void SubtotalCheck::addHeading(int row, int level, const QString &text) {
    Line line;
    line.kind = Line::Kind::Heading;
    line.row = row;
    line.level = level;
    addFigures(line);
    const bool hasCount = std::any_of(line.figures.begin(), line.figures.end(),
                                      [](const Figure &figure) { return figure.column == 0; });
    if (const auto count = announcedCount(text); count && !hasCount)
        line.figures.push_back({0, *count, 0, 0, text});
    m_lines.push_back(std::move(line));
}

void SubtotalCheck::addTotal(int row) {
    QString text;
    for (const Cell &cell : m_sheet.rows[std::size_t(row) - 1])
        if (text.isEmpty())
            text = foldedName(cell.text);
    Line line;
    line.kind = Line::Kind::Total;
    line.row = row;
    line.isGrand = !text.contains(QStringLiteral("小计"));
    // 其中 is a part of a sum, 平均 none, and 累计 may count from elsewhere.
    if (text.startsWith(QStringLiteral("其中")) || text.startsWith(QStringLiteral("平均")) ||
        text.startsWith(QStringLiteral("累计")))
        return;
    addFigures(line);
    m_lines.push_back(std::move(line));
}

/// The rows that stand below a line up to the next one of its kind.
SubtotalCheck::Range SubtotalCheck::below(std::size_t at) const {
    const Line &line = m_lines[at];
    std::size_t end = at + 1;
    for (; end < m_lines.size(); ++end) {
        const Line &other = m_lines[end];
        if (line.kind == Line::Kind::Heading
                ? other.kind == Line::Kind::Heading && other.level <= line.level
                : other.kind == Line::Kind::Total && other.isGrand == line.isGrand)
            break;
    }
    return {at + 1, end};
}

/// What the figures of a line may sum, the likeliest first.
std::vector<SubtotalCheck::Range> SubtotalCheck::rangesOf(std::size_t at) const {
    const Line &line = m_lines[at];
    if (line.kind == Line::Kind::Heading)
        return {below(at)};
    std::vector<Range> ranges;
    int level = 100;
    std::size_t previousTotal = 0, previousGrand = 0;
    for (std::size_t i = at; i-- > 0;) {
        const Line &before = m_lines[i];
        if (before.kind == Line::Kind::Heading && before.level < level) {
            level = before.level;
            ranges.push_back({i, at});
        } else if (before.kind == Line::Kind::Total) {
            previousTotal = std::max(previousTotal, i);
            previousGrand = std::max(previousGrand, before.isGrand ? i : 0);
        }
    }
    const Range all{0, at};
    const bool isLast = below(at).last == m_lines.size();
    if (line.isGrand)
        ranges.insert(ranges.begin(), isLast ? all : Range{previousGrand, at});
    ranges.push_back({previousTotal, at});
    ranges.push_back({previousGrand, at});
    ranges.push_back(all);
    ranges.push_back(below(at));
    ranges.push_back({0, m_lines.size()});
    return ranges;
}

SubtotalCheck::Sum SubtotalCheck::sumOf(const Range &range, int column) const {
    Sum sum;
    for (std::size_t i = range.first; i < range.last; ++i) {
        const Line &line = m_lines[i];
        if (line.kind != Line::Kind::Row)
            continue;
        if (++sum.rows == 1)
            sum.firstRow = line.row;
        sum.lastRow = line.row;
        sum.value += column == 0 ? 1 : line.values.value(column, 0);
        sum.isKnown =
            sum.isKnown && std::find(line.unread.begin(), line.unread.end(), column) == line.unread.end();
    }
    return sum;
}

QString SubtotalCheck::fieldAt(int column) const {
    for (const SheetColumn &c : m_layout.columns)
        if (c.mapping.column == column)
            return c.mapping.entity + u'.' + c.mapping.field + (c.month ? c.month->text() : QString());
    return {};
}

bool SubtotalCheck::fits(const Figure &figure, const Sum &sum) const {
    const qint64 tolerance = std::max(figure.tolerance, figure.tolerancePerRow * sum.rows);
    return !sum.isKnown || std::abs(sum.value - figure.value) <= tolerance;
}

void SubtotalCheck::check(std::size_t at, const Figure &figure) const {
    std::optional<Sum> likeliest;
    for (const Range &range : rangesOf(at)) {
        const Sum sum = sumOf(range, figure.column);
        if (sum.rows == 0)
            continue;
        if (fits(figure, sum))
            return;
        if (!likeliest)
            likeliest = sum;
    }
    if (!likeliest)
        return;
    Sum sheet = sumOf({0, m_lines.size()}, figure.column);
    sheet.value += m_above.value(fieldAt(figure.column));
    if (!m_lines[at].isGrand || !fits(figure, sheet))
        tell(m_lines[at], figure, *likeliest);
}

void SubtotalCheck::tell(const Line &line, const Figure &figure, const Sum &sum) const {
    const QString code = QStringLiteral("subtotal_differs");
    if (figure.column == 0) {
        m_findings.warning(code, line.row, 0, {}, figure.text,
                           QStringLiteral("写的是 %1 个，第 %2—%3 行有 %4 个项目，请核对是否漏行或重复")
                               .arg(figure.value)
                               .arg(sum.firstRow)
                               .arg(sum.lastRow)
                               .arg(sum.rows));
        return;
    }
    const auto column = std::find_if(m_layout.columns.begin(), m_layout.columns.end(),
                                     [&](const SheetColumn &c) { return c.mapping.column == figure.column; });
    const auto shown = [&](qint64 value) {
        return column->mapping.unit
                   ? QStringLiteral("%1 %2").arg(Money::fromYuan(value).shortText(*column->mapping.unit, 8),
                                                 title(*column->mapping.unit))
                   : QString::number(value);
    };
    m_findings.warning(code, line.row, figure.column, column->mapping.field, figure.text,
                       QStringLiteral("写的是 %1，第 %2—%3 行之和是 %4，相差 %5，请核对是否漏行或写错")
                           .arg(shown(figure.value))
                           .arg(sum.firstRow)
                           .arg(sum.lastRow)
                           .arg(shown(sum.value), shown(std::abs(sum.value - figure.value))));
}

void SubtotalCheck::tellDifferences() {
    for (std::size_t i = 0; i < m_lines.size(); ++i)
        for (const Figure &figure : m_lines[i].figures)
            check(i, figure);
    const Range table{0, m_lines.size()};
    m_above[{}] += sumOf(table, 0).value;
    for (const SheetColumn &column : m_layout.columns)
        if (isSummed(column))
            m_above[fieldAt(column.mapping.column)] += sumOf(table, column.mapping.column).value;
}

} // namespace yipi::exchange::detail
