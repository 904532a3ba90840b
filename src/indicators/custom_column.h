// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/custom_field.h"

#include <QHash>

#include <vector>

namespace yipi::indicators {

/// What all projects have in one custom field: 8 bytes a project and each different text once.
class CustomColumn {
public:
    explicit CustomColumn(const CustomField &field)
        : m_field(field.id)
        , m_info(describe(field)) {}

    qint64 fieldId() const { return m_field; }
    const FieldInfo &info() const { return m_info; }
    /// Numbers, money and dates have an order, texts and choices are words.
    bool hasWords() const { return m_info.type == FieldType::Text || m_info.type == FieldType::Choice; }

    Value value(std::uint32_t project) const;
    void set(std::uint32_t project, const Value &value);
    /// The value as a number: hundredths, 元, Julian day or index into words(); kEmpty = 未填.
    static constexpr qint64 kEmpty = std::numeric_limits<qint64>::min();
    qint64 number(std::uint32_t project) const {
        return project < m_cells.size() ? m_cells[project] : kEmpty;
    }
    /// Each text that was ever there; some may have no project any more.
    const std::vector<QString> &words() const { return m_words; }

    /// Projects got another index: `place` gives it for each former one, or `gone`.
    void follow(const std::vector<std::uint32_t> &place, std::uint32_t gone);

private:
    qint64 wordIndex(const QString &word);

    qint64 m_field;
    FieldInfo m_info;
    std::vector<qint64> m_cells; ///< as long as the last project that has a value
    std::vector<QString> m_words;
    QHash<QString, qint64> m_wordIndex;
};

} // namespace yipi::indicators
