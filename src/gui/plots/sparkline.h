// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace yipi::gui {

/// A 58 × 32 line without axes with a point at its end.
class Sparkline : public QWidget {
    Q_OBJECT

public:
    explicit Sparkline(QWidget *parent = nullptr);
    /// NaN = no value, the line is broken there.
    void setValues(const QList<double> &values, const QColor &color);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<double> m_values;
    QColor m_color;
};

} // namespace yipi::gui
