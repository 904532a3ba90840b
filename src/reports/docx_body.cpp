// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/docx_parts.h"
#include "reports/official_page.h"
#include "reports/table_grid.h"
#include "reports/word_xml.h"

#include <numeric>

namespace yipi::reports {

namespace {

QString twips(int value) {
    return QString::number(value);
}

/// Writes word/document.xml block by block.
class BodyWriter {
public:
    BodyWriter(const Document &document, QByteArray *out)
        : m_document(document)
        , m_xml(out) {}

    void write() {
        m_xml.openRoot("w:document");
        m_xml.open("w:body");
        for (std::size_t i = 0; i < m_document.blocks.size(); ++i)
            std::visit([this, i](const auto &block) { writeBlock(block, i); }, m_document.blocks[i]);
        writeSection();
        m_xml.close();
        m_xml.close();
        m_xml.finish();
    }

private:
    template <class B>
    bool follows(std::size_t i) const {
        return i + 1 < m_document.blocks.size() && std::holds_alternative<B>(m_document.blocks[i + 1]);
    }

    void writeBlock(const Paragraph &paragraph, std::size_t i) {
        m_xml.open("w:p");
        m_xml.open("w:pPr");
        m_xml.val("w:pStyle", QLatin1String(lookOf(paragraph.style).id));
        if (keepsWithNext(m_document, i) && !lookOf(paragraph.style).keepWithNext)
            m_xml.leaf("w:keepNext");
        if (i > 0 && std::holds_alternative<PageBreak>(m_document.blocks[i - 1]))
            m_xml.leaf("w:pageBreakBefore");
        m_xml.close();
        int size = 0;
        if (paragraph.style == Style::Issuer && issuerSize(paragraph.text()) != lookOf(Style::Issuer).size)
            size = issuerSize(paragraph.text());
        for (const Span &span : paragraph.spans)
            m_xml.run(span.text, size);
        m_xml.close();
    }

    void writeBlock(const PageBreak &, std::size_t i) {
        // A paragraph carries its own break; before anything else the break needs a paragraph.
        if (follows<Paragraph>(i))
            return;
        m_xml.open("w:p");
        m_xml.open("w:r");
        m_xml.leaf("w:br", {{"w:type", QStringLiteral("page")}});
        m_xml.close();
        m_xml.close();
    }

    void writeBlock(const Table &table, std::size_t i) {
        if (table.widths.empty() || table.rows.empty())
            return;
        const TableGrid grid = gridOf(table);
        const std::vector<int> widths = columnWidths(table, page::kTextWidth);
        m_xml.open("w:tbl");
        writeTableProperties();
        m_xml.open("w:tblGrid");
        for (const int width : widths)
            m_xml.leaf("w:gridCol", {{"w:w", twips(width)}});
        m_xml.close();
        for (int row = 0; row < static_cast<int>(table.rows.size()); ++row)
            writeRow(table, grid, widths, row);
        m_xml.close();
        // Word needs a paragraph between two tables and after the last one.
        if (!follows<Paragraph>(i) && !follows<PageBreak>(i)) {
            m_xml.open("w:p");
            m_xml.open("w:pPr");
            m_xml.val("w:pStyle", QLatin1String(lookOf(Style::Note).id));
            m_xml.close();
            m_xml.close();
        }
    }

    void writeTableProperties() {
        m_xml.open("w:tblPr");
        m_xml.leaf("w:tblW", {{"w:w", twips(page::kTextWidth)}, {"w:type", QStringLiteral("dxa")}});
        m_xml.val("w:jc", QStringLiteral("center"));
        m_xml.open("w:tblBorders");
        for (const char *side : {"w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"}) {
            m_xml.leaf(side, {{"w:val", QStringLiteral("single")},
                              {"w:sz", QStringLiteral("4")},
                              {"w:space", QStringLiteral("0")},
                              {"w:color", QStringLiteral("000000")}});
        }
        m_xml.close();
        m_xml.leaf("w:tblLayout", {{"w:type", QStringLiteral("fixed")}});
        m_xml.open("w:tblCellMar");
        const std::pair<const char *, int> margins[]{{"w:top", kCellPaddingY},
                                                     {"w:left", kCellPaddingX},
                                                     {"w:bottom", kCellPaddingY},
                                                     {"w:right", kCellPaddingX}};
        for (const auto &[side, width] : margins)
            m_xml.leaf(side, {{"w:w", twips(width)}, {"w:type", QStringLiteral("dxa")}});
        m_xml.close();
        m_xml.close();
    }

