// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/workbook_writer.h"

#include "exchange/campaign_sheet.h"
#include "exchange/dictionary_sheet.h"
#include "exchange/export_columns.h"

#include <unordered_map>

namespace yipi::exchange {

namespace {

using namespace detail;

/// Writes the sheets of one export.
class WorkbookExport {
public:
    explicit WorkbookExport(const ExportData &data)
        : m_data(data)
        , m_names(data)
        , m_dictionary(data) {
        for (const Project &project : data.projects)
            m_projects.emplace(project.id, &project);
        for (const Campaign &campaign : data.campaigns)
            m_campaigns.emplace(campaign.id, &campaign);
    }
    Result<QByteArray> write();

private:
    struct Row {
        const Project *project = nullptr;
        const CampaignEntry *entry = nullptr;
        const MonthlyProgress *report = nullptr;
        const Campaign *campaign = nullptr; ///< else the entry's
        const Target *target = nullptr;
    };
    void writeSheet(const QString &name, const std::vector<ExportColumn> &columns,
                    const std::vector<Row> &rows);
    std::vector<Row> entriesOf(Batch batch) const;
    std::vector<Row> projectsOnNoList() const;
    std::vector<Row> reports() const;
    std::vector<Row> campaigns() const;
    std::vector<Row> targets() const;
    Record recordFor(EntityKind kind, const Row &row) const;

