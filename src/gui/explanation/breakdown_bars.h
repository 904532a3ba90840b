// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace yipi::gui {

/// How a denominator comes about: all entries, of these the denominator and what was left out, of these the
/// numerator and what is missing. Three bars on one scale.
class BreakdownBars : public QWidget {
    Q_OBJECT

public:
    struct Parts {
        int all = 0, included = 0, numerator = 0;
        QString allTitle, includedTitle, numeratorTitle, missingTitle, excludedTitle;
    };

    explicit BreakdownBars(QWidget *parent = nullptr);
    void setParts(const Parts &parts);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Parts m_parts;
};

} // namespace yipi::gui
