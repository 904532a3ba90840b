// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/typed_text.h"

#include "domain/text_parsing.h"

#include <QRegularExpression>

#include <cmath>

namespace yipi {

namespace {

/// Sums and products of decimals, read from left to right; nothing when it is none.
class Arithmetic {
public:
    explicit Arithmetic(QString text)
        : m_text(std::move(text)) {}

    std::optional<double> result() {
        const double value = sum();
        if (m_isWrong || m_at != m_text.size() || !std::isfinite(value) || std::abs(value) >= 1e12)
            return std::nullopt;
        return value;
    }

private:
    bool take(QStringView signs) {
        if (m_at >= m_text.size() || !signs.contains(m_text.at(m_at)))
            return false;
        ++m_at;
        return true;
    }

    double sum() {
        double value = product();
        while (!m_isWrong) {
            if (take(u"+"))
                value += product();
            else if (take(u"-−"))
                value -= product();
            else
                break;
        }
        return value;
    }

    double product() {
        double value = operand();
        while (!m_isWrong) {
            if (take(u"*×"))
                value *= operand();
            else if (take(u"/÷"))
                value /= operand(); // by 0: not finite, so no result
            else
                break;
        }
        return value;
    }

    double operand() {
        constexpr int kDeepest = 20;
        if (take(u"-−"))
            return -number();
        if (m_depth < kDeepest && take(u"(")) {
            ++m_depth;
            const double value = sum();
            --m_depth;
            m_isWrong = m_isWrong || !take(u")");
            return value;
        }
        return number();
    }

    double number() {
        const qsizetype start = m_at;
        while (m_at < m_text.size() && (m_text.at(m_at).isDigit() || m_text.at(m_at) == u'.'))
            ++m_at;
        bool isNumber = false;
        const double value = m_text.mid(start, m_at - start).toDouble(&isNumber);
        m_isWrong = m_isWrong || !isNumber;
        return value;
    }

    QString m_text;
    qsizetype m_at = 0;
    int m_depth = 0;
    bool m_isWrong = false;
};

/// 1.56 for 1.5600000000000001: eight decimals are a 元 of an 亿元.
QString plainDecimal(double value) {
    QString text = QString::number(value, 'f', 8);
    while (text.endsWith(u'0'))
        text.chop(1);
    if (text.endsWith(u'.'))
        text.chop(1);
    return text;
}

QString computed(const QString &text) {
    QString sum = normalisedText(text);
    if (!sum.startsWith(u'='))
        return text;
    sum.remove(0, 1).remove(u' ').remove(u',');
    const auto value = Arithmetic(sum).result();
    return value ? plainDecimal(*value) : text;
}

QString withYear(const QString &text, int year) {
    static const QRegularExpression kDay(QStringLiteral("^(\\d{1,2})[-./](\\d{1,2})$"));
    static const QRegularExpression kDigits(QStringLiteral("^(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])$"));
    static const QRegularExpression kChinese(
        QStringLiteral("^(\\d{1,2})月(份|(\\d{1,2})[日号]?|[上中下]旬|[初底末])?$"));
    const QString typed = normalisedText(text);
    auto match = kDay.match(typed);
    if (!match.hasMatch())
        match = kDigits.match(typed); // 0315; no year that can be meant begins with 0 or 10 to 12
    if (match.hasMatch())
        return QStringLiteral("%1-%2-%3").arg(year).arg(match.captured(1), match.captured(2));
    return kChinese.match(typed).hasMatch() ? QStringLiteral("%1年%2").arg(year).arg(typed) : text;
}

} // namespace

QString completedTyping(const FieldInfo &field, const QString &text, int year) {
    switch (field.type) {
    case FieldType::Date:
        return year > 0 ? withYear(text, year) : text;
    case FieldType::Money:
    case FieldType::Quantity:
    case FieldType::Integer:
        return computed(text);
    default:
        return text;
    }
}

} // namespace yipi
