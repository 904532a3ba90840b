// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/problem.h"

#include "domain/project.h"

#include <array>

namespace yipi {

template <>
std::span<const Choice> choicesOf<ProblemCategory>() {
    static const std::array<Choice, 14> c{{{QStringLiteral("land"), QStringLiteral("用地")},
                                           {QStringLiteral("planning"), QStringLiteral("规划")},
                                           {QStringLiteral("eia"), QStringLiteral("环评")},
                                           {QStringLiteral("energy"), QStringLiteral("能评能耗")},
                                           {QStringLiteral("safety"), QStringLiteral("安评")},
                                           {QStringLiteral("permit"), QStringLiteral("施工许可等审批")},
                                           {QStringLiteral("fund"), QStringLiteral("资金")},
                                           {QStringLiteral("labour"), QStringLiteral("用工")},
                                           {QStringLiteral("utility"), QStringLiteral("水电气热路讯")},
                                           {QStringLiteral("demolition"), QStringLiteral("征拆")},
                                           {QStringLiteral("market"), QStringLiteral("市场")},
                                           {QStringLiteral("enterprise"), QStringLiteral("企业自身")},
                                           {QStringLiteral("policy"), QStringLiteral("政策兑现")},
                                           {QStringLiteral("other"), QStringLiteral("其他")}}};
    return c;
}

template <>
std::span<const Choice> choicesOf<ProblemState>() {
    static const std::array<Choice, 4> c{{{QStringLiteral("open"), QStringLiteral("未启动")},
                                          {QStringLiteral("in_hand"), QStringLiteral("办理中")},
                                          {QStringLiteral("resolved"), QStringLiteral("已解决")},
                                          {QStringLiteral("closed"), QStringLiteral("已销号")}}};
    return c;
}

template <>
std::span<const Choice> choicesOf<ProblemLevel>() {
    static const std::array<Choice, 4> c{{{QStringLiteral("officer"), QStringLiteral("服务专员")},
                                          {QStringLiteral("zone"), QStringLiteral("开发区")},
                                          {QStringLiteral("patron"), QStringLiteral("包联领导")},
                                          {QStringLiteral("city"), QStringLiteral("市级")}}};
    return c;
}

template <>
const Entity<Problem> &entity<Problem>() {
    using P = Problem;
    static const Entity<P> e(
        "problem", QStringLiteral("问题"),
        {
            field<&P::project>("project", QStringLiteral("项目")).required(),
            field<&P::category>("category", QStringLiteral("问题类别")),
            field<&P::description>("description", QStringLiteral("问题")).required().longText(),
            field<&P::raisedOn>("raised_on", QStringLiteral("提出时间")),
            field<&P::measure>("measure", QStringLiteral("整改措施")).longText(),
            field<&P::responsibleUnit>("responsible_unit", QStringLiteral("责任单位")),
            field<&P::responsiblePerson>("responsible_person", QStringLiteral("责任人")).personal(),
            field<&P::due>("due", QStringLiteral("完成时限")),
            field<&P::state>("state", QStringLiteral("状态")),
            field<&P::closedOn>("closed_on", QStringLiteral("销号时间")),
            field<&P::level>("level", QStringLiteral("督办层级")),
        });
    return e;
}

} // namespace yipi
