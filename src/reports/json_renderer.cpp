// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/official_page.h"
#include "reports/renderers.h"

#include <nlohmann/json.hpp>

namespace yipi::reports {

namespace {

using Json = nlohmann::ordered_json;

std::string utf8(const QString &text) {
    return text.toStdString();
}

std::string alignmentKey(Qt::Alignment alignment) {
    if (alignment & Qt::AlignLeft)
        return "left";
    return alignment & Qt::AlignRight ? "right" : "center";
}

/// Writes blocks and numbers their figures in reading order.
class DocumentJson {
public:
    Json of(const Document &document) {
        Json blocks = Json::array();
        for (const Block &block : document.blocks)
            blocks.push_back(std::visit([this](const auto &b) { return blockOf(b); }, block));
        return {{"schema", "yipi.document/1"},       {"title", utf8(document.title)},
                {"issuer", utf8(document.issuer)},   {"as_of", utf8(document.asOf)},
                {"rules", utf8(document.rulesName)}, {"demo", document.isDemo},
                {"blocks", std::move(blocks)},       {"figures", std::move(m_figures)}};
    }

private:
    Json spansOf(const std::vector<Span> &spans) {
        Json result = Json::array();
        for (const Span &span : spans) {
            Json item{{"text", utf8(span.text)}};
            if (span.figure) {
                item["figure"] = m_figures.size();
                m_figures.push_back(figureOf(span));
            }
            result.push_back(std::move(item));
        }
        return result;
    }

    static Json figureOf(const Span &span) {
        const FigureRef &figure = *span.figure;
        return {{"id", utf8(figure.id)},           {"text", utf8(span.text)},
                {"meaning", utf8(figure.meaning)}, {"formula", utf8(figure.formula)},
                {"value", utf8(figure.value)},     {"rate_id", utf8(figure.rateId)},
                {"zone", utf8(figure.zone)}};
    }

    Json blockOf(const Paragraph &paragraph) {
        return {{"type", "paragraph"},
                {"style", lookOf(paragraph.style).id},
                {"text", utf8(paragraph.text())},
                {"spans", spansOf(paragraph.spans)}};
    }

    Json blockOf(const Table &table) {
        Json rows = Json::array();
        for (const auto &row : table.rows) {
            Json cells = Json::array();
            for (const TableCell &cell : row)
                cells.push_back({{"text", utf8(cell.text())},
                                 {"spans", spansOf(cell.spans)},
                                 {"align", alignmentKey(cell.alignment)},
                                 {"column_span", cell.columnSpan},
                                 {"row_span", cell.rowSpan}});
            rows.push_back(std::move(cells));
        }
        return {{"type", "table"},
                {"widths", table.widths},
                {"header_rows", table.headerRows},
                {"last_row_is_total", table.lastRowIsTotal},
                {"rows", std::move(rows)}};
    }

    static Json blockOf(const PageBreak &) { return {{"type", "page_break"}}; }

    Json m_figures = Json::array();
};

} // namespace

QByteArray renderJson(const Document &document) {
    const std::string text = DocumentJson().of(document).dump(2, ' ', false, Json::error_handler_t::replace);
    return QByteArray::fromStdString(text) + '\n';
}

} // namespace yipi::reports
