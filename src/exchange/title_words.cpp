// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/title_words.h"

#include "domain/text_parsing.h"
#include "exchange/header_words.h"

#include <QRegularExpression>

namespace yipi::exchange::detail {

namespace {

/// The one batch that a text names; Unknown for none, for several ("签约开工投产项目") and for 签约未开工.
SheetKind batchIn(const QString &text) {
    if (text.contains(u'未'))
        return SheetKind::Unknown;
    const bool sign = text.contains(QStringLiteral("签约"));
    const bool start = text.contains(QStringLiteral("开工"));
    const bool produce = text.contains(QStringLiteral("投产"));
    if (int(sign) + int(start) + int(produce) != 1)
        return SheetKind::Unknown;
    return sign ? SheetKind::Sign : start ? SheetKind::Start : SheetKind::Produce;
}

std::optional<Month> monthIn(const QString &text) {
    static const QRegularExpression kMonth(
        QStringLiteral("(20\\d{2})\\s*[年.-]\\s*(?:1\\s*[-—~至到]\\s*)?(1[0-2]|0?[1-9])\\s*月"));
    const auto m = kMonth.match(text);
    return m.hasMatch() ? std::optional(Month(m.captured(1).toInt(), m.captured(2).toInt())) : std::nullopt;
}

} // namespace

SheetKind kindInTitle(const QString &text) {
    static const QRegularExpression kProgress(QStringLiteral("调度|进展|月报|进度"));
    return text.contains(kProgress) ? SheetKind::Progress : batchIn(text);
}

std::optional<CampaignKey> campaignIn(const QString &text) {
    static const QRegularExpression kOrdinal(QStringLiteral(
        "(20\\d{2})\\s*年?度?\\s*第?\\s*(\\d{1,2}|[一二三四五六七八九十])\\s*(?:次|期|批(?!项目)|季度)"));
    static const QRegularExpression kPlain(QStringLiteral("(?<!\\d)(20\\d{2})-(\\d{1,2})(?![-\\d月日])"));
    // "2024年签约项目（第3次）", but not the third meeting of that year.
    static const QRegularExpression kApart(
        QStringLiteral("(20\\d{2})\\s*年[^\\d\\n]{1,24}?第\\s*(\\d{1,2}|[一二三四五六七八九十])\\s*次"
                       "(?!\\s*(?:全[省市县]|调度|会|例会|推进|专题|督|通报|修|集中调))"));
    const QString plain = normalisedText(text);
    for (const auto *pattern : {&kOrdinal, &kPlain, &kApart})
        if (const auto m = pattern->match(plain); m.hasMatch())
            return CampaignKey::parse(m.captured(1) + u'-' + m.captured(2));
    return std::nullopt;
}

bool isUnitLine(const QString &line) {
    static const QRegularExpression kUnitLine(
        QStringLiteral("单位\\s*[:：]?\\s*(?:人民币)?(?:亿元|万元|元)"));
    return line.size() <= 60 && kUnitLine.match(line).hasMatch();
}

TitleWords titleWords(const QString &title, const QString &sheetName) {
    static const QRegularExpression kUnit(
        QStringLiteral("单位\\s*:?\\s*(?:人民币)?((?:亿元|万元|元)(?:\\s*[、/]\\s*(?:亿元|万元|元))?)"));
    static const QRegularExpression kBracketed(QStringLiteral("\\((亿元|万元|元)\\)"));
    static const QRegularExpression kDate(QStringLiteral(
        "(20\\d{2})\\s*(?:年|-|\\.|/)\\s*(\\d{1,2})\\s*(?:月|-|\\.|/)\\s*(\\d{1,2})(?:日|(?!\\d))"));
    // The day up to which a sheet counts or on which it was filled in is no campaign's.
    static const QRegularExpression kOtherDay(
        QStringLiteral("(截至|截止|填报|填表|制表|打印)[^\\d\\n]{0,6}$"));
    const QString text = normalisedText(title);
    TitleWords words;
    words.kind = kindInTitle(sheetName);
    if (words.kind == SheetKind::Unknown)
        words.kind = kindInTitle(text);
    words.campaign = campaignIn(text);
    for (auto it = kDate.globalMatch(text); it.hasNext() && !words.date.isValid();)
        if (const auto m = it.next(); !kOtherDay.match(text.left(m.capturedStart())).hasMatch())
            words.date = QDate(m.captured(1).toInt(), m.captured(2).toInt(), m.captured(3).toInt());
    words.month = monthIn(text);
    QStringList units;
    for (auto it = kBracketed.globalMatch(text); it.hasNext();)
        units << it.next().captured(1);
    if (const auto m = kUnit.match(text); m.hasMatch())
        words.unit = unitIn(m.captured(1));
    else
        words.unit = unitIn(units.join(u' ')); // none when they contradict
    return words;
}

} // namespace yipi::exchange::detail
