// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/ledger_service.h"

namespace yipi::services {

/// A deleted record as the recycle bin lists it.
struct DeletedItem {
    EntityKind entity = EntityKind::Project;
    qint64 id = 0;
    QString label;         ///< 项目“高纯氧化铝微粉”
    qint64 dependents = 0; ///< what belonged to it alone and went with it
};

/// What a change set deleted and nobody has brought back.
struct DeletedSet {
    SetLine set;
    QString counts; ///< 项目 2、月度进展 12
    qint64 records = 0;
};

/// 回收站: nothing is kept in it, it is what the journal says was deleted and still is. Nothing is ever
/// purged. The sets older than `before` (0 = from the newest on), newest first.
Result<std::vector<DeletedSet>> deletedSets(const LedgerService &ledger, qint64 before, int limit);

/// The records of such a set that did not go because another one of it went, at most `most`; a project stands
/// for what belonged to it. Error: NotFound.
Result<std::vector<DeletedItem>> deletedItems(const LedgerService &ledger, qint64 setId, int most);

/// Brings back all that is still deleted of a set, under the old ids, with the mentions that went with it
/// where nobody wrote over them since. Undone like any other change. Errors: Refused when nothing is left to
/// restore, when something it refers to is gone, when a code has been taken since; then nothing is restored.
Result<AppliedChangeSet> restoreDeleted(LedgerService &ledger, qint64 setId, const QString &reason = {});
/// The same for one record of a larger set with what belonged to it.
Result<AppliedChangeSet> restoreDeleted(LedgerService &ledger, qint64 setId, EntityKind kind, qint64 id,
                                        const QString &reason = {});

} // namespace yipi::services
