// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/document.h"

#include <QRectF>
#include <QSizeF>

#include <memory>

class QPainter;

namespace yipi::reports {

/// Where a figure is printed; one that is broken over two lines has two areas.
struct HitArea {
    int page = 0;   ///< from 0
    QRectF rect;    ///< in points, from the page's top left corner
    int figure = 0; ///< index in Document::figures()
};

/// The pages of a document: what the preview shows, the printer prints and the PDF holds. Needs a
/// QGuiApplication; keeps nothing of the document. Use one object from one thread at a time.
class PagePainter {
public:
    explicit PagePainter(const Document &document);
    ~PagePainter();
    PagePainter(PagePainter &&) noexcept;
    PagePainter &operator=(PagePainter &&) noexcept;

    int pageCount() const;   ///< ≥ 1
    QSizeF pageSize() const; ///< in points: A4
    /// Draws page 0 … pageCount() − 1 on a painter whose unit is the point; scale the painter to zoom.
    void paint(QPainter &painter, int page) const;
    const std::vector<HitArea> &hitAreas() const; ///< by page

private:
    struct Pages;
    std::unique_ptr<Pages> m_pages;
};

} // namespace yipi::reports
