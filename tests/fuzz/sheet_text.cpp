// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/sheet_text.h"

#include "exchange/cell_values.h"

namespace yipi::fuzz {

namespace {

using namespace exchange;
using namespace exchange::detail;

Cell numberOr(const QString &text, FormatKind format, const QString &otherwise) {
    static const QDate kOrigin(1899, 12, 30);
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    return isNumber && std::isfinite(number) ? numberCell(number, format, kOrigin) : textCell(otherwise);
}

Cell cellFrom(const QString &text) {
    if (text.startsWith(u'='))
        return formulaCell(text);
    if (text == QStringLiteral("TRUE") || text == QStringLiteral("FALSE"))
        return flagCell(text == QStringLiteral("TRUE"));
    if (text.startsWith(u'@'))
        return numberOr(text.mid(1), FormatKind::Date, text);
    return numberOr(text, FormatKind::Plain, text);
}

Sheet sheetFrom(const QString &text) {
    Sheet sheet;
    for (const QString &line : text.split(u'\n')) {
        const bool isAbove = sheet.rows.empty();
        if (isAbove && line.startsWith(u'#')) {
            sheet.name = line.mid(1);
        } else if (isAbove && line.startsWith(u'!')) {
            if (const auto range = cellRange(line.mid(1).toStdString()))
                sheet.merged.push_back(*range);
        } else if (isAbove && line == QStringLiteral("?")) {
            sheet.isHidden = true;
        } else {
            auto &row = sheet.rows.emplace_back();
            for (const QString &cell : line.split(u'\t'))
                row.push_back(cellFrom(cell));
        }
    }
    return sheet;
}

} // namespace

Workbook workbookFrom(const QString &text) {
    Workbook workbook{QStringLiteral("兴县.xlsx"), {}};
    for (const QString &sheet : text.split(u'\f'))
        workbook.sheets.push_back(sheetFrom(sheet));
    return workbook;
}

} // namespace yipi::fuzz
