// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/overview/campaign_panel.h"

#include "gui/theme.h"
#include "gui/widgets/metric_label.h"

#include <QGridLayout>
#include <QLabel>

namespace yipi::gui {
namespace {

constexpr int kSideFigure = 20;

QLabel *head(const QString &text, Qt::Alignment alignment, QWidget *parent) {
    auto *label = new QLabel(text, parent);
    label->setProperty("role", QStringLiteral("note"));
    label->setAlignment(alignment);
    return label;
}

QWidget *square(const QColor &color, QWidget *parent) {
    auto *box = new QFrame(parent);
    box->setFixedSize(8, 8);
    box->setAutoFillBackground(true);
    QPalette palette;
    palette.setColor(QPalette::Window, color);
    box->setPalette(palette);
    return box;
}

} // namespace

CampaignPanel::CampaignPanel(QWidget *parent)
    : Panel(tr("本次活动"), parent)
    , m_large(new MetricLabel(this))
    , m_strategic(new MetricLabel(this)) {
    auto *grid = new QGridLayout;
    grid->setContentsMargins(12, 6, 12, 8);
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(2);
    grid->addWidget(head(tr("批次"), Qt::AlignLeft, this), 0, 0, 1, 2);
    grid->addWidget(head(tr("项目（个）"), Qt::AlignRight, this), 0, 2);
    grid->addWidget(head(tr("总投资（亿元）"), Qt::AlignRight, this), 0, 3);
    grid->addWidget(head(tr("预计年产值（亿元）"), Qt::AlignRight, this), 0, 4);
    const QColor colors[] = {theme().stageSigned, theme().stageStarted, theme().stageProducing};
    for (int i = 0; i < 3; ++i) {
        const auto batch = Batch(i);
        Row &row = m_rows[i];
        row = {new MetricLabel(this), new MetricLabel(this), new MetricLabel(this)};
        row.count->setScale(13, true);
        grid->addWidget(square(colors[i], this), i + 1, 0);
        grid->addWidget(new QLabel(title(batch), this), i + 1, 1);
        int column = 2;
        for (MetricLabel *figure : {row.count, row.investment, row.output}) {
            grid->addWidget(figure, i + 1, column++, Qt::AlignRight | Qt::AlignVCenter);
            connect(figure, &MetricLabel::clicked, this, [this, batch] { Q_EMIT batchRequested(batch); });
        }
    }
    auto *rule = new QFrame(this);
    rule->setProperty("role", QStringLiteral("rule"));
    rule->setFixedWidth(1);
    grid->addWidget(rule, 0, 5, 4, 1);
    auto *side = new QVBoxLayout;
    side->setSpacing(1);
    for (const auto &[figure, text] :
         {std::pair{m_large, tr("亿元以上项目")}, {m_strategic, tr("战略性新兴产业")}}) {
        figure->setScale(kSideFigure, true);
        side->addWidget(head(text, Qt::AlignLeft, this));
        side->addWidget(figure);
    }
    side->addStretch(1);
    grid->addLayout(side, 0, 6, 4, 1);
    for (const int column : {2, 3, 4})
        grid->setColumnStretch(column, 1);
    body()->addLayout(grid);
    connect(m_large, &MetricLabel::clicked, this, &CampaignPanel::largeRequested);
    connect(m_strategic, &MetricLabel::clicked, this, &CampaignPanel::strategicRequested);
}

void CampaignPanel::setData(const OverviewData &overview) {
    const bool known = overview.campaign.has_value();
    const auto [summary, heldOn] = overview.campaign.value_or(services::CampaignAtHand());
    QString note = known ? summary.campaign.chineseText() : tr("还没有登记活动");
    if (heldOn.isValid())
        note += tr("，%1 举行").arg(heldOn.toString(Qt::ISODate));
    setNote(known ? note + tr(" · 不受期次筛选影响") : note);
    const indicators::BatchTotal *totals[] = {&summary.sign, &summary.start, &summary.produce};
    for (int i = 0; i < 3; ++i) {
        const QString name = title(Batch(i));
        m_rows[i].count->setFigure(QString::number(totals[i]->count), {}, name);
        m_rows[i].investment->setFigure(Money::fromYuan(totals[i]->investment).text(MoneyUnit::Yi), {},
                                        tr("%1总投资").arg(name));
        m_rows[i].output->setFigure(Money::fromYuan(totals[i]->output).text(MoneyUnit::Yi), {},
                                    tr("%1预计年产值").arg(name));
    }
    m_large->setFigure(QString::number(summary.over100m), tr("个"), tr("亿元以上项目"));
    m_strategic->setFigure(QString::number(summary.strategic), tr("个"), tr("战略性新兴产业项目"));
}

} // namespace yipi::gui
