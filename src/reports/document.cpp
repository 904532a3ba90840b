// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/document.h"

namespace yipi::reports {

namespace {

QString joined(const std::vector<Span> &spans) {
    QString text;
    for (const Span &span : spans)
        text += span.text;
    return text;
}

void collect(const std::vector<Span> &spans, std::vector<const Span *> &figures) {
    for (const Span &span : spans)
        if (span.figure)
            figures.push_back(&span);
}

} // namespace

QString Paragraph::text() const {
    return joined(spans);
}

QString TableCell::text() const {
    return joined(spans);
}

std::vector<const Span *> Document::figures() const {
    std::vector<const Span *> result;
    for (const Block &block : blocks) {
        if (const auto *paragraph = std::get_if<Paragraph>(&block)) {
            collect(paragraph->spans, result);
        } else if (const auto *table = std::get_if<Table>(&block)) {
            for (const auto &row : table->rows)
                for (const TableCell &cell : row)
                    collect(cell.spans, result);
        }
    }
    return result;
}

} // namespace yipi::reports
