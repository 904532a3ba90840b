// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/monthly_progress.h"

#include "domain/project.h"

#include <array>

namespace yipi {

template <>
std::span<const Choice> choicesOf<ReportState>() {
    static const std::array<Choice, 5> c{{{QStringLiteral("draft"), QStringLiteral("草稿")},
                                          {QStringLiteral("submitted"), QStringLiteral("已报")},
                                          {QStringLiteral("returned"), QStringLiteral("退回")},
                                          {QStringLiteral("accepted"), QStringLiteral("已审")},
                                          {QStringLiteral("locked"), QStringLiteral("锁定")}}};
    return c;
}

template <>
const Entity<MonthlyProgress> &entity<MonthlyProgress>() {
    using M = MonthlyProgress;
    static const Entity<M> e(
        "monthly_progress", QStringLiteral("月度进展"),
        {
            field<&M::project>("project", QStringLiteral("项目")).keyPart(),
            field<&M::month>("month", QStringLiteral("月份"))
                .keyPart()
                .also({QStringLiteral("填报月份"), QStringLiteral("报告月份"), QStringLiteral("截至月份")}),
            field<&M::investment>("investment", QStringLiteral("本月完成投资"))
                .also({QStringLiteral("月完成投资"), QStringLiteral("当月完成投资"),
                       QStringLiteral("本月投资")}),
            field<&M::cumulativeInvestment>("cumulative_investment", QStringLiteral("累计完成投资"))
                .also({QStringLiteral("开工以来累计完成投资"), QStringLiteral("累计投资"),
                       QStringLiteral("截至目前完成投资"), QStringLiteral("截至目前完成"),
                       QStringLiteral("已完成投资")}),
            field<&M::annualPlan>("annual_plan", QStringLiteral("年度计划投资"))
                .also({QStringLiteral("年计划投资"), QStringLiteral("年度计划完成投资"),
                       QStringLiteral("年度投资计划"), QStringLiteral("本年计划投资"),
                       QStringLiteral("今年计划投资"), QStringLiteral("当年计划投资"),
                       QStringLiteral("全年计划投资"), QStringLiteral("年度计划投资额")}),
            field<&M::yearInvestment>("year_investment", QStringLiteral("今年累计完成投资"))
                .also({QStringLiteral("本年累计完成投资"), QStringLiteral("今年完成投资"),
                       QStringLiteral("本年完成投资"), QStringLiteral("当年完成投资"),
                       QStringLiteral("当年累计完成投资"), QStringLiteral("年内累计完成投资"),
                       QStringLiteral("年度累计完成投资"), QStringLiteral("今年以来完成投资"),
                       QStringLiteral("今年以来累计完成投资"), QStringLiteral("年初至今完成投资")}),
            field<&M::fundsInPlace>("funds_in_place", QStringLiteral("累计到位资金"))
                .also({QStringLiteral("到位资金"), QStringLiteral("资金到位"), QStringLiteral("资金到位额"),
                       QStringLiteral("已到位资金"), QStringLiteral("累计资金到位"),
                       QStringLiteral("实际到位资金")}),
            field<&M::output>("output", QStringLiteral("本月产值"))
                .also({QStringLiteral("月产值"), QStringLiteral("当月产值")}),
            field<&M::annualOutput>("annual_output", QStringLiteral("实际年产值"))
                .also({QStringLiteral("实际产值"), QStringLiteral("年实际产值"), QStringLiteral("折年产值"),
                       QStringLiteral("近12个月产值")}),
            field<&M::progress>("progress", QStringLiteral("形象进度"))
                .longText()
                .also({QStringLiteral("目前进展情况"), QStringLiteral("工程形象进度"),
                       QStringLiteral("进展情况"), QStringLiteral("目前进展"), QStringLiteral("项目进展情况"),
                       QStringLiteral("项目进展"), QStringLiteral("当前进展"),
                       QStringLiteral("当前进展情况")}),
            field<&M::percentComplete>("percent_complete", QStringLiteral("进度"))
                .in(QStringLiteral("%"))
                .also({QStringLiteral("完成进度"), QStringLiteral("形象进度百分比")}),
            field<&M::problems>("problems", QStringLiteral("存在问题"))
                .longText()
                .also({QStringLiteral("存在的困难"), QStringLiteral("存在的问题"), QStringLiteral("问题"),
                       QStringLiteral("存在困难和问题")}),
            field<&M::nextStep>("next_step", QStringLiteral("下一步措施"))
                .longText()
                .also(
                    {QStringLiteral("下一步工作"), QStringLiteral("下一步计划"), QStringLiteral("下步措施")}),
            field<&M::coordination>("coordination", QStringLiteral("需协调解决的问题"))
                .longText()
                .also({QStringLiteral("需协调事项"), QStringLiteral("需市级协调事项"),
                       QStringLiteral("需要协调解决的问题")}),
            field<&M::state>("state", QStringLiteral("填报状态")),
        });
    return e;
}

} // namespace yipi
