// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/amount_text.h"

#include <array>

namespace yipi::detail {

namespace {

constexpr Int128 kLargestScaled = kAmountScale * kLargestAmount;

/// −1 when `c` is no Chinese digit. Formal numerals (壹贰叁) stand in contracts.
int chineseDigit(QChar c) {
    static const std::array kDigits{QStringLiteral("零一二三四五六七八九"),
                                    QStringLiteral("〇壹贰叁肆伍陆柒捌玖"),
                                    QStringLiteral("○弌两参        ")};
    for (const QString &row : kDigits)
        if (const auto at = row.indexOf(c); at >= 0)
            return c == u' ' ? -1 : int(at);
    return -1;
}

qint64 smallUnit(QChar c) {
    switch (c.unicode()) {
    case u'十':
    case u'拾':
        return 10;
    case u'百':
    case u'佰':
        return 100;
    case u'千':
    case u'仟':
        return 1000;
    default:
        return 0;
    }
}

bool isWan(QChar c) {
    return c == u'万' || c == u'萬';
}
bool isYi(QChar c) {
    return c == u'亿' || c == u'億';
}
bool isArabic(QChar c) {
    return c >= u'0' && c <= u'9';
}

/// Collects the terms of one number from left to right.
class AmountReader {
public:
    explicit AmountReader(const QString &text)
        : m_text(text) {}
    AmountText read();

private:
    bool atEnd() const { return m_at >= m_text.size(); }
    QChar current() const { return m_text.at(m_at); }
    void fail(AmountText::Fault fault) {
        if (m_result.fault == AmountText::Fault::None)
            m_result.fault = fault;
    }
    Int128 times(Int128 value, qint64 factor) {
        if (value > kLargestScaled / factor) {
            fail(AmountText::Fault::TooLarge);
            return 0;
        }
        return value * factor;
    }
    void setPending(Int128 value);
    void readArabic();
    void readFraction(Int128 whole);
    void readExponent(Int128 value);
    void readChineseDigits();
    bool readMultiplier();

