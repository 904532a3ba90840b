// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/project/project_data.h"

#include <QWidget>

class QCPAxisRect;
class QCustomPlot;

namespace yipi::gui {

/// What a project has invested, month by month, in 万元; NaN = not reported.
struct InvestmentCurve {
    QStringList months;       ///< oldest first, 24-07
    QList<double> cumulative; ///< since the start of construction
    QList<double> plan;       ///< where the plan of the year would have it, evenly over the months
    QList<double> monthly;    ///< in the month
    QString summary;          ///< the newest figures against the plan, in words
    bool isEmpty() const { return months.isEmpty(); }
};

/// From the reports up to a month, the last two years of them.
InvestmentCurve investmentCurve(const ProjectData &data, Month asOf);

/// Cumulative investment against the plan of the year above, the months below, over the same months.
class InvestmentPlot : public QWidget {
    Q_OBJECT

public:
    explicit InvestmentPlot(QWidget *parent = nullptr);

    void setCurve(const InvestmentCurve &curve);

private:
    void addLine(const InvestmentCurve &curve, const QList<double> &values, const QPen &pen,
                 const QString &label, Qt::AlignmentFlag side);
    void setUpAxes(QCPAxisRect *area, const QString &title);
    void setRanges(const InvestmentCurve &curve);

    QCustomPlot *m_plot;
    QCPAxisRect *m_upper, *m_lower;
};

} // namespace yipi::gui
