// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/clipboard_reader.h"

#include "exchange/cell_values.h"
#include "exchange/html_reader.h"
#include "exchange/refusals.h"

namespace yipi::exchange {

namespace {

using detail::ReadBudget;
using detail::ReadStopped;

constexpr qsizetype kLargestClipboard = 64LL << 20; ///< characters

/// Where the quoted cell that begins at `start` ends: after the closing mark, which a tab, a line end or the
/// end of the text follows. 0 if the mark is only a character: spreadsheets quote cells with line breaks or
/// tabs, but not 「"三个一批" 项目」.
qsizetype endOfQuoted(const QString &text, qsizetype start) {
    for (qsizetype at = start + 1; (at = text.indexOf(u'"', at)) >= 0; ++at) {
        const qsizetype next = at + 1;
        if (next < text.size() && text.at(next) == u'"')
            at = next;
        else
            return next == text.size() || text.at(next) == u'\t' || text.at(next) == u'\n' ? next : 0;
    }
    return 0;
}

Sheet readTabbed(QString text, const QString &name, ReadBudget &budget) {
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(u'\r', u'\n');
    detail::SheetBuilder sheet(budget, name, false);
    int row = 1, column = 1;
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype quoted = text.at(at) == u'"' ? endOfQuoted(text, at) : 0;
        qsizetype end = quoted > 0 ? quoted : at;
        while (end < text.size() && text.at(end) != u'\t' && text.at(end) != u'\n')
            ++end;
        QString cell = quoted > 0 ? text.mid(at + 1, end - at - 2) : text.mid(at, end - at);
        if (quoted > 0)
            cell.replace(QStringLiteral("\"\""), QStringLiteral("\""));
        if (row > 1'048'576 || column > 16'384)
            throw ReadStopped{ReadStopped::Reason::TooLarge};
        sheet.put(row, column, detail::textCell(cell));
        const bool isLastOfRow = end == text.size() || text.at(end) == u'\n';
        row += isLastOfRow ? 1 : 0;
        column = isLastOfRow ? 1 : column + 1;
        at = end + 1;
    }
    return sheet.take();
}

std::vector<Sheet> readSheets(const QString &html, const QString &text, const QString &name) {
    if (html.size() > kLargestClipboard || text.size() > kLargestClipboard)
        throw ReadStopped{ReadStopped::Reason::TooLarge};
    const ProgressReport silent;
    ReadBudget budget(silent);
    // Windows puts lines such as "StartHTML:0000000105" before the page.
    auto sheets = detail::readHtmlTables(html.mid(std::max<qsizetype>(html.indexOf(u'<'), 0)), name,
                                         detail::HtmlTextOutside::Drop, budget);
    if (sheets.empty())
        if (Sheet sheet = readTabbed(text, name, budget); !sheet.rows.empty())
            sheets.push_back(std::move(sheet));
    return sheets;
}

} // namespace

Result<Workbook> readClipboard(const QString &html, const QString &text) {
    const QString name = QStringLiteral("剪贴板");
    const auto read = [&]() -> Result<Workbook> {
        try {
            Workbook workbook{name, readSheets(html, text, name)};
            if (!workbook.sheets.empty())
                return workbook;
            return detail::unreadable(QStringLiteral("剪贴板里没有表格。"),
                                      QStringLiteral("请先在 WPS 或 Excel 中选中要导入的单元格并复制。"));
        } catch (const ReadStopped &stop) {
            return detail::refusal(stop);
        } catch (const std::bad_alloc &) {
            return detail::refusal({ReadStopped::Reason::TooLarge});
        }
    };
    auto workbook = read();
    if (!workbook)
        workbook.error().place.file = name;
    return workbook;
}

} // namespace yipi::exchange