    const QString &m_text;
    qsizetype m_at = 0;
    AmountText m_result;
    Int128 m_total = 0;   ///< finished 亿 and 万 parts
    Int128 m_section = 0; ///< the part below 万 that is being read
    Int128 m_pending = 0; ///< a number waiting for its multiplier
    bool m_hasPending = false;
    bool m_any = false;
    bool m_afterZero = false; ///< 一千零五 is 1,005, not 1,500
    qint64 m_lastUnit = 0;
};

void AmountReader::setPending(Int128 value) {
    if (m_hasPending)
        fail(AmountText::Fault::NotANumber);
    m_pending = value;
    m_hasPending = true;
    m_any = true;
}

void AmountReader::readArabic() {
    Int128 whole = 0;
    int digits = 0, groupDigits = 0;
    bool grouped = false, groupsFit = true;
    for (; !atEnd(); ++m_at) {
        if (isArabic(current())) {
            whole = whole * 10 + (current().unicode() - u'0');
            if (++digits > 1 && whole > kLargestAmount)
                return fail(AmountText::Fault::TooLarge);
            ++groupDigits;
        } else if (current() == u',' && m_at + 1 < m_text.size() && isArabic(m_text.at(m_at + 1))) {
            groupsFit = groupsFit && (grouped ? groupDigits == 3 : groupDigits >= 1 && groupDigits <= 3);
            grouped = true;
            groupDigits = 0;
        } else {
            break;
        }
    }
    if (grouped && (!groupsFit || groupDigits != 3))
        return fail(AmountText::Fault::Grouping);
    readFraction(whole * kAmountScale);
}

void AmountReader::readFraction(Int128 whole) {
    Int128 value = whole;
    if (!atEnd() && (current() == u'.' || current() == u'点')) {
        ++m_at;
        Int128 digitValue = kAmountScale / 10;
        const auto start = m_at;
        for (; !atEnd(); ++m_at, digitValue /= 10) {
            const int digit = isArabic(current()) ? current().unicode() - u'0' : chineseDigit(current());
            if (digit < 0)
                break;
            value += digitValue * digit;
        }
        if (m_at == start)
            return fail(AmountText::Fault::NotANumber);
    }
    readExponent(value);
}

void AmountReader::readExponent(Int128 value) {
    static const QString kExponent = QStringLiteral("eE");
    const auto sign = m_at + 1;
    if (!atEnd() && kExponent.contains(current()) && sign < m_text.size()) {
        const bool signedExponent = m_text.at(sign) == u'+' || m_text.at(sign) == u'-';
        qsizetype end = sign + (signedExponent ? 1 : 0);
        const auto firstDigit = end;
        while (end < m_text.size() && isArabic(m_text.at(end)))
            ++end;
        if (end == firstDigit || end - firstDigit > 2)
            return fail(AmountText::Fault::NotANumber);
        const int exponent = m_text.mid(firstDigit, end - firstDigit).toInt();
        for (int i = 0; i < exponent; ++i)
            value = m_text.at(sign) == u'-' ? value / 10 : times(value, 10);
        m_at = end;
    }
    if (value > kLargestScaled)
        return fail(AmountText::Fault::TooLarge);
    setPending(value);
}

void AmountReader::readChineseDigits() {
    Int128 whole = 0;
    int count = 0;
    for (; !atEnd() && chineseDigit(current()) >= 0; ++m_at, ++count) {
        whole = whole * 10 + chineseDigit(current());
        if (whole > kLargestAmount)
            return fail(AmountText::Fault::TooLarge);
    }
    m_any = true;
    m_afterZero = false;
    if (m_lastUnit > 0 && m_text.at(m_at - count) == u'零') {
        m_afterZero = true;
        if (count == 1) // the 零 of 一亿零五十万
            return;
    }
    readFraction(whole * kAmountScale);
}

bool AmountReader::readMultiplier() {
    const QChar c = current();
    if (const qint64 unit = smallUnit(c)) {
        if (!m_hasPending && unit != 10)
            return false;
        m_section += times(m_hasPending ? m_pending : kAmountScale, unit);
        if (m_section > kLargestScaled) // before thousands of such parts leave what an Int128 holds
            fail(AmountText::Fault::TooLarge);
        m_lastUnit = unit;
    } else if (isWan(c)) {
        if (m_result.hasWan || (!m_hasPending && m_section == 0))
            return false;
        m_total += times(m_section + m_pending, 10'000);
        m_section = 0;
        m_lastUnit = 10'000;
        m_result.hasWan = true;
    } else if (isYi(c)) {
        if (m_result.hasYi || !m_any)
            return false;
        m_total = times(m_total + m_section + m_pending, 100'000'000);
        m_section = 0;
        m_lastUnit = 100'000'000;
        m_result.hasYi = true;
        m_result.hasWan = false;
    } else {
        return false;
    }
    m_pending = 0;
    m_hasPending = false;
    m_any = true;
    m_afterZero = false;
    ++m_at;
    return true;
}

AmountText AmountReader::read() {
    using Fault = AmountText::Fault;
    static const QString kMinus = QStringLiteral("-−–");
    if (!atEnd() && (kMinus.contains(current()) || current() == u'+')) {
        m_result.isNegative = current() != u'+';
        ++m_at;
    }
    bool arabicPending = false;
    while (!atEnd() && m_result.fault == Fault::None) {
        if (isArabic(current())) {
            if (m_hasPending)
                fail(Fault::NotANumber);
            readArabic();
            arabicPending = true;
        } else if (chineseDigit(current()) >= 0) {
            if (m_hasPending)
                fail(Fault::NotANumber);
            readChineseDigits();
            arabicPending = false;
        } else if (current() == u' ' && m_any) {
            ++m_at;
        } else if (!readMultiplier()) {
            break;
        }
    }
    if (!m_any)
        fail(Fault::NotANumber);
    if (m_hasPending && m_lastUnit >= 100 && !m_afterZero && !arabicPending &&
        m_pending < 10 * kAmountScale) {
        m_pending = times(m_pending, m_lastUnit / 10); // 三千五 is 3,500
        m_result.isColloquial = true;
    }
    m_result.scaled = m_total + m_section + m_pending;
    if (m_result.scaled > kLargestScaled)
        fail(Fault::TooLarge);
    m_result.rest = m_text.mid(m_at).trimmed();
    return m_result;
}

} // namespace

AmountText readAmount(const QString &text) {
    return AmountReader(text).read();
}

bool takeVagueWords(QString &text) {
    static const std::array kBefore{
        QStringLiteral("约为"),   QStringLiteral("大约"), QStringLiteral("约"),   QStringLiteral("近"),
        QStringLiteral("超过"),   QStringLiteral("超"),   QStringLiteral("逾"),   QStringLiteral("不低于"),
        QStringLiteral("不少于"), QStringLiteral("预计"), QStringLiteral("估算"), QStringLiteral("暂定"),
        QStringLiteral("计划"),   QStringLiteral("拟"),   QStringLiteral("≥"),    QStringLiteral(">="),
        QStringLiteral(">"),      QStringLiteral("≈"),    QStringLiteral("~"),    QStringLiteral("共"),
        QStringLiteral("合计")};
    static const std::array kAfter{QStringLiteral("左右"),   QStringLiteral("以上"), QStringLiteral("上下"),
                                   QStringLiteral("以内"),   QStringLiteral("(估)"), QStringLiteral("(预计)"),
                                   QStringLiteral("(暂定)"), QStringLiteral("+")};
    bool any = false;
    const auto strip = [&](const auto &words, bool atStart) {
        for (bool again = true; again;) {
            again = false;
            for (const QString &word : words)
                if (atStart ? text.startsWith(word) : text.endsWith(word)) {
                    text = (atStart ? text.mid(word.size()) : text.chopped(word.size())).trimmed();
                    any = again = true;
                }
        }
    };
    strip(kBefore, true);
    strip(kAfter, false);
    return any;
}

qint64 roundedAmount(Int128 scaled, qint64 factor, bool &exact) {
    // Whole and fractional part apart: the product of both at once would not fit.
    const Int128 whole = scaled / kAmountScale * factor;
    const Int128 fraction = scaled % kAmountScale * factor;
    const Int128 rounded = (fraction + kAmountScale / 2) / kAmountScale;
    const Int128 cut = fraction - rounded * kAmountScale;
    exact = (cut < 0 ? -cut : cut) < kAmountScale / 200;
    return static_cast<qint64>(whole + rounded);
}

} // namespace yipi::detail