    void writeRow(const Table &table, const TableGrid &grid, const std::vector<int> &widths, int row) {
        m_xml.open("w:tr");
        m_xml.open("w:trPr");
        m_xml.leaf("w:cantSplit");
        if (row < table.headerRows)
            m_xml.leaf("w:tblHeader");
        m_xml.close();
        for (int column = 0; column < grid.columns;) {
            const PlacedCell &cell = grid.at(row, column);
            writeCell(table, cell, widths, row);
            column += cell.columnSpan;
        }
        m_xml.close();
    }

    void writeCell(const Table &table, const PlacedCell &placed, const std::vector<int> &widths, int row) {
        const auto begin = widths.begin() + placed.column;
        const int width = std::accumulate(begin, begin + placed.columnSpan, 0);
        m_xml.open("w:tc");
        m_xml.open("w:tcPr");
        m_xml.leaf("w:tcW", {{"w:w", twips(width)}, {"w:type", QStringLiteral("dxa")}});
        if (placed.columnSpan > 1)
            m_xml.val("w:gridSpan", placed.columnSpan);
        if (placed.rowSpan > 1)
            m_xml.val("w:vMerge", row == placed.row ? QStringLiteral("restart") : QStringLiteral("continue"));
        m_xml.val("w:vAlign", QStringLiteral("center"));
        m_xml.close();

        const bool isLast = row + 1 == static_cast<int>(table.rows.size());
        const bool isHeading = row < table.headerRows || (isLast && table.lastRowIsTotal);
        m_xml.open("w:p");
        m_xml.open("w:pPr");
        m_xml.val("w:pStyle", tableStyleId(isHeading, lookOf(table).size < 210));
        if (table.lastRowIsTotal && row + 2 == static_cast<int>(table.rows.size()))
            m_xml.leaf("w:keepNext"); // the total never stands alone
        m_xml.val("w:jc",
                  wordJustification(placed.cell ? placed.cell->alignment : Qt::Alignment(Qt::AlignCenter)));
        m_xml.close();
        if (placed.cell && row == placed.row)
            for (const Span &span : placed.cell->spans)
                m_xml.run(span.text);
        m_xml.close();
        m_xml.close();
    }

    void writeSection() {
        m_xml.open("w:sectPr");
        const auto reference = [this](const char *element, const char *pages, const char *relation) {
            m_xml.leaf(element, {{"w:type", QLatin1String(pages)}, {"r:id", QLatin1String(relation)}});
        };
        if (m_document.isDemo)
            for (const char *pages : {"default", "even"})
                reference("w:headerReference", pages, kHeaderRelation);
        reference("w:footerReference", "default", kFooterRelation);
        reference("w:footerReference", "even", kEvenFooterRelation);
        m_xml.leaf("w:pgSz", {{"w:w", twips(page::kWidth)}, {"w:h", twips(page::kHeight)}});
        m_xml.leaf("w:pgMar", {{"w:top", twips(page::kTop)},
                               {"w:right", twips(page::kRight)},
                               {"w:bottom", twips(page::kBottom)},
                               {"w:left", twips(page::kLeft)},
                               {"w:header", twips(page::kHeaderDistance)},
                               {"w:footer", twips(page::kFooterDistance)},
                               {"w:gutter", twips(0)}});
        m_xml.leaf("w:cols", {{"w:space", twips(720)}});
        m_xml.close();
    }

    const Document &m_document;
    WordXml m_xml;
};

} // namespace

QString tableStyleId(bool heading, bool small) {
    return (heading ? QStringLiteral("TableHeading") : QStringLiteral("TableText")) +
           (small ? QStringLiteral("Small") : QString());
}

QByteArray wordBody(const Document &document) {
    QByteArray part;
    BodyWriter(document, &part).write();
    return part;
}

} // namespace yipi::reports
