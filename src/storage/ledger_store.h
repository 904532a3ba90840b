// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/change_set.h"
#include "domain/error.h"
#include "domain/progress.h"

#include <QDateTime>
#include <QList>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

namespace yipi::storage {

enum class OpenMode { ReadWrite, ReadOnly };

/// What is open.
struct LedgerInfo {
    QString location; ///< canonical path
    int schema = 0;   ///< schema version
    bool readOnly = false;
    QString readOnlyReason; ///< Chinese sentence, empty when writable
    QString ledgerId;       ///< UUID made with the ledger
};

/// One changed field (or one inserted or deleted record) in the history. docs/journal.md has the canonical
/// form.
struct JournalEntry {
    qint64 sequence = 0; ///< of the whole ledger, without gaps
    qint64 setId = 0;
    QString at; ///< UTC, ISO 8601; not trusted for order
    QString user;
    QString source; ///< key of ChangeSource
    QString title;
    QString reason;
    QString operation; ///< insert, update, delete
    EntityKind entity = EntityKind::Project;
    qint64 recordId = 0;
    int version = 0;
    QString field;  ///< key; empty for insert and delete
    QString before; ///< stored form; JSON object for delete
    QString after;  ///< stored form; JSON object for insert
};

/// A change set as the undo list shows it.
struct SetSummary {
    qint64 setId = 0;
    QString at;
    QString user;
    QString source;
    QString title;
    QString reason;
    qint64 records = 0;
    qint64 undoes = 0;   ///< set that this one takes back; 0 = none
    qint64 undoneBy = 0; ///< set that took this one back; 0 = none
};

/// Which change sets are asked for; what is left as it is excludes none.
struct SetQuery {
    qint64 before = 0;   ///< only sets older than this one; 0 = from the newest on
    qint64 after = 0;    ///< only sets newer than this one
    QStringList sources; ///< keys of ChangeSource
    QString user;        ///< exactly
    QString text;        ///< part of title or reason, small and capital letters alike
    QDateTime from;      ///< made at this moment or later …
    QDateTime until;     ///< … and before this one
    std::optional<bool> isUndone;
};

/// A record that is not in the ledger any more, and the set that deleted it last.
struct DeletedRecord {
    qint64 setId = 0;
    EntityKind entity = EntityKind::Project;
    qint64 id = 0;

    friend bool operator==(const DeletedRecord &, const DeletedRecord &) = default;
};

/// Tells the time that is written into the journal.
using Clock = std::function<QDateTime()>;

/// One line of `verify`.
struct Check {
    QString name; ///< stable key: integrity, foreign_keys, content_hashes, journal_chain …
    bool ok = false;
    QString detail; ///< Chinese
};

/// A row during a scan; valid only inside the visitor. Columns are the positions of the scan's field list.
class RowView {
public:
    virtual ~RowView() = default;
    virtual qint64 id() const = 0;
    virtual int version() const = 0;
    virtual bool isNull(int column) const = 0;
    virtual qint64 integer(int column) const = 0;        ///< 0 when null
    virtual std::string_view text(int column) const = 0; ///< UTF-8, empty when null
};

/// Where records are read from: the ledger, or the ledger as it was known once.
class RecordSource {
public:
    virtual ~RecordSource() = default;

    /// In the order of `ids`; ids that do not exist are left out.
    virtual Result<std::vector<Record>> readMany(EntityKind kind, std::span<const qint64> ids) const = 0;
    /// All records of a kind in id order.
    virtual Result<std::vector<Record>> readAll(EntityKind kind) const = 0;
    /// Visits all rows in id order with the given fields, without building records.
    virtual Result<void> scan(EntityKind kind, const std::vector<int> &fields,
                              const std::function<void(const RowView &)> &visit) const = 0;
};

/// The ledger file behind an interface that a second engine can implement. All SQL is behind it.
/// One thread at a time; reading while another LedgerStore of the same file writes is allowed.
class LedgerStore : public RecordSource {
public:
    virtual LedgerInfo info() const = 0;
    /// After openLedgerUnconfirmed: waits for the check of the file. What was read before counts only if this
    /// succeeds; `apply` waits by itself. Error: LedgerDamaged.
    virtual Result<void> confirmSound() const = 0;

