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
    for (const SheetColumn &column : layout.columns)
        if (isSummed(column))
            m_sums.push_back({column.mapping.column});
    // The line of the title next to the header may announce how many rows follow.
    for (auto line = layout.linesAbove.crbegin(); line != layout.linesAbove.crend(); ++line)
        if (line->reason == QStringLiteral("title")) {
            if (const auto count = announcedCount(line->text)) {
                Mark title;
                title.row = line->row;
                title.figures.push_back({0, *count, 0, 0, line->text});
                m_marks.push_back(std::move(title));
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
void SubtotalCheck::addFigures(Mark &mark) const {
    for (const SheetColumn &column : m_layout.columns) {
        const QString &text = m_sheet.cell(mark.row, column.mapping.column).text;
        if (isSummed(column)) {
            if (auto figure = figureIn(column, mark.row))
                mark.figures.push_back(std::move(*figure));
        } else if (const auto count = announcedCount(text);
                   count && (column.mapping.field == QStringLiteral("name") || !column.isRead())) {
            mark.figures.push_back({0, *count, 0, 0, normalisedText(text)});
        }
    }
}

void SubtotalCheck::addRow(const RowData &data) {
    m_rows.push_back(data.row);
    for (ColumnSums &sums : m_sums) {
        qint64 value = 0;
        for (const ColumnAmount &amount : data.amounts)
            value += amount.column == sums.column ? amount.value : 0;
        sums.values.push_back(sums.values.back() + value);
        sums.unread.push_back(sums.unread.back() + (data.hasErrorAt(sums.column) ? 1 : 0));
    }
}

void SubtotalCheck::addHeading(int row, int level, const QString &text) {
    Mark mark;
    mark.row = row;
    mark.level = level;
    mark.at = m_rows.size();
    addFigures(mark);
    const bool hasCount = std::any_of(mark.figures.begin(), mark.figures.end(),
                                      [](const Figure &figure) { return figure.column == 0; });
    if (const auto count = announcedCount(text); count && !hasCount)
        mark.figures.push_back({0, *count, 0, 0, text});
    m_marks.push_back(std::move(mark));
}

void SubtotalCheck::addTotal(int row) {
    QString text;
    for (const Cell &cell : m_sheet.rows[std::size_t(row) - 1])
        if (text.isEmpty())
            text = foldedName(cell.text);
    // 其中 is a part of a sum, 平均 none, and 累计 may count from elsewhere.
    for (const QString &word : {QStringLiteral("其中"), QStringLiteral("平均"), QStringLiteral("累计")})
        if (text.startsWith(word))
            return;
    Mark mark;
    mark.kind = Mark::Kind::Total;
    mark.row = row;
    mark.isGrand = !text.contains(QStringLiteral("小计"));
    mark.at = m_rows.size();
    addFigures(mark);
    m_marks.push_back(std::move(mark));
}

/// The rows below a mark up to the next one of its kind.
SubtotalCheck::Range SubtotalCheck::below(std::size_t index) const {
    const Mark &mark = m_marks[index];
    for (std::size_t i = index + 1; i < m_marks.size(); ++i) {
        const Mark &other = m_marks[i];
        if (other.kind == mark.kind &&
            (mark.kind == Mark::Kind::Heading ? other.level <= mark.level : other.isGrand == mark.isGrand))
            return {mark.at, other.at};
    }
    return {mark.at, m_rows.size()};
}

/// The rows that the figures of a mark may sum, the likeliest first.
std::vector<SubtotalCheck::Range> SubtotalCheck::rangesOf(std::size_t index) const {
    const Mark &mark = m_marks[index];
    const Range under = below(index);
    if (mark.kind == Mark::Kind::Heading)
        return {under};
    std::vector<Range> ranges;
    int level = 100;
    std::size_t previousTotal = 0, previousGrand = 0;
    for (std::size_t i = index; i-- > 0;) {
        const Mark &before = m_marks[i];
        if (before.kind == Mark::Kind::Total) {
            previousTotal = std::max(previousTotal, before.at);
            previousGrand = std::max(previousGrand, before.isGrand ? before.at : 0);
        } else if (before.level < level) {
            level = before.level;
            ranges.push_back({before.at, mark.at});
        }
    }
    const Range all{0, mark.at};
    if (mark.isGrand)
        ranges.insert(ranges.begin(), under.last == m_rows.size() ? all : Range{previousGrand, mark.at});
    ranges.push_back({previousTotal, mark.at});
    ranges.push_back({previousGrand, mark.at});
    ranges.push_back(all);
    ranges.push_back(under);
    ranges.push_back({0, m_rows.size()});
    return ranges;
}

SubtotalCheck::Sum SubtotalCheck::sumOf(const Range &range, int column) const {
    Sum sum;
    sum.rows = int(range.last - range.first);
    if (sum.rows == 0)
        return sum;
    sum.firstRow = m_rows[range.first];
    sum.lastRow = m_rows[range.last - 1];
    sum.value = sum.rows;
    for (const ColumnSums &sums : m_sums)
        if (sums.column == column) {
            sum.value = sums.values[range.last] - sums.values[range.first];
            sum.isKnown = sums.unread[range.last] == sums.unread[range.first];
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

void SubtotalCheck::check(std::size_t index, const Figure &figure) const {
    std::optional<Sum> likeliest;
    for (const Range &range : rangesOf(index)) {
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
    const qint64 above = m_above.value(fieldAt(figure.column));
    Sum sheet = sumOf({0, m_rows.size()}, figure.column);
    sheet.value += above;
    if (m_marks[index].isGrand && fits(figure, sheet))
        return;
    // The last total is compared with the sum that it comes nearer to: its table's or that of all tables.
    const bool isOfAll = m_marks[index].isGrand && above != 0 &&
                         std::abs(sheet.value - figure.value) < std::abs(likeliest->value - figure.value);
    if (isOfAll)
        tell(m_marks[index], figure, sheet, QStringLiteral("本表和上面各表"));
    else
        tell(m_marks[index], figure, *likeliest, rowsText(*likeliest));
}

QString SubtotalCheck::rowsText(const Sum &sum) {
    return sum.firstRow == sum.lastRow ? QStringLiteral("第 %1 行").arg(sum.firstRow)
                                       : QStringLiteral("第 %1—%2 行").arg(sum.firstRow).arg(sum.lastRow);
}

/// `where`: the rows that `sum` is of, in words.
void SubtotalCheck::tell(const Mark &mark, const Figure &figure, const Sum &sum, const QString &where) const {
    const QString code = QStringLiteral("subtotal_differs");
    if (figure.column == 0) {
        m_findings.warning(code, mark.row, 0, {}, figure.text,
                           QStringLiteral("写的是 %1 个，%2有 %3 个项目，请核对是否漏行或重复")
                               .arg(QString::number(figure.value), where, QString::number(sum.value)));
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
    m_findings.warning(
        code, mark.row, figure.column, column->mapping.field, figure.text,
        QStringLiteral("写的是 %1，%2之和是 %3，相差 %4，请核对是否漏行或写错")
            .arg(shown(figure.value), where, shown(sum.value), shown(std::abs(sum.value - figure.value))));
}

void SubtotalCheck::tellDifferences() {
    for (std::size_t i = 0; i < m_marks.size(); ++i)
        for (const Figure &figure : m_marks[i].figures)
            check(i, figure);
    const Range table{0, m_rows.size()};
    m_above[{}] += sumOf(table, 0).value;
    for (const SheetColumn &column : m_layout.columns)
        if (isSummed(column))
            m_above[fieldAt(column.mapping.column)] += sumOf(table, column.mapping.column).value;
}

} // namespace yipi::exchange::detail
