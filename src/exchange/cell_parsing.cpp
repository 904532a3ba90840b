// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/cell_parsing.h"

#include <QRegularExpression>
#include <QSet>

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

EventWord eventWord(const QString &text) {
    static const QString kEvent =
        QStringLiteral("(?:签约|履约|开工|动工|开建|施工|建设|投产|生产|竣工|建成|完工|达产达效|达产|达效|"
                       "入库纳统|入库|入统|纳统|入储|暂停|停工|终止|退出|调出)");
    static const QRegularExpression kDenied(
        QStringLiteral(
            "^(?:否|×|✗|(?:尚|暂|还|仍|目前)*(?:未|没有?)(?:能|予|正式|实质性?)*%1?(?:建设|生产)?|"
            "(?:拟|待|即将|计划|准备)%1(?:建设)?|(?:正在)?(?:开展|办理)?前期(?:工作|手续)?(?:阶段|中)?|"
            "筹备(?:中|阶段)?|不涉及|不适用)$")
            .arg(kEvent));
    static const QRegularExpression kUndated(
        QStringLiteral("^(?:是|√|✓|✔|已|在建|(?:已经?|正在?|正式|全面|部分|顺利)*%1(?:建设|生产|中|完成)*)$")
            .arg(kEvent));
    const QString word = foldedName(text);
    if (kDenied.match(word).hasMatch())
        return EventWord::Denied;
    return kUndated.match(word).hasMatch() ? EventWord::Undated : EventWord::None;
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

bool isDash(const QString &folded) {
    static const QSet<QString> kDashes{QStringLiteral("-"),  QStringLiteral("--"), QStringLiteral("—"),
                                       QStringLiteral("——"), QStringLiteral("/"),  QStringLiteral("\\"),
                                       QStringLiteral("―"),  QStringLiteral("－")};
    return kDashes.contains(folded);
}

bool saysNothing(const QString &folded) {
    static const QSet<QString> kWords{QStringLiteral("无"),   QStringLiteral("暂无"), QStringLiteral("待定"),
                                      QStringLiteral("未定"), QStringLiteral("不详"), QStringLiteral("n/a"),
                                      QStringLiteral("未知"), QStringLiteral("待报")};
    return kWords.contains(folded);
}

} // namespace yipi::exchange::detail
