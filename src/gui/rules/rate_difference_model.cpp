// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/rules/rate_difference_model.h"

#include "gui/explanation/figure_words.h"
#include "gui/theme.h"
#include "gui/widgets/figure_table.h"

namespace yipi::gui {

using indicators::RateDifference;
using indicators::RateResult;

namespace {

bool isChanged(const RateDifference &rate) {
    return rate.a.has_value() != rate.b.has_value() || rate.numDifference() != 0 ||
           rate.denDifference() != 0 || (rate.a && rate.a->unit != rate.b->unit);
}

QString differenceText(const RateDifference &rate) {
    if (rate.points.isEmpty())
        return QStringLiteral("—");
    const bool rises = !rate.points.startsWith(u'-') && rate.points != u"0.00";
    return rises ? u'+' + rate.points : rate.points;
}

QString cellText(const RateDifference &rate, int column) {
    const auto rateText = [](const std::optional<RateResult> &r) {
        return r ? r->text() : RateDifferenceModel::tr("无此比率");
    };
    const auto parts = [](const std::optional<RateResult> &r) { return r ? fractionText(*r) : QString(); };
    switch (column) {
    case RateDifferenceModel::Title:
        return rate.title;
    case RateDifferenceModel::RateA:
        return rateText(rate.a);
    case RateDifferenceModel::PartsA:
        return parts(rate.a);
    case RateDifferenceModel::RateB:
        return rateText(rate.b);
    case RateDifferenceModel::PartsB:
        return parts(rate.b);
    default:
        return differenceText(rate);
    }
}

/// The fraction, which a narrow column cuts, and the sentence of the rule.
QString tipText(const RateDifference &rate, int column) {
    const bool isOfA = column == RateDifferenceModel::RateA || column == RateDifferenceModel::PartsA;
    const std::optional<RateResult> &side = isOfA ? rate.a : rate.b;
    return side ? QStringLiteral("%1 %2\n%3").arg(side->text(), fractionText(*side), side->ruleText)
                : QString();
}

} // namespace

void RateDifferenceModel::setSides(const QString &a, const QString &b) {
    m_a = a;
    m_b = b;
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

void RateDifferenceModel::setRates(std::vector<RateDifference> rates) {
    const auto isSame = [](const RateDifference &a, const RateDifference &b) { return a.id == b.id; };
    // Where only figures change the selection stays.
    if (std::equal(rates.begin(), rates.end(), m_rates.begin(), m_rates.end(), isSame)) {
        m_rates = std::move(rates);
        if (!m_rates.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_rates = std::move(rates);
    endResetModel();
}

const RateDifference *RateDifferenceModel::rate(int row) const {
    return row >= 0 && row < rowCount() ? &m_rates[std::size_t(row)] : nullptr;
}

int RateDifferenceModel::rowOf(const QString &rateId) const {
    for (int row = 0; row < rowCount(); ++row)
        if (m_rates[std::size_t(row)].id == rateId)
            return row;
    return -1;
}

int RateDifferenceModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : int(m_rates.size());
}

int RateDifferenceModel::columnCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant RateDifferenceModel::data(const QModelIndex &index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const RateDifference &rate = m_rates[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return cellText(rate, index.column());
    case Qt::ToolTipRole:
        return tipText(rate, index.column());
    case Qt::TextAlignmentRole:
        return int((index.column() == Title ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case Qt::ForegroundRole:
        if (!isChanged(rate))
            return theme().t2;
        return index.column() == Points && rate.points.startsWith(u'-') ? theme().red : theme().t1;
    case StrongRole:
        return isChanged(rate) && (index.column() == Points || index.column() == RateB);
    default:
        return {};
    }
}

QVariant RateDifferenceModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == Title ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole)
        return section == RateA || section == PartsA   ? m_a
               : section == RateB || section == PartsB ? m_b
                                                       : tr("后者减前者，按未取舍的比率，个百分点");
    if (role != Qt::DisplayRole)
        return {};
    const QString titles[] = {tr("比率"), m_a, m_b, tr("相差"), tr("分子/分母"), tr("分子/分母")};
    return titles[section];
}

} // namespace yipi::gui
