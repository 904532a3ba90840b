// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/life_cycle.h"

#include <array>

namespace yipi {

template <>
std::span<const Choice> choicesOf<Stage>() {
    static const std::array<Choice, 7> c{{{QStringLiteral("reserved"), QStringLiteral("储备")},
                                          {QStringLiteral("signed"), QStringLiteral("签约")},
                                          {QStringLiteral("started"), QStringLiteral("开工")},
                                          {QStringLiteral("producing"), QStringLiteral("投产")},
                                          {QStringLiteral("attained"), QStringLiteral("达效")},
                                          {QStringLiteral("suspended"), QStringLiteral("暂停")},
                                          {QStringLiteral("terminated"), QStringLiteral("终止")}}};
    return c;
}

Stage stageOf(const Project &project, QDate asOf) {
    const auto happened = [&](QDate event) { return event.isValid() && event <= asOf; };
    if (happened(project.terminatedOn))
        return Stage::Terminated;
    if (happened(project.suspendedOn))
        return Stage::Suspended;
    if (happened(project.actualAttain))
        return Stage::Attained;
    if (happened(project.actualProduce))
        return Stage::Producing;
    if (happened(project.actualStart))
        return Stage::Started;
    if (happened(project.actualSign))
        return Stage::Signed;
    return Stage::Reserved;
}

} // namespace yipi
