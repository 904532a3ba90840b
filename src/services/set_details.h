// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/ledger_service.h"

namespace yipi::services {

/// One field of a change set in words.
struct ChangedField {
    int field = 0; ///< position in the record of the entity
    QString title;
    QString before;
    QString after;
    bool canBeRestored = false; ///< by restoreField
};

/// One record of a change set in words.
struct ChangedRecord {
    RecordChange::Kind kind = RecordChange::Kind::Update;
    EntityKind entity = EntityKind::Project;
    qint64 id = 0;
    QString label; ///< 项目“高纯氧化铝微粉”
    std::vector<ChangedField> fields;
};

struct SetDetails {
    std::vector<ChangedRecord> records;
    qint64 left = 0; ///< further records that are not described
};

/// What a set did to its first `most` records; internal fields are left out. Errors: NotFound, those of the
/// store.
Result<SetDetails> detailsOf(const LedgerService &ledger, qint64 setId, int most);

/// How far an undo of several steps went.
struct UndoRun {
    int done = 0;
    std::optional<Error> stopped; ///< why the next step could not be undone
};

/// Undoes all steps down to and including this set; stops at the first one that can't be undone.
UndoRun undoDownTo(LedgerService &ledger, qint64 setId);

/// Gives one field of one record the value it had before the set, as a change set of its own. `reason` must
/// say why. Errors: Refused (no reason, not a field that the set changed), Conflict when the field has
/// another value by now or the record is gone, and those of LedgerService::apply.
Result<AppliedChangeSet> restoreField(LedgerService &ledger, qint64 setId, EntityKind kind, qint64 id,
                                      int field, const QString &reason);

} // namespace yipi::services
