// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indicators/expression/expression.h"

namespace yipi::indicators {

/// What the members of the field's dictionary say: one text each, of zones their names, else e.g. their city.
std::vector<QString> dictionaryTexts(const FilterField &field, const Facts &facts);

/// The members a person means by `name`: a zone by code, name, short name or 兴县 for 兴县经济技术开发区
/// (unless several share it), a city with or without 市; others by their whole name.
std::vector<bool> membersNamed(const FilterField &field, const Facts &facts, const QString &name);

/// The members whose text holds `part`; of zones also code and short name.
std::vector<bool> membersContaining(const FilterField &field, const Facts &facts, const QString &part);

/// Reads a condition and looks every name in it up in the ledger: a name that nothing has, or a campaign that
/// was never held, is an error (NotFound) and no silent nothing.
Result<Expression> checkedExpression(QStringView text, const Facts &facts);

} // namespace yipi::indicators
