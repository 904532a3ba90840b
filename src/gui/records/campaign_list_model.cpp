// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/records/campaign_list_model.h"

#include "gui/theme.h"

#include <algorithm>

namespace yipi::gui {

using services::ListedProject;

namespace {

constexpr MoneyUnit kUnit = MoneyUnit::Wan;

std::optional<Money> moneyOf(const ListedProject &row, int column) {
    switch (column) {
    case CampaignListModel::DeclaredInvestment:
        return row.entry.declaredInvestment;
    case CampaignListModel::CurrentInvestment:
        return row.project.totalInvestment;
    case CampaignListModel::InvestmentDifference:
        return row.investmentDifference();
    case CampaignListModel::DeclaredOutput:
        return row.entry.declaredOutput;
    case CampaignListModel::CurrentOutput:
        return row.project.expectedOutput;
    case CampaignListModel::OutputDifference:
        return row.outputDifference();
    default:
        return std::nullopt;
    }
}

bool isDifference(int column) {
    return column == CampaignListModel::InvestmentDifference || column == CampaignListModel::OutputDifference;
}

} // namespace

CampaignListModel::CampaignListModel(const services::LedgerService &ledger, QObject *parent)
    : QAbstractTableModel(parent)
    , m_ledger(ledger)
    , m_isLocked(ledger.status().readOnly) {}

void CampaignListModel::setRows(std::vector<ListedProject> rows) {
    const bool isSame = std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(),
                                   [](const auto &a, const auto &b) { return a.entry.id == b.entry.id; });
    if (isSame) {
        m_rows = std::move(rows);
        if (!m_rows.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

QString CampaignListModel::fieldKey(Column column) {
    return column == DeclaredInvestment ? QStringLiteral("declared_investment")
           : column == DeclaredOutput   ? QStringLiteral("declared_output")
                                        : QString();
}

void CampaignListModel::discardDraft() {
    m_draft.reset();
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

QString CampaignListModel::draftText() const {
    const auto row = std::find_if(m_rows.begin(), m_rows.end(),
                                  [&](const auto &r) { return m_draft && r.entry.id == m_draft->entry; });
    if (row == m_rows.end())
        return {};
    const auto orEmpty = [](const QString &text) { return text.isEmpty() ? tr("空") : text; };
    return tr("修改“%1”的%2 %3 → %4")
        .arg(row->project.name, headerData(m_draft->column, Qt::Horizontal).toString(),
             orEmpty(shown(*row, m_draft->column)), orEmpty(m_draft->text));
}

int CampaignListModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : int(m_rows.size());
}

int CampaignListModel::columnCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString CampaignListModel::shown(const ListedProject &row, Column column) const {
    switch (column) {
    case Code:
        return row.project.code;
    case Name:
        return row.project.name;
    case ZoneName:
        return m_ledger.referenceText(EntityKind::Zone, row.project.zone.id);
    case StageNow:
        return title(row.stage);
    default:
        break;
    }
    const auto money = moneyOf(row, column);
    if (!money)
        return isDifference(column) ? QStringLiteral("—") : QString();
    const QString text = money->text(kUnit);
    return isDifference(column) && *money > Money() ? u'+' + text : text;
}

QVariant CampaignListModel::data(const QModelIndex &index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ListedProject &row = m_rows[std::size_t(index.row())];
    const auto column = Column(index.column());
    const bool isDraft = m_draft && m_draft->entry == row.entry.id && m_draft->column == column;
    const auto money = moneyOf(row, column);
    const bool differs = isDifference(column) && money && *money != Money();
    switch (role) {
    case Qt::DisplayRole:
        return isDraft ? m_draft->text : shown(row, column);
    case Qt::EditRole:
        return isDraft ? m_draft->text : money ? money->shortText(kUnit, 8) : QString();
    case Qt::TextAlignmentRole:
        return int((column >= DeclaredInvestment ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::BackgroundRole:
        return isDraft || differs ? QVariant(theme().ambt) : QVariant();
    case Qt::ForegroundRole:
        return differs ? QVariant(theme().amb) : QVariant();
    case Qt::ToolTipRole:
        return column == Name               ? QVariant(row.project.name)
               : fieldKey(column).isEmpty() ? QVariant()
                                            : QVariant(tr("申报数在入批时冻结，修改要写明原因"));
    default:
        return {};
    }
}

bool CampaignListModel::setData(const QModelIndex &index, const QVariant &value, int role) {
    if (!index.isValid() || role != Qt::EditRole || value.toString() == index.data(Qt::EditRole).toString())
        return false;
    m_draft = {m_rows[std::size_t(index.row())].entry.id, Column(index.column()), value.toString().trimmed()};
    Q_EMIT dataChanged(index, index);
    Q_EMIT reasonNeeded();
    return true;
}

QVariant CampaignListModel::headerData(int section, Qt::Orientation orientation, int role) const {
    static const std::array kTitles{tr("编号"),     tr("项目名称"), tr("开发区"), tr("当前阶段"),
                                    tr("申报投资"), tr("现总投资"), tr("差额"),   tr("申报年产值"),
                                    tr("现年产值"), tr("差额")};
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::DisplayRole)
        return kTitles[std::size_t(section)];
    if (role == Qt::TextAlignmentRole)
        return int((section >= DeclaredInvestment ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section >= DeclaredInvestment)
        return isDifference(section) ? tr("现值 − 申报，万元") : tr("万元");
    return {};
}

Qt::ItemFlags CampaignListModel::flags(const QModelIndex &index) const {
    const Qt::ItemFlags base = QAbstractTableModel::flags(index);
    const bool isFrozenFigure = index.isValid() && !fieldKey(Column(index.column())).isEmpty();
    return isFrozenFigure && !m_isLocked ? base | Qt::ItemIsEditable : base;
}

} // namespace yipi::gui