    const ExportData &m_data;
    ReferenceNames m_names;
    DictionarySheet m_dictionary;
    std::unordered_map<qint64, const Project *> m_projects;
    std::unordered_map<qint64, const Campaign *> m_campaigns;
    XlsxBook m_book;
};

std::vector<ExportColumn> listColumns() {
    auto columns = projectColumns();
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

std::vector<WorkbookExport::Row> WorkbookExport::entriesOf(Batch batch) const {
    std::vector<Row> rows;
    for (const CampaignEntry &entry : m_data.entries)
        if (const auto it = m_projects.find(entry.project.id); entry.batch == batch && it != m_projects.end())
            rows.push_back({it->second, &entry, nullptr, nullptr});
    return rows;
}

std::vector<WorkbookExport::Row> WorkbookExport::projectsOnNoList() const {
    std::unordered_map<qint64, bool> listed;
    for (const CampaignEntry &entry : m_data.entries)
        listed[entry.project.id] = true;
    std::vector<Row> rows;
    for (const Project &project : m_data.projects)
        if (!listed.contains(project.id))
            rows.push_back({&project, nullptr, nullptr, nullptr});
    return rows;
}

std::vector<WorkbookExport::Row> WorkbookExport::reports() const {
    std::vector<Row> rows;
    for (const MonthlyProgress &report : m_data.progress)
        if (const auto it = m_projects.find(report.project.id); it != m_projects.end())
            rows.push_back({it->second, nullptr, &report, nullptr});
    return rows;
}

std::vector<WorkbookExport::Row> WorkbookExport::campaigns() const {
    std::vector<Row> rows;
    for (const Campaign &campaign : m_data.campaigns)
        rows.push_back({nullptr, nullptr, nullptr, &campaign});
    return rows;
}

std::vector<WorkbookExport::Row> WorkbookExport::targets() const {
    std::vector<Row> rows;
    for (const Target &target : m_data.targets)
        rows.push_back({nullptr, nullptr, nullptr, nullptr, &target});
    return rows;
}

Record WorkbookExport::recordFor(EntityKind kind, const Row &row) const {
    const Record none{kind, 0, 0, std::vector<Value>(entityInfo(kind).fields.size())};
    if (kind == EntityKind::CampaignEntry)
        return row.entry ? toRecord(*row.entry) : none;
    if (kind == EntityKind::Campaign && row.campaign)
        return toRecord(*row.campaign);
    if (kind == EntityKind::Campaign) {
        const auto it = row.entry ? m_campaigns.find(row.entry->campaign.id) : m_campaigns.end();
        return it == m_campaigns.end() ? none : toRecord(*it->second);
    }
    if (kind == EntityKind::Target)
        return toRecord(*row.target);
    return kind == EntityKind::MonthlyProgress ? toRecord(*row.report) : toRecord(*row.project);
}

void WorkbookExport::writeSheet(const QString &name, const std::vector<ExportColumn> &columns,
                                const std::vector<Row> &rows) {
    constexpr int kExportHeaderRow = 3;
    constexpr int kFrozenColumns = 2;
    const int last = int(columns.size());
    const int lastRow = kExportHeaderRow + int(rows.size());
    m_book.beginSheet(name);
    for (int i = 0; i < last; ++i) {
        const FieldInfo &field = columns[std::size_t(i)].info();
        m_book.columnWidth(i + 1, widthOf(field));
        if (field.isInternal)
            m_book.hideColumn(i + 1); // the mark by which the import knows a renamed project
    }
    m_book.mergedText(1, last, name, CellStyle::Title);
    m_book.mergedText(2, last, QStringLiteral("单位：%1").arg(title(m_data.unit)), CellStyle::Unit);
    for (int i = 0; i < last; ++i)
        m_book.text(kExportHeaderRow, i + 1, exportHeader(columns[std::size_t(i)].info(), m_data.unit),
                    CellStyle::Header);
    for (std::size_t r = 0; r < rows.size(); ++r) {
        EntityKind kind = EntityKind::Region;
        Record record;
        for (int i = 0; i < last; ++i) {
            const ExportColumn &column = columns[std::size_t(i)];
            if (column.entity != kind) {
                kind = column.entity;
                record = recordFor(kind, rows[r]);
            }
            writeValue(m_book, kExportHeaderRow + 1 + int(r), i + 1, column.info(),
                       record.values[std::size_t(column.field)], m_data.unit, m_names);
        }
    }
    m_book.freezeBelow(kExportHeaderRow, kFrozenColumns, lastRow, last);
    for (int i = 0; i < last; ++i)
        m_dictionary.offer(m_book, columns[std::size_t(i)].info(), i + 1, kExportHeaderRow + 1,
                           std::max(lastRow, kExportHeaderRow + 1));
}

Result<QByteArray> WorkbookExport::write() {
    for (const Batch batch : {Batch::Sign, Batch::Start, Batch::Produce})
        writeSheet(title(batch), listColumns(), entriesOf(batch));
    writeSheet(QStringLiteral("其他项目"), listColumns(), projectsOnNoList());
    writeSheet(QStringLiteral("月度进展"), reportColumns(), reports());
    writeSheet(title(SheetKind::Campaigns), campaignColumns(), campaigns());
    if (!m_data.targets.empty())
        writeSheet(QStringLiteral("任务目标"), targetColumns(), targets());
    m_dictionary.write(m_book);
    return m_book.finish();
}

/// RFC 4180 with every text in quotation marks; a text that a spreadsheet would take for a formula gets an
/// apostrophe, which our import takes off again.
QString csvText(const QString &text) {
    static const QString kFormulaStarts = QStringLiteral("=+-@\t\r\n＝＋－＠'");
    QString result = text;
    result.replace(u'"', QStringLiteral("\"\""));
    if (!text.isEmpty() && (kFormulaStarts.contains(text.at(0)) || text.at(0).isNull()))
        result.prepend(u'\'');
    return u'"' + result + u'"';
}

} // namespace

Result<QByteArray> exportWorkbook(const ExportData &data) {
    return WorkbookExport(data).write();
}

QByteArray exportCsv(const ExportData &data) {
    const ReferenceNames names(data);
    const auto columns = projectColumns();
    QString text = QStringLiteral("\uFEFF");
    const auto addLine = [&](const auto &cell) {
        for (std::size_t i = 0; i < columns.size(); ++i)
            text += (i > 0 ? QStringLiteral(",") : QString()) + cell(columns[i]);
        text += QStringLiteral("\r\n");
    };
    addLine([&](const ExportColumn &column) { return csvText(exportHeader(column.info(), data.unit)); });
    for (const Project &project : data.projects) {
        const Record record = toRecord(project);
        addLine([&](const ExportColumn &column) {
            const FieldInfo &field = column.info();
            const QString value =
                exactText(field, record.values[std::size_t(column.field)], data.unit, names);
            const bool isFigure = field.type == FieldType::Money || field.type == FieldType::Integer ||
                                  field.type == FieldType::Quantity;
            return isFigure || value.isEmpty() ? value : csvText(value);
        });
    }
    return text.toUtf8();
}

} // namespace yipi::exchange
