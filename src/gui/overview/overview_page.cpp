// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/overview/overview_page.h"

#include "gui/explanation/figure_words.h"
#include "gui/overview/batch_bars.h"
#include "gui/overview/campaign_panel.h"
#include "gui/overview/late_list.h"
#include "gui/overview/overdue_panel.h"
#include "gui/overview/rate_card.h"
#include "gui/overview/zone_ranking.h"
#include "gui/plots/trend_plot.h"
#include "gui/widgets/strip_message.h"
#include "indicators/campaign_dates.h"

#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <cmath>

namespace yipi::gui {
namespace {

constexpr int kGap = 8;
constexpr int kCards = 3;
constexpr int kMiddleHeight = 264;
constexpr int kTableHeight = 340;
const Money kLarge = Money::fromYuan(100'000'000);

} // namespace

OverviewPage::OverviewPage(const Workspace &workspace, QWidget *parent)
    : Page(workspace, parent)
    , m_stack(new QStackedWidget(this))
    , m_strip(new StripMessage(this))
    , m_recompute(new QTimer(this)) {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_strip);
    column->addWidget(m_stack, 1);
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("page"));
    scroll->setWidgetResizable(true);
    scroll->setWidget(makeContent());
    m_stack->addWidget(scroll);
    m_stack->addWidget(makeEmptyState());
    connectPanels();
    // A change set may touch a thousand rows: compute once when the event loop comes round.
    m_recompute->setSingleShot(true);
    m_recompute->setInterval(0);
    connect(m_recompute, &QTimer::timeout, this, &OverviewPage::recompute);
    connect(&workspace.ledger, &services::LedgerService::ledgerChanged, this, [this] {
        if (isVisible())
            m_recompute->start();
    });
}

QWidget *OverviewPage::makeContent() {
    auto *content = new QWidget;
    content->setObjectName(QStringLiteral("pageBody"));
    auto *left = new QGridLayout;
    left->setSpacing(kGap);
    for (int i = 0; i < kCards; ++i) {
        m_cards.push_back(new RateCard(content));
        left->addWidget(m_cards.back(), 0, i * 2, 1, 2);
    }
    m_batches = new BatchBars(content);
    m_trend = new TrendPlot(content);
    m_ranking = new ZoneRanking(content);
    auto *trendPanel = new Panel(tr("三率月度走势"), content);
    trendPanel->setNote(tr("%，近 12 个月末"));
    trendPanel->body()->addWidget(m_trend);
    m_batches->setFixedHeight(kMiddleHeight);
    trendPanel->setFixedHeight(kMiddleHeight);
    m_ranking->setMinimumHeight(kTableHeight);
    left->addWidget(m_batches, 1, 0, 1, 2);
    left->addWidget(trendPanel, 1, 2, 1, 4);
    left->addWidget(m_ranking, 2, 0, 1, 6);
    left->setRowStretch(2, 1);
    for (int column = 0; column < 6; ++column)
        left->setColumnStretch(column, 1);

    m_campaignPanel = new CampaignPanel(content);
    m_overdue = new OverduePanel(content);
    m_late = new LateList(content);
    m_campaignPanel->setFixedHeight(m_cards.front()->height());
    m_overdue->setFixedHeight(kMiddleHeight);
    auto *right = new QVBoxLayout;
    right->setSpacing(kGap);
    right->addWidget(m_campaignPanel);
    right->addWidget(m_overdue);
    right->addWidget(m_late, 1);

    auto *row = new QHBoxLayout(content);
    row->setContentsMargins(kGap, kGap, kGap, kGap);
    row->setSpacing(kGap);
    row->addLayout(left, 9);
    row->addLayout(right, 5); // a window narrower than the figures need scrolls
    return content;
}

QWidget *OverviewPage::makeEmptyState() {
    auto *empty = new QWidget;
    auto *text = new QLabel(
        tr("台账里还没有项目。\n从“数据导入”读入各开发区的电子表格，三率、排名和三未项目会在这里显示。"),
        empty);
    text->setAlignment(Qt::AlignCenter);
    text->setProperty("role", QStringLiteral("label"));
    auto *column = new QVBoxLayout(empty);
    column->addWidget(text);
    return empty;
}

