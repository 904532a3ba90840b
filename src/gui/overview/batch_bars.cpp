// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/overview/batch_bars.h"

#include "gui/overview/share_bar.h"
#include "gui/theme.h"
#include "gui/widgets/metric_label.h"

#include <QGridLayout>
#include <QLabel>

namespace yipi::gui {
namespace {
constexpr int kBarHeight = 24;
}

BatchBars::BatchBars(QWidget *parent)
    : Panel(tr("三批清单"), parent) {
    auto *grid = new QGridLayout;
    grid->setContentsMargins(12, 8, 12, 10);
    grid->setHorizontalSpacing(12);
    for (int i = 0; i < 3; ++i) {
        const auto batch = Batch(i);
        Row &row = m_rows[i];
        row = {new ShareBar(this), new MetricLabel(this), new MetricLabel(this)};
        row.bar->setFixedHeight(kBarHeight);
        row.count->setScale(15, true);
        grid->addWidget(new QLabel(title(batch), this), i, 0);
        grid->addWidget(row.bar, i, 1, Qt::AlignVCenter);
        grid->setRowStretch(i, 1);
        grid->addWidget(row.count, i, 2, Qt::AlignRight | Qt::AlignVCenter);
        grid->addWidget(row.investment, i, 3, Qt::AlignRight | Qt::AlignVCenter);
        for (MetricLabel *figure : {row.count, row.investment})
            connect(figure, &MetricLabel::clicked, this, [this, batch] { Q_EMIT batchRequested(batch); });
    }
    grid->setColumnStretch(1, 1);
    body()->addLayout(grid, 1);
}

void BatchBars::setData(const OverviewData &overview) {
    const indicators::GroupResult &total = overview.now.total;
    const indicators::BatchTotal *totals[] = {&total.sign, &total.start, &total.produce};
    const QColor colors[] = {theme().stageSigned, theme().stageStarted, theme().stageProducing};
    const qint64 most = std::max({total.sign.count, total.start.count, total.produce.count, qint64(1)});
    for (int i = 0; i < 3; ++i) {
        const QString name = title(Batch(i));
        m_rows[i].bar->setShare(double(totals[i]->count) / double(most), colors[i]);
        m_rows[i].count->setFigure(QString::number(totals[i]->count), tr("个"), name);
        m_rows[i].investment->setFigure(Money::fromYuan(totals[i]->investment).text(MoneyUnit::Yi),
                                        tr("亿元"), tr("%1总投资").arg(name));
    }
    setNote(tr("截至 %1，按申报").arg(overview.scope.asOf.lastDay().toString(Qt::ISODate)));
}

} // namespace yipi::gui
