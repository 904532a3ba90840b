// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/plots/trend_plot.h"

#include "gui/plots/custom_plot.h"
#include "gui/theme.h"

#include <QMouseEvent>
#include <QToolTip>
#include <QVBoxLayout>

#include <cmath>

namespace yipi::gui {
namespace {

constexpr int kSmall = 12;
constexpr int kLabelRoom = 58;  ///< right of the axes, for "97.51%"
constexpr int kLabelPitch = 34; ///< two lines of text
constexpr double kReach = 14;   ///< how near a click must be to a point
constexpr double kTickStep = 25;

QFont smallFont(const QWidget &widget, bool bold = false) {
    QFont font = widget.font();
    font.setPixelSize(kSmall);
    font.setBold(bold);
    return font;
}

} // namespace

TrendPlot::TrendPlot(QWidget *parent)
    : QWidget(parent)
    , m_plot(new QCustomPlot(this)) {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 4, 4);
    column->addWidget(m_plot);
    m_plot->setNoAntialiasingOnDrag(false);
    m_plot->setBackground(QBrush(theme().surf));
    m_plot->axisRect()->setAutoMargins(QCP::msLeft | QCP::msBottom | QCP::msTop);
    m_plot->axisRect()->setMargins({0, 0, kLabelRoom, 0});
    m_plot->axisRect()->setMinimumMargins({30, 8, kLabelRoom, 20});
    connect(m_plot, &QCustomPlot::afterLayout, this, &TrendPlot::placeLabels);
    connect(m_plot, &QCustomPlot::mousePress, this, &TrendPlot::handleClick);
    connect(m_plot, &QCustomPlot::mouseMove, this, &TrendPlot::showTip);
}

void TrendPlot::setData(const QStringList &months, const QList<TrendSeries> &series,
                        const QList<Mark> &marks) {
    m_months = months;
    m_series = series;
    m_labels.clear();
    m_plot->clearItems();
    m_plot->clearPlottables();
    setAxes(months);
    for (const Mark &mark : marks)
        addMark(mark);
    QStringList words;
    for (int i = 0; i < series.size(); ++i) {
        addSeries(series[i], i);
        words << series[i].title + u' ' + series[i].lastText;
    }
    setAccessibleName(tr("三率月度走势：%1").arg(words.join(QStringLiteral("，"))));
    m_plot->replot();
}

void TrendPlot::setAxes(const QStringList &months) {
    const Theme &t = theme();
    double top = 100;
    for (const TrendSeries &series : m_series)
        for (const double value : series.percent)
            if (!std::isnan(value))
                top = std::max(top, std::ceil(value / kTickStep) * kTickStep);
    auto valueTicks = QSharedPointer<QCPAxisTickerFixed>::create();
    valueTicks->setTickStep(top > 200 ? top / 4 : kTickStep);
    m_plot->yAxis->setTicker(valueTicks);
    m_plot->yAxis->setRange(0, top * 1.04);
    auto monthTicks = QSharedPointer<QCPAxisTickerText>::create();
    // every second label from the newest back, so that the as-of month is always named
    for (qsizetype i = months.size() - 1; i >= 0; i -= 2)
        monthTicks->addTick(double(i), months[i]);
    m_plot->xAxis->setTicker(monthTicks);
    m_plot->xAxis->setRange(-0.3, std::max<double>(double(months.size()) - 0.8, 0.5));
    for (QCPAxis *axis : {m_plot->xAxis, m_plot->yAxis}) {
        axis->setTickLabelFont(smallFont(*this));
        axis->setTickLabelColor(t.t2);
        axis->setBasePen(axis == m_plot->xAxis ? QPen(t.l2) : QPen(Qt::NoPen));
        axis->setTickPen(Qt::NoPen);
        axis->setSubTicks(false);
        axis->grid()->setPen(axis == m_plot->yAxis ? QPen(t.l1) : QPen(Qt::NoPen));
        axis->grid()->setZeroLinePen(Qt::NoPen);
    }
}

