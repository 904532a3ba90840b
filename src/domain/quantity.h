// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <compare>

namespace yipi {

/// A measured quantity with two decimals (亩, 万平方米, 分), kept as whole hundredths.
struct Quantity {
    qint64 hundredths = 0;
    friend constexpr auto operator<=>(Quantity, Quantity) = default;
};

} // namespace yipi
