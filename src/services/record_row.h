// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/entity.h"
#include "storage/ledger_store.h"

#include <string>

namespace yipi::services {

/// A record in memory seen as a row of a scan.
class RecordRow final : public storage::RowView {
public:
    RecordRow(const Record &record, const std::vector<int> &fields)
        : m_record(record)
        , m_fields(fields) {
        m_texts.reserve(fields.size());
        for (const int field : fields) {
            const auto *text = std::get_if<QString>(&record.values[std::size_t(field)]);
            m_texts.push_back(text ? text->toStdString() : std::string());
        }
    }
    qint64 id() const override { return m_record.id; }
    int version() const override { return m_record.version; }
    bool isNull(int column) const override { return isEmpty(value(column)); }
    qint64 integer(int column) const override {
        const auto *number = std::get_if<qint64>(&value(column));
        return number ? *number : 0;
    }
    std::string_view text(int column) const override { return m_texts[std::size_t(column)]; }

private:
    const Value &value(int column) const {
        return m_record.values[std::size_t(m_fields[std::size_t(column)])];
    }
    const Record &m_record;
    const std::vector<int> &m_fields;
    std::vector<std::string> m_texts;
};

} // namespace yipi::services
