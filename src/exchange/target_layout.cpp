// SPDX-License-Identifier: GPL-3.0-or-later
// Where a sheet of yearly tasks has what; its rows are read in target_sheet.cpp.
#include "domain/text_parsing.h"
#include "exchange/header_words.h"
#include "exchange/target_sheet.h"
#include "exchange/title_words.h"

#include <QRegularExpression>

#include <algorithm>

namespace yipi::exchange::detail {

namespace {

constexpr int kTaskHeaderWithin = 40; ///< rows searched for a header

bool isWord(const QString &key, const FieldInfo &field) {
    const auto same = [&](const QString &word) { return headerKey(word) == key; };
    return same(field.title) || std::any_of(field.synonyms.begin(), field.synonyms.end(), same);
}

std::optional<TargetIndicator> indicatorOf(QString key) {
    static const QRegularExpression kTask(QStringLiteral("(任务|目标)(数|额|个数|金额)?"));
    key.remove(kTask);
    const auto choices = choicesOf<TargetIndicator>();
    for (std::size_t i = 0; i < choices.size(); ++i)
        if (headerKey(choices[i].title) == key)
            return TargetIndicator(i);
    return std::nullopt;
}

void understand(TargetLayout &layout, const QString &header, int column) {
    const QString key = headerKey(header);
    const TargetLayout::Column found{column, header, unitIn(header)};
    if (isWord(key, entityInfo(EntityKind::Project).field(QStringLiteral("zone")))) {
        layout.zone = found;
        return;
    }
    const std::pair<const char *, TargetLayout::Column *> fields[]{{"year", &layout.year},
                                                                   {"indicator", &layout.indicator},
                                                                   {"target_count", &layout.count},
                                                                   {"target_amount", &layout.amount},
                                                                   {"curve", &layout.curve}};
    for (const auto &[field, place] : fields)
        if (isWord(key, entityInfo(EntityKind::Target).field(QString::fromLatin1(field)))) {
            *place = found;
            return;
        }
    if (const auto indicator = indicatorOf(key))
        layout.byIndicator.emplace_back(*indicator, found);
}

bool isComplete(const TargetLayout &layout, bool saysTask) {
    const bool byRow = layout.indicator.column > 0 && (layout.count.column > 0 || layout.amount.column > 0);
    return layout.zone.column > 0 && (byRow || (saysTask && !layout.byIndicator.empty()));
}

} // namespace

TargetLayout targetLayoutOf(const Sheet &sheet, const ImportOptions &options) {
    static const QRegularExpression kYear(QStringLiteral("(20\\d{2})\\s*年"));
    QString above = sheet.name;
    const int last = int(std::min<std::size_t>(sheet.rows.size(), kTaskHeaderWithin));
    for (int row = 1; row <= last; ++row) {
        TargetLayout layout;
        QStringList texts;
        for (int column = 1; column <= int(sheet.rows[std::size_t(row) - 1].size()); ++column)
            if (const QString text = normalisedText(sheet.cell(row, column).text); !text.isEmpty()) {
                understand(layout, text, column);
                texts << text;
            }
        const bool saysTask = options.kind == SheetKind::Target || above.contains(QStringLiteral("任务")) ||
                              above.contains(QStringLiteral("目标"));
        if (isComplete(layout, saysTask)) {
            layout.headerRow = row;
            if (const auto m = kYear.match(normalisedText(above)); m.hasMatch())
                layout.titleYear = m.captured(1).toInt();
            layout.unit = titleWords(above, sheet.name).unit;
            if (!layout.unit)
                layout.unit = options.unit;
            return layout;
        }
        above += u'\n' + texts.join(u' ');
    }
    return {};
}

} // namespace yipi::exchange::detail
