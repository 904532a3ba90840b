// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace yipi::gui {

/// One line of text that ends in “…” where there is no room; the whole text is its tool tip.
class ElidedLabel : public QLabel {
    Q_OBJECT

public:
    using QLabel::QLabel;
    void setText(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;
    QSize minimumSizeHint() const override;
};

} // namespace yipi::gui
