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

/// "至2023年底…" and "截止到7月底…" as "截至2023年12月底…" and "截至7月底…".
QString untilMonth(QString key) {
    static const QRegularExpression kYearEnd(QStringLiteral("^(?:截[至止]到?|至|到)?(20\\d{2})年[底末]"));
    static const QRegularExpression kUntil(
        QStringLiteral("^(?:截[至止]到|至|到)(?=(?:20\\d{2}年度?)?(?:1[0-2]|[1-9])月)"));
    key.replace(kYearEnd, QStringLiteral("截至\\1年12月底"));
    return key.replace(kUntil, QStringLiteral("截至"));
}

} // namespace

std::optional<HeaderMatch> spanMatch(const QString &key) {
    static const QString kSpan =
        QStringLiteral("(?:(当月|本月)|((?:年初至今|今年以来|今年至今|今年|本年度?|当年度?|年内)(?:累计)?)|"
                       "((?:自?开工(?:以来|至今))?累计|自?开工(?:以来|至今)))");
    static const QString kFigure = QStringLiteral("(实际)?(完成)?(投资|产值)(完成)?(?:额|数|情况)?");
    static const QRegularExpression kBelow(
        QStringLiteral("^(今年)?%1%2(?:完成)?(?:额|数|情况)?$").arg(kFigure, kSpan));
    static const QRegularExpression kBefore(QStringLiteral("^%1()%2$").arg(kSpan, kFigure));
    auto m = kBelow.match(key);
    const bool isBelow = m.hasMatch();
    if (!isBelow)
        m = kBefore.match(key);
    if (!m.hasMatch())
        return std::nullopt;
    const int span = isBelow ? 6 : 1, figure = isBelow ? 2 : 5;
    const bool isDone =
        m.capturedLength(figure) + m.capturedLength(figure + 1) + m.capturedLength(figure + 3) > 0 ||
        key.endsWith(QStringLiteral("完成"));
    const bool isOutput = m.captured(figure + 2) == QStringLiteral("产值");
    if (!isDone && !isOutput)
        return std::nullopt; // 今年投资 may be a plan
    if (m.capturedLength(span) > 0)
        return figureOf(isOutput, Span::Month, 0, 0);
    if (m.capturedLength(span + 1) > 0 || (isBelow && m.capturedLength(1) > 0))
        return figureOf(isOutput, Span::SinceJanuary, 0, 0);
    return isOutput ? std::nullopt : std::optional(figureOf(false, Span::SinceStart, 0, 0));
}

std::optional<HeaderMatch> bareFigure(const QString &key) {
    static const QRegularExpression kFigure(QStringLiteral(
        "^(?:(?:实际)?(?:完成投资|投资完成)(?:额|数|情况)?|((?:完成|实现)?产值)(?:额|情况)?)$"));
    const auto m = kFigure.match(key);
    if (!m.hasMatch())
        return std::nullopt;
    HeaderMatch bare;
    bare.confidence = 1;
    bare.special = HeaderMatch::Special::BareFigure;
    bare.isOutput = m.capturedLength(1) > 0;
    return bare;
}

std::optional<HeaderMatch> figureInContext(const HeaderMatch &bare, const QString &title) {
    static const QRegularExpression kSinceJanuary(
        QStringLiteral("(?<!\\d)1月?\\s*[-—~至到]\\s*(?:1[0-2]|[2-9])\\s*月|年初至|今年以来"));
    static const QRegularExpression kMonth(QStringLiteral("(?:1[0-2]|[1-9])\\s*月|当月|本月"));
    constexpr double kByTitle = 0.6; // the user is asked to look
    const bool isSinceJanuary = title.contains(kSinceJanuary);
    const bool isSum = isSinceJanuary || title.contains(QStringLiteral("累计"));
    if ((isSum && bare.isOutput) || (!isSum && !title.contains(kMonth)))
        return std::nullopt;
    HeaderMatch match = figureOf(bare.isOutput,
                                 isSinceJanuary ? Span::SinceJanuary
                                 : isSum        ? Span::SinceStart
                                                : Span::Month,
                                 bare.year, 0);
    match.confidence = kByTitle;
    return match;
}

int yearIn(const QStringList &keys) {
    static const QRegularExpression kYear(QStringLiteral("(20\\d{2})年"));
    static const QRegularExpression kOfFigure(QStringLiteral("投资|产值|计划|完成|^20\\d{2}年度?$"));
    int year = 0;
    for (const QString &key : keys) {
        if (!key.contains(kOfFigure))
            continue; // "2023年签约项目" over its columns says nothing of them
        for (auto it = kYear.globalMatch(key); it.hasNext();) {
            const int named = it.next().captured(1).toInt();
            if (year != 0 && named != year)
                return 0;
            year = named;
        }
    }
    return year;
}

std::optional<HeaderMatch> monthMatch(const QString &header) {
    static const QRegularExpression kMonth(
        QStringLiteral("^%1(累计)?(?:完成|实现|实际)?(累计)?(投资|产值)(?:额|完成额|完成情况)?$")
            .arg(kMonthPattern));
    const QString key = untilMonth(header);
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
