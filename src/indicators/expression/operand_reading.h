// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indicators/expression/expression.h"

namespace yipi::indicators {

/// An operand, or in `problem` why the text is none, as the end of a sentence.
struct ReadOperand {
    std::optional<Operand> operand;
    QString problem;
};

/// Reads what was typed behind a comparison as a value of the field; money without unit in 万元, as in
/// ledgers.
ReadOperand readOperand(const FilterField &field, const QString &text);

/// What a value of the field looks like: “金额，如 1亿 或 5000（万元）”.
QString expectedValue(const FilterField &field);

} // namespace yipi::indicators
