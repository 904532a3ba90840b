// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/field.h"

#include <QString>

namespace yipi {

/// What somebody typing into a cell leaves out, filled in so that parseValue understands it; every other text
/// comes back as it is. Dates get `year`: "3.15", "3/15", "0315", "8月底", "3月15日" (0 = none is filled in).
/// Amounts, quantities and numbers may be sums: "=1.32+0.24", with + − × ÷ and brackets. Files are read
/// without it: there a missing year is a fault.
QString completedTyping(const FieldInfo &field, const QString &text, int year);

} // namespace yipi
