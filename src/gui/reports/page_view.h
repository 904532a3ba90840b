// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/page_painter.h"

#include <QAbstractScrollArea>

#include <optional>

namespace yipi::gui {

/// The pages of a document below each other, drawn by the painter that also prints them. Figures are
/// underlined and numbered on screen only; a click on one tells which.
class PageView : public QAbstractScrollArea {
    Q_OBJECT

public:
    enum class Zoom { PageWidth, Actual, WholePage };

    explicit PageView(QWidget *parent = nullptr);
    ~PageView() override;

    void setDocument(const reports::Document &document);
    void setZoom(Zoom zoom);
    /// Scrolls to a figure (index in Document::figures()) and marks it; −1 marks none.
    void showFigure(int figure);
    void setMarksShown(bool shown);
    int pageCount() const;
    int currentPage() const; ///< from 0
    void showPage(int page);
    /// Where a figure is in viewport coordinates; empty when it is not printed.
    QRectF figureRect(int figure) const;

Q_SIGNALS:
    void figureClicked(int figure);
    void currentPageChanged(int page);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void updateScrollBars();
    QRectF pageRect(int page) const; ///< in viewport coordinates
    void paintPage(QPainter &painter, int page) const;
    void paintMarks(QPainter &painter, int page) const;
    int figureAt(QPointF position) const;

    std::optional<reports::PagePainter> m_pages;
    Zoom m_zoom = Zoom::PageWidth;
    double m_scale = 1; ///< px per point
    int m_figure = -1;
    bool m_marksShown = true;
};

} // namespace yipi::gui
