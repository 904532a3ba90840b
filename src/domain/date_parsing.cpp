// SPDX-License-Identifier: GPL-3.0-or-later
// Dates of text_parsing.h.
#include "domain/iso_date.h"
#include "domain/text_parsing.h"

#include <QRegularExpression>

#include <array>

namespace yipi {

namespace {

constexpr int kFirstYear = 1950;
constexpr int kLastYear = 2100;
constexpr int kFirstSerial = 20'000; ///< 1954-10-03
constexpr int kLastSerial = 73'415;  ///< the last day of kLastYear

/// One date as written; month or day 0 = not said.
struct WrittenDate {
    int year = 0;
    int month = 0;
    int day = 0;
    bool isVague = false; ///< 底, 旬, 上半年, 季度
};

QString expectedForms() {
    return QStringLiteral("请写成 2024-03-15、2024年3月15日或 2024年3月");
}

/// 二〇二四年三月十五日 → 2024年3月15日
QString withArabicNumerals(const QString &text) {
    static const QString kDigits = QStringLiteral("〇一二三四五六七八九");
    QString result;
    for (qsizetype i = 0; i < text.size();) {
        QString run;
        for (; i < text.size(); ++i) {
            const QChar c = text.at(i) == u'零' || text.at(i) == u'○' ? QChar(u'〇') : text.at(i);
            if (c != u'十' && !kDigits.contains(c))
                break;
            run += c;
        }
        if (run.isEmpty()) {
            result += text.at(i++);
            continue;
        }
        const auto ten = run.indexOf(u'十');
        const auto digit = [&](qsizetype at) { return int(kDigits.indexOf(run.at(at))); };
        if (ten < 0) {
            for (qsizetype k = 0; k < run.size(); ++k)
                result += QString::number(digit(k));
        } else {
            const int tens = ten > 0 ? digit(ten - 1) : 1;
            const int ones = ten + 1 < run.size() ? digit(ten + 1) : 0;
            result += QString::number(tens * 10 + ones);
        }
    }
    return result;
}

struct DateReader {
    QString problem;

