// SPDX-License-Identifier: GPL-3.0-or-later
#include "indicators/custom_column.h"

namespace yipi::indicators {

Value CustomColumn::value(std::uint32_t project) const {
    const qint64 cell = number(project);
    if (cell == kEmpty)
        return {};
    if (hasWords())
        return m_words[std::size_t(cell)];
    if (m_info.type == FieldType::Date)
        return QDate::fromJulianDay(cell).toString(Qt::ISODate);
    return cell;
}

void CustomColumn::set(std::uint32_t project, const Value &value) {
    qint64 cell = kEmpty;
    if (const auto *number = std::get_if<qint64>(&value))
        cell = *number;
    else if (const auto *text = std::get_if<QString>(&value); text && hasWords())
        cell = wordIndex(*text);
    else if (text && QDate::fromString(*text, Qt::ISODate).isValid())
        cell = QDate::fromString(*text, Qt::ISODate).toJulianDay();
    if (project >= m_cells.size()) {
        if (cell == kEmpty)
            return;
        m_cells.resize(std::size_t(project) + 1, kEmpty);
    }
    m_cells[project] = cell;
}

void CustomColumn::follow(const std::vector<std::uint32_t> &place, std::uint32_t gone) {
    std::vector<qint64> cells;
    for (std::size_t before = 0; before < m_cells.size(); ++before) {
        const std::uint32_t now = place[before];
        if (now == gone || m_cells[before] == kEmpty)
            continue;
        if (now >= cells.size())
            cells.resize(std::size_t(now) + 1, kEmpty);
        cells[now] = m_cells[before];
    }
    m_cells = std::move(cells);
}

qint64 CustomColumn::wordIndex(const QString &word) {
    const auto it = m_wordIndex.constFind(word);
    if (it != m_wordIndex.constEnd())
        return *it;
    m_words.push_back(word);
    return *m_wordIndex.insert(word, qint64(m_words.size()) - 1);
}

} // namespace yipi::indicators
