// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/overview/zone_ranking.h"

#include "gui/overview/ranking_model.h"
#include "gui/widgets/figure_table.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QScrollBar>
#include <QToolButton>

namespace yipi::gui {
namespace {
constexpr int kRowHeight = 34;
constexpr int kWide = 900;
} // namespace

ZoneRanking::ZoneRanking(QWidget *parent)
    : Panel(tr("开发区排名"), parent)
    , m_segments(new QButtonGroup(this))
    , m_segmentBox(new QWidget(this))
    , m_model(new RankingModel(RankingModel::Rows::Zones, this))
    , m_totalModel(new RankingModel(RankingModel::Rows::Total, this))
    , m_table(new FigureTable(kRowHeight, this))
    , m_total(new FigureTable(kRowHeight, this)) {
    auto *row = new QHBoxLayout(m_segmentBox);
    row->setContentsMargins(1, 0, 0, 0);
    row->setSpacing(0);
    addToHeader(m_segmentBox);
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("开发区排名"));
    m_total->setModel(m_totalModel);
    m_total->setAccessibleName(tr("合计"));
    m_total->horizontalHeader()->hide();
    m_total->setFixedHeight(kRowHeight);
    m_total->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_total->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    body()->addWidget(m_table, 1);
    body()->addWidget(m_total);
    connect(m_segments, &QButtonGroup::idClicked, this, &ZoneRanking::sortBy);
    connect(m_table->horizontalHeader(), &QHeaderView::sectionResized, m_total->horizontalHeader(),
            [this](int column, int, int width) { m_total->setColumnWidth(column, width); });
    connect(m_table->horizontalScrollBar(), &QScrollBar::valueChanged, m_total->horizontalScrollBar(),
            &QScrollBar::setValue);
    for (FigureTable *table : {m_table, m_total}) {
        const RankingModel *model = table == m_table ? m_model : m_totalModel;
        connect(table, &FigureTable::cellTriggered, this,
                [this, model](const QModelIndex &index) { trigger(*model, index); });
    }
    connect(m_table, &FigureTable::rowOpened, this,
            [this](const QModelIndex &index) { Q_EMIT zoneOpened(m_model->zoneId(index.row())); });
}

void ZoneRanking::setData(const OverviewData &overview) {
    const bool otherRates = m_data.rateIds != overview.rateIds || m_data.rules != overview.rules;
    m_data = overview;
    if (otherRates) {
        m_sortedBy = 0;
        QStringList titles;
        for (const QString &id : overview.rateIds)
            titles << overview.rule(id)->title;
        fillSegments(titles);
    }
    sortBy(m_sortedBy);
    if (otherRates)
        layOutColumns();
}

void ZoneRanking::fillSegments(const QStringList &titles) {
    for (QAbstractButton *button : m_segments->buttons())
        delete button;
    for (int i = 0; i < titles.size(); ++i) {
        auto *button = new QToolButton(m_segmentBox);
        button->setText(titles[i]);
        button->setCheckable(true);
        button->setChecked(i == 0);
        button->setProperty("role", QStringLiteral("segment"));
        button->setAccessibleName(tr("按%1排名").arg(titles[i]));
        m_segments->addButton(button, i);
        m_segmentBox->layout()->addWidget(button);
    }
}

void ZoneRanking::sortBy(int rate) {
    m_sortedBy = rate;
    m_model->setData(m_data, rate);
    m_totalModel->setData(m_data, rate);
    setNote(tr("按%1由高到低").arg(m_data.rule(m_data.rateIds[rate])->title));
}

void ZoneRanking::layOutColumns() {
    QHeaderView *header = m_table->horizontalHeader();
    header->setMinimumSectionSize(36);
    header->setSectionResizeMode(QHeaderView::Interactive);
    // In little room the bars and the change against last month go; in much the bars grow.
    const bool isWide = width() >= kWide;
    const int bars = isWide ? 6 + (width() - kWide) / 5 : 0;
    const auto set = [&](int column, int width) { header->resizeSection(column, width); };
    set(RankingModel::Rank, 48);
    set(RankingModel::Signed, 50);
    set(RankingModel::Investment, 116);
    for (int rate = 0; rate < m_model->rateCount(); ++rate)
        set(RankingModel::FirstRate + rate, (rate == 0 ? 112 : 98) + bars);
    set(m_model->fractionColumn(), 80);
    set(m_model->deltaColumn(), 74);
    set(m_model->lightsColumn(), 112);
    for (FigureTable *table : {m_table, m_total})
        table->setColumnHidden(m_model->deltaColumn(), !isWide);
    header->setSectionResizeMode(RankingModel::Name, QHeaderView::Stretch);
    for (int column = 0; column < m_model->columnCount(); ++column)
        if (!m_table->isColumnHidden(column))
            m_total->setColumnWidth(column, m_table->columnWidth(column));
}

void ZoneRanking::resizeEvent(QResizeEvent *event) {
    Panel::resizeEvent(event);
    if (m_model->rateCount() > 0)
        layOutColumns();
}

void ZoneRanking::trigger(const RankingModel &model, const QModelIndex &index) {
    const qint64 zone = model.zoneId(index.row());
    const int column = index.column();
    if (const QString rateId = model.rateIdAt(column); !rateId.isEmpty() && column != model.deltaColumn())
        Q_EMIT rateRequested(rateId, zone);
    else if (column == RankingModel::Signed || column == RankingModel::Investment)
        Q_EMIT signedRequested(zone);
    else if (column == RankingModel::Name && zone != 0)
        Q_EMIT zoneFilterRequested(zone);
}

} // namespace yipi::gui