    std::optional<WrittenDate> read(const QString &text, int inheritedYear);
    std::optional<QDate> resolve(const WrittenDate &date, const QString &text);
};

int fullYear(const QString &digits) {
    return digits.size() == 2 ? 2000 + digits.toInt() : digits.toInt();
}

/// A month or day as written: 00 is −1 and so impossible, nothing is 0.
int written(const QString &digits) {
    const int number = digits.toInt();
    return number == 0 && !digits.isEmpty() ? -1 : number;
}

std::optional<WrittenDate> readSeparated(const QString &text) {
    static const QRegularExpression kFull(
        QStringLiteral("^(\\d{4}|\\d{2})([-./])(\\d{1,2})\\2(\\d{1,2})[.日]?$"));
    static const QRegularExpression kMonth(QStringLiteral("^(\\d{4})[-./](\\d{1,2})(月)?$"));
    static const QRegularExpression kCompact(QStringLiteral("^(\\d{4})(\\d{2})(\\d{2})?$"));
    static const QRegularExpression kYear(QStringLiteral("^(\\d{4})$"));
    if (const auto m = kFull.match(text); m.hasMatch())
        return WrittenDate{fullYear(m.captured(1)), written(m.captured(3)), written(m.captured(4))};
    if (const auto m = kMonth.match(text); m.hasMatch())
        return WrittenDate{m.captured(1).toInt(), written(m.captured(2)), 0};
    if (const auto m = kCompact.match(text); m.hasMatch())
        return WrittenDate{m.captured(1).toInt(), written(m.captured(2)), written(m.captured(3))};
    if (const auto m = kYear.match(text); m.hasMatch())
        return WrittenDate{m.captured(1).toInt()};
    return std::nullopt;
}

/// The part of a year or of a month: 底, 上半年, 一季度, 中旬.
std::optional<WrittenDate> withPart(WrittenDate date, const QString &part) {
    static const QRegularExpression kQuarter(QStringLiteral("^第?([1-4])季度[底末]?$"));
    if (part.isEmpty())
        return date;
    date.isVague = true;
    if (date.month == 0) {
        if (part == QStringLiteral("底") || part == QStringLiteral("末") || part == QStringLiteral("年底") ||
            part == QStringLiteral("年末") || part == QStringLiteral("下半年"))
            date.month = 12;
        else if (part == QStringLiteral("初") || part == QStringLiteral("年初"))
            date.month = 1;
        else if (part == QStringLiteral("上半年") || part == QStringLiteral("年中"))
            date.month = 6;
        else if (const auto m = kQuarter.match(part); m.hasMatch())
            date.month = m.captured(1).toInt() * 3;
        else
            return std::nullopt;
        return date;
    }
    if (part == QStringLiteral("上旬") || part == QStringLiteral("初"))
        date.day = 10;
    else if (part == QStringLiteral("中旬"))
        date.day = 20;
    else if (part != QStringLiteral("下旬") && part != QStringLiteral("底") && part != QStringLiteral("末"))
        return std::nullopt;
    return date;
}

std::optional<WrittenDate> DateReader::read(const QString &text, int inheritedYear) {
    if (const auto separated = readSeparated(text))
        return separated;
    static const QRegularExpression kChinese(
        QStringLiteral("^(?:(\\d{4}|\\d{2})年度?)?(?:(\\d{1,2})月份?)?(?:(\\d{1,2})[日号]?)?(.*)$"));
    const auto m = kChinese.match(text);
    const bool hasYear = m.capturedLength(1) > 0;
    const bool hasMonth = m.capturedLength(2) > 0;
    const bool hasDay = m.capturedLength(3) > 0;
    QString part = m.captured(4);
    if (hasDay && !hasMonth) // "2024年1季度": the digit belongs to the part
        part = m.captured(3) + part;
    if (!hasYear && !hasMonth)
        return std::nullopt;
    if (!hasYear && inheritedYear == 0) {
        problem = QStringLiteral("“%1”缺少年份").arg(text);
        return std::nullopt;
    }
    WrittenDate date{hasYear ? fullYear(m.captured(1)) : inheritedYear, written(m.captured(2)),
                     hasMonth ? written(m.captured(3)) : 0};
    if (hasMonth && hasDay)
        return part.isEmpty() ? std::optional(date) : std::nullopt;
    return withPart(date, part);
}

std::optional<QDate> DateReader::resolve(const WrittenDate &date, const QString &text) {
    const int month = date.month == 0 ? 12 : date.month;
    if (date.year < kFirstYear || date.year > kLastYear) {
        problem = QStringLiteral("“%1”的年份不在 %2—%3 之间")
                      .arg(text, QString::number(kFirstYear), QString::number(kLastYear));
        return std::nullopt;
    }
    if (month < 1 || month > 12) {
        problem = QStringLiteral("“%1”的月份不存在").arg(text);
        return std::nullopt;
    }
    const QDate first(date.year, month, 1);
    if (date.day < 0 || date.day > first.daysInMonth()) {
        problem = QStringLiteral("“%1”的日期不存在，%2年%3月只有 %4 天")
                      .arg(text, QString::number(date.year), QString::number(month),
                           QString::number(first.daysInMonth()));
        return std::nullopt;
    }
    return QDate(date.year, month, date.day == 0 ? first.daysInMonth() : date.day);
}

/// Splits "2007.10-2010.12" and "2024年3月至6月"; a single date gives one part.
QStringList rangeParts(const QString &text) {
    if (readSeparated(text))
        return {text};
    static const QRegularExpression kClear(QStringLiteral("\\s*(?:至|到|~|—+|–+|--)\\s*"));
    const QStringList clear = text.split(kClear);
    if (clear.size() > 1)
        return clear;
    static const QRegularExpression kHyphen(QStringLiteral(
        "^(\\d{4}(?:[./]\\d{1,2}){0,2}|\\d{4}年(?:\\d{1,2}月(?:\\d{1,2}日)?)?)"
        "-(\\d{4}(?:[./]\\d{1,2}){0,2}|(?:\\d{4}年)?(?:\\d{1,2}月(?:\\d{1,2}日)?)?|\\d{4}年)$"));
    if (const auto m = kHyphen.match(text); m.hasMatch() && m.capturedLength(2) > 0)
        return {m.captured(1), m.captured(2)};
    return {text};
}

/// Takes 约, 预计, 前, 左右 off: they make no other date, but the user shall see them.
bool takeVagueDateWords(QString &text) {
    static const QRegularExpression kBefore(QStringLiteral("^(大约|约|预计|计划|拟于|拟|力争|预期|已于)+"));
    static const QRegularExpression kAfter(
        QStringLiteral("(\\((暂定|拟|预计|计划|估计)\\)|以前|之前|前|左右|开工|投产|竣工|签约|建成|完工)+$"));
    const auto before = text.size();
    text.remove(kBefore);
    text.remove(kAfter);
    text = text.trimmed();
    return text.size() != before;
}

/// "2024、3、15" and "2024·3·15" as people type them, "2024.03." and "'2024-03-15" as old sheets hold them.
QString withPlainSeparators(QString text) {
    static const QRegularExpression kBetween(QStringLiteral("(?<=\\d)[、，,·。](?=\\d)"));
    static const QRegularExpression kEnds(QStringLiteral("^['’]|(?<=\\d|月|日)[.。,，;；、]+$"));
    text.replace(kBetween, QStringLiteral("."));
    return text.remove(kEnds);
}

std::optional<QDate> fromSerial(const QString &text) {
    static const QRegularExpression kSerial(QStringLiteral("^(\\d{5})(\\.\\d+)?$"));
    const auto m = kSerial.match(text);
    if (!m.hasMatch())
        return std::nullopt;
    const int serial = m.captured(1).toInt();
    if (serial < kFirstSerial || serial > kLastSerial)
        return std::nullopt;
    return QDate(1899, 12, 30).addDays(serial); // day 0 of the 1900 system, its false leap day included
}

} // namespace

Parsed<QDate> parseDate(const QString &original, DateEdge edge) {
    Parsed<QDate> parsed;
    // The form of nearly all cells, which the patterns below would take long to arrive at.
    if (const auto plain = isoDate(original);
        plain && plain->year() >= kFirstYear && plain->year() <= kLastYear) {
        parsed.value = plain;
        return parsed;
    }
    QString text = normalisedText(original);
    if (text.isEmpty())
        return parsed;
    if (const auto serial = fromSerial(text)) {
        parsed.value = serial;
        return parsed;
    }
    static const QRegularExpression kTime(QStringLiteral("[ T]\\d{1,2}:\\d{2}(:\\d{2}(\\.\\d+)?)?Z?$"));
    static const QRegularExpression kSpace(QStringLiteral("\\s+"));
    text.remove(kTime);
    text.remove(kSpace);
    text = withPlainSeparators(withArabicNumerals(text));
    const bool vagueWords = takeVagueDateWords(text);

    const QStringList parts = rangeParts(text);
    DateReader reader;
    std::vector<std::pair<QDate, WrittenDate>> dates;
    int year = 0;
    for (const QString &part : parts) {
        const auto readDate = parts.size() > 2 ? std::nullopt : reader.read(part, year);
        const auto date = readDate ? reader.resolve(*readDate, original) : std::nullopt;
        if (!date) {
            parsed.problem =
                reader.problem.isEmpty() ? QStringLiteral("“%1”不是日期").arg(original) : reader.problem;
            parsed.problem += QStringLiteral("，") + expectedForms();
            return parsed;
        }
        year = readDate->year;
        dates.emplace_back(*date, *readDate);
    }
    if (dates.size() == 2 && dates[1].first < dates[0].first) {
        parsed.problem = QStringLiteral("“%1”的结束早于开始，").arg(original) + expectedForms();
        return parsed;
    }
    const auto &[date, form] = edge == DateEdge::First ? dates.front() : dates.back();
    parsed.value = date;
    if (dates.size() == 2 || vagueWords || form.isVague || form.day == 0)
        parsed.note = QStringLiteral("“%1”按 %2 读取").arg(original, date.toString(Qt::ISODate));
    return parsed;
}

} // namespace yipi
