// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>
#include <QTextLayout>

#include <memory>
#include <vector>

namespace yipi::reports {

/// A text broken into lines, unit twip. Each line's own position is its indent; the strips say how high it
/// stands.
struct SetText {
    struct Figure {
        int start = 0, length = 0;
        int index = 0; ///< in Document::figures()
    };
    QTextLayout layout;
    int linePitch = 0;
    QColor colour;
    std::vector<Figure> figures;
};

/// Some lines of a text at a place of a strip.
struct TextPiece {
    std::shared_ptr<const SetText> text;
    int firstLine = 0, lineCount = 0;
    QPoint topLeft;
};

/// A horizontal piece of the type area that no page break can cut: a line of a paragraph, a row of a table.
struct Strip {
    int height = 0;
    int spaceBefore = 0;       ///< dropped at the top of a page
    bool canBreakAfter = true; ///< may the next strip begin a page?
    bool beginsPage = false;
    int table = -1; ///< body rows: which table's header to repeat at the top of a page
    std::vector<TextPiece> texts{};
    std::vector<QRect> frames{}; ///< cell borders
    bool hasRedRule = false;     ///< along its lower edge
};

/// A strip at its place on a page, from the top of the type area.
struct PlacedStrip {
    const Strip *strip = nullptr;
    int y = 0;
};
using PageStrips = std::vector<PlacedStrip>;

/// Distributes strips on pages of `height`. `headers[t]` is repeated where rows of table t begin a page. A
/// break goes back to the last strip that allows one; where none does, the page is cut where it is full.
std::vector<PageStrips> paginate(const std::vector<Strip> &strips,
                                 const std::vector<std::vector<Strip>> &headers, int height);

} // namespace yipi::reports
