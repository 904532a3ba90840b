// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/ledger_service.h"

namespace yipi::services {

/// The change set that adds a record of what was typed into its fields; money in the unit of its field.
/// What a person is not asked for (标识 of a custom field) is filled in. Error: InvalidValue with one detail
/// for each field that is missing or can't be read.
Result<ChangeSet> additionOf(const LedgerService &ledger, EntityKind kind,
                             const std::vector<TypedField> &fields);

/// How many projects have a value in a custom field.
qint64 filledProjects(const LedgerService &ledger, qint64 customField);

} // namespace yipi::services