void TrendPlot::addSeries(const TrendSeries &series, int number) {
    constexpr QCPScatterStyle::ScatterShape kMarkers[] = {
        QCPScatterStyle::ssCircle, QCPScatterStyle::ssSquare, QCPScatterStyle::ssTriangle,
        QCPScatterStyle::ssDiamond};
    QCPGraph *graph = m_plot->addGraph();
    QVector<double> x;
    for (qsizetype i = 0; i < series.percent.size(); ++i)
        x << double(i);
    graph->setData(x, series.percent, true);
    graph->setPen(QPen(series.color, 1.6));
    graph->setScatterStyle({kMarkers[number % 4], QPen(series.color, 1.4), QBrush(theme().surf), 6});
    auto *label = new QCPItemText(m_plot);
    label->setText(series.title + u'\n' + series.lastText);
    label->setColor(series.color);
    label->setFont(smallFont(*this, true));
    label->setTextAlignment(Qt::AlignLeft);
    label->setPositionAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    label->position->setType(QCPItemPosition::ptAbsolute);
    label->setClipToAxisRect(false);
    m_labels << label;
}

void TrendPlot::addMark(const Mark &mark) {
    auto *line = new QCPItemStraightLine(m_plot);
    line->setPen(QPen(theme().l3, 1, Qt::DashLine));
    line->point1->setCoords(mark.month, 0);
    line->point2->setCoords(mark.month, 1);
    auto *text = new QCPItemText(m_plot);
    text->setText(mark.text);
    text->setFont(smallFont(*this));
    text->setColor(theme().t2);
    text->setBrush(QBrush(theme().surf));
    text->setPositionAlignment(Qt::AlignRight | Qt::AlignVCenter);
    text->setPadding({2, 0, 4, 0});
    text->position->setTypeX(QCPItemPosition::ptPlotCoords);
    text->position->setTypeY(QCPItemPosition::ptAxisRectRatio);
    text->position->setCoords(mark.month, 0.5);
}

void TrendPlot::placeLabels() {
    // Labels stand at the height of the last value and are pushed apart where they would overlap.
    const QRect area = m_plot->axisRect()->rect();
    struct Wanted {
        int index;
        double y;
    };
    std::vector<Wanted> wanted;
    for (int i = 0; i < m_labels.size(); ++i) {
        const auto &values = m_series[i].percent;
        const double last = values.isEmpty() ? NAN : values.last();
        m_labels[i]->setVisible(!std::isnan(last));
        if (!std::isnan(last))
            wanted.push_back({i, m_plot->yAxis->coordToPixel(last)});
    }
    std::sort(wanted.begin(), wanted.end(), [](const Wanted &a, const Wanted &b) { return a.y < b.y; });
    double next = area.top() + kLabelPitch / 2.0 - 8;
    for (Wanted &w : wanted) {
        w.y = std::max(w.y, next);
        next = w.y + kLabelPitch;
    }
    double limit = area.bottom() - kLabelPitch / 2.0 + 8;
    for (auto it = wanted.rbegin(); it != wanted.rend(); ++it) {
        it->y = std::min(it->y, limit);
        limit = it->y - kLabelPitch;
        m_labels[it->index]->position->setCoords(area.right() + 6, it->y);
    }
}

std::pair<int, int> TrendPlot::pointAt(QPointF position) const {
    std::pair<int, int> best{-1, -1};
    double nearest = kReach;
    for (int s = 0; s < m_series.size(); ++s) {
        for (int m = 0; m < m_series[s].percent.size(); ++m) {
            if (std::isnan(m_series[s].percent[m]))
                continue;
            const QPointF point(m_plot->xAxis->coordToPixel(m),
                                m_plot->yAxis->coordToPixel(m_series[s].percent[m]));
            const double distance = QLineF(point, position).length();
            if (distance < nearest) {
                nearest = distance;
                best = {s, m};
            }
        }
    }
    return best;
}

void TrendPlot::handleClick(QMouseEvent *event) {
    if (const auto [series, month] = pointAt(event->position()); series >= 0)
        Q_EMIT pointClicked(m_series[series].id, month);
}

void TrendPlot::showTip(QMouseEvent *event) {
    const auto [series, month] = pointAt(event->position());
    m_plot->setCursor(series >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (series < 0) {
        QToolTip::hideText();
        return;
    }
    const TrendSeries &line = m_series[series];
    QToolTip::showText(
        event->globalPosition().toPoint(),
        QStringLiteral("%1　%2　%3%").arg(m_months[month], line.title).arg(line.percent[month], 0, 'f', 2),
        m_plot);
}

} // namespace yipi::gui
