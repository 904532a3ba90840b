// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QObject>

namespace yipi::gui {

class LedgerView;

/// Size of rows and letters of the grid in both halves, 80 to 200 percent; Ctrl+wheel changes it. Widths of
/// columns stay what somebody made them.
class GridZoom : public QObject {
    Q_OBJECT

public:
    static constexpr int kSmallest = 80, kLargest = 200, kStep = 10;

    explicit GridZoom(LedgerView &view);

    int percent() const { return m_percent; }
    /// Kept between the smallest and the largest.
    void setPercent(int percent);
    void step(int steps) { setPercent(m_percent + steps * kStep); }
    int rowHeight() const;
    QFont scaled(QFont font) const;

Q_SIGNALS:
    void changed();

private:
    bool eventFilter(QObject *object, QEvent *event) override;

    LedgerView &m_view;
    int m_percent = 100;
    int m_turned = 0; ///< of the wheel, in eighths of a degree, not yet a step
};

} // namespace yipi::gui
