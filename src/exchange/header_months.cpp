// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/header_months.h"

#include <QRegularExpression>

namespace yipi::exchange::detail {

namespace {

const QString kMonthPattern =
    QStringLiteral("(?:截至|截止)?(?:(\\d{4})年度?)?(1至|1月至?)?(1[0-2]|[1-9])月(?:份|底|末)?");

HeaderMatch notStored() {
    HeaderMatch match;
    match.confidence = 1;
    match.special = HeaderMatch::Special::NotStored;
    return match;
}

/// How far a figure counts.
enum class Span { Month, SinceJanuary, SinceStart };

HeaderMatch figureOf(bool isOutput, Span span, int year, int month) {
    const QString key = isOutput                     ? QStringLiteral("output")
                        : span == Span::SinceJanuary ? QStringLiteral("year_investment")
                        : span == Span::SinceStart   ? QStringLiteral("cumulative_investment")
                                                     : QStringLiteral("investment");
    HeaderMatch match{&entityInfo(EntityKind::MonthlyProgress).field(key), EntityKind::MonthlyProgress, 0.95};
    match.year = year;
    match.month = month;
    match.isOutputSum = isOutput && span != Span::Month;
    return match;
}

Span spanOf(bool sinceJanuary, const QString &words) {
    static const QRegularExpression kThisYear(QStringLiteral("今年|本年|当年|年内|20\\d{2}年"));
    if (sinceJanuary)
        return Span::SinceJanuary;
    if (!words.contains(QStringLiteral("累计")))
        return Span::Month;
    return words.contains(kThisYear) ? Span::SinceJanuary : Span::SinceStart;
}

/// True for what was planned, nullopt when a level says neither.
std::optional<bool> isPlanned(const QString &level) {
    static const QRegularExpression kPlan(QStringLiteral("计划|目标|任务|预计|拟"));
    static const QRegularExpression kDone(QStringLiteral("完成|实际|实现"));
    if (level.contains(kPlan))
        return true;
    return level.contains(kDone) ? std::optional(false) : std::nullopt;
}

} // namespace

std::optional<HeaderMatch> monthMatch(const QString &key) {
    static const QRegularExpression kMonth(
        QStringLiteral("^%1(累计)?(?:完成|实现|实际)?(累计)?(投资|产值)(?:额|完成额|完成情况)?$")
            .arg(kMonthPattern));
    const auto m = kMonth.match(key);
    if (!m.hasMatch())
        return std::nullopt;
    // 截至7月底完成投资 is a sum, whether it says 累计 or not.
    const QString until = key.startsWith(u'截') ? QStringLiteral("累计") : QString();
    const Span span = spanOf(m.capturedLength(2) > 0, m.captured(4) + m.captured(5) + until);
    return figureOf(m.captured(6) == QStringLiteral("产值"), span, m.captured(1).toInt(),
                    m.captured(3).toInt());
}

std::optional<HeaderMatch> monthLevelMatch(const QStringList &keys) {
    static const QRegularExpression kMonth(QStringLiteral("^%1(累计)?$").arg(kMonthPattern));
    static const QRegularExpression kYear(QStringLiteral("(20\\d{2})年"));
    static const QRegularExpression kFigure(
        QStringLiteral("^(?:(?:计划|目标|任务|实际|累计|当月|本月|月)*(?:完成|实现)?(?:投资|产值)?(?:额|数|"
                       "值|情况)?|.*(?:率|%)|占.*|同比.*)$"));
    static const QRegularExpression kRate(QStringLiteral("同比|环比|增速|增幅|占|率|%|排名"));
    HeaderMatch bare;
    bare.special = HeaderMatch::Special::BareMonth;
    bool sinceJanuary = false;
    QString words;
    std::optional<bool> planned;
    for (const QString &key : keys) {
        if (const auto m = kMonth.match(key); m.hasMatch() && bare.month == 0) {
            bare.year = m.captured(1).toInt();
            bare.month = m.captured(3).toInt();
            sinceJanuary = m.capturedLength(2) > 0;
            words += m.captured(4);
            continue;
        }
        words += key;
        if (const auto says = isPlanned(key))
            planned = says; // the lowest level decides
    }
    const bool isLeaf = kMonth.match(keys.last()).hasMatch();
    if (bare.month == 0 || (!isLeaf && !kFigure.match(keys.last()).hasMatch()))
        return std::nullopt; // "形象进度" below "7月" is what it says
    if (planned.value_or(false) || words.contains(kRate))
        return notStored();
    if (bare.year == 0)
        bare.year = kYear.match(words).captured(1).toInt();
    const bool isOutput = words.contains(QStringLiteral("产值"));
    if (isOutput || words.contains(QStringLiteral("投资")))
        return figureOf(isOutput, spanOf(sinceJanuary, words), bare.year, bare.month);
    bare.confidence = 1;
    bare.isDone = planned.has_value();
    bare.isSinceJanuary = spanOf(sinceJanuary, words + QStringLiteral("今年")) == Span::SinceJanuary;
    return bare;
}

std::optional<HeaderMatch> monthInContext(const HeaderMatch &bare, const QString &title) {
    const bool output = title.contains(QStringLiteral("产值"));
    const bool isDone = bare.isDone || title.contains(QStringLiteral("完成"));
    const bool investment = isDone && title.contains(QStringLiteral("投资"));
    if (output == investment)
        return std::nullopt;
    return figureOf(output, bare.isSinceJanuary ? Span::SinceJanuary : Span::Month, bare.year, bare.month);
}

} // namespace yipi::exchange::detail
