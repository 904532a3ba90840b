// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/money.h"
#include "indicators/engine.h"
#include "reports/document.h"

namespace yipi::reports {

/// Text with figures in it, written from left to right. Sentences are composed here and not filled into text
/// templates, because a figure must stay an object with its reference and not become characters.
class Phrase {
public:
    Phrase &operator<<(const QString &text);
    Phrase &operator<<(const Span &span);
    Phrase &operator<<(const Phrase &other);

    /// The phrase without `lead`, the whole text of its first span.
    Phrase after(const QString &lead) const;

    bool isEmpty() const { return m_spans.empty(); }
    const std::vector<Span> &spans() const { return m_spans; }
    Paragraph paragraph(Style style) const { return {style, m_spans}; }

private:
    std::vector<Span> m_spans;
};

/// The phrases with `separator` in between and `end` after the last.
Phrase joined(const std::vector<Phrase> &phrases, const QString &separator, const QString &end);

/// "111个": a count with its unit.
Span countFigure(const QString &id, const QString &meaning, qint64 count, const QString &source,
                 const QString &unit = QStringLiteral("个"));
/// "37.5亿元", without trailing zeros; below 100万元 in 万元, so that it does not print as 0.
Span amountFigure(const QString &id, const QString &meaning, qint64 yuan, const QString &source);
/// "78.87%" or "—".
Span rateFigure(const QString &id, const indicators::RateResult &rate, const QString &zone = {});
/// What a rate's numerator or denominator counts or sums.
enum class RatePart { Numerator, Denominator };
Span ratePartFigure(const QString &id, const QString &meaning, const indicators::RateResult &rate,
                    RatePart part, const QString &zone = {});
/// The figure's text without its unit, as table cells print it; amounts in 亿元 with two decimals.
Span withoutUnit(Span span);

/// 0–99 in Chinese characters as before a measure word (2 = 两), else digits.
QString chineseCount(int number);
/// 一, 二, 三 … as in headings.
QString chineseOrdinal(int number);

} // namespace yipi::reports
