// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/records/field_words.h"

#include <QCoreApplication>

namespace yipi::gui {

namespace {

QString words(const char *source) {
    return QCoreApplication::translate("RecordsPage", source);
}

QString unitOf(const FieldInfo &field) {
    return field.type == FieldType::Money ? title(field.moneyUnit) : field.unit;
}

} // namespace

QString titleWithUnit(const FieldInfo &field) {
    const QString unit = unitOf(field);
    return unit.isEmpty() ? field.title : words("%1（%2）").arg(field.title, unit);
}

QString shownText(const services::LedgerService &ledger, const FieldInfo &field, const Value &value) {
    if (field.type == FieldType::Flag && (isEmpty(value) || std::get<qint64>(value) == 0))
        return {};
    return ledger.text(field, value, field.moneyUnit).simplified();
}

QString editText(const services::LedgerService &ledger, const FieldInfo &field, const Value &value) {
    if (field.type == FieldType::Money && !isEmpty(value))
        return Money::fromYuan(std::get<qint64>(value)).shortText(field.moneyUnit, 8);
    return ledger.text(field, value, field.moneyUnit);
}

QString fillingHint(const FieldInfo &field) {
    switch (field.type) {
    case FieldType::Text:
        return words("一行文字");
    case FieldType::LongText:
        return words("文字，可以分行");
    case FieldType::Integer:
        return words("整数，如 12");
    case FieldType::Quantity:
        return field.unit.isEmpty() ? words("数字，最多两位小数，如 35.5")
                                    : words("数字，单位%1，最多两位小数，如 35.5").arg(field.unit);
    case FieldType::Money:
        return words("金额，单位%1；也可以写 5200万、0.52亿").arg(title(field.moneyUnit));
    case FieldType::Date:
        return words("日期，如 2024-03-15、2024.3.15、2024年3月");
    case FieldType::Month:
        return words("月份，如 2024-03");
    case FieldType::Flag:
        return words("是 或 否");
    case FieldType::Choice: {
        QStringList titles;
        for (const Choice &choice : field.choices)
            titles << choice.title;
        return titles.isEmpty() ? words("从选项中选一个") : words("选一个：%1").arg(titles.join(words("、")));
    }
    case FieldType::Reference:
        return field.target == EntityKind::Project ? words("输入编号或名称查找项目")
                                                   : words("从列表中选择，输入可查找");
    }
    return {};
}

QString reasonOf(const Error &error) {
    return error.details.isEmpty() ? error.text() : error.details.front().text();
}

} // namespace yipi::gui
