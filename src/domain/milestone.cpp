// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/milestone.h"

#include "domain/project.h"

#include <array>

namespace yipi {

template <>
std::span<const Choice> choicesOf<MilestoneKind>() {
    static const std::array<Choice, 19> c{{{QStringLiteral("filing"), QStringLiteral("立项备案")},
                                           {QStringLiteral("site"), QStringLiteral("用地预审与选址")},
                                           {QStringLiteral("plan"), QStringLiteral("规划许可")},
                                           {QStringLiteral("land"), QStringLiteral("土地供应")},
                                           {QStringLiteral("eia"), QStringLiteral("环评")},
                                           {QStringLiteral("energy"), QStringLiteral("能评")},
                                           {QStringLiteral("safety"), QStringLiteral("安评")},
                                           {QStringLiteral("water"), QStringLiteral("水保")},
                                           {QStringLiteral("drawing"), QStringLiteral("施工图审查")},
                                           {QStringLiteral("permit"), QStringLiteral("施工许可")},
                                           {QStringLiteral("start"), QStringLiteral("开工进场")},
                                           {QStringLiteral("foundation"), QStringLiteral("基础完成")},
                                           {QStringLiteral("topping"), QStringLiteral("主体封顶")},
                                           {QStringLiteral("equipment"), QStringLiteral("设备安装调试")},
                                           {QStringLiteral("trial"), QStringLiteral("试生产")},
                                           {QStringLiteral("produce"), QStringLiteral("投产")},
                                           {QStringLiteral("acceptance"), QStringLiteral("竣工验收")},
                                           {QStringLiteral("statistics"), QStringLiteral("入库纳统")},
                                           {QStringLiteral("attain"), QStringLiteral("达效")}}};
    return c;
}

template <>
const Entity<Milestone> &entity<Milestone>() {
    using M = Milestone;
    static const Entity<M> e(
        "milestone", QStringLiteral("项目节点"),
        {
            field<&M::project>("project", QStringLiteral("项目")).keyPart(),
            field<&M::kind>("kind", QStringLiteral("节点"))
                .keyPart()
                .also({QStringLiteral("节点名称"), QStringLiteral("手续"), QStringLiteral("手续名称")}),
            field<&M::planned>("planned", QStringLiteral("计划完成"))
                .also({QStringLiteral("计划完成时间"), QStringLiteral("计划日期")}),
            field<&M::forecast>("forecast", QStringLiteral("预计完成"))
                .also({QStringLiteral("预计完成时间"), QStringLiteral("预计日期")}),
            field<&M::actual>("actual", QStringLiteral("实际完成"))
                .also(
                    {QStringLiteral("实际完成时间"), QStringLiteral("完成日期"), QStringLiteral("办结时间")}),
            field<&M::documentNumber>("document_number", QStringLiteral("批文号"))
                .also({QStringLiteral("文号"), QStringLiteral("批复文号"), QStringLiteral("证号")}),
            field<&M::responsible>("responsible", QStringLiteral("办理责任人"))
                .personal()
                .also({QStringLiteral("办理单位"), QStringLiteral("经办人")}),
        });
    return e;
}

} // namespace yipi
