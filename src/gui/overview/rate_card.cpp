// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/overview/rate_card.h"

#include "gui/explanation/figure_words.h"
#include "gui/overview/share_bar.h"
#include "gui/plots/sparkline.h"
#include "gui/theme.h"
#include "gui/widgets/elided_label.h"
#include "gui/widgets/metric_label.h"

#include <QGridLayout>
#include <QLabel>
#include <QStyle>

#include <cmath>

namespace yipi::gui {
namespace {

constexpr int kHeight = 158;
constexpr int kValuePixels = 34;

QLabel *label(const char *role, QWidget *parent) {
    auto *made = new QLabel(parent);
    made->setProperty("role", QLatin1String(role));
    return made;
}

QHBoxLayout *line(std::initializer_list<QWidget *> left, std::initializer_list<QWidget *> right) {
    auto *row = new QHBoxLayout;
    row->setSpacing(4);
    for (QWidget *widget : left)
        row->addWidget(widget);
    row->addStretch(1);
    for (QWidget *widget : right)
        row->addWidget(widget);
    return row;
}

void setRole(QLabel *target, const char *role) {
    target->setProperty("role", QLatin1String(role));
    target->style()->unpolish(target);
    target->style()->polish(target);
}

} // namespace

QString deltaText(const indicators::RateResult &now, const indicators::RateResult *before) {
    if (!before)
        return {};
    const QString points = percentagePoints(now.rate, before->rate, now.decimals);
    if (points.isEmpty())
        return {};
    if (now.rate == before->rate)
        return QStringLiteral("—");
    return points.startsWith(u'-') ? QStringLiteral("▼ ") + points.mid(1) : QStringLiteral("▲ ") + points;
}

RateCard::RateCard(QWidget *parent)
    : QFrame(parent)
    , m_title(label("title", this))
    , m_value(new MetricLabel(this))
    , m_delta(label("good", this))
    , m_since(label("note", this))
    , m_spark(new Sparkline(this))
    , m_bar(new ShareBar(this))
    , m_numeratorWord(label("label", this))
    , m_numerator(new MetricLabel(this))
    , m_denominatorWord(label("label", this))
    , m_denominator(new MetricLabel(this))
    , m_missingWord(label("note", this))
    , m_missing(new MetricLabel(this))
    , m_rule(new ElidedLabel(this)) {
    setProperty("role", QStringLiteral("panel"));
    setFixedHeight(kHeight);
    m_value->setScale(kValuePixels, true);
    m_numerator->setScale(13, true);
    m_denominator->setScale(13, true);
    m_missing->setColor(theme().red);
    m_rule->setProperty("role", QStringLiteral("note"));
    m_rule->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);

    auto *changes = new QVBoxLayout;
    changes->setSpacing(0);
    changes->addStretch(1);
    changes->addWidget(m_delta);
    changes->addWidget(m_since);
    changes->addSpacing(2);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(10);
    middle->addWidget(m_value, 0, Qt::AlignBottom);
    middle->addLayout(changes);
    middle->addWidget(m_spark, 1, Qt::AlignBottom);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 7);
    column->setSpacing(0);
    column->addWidget(m_title);
    column->addLayout(middle);
    column->addSpacing(8);
    column->addWidget(m_bar);
    column->addStretch(1);
    column->addLayout(
        line({m_numeratorWord, m_numerator, m_denominatorWord, m_denominator}, {m_missingWord, m_missing}));
    column->addSpacing(2);
    column->addWidget(m_rule);

    const auto ask = [this](MetricLabel *figure, RowsOf rows) {
        connect(figure, &MetricLabel::clicked, this, [this, rows] { Q_EMIT rowsRequested(m_rateId, rows); });
    };
    ask(m_value, RowsOf::Denominator);
    ask(m_numerator, RowsOf::Numerator);
    ask(m_denominator, RowsOf::Denominator);
    ask(m_missing, RowsOf::Missing);
}

void RateCard::setRate(const OverviewData &overview, int position) {
    m_rateId = overview.rateIds[position];
    const indicators::RateResult &rate = *overview.now.total.rate(m_rateId);
    const QColor color = seriesColor(m_rateId, position);
    m_title->setText(rate.title);
    setAccessibleName(rate.title);
    if (rate.rate.isDefined())
        m_value->setFigure(rate.rate.percentText(rate.decimals, rate.rounding), QStringLiteral("%"),
                           rate.title);
    else
        m_value->setFigure(rate.text(), {}, rate.title);
    m_bar->setShare(rate.rate.percent() / 100, color);
    showDelta(rate, overview.before.total.rate(m_rateId), overview.before.asOf);
    showParts(rate, *overview.rule(m_rateId));
    m_rule->setText(rate.ruleText);
    QList<double> trend;
    for (const indicators::GroupResult &month : overview.trend.groups) {
        const indicators::RateResult *then = month.rate(m_rateId);
        trend << (then && then->rate.isDefined() ? then->rate.percent() : NAN);
    }
    m_spark->setValues(trend, color);
}

void RateCard::showDelta(const indicators::RateResult &now, const indicators::RateResult *before,
                         Month since) {
    const QString delta = deltaText(now, before);
    const bool compares = !delta.isEmpty();
    setRole(m_delta, delta.startsWith(u'▼') ? "bad" : delta.startsWith(u'▲') ? "good" : "note");
    m_delta->setText(compares && delta != u"—" ? tr("%1 个百分点").arg(delta)
                     : compares                ? tr("持平")
                                               : QString());
    m_since->setText(compares ? tr("较 %1 月末").arg(since.month()) : QString());
}

void RateCard::showParts(const indicators::RateResult &rate, const indicators::RateRule &rule) {
    const FigureWords words = wordsOf(rule);
    const bool counts = !rate.isMoney();
    const QString unit = counts ? QString() : partUnit(rate.unit);
    const qint64 missing = rate.rate.den() - rate.rate.num();
    const bool byOutput = rate.unit == indicators::Weight::Output; // short: two amounts stand in the line
    m_numeratorWord->setText(byOutput ? tr("实际") : words.numerator);
    m_numerator->setFigure(partText(rate.rate.num(), rate.unit), {}, words.numerator);
    m_denominatorWord->setText(QStringLiteral("/ ") + (byOutput ? tr("预期") : words.denominator));
    m_denominator->setFigure(partText(rate.rate.den(), rate.unit), unit, words.denominator);
    m_missingWord->setText(counts ? words.missing : tr("差"));
    m_missing->setFigure(partText(std::max<qint64>(missing, 0), rate.unit), {}, words.missing);
}

QString RateCard::valueText() const {
    return m_value->copyText();
}

} // namespace yipi::gui