void OverviewPage::connectPanels() {
    for (RateCard *card : m_cards)
        connect(card, &RateCard::rowsRequested, this,
                [this](const QString &id, RowsOf rows) { Q_EMIT explanationRequested(id, m_scope, rows); });
    connect(m_campaignPanel, &CampaignPanel::batchRequested, this,
            [this](Batch batch) { requestBatch(batch, m_campaign); });
    connect(m_campaignPanel, &CampaignPanel::largeRequested, this, [this] {
        Q_EMIT projectListRequested(campaignProjects(workspace(), m_scope, *m_campaign, kLarge, false),
                                    tr("%1　亿元以上项目").arg(m_campaign->chineseText()));
    });
    connect(m_campaignPanel, &CampaignPanel::strategicRequested, this, [this] {
        Q_EMIT projectListRequested(campaignProjects(workspace(), m_scope, *m_campaign, {}, true),
                                    tr("%1　战略性新兴产业").arg(m_campaign->chineseText()));
    });
    connect(m_batches, &BatchBars::batchRequested, this, [this](Batch batch) { requestBatch(batch, {}); });
    connect(m_trend, &TrendPlot::pointClicked, this, [this](const QString &id, int month) {
        services::FigureScope scope = m_scope;
        scope.asOf = m_trendFirst.plus(month);
        Q_EMIT explanationRequested(id, scope);
    });
    connect(m_overdue, &OverduePanel::listRequested, this, &OverviewPage::requestOverdue);
    connect(m_late, &LateList::listRequested, this, &Page::projectListRequested);
    connect(m_ranking, &ZoneRanking::rateRequested, this,
            [this](const QString &id, qint64 zone) { Q_EMIT explanationRequested(id, scopeOf(zone)); });
    connect(m_ranking, &ZoneRanking::signedRequested, this, [this](qint64 zone) {
        ProjectFilter filter = heldFilter();
        filter.batch = Batch::Sign;
        if (zone)
            filter.zones = {zone};
        Q_EMIT projectsRequested(filter);
    });
    connect(m_ranking, &ZoneRanking::zoneFilterRequested, this,
            [this](qint64 zone) { Q_EMIT filterRequested(scopeOf(zone).filter); });
    connect(m_ranking, &ZoneRanking::zoneOpened, this,
            [this](qint64 zone) { Q_EMIT projectsRequested(scopeOf(zone).filter); });
}

void OverviewPage::setScope(const services::FigureScope &scope) {
    m_scope = scope;
    recompute();
}

services::FigureScope OverviewPage::scopeOf(qint64 zone) const {
    services::FigureScope scope = m_scope;
    if (zone)
        scope.filter.zones = {zone};
    return scope;
}

ProjectFilter OverviewPage::heldFilter() const {
    ProjectFilter filter = m_scope.filter;
    std::optional<CampaignKey> last;
    for (const Campaign &campaign : workspace().ledger.campaigns())
        if (indicators::heldOn(campaign) <= m_scope.asOf.lastDay() && (!last || *last < campaign.key()))
            last = campaign.key();
    if (last && (!filter.lastCampaign || *last < *filter.lastCampaign))
        filter.lastCampaign = last;
    return filter;
}

void OverviewPage::requestBatch(Batch batch, std::optional<CampaignKey> campaign) {
    ProjectFilter filter = heldFilter();
    filter.batch = batch;
    if (campaign)
        filter.firstCampaign = filter.lastCampaign = campaign;
    Q_EMIT projectsRequested(filter);
}

void OverviewPage::recompute() {
    const bool isEmpty = workspace().ledger.facts().projects.empty();
    m_stack->setCurrentIndex(isEmpty ? 1 : 0);
    if (isEmpty)
        return;
    const auto overview = readOverview(workspace(), m_scope);
    if (!overview) {
        m_strip->showError(overview.error()); // the last values stay
        return;
    }
    m_strip->clear();
    m_campaign = overview->campaign ? std::optional(overview->campaign->summary.campaign) : std::nullopt;
    m_campaignPanel->setEnabled(m_campaign.has_value());
    for (int i = 0; i < kCards; ++i) {
        m_cards[std::size_t(i)]->setVisible(i < overview->rateIds.size());
        if (i < overview->rateIds.size())
            m_cards[std::size_t(i)]->setRate(*overview, i);
    }
    m_campaignPanel->setData(*overview);
    m_batches->setData(*overview);
    m_overdue->setData(*overview);
    m_ranking->setData(*overview);
    m_late->setData(*overview);
    showTrend(*overview);
}

void OverviewPage::requestOverdue(std::optional<indicators::OverdueKind> kind,
                                  std::optional<indicators::Light> light, const QString &title) {
    const auto ids = overdueProjects(workspace(), m_scope, kind, light);
    if (ids)
        Q_EMIT projectListRequested(*ids, title);
    else
        m_strip->showError(ids.error());
}

void OverviewPage::showTrend(const OverviewData &overview) {
    const auto &groups = overview.trend.groups;
    m_trendFirst = overview.scope.asOf.plus(1 - int(groups.size()));
    QStringList months;
    for (std::size_t i = 0; i < groups.size(); ++i)
        months << m_trendFirst.plus(int(i)).text().mid(2);
    QList<TrendSeries> series;
    for (int r = 0; r < overview.rateIds.size(); ++r) {
        const QString &id = overview.rateIds[r];
        TrendSeries line{
            id, overview.rule(id)->title, overview.now.total.rate(id)->text(), seriesColor(id, r), {}};
        for (const indicators::GroupResult &month : groups) {
            const indicators::RateResult *rate = month.rate(id);
            line.percent << (rate && rate->rate.isDefined() ? rate->rate.percent() : NAN);
        }
        series << line;
    }
    // Where the first rate's denominator grows, the rate may fall without anything having gone wrong: say so.
    QList<TrendPlot::Mark> marks;
    for (std::size_t i = 1; i < groups.size(); ++i) {
        const auto *now = groups[i].rate(overview.rateIds.first());
        const auto *before = groups[i - 1].rate(overview.rateIds.first());
        const qint64 more = now && before && !now->isMoney() ? now->rate.den() - before->rate.den() : 0;
        if (more > 0 && before->rate.isDefined())
            marks << TrendPlot::Mark{int(i), tr("分母 +%1").arg(more)};
    }
    m_trend->setData(months, series, marks);
}

} // namespace yipi::gui
