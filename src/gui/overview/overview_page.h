// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/page.h"

class QGridLayout;
class QStackedWidget;
class QTimer;

namespace yipi::gui {

class BatchBars;
class CampaignPanel;
class LateList;
class OverduePanel;
class RateCard;
class StripMessage;
class TrendPlot;
class ZoneRanking;
struct OverviewData;

/// 总览看板: where the rates are, what moved, which zone, what is late.
class OverviewPage : public Page {
    Q_OBJECT

public:
    explicit OverviewPage(const Workspace &workspace, QWidget *parent = nullptr);

    QString title() const override { return tr("总览看板"); }
    QString iconName() const override { return QStringLiteral("dash"); }
    void setScope(const services::FigureScope &scope) override;

    RateCard *card(int position) const { return m_cards[std::size_t(position)]; }

private:
    QWidget *makeContent();
    QWidget *makeEmptyState();
    void connectPanels();
    void recompute();
    void showTrend(const OverviewData &overview);
    void requestOverdue(std::optional<indicators::OverdueKind> kind, std::optional<indicators::Light> light,
                        const QString &title);
    void requestBatch(Batch batch, std::optional<CampaignKey> campaign);
    services::FigureScope scopeOf(qint64 zone) const;
    /// The page's filter, ending with the last campaign held by the as-of date as the totals do.
    ProjectFilter heldFilter() const;

    services::FigureScope m_scope;
    std::optional<CampaignKey> m_campaign;
    Month m_trendFirst;
    QStackedWidget *m_stack;
    StripMessage *m_strip;
    std::vector<RateCard *> m_cards;
    CampaignPanel *m_campaignPanel = nullptr;
    BatchBars *m_batches = nullptr;
    TrendPlot *m_trend = nullptr;
    OverduePanel *m_overdue = nullptr;
    ZoneRanking *m_ranking = nullptr;
    LateList *m_late = nullptr;
    QTimer *m_recompute;
};

} // namespace yipi::gui
