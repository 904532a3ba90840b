// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/explanation/explanation_model.h"

#include "gui/theme.h"
#include "gui/widgets/figure_table.h"

#include <unordered_set>

namespace yipi::gui {
using indicators::ExplainedEntry;

void ExplanationModel::setExplanation(const Workspace *workspace,
                                      const indicators::Explanation *explanation) {
    beginResetModel();
    m_workspace = workspace;
    m_explanation = explanation;
    m_rows.clear();
    m_names.clear();
    endResetModel();
}

bool ExplanationModel::belongs(RowsOf part, const ExplainedEntry &entry) {
    switch (part) {
    case RowsOf::Numerator:
        return entry.inNumerator;
    case RowsOf::Missing:
        return !entry.inNumerator;
    case RowsOf::Denominator:
    case RowsOf::Excluded:
        break;
    }
    return true;
}

void ExplanationModel::show(RowsOf part, const QString &text) {
    beginResetModel();
    m_rows.clear();
    if (m_explanation) {
        const indicators::Facts &facts = m_workspace->ledger.facts();
        const std::string wanted = text.trimmed().toLower().toStdString();
        const auto matches = [&](qint64 projectId) {
            const auto it = facts.projectIndex.find(projectId);
            if (it == facts.projectIndex.end() || it->second >= facts.searchEnd.size())
                return false;
            const std::size_t begin = it->second == 0 ? 0 : facts.searchEnd[it->second - 1];
            const std::string_view part_(facts.searchText.data() + begin,
                                         facts.searchEnd[it->second] - begin);
            return part_.find(wanted) != std::string_view::npos;
        };
        const auto &entries = part == RowsOf::Excluded ? m_explanation->excluded : m_explanation->included;
        for (const ExplainedEntry &entry : entries)
            if (belongs(part, entry) && (wanted.empty() || matches(entry.projectId)))
                m_rows.push_back(&entry);
    }
    endResetModel();
}

int ExplanationModel::count(RowsOf part) const {
    if (!m_explanation)
        return 0;
    const auto &entries = part == RowsOf::Excluded ? m_explanation->excluded : m_explanation->included;
    return int(std::count_if(entries.begin(), entries.end(),
                             [part](const ExplainedEntry &entry) { return belongs(part, entry); }));
}

std::vector<qint64> ExplanationModel::projectIds() const {
    std::vector<qint64> ids;
    std::unordered_set<qint64> seen;
    for (const ExplainedEntry *entry : m_rows)
        if (seen.insert(entry->projectId).second)
            ids.push_back(entry->projectId);
    return ids;
}

int ExplanationModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ExplanationModel::columnCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : int(ColumnCount);
}

const ProjectNames::Named &ExplanationModel::named(int row) const {
    return m_names.at(*m_workspace, row, int(m_rows.size()), [this](int i) { return projectId(i); });
}

QString ExplanationModel::text(const ExplainedEntry &entry, int row, int column) const {
    switch (column) {
    case Code:
        return named(row).code;
    case Name:
        return named(row).name;
    case ZoneName:
        return zoneNameOf(m_workspace->ledger, entry.projectId);
    case CampaignName:
        return entry.campaign.text();
    case Adds:
        if (m_explanation->rate.unit == indicators::Weight::Count)
            return QStringLiteral("%1/%2").arg(entry.num).arg(entry.den);
        return QStringLiteral("%1 / %2").arg(Money::fromYuan(entry.num).shortText(MoneyUnit::Wan),
                                             Money::fromYuan(entry.den).shortText(MoneyUnit::Wan));
    case Why:
        return entry.why;
    default:
        return {};
    }
}

QVariant ExplanationModel::data(const QModelIndex &index, int role) const {
    const ExplainedEntry &entry = *m_rows[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(entry, index.row(), index.column());
    case Qt::ToolTipRole:
        return index.column() == Name || index.column() == Why ? text(entry, index.row(), index.column())
                                                               : QVariant();
    case Qt::TextAlignmentRole:
        return index.column() == Adds ? int(Qt::AlignRight) : int(Qt::AlignLeft);
    case Qt::ForegroundRole:
        return index.column() == Code || index.column() == Name ? theme().t1 : theme().t2;
    case LinkRole:
        return index.column() == Code;
    default:
        return {};
    }
}

QVariant ExplanationModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Vertical || role != Qt::DisplayRole)
        return section == Adds && role == Qt::TextAlignmentRole ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                                                : QVariant();
    const bool amounts = m_explanation && m_explanation->rate.unit != indicators::Weight::Count;
    const QString titles[] = {
        tr("编号"), tr("项目"), tr("开发区"), tr("期次"), amounts ? tr("实际 / 预期（万元）") : tr("计入"),
        tr("依据")};
    return titles[section];
}

} // namespace yipi::gui
