// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/records/custom_field_hints.h"

#include "gui/records/field_words.h"

#include <QCoreApplication>

namespace yipi::gui {

bool concernsType(const QString &fieldKey, CustomType type) {
    if (fieldKey == u"options")
        return type == CustomType::Choice;
    return fieldKey != u"unit" || type == CustomType::Number;
}

QString fillingPreview(const CustomField &field) {
    const QString hint = fillingHint(describe(field));
    const QString told =
        field.help.trimmed().isEmpty() ? hint : QStringLiteral("%1；%2").arg(hint, field.help.trimmed());
    return QCoreApplication::translate("RecordsPage", "如何填写：%1").arg(told);
}

} // namespace yipi::gui
