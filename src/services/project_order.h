// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/ledger_service.h"
#include "services/project_columns.h"

namespace yipi::services {

/// All projects in the order asked for: by the first key, equal ones by the next, and in the end as offices
/// list them, by zone and code. Empty values come last whichever way it goes; names are in the order of
/// their pinyin.
class ProjectOrder {
public:
    ProjectOrder(const indicators::Facts &facts, const ProjectColumns &columns,
                 const QHash<qint64, QString> &enterpriseNames, QDate asOf)
        : m_facts(facts)
        , m_columns(columns)
        , m_enterpriseNames(enterpriseNames)
        , m_asOf(asOf) {}

    /// Errors: Usage for a key that is no field, those of reading.
    Result<std::vector<qint64>> ids(const std::vector<SortKey> &keys) const;

private:
    /// For each project its place among the values of one key; 0 = empty.
    using Ranks = std::vector<std::uint32_t>;

    std::vector<std::uint32_t> officeOrder() const;
    Result<Ranks> ranks(const QString &key) const;
    Ranks enterpriseRanks(const std::vector<qint64> &ids) const;

    const indicators::Facts &m_facts;
    const ProjectColumns &m_columns;
    const QHash<qint64, QString> &m_enterpriseNames;
    QDate m_asOf;
};

} // namespace yipi::services
