// SPDX-License-Identifier: GPL-3.0-or-later
// Amounts, counts and quantities of text_parsing.h.
#include "domain/amount_text.h"
#include "domain/text_parsing.h"

#include <QRegularExpression>

namespace yipi {

namespace {

using detail::AmountText;

template <class T>
Parsed<T> problem(const QString &message) {
    Parsed<T> parsed;
    parsed.problem = message;
    return parsed;
}

void addNote(QString &note, const QString &more) {
    note += (note.isEmpty() ? QString() : QStringLiteral("；")) + more;
}

/// A number of up to 8 digits and 8 decimals and nothing else, as spreadsheets hold nearly all, ×
/// kAmountScale: the quick way to what the readers below give for it, of which none asks a question about
/// such a text.
std::optional<Int128> plainNumber(const QString &text) {
    constexpr qsizetype kMostDigits = 8;
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    const auto point = text.indexOf(u'.');
    const auto whole = point < 0 ? text.size() : point;
    const auto decimals = point < 0 ? 0 : text.size() - point - 1;
    if (whole < 1 || whole > kMostDigits || decimals > kMostDigits || (point >= 0 && decimals < 1))
        return std::nullopt;
    qint64 digits = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (i == point)
            continue;
        if (!isDigit(text.at(i)))
            return std::nullopt;
        digits = digits * 10 + (text.at(i).unicode() - u'0');
    }
    Int128 scale = detail::kAmountScale;
    for (qsizetype i = 0; i < decimals; ++i)
        scale /= 10;
    return digits * scale;
}

/// A plain number times `factor`, where rounding it leaves nothing to tell.
std::optional<qint64> plainAmount(const QString &text, qint64 factor) {
    const auto scaled = plainNumber(text);
    bool exact = true;
    const qint64 amount = scaled ? detail::roundedAmount(*scaled, factor, exact) : 0;
    return scaled && exact ? std::optional(amount) : std::nullopt;
}

/// A number with its vague words taken off, or why there is none.
struct Reading {
    AmountText amount;
    QString note;
    QString problem;
};

Reading readNumber(const QString &original, const QString &expected) {
    Reading reading;
    QString text = normalisedText(original);
    if (text.startsWith(u'#')) {
        reading.problem = QStringLiteral("“%1”是表格公式的错误值，不是%2").arg(original, expected);
        return reading;
    }
    const bool vague = detail::takeVagueWords(text);
    reading.amount = detail::readAmount(text);
    QString &rest = reading.amount.rest;
    bool rounded = false;
    for (const QString &word :
         {QStringLiteral("余"), QStringLiteral("多")}) // 3000余万 is not read: 余 must end the number
        if (rest.startsWith(word)) {
            rest = rest.mid(word.size());
            rounded = true;
        }
    using Fault = AmountText::Fault;
    if (reading.amount.fault == Fault::Grouping)
        reading.problem = QStringLiteral("“%1”的千分位逗号位置不对，无法确定数值").arg(original);
    else if (reading.amount.fault == Fault::TooLarge)
        reading.problem = QStringLiteral("“%1”过大，请核对").arg(original);
    else if (reading.amount.fault == Fault::NotANumber)
        reading.problem = QStringLiteral("“%1”不是%2").arg(original, expected);
    static const QRegularExpression kRange(QStringLiteral("^[元]?[-~—–至到]+\\s*[0-9一二三四五六七八九十]"));
    if (reading.problem.isEmpty() && kRange.match(rest).hasMatch())
        reading.problem = QStringLiteral("“%1”是一个范围，请写成一个数").arg(original);
    if (vague || rounded || reading.amount.isColloquial)
        reading.note = QStringLiteral("“%1”不是确数").arg(original);
    return reading;
}

} // namespace

namespace {

/// Takes off what people write around an amount without changing it: "5000（万元）", "5000万元；". True when
/// it says itself what it is ("总投资1.2亿元") or shortens 万 to w: then the user should see what was read.
bool takeMoneyWords(QString &text) {
    static const QRegularExpression kEnd(QStringLiteral("[。；;,，、]+$"));
    static const QRegularExpression kUnit(QStringLiteral("\\((亿元?|万元?|元)\\)$"));
    static const QRegularExpression kOfWhat(
        QStringLiteral("^(?:项目)?(?:计划|估算|预计)?(?:总投资|投资额?|固定资产投资|固投|年产值|产值|税收|"
                       "签约额)(?:额|为|:)?\\s*"));
    static const QRegularExpression kShort(QStringLiteral("(?<=\\d)[wW](?=元?$)"));
    text.remove(kEnd);
    text.replace(kUnit, QStringLiteral("\\1"));
    const QString before = text;
    text.remove(kOfWhat);
    text.replace(kShort, QStringLiteral("万"));
    return text != before;
}

} // namespace

