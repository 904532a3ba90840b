// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/text_parsing.h"

#include <QHash>

#include <algorithm>
#include <array>

namespace yipi {

namespace {

/// Marks without a look, pasted from web pages.
bool isInvisible(char16_t u) {
    return u == 0x200B || u == 0x200E || u == 0x200F || u == 0xFEFF;
}

/// Full-width forms mirror ASCII.
char16_t halfWidth(char16_t u) {
    return u >= 0xFF01 && u <= 0xFF5E ? char16_t(u - 0xFEE0) : u;
}

/// Most of what is read: without a case, a width or a bracket to it.
bool isCommonHan(char16_t u) {
    return u >= 0x4E00 && u <= 0x9FFF;
}

} // namespace

bool isBlank(QStringView text) {
    return std::all_of(text.begin(), text.end(),
                       [](QChar c) { return c.isSpace() || isInvisible(c.unicode()); });
}

QString normalisedText(const QString &text) {
    QString result(text.size(), Qt::Uninitialized);
    qsizetype size = 0;
    QChar *to = result.data();
    for (const QChar c : text) {
        const char16_t u = c.unicode();
        if (!isInvisible(u))
            to[size++] = c.isSpace() ? QChar(u' ') : QChar(halfWidth(u));
    }
    result.truncate(size);
    return std::move(result).trimmed();
}

QString foldedName(const QString &name) {
    static const QString kOpening = QStringLiteral("[{【〔〖《<「");
    static const QString kClosing = QStringLiteral("]}】〕〗》>」");
    QString result(name.size(), Qt::Uninitialized);
    qsizetype size = 0;
    QChar *to = result.data();
    for (const QChar wide : name) {
        const QChar c(halfWidth(wide.unicode()));
        if (isCommonHan(c.unicode()))
            to[size++] = c;
        else if (c.isSpace() || isInvisible(c.unicode()))
            continue;
        else if (kOpening.contains(c))
            to[size++] = u'(';
        else if (kClosing.contains(c))
            to[size++] = u')';
        else
            to[size++] = c.toLower();
    }
    result.truncate(size);
    return result;
}

Parsed<bool> parseFlag(const QString &text) {
    static const auto kWords = [] {
        QHash<QString, bool> words;
        for (const char *word : {"是", "有", "√", "✓", "✔", "y", "yes", "1", "true", "★", "☆", "对", "属于"})
            words.insert(QString::fromUtf8(word), true);
        for (const char *word :
             {"否", "无", "×", "✗", "✘", "x", "n", "no", "0", "false", "不是", "非", "没有", "不属于"})
            words.insert(QString::fromUtf8(word), false);
        return words;
    }();
    const QString word = foldedName(text);
    Parsed<bool> parsed;
    if (word.isEmpty())
        return parsed;
    if (const auto known = kWords.constFind(word); known != kWords.constEnd())
        parsed.value = *known;
    else
        parsed.problem = QStringLiteral("“%1”应填“是”或“否”").arg(text);
    return parsed;
}

namespace {

/// The outcome of one reader as a stored value.
template <class T, class Store>
Parsed<Value> stored(const Parsed<T> &parsed, Store store) {
    Parsed<Value> result{{}, parsed.note, parsed.problem};
    if (parsed.value)
        result.value = store(*parsed.value);
    return result;
}

Parsed<Value> parseMonth(const QString &text) {
    if (const auto month = Month::parse(normalisedText(text)))
        return {Value(qint64(month->index())), {}, {}};
    const auto date = parseDate(text);
    return stored(date, [](QDate d) { return Value(qint64(Month::of(d).index())); });
}

Parsed<Value> parseChoice(const FieldInfo &field, const QString &text) {
    QStringList titles;
    for (const Choice &choice : field.choices) {
        if (choice.key == text || choice.title == text)
            return {Value(choice.key), {}, {}};
        titles << choice.title;
    }
    return {{}, {}, QStringLiteral("“%1”应为%2之一").arg(text, titles.join(QStringLiteral("、")))};
}

/// "35亩" in a column of 亩 is exact, not a guess. `trimmed` is normalised.
QString withoutUnit(const QString &trimmed, const QString &unit) {
    return !unit.isEmpty() && trimmed.size() > unit.size() && trimmed.endsWith(unit)
               ? trimmed.chopped(unit.size())
               : trimmed;
}

/// An area in 亩; the text may give it in another unit.
Parsed<Quantity> parseArea(const QString &text) {
    struct Unit {
        QString name;
        qint64 tenThousandths; ///< of a 亩: 15 亩 are a hectare, 10,000 平方米
    };
    static const std::array others{Unit{QStringLiteral("公顷"), 150'000}, Unit{QStringLiteral("平方米"), 15},
                                   Unit{QStringLiteral("平米"), 15},      Unit{QStringLiteral("㎡"), 15},
                                   Unit{QStringLiteral("m2"), 15},        Unit{QStringLiteral("m²"), 15}};
    const QString trimmed = normalisedText(text);
    for (const Unit &other : others) {
        const QString plain = withoutUnit(trimmed, other.name);
        if (plain.size() == trimmed.size())
            continue;
        auto parsed = parseQuantity(plain);
        if (parsed.value) {
            parsed.value->hundredths = (parsed.value->hundredths * other.tenThousandths + 5'000) / 10'000;
            parsed.note =
                QStringLiteral("“%1”按 %2 亩读取")
                    .arg(text.trimmed(), fixedPoint(parsed.value->hundredths, 100, 2, Rounding::HalfUp));
        }
        return parsed;
    }
    return parseQuantity(withoutUnit(trimmed, QStringLiteral("亩")));
}

} // namespace

Parsed<Value> parseValue(const FieldInfo &field, const QString &text, MoneyUnit unit) {
    const QString trimmed = text.trimmed();
    if (isBlank(text))
        return {};
    switch (field.type) {
    case FieldType::Text:
    case FieldType::LongText:
        return {Value(trimmed), {}, {}};
    case FieldType::Integer:
        return stored(parseInteger(withoutUnit(normalisedText(text), field.unit)),
                      [](qint64 v) { return Value(v); });
    case FieldType::Quantity:
        return stored(field.unit == QStringLiteral("亩")
                          ? parseArea(text)
                          : parseQuantity(withoutUnit(normalisedText(text), field.unit)),
                      [](Quantity v) { return Value(v.hundredths); });
    case FieldType::Money:
        return stored(parseMoney(text, unit), [](Money v) { return Value(v.yuan()); });
    case FieldType::Date:
        return stored(parseDate(text), [](QDate v) { return Value(isoText(v)); });
    case FieldType::Month:
        return parseMonth(text);
    case FieldType::Flag:
        return stored(parseFlag(text), [](bool v) { return Value(qint64(v)); });
    case FieldType::Choice:
        return parseChoice(field, trimmed);
    case FieldType::Reference:
        return {{}, {}, QStringLiteral("“%1”要从列表中选择").arg(text)};
    }
    return {};
}

QString displayText(const FieldInfo &field, const Value &value, MoneyUnit unit) {
    if (isEmpty(value))
        return {};
    if (const auto *text = std::get_if<QString>(&value)) {
        if (field.type == FieldType::Choice)
            for (const Choice &choice : field.choices)
                if (choice.key == *text)
                    return choice.title;
        return *text;
    }
    const qint64 number = std::get<qint64>(value);
    switch (field.type) {
    case FieldType::Money:
        return Money::fromYuan(number).text(unit);
    case FieldType::Quantity:
        return fixedPoint(number, 100, 2, Rounding::HalfUp);
    case FieldType::Flag:
        return number != 0 ? QStringLiteral("是") : QStringLiteral("否");
    case FieldType::Month:
        return Month::fromIndex(int(number)).text();
    default:
        return QString::number(number);
    }
}

} // namespace yipi
