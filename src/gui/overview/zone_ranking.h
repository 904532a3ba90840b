// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/overview/overview_data.h"
#include "gui/widgets/panel.h"

class QButtonGroup;
class QHBoxLayout;

namespace yipi::gui {

class FigureTable;
class RankingModel;

/// 开发区排名: a table with the total pinned below, sorted by the rate chosen in the header.
class ZoneRanking : public Panel {
    Q_OBJECT

public:
    explicit ZoneRanking(QWidget *parent = nullptr);
    void setData(const OverviewData &overview);
    const RankingModel &model() const { return *m_model; }

Q_SIGNALS:
    /// zone 0 = all
    void rateRequested(const QString &rateId, qint64 zone);
    void signedRequested(qint64 zone);
    void zoneFilterRequested(qint64 zone);
    void zoneOpened(qint64 zone);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fillSegments(const QStringList &titles);
    void sortBy(int rate);
    void layOutColumns();
    void trigger(const RankingModel &model, const QModelIndex &index);

    OverviewData m_data;
    int m_sortedBy = 0;
    QButtonGroup *m_segments;
    QWidget *m_segmentBox;
    RankingModel *m_model;
    RankingModel *m_totalModel;
    FigureTable *m_table;
    FigureTable *m_total;
};

} // namespace yipi::gui
