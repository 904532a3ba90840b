// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace yipi::gui {

/// A figure that opens: the value over a dotted line, solid in the accent colour under mouse or focus. Click
/// and Enter are `clicked()`, Ctrl+C copies the value, the menu key offers both.
class MetricLabel : public QAbstractButton {
    Q_OBJECT

public:
    explicit MetricLabel(QWidget *parent = nullptr);

    /// `value` with a smaller `unit` after it ("78.87", "%"); `meaning` is what a screen reader says before
    /// it.
    void setFigure(const QString &value, const QString &unit = {}, const QString &meaning = {});
    /// Pixel size and weight of the value; the unit is drawn at about half of it from 20 px on.
    void setScale(int pixels, bool bold);
    void setColor(QColor color);
    QString value() const { return text(); }
    /// Value and unit as copied: 78.87%.
    QString copyText() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    QFont valueFont() const;
    QFont unitFont() const;
    void copy() const;

    QString m_unit;
    QColor m_color;
    int m_pixels = 13;
    bool m_bold = false;
};

} // namespace yipi::gui
