// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QWidget>

class QCustomPlot;
class QCPItemText;
class QMouseEvent;

namespace yipi::gui {

/// One line of the trend, in percent; NaN = no value.
struct TrendSeries {
    QString id;
    QString title;
    QString lastText; ///< printed at the line's end, "78.87%"
    QColor color;
    QList<double> percent;
};

/// Rates month by month with direct labels at the line ends (no legend) and marks where a denominator grew.
class TrendPlot : public QWidget {
    Q_OBJECT

public:
    explicit TrendPlot(QWidget *parent = nullptr);

    struct Mark {
        int month = 0; ///< position in the list of months
        QString text;
    };
    void setData(const QStringList &months, const QList<TrendSeries> &series, const QList<Mark> &marks);

Q_SIGNALS:
    void pointClicked(const QString &seriesId, int month);

private:
    void setAxes(const QStringList &months);
    void addSeries(const TrendSeries &series, int number);
    void addMark(const Mark &mark);
    void placeLabels();
    void handleClick(QMouseEvent *event);
    void showTip(QMouseEvent *event);
    /// Nearest point within reach of the mouse: series and month, −1 when none.
    std::pair<int, int> pointAt(QPointF position) const;

    QCustomPlot *m_plot;
    QStringList m_months;
    QList<TrendSeries> m_series;
    QList<QCPItemText *> m_labels;
};

} // namespace yipi::gui