Parsed<Money> parseMoney(const QString &text, MoneyUnit unit) {
    if (const auto plain = plainAmount(text, yuanPer(unit)))
        return {Money::fromYuan(*plain), {}, {}};
    if (isBlank(text))
        return {};
    static const QRegularExpression kCurrency(QStringLiteral("^(人民币|RMB|CNY|¥|￥)\\s*"),
                                              QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression kTail(QStringLiteral("^(元)?(人民币|\\(人民币\\)|RMB|整)?$"));
    QString cleaned = normalisedText(text);
    const bool hasWords = takeMoneyWords(cleaned);
    cleaned.remove(kCurrency);
    Reading reading = readNumber(cleaned, QStringLiteral("金额"));
    if (!reading.problem.isEmpty())
        return problem<Money>(reading.problem);
    const AmountText &amount = reading.amount;
    const auto tail = kTail.match(amount.rest);
    if (!tail.hasMatch())
        return problem<Money>(
            QStringLiteral("“%1”中的“%2”看不懂，应为金额，如 12000 或 1.2亿元").arg(text, amount.rest));
    if (amount.isNegative && amount.scaled != 0)
        return problem<Money>(QStringLiteral("“%1”是负数，金额不能为负").arg(text));

    MoneyUnit written = unit;
    if (amount.hasYi)
        written = MoneyUnit::Yi;
    else if (amount.hasWan)
        written = MoneyUnit::Wan;
    else if (tail.capturedLength(1) > 0)
        written = MoneyUnit::Yuan;
    const bool hasOwnUnit = amount.hasYi || amount.hasWan || tail.capturedLength(1) > 0;
    const qint64 factor = hasOwnUnit ? 1 : yuanPer(unit);
    if (amount.scaled > detail::kAmountScale * detail::kLargestAmount / factor)
        return problem<Money>(QStringLiteral("“%1”过大，请核对金额和单位").arg(text));

    Parsed<Money> parsed;
    bool exact = true;
    parsed.value = Money::fromYuan(detail::roundedAmount(amount.scaled, factor, exact));
    parsed.note = reading.note;
    if (hasWords)
        addNote(parsed.note, QStringLiteral("“%1”不只是数字").arg(text.trimmed()));
    if (hasOwnUnit && written != unit)
        addNote(parsed.note, QStringLiteral("单元格写明单位“%1”，与该列的%2不同，以单元格为准")
                                 .arg(title(written), title(unit)));
    if (!exact)
        addNote(parsed.note, QStringLiteral("不足 1 元的部分四舍五入"));
    if (!parsed.note.isEmpty())
        addNote(parsed.note,
                QStringLiteral("按 %1 万元读取").arg(parsed.value->shortText(MoneyUnit::Wan, 4)));
    return parsed;
}

Parsed<qint64> parseInteger(const QString &text) {
    if (const auto plain = plainNumber(text); plain && *plain % detail::kAmountScale == 0)
        return {static_cast<qint64>(*plain / detail::kAmountScale), {}, {}};
    if (isBlank(text))
        return {};
    static const QRegularExpression kCounter(
        QStringLiteral("^(余|多)?[个人名家项户台套次位间座条宗块处件期]?(左右|以上)?$"));
    const Reading reading = readNumber(text, QStringLiteral("整数"));
    if (!reading.problem.isEmpty())
        return problem<qint64>(reading.problem);
    const AmountText &amount = reading.amount;
    if (!kCounter.match(amount.rest).hasMatch())
        return problem<qint64>(QStringLiteral("“%1”中的“%2”看不懂，应为整数").arg(text, amount.rest));
    if (amount.scaled % detail::kAmountScale != 0)
        return problem<qint64>(QStringLiteral("“%1”有小数，应为整数").arg(text));
    Parsed<qint64> parsed;
    const auto magnitude = static_cast<qint64>(amount.scaled / detail::kAmountScale);
    parsed.value = amount.isNegative ? -magnitude : magnitude;
    parsed.note = reading.note;
    if (!parsed.note.isEmpty() || !amount.rest.isEmpty())
        addNote(parsed.note, QStringLiteral("“%1”按 %2 读取").arg(text, QString::number(*parsed.value)));
    return parsed;
}

Parsed<Quantity> parseQuantity(const QString &text) {
    if (const auto plain = plainAmount(text, 100))
        return {Quantity{*plain}, {}, {}};
    if (isBlank(text))
        return {};
    static const QRegularExpression kUnit(QStringLiteral("^(亩|%|平方米|平米|㎡|m2|m²|公顷|分|个百分点)?$"));
    const Reading reading = readNumber(text, QStringLiteral("数量"));
    if (!reading.problem.isEmpty())
        return problem<Quantity>(reading.problem);
    const AmountText &amount = reading.amount;
    if (!kUnit.match(amount.rest).hasMatch())
        return problem<Quantity>(QStringLiteral("“%1”中的“%2”看不懂，应为数量").arg(text, amount.rest));
    if (amount.scaled > detail::kAmountScale * (detail::kLargestAmount / 100))
        return problem<Quantity>(QStringLiteral("“%1”过大，请核对").arg(text));
    Parsed<Quantity> parsed;
    bool exact = true;
    const qint64 magnitude = detail::roundedAmount(amount.scaled, 100, exact);
    parsed.value = Quantity{amount.isNegative ? -magnitude : magnitude};
    parsed.note = reading.note;
    if (!exact)
        addNote(parsed.note, QStringLiteral("“%1”保留两位小数").arg(text));
    if (!parsed.note.isEmpty())
        addNote(
            parsed.note,
            QStringLiteral("按 %1 读取").arg(fixedPoint(parsed.value->hundredths, 100, 2, Rounding::HalfUp)));
    return parsed;
}

} // namespace yipi
