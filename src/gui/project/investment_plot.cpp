// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/project/investment_plot.h"

#include "gui/plots/custom_plot.h"
#include "gui/theme.h"

#include <QVBoxLayout>

#include <cmath>

namespace yipi::gui {
namespace {

constexpr int kCurveMonths = 24;
constexpr int kCurveHeight = 236;
constexpr int kCurveLabelRoom = 62;
constexpr double kYuanPerWan = 10'000;
constexpr double kMonthsOfYear = 12;

/// For drawing only: figures in words are made from Money.
double drawnAmount(const std::optional<Money> &money) {
    return money ? double(money->yuan()) / kYuanPerWan : NAN;
}

/// The even course of a year's plan from what had been done before the year.
double plannedCourse(const MonthlyProgress &report) {
    if (!report.annualPlan || !report.cumulativeInvestment || !report.yearInvestment)
        return NAN;
    const double before = drawnAmount(report.cumulativeInvestment) - drawnAmount(report.yearInvestment);
    return before + drawnAmount(report.annualPlan) * report.month->month() / kMonthsOfYear;
}

QString curveSummary(const MonthlyProgress &report) {
    QStringList words{InvestmentPlot::tr("截至 %1").arg(report.month->chineseText())};
    const auto add = [&](const QString &what, const std::optional<Money> &money) {
        if (money)
            words << QStringLiteral("%1 %2 万元").arg(what, money->shortText(MoneyUnit::Wan));
    };
    add(InvestmentPlot::tr("累计完成"), report.cumulativeInvestment);
    add(InvestmentPlot::tr("今年完成"), report.yearInvestment);
    add(InvestmentPlot::tr("年度计划"), report.annualPlan);
    if (report.annualPlan && report.yearInvestment && report.annualPlan->yuan() > 0)
        words << InvestmentPlot::tr("完成年度计划的 %1%")
                     .arg(fixedPoint(Int128(report.yearInvestment->yuan()) * 100, report.annualPlan->yuan(),
                                     2, Rounding::HalfUp));
    return words.join(QStringLiteral("　"));
}

} // namespace

InvestmentCurve investmentCurve(const ProjectData &data, Month asOf) {
    InvestmentCurve curve;
    std::map<Month, MonthlyProgress> byMonth;
    for (const Record &record : data.reports) {
        auto report = fromRecord<MonthlyProgress>(record);
        const bool hasMoney = report.investment || report.cumulativeInvestment;
        if (report.month && *report.month <= asOf && hasMoney)
            byMonth.emplace(*report.month, std::move(report));
    }
    if (byMonth.empty())
        return curve;
    const Month last = byMonth.rbegin()->first;
    for (Month month = std::max(byMonth.begin()->first, last.plus(1 - kCurveMonths)); month <= last;
         month = month.plus(1)) {
        const auto found = byMonth.find(month);
        const bool isReported = found != byMonth.end();
        curve.months << month.text().mid(2);
        curve.cumulative << (isReported ? drawnAmount(found->second.cumulativeInvestment) : NAN);
        curve.monthly << (isReported ? drawnAmount(found->second.investment) : NAN);
        curve.plan << (isReported ? plannedCourse(found->second) : NAN);
    }
    curve.summary = curveSummary(byMonth.rbegin()->second);
    return curve;
}

InvestmentPlot::InvestmentPlot(QWidget *parent)
    : QWidget(parent)
    , m_plot(new QCustomPlot(this)) {
    setObjectName(QStringLiteral("investmentPlot"));
    setMinimumHeight(kCurveHeight);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 4, 4, 4);
    column->addWidget(m_plot);
    m_plot->setBackground(QBrush(theme().surf));
    m_plot->plotLayout()->clear();
    m_upper = new QCPAxisRect(m_plot);
    m_lower = new QCPAxisRect(m_plot);
    m_plot->plotLayout()->addElement(0, 0, m_upper);
    m_plot->plotLayout()->addElement(1, 0, m_lower);
    m_plot->plotLayout()->setRowStretchFactor(0, 1.8);
    auto *margins = new QCPMarginGroup(m_plot);
    for (QCPAxisRect *area : {m_upper, m_lower})
        area->setMarginGroup(QCP::msLeft | QCP::msRight, margins);
    setUpAxes(m_upper, tr("累计（万元）"));
    setUpAxes(m_lower, tr("当月（万元）"));
    m_upper->axis(QCPAxis::atBottom)->setTickLabels(false);
}

