// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/error.h"

#include <QStringList>

#include <array>

namespace yipi {

QString key(ErrorCode code) {
    static constexpr std::array kKeys{"usage",           "not_found",      "file_missing",
                                      "file_unreadable", "file_encrypted", "no_header",
                                      "invalid_value",   "unknown_zone",   "conflict",
                                      "refused",         "not_allowed",    "ledger_locked",
                                      "ledger_damaged",  "ledger_foreign", "ledger_newer",
                                      "unsupported",     "disk_full",      "io",
                                      "cancelled",       "internal"};
    static_assert(kKeys.size() == static_cast<std::size_t>(ErrorCode::Internal) + 1);
    return QString::fromLatin1(kKeys.at(static_cast<std::size_t>(code)));
}

QString columnLetters(int column) {
    QString letters;
    for (; column > 0; column = (column - 1) / 26)
        letters.prepend(QChar(u'A' + (column - 1) % 26));
    return letters;
}

QString describe(const Place &place) {
    QStringList parts;
    if (!place.file.isEmpty())
        parts << QStringLiteral("文件 %1").arg(place.file);
    if (!place.sheet.isEmpty())
        parts << QStringLiteral("工作表“%1”").arg(place.sheet);
    if (place.row > 0 && place.column > 0)
        parts << QStringLiteral("第 %1 行 %2 列").arg(place.row).arg(columnLetters(place.column));
    else if (place.row > 0)
        parts << QStringLiteral("第 %1 行").arg(place.row);
    return parts.join(QStringLiteral("，"));
}

QString Error::text() const {
    QString result = describe(place);
    if (!result.isEmpty())
        result += QStringLiteral("：");
    result += message;
    if (!advice.isEmpty()) {
        if (!result.isEmpty() && !QStringLiteral("。！？…").contains(result.back()))
            result += QStringLiteral("。");
        result += advice;
    }
    return result;
}

Failure fail(ErrorCode code, const QString &message, const QString &advice) {
    Error error;
    error.code = code;
    error.message = message;
    error.advice = advice;
    return Failure(std::move(error));
}

} // namespace yipi
