// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/target.h"

#include "domain/text_parsing.h"
#include "domain/zone.h"

#include <QRegularExpression>

namespace yipi {

namespace {

constexpr std::int32_t kWhole = 1000; ///< 100 % in tenths of a percent

Failure badCurve(const QString &what) {
    return fail(ErrorCode::InvalidValue, QStringLiteral("序时进度%1").arg(what),
                QStringLiteral("请写 12 个从小到大的累计百分数，用逗号分开，最后一个是 100，如 "
                               "8,17,25,33,42,50,58,67,75,83,92,100；留空表示按月份平均。"));
}

PaceCurve linearPace() {
    PaceCurve curve{};
    for (std::int32_t month = 1; month <= 12; ++month) // half up: (1000·m + 6) ÷ 12
        curve[std::size_t(month) - 1] = (kWhole * month + 6) / 12;
    return curve;
}

} // namespace

template <>
std::span<const Choice> choicesOf<TargetIndicator>() {
    static const std::array<Choice, 7> c{
        {{QStringLiteral("sign_count"), QStringLiteral("签约个数")},
         {QStringLiteral("sign_investment"), QStringLiteral("签约投资额")},
         {QStringLiteral("start_count"), QStringLiteral("开工个数")},
         {QStringLiteral("start_investment"), QStringLiteral("开工投资额")},
         {QStringLiteral("produce_count"), QStringLiteral("投产个数")},
         {QStringLiteral("produce_investment"), QStringLiteral("投产投资额")},
         {QStringLiteral("annual_investment"), QStringLiteral("年度完成投资")}}};
    return c;
}

template <>
const Entity<Target> &entity<Target>() {
    static const Entity<Target> e(
        "target", QStringLiteral("任务目标"),
        {
            field<&Target::zone>("zone", QStringLiteral("开发区")).keyPart(),
            field<&Target::year>("year", QStringLiteral("年度"))
                .keyPart()
                .also({QStringLiteral("年份"), QStringLiteral("任务年度")}),
            field<&Target::indicator>("indicator", QStringLiteral("指标"))
                .keyPart()
                .also({QStringLiteral("指标名称"), QStringLiteral("任务指标")}),
            field<&Target::targetCount>("target_count", QStringLiteral("任务个数"))
                .in(QStringLiteral("个"))
                .also({QStringLiteral("任务数"), QStringLiteral("目标个数"), QStringLiteral("目标数")}),
            field<&Target::targetAmount>("target_amount", QStringLiteral("任务金额"))
                .also({QStringLiteral("任务额"), QStringLiteral("目标金额"), QStringLiteral("目标额")}),
            field<&Target::curve>("curve", QStringLiteral("进度曲线"))
                .also({QStringLiteral("序时进度"), QStringLiteral("月度进度")})
                .about(QStringLiteral("12 个累计百分数，用逗号分开，最后一个是 100；留空表示按月份平均")),
        });
    return e;
}

std::optional<qint64> Target::value() const {
    if (countsPieces(indicator))
        return targetCount;
    return targetAmount ? std::optional(targetAmount->yuan()) : std::nullopt;
}

Result<PaceCurve> paceCurve(const QString &text) {
    static const QRegularExpression kSeparators(QStringLiteral("[,、;\\s]+"));
    static const QRegularExpression kShare(QStringLiteral("^(\\d{1,3})(?:\\.(\\d))?%?$"));
    const QString plain = normalisedText(text);
    if (plain.isEmpty())
        return linearPace();
    const QStringList parts = plain.split(kSeparators, Qt::SkipEmptyParts);
    if (parts.size() != 12)
        return badCurve(QStringLiteral("应有 12 个百分数，现有 %1 个").arg(parts.size()));
    PaceCurve curve{};
    std::int32_t before = 0;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const auto m = kShare.match(parts[i]);
        if (!m.hasMatch())
            return badCurve(QStringLiteral("第 %1 个“%2”读不懂").arg(i + 1).arg(parts[i]));
        const std::int32_t share = m.captured(1).toInt() * 10 + m.captured(2).toInt();
        if (share < before)
            return badCurve(QStringLiteral("第 %1 个“%2”小于前一个").arg(i + 1).arg(parts[i]));
        before = curve[std::size_t(i)] = share;
    }
    if (before != kWhole)
        return badCurve(QStringLiteral("最后一个应是 100，现为 %1").arg(parts.last()));
    return curve;
}

} // namespace yipi
