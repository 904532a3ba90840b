// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/section_words.h"

#include "domain/text_parsing.h"
#include "exchange/title_words.h"

#include <QRegularExpression>

namespace yipi::exchange::detail {

namespace {

constexpr int kUnnumbered = 9;

struct Heading {
    int level = kUnnumbered;
    QString text; ///< without its number
};

Heading headingFrom(const QString &text) {
    static const QRegularExpression kNumber(QStringLiteral(
        "^(?:([一二三四五六七八九十]+[、.,:])|([(][一二三四五六七八九十]+[)])|(\\d+[.、]))?[、.]?"));
    const auto m = kNumber.match(text);
    Heading heading{kUnnumbered, text.mid(m.capturedLength())};
    for (int level = 1; level <= 3; ++level)
        if (m.capturedLength(level) > 0)
            heading.level = level;
    return heading;
}

/// "东山经济开发区(3个)" names a zone, known or not; "工业园区项目" and "省级开发区" only speak of some.
QString unknownZone(const QString &text) {
    static const QRegularExpression kZone(QStringLiteral(
        "^(?!(?:国家级|省级|市级|县级|各类?|全[省市县区]|其他|重点|工业类?|农业类?|文旅类?|产业类?)"
        "(?:经济)?(?:开发区|园区))"
        "([^,:;、()]{2,20}(?:开发区|经开区|高新区|示范区|园区))(?:\\(?共?\\d+[个项家](?:项目)?\\)?)?$"));
    return kZone.match(text).captured(1);
}

/// 拟开工 and 未开工 are no list, and 已开工项目 divides a list of signed ones.
SheetKind listOf(const QString &text) {
    static const QRegularExpression kNoList(QStringLiteral("未|拟|计划|预计|即将|待|已"));
    const SheetKind kind = kindInTitle(text);
    return kind == SheetKind::Progress || text.contains(kNoList) ? SheetKind::Unknown : kind;
}

std::optional<bool> categoryOf(const QString &text) {
    static const QRegularExpression kOther(
        QStringLiteral("^(?:重点)?(?:基础设施|基建|民生|社会事业|社会民生|公共服务)(?:和.{2,6}|、.{2,6})?"
                       "(?:类|领域)?(?:建设)?(?:项目)?(?:\\(?共?\\d+[个项]\\)?)?$"));
    static const QRegularExpression kIndustrial(
        QStringLiteral("^(?:重点)?(?:产业|工业|制造业|先进制造业|农业|现代农业|服务业|现代服务业)"
                       "(?:类|产业)?项目(?:\\(?共?\\d+[个项]\\)?)?$"));
    if (kOther.match(text).hasMatch())
        return false;
    return kIndustrial.match(text).hasMatch() ? std::optional(true) : std::nullopt;
}

} // namespace

std::optional<int> announcedCount(const QString &text) {
    static const QRegularExpression kCount(
        QStringLiteral("(?<![\\d.])(\\d{1,5})\\s*[个项家](?:项目|企业)?[)]?$"));
    const auto m = kCount.match(foldedName(text));
    return m.hasMatch() ? std::optional(m.captured(1).toInt()) : std::nullopt;
}

void SectionHeadings::enterTitle(const QString &text) {
    const Heading heading = headingFrom(foldedName(text));
    const QString unknown = unknownZone(heading.text);
    if (const auto zone = m_zones.findInside(heading.text)) {
        m_title.zone = *zone;
        m_title.zoneText.clear();
        m_title.isLikelyZone = false;
    } else if (const auto likely = m_zones.likelyInside(heading.text); likely && m_title.zone == 0) {
        m_title.zone = *likely;
        m_title.zoneText.clear();
        m_title.isLikelyZone = true;
    } else if (!unknown.isEmpty()) {
        m_title.zone = 0;
        m_title.zoneText = unknown;
    }
    if (const auto category = categoryOf(heading.text))
        m_title.isIndustrial = category;
}

int SectionHeadings::enter(const QString &text) {
    Heading heading = headingFrom(text);
    SectionWords said;
    if (const auto zone = m_zones.findInside(heading.text))
        said.zone = *zone;
    else
        said.zoneText = unknownZone(heading.text);
    const bool namesZone = said.zone != 0 || !said.zoneText.isEmpty();
    said.kind = listOf(heading.text);
    if (!namesZone)
        said.isIndustrial = categoryOf(heading.text);
    const bool namesNothing = !namesZone && said.kind == SheetKind::Unknown && !said.isIndustrial;
    // “市本级” without a number ends the part of the zone above it, “工业项目” only divides it.
    const int level = heading.level == kUnnumbered && namesNothing ? 1 : heading.level;
    const auto settle = [&](Said &part, bool isSaid) {
        if (isSaid)
            part = {said, level};
        else if (level <= part.level)
            part = {};
    };
    settle(m_zone, namesZone);
    settle(m_kind, said.kind != SheetKind::Unknown);
    settle(m_category, said.isIndustrial.has_value());
    return level;
}

SectionWords SectionHeadings::words() const {
    SectionWords words = m_title;
    if (m_zone.level > 0) {
        words.zone = m_zone.words.zone;
        words.zoneText = m_zone.words.zoneText;
        words.isLikelyZone = false;
    }
    words.kind = m_kind.words.kind;
    if (m_category.level > 0)
        words.isIndustrial = m_category.words.isIndustrial;
    return words;
}

} // namespace yipi::exchange::detail
