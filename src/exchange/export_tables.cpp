// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/export_tables.h"

#include "exchange/campaign_sheet.h"

namespace yipi::exchange::detail {

namespace {

std::vector<ExportColumn> listColumns(const ExportData &data) {
    auto columns = projectColumns(data);
    columns.insert(columns.begin(), {exportColumn(EntityKind::CampaignEntry, "campaign"),
                                     exportColumn(EntityKind::Campaign, "held_on"),
                                     exportColumn(EntityKind::CampaignEntry, "batch")});
    columns.push_back(exportColumn(EntityKind::CampaignEntry, "declared_investment"));
    columns.push_back(exportColumn(EntityKind::CampaignEntry, "declared_output"));
    columns.push_back(exportColumn(EntityKind::Project, "uid"));
    return columns;
}

std::vector<ExportColumn> reportColumns() {
    std::vector<ExportColumn> columns;
    for (const char *field : {"code", "name", "zone", "investor"})
        columns.push_back(exportColumn(EntityKind::Project, field));
    const auto &fields = entityInfo(EntityKind::MonthlyProgress).fields;
    for (std::size_t i = 0; i < fields.size(); ++i)
        if (fields[i].type != FieldType::Reference)
            columns.push_back({EntityKind::MonthlyProgress, int(i)});
    columns.push_back(exportColumn(EntityKind::Project, "uid"));
    return columns;
}

std::vector<ExportColumn> targetColumns() {
    std::vector<ExportColumn> columns;
    for (std::size_t i = 0; i < entityInfo(EntityKind::Target).fields.size(); ++i)
        columns.push_back({EntityKind::Target, int(i)});
    return columns;
}

} // namespace

ExportTables::ExportTables(const ExportData &data)
    : m_data(data) {
    for (const Project &project : data.projects)
        m_projects.emplace(project.id, &project);
    for (const Campaign &campaign : data.campaigns)
        m_campaigns.emplace(campaign.id, &campaign);
}

std::vector<ExportRow> ExportTables::entriesOf(Batch batch) const {
    std::vector<ExportRow> rows;
    for (const CampaignEntry &entry : m_data.entries)
        if (const auto it = m_projects.find(entry.project.id); entry.batch == batch && it != m_projects.end())
            rows.push_back({it->second, &entry, nullptr, nullptr});
    return rows;
}

std::vector<ExportRow> ExportTables::projectsOnNoList() const {
    std::unordered_map<qint64, bool> listed;
    for (const CampaignEntry &entry : m_data.entries)
        listed[entry.project.id] = true;
    std::vector<ExportRow> rows;
    for (const Project &project : m_data.projects)
        if (!listed.contains(project.id))
            rows.push_back({&project, nullptr, nullptr, nullptr});
    return rows;
}

std::vector<ExportRow> ExportTables::reports() const {
    std::vector<ExportRow> rows;
    for (const MonthlyProgress &report : m_data.progress)
        if (const auto it = m_projects.find(report.project.id); it != m_projects.end())
            rows.push_back({it->second, nullptr, &report, nullptr});
    return rows;
}

std::vector<ExportRow> ExportTables::campaigns() const {
    std::vector<ExportRow> rows;
    for (const Campaign &campaign : m_data.campaigns)
        rows.push_back({nullptr, nullptr, nullptr, &campaign});
    return rows;
}

std::vector<ExportRow> ExportTables::targets() const {
    std::vector<ExportRow> rows;
    for (const Target &target : m_data.targets)
        rows.push_back({nullptr, nullptr, nullptr, nullptr, &target});
    return rows;
}

const Campaign *ExportTables::campaignOf(const ExportRow &row) const {
    if (row.campaign || !row.entry)
        return row.campaign;
    const auto it = m_campaigns.find(row.entry->campaign.id);
    return it == m_campaigns.end() ? nullptr : it->second;
}

Value ExportTables::customValueOf(const ExportColumn &column, const ExportRow &row) const {
    if (!row.project)
        return {};
    const auto values = m_data.customValues.constFind(row.project->id);
    return values == m_data.customValues.constEnd() ? Value() : values->at(std::size_t(column.field));
}

Value ExportTables::valueOf(const ExportColumn &column, const ExportRow &row) const {
    const auto of = [&column]<class E>(const E *record) {
        return record ? entity<E>().fields[std::size_t(column.field)].get(*record) : Value();
    };
    switch (column.entity) {
    case EntityKind::CampaignEntry:
        return of(row.entry);
    case EntityKind::Campaign:
        return of(campaignOf(row));
    case EntityKind::Target:
        return of(row.target);
    case EntityKind::MonthlyProgress:
        return of(row.report);
    case EntityKind::CustomValue:
        return customValueOf(column, row);
    default:
        return of(row.project);
    }
}

std::vector<ExportTable> ExportTables::all() const {
    std::vector<ExportTable> tables;
    for (const Batch batch : {Batch::Sign, Batch::Start, Batch::Produce})
        tables.push_back({title(batch), listColumns(m_data), entriesOf(batch)});
    tables.push_back({QStringLiteral("其他项目"), listColumns(m_data), projectsOnNoList()});
    tables.push_back({QStringLiteral("月度进展"), reportColumns(), reports()});
    tables.push_back({title(SheetKind::Campaigns), campaignColumns(), campaigns()});
    if (!m_data.targets.empty())
        tables.push_back({QStringLiteral("任务目标"), targetColumns(), targets()});
    return tables;
}

ExportTable ExportTables::view(const QString &name, const std::vector<int> &fields) const {
    ExportTable table{name, {}, {}};
    for (const int field : fields)
        table.columns.push_back(projectColumn(m_data, field));
    table.columns.push_back(exportColumn(EntityKind::Project, "uid"));
    for (const Project &project : m_data.projects)
        table.rows.push_back({&project});
    return table;
}

} // namespace yipi::exchange::detail
