// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/campaign_sheet.h"

#include "domain/text_parsing.h"

namespace yipi::exchange::detail {

namespace {

enum Column { Year = 1, Sequence, Title, HeldOn };

bool isBlank(const Sheet &sheet, int row) {
    for (const Column column : {Year, Sequence, Title, HeldOn})
        if (sheet.cell(row, column).kind != Cell::Kind::Empty)
            return false;
    return true;
}

class CampaignRows {
public:
    CampaignRows(const Sheet &sheet, PlanState &state, FindingList &findings)
        : m_sheet(sheet)
        , m_dictionary(state.dictionary)
        , m_findings(findings) {}
    PlannedRow plan(int row);

private:
    std::optional<CampaignKey> keyIn(int row);
    std::optional<qint64> numberIn(int row, Column column);
    bool settleDate(int row, const Campaign &known, QDate said);
    bool settleTitle(int row, const Campaign &known, const QString &said);
    void tellDifference(int row, Column column, const Campaign &known, const QString &before,
                        const QString &said);

    const Sheet &m_sheet;
    DictionaryIndex &m_dictionary;
    FindingList &m_findings;
};

const FieldInfo &fieldOf(Column column) {
    return campaignColumns()[std::size_t(column) - 1].info();
}

std::optional<qint64> CampaignRows::numberIn(int row, Column column) {
    const QString &text = m_sheet.cell(row, column).text;
    const auto number = parseInteger(text);
    if (number.value && *number.value > 0)
        return number.value;
    const FieldInfo &field = fieldOf(column);
    m_findings.error(QStringLiteral("bad_number"), row, column, field.key, text,
                     QStringLiteral("活动的%1应为整数，如 %2")
                         .arg(field.title, column == Year ? QStringLiteral("2024") : QStringLiteral("2")));
    return std::nullopt;
}

std::optional<CampaignKey> CampaignRows::keyIn(int row) {
    const auto year = numberIn(row, Year);
    const auto sequence = numberIn(row, Sequence);
    if (!year || !sequence)
        return std::nullopt;
    return CampaignKey{int(*year), int(*sequence)};
}

void CampaignRows::tellDifference(int row, Column column, const Campaign &known, const QString &before,
                                  const QString &said) {
    const FieldInfo &field = fieldOf(column);
    m_findings.warning(
        column == HeldOn ? QStringLiteral("campaign_date_differs") : QStringLiteral("campaign_title_differs"),
        row, column, field.key, said,
        QStringLiteral(
            "活动 %1 已记的%2是 %3，与文件不同，未改；要改请用 yipi-cli set %1 %4=%5 --reason 原因")
            .arg(known.key().text(), field.title, before, field.key, said));
}

bool CampaignRows::settleDate(int row, const Campaign &known, QDate said) {
    if (!said.isValid() || said == known.heldOn)
        return false;
    if (known.heldOn.isValid()) {
        tellDifference(row, HeldOn, known, known.heldOn.toString(Qt::ISODate), said.toString(Qt::ISODate));
        return false;
    }
    m_dictionary.dateCampaign(known.key(), said);
    return true;
}

/// A title that was made from the key says nothing of its own and may be replaced.
bool CampaignRows::settleTitle(int row, const Campaign &known, const QString &said) {
    if (said.isEmpty() || said == known.title)
        return false;
    if (!known.title.isEmpty() && known.title != known.key().chineseText()) {
        tellDifference(row, Title, known, known.title, said);
        return false;
    }
    m_dictionary.nameCampaign(known.key(), said);
    return true;
}

PlannedRow CampaignRows::plan(int row) {
    PlannedRow planned;
    planned.row = row;
    planned.verdict = RowVerdict::Rejected;
    const QString title = m_sheet.cell(row, Title).text.trimmed();
    planned.name = title;
    const auto key = keyIn(row);
    const QString day = m_sheet.cell(row, HeldOn).text;
    const auto heldOn = parseDate(day);
    if (!heldOn.problem.isEmpty())
        m_findings.error(QStringLiteral("bad_date"), row, HeldOn, fieldOf(HeldOn).key, day, heldOn.problem);
    if (!key || !heldOn.problem.isEmpty())
        return planned;
    const bool isNew = !m_dictionary.campaign(*key);
    if (isNew)
        m_dictionary.createCampaign(*key, {});
    const Campaign &known = *m_dictionary.campaign(*key);
    planned.changedFields =
        int(settleDate(row, known, heldOn.value.value_or(QDate()))) + int(settleTitle(row, known, title));
    planned.verdict = isNew                       ? RowVerdict::Added
                      : planned.changedFields > 0 ? RowVerdict::Updated
                                                  : RowVerdict::Unchanged;
    return planned;
}

} // namespace

std::vector<ExportColumn> campaignColumns() {
    return {exportColumn(EntityKind::Campaign, "year"), exportColumn(EntityKind::Campaign, "sequence"),
            exportColumn(EntityKind::Campaign, "title"), exportColumn(EntityKind::Campaign, "held_on")};
}

int campaignHeader(const Sheet &sheet) {
    constexpr int kWithin = 5;
    for (int row = 1; row <= std::min(kWithin, int(sheet.rows.size())); ++row) {
        bool isHeader = true;
        for (const Column column : {Year, Sequence, Title, HeldOn})
            isHeader = isHeader && sheet.cell(row, column).text == fieldOf(column).title;
        if (isHeader)
            return row;
    }
    return 0;
}

SheetPlan planCampaigns(const Sheet &sheet, int headerRow, PlanState &state, FindingList &findings) {
    SheetPlan plan;
    plan.sheet = sheet.name;
    plan.kind = SheetKind::Campaigns;
    plan.headerRow = headerRow;
    plan.headerRows = 1;
    plan.lastRow = int(sheet.rows.size());
    CampaignRows rows(sheet, state, findings);
    for (int row = 1; row <= int(sheet.rows.size()); ++row)
        if (row <= headerRow)
            plan.ignored.push_back(
                {row, row == headerRow ? QStringLiteral("header") : QStringLiteral("title"), {}});
        else if (isBlank(sheet, row))
            plan.ignored.push_back({row, QStringLiteral("blank"), {}});
        else
            plan.add(rows.plan(row));
    return plan;
}

} // namespace yipi::exchange::detail
