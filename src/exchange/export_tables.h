// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/export_columns.h"

#include <unordered_map>

namespace yipi::exchange::detail {

/// The records that one line of an exported table speaks of; which of them are set follows from the table.
struct ExportRow {
    const Project *project = nullptr;
    const CampaignEntry *entry = nullptr;
    const MonthlyProgress *report = nullptr;
    const Campaign *campaign = nullptr; ///< else the entry's
    const Target *target = nullptr;
};

struct ExportTable {
    QString name;
    std::vector<ExportColumn> columns;
    std::vector<ExportRow> rows;
};

/// The tables of an export, whatever they are written as.
class ExportTables {
public:
    /// Refers to `data`.
    explicit ExportTables(const ExportData &data);

    /// One a batch with the campaign in a column, one of projects on no list, one of monthly progress, one of
    /// campaigns, one of targets if there are any.
    std::vector<ExportTable> all() const;
    /// The projects alone with these of their fields, and the mark that the import knows them by.
    ExportTable view(const QString &name, const std::vector<int> &fields) const;

    Value valueOf(const ExportColumn &column, const ExportRow &row) const;

private:
    std::vector<ExportRow> entriesOf(Batch batch) const;
    std::vector<ExportRow> projectsOnNoList() const;
    std::vector<ExportRow> reports() const;
    std::vector<ExportRow> campaigns() const;
    std::vector<ExportRow> targets() const;
    Value customValueOf(const ExportColumn &column, const ExportRow &row) const;
    const Campaign *campaignOf(const ExportRow &row) const;

    const ExportData &m_data;
    std::unordered_map<qint64, const Project *> m_projects;
    std::unordered_map<qint64, const Campaign *> m_campaigns;
};

} // namespace yipi::exchange::detail