void InvestmentPlot::setUpAxes(QCPAxisRect *area, const QString &title) {
    const Theme &t = theme();
    QFont small = font();
    small.setPixelSize(12);
    area->setAutoMargins(QCP::msLeft | QCP::msBottom | QCP::msTop);
    area->setMargins({0, 0, kCurveLabelRoom, 0});
    area->setMinimumMargins({56, 16, kCurveLabelRoom, 6});
    for (QCPAxis *axis : {area->axis(QCPAxis::atLeft), area->axis(QCPAxis::atBottom)}) {
        const bool isValue = axis->axisType() == QCPAxis::atLeft;
        axis->setTickLabelFont(small);
        axis->setTickLabelColor(t.t2);
        axis->setTickPen(Qt::NoPen);
        axis->setSubTicks(false);
        axis->setBasePen(isValue ? QPen(Qt::NoPen) : QPen(t.l2));
        axis->grid()->setPen(isValue ? QPen(t.l1) : QPen(Qt::NoPen));
        axis->grid()->setZeroLinePen(Qt::NoPen);
    }
    area->axis(QCPAxis::atLeft)->ticker()->setTickCount(3);
    area->axis(QCPAxis::atLeft)->setNumberFormat(QStringLiteral("f"));
    area->axis(QCPAxis::atLeft)->setNumberPrecision(0);
    auto *words = new QCPItemText(m_plot);
    words->setText(title);
    words->setFont(small);
    words->setColor(t.t2);
    words->setClipToAxisRect(false);
    words->setPositionAlignment(Qt::AlignLeft | Qt::AlignBottom);
    words->position->setType(QCPItemPosition::ptAxisRectRatio);
    words->position->setAxisRect(area);
    words->position->setCoords(0, -0.01);
}

void InvestmentPlot::addLine(const InvestmentCurve &curve, const QList<double> &values, const QPen &pen,
                             const QString &label, Qt::AlignmentFlag side) {
    QCPGraph *graph = m_plot->addGraph(m_upper->axis(QCPAxis::atBottom), m_upper->axis(QCPAxis::atLeft));
    QVector<double> x;
    int last = -1;
    for (int i = 0; i < int(values.size()); ++i) {
        x << i;
        if (!std::isnan(values[i]))
            last = i;
    }
    graph->setData(x, values, true);
    graph->setPen(pen);
    graph->setScatterStyle({QCPScatterStyle::ssDisc, pen.color(), 5});
    if (last < 0)
        return;
    auto *end = new QCPItemText(m_plot);
    end->setText(label);
    end->setColor(pen.color());
    end->setClipToAxisRect(false);
    end->setPositionAlignment(Qt::AlignLeft | side);
    end->position->setAxes(m_upper->axis(QCPAxis::atBottom), m_upper->axis(QCPAxis::atLeft));
    end->position->setCoords(double(curve.months.size()) - 0.6, values[last]);
    end->setObjectName(QStringLiteral("lineEnd"));
}

void InvestmentPlot::setRanges(const InvestmentCurve &curve) {
    double top = 1, monthTop = 1;
    for (const QList<double> *values : {&curve.cumulative, &curve.plan})
        for (const double value : *values)
            top = std::isnan(value) ? top : std::max(top, value);
    for (const double value : curve.monthly)
        monthTop = std::isnan(value) ? monthTop : std::max(monthTop, value);
    const auto ticks = QSharedPointer<QCPAxisTickerText>::create();
    const qsizetype step = std::max<qsizetype>(1, curve.months.size() / 8);
    for (qsizetype i = curve.months.size() - 1; i >= 0; i -= step)
        ticks->addTick(double(i), curve.months[i]);
    for (QCPAxisRect *area : {m_upper, m_lower}) {
        area->axis(QCPAxis::atBottom)->setTicker(ticks);
        area->axis(QCPAxis::atBottom)->setRange(-0.6, double(curve.months.size()) - 0.4);
    }
    m_upper->axis(QCPAxis::atLeft)->setRange(0, top * 1.08);
    m_lower->axis(QCPAxis::atLeft)->setRange(0, monthTop * 1.1);
}

void InvestmentPlot::setCurve(const InvestmentCurve &curve) {
    m_plot->clearPlottables();
    for (int i = m_plot->itemCount(); i-- > 0;)
        if (m_plot->item(i)->objectName() == u"lineEnd")
            m_plot->removeItem(m_plot->item(i));
    setRanges(curve);
    // The label of the higher line stands above its end, the other one below: they never cover each other.
    const bool isBehind =
        !curve.plan.isEmpty() && curve.plan.last() > curve.cumulative.last(); // false without a plan
    addLine(curve, curve.plan, QPen(theme().t3, 1.2, Qt::DashLine), tr("年度计划"),
            isBehind ? Qt::AlignBottom : Qt::AlignTop);
    addLine(curve, curve.cumulative, QPen(theme().ac, 1.8), tr("实际"),
            isBehind ? Qt::AlignTop : Qt::AlignBottom);
    auto *bars = new QCPBars(m_lower->axis(QCPAxis::atBottom), m_lower->axis(QCPAxis::atLeft));
    QVector<double> x;
    for (int i = 0; i < int(curve.months.size()); ++i)
        x << i;
    bars->setData(x, curve.monthly, true);
    bars->setWidth(0.5);
    bars->setPen(Qt::NoPen);
    bars->setBrush(theme().ac);
    setAccessibleName(tr("投资完成：%1").arg(curve.summary));
    m_plot->replot();
}

} // namespace yipi::gui
