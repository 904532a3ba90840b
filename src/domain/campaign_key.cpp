// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/campaign.h"

#include <QRegularExpression>

namespace yipi {

std::optional<CampaignKey> CampaignKey::parse(const QString &text) {
    static const QRegularExpression pattern(QStringLiteral(
        "(\\d{4})\\s*(?:年\\s*(?:第\\s*)?|[-—–]\\s*|第\\s*)([0-9]{1,2}|[一二三四五六七八九十])\\s*(?"
        ":次|期|批|季度)?\\s*$"));
    const auto match = pattern.match(text.trimmed());
    if (!match.hasMatch() || match.capturedStart() != 0)
        return std::nullopt;
    static const QString numerals = QStringLiteral("零一二三四五六七八九十");
    const QString last = match.captured(2);
    const auto numeral = numerals.indexOf(last);
    const int sequence = numeral > 0 ? int(numeral) : last.toInt();
    const int year = match.captured(1).toInt();
    if (year < 1990 || year > 2200 || sequence < 1 || sequence > 60)
        return std::nullopt;
    return CampaignKey{year, sequence};
}

QString CampaignKey::text() const {
    return QStringLiteral("%1-%2").arg(year).arg(sequence);
}

QString CampaignKey::chineseText() const {
    return QStringLiteral("%1年第%2次").arg(year).arg(sequence);
}

} // namespace yipi
