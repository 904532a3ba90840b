// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/overview/overdue_panel.h"

#include "gui/overview/stack_bar.h"
#include "gui/theme.h"
#include "gui/widgets/light_glyph.h"
#include "gui/widgets/metric_label.h"

#include <QGridLayout>
#include <QLabel>

namespace yipi::gui {
namespace {

constexpr int kCountPixels = 22;
constexpr indicators::Light kLights[] = {indicators::Light::Red, indicators::Light::Yellow,
                                         indicators::Light::Green};

QLabel *note(const QString &text, QWidget *parent) {
    auto *label = new QLabel(text, parent);
    label->setProperty("role", QStringLiteral("note"));
    return label;
}

} // namespace

OverduePanel::OverduePanel(QWidget *parent)
    : Panel(tr("三未项目"), parent)
    , m_total(new MetricLabel(this))
    , m_legend(new QLabel(this)) {
    m_legend->setTextFormat(Qt::RichText);
    addToHeader(m_legend);
    addToHeader(m_total);
    m_total->setScale(15, true);
    const QString details[] = {tr("签约后到期仍未开工"), tr("开工后到期仍未投产"), tr("投产后到期仍未达效")};
    auto *grid = new QGridLayout;
    grid->setContentsMargins(12, 4, 12, 4);
    grid->setHorizontalSpacing(12);
    for (int i = 0; i < 3; ++i) {
        Row &row = m_rows[i];
        row = {new QLabel(this), new MetricLabel(this), new StackBar(this)};
        row.count->setScale(kCountPixels, true);
        auto *texts = new QVBoxLayout;
        texts->setSpacing(0);
        row.name->setProperty("role", QStringLiteral("title"));
        texts->addStretch(1);
        texts->addWidget(row.name);
        texts->addWidget(note(details[i], this));
        texts->addStretch(1);
        grid->addLayout(texts, i, 0);
        grid->addWidget(row.count, i, 1, Qt::AlignRight | Qt::AlignVCenter);
        grid->addWidget(row.bar, i, 2, Qt::AlignVCenter);
        const auto kind = static_cast<indicators::OverdueKind>(i);
        connect(row.count, &MetricLabel::clicked, this,
                [this, kind, i] { Q_EMIT listRequested(kind, std::nullopt, m_rows[i].name->text()); });
        connect(row.bar, &StackBar::segmentClicked, this, [this, kind, i](int light) {
            Q_EMIT listRequested(kind, kLights[light],
                                 QStringLiteral("%1　%2").arg(m_rows[i].name->text(), title(kLights[light])));
        });
    }
    grid->setColumnStretch(2, 1);
    body()->addLayout(grid, 1);
    connect(m_total, &MetricLabel::clicked, this,
            [this] { Q_EMIT listRequested(std::nullopt, std::nullopt, tr("三未项目")); });
}

void OverduePanel::setData(const OverviewData &overview) {
    LightCounts all{};
    for (std::size_t i = 0; i < overview.overdueByKind.size(); ++i) {
        const LightCounts &counts = overview.overdueByKind[i];
        for (std::size_t light = 0; light < counts.size(); ++light)
            all[light] += counts[light];
        const QString name = overview.rules->overdueTitle(static_cast<indicators::OverdueKind>(i));
        m_rows[i].name->setText(name);
        m_rows[i].count->setFigure(QString::number(counts[0] + counts[1] + counts[2]), {}, name);
        m_rows[i].bar->setCounts(counts, name);
    }
    QStringList legend;
    for (std::size_t light = 0; light < all.size(); ++light)
        legend << QStringLiteral("<span style='color:%1'>%2</span> <span style='font-size:12px'>%3 %4</span>")
                      .arg(colorsOf(kLights[light]).fill.name(), QString(lightGlyph(kLights[light])),
                           title(kLights[light]))
                      .arg(all[light]);
    m_legend->setText(legend.join(QStringLiteral("　")));
    m_total->setFigure(QString::number(all[0] + all[1] + all[2]), tr("个"), tr("三未项目"));
}

} // namespace yipi::gui