    /// Carries out a change set in one transaction with its journal entries. Errors: Conflict (version),
    /// Refused (still referenced, duplicate key — the message names the field), NotAllowed (read-only),
    /// LedgerLocked, DiskFull, Io, Cancelled. After an error nothing has changed.
    virtual Result<AppliedChangeSet> apply(const ChangeSet &set, const ProgressReport &progress = {}) = 0;

    /// Tests decide when; programs leave the system's clock.
    virtual void setClock(Clock clock) = 0;

    virtual Result<Record> read(EntityKind kind, qint64 id) const = 0;
    virtual Result<qint64> count(EntityKind kind) const = 0;
    /// Records whose field equals the value, in id order.
    virtual Result<std::vector<Record>> find(EntityKind kind, int field, const Value &value) const = 0;

    /// All ids ordered by a field, empty values last, ties by id.
    virtual Result<std::vector<qint64>> sortedIds(EntityKind kind, int field, Qt::SortOrder order) const = 0;

    virtual Result<QList<JournalEntry>> history(EntityKind kind, qint64 id) const = 0;
    /// The newest change sets that fit, newest first, at most `limit`.
    virtual Result<QList<SetSummary>> sets(const SetQuery &query, int limit) const = 0;
    virtual Result<qint64> countSets(const SetQuery &query) const = 0;
    /// Who made change sets, each once, in the order of the names.
    virtual Result<QStringList> setUsers() const = 0;
    /// What was deleted and not brought back, of the newest `sets` sets before `before` (0 = from the newest
    /// on) that deleted something of the kind; newest set first, in a set in its order.
    virtual Result<std::vector<DeletedRecord>> deletedRecords(qint64 before, int sets) const = 0;
    /// A deleted record as it was at last, with the version it had. Error: NotFound.
    virtual Result<Record> lastDeleted(EntityKind kind, qint64 id) const = 0;
    /// A set rebuilt from the journal, so that it can be undone after a restart.
    virtual Result<AppliedChangeSet> readSet(qint64 setId) const = 0;
    /// Visits what was changed by all sets behind the last one written at or before `moment`, newest first;
    /// of an update one field a visit, of an insert nothing but which record. Sets are told apart by their
    /// order: what a wrong clock dated later counts as earlier if something earlier follows it.
    virtual Result<void> visitChangesAfter(const QDateTime &moment,
                                           const std::function<void(const AppliedRecord &)> &visit) const = 0;
    virtual qint64 journalSequence() const = 0; ///< number of the newest journal entry
    virtual QString journalHead() const = 0;    ///< its chain hash, hex

    /// Settings that belong to the ledger ("demo", "rule_set", "city"); not journalled.
    virtual QString setting(const QString &key) const = 0;
    virtual Result<void> setSetting(const QString &key, const QString &value) = 0;

    /// Online copy to a new file, verified by opening it before it counts. Replaces, atomically, an earlier
    /// backup of this ledger; any other file at `path` is Refused.
    virtual Result<void> backup(const QString &path, const ProgressReport &progress = {}) = 0;
    /// Integrity, foreign keys, content hashes, journal chain.
    virtual Result<QList<Check>> verify(const ProgressReport &progress = {}) const = 0;
};

/// Opens a ledger; migrates an older one (on a copy, verified, then switched) when `mode` is ReadWrite. A
/// ledger another process writes to, or on read-only media, opens read-only with a reason in info(). Errors:
/// FileMissing, LedgerForeign, LedgerNewer, LedgerDamaged, Unsupported (postgresql://), Io.
Result<std::unique_ptr<LedgerStore>> openLedger(const QString &location, OpenMode mode);
/// The same, but the structure of the file is checked while the caller already reads; nothing that was read
/// counts before confirmSound() succeeds.
Result<std::unique_ptr<LedgerStore>> openLedgerUnconfirmed(const QString &location, OpenMode mode);

/// Makes a new empty ledger; refuses when the file exists.
Result<std::unique_ptr<LedgerStore>> createLedger(const QString &path);

/// Puts the verified backup in the place of `target`; an existing target is kept beside it as
/// …before-restore…. Gives the path under which the former file was kept, empty if there was none.
Result<QString> restoreLedger(const QString &backupFile, const QString &target);

} // namespace yipi::storage
