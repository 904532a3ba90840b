// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/entity.h"

namespace yipi {

/// What a field that an office adds to its projects can hold.
enum class CustomType {
    Text,   ///< one line
    Number, ///< two decimals
    Money,
    Date,
    Choice, ///< one of the office's own list
};
template <>
std::span<const Choice> choicesOf<CustomType>();

/// 自定义字段: a field that an office adds to its projects. It behaves like a built-in one everywhere.
struct CustomField : Identity {
    QString key; ///< stable: JSON key and name in filters, "custom_3"
    QString title;
    CustomType type = CustomType::Text;
    QString unit;     ///< of a number
    QString options;  ///< of a choice, one a line
    QString synonyms; ///< other header words, one a line
    QString help;
    std::optional<qint64> sortOrder;
};
template <>
const Entity<CustomField> &entity<CustomField>();

/// 自定义字段值: what one project has in one custom field. Once filled in the record stays, so that its
/// history is found.
struct CustomValue : Identity {
    Ref<Project> project;
    Ref<CustomField> field;
    QString value; ///< customText(); empty = 未填
};
template <>
const Entity<CustomValue> &entity<CustomValue>();

/// The field as built-in ones are described. A choice is stored by its words.
FieldInfo describe(const CustomField &field);
/// How a custom value is stored: numbers in decimal, all else as it is. The inverse of customValue().
QString customText(const Value &value);
/// What a stored text means to a field; nothing when it is empty or no value of the field's type.
Value customValue(FieldType type, const QString &text);
/// "custom_3": the key for one more field beside those with these keys.
QString nextCustomKey(const QStringList &known);
/// The lines of `options` and `synonyms` that say something, each once.
QStringList wordsOf(const QString &lines);

} // namespace yipi
