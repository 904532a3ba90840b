// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/html_style.h"

#include <QRegularExpression>

namespace yipi::exchange::detail {

namespace {

/// The value of mso-number-format, from "\0022" and "\-" to plain characters.
std::optional<QString> formatCode(const QString &declarations) {
    static const QString kProperty = QStringLiteral("mso-number-format:");
    qsizetype at = declarations.indexOf(kProperty, 0, Qt::CaseInsensitive);
    if (at < 0)
        return std::nullopt;
    at += kProperty.size();
    while (at < declarations.size() && declarations.at(at).isSpace())
        ++at;
    const bool isQuoted =
        at < declarations.size() && (declarations.at(at) == u'"' || declarations.at(at) == u'\'');
    const QChar end = isQuoted ? declarations.at(at++) : QChar(u';');
    QString code;
    for (; at < declarations.size() && declarations.at(at) != end; ++at) {
        if (declarations.at(at) != u'\\' || at + 1 >= declarations.size()) {
            code += declarations.at(at);
            continue;
        }
        bool isNumber = false;
        const ushort character = QStringView(declarations).mid(at + 1, 4).toUShort(&isNumber, 16);
        const bool isEscape = isNumber && declarations.at(at + 1) == u'0';
        code += isEscape ? QChar(char16_t(character)) : declarations.at(at + 1);
        at += isEscape ? 4 : 1;
    }
    return code.trimmed();
}

bool says(const QString &declarations, const char *property) {
    QString packed = declarations;
    packed.remove(u' ');
    return packed.contains(QLatin1String(property), Qt::CaseInsensitive);
}

HtmlLook lookOf(const QString &declarations) {
    HtmlLook look;
    if (const auto code = formatCode(declarations))
        look.format = namedFormatKind(*code);
    look.isHidden = says(declarations, "display:none");
    look.isOnlyOverflow = says(declarations, "mso-ignore:colspan");
    return look;
}

/// What `later` says counts; what it leaves open stays.
void add(HtmlLook &look, const HtmlLook &later) {
    if (later.format)
        look.format = later.format;
    look.isHidden = look.isHidden || later.isHidden;
    look.isOnlyOverflow = look.isOnlyOverflow || later.isOnlyOverflow;
}

} // namespace

FormatKind namedFormatKind(const QString &code) {
    if (code.endsWith(QStringLiteral(" Date"), Qt::CaseInsensitive)) // General, Short, Medium, Long
        return FormatKind::Date;
    if (code.compare(QStringLiteral("Percent"), Qt::CaseInsensitive) == 0)
        return FormatKind::Percent;
    static const QStringList kPlain{QStringLiteral("General"), QStringLiteral("Fixed"),
                                    QStringLiteral("Standard"), QStringLiteral("Currency"),
                                    QStringLiteral("Scientific")};
    return kPlain.contains(code, Qt::CaseInsensitive) ? FormatKind::Plain : formatKind(-1, code);
}

void HtmlStyles::addSheet(const QString &css) {
    static const QRegularExpression kRule(QStringLiteral("([^{}]*)\\{([^{}]*)\\}"));
    static const QRegularExpression kClass(QStringLiteral("\\.([\\w-]+)"));
    for (auto rule = kRule.globalMatch(css); rule.hasNext();) {
        const auto match = rule.next();
        const HtmlLook look = lookOf(match.captured(2));
        for (auto name = kClass.globalMatch(match.captured(1)); name.hasNext();)
            add(m_classes[name.next().captured(1)], look);
    }
}

HtmlLook HtmlStyles::look(const QString &classes, const QString &style) const {
    HtmlLook look;
    for (const QString &name : classes.split(u' ', Qt::SkipEmptyParts))
        add(look, m_classes.value(name));
    if (!style.isEmpty())
        add(look, lookOf(style));
    return look;
}

} // namespace yipi::exchange::detail
