// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/target.h"

#include <array>

namespace yipi {

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

} // namespace yipi
