// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/official_page.h"
#include "reports/strip.h"

#include <QHash>

namespace yipi::reports {

/// How a text is set; lengths in twips.
struct TextFrame {
    FontRole role = FontRole::Body;
    int size = page::kBodySize;
    int letterSpacing = 0;
    int linePitch = 0;
    int width = 0;
    int firstLineIndent = 0;
    Qt::Alignment alignment = Qt::AlignLeft;
    QRgb colour = page::kBlack;
};

/// Breaks texts into lines and knows each figure's number.
class TextSetter {
public:
    explicit TextSetter(const Document &document);
    std::shared_ptr<const SetText> set(const std::vector<Span> &spans, const TextFrame &frame) const;

private:
    QHash<const Span *, int> m_figures;
};

/// The lines of a paragraph. `keepsNext`: the last line must not end a page.
std::vector<Strip> stripsOf(const Paragraph &paragraph, bool keepsNext, const TextSetter &setter);

/// The rows of a table: `header` is repeated, both lists together are the table.
struct TableStrips {
    std::vector<Strip> header;
    std::vector<Strip> body;
};
TableStrips stripsOf(const Table &table, const TextSetter &setter);

} // namespace yipi::reports
