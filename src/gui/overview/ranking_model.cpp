// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/overview/ranking_model.h"

#include "gui/explanation/figure_words.h"
#include "gui/overview/rate_card.h"
#include "gui/theme.h"
#include "gui/widgets/figure_table.h"

namespace yipi::gui {

void RankingModel::setData(const OverviewData &data, int sortedBy) {
    beginResetModel();
    m_rateIds = data.rateIds;
    m_sortedBy = m_rateIds[sortedBy];
    m_rateTitles.clear();
    for (const QString &id : m_rateIds)
        m_rateTitles << data.rule(id)->title;
    m_lines.clear();
    if (m_rows == Rows::Total) {
        Line total{data.now.total, tr("合计"), 0, {}, {}};
        total.delta = deltaText(*total.group.rate(m_sortedBy), data.before.total.rate(m_sortedBy));
        for (const LightCounts &counts : data.lightsByZone)
            for (std::size_t i = 0; i < counts.size(); ++i)
                total.lights[i] += counts[i];
        m_lines.push_back(std::move(total));
    } else {
        for (const indicators::RankedGroup &ranked : indicators::rankByRate(data.now.groups, m_sortedBy))
            m_lines.push_back(lineOf(ranked, data));
    }
    endResetModel();
}

RankingModel::Line RankingModel::lineOf(const indicators::RankedGroup &ranked,
                                        const OverviewData &data) const {
    const indicators::GroupResult &group = *ranked.group;
    Line line{group, group.key, ranked.rank, {}, data.lightsByZone.value(group.id)};
    if (line.name.isEmpty())
        line.name = tr("（未填）");
    const auto before = std::find_if(data.before.groups.begin(), data.before.groups.end(),
                                     [&](const indicators::GroupResult &g) { return g.id == group.id; });
    if (before != data.before.groups.end())
        line.delta = deltaText(*group.rate(m_sortedBy), before->rate(m_sortedBy));
    return line;
}

QString RankingModel::rateIdAt(int column) const {
    if (column >= FirstRate && column < fractionColumn())
        return m_rateIds[column - FirstRate];
    return column == fractionColumn() || column == deltaColumn() ? m_sortedBy : QString();
}

int RankingModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : int(m_lines.size());
}

int RankingModel::columnCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : lightsColumn() + 1;
}

QString RankingModel::text(const Line &line, int column) const {
    switch (column) {
    case Rank:
        return m_rows == Rows::Total ? QString()
               : line.rank           ? QString::number(line.rank)
                                     : QStringLiteral("—");
    case Name:
        return line.name;
    case Signed:
        return QString::number(line.group.sign.count);
    case Investment:
        return Money::fromYuan(line.group.sign.investment).text(MoneyUnit::Yi);
    default:
        break;
    }
    if (column == deltaColumn())
        return line.delta;
    if (column == lightsColumn())
        return tr("红灯 %1，黄灯 %2，绿灯 %3").arg(line.lights[0]).arg(line.lights[1]).arg(line.lights[2]);
    const indicators::RateResult *rate = line.group.rate(rateIdAt(column));
    if (!rate)
        return {};
    if (column == fractionColumn())
        return fractionText(*rate).remove(u' ' + partUnit(rate->unit));
    return rate->rate.isDefined() ? rate->rate.percentText(rate->decimals, rate->rounding)
                                  : QStringLiteral("—");
}

QVariant RankingModel::color(const Line &line, int column) const {
    const Theme &t = theme();
    if (column == Rank || column == fractionColumn())
        return t.t2;
    if (column == deltaColumn())
        return line.delta.startsWith(u'▲') ? t.grn : line.delta.startsWith(u'▼') ? t.red : t.t3;
    return {};
}

QVariant RankingModel::data(const QModelIndex &index, int role) const {
    const Line &line = m_lines[std::size_t(index.row())];
    const int column = index.column();
    const bool isRate = column >= FirstRate && column < fractionColumn();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return text(line, column);
    case Qt::ToolTipRole:
        return column == Name ? line.name : QVariant();
    case Qt::TextAlignmentRole:
        return column == Name || column == deltaColumn() ? int(Qt::AlignLeft)
               : column == Rank                          ? int(Qt::AlignHCenter)
                                                         : int(Qt::AlignRight);
    case Qt::ForegroundRole:
        return color(line, column);
    case Qt::BackgroundRole:
        return m_rows == Rows::Total ? QVariant(theme().sunk) : QVariant();
    case LinkRole:
        return column != Rank && column != deltaColumn() && column != lightsColumn() &&
               !(m_rows == Rows::Total && column == Name);
    case StrongRole:
        return m_rows == Rows::Total || column == Name || (isRate && rateIdAt(column) == m_sortedBy);
    case LightsRole:
        return column == lightsColumn()
                   ? QVariant::fromValue(QList<int>(line.lights.begin(), line.lights.end()))
                   : QVariant();
    case BarRole:
        return isRate && m_rows == Rows::Zones && line.group.rate(rateIdAt(column))->rate.isDefined()
                   ? QVariant(line.group.rate(rateIdAt(column))->rate.percent() / 100)
                   : QVariant();
    case BarColorRole:
        return seriesColor(rateIdAt(column), column - FirstRate);
    default:
        return {};
    }
}

QVariant RankingModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Vertical)
        return {};
    if (role == Qt::TextAlignmentRole) {
        const bool left = section == Name || section == deltaColumn() || section == lightsColumn();
        return int((section == Rank ? Qt::AlignHCenter
                    : left          ? Qt::AlignLeft
                                    : Qt::AlignRight) |
                   Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole || m_rateIds.isEmpty())
        return {};
    if (section >= FirstRate && section < fractionColumn()) {
        const QString sorted = rateIdAt(section) == m_sortedBy ? QStringLiteral(" ▾") : QString();
        return tr("%1（%）").arg(m_rateTitles[section - FirstRate]) + sorted;
    }
    if (section == fractionColumn())
        return tr("分子/分母");
    if (section == deltaColumn())
        return tr("较上月");
    if (section == lightsColumn())
        return tr("三未");
    const QString titles[] = {tr("名次"), tr("开发区"), tr("签约"), tr("总投资（亿元）")};
    return titles[section];
}

} // namespace yipi::gui
