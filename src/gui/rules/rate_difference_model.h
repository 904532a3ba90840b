// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indicators/compare_rules.h"

#include <QAbstractTableModel>

namespace yipi::gui {

/// Rates under two rule sets: rate and fraction of each, difference in 个百分点.
class RateDifferenceModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Title, RateA, RateB, Points, PartsA, PartsB, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// What the two sides are called in the header.
    void setSides(const QString &a, const QString &b);
    void setRates(std::vector<indicators::RateDifference> rates);
    const indicators::RateDifference *rate(int row) const; ///< null when there is none
    int rowOf(const QString &rateId) const;                ///< −1 when there is none

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString m_a, m_b;
    std::vector<indicators::RateDifference> m_rates;
};

} // namespace yipi::gui
