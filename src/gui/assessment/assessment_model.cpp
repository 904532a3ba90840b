// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/assessment/assessment_model.h"

#include "gui/theme.h"
#include "gui/widgets/figure_table.h"

namespace yipi::gui {

QString movedText(const services::AssessmentChange &change) {
    if (!change.places)
        return QStringLiteral("—");
    if (*change.places == 0)
        return AssessmentModel::tr("持平");
    return *change.places > 0 ? AssessmentModel::tr("▲ 升 %1").arg(*change.places)
                              : AssessmentModel::tr("▼ 降 %1").arg(-*change.places);
}

QString measuredText(const indicators::AssessmentItem &item, const indicators::ItemFigure &figure,
                     const indicators::ItemScore &score) {
    if (!score.value)
        return AssessmentModel::tr("无数值");
    const QString unit = indicators::valueUnit(item, figure);
    const QString value = indicators::valueText(item, figure, score);
    return unit == u"%" ? value + unit : value + u' ' + unit;
}

QString totalText(const indicators::ZoneScore &zone) {
    return zone.total ? zone.total->text() : QStringLiteral("—");
}

void AssessmentModel::setAssessment(AssessmentPtr assessment) {
    beginResetModel();
    m_assessment = std::move(assessment);
    m_lines.clear();
    if (m_assessment)
        for (const indicators::GroupScores &group : m_assessment->scores.groups) {
            const std::size_t begin = m_lines.size();
            if (m_assessment->scheme.grouping != indicators::AssessmentGrouping::All)
                m_lines.push_back({tr("%1　%2 个")
                                       .arg(group.group.isEmpty() ? tr("未分组") : group.group,
                                            QString::number(group.zones.size()))});
            const std::size_t first = m_lines.size();
            for (const indicators::ZoneScore &zone : group.zones)
                if (m_assessment->shows(zone.zone))
                    m_lines.push_back(
                        {{}, &zone, m_assessment->figuresOf(zone.zone), m_assessment->sinceLastMonth(zone)});
            if (m_lines.size() == first) // nobody of the group is shown
                m_lines.resize(begin);
        }
    endResetModel();
}

int AssessmentModel::itemAt(int column) const {
    return column >= FirstItem && column < bonusColumn() ? column - FirstItem : -1;
}

qint64 AssessmentModel::zoneAt(int row) const {
    if (row < 0 || row >= rowCount())
        return 0;
    const Line &line = m_lines[std::size_t(row)];
    return line.zone ? line.zone->zone : 0;
}

int AssessmentModel::rowOf(qint64 zone) const {
    for (int row = 0; row < rowCount(); ++row)
        if (zone && zoneAt(row) == zone)
            return row;
    return -1;
}

int AssessmentModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : int(m_lines.size());
}

int AssessmentModel::columnCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : bonusColumn() + 1;
}

QString AssessmentModel::text(const Line &line, int column) const {
    if (!line.zone)
        return column == Rank ? line.heading : QString();
    switch (column) {
    case Rank:
        return line.zone->rank ? QString::number(line.zone->rank) : QStringLiteral("—");
    case Name:
        return line.zone->shortName.isEmpty() ? line.zone->name : line.zone->shortName;
    case Total:
        return totalText(*line.zone);
    case Change:
        return movedText(line.change);
    default:
        break;
    }
    if (column == bonusColumn())
        return line.zone->bonusEntries.empty() ? QStringLiteral("—") : line.zone->bonus.text();
    const auto &score = line.zone->items[std::size_t(itemAt(column))].score;
    return score ? score->text() : QStringLiteral("—");
}

QString AssessmentModel::secondLine(const Line &line, int column) const {
    if (!line.zone)
        return {};
    if (column == Rank)
        return line.zone->isTied ? tr("并列") : QString();
    if (column == Name)
        return line.zone->shortName.isEmpty() ? QString() : line.zone->name;
    if (column == Change && line.change.points) {
        const QString points = line.change.points->text();
        return line.change.points->isNegative() ? tr("%1 分").arg(points) : tr("+%1 分").arg(points);
    }
    const int item = itemAt(column);
    if (item < 0)
        return {};
    return measuredText(m_assessment->scheme.items[std::size_t(item)], line.figures->items[std::size_t(item)],
                        line.zone->items[std::size_t(item)]);
}

QVariant AssessmentModel::color(const Line &line, int column) const {
    const Theme &t = theme();
    if (!line.zone)
        return t.t2;
    if (column == Change)
        return !line.change.places || *line.change.places == 0 ? t.t3
               : *line.change.places > 0                       ? t.grn
                                                               : t.red;
    if (column == bonusColumn() && line.zone->bonus.isNegative())
        return t.red;
    return column == Rank ? QVariant(t.t2) : QVariant();
}

QVariant AssessmentModel::data(const QModelIndex &index, int role) const {
    const Line &line = m_lines[std::size_t(index.row())];
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(line, column);
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1 %2").arg(text(line, column), secondLine(line, column)).trimmed();
    case SubTextRole:
        return secondLine(line, column);
    case Qt::ToolTipRole:
        return line.zone && itemAt(column) >= 0
                   ? QVariant(tr("%1：%2").arg(
                         m_assessment->scheme.items[std::size_t(itemAt(column))].title,
                         indicators::figureText(m_assessment->scheme.items[std::size_t(itemAt(column))],
                                                line.figures->items[std::size_t(itemAt(column))])))
               : line.zone && column == Name ? QVariant(line.zone->name)
                                             : QVariant();
    case Qt::TextAlignmentRole:
        return !line.zone || column == Name || column == Change ? int(Qt::AlignLeft)
               : column == Rank                                 ? int(Qt::AlignHCenter)
                                                                : int(Qt::AlignRight);
    case Qt::ForegroundRole:
        return color(line, column);
    case Qt::BackgroundRole:
        return line.zone ? QVariant() : QVariant(theme().sunk);
    case LinkRole:
        return line.zone && itemAt(column) >= 0;
    case StrongRole:
        return !line.zone || column == Name || column == Total;
    default:
        return {};
    }
}

QVariant AssessmentModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Vertical || !m_assessment)
        return {};
    const int item = itemAt(section);
    if (role == Qt::TextAlignmentRole)
        return int((section == Rank                        ? Qt::AlignHCenter
                    : section == Name || section == Change ? Qt::AlignLeft
                                                           : Qt::AlignRight) |
                   Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && item >= 0)
        return indicators::itemRuleText(m_assessment->scheme.items[std::size_t(item)]);
    if (role != Qt::DisplayRole)
        return {};
    if (item >= 0) {
        const indicators::AssessmentItem &line = m_assessment->scheme.items[std::size_t(item)];
        return tr("%1\n权重 %2").arg(line.title, line.weight.text());
    }
    if (section == bonusColumn())
        return tr("加减分");
    const QString titles[] = {tr("名次"), tr("开发区"), tr("总分"), tr("较上月")};
    return titles[section];
}

} // namespace yipi::gui
