// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indicators/engine.h"

#include <QWidget>

namespace yipi::gui {

/// 已开工 ∕ 应开工 = 56 ∕ 71 = 78.873…% → 78.87%, with real fraction bars.
class FormulaView : public QWidget {
    Q_OBJECT

public:
    explicit FormulaView(QWidget *parent = nullptr);
    void setRate(const indicators::RateResult &rate, const QString &numerator, const QString &denominator);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_words[2], m_values[2], m_exact, m_printed;
};

} // namespace yipi::gui
