// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/ledger_service.h"

namespace yipi::services {

/// Whether a record goes when the one that this field of it refers to is deleted.
bool belongsBy(const FieldInfo &field);

/// The change set that deletes records with all that belongs to them alone: a project goes with its entries,
/// reports, milestones, problems and so on, a custom field with its values. Records that only mention one
/// (标准地 of a project) lose the mention. Errors: Refused, naming who still refers to it, when a record
/// can't do without (an enterprise that projects name); NotFound. Undoing the set brings everything back.
Result<ChangeSet> removalOf(const LedgerService &ledger, EntityKind kind, std::span<const qint64> ids);

} // namespace yipi::services
