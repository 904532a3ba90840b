// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/overview/overview_data.h"
#include "indicators/ranking.h"

#include <QAbstractTableModel>

namespace yipi::gui {

/// Zones ranked by one rate, dense and by exact fractions; or, as the footer, the one row of the total.
class RankingModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum class Rows { Zones, Total };
    /// The rates follow from FirstRate on; then the k/n and the change of the chosen rate, then the lights.
    enum Column { Rank, Name, Signed, Investment, FirstRate };

    explicit RankingModel(Rows rows, QObject *parent = nullptr)
        : QAbstractTableModel(parent)
        , m_rows(rows) {}

    void setData(const OverviewData &data, int sortedBy);
    int rateCount() const { return int(m_rateIds.size()); }
    int fractionColumn() const { return FirstRate + rateCount(); }
    int deltaColumn() const { return fractionColumn() + 1; }
    int lightsColumn() const { return fractionColumn() + 2; }
    /// The rate shown in a column: of the rate columns, the k/n and the change; empty for others.
    QString rateIdAt(int column) const;
    qint64 zoneId(int row) const { return m_lines[std::size_t(row)].group.id; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Line {
        indicators::GroupResult group;
        QString name;
        int rank = 0; ///< 0 = none, the rate is undefined
        QString delta;
        LightCounts lights{};
    };
    Line lineOf(const indicators::RankedGroup &ranked, const OverviewData &data) const;
    QString text(const Line &line, int column) const;
    QVariant color(const Line &line, int column) const;

    Rows m_rows;
    QStringList m_rateIds, m_rateTitles;
    QString m_sortedBy;
    std::vector<Line> m_lines;
};

} // namespace yipi::gui
