// SPDX-License-Identifier: GPL-3.0-or-later
#include "indicators/expression/operand_reading.h"

#include "domain/text_parsing.h"

#include <QRegularExpression>

namespace yipi::indicators {

namespace {

using Kind = FilterField::Kind;

ReadOperand problem(const QString &why) {
    return {std::nullopt, why};
}

ReadOperand stretch(qint64 low, qint64 high) {
    return {Operand{low, high, {}, false}, {}};
}

ReadOperand money(const QString &text) {
    const auto amount = parseMoney(text, MoneyUnit::Wan);
    if (!amount.value)
        return problem(amount.problem);
    return stretch(amount.value->yuan(), amount.value->yuan());
}

ReadOperand number(const FilterField &field, const QString &text) {
    if (!field.hasDecimals) {
        const auto whole = parseInteger(text);
        return whole.value ? stretch(*whole.value, *whole.value) : problem(whole.problem);
    }
    const auto quantity = parseQuantity(text);
    return quantity.value ? stretch(quantity.value->hundredths, quantity.value->hundredths)
                          : problem(quantity.problem);
}

/// "2024", "2024年": a year alone.
std::optional<int> yearAlone(const QString &text) {
    static const QRegularExpression kYear(QStringLiteral("^(\\d{4})年?$"));
    const auto match = kYear.match(normalisedText(text));
    return match.hasMatch() ? std::optional(match.captured(1).toInt()) : std::nullopt;
}

ReadOperand days(QDate first, QDate last) {
    return stretch(first.toJulianDay(), last.toJulianDay());
}

ReadOperand date(const FilterField &field, const QString &text) {
    static const QStringList kAsOf{QStringLiteral("截至"), QStringLiteral("as_of"), QStringLiteral("asof")};
    if (kAsOf.contains(foldedName(text)))
        return {Operand{0, 0, {}, true}, {}};
    if (const auto year = yearAlone(text); year && *year >= 1950 && *year <= 2100)
        return days(QDate(*year, 1, 1), QDate(*year, 12, 31));
    const QString plain = normalisedText(text);
    if (const auto month = Month::parse(plain))
        return days(month->firstDay(), month->lastDay());
    static const QRegularExpression kSerial(QStringLiteral("^\\d{5}(\\.\\d+)?$"));
    const auto day = parseDate(plain);
    // What needs guessing (2024年底, 2024年3月至6月) is no exact bound of a filter, nor is a spreadsheet's
    // number.
    if (day.value && day.note.isEmpty() && !kSerial.match(plain).hasMatch())
        return days(*day.value, *day.value);
    return problem(day.problem.isEmpty()
                       ? QStringLiteral("“%1”不是确切的日期，应为%2").arg(text, expectedValue(field))
                       : day.problem);
}

ReadOperand campaign(const FilterField &field, const QString &text) {
    const QString plain = normalisedText(text);
    if (const auto key = CampaignKey::parse(plain))
        return stretch(campaignNumber(key->year, key->sequence), campaignNumber(key->year, key->sequence));
    if (const auto year = yearAlone(text); year && *year >= 1990 && *year <= 2200)
        return stretch(campaignNumber(*year, 0), campaignNumber(*year, 99));
    return problem(QStringLiteral("“%1”不是活动期次，应为%2").arg(text, expectedValue(field)));
}

/// By key, title, or the beginning of a single title: 签约 for 签约一批, 工业 for 工业类.
ReadOperand choice(const FilterField &field, const QString &text) {
    const QString wanted = foldedName(text);
    std::vector<qint64> begun;
    for (std::size_t i = 0; i < field.choices.size(); ++i) {
        const Choice &choice = field.choices[i];
        if (choice.key == wanted || choice.title == wanted)
            return stretch(qint64(i), qint64(i));
        if (choice.title.startsWith(wanted))
            begun.push_back(qint64(i));
    }
    if (begun.size() == 1)
        return stretch(begun.front(), begun.front());
    return problem(QStringLiteral("“%1”不是%2，应为%3").arg(text, field.title, expectedValue(field)));
}

bool isStored(const FilterField &field) {
    return field.source == FilterField::Source::Stored;
}

} // namespace

ReadOperand readOperand(const FilterField &field, const QString &text) {
    if (normalisedText(text).isEmpty())
        return problem(QStringLiteral("引号里没有内容，要找没有填写的请写“%1 为空”").arg(field.title));
    constexpr qsizetype kLongest = 60; // of what is no free text
    if (text.size() > kLongest && !field.hasText())
        return problem(QStringLiteral("“%1…”太长，应为%2").arg(text.left(20), expectedValue(field)));
    switch (field.kind) {
    case Kind::Money:
        return money(text);
    case Kind::Number:
        return number(field, text);
    case Kind::Date:
        if (auto read = date(field, text); !read.operand || !read.operand->isAsOf || !isStored(field))
            return read;
        return problem(QStringLiteral("“%1”是自定义字段，不能与“截至”比较").arg(field.title));
    case Kind::Campaign:
        return campaign(field, text);
    case Kind::Choice:
        return choice(field, text);
    case Kind::Flag:
    case Kind::Name:
    case Kind::Text:
        break;
    }
    return {Operand{0, 0, text.trimmed(), false}, {}};
}

QString expectedValue(const FilterField &field) {
    switch (field.kind) {
    case Kind::Money:
        return QStringLiteral("金额，如 1亿 或 5000（万元）");
    case Kind::Number:
        return QStringLiteral("数，如 %1")
            .arg(field.hasDecimals ? QStringLiteral("86.5") : QStringLiteral("120"));
    case Kind::Date:
        return QStringLiteral("日期，如 2024、2024-07、2024-07-31 或“截至”");
    case Kind::Campaign:
        return QStringLiteral("活动期次，如 2024-2 或 2024");
    case Kind::Choice: {
        QStringList words;
        for (const Choice &choice : field.choices)
            words << QStringLiteral("%1（%2）").arg(choice.title, choice.key);
        return words.join(QStringLiteral("、"));
    }
    case Kind::Flag:
        return QStringLiteral("“是”或“否”");
    case Kind::Name:
        return QStringLiteral("%1的名称").arg(field.title);
    case Kind::Text:
        break;
    }
    return QStringLiteral("要找的文字");
}

} // namespace yipi::indicators
