// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/entity.h"

#include <QString>

#include <utility>
#include <vector>

namespace yipi {

/// Where a change came from, written into the journal.
enum class ChangeSource { Edit, Paste, Import, Undo, Redo, CommandLine, Demo, Generator };
template <>
std::span<const Choice> choicesOf<ChangeSource>();

/// One record to insert, update or delete.
struct RecordChange {
    enum class Kind { Insert, Update, Delete };

    Kind kind = Kind::Update;
    EntityKind entity = EntityKind::Project;
    /// Insert: 0, or a negative number by which other changes of the same set refer to the new record, or a
    /// positive id to bring a deleted record back under its old id (undo). Update, Delete: the record's id.
    qint64 id = 0;
    /// Version the change was made against; another stored version is a Conflict. Insert: 0, or for a record
    /// brought back the version it had.
    int baseVersion = 0;
    /// Insert: all values that are not empty. Update: the fields to change. Field position and new value;
    /// a reference may hold the negative number of an inserted record.
    std::vector<std::pair<int, Value>> values;
};

/// The only form in which anything is written: cell edit, form, paste, import, merge, undo.
struct ChangeSet {
    QString title;  ///< what the user did, for the undo list: "修改 总投资"
    QString reason; ///< why, may be empty
    QString user;
    ChangeSource source = ChangeSource::Edit;
    qint64 undoes = 0; ///< number of the set that this one takes back; 0 = none
    std::vector<RecordChange> changes;
};

/// One field of one record as it was and as it is.
struct FieldDelta {
    int field = 0;
    Value before;
    Value after;
};

/// A record change as it was carried out.
struct AppliedRecord {
    RecordChange::Kind kind = RecordChange::Kind::Update;
    EntityKind entity = EntityKind::Project;
    qint64 id = 0;
    int version = 0; ///< after the change
    std::vector<FieldDelta> fields;
};

/// What storage did with a change set.
struct AppliedChangeSet {
    qint64 setId = 0;                   ///< number of the set in the journal
    std::vector<AppliedRecord> records; ///< in the order of the set
};

/// The change that adds a record with what it has filled in.
RecordChange insertionOf(Record record);

/// The change set that takes `applied` back: newest record first, old values, deleted records under their old
/// ids.
ChangeSet inverse(const AppliedChangeSet &applied);

} // namespace yipi
