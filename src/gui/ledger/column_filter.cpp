// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/ledger/column_filter.h"

#include "domain/text_parsing.h"
#include "indicators/expression/dictionary_names.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <array>

namespace yipi::gui {

namespace {

using indicators::FilterField;

const QString kEmpty = QStringLiteral("空");

QString words(const char *source) {
    return QCoreApplication::translate("ColumnFilter", source);
}

QString quoted(QString value) {
    return u'"' + value.replace(u'"', QStringLiteral("\"\"")) + u'"';
}

/// A sign at the start of what was typed, as the filter language writes it.
struct Sign {
    QString sign;
    QString rest;
};

Sign signOf(const QString &typed) {
    static const std::array<std::pair<const char *, const char *>, 18> kSigns{{{"<=", "<="},
                                                                               {">=", ">="},
                                                                               {"<>", "!="},
                                                                               {"!=", "!="},
                                                                               {"==", "="},
                                                                               {"!~", "!~"},
                                                                               {"≤", "<="},
                                                                               {"≥", ">="},
                                                                               {"≠", "!="},
                                                                               {"＝", "="},
                                                                               {"＜", "<"},
                                                                               {"＞", ">"},
                                                                               {"！", "!~"},
                                                                               {"=", "="},
                                                                               {"<", "<"},
                                                                               {">", ">"},
                                                                               {"!", "!~"},
                                                                               {"~", "~"}}};
    for (const auto &[word, sign] : kSigns)
        if (const QString w = QString::fromUtf8(word); typed.startsWith(w))
            return {QString::fromLatin1(sign), typed.mid(w.size()).trimmed()};
    return {{}, typed};
}

Result<QString> orderCondition(const FilterField &field, const QString &typed, MoneyUnit unit) {
    const auto value = [&](const QString &said) {
        static const QRegularExpression kBare(QStringLiteral("^[0-9０-９.,，．\\s]+$"));
        const bool isBare = field.kind == FilterField::Kind::Money && kBare.match(said).hasMatch();
        return quoted(isBare ? said.trimmed() + (unit == MoneyUnit::Yi ? u'亿' : u'万') : said.trimmed());
    };
    static const QRegularExpression kRange(QStringLiteral("^(.*?)\\s*(?:\\.\\.+|…+|～|至)\\s*(.*)$"));
    if (const auto range = kRange.match(typed); range.hasMatch()) {
        const QString from = range.captured(1), to = range.captured(2);
        if (from.isEmpty() && to.isEmpty())
            return fail(ErrorCode::Usage, words("区间没有写起止，如 1..5"));
        QStringList parts;
        if (!from.isEmpty())
            parts << QStringLiteral("%1 >= %2").arg(field.key, value(from));
        if (!to.isEmpty())
            parts << QStringLiteral("%1 <= %2").arg(field.key, value(to));
        return parts.join(QStringLiteral(" and "));
    }
    const Sign sign = signOf(typed);
    if (sign.rest.isEmpty())
        return fail(ErrorCode::Usage, words("“%1”后面还没有写值").arg(typed));
    return QStringLiteral("%1 %2 %3")
        .arg(field.key, sign.sign.isEmpty() ? QStringLiteral("=") : sign.sign, value(sign.rest));
}

Result<QString> flagCondition(const FilterField &field, const QStringList &values, const QString &typed) {
    const QStringList asked = values.isEmpty() ? QStringList{typed} : values;
    QStringList parts;
    for (const QString &value : asked) {
        const auto flag = parseFlag(value);
        if (!flag.value)
            return fail(ErrorCode::Usage, words("“%1”应为“是”或“否”").arg(value));
        parts << (*flag.value ? field.key : field.key + QStringLiteral(" = no"));
    }
    return parts.join(QStringLiteral(" or "));
}

/// Stages and the like that hold what was typed.
QStringList choicesWith(const FilterField &field, const QString &typed) {
    QStringList titles;
    for (const Choice &choice : field.choices)
        if (choice.title.contains(typed))
            titles << choice.title;
    return titles;
}

Result<QString> listCondition(const FilterField &field, const QString &typed) {
    QStringList values = valuesOfList(typed);
    if (field.kind == FilterField::Kind::Flag)
        return flagCondition(field, values, typed);
    const Sign sign = signOf(typed);
    if (values.isEmpty() && field.kind == FilterField::Kind::Choice) {
        values = choicesWith(field, sign.rest);
        if (values.isEmpty())
            return fail(ErrorCode::Usage, words("没有%1“%2”").arg(field.title, sign.rest));
    } else if (values.isEmpty()) {
        return QStringLiteral("%1 ~ %2").arg(field.key, quoted(typed));
    }
    const bool asksForEmpty = values.removeAll(kEmpty) > 0;
    QStringList parts;
    QStringList names;
    for (const QString &value : values)
        names << quoted(value);
    const bool isNegative = sign.sign == u"!=" || sign.sign == u"!~";
    if (!names.isEmpty())
        parts << QStringLiteral("%1 %2 (%3)")
                     .arg(field.key, isNegative ? QStringLiteral("not in") : QStringLiteral("in"),
                          names.join(QStringLiteral(", ")));
    if (asksForEmpty)
        parts << field.key + (isNegative ? QStringLiteral(" is not empty") : QStringLiteral(" is empty"));
    return parts.join(isNegative ? QStringLiteral(" and ") : QStringLiteral(" or "));
}

Result<QString> textCondition(const FilterField &field, const QString &typed) {
    const Sign sign = signOf(typed);
    if (sign.rest.isEmpty())
        return fail(ErrorCode::Usage, words("“%1”后面还没有写文字").arg(typed));
    if (sign.sign == u"<" || sign.sign == u">" || sign.sign == u"<=" || sign.sign == u">=")
        return fail(ErrorCode::Usage, words("“%1”是文字，不分大小").arg(field.title));
    return QStringLiteral("%1 %2 %3")
        .arg(field.key, sign.sign.isEmpty() ? QStringLiteral("~") : sign.sign, quoted(sign.rest));
}

Result<QString> written(const FilterField &field, const LedgerColumn &column, const QString &typed,
                        MoneyUnit unit) {
    const bool isFlag = field.kind == FilterField::Kind::Flag;
    if (!isFlag && (typed == kEmpty || typed == words("为空") || typed == words("=空")))
        return field.key + QStringLiteral(" is empty");
    if (!isFlag && (typed == words("非空") || typed == words("不为空")))
        return field.key + QStringLiteral(" is not empty");
    switch (columnFilterKind(column)) {
    case ColumnFilterKind::Number:
    case ColumnFilterKind::Date:
        return orderCondition(field, typed, unit);
    case ColumnFilterKind::List:
        return listCondition(field, typed);
    default:
        return textCondition(field, typed);
    }
}

} // namespace

ColumnFilterKind columnFilterKind(const LedgerColumn &column) {
    const FilterField *field = column.asked;
    if (!field)
        return ColumnFilterKind::None;
    switch (field->kind) {
    case FilterField::Kind::Money:
    case FilterField::Kind::Number:
        return ColumnFilterKind::Number;
    case FilterField::Kind::Date:
        return ColumnFilterKind::Date;
    case FilterField::Kind::Choice:
    case FilterField::Kind::Flag:
    case FilterField::Kind::Name:
        return ColumnFilterKind::List;
    default:
        return ColumnFilterKind::Text;
    }
}

Result<QString> columnCondition(const LedgerColumn &column, const QString &typed, MoneyUnit unit,
                                const indicators::Facts &facts) {
    const QString said = typed.trimmed();
    const FilterField *field = column.asked;
    if (said.isEmpty() || !field)
        return QString();
    auto condition = written(*field, column, said, unit);
    if (!condition)
        return condition;
    if (const auto read = indicators::checkedExpression(*condition, facts))
        return read->text();
    else {
        // Where in the condition: nobody typed it as it is checked.
        static const QRegularExpression kPlace(QStringLiteral("^第 \\d+ 个字："));
        Error error = read.error();
        error.message.remove(kPlace);
        return Failure(error);
    }
}

QString listText(const QStringList &values) {
    return values.isEmpty() ? QString() : u'=' + values.join(u'、');
}

QStringList valuesOfList(const QString &typed) {
    const Sign sign = signOf(typed.trimmed());
    if (sign.sign != u"=" && sign.sign != u"!=" && sign.sign != u"!~")
        return {};
    static const QRegularExpression kSeparator(QStringLiteral("[、,，;；]"));
    QStringList values;
    for (const QString &value : sign.rest.split(kSeparator, Qt::SkipEmptyParts))
        values << value.trimmed();
    return values;
}

} // namespace yipi::gui
