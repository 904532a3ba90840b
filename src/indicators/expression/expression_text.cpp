// SPDX-License-Identifier: GPL-3.0-or-later
// How conditions are written: in the canonical form and in Chinese words.
#include "indicators/expression/expression.h"

#include <array>

namespace yipi::indicators {

namespace {

using Kind = FilterField::Kind;

QString quoted(QString text) {
    return u'"' + text.replace(u'"', QStringLiteral("\"\"")) + u'"';
}

/// Exact, in the larger unit that suits: 1.2亿, 5000万.
QString moneyText(qint64 yuan) {
    const Money money = Money::fromYuan(yuan);
    const bool isLarge = yuan >= yuanPer(MoneyUnit::Yi);
    return isLarge ? money.shortText(MoneyUnit::Yi, 8) + u'亿' : money.shortText(MoneyUnit::Wan, 4) + u'万';
}

QString numberText(const FilterField &field, qint64 number) {
    return field.hasDecimals ? fixedPoint(number, 100, 2, Rounding::HalfUp) : QString::number(number);
}

/// A year, a month or a day, whichever the stretch is.
QString stretchText(const Operand &operand, const QString &year, const QString &month, const QString &day) {
    const QDate first = QDate::fromJulianDay(operand.low);
    return first.toString(operand.low == operand.high                        ? day
                          : operand.high - operand.low > first.daysInMonth() ? year
                                                                             : month);
}

QString operandText(const FilterField &field, const Operand &operand) {
    switch (field.kind) {
    case Kind::Money:
        return moneyText(operand.low);
    case Kind::Number:
        return numberText(field, operand.low);
    case Kind::Date:
        return operand.isAsOf ? QStringLiteral("as_of")
                              : stretchText(operand, QStringLiteral("yyyy"), QStringLiteral("yyyy-MM"),
                                            QStringLiteral("yyyy-MM-dd"));
    case Kind::Campaign:
        return operand.low == operand.high
                   ? CampaignKey{int(operand.low / 100), int(operand.low % 100)}.text()
                   : QString::number(operand.low / 100);
    case Kind::Choice:
        return field.choices[std::size_t(operand.low)].key;
    case Kind::Flag:
    case Kind::Name:
    case Kind::Text:
        break;
    }
    return quoted(operand.text);
}

QString operandWords(const FilterField &field, const Operand &operand) {
    switch (field.kind) {
    case Kind::Money:
        return moneyText(operand.low) + QStringLiteral("元");
    case Kind::Number:
        return numberText(field, operand.low) + field.unit;
    case Kind::Date:
        return operand.isAsOf ? QStringLiteral("截至日")
                              : stretchText(operand, QStringLiteral("yyyy年"), QStringLiteral("yyyy年M月"),
                                            QStringLiteral("yyyy年M月d日"));
    case Kind::Campaign:
        return operand.low == operand.high
                   ? CampaignKey{int(operand.low / 100), int(operand.low % 100)}.chineseText()
                   : QStringLiteral("%1年").arg(operand.low / 100);
    case Kind::Choice:
        return field.choices[std::size_t(operand.low)].title;
    case Kind::Text:
        return QStringLiteral("“%1”").arg(operand.text);
    case Kind::Flag:
    case Kind::Name:
        break;
    }
    return operand.text;
}

QString listText(const Condition &condition, QString (*one)(const FilterField &, const Operand &),
                 const QString &separator) {
    QStringList texts;
    for (const Operand &operand : condition.operands)
        texts << one(*condition.field, operand);
    return texts.join(separator);
}

QString conditionText(const Condition &condition) {
    static const std::array kSigns{QStringLiteral("="),  QStringLiteral("!="), QStringLiteral("<"),
                                   QStringLiteral("<="), QStringLiteral(">"),  QStringLiteral(">="),
                                   QStringLiteral("~"),  QStringLiteral("!~")};
    const QString &key = condition.field->key;
    const bool isEqual = condition.comparison == Comparison::Equal;
    if (condition.comparison == Comparison::Empty)
        return key + QStringLiteral(" is empty");
    if (condition.comparison == Comparison::NotEmpty)
        return key + QStringLiteral(" is not empty");
    if (condition.field->kind == Kind::Flag)
        return isEqual ? key : key + QStringLiteral(" = no");
    const QString operands = listText(condition, operandText, QStringLiteral(", "));
    if (condition.operands.size() > 1)
        return key + (isEqual ? QStringLiteral(" in (") : QStringLiteral(" not in (")) + operands + u')';
    return key + u' ' + kSigns[std::size_t(condition.comparison)] + u' ' + operands;
}

QString conditionWords(const Condition &condition) {
    static const std::array kNumbers{QStringLiteral("为"),   QStringLiteral("不为"),
                                     QStringLiteral("少于"), QStringLiteral("不超过"),
                                     QStringLiteral("超过"), QStringLiteral("不少于")};
    static const std::array kTimes{QStringLiteral("为"),   QStringLiteral("不为"),
                                   QStringLiteral("早于"), QStringLiteral("不晚于"),
                                   QStringLiteral("晚于"), QStringLiteral("不早于")};
    const FilterField &field = *condition.field;
    switch (condition.comparison) {
    case Comparison::Empty:
        return field.title + QStringLiteral("未填");
    case Comparison::NotEmpty:
        return field.title + QStringLiteral("已填");
    case Comparison::Contains:
    case Comparison::NotContains: {
        const QString title = field.isSearch() ? QStringLiteral("编号、名称或投资方") : field.title;
        return title + (condition.comparison == Comparison::Contains ? QStringLiteral("含“%1”")
                                                                     : QStringLiteral("不含“%1”"))
                           .arg(condition.operands.front().text);
    }
    default:
        break;
    }
    if (field.kind == Kind::Flag)
        return condition.comparison == Comparison::Equal ? field.title : QStringLiteral("非") + field.title;
    const auto &words = field.isAmount() ? kNumbers : kTimes;
    return field.title + words[std::size_t(condition.comparison)] +
           listText(condition, operandWords, QStringLiteral("或"));
}

} // namespace

QString Expression::text() const {
    QStringList texts;
    for (const Expression &part : parts()) {
        const bool needsBrackets =
            part.kind() == Kind::Any || (kind() == Kind::Not && part.kind() == Kind::All);
        texts << (needsBrackets ? u'(' + part.text() + u')' : part.text());
    }
    switch (kind()) {
    case Kind::All:
        return texts.join(QStringLiteral(" and "));
    case Kind::Any:
        return texts.join(QStringLiteral(" or "));
    case Kind::Not:
        return QStringLiteral("not ") + texts.front();
    case Kind::Condition:
        break;
    }
    return conditionText(condition());
}

QString Expression::words() const {
    QStringList texts;
    for (const Expression &part : parts()) {
        const bool needsBrackets =
            part.kind() == Kind::Any || part.kind() == Kind::All || kind() == Kind::Not;
        texts << (needsBrackets ? QStringLiteral("（%1）").arg(part.words()) : part.words());
    }
    switch (kind()) {
    case Kind::All:
        return texts.join(QStringLiteral("，且"));
    case Kind::Any:
        return texts.join(QStringLiteral("，或"));
    case Kind::Not:
        return QStringLiteral("不符合") + texts.front();
    case Kind::Condition:
        break;
    }
    return conditionWords(condition());
}

QString whereWords(const QString &where, const FilterFields &fields) {
    const auto expression = parseExpression(where, fields);
    return expression ? expression->words() : where;
}

} // namespace yipi::indicators
