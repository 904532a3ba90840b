// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/custom_field.h"

#include "domain/project.h"

#include <QRegularExpression>

#include <array>

namespace yipi {

template <>
std::span<const Choice> choicesOf<CustomType>() {
    static const std::array<Choice, 5> c{{{QStringLiteral("text"), QStringLiteral("文本")},
                                          {QStringLiteral("number"), QStringLiteral("数字")},
                                          {QStringLiteral("money"), QStringLiteral("金额")},
                                          {QStringLiteral("date"), QStringLiteral("日期")},
                                          {QStringLiteral("choice"), QStringLiteral("选项")}}};
    return c;
}

template <>
const Entity<CustomField> &entity<CustomField>() {
    using C = CustomField;
    static const Entity<C> e(
        "custom_field", QStringLiteral("自定义字段"),
        {
            field<&C::key>("key", QStringLiteral("标识")).keyPart().internal(),
            field<&C::title>("title", QStringLiteral("名称")).required(),
            field<&C::type>("type", QStringLiteral("类型"))
                .about(QStringLiteral("已经填过值的字段不能再改类型")),
            field<&C::unit>("unit", QStringLiteral("单位")).about(QStringLiteral("数字的单位，如 台、吨")),
            field<&C::options>("options", QStringLiteral("选项"))
                .longText()
                .about(QStringLiteral("类型为“选项”时可以选的词，每行一个")),
            field<&C::synonyms>("synonyms", QStringLiteral("其他叫法"))
                .longText()
                .about(QStringLiteral("各单位表头中的其他写法，每行一个，导入时据此识别")),
            field<&C::help>("help", QStringLiteral("填写说明")),
            field<&C::sortOrder>("sort_order", QStringLiteral("顺序")),
        });
    return e;
}

template <>
const Entity<CustomValue> &entity<CustomValue>() {
    using C = CustomValue;
    static const Entity<C> e("custom_value", QStringLiteral("自定义字段值"),
                             {
                                 field<&C::project>("project", QStringLiteral("项目")).keyPart(),
                                 field<&C::field>("field", QStringLiteral("字段")).keyPart(),
                                 field<&C::value>("value", QStringLiteral("值")),
                             });
    return e;
}

QStringList wordsOf(const QString &lines) {
    static const QRegularExpression kSeparators(QStringLiteral("[\\n、；;]"));
    QStringList words;
    for (const QString &line : lines.split(kSeparators))
        if (const QString word = line.trimmed(); !word.isEmpty() && !words.contains(word))
            words << word;
    return words;
}

QString nextCustomKey(const QStringList &known) {
    static const QRegularExpression kNumbered(QStringLiteral("^custom_(\\d{1,9})$"));
    int last = 0;
    for (const QString &key : known)
        if (const auto match = kNumbered.match(key); match.hasMatch())
            last = std::max(last, match.captured(1).toInt());
    return QStringLiteral("custom_%1").arg(last + 1);
}

FieldInfo describe(const CustomField &custom) {
    static constexpr std::array kTypes{FieldType::Text, FieldType::Quantity, FieldType::Money,
                                       FieldType::Date, FieldType::Choice};
    FieldInfo info;
    info.key = custom.key;
    info.title = custom.title;
    info.type = kTypes[std::size_t(custom.type)];
    info.synonyms = wordsOf(custom.synonyms);
    info.help = custom.help;
    if (custom.type == CustomType::Number)
        info.unit = custom.unit;
    if (custom.type == CustomType::Choice) {
        auto options = std::make_shared<std::vector<Choice>>();
        for (const QString &word : wordsOf(custom.options))
            options->push_back({word, word});
        info.choices = *options;
        info.ownedChoices = std::move(options);
    }
    return info;
}

QString customText(const Value &value) {
    if (const auto *number = std::get_if<qint64>(&value))
        return QString::number(*number);
    return isEmpty(value) ? QString() : std::get<QString>(value);
}

Value customValue(FieldType type, const QString &text) {
    if (text.isEmpty())
        return {};
    if (type != FieldType::Quantity && type != FieldType::Money)
        return text;
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    return isNumber ? Value(number) : Value();
}

} // namespace yipi
