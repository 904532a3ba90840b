// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/official_fonts.h"
#include "reports/renderers.h"

namespace yipi::reports {

namespace {

QString escaped(const QString &text) {
    return printable(text).toHtmlEscaped().replace(u'\n', QStringLiteral("<br>"));
}

QString alignmentName(Qt::Alignment alignment) {
    if (alignment & Qt::AlignJustify)
        return QStringLiteral("justify");
    if (alignment & Qt::AlignLeft)
        return QStringLiteral("left");
    return alignment & Qt::AlignRight ? QStringLiteral("right") : QStringLiteral("center");
}

QString spansHtml(const std::vector<Span> &spans) {
    QString html;
    for (const Span &span : spans) {
        if (!span.figure) {
            html += escaped(span.text);
            continue;
        }
        const FigureRef &figure = *span.figure;
        html += QStringLiteral("<data class=\"figure\" data-id=\"%1\" value=\"%2\" title=\"%3\">%4</data>")
                    .arg(escaped(figure.id), escaped(figure.value),
                         escaped(QStringLiteral("%1：%2").arg(figure.meaning, figure.formula)),
                         escaped(span.text));
    }
    return html;
}

QString styleSheet() {
    QString css = QStringLiteral(
        "body{max-width:442pt;margin:37mm auto;}p{margin:0;}"
        "table{border-collapse:collapse;width:100%;margin-bottom:4pt;}"
        "th,td{border:.5pt solid #000;padding:3pt 2pt;font-size:9pt;}"
        "section{break-before:page;}"
        ".demo{position:fixed;top:8pt;right:8pt;color:#B45309;border:1pt solid;padding:2pt 6pt;}"
        ".Issuer{border-bottom:3pt double;}");
    for (const Style style : allStyles()) {
        const StyleLook &look = lookOf(style);
        css += QStringLiteral(
                   ".%1{font:%2pt/%3pt \"%4\",\"%5\",serif;text-align:%6;text-indent:%7em;margin:%8pt 0 "
                   "%9pt %10em;}")
                   .arg(QLatin1String(look.id))
                   .arg(look.size / page::kTwipsPerPoint)
                   .arg(look.linePitch / page::kTwipsPerPoint)
                   .arg(preferredFont(look.font), alternativeFont(look.font), alignmentName(look.alignment))
                   .arg(look.firstLineIndent)
                   .arg(look.spaceBefore / page::kTwipsPerPoint)
                   .arg(look.spaceAfter / page::kTwipsPerPoint)
                   .arg(look.leftIndent);
        if (look.colour != page::kBlack)
            css += QStringLiteral(".%1{color:#%2;}")
                       .arg(QLatin1String(look.id))
                       .arg(look.colour & 0xFFFFFF, 6, 16, QChar(u'0'));
    }
    return css;
}

QString tableHtml(const Table &table) {
    QString html = QStringLiteral("<table>");
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const bool isHeader = static_cast<int>(row) < table.headerRows;
        const bool isTotal = table.lastRowIsTotal && row + 1 == table.rows.size();
        const QString tag = isHeader || isTotal ? QStringLiteral("th") : QStringLiteral("td");
        if (row == 0 && isHeader)
            html += QStringLiteral("<thead>");
        html += QStringLiteral("<tr>");
        for (const TableCell &cell : table.rows[row])
            html += QStringLiteral("<%1 colspan=\"%2\" rowspan=\"%3\" style=\"text-align:%4\">%5</%1>")
                        .arg(tag)
                        .arg(cell.columnSpan)
                        .arg(cell.rowSpan)
                        .arg(alignmentName(cell.alignment), spansHtml(cell.spans));
        html += QStringLiteral("</tr>");
        if (isHeader && static_cast<int>(row) + 1 == table.headerRows)
            html += QStringLiteral("</thead>");
    }
    return html + QStringLiteral("</table>\n");
}

} // namespace

QByteArray renderHtml(const Document &document) {
    QString html =
        QStringLiteral("<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>%1</title>"
                       "<style>%2</style></head><body>\n<section style=\"break-before:auto\">\n")
            .arg(escaped(document.title), styleSheet());
    if (document.isDemo)
        html += QStringLiteral("<div class=\"demo\">演示数据</div>\n");
    for (const Block &block : document.blocks) {
        if (const auto *paragraph = std::get_if<Paragraph>(&block))
            html += QStringLiteral("<p class=\"%1\">%2</p>\n")
                        .arg(QLatin1String(lookOf(paragraph->style).id),
                             paragraph->spans.empty() ? QStringLiteral("<br>") : spansHtml(paragraph->spans));
        else if (const auto *table = std::get_if<Table>(&block))
            html += tableHtml(*table);
        else
            html += QStringLiteral("</section>\n<section>\n");
    }
    return (html + QStringLiteral("</section>\n</body></html>\n")).toUtf8();
}

} // namespace yipi::reports
