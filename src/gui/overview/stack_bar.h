// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/overview/overview_data.h"

#include <QWidget>

namespace yipi::gui {

/// Red, yellow and green counts as segments of one bar; each segment answers to a click.
class StackBar : public QWidget {
    Q_OBJECT

public:
    explicit StackBar(QWidget *parent = nullptr);
    void setCounts(const LightCounts &counts, const QString &meaning);

Q_SIGNALS:
    void segmentClicked(int light); ///< 0 red, 1 yellow, 2 green

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QRect segment(int light) const;

    LightCounts m_counts{};
    int m_current = 0; ///< segment of the keyboard
};

} // namespace yipi::gui
