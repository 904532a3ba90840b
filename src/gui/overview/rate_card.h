// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/overview/overview_data.h"

#include <QFrame>

class QLabel;

namespace yipi::gui {

class ElidedLabel;
class MetricLabel;
class ShareBar;
class Sparkline;

/// One rate: value, change against last month, sparkline, bar, k / n, and the rule in words.
class RateCard : public QFrame {
    Q_OBJECT

public:
    explicit RateCard(QWidget *parent = nullptr);
    void setRate(const OverviewData &overview, int position);
    QString valueText() const;
    MetricLabel *valueLabel() const { return m_value; }

Q_SIGNALS:
    void rowsRequested(const QString &rateId, yipi::gui::RowsOf rows);

private:
    void showDelta(const indicators::RateResult &now, const indicators::RateResult *before, Month asOf);
    void showParts(const indicators::RateResult &rate, const indicators::RateRule &rule);

    QString m_rateId;
    QLabel *m_title;
    MetricLabel *m_value;
    QLabel *m_delta;
    QLabel *m_since;
    Sparkline *m_spark;
    ShareBar *m_bar;
    QLabel *m_numeratorWord;
    MetricLabel *m_numerator;
    QLabel *m_denominatorWord;
    MetricLabel *m_denominator;
    QLabel *m_missingWord;
    MetricLabel *m_missing;
    ElidedLabel *m_rule;
};

/// "▲ 3.16", "▼ 0.40", "—" for a change in 个百分点; empty when there is nothing to compare.
QString deltaText(const indicators::RateResult &now, const indicators::RateResult *before);

} // namespace yipi::gui
