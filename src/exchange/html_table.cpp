// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/html_table.h"

namespace yipi::exchange::detail {

namespace {

constexpr int kMostRows = 1'048'576;
constexpr int kMostColumns = 16'384;

int span(const HtmlAttributes &attributes, const QString &name, int most) {
    return std::clamp(attributes.value(name).toInt(), 1, most);
}

/// White space as a browser shows it: one space between words, none at the ends of a line.
QString shownText(const QString &text) {
    QStringList lines = text.split(u'\n');
    for (QString &line : lines)
        line = line.replace(QChar::Nbsp, u' ').simplified();
    while (!lines.isEmpty() && lines.last().isEmpty())
        lines.removeLast();
    while (!lines.isEmpty() && lines.first().isEmpty())
        lines.removeFirst();
    return lines.join(u'\n');
}

} // namespace

void HtmlTable::addLine(const QString &text) {
    const QString shown = shownText(text);
    if (shown.isEmpty() || m_row >= kMostRows)
        return;
    m_sheet.put(++m_row, 1, textCell(shown));
    m_isRowOpen = false;
}

void HtmlTable::addColumn(const HtmlAttributes &attributes, const HtmlLook &look) {
    const int last =
        std::min(m_nextColumnInfo + span(attributes, QStringLiteral("span"), kMostColumns) - 1, kMostColumns);
    if (look.isHidden)
        m_sheet.hideColumns(m_nextColumnInfo, last);
    m_nextColumnInfo = last + 1;
}

void HtmlTable::startRow(const HtmlLook &look) {
    endCell();
    if (m_row >= kMostRows)
        throw ReadStopped{ReadStopped::Reason::TooLarge};
    ++m_row;
    m_column = 0;
    m_isRowOpen = true;
    if (look.isHidden)
        m_sheet.hideRow(m_row);
}

void HtmlTable::startCell(const HtmlAttributes &attributes, const HtmlLook &look) {
    endCell();
    if (!m_isRowOpen)
        startRow({});
    ++m_column;
    while (std::size_t(m_column) <= m_reach.size() && m_reach[std::size_t(m_column) - 1] >= m_row)
        ++m_column;
    if (m_column > kMostColumns)
        throw ReadStopped{ReadStopped::Reason::TooLarge};
    m_attributes = attributes;
    m_look = look;
    m_text.clear();
    m_isInCell = true;
}

void HtmlTable::addText(const QString &text) {
    m_text += text;
    m_text.replace(u'\r', u' ').replace(u'\t', u' ');
    if (m_text.size() > kLongestText)
        throw ReadStopped{ReadStopped::Reason::TooLarge};
}

void HtmlTable::addLineBreak() {
    m_text += u'\n';
}

Cell HtmlTable::cellFrom(const QString &shown) const {
    // Excel and WPS: x:num="45366" where the number is shown otherwise, x:num alone where it is not.
    // LibreOffice: sdval="45366" sdnum="2052;0;YYYY-MM-DD".
    const QString number = m_attributes.contains(QStringLiteral("x:num"))
                               ? m_attributes.value(QStringLiteral("x:num"), shown)
                               : m_attributes.value(QStringLiteral("sdval"));
    const QString flag = m_attributes.value(QStringLiteral("x:bool"));
    if (!flag.isEmpty())
        return flagCell(flag.compare(QStringLiteral("TRUE"), Qt::CaseInsensitive) == 0);
    if (m_attributes.contains(QStringLiteral("x:err")))
        return formulaCell(m_attributes.value(QStringLiteral("x:err"), shown));
    bool isNumber = false;
    const double value = (number.isEmpty() ? shown : number).toDouble(&isNumber);
    if (!isNumber || (number.isEmpty() && !m_attributes.contains(QStringLiteral("x:num"))))
        return textCell(shown);
    const QString code = m_attributes.value(QStringLiteral("sdnum")).section(u';', 2);
    const FormatKind format =
        code.isEmpty() ? m_look.format.value_or(FormatKind::Plain) : namedFormatKind(code);
    return numberCell(value, format, QDate(1899, 12, 30));
}

void HtmlTable::endCell() {
    if (!m_isInCell)
        return;
    m_isInCell = false;
    const int width = span(m_attributes, QStringLiteral("colspan"), kMostColumns - m_column + 1);
    const int height = span(m_attributes, QStringLiteral("rowspan"), kMostRows - m_row + 1);
    if (m_reach.size() < std::size_t(m_column + width - 1))
        m_reach.resize(std::size_t(m_column + width - 1));
    std::fill_n(m_reach.begin() + m_column - 1, width, m_row + height - 1);
    const bool isMerged = height > 1 || (width > 1 && !m_look.isOnlyOverflow);
    if (isMerged)
        m_sheet.merge(
            {m_row, m_column, m_row + height - 1, m_column + (m_look.isOnlyOverflow ? 1 : width) - 1});
    m_sheet.put(m_row, m_column, cellFrom(shownText(m_text)));
    m_column += width - 1;
}

} // namespace yipi::exchange::detail
