// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "random_case.h"

/// The oracle's ledger, rules and filters as the engine takes them.
namespace yipi::indicators {

Facts factsOf(const oracle::Ledger &ledger, bool textsTouch);
/// Replaces a project's fields and the values of its reports in place.
void replaceProject(Facts &facts, int project, const oracle::Project &now);
EntryFact entryFact(qint64 id, const oracle::Entry &from);
RuleSet engineRules(const oracle::Rules &rules);
ProjectFilter engineFilter(const oracle::Cut &cut);

} // namespace yipi::indicators
