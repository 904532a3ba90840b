// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/phrase.h"

namespace yipi::reports {

namespace {

constexpr qint64 kSmallestInYi = 1'000'000; // 0.01 亿元

QString formulaOf(const indicators::RateResult &rate) {
    const Rate &value = rate.rate;
    if (!rate.isMoney())
        return QStringLiteral("%1 ÷ %2").arg(value.num()).arg(value.den());
    return QStringLiteral("%1 ÷ %2").arg(Money::fromYuan(value.num()).text(MoneyUnit::Yi),
                                         Money::fromYuan(value.den()).text(MoneyUnit::Yi));
}

} // namespace

Phrase &Phrase::operator<<(const QString &text) {
    if (text.isEmpty())
        return *this;
    if (!m_spans.empty() && !m_spans.back().figure)
        m_spans.back().text += text;
    else
        m_spans.push_back({text, std::nullopt});
    return *this;
}

Phrase &Phrase::operator<<(const Span &span) {
    if (!span.figure)
        return *this << span.text;
    m_spans.push_back(span);
    return *this;
}

Phrase &Phrase::operator<<(const Phrase &other) {
    for (const Span &span : other.m_spans)
        *this << span;
    return *this;
}

Phrase Phrase::after(const QString &lead) const {
    Phrase rest = *this;
    if (!rest.m_spans.empty() && rest.m_spans.front().text.startsWith(lead))
        rest.m_spans.front().text.remove(0, lead.size());
    return rest;
}

Phrase joined(const std::vector<Phrase> &phrases, const QString &separator, const QString &end) {
    Phrase result;
    for (const Phrase &phrase : phrases) {
        if (!result.isEmpty())
            result << separator;
        result << phrase;
    }
    if (!result.isEmpty())
        result << end;
    return result;
}

Span countFigure(const QString &id, const QString &meaning, qint64 count, const QString &source,
                 const QString &unit) {
    return {QString::number(count) + unit, FigureRef{.id = id,
                                                     .meaning = meaning,
                                                     .formula = source + QStringLiteral("，计数"),
                                                     .value = QString::number(count)}};
}

Span amountFigure(const QString &id, const QString &meaning, qint64 yuan, const QString &source) {
    const MoneyUnit unit = yuan > 0 && yuan < kSmallestInYi ? MoneyUnit::Wan : MoneyUnit::Yi;
    return {Money::fromYuan(yuan).shortText(unit) + title(unit),
            FigureRef{.id = id,
                      .meaning = meaning,
                      .formula = source + QStringLiteral("，求和"),
                      .value = QString::number(yuan)}};
}

Span rateFigure(const QString &id, const indicators::RateResult &rate, const QString &zone) {
    return {rate.text(),
            FigureRef{.id = id,
                      .meaning = rate.title,
                      .formula = formulaOf(rate),
                      .rateId = rate.id,
                      .zone = zone,
                      .value = QStringLiteral("%1/%2").arg(rate.rate.num()).arg(rate.rate.den())}};
}

Span ratePartFigure(const QString &id, const QString &meaning, const indicators::RateResult &rate,
                    RatePart part, const QString &zone) {
    const bool isNumerator = part == RatePart::Numerator;
    const qint64 value = isNumerator ? rate.rate.num() : rate.rate.den();
    const QString source = rate.title + (isNumerator ? QStringLiteral("的分子") : QStringLiteral("的分母"));
    Span span =
        !rate.isMoney() ? countFigure(id, meaning, value, source) : amountFigure(id, meaning, value, source);
    span.figure->rateId = rate.id;
    span.figure->zone = zone;
    return span;
}

Span withoutUnit(Span span) {
    if (span.text.endsWith(u'元'))
        span.text = Money::fromYuan(span.figure->value.toLongLong()).text(MoneyUnit::Yi);
    qsizetype length = span.text.size();
    while (length > 0 && !span.text[length - 1].isDigit())
        --length;
    if (length > 0) // "—" stays
        span.text.truncate(length);
    return span;
}

QString chineseOrdinal(int number) {
    static const QString kDigits = QStringLiteral("零一二三四五六七八九");
    if (number < 0 || number > 99)
        return QString::number(number);
    QString text;
    if (number >= 20)
        text += kDigits[number / 10];
    if (number >= 10)
        text += u'十';
    if (number % 10 != 0 || number == 0)
        text += kDigits[number % 10];
    return text;
}

QString chineseCount(int number) {
    return number == 2 ? QStringLiteral("两") : chineseOrdinal(number);
}

} // namespace yipi::reports
