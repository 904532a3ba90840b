// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QWidget>

namespace yipi::gui {

/// An 8 px bar filled to a share of 0–1.
class ShareBar : public QWidget {
    Q_OBJECT

public:
    explicit ShareBar(QWidget *parent = nullptr);
    void setShare(double share, const QColor &color);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    double m_share = 0;
    QColor m_color;
};

} // namespace yipi::gui
