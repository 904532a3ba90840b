// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/cell_parsing.h"

#include <QRegularExpression>

namespace yipi::exchange::detail {

bool isLossyCode(const QString &text, Cell::Kind kind) {
    constexpr int kSafeDigits =
        14; // Excel keeps 15, and a 16th digit that became 0 can't be told from a real 0
    static const QRegularExpression kScientific(QStringLiteral("^\\d(\\.\\d+)?[Ee]\\+\\d{2,}$"));
    if (kind == Cell::Kind::Number)
        return std::count_if(text.begin(), text.end(), [](QChar c) { return c.isDigit(); }) > kSafeDigits ||
               text.contains(u'e');
    return kind == Cell::Kind::Text && text.contains(u'+') && kScientific.match(text).hasMatch();
}

Parsed<Value> parseStrategicClass(const QString &text) {
    Parsed<Value> parsed;
    const auto flag = parseFlag(text);
    parsed.value.emplace();
    if (flag.value.value_or(true))
        parsed.value->emplace<QString>(flag.value ? QStringLiteral("是") : text.trimmed());
    return parsed;
}

Parsed<Value> parseCategory(const QString &text) {
    static const QRegularExpression kOther(QStringLiteral("基础设施|基建|民生|社会事业|公共服务|配套"));
    static const QRegularExpression kIndustrial(QStringLiteral("产业|工业|制造|农业|服务业|加工"));
    Parsed<Value> parsed;
    const auto flag = parseFlag(text);
    if (flag.value)
        parsed.value.emplace(qint64(*flag.value));
    else if (const bool isOther = text.contains(kOther); isOther || text.contains(kIndustrial))
        parsed.value.emplace(qint64(!isOther));
    else
        parsed.note = QStringLiteral("“%1”不能确定是不是产业项目，未写入").arg(text);
    return parsed;
}

QString problemCode(FieldType type) {
    switch (type) {
    case FieldType::Money:
    case FieldType::Integer:
    case FieldType::Quantity:
        return QStringLiteral("bad_number");
    case FieldType::Date:
        return QStringLiteral("bad_date");
    case FieldType::Month:
        return QStringLiteral("bad_month");
    case FieldType::Flag:
        return QStringLiteral("bad_flag");
    default:
        return QStringLiteral("bad_choice");
    }
}

} // namespace yipi::exchange::detail
