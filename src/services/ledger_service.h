// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/campaign.h"
#include "domain/change_set.h"
#include "domain/error.h"
#include "domain/industry_chain.h"
#include "domain/progress.h"
#include "domain/validation.h"
#include "domain/zone.h"
#include "indicators/facts.h"
#include "services/change_sets.h"
#include "services/field_values.h"

#include <QDateTime>
#include <QObject>

#include <functional>
#include <memory>
#include <span>

namespace yipi::storage {
struct DeletedRecord;
}

namespace yipi::services {

enum class Access { ReadWrite, ReadOnly };

/// What the window's title and status bar say about the open ledger.
struct LedgerStatus {
    QString location;
    QString name; ///< file name without suffix
    bool readOnly = false;
    QString readOnlyReason; ///< Chinese sentence, empty when writable
    bool isDemo = false;    ///< show the chip 演示数据
    QString city;           ///< 吕梁市; empty when not set
    int schema = 0;
    qint64 projects = 0;
};

/// One journal line as people read it.
struct HistoryLine {
    qint64 sequence = 0;
    qint64 setId = 0;
    EntityKind entity = EntityKind::Project; ///< the record that was changed: a custom value is one itself …
    qint64 recordId = 0;
    int position = -1; ///< … and its field, by position; −1 for a whole record
    QString at;        ///< UTC, ISO 8601
    QString user;
    QString source; ///< Chinese
    QString title;
    QString reason;
    QString field;  ///< Chinese title; empty for a whole record
    QString before; ///< display text
    QString after;
};

/// What a person typed into one field.
struct TypedField {
    QString key;
    QString text;
};

/// A column to sort by.
struct SortKey {
    QString key; ///< of a project's field, or "stage"
    Qt::SortOrder order = Qt::AscendingOrder;
    friend bool operator==(const SortKey &, const SortKey &) = default;
};

/// A line of `verify`.
struct HealthCheck {
    QString name;
    bool ok = false;
    QString detail;
};

/// The open ledger: the only way to read and to write it. Every change goes validation → optimistic version
/// check → one transaction with its journal → patched facts → ledgerChanged. Lives on one thread (the GUI's
/// or the CLI's).
class LedgerService : public QObject {
    Q_OBJECT

public:
    /// `location`: a file; postgresql:// gives Unsupported. `user` is written into the journal.
    static Result<std::unique_ptr<LedgerService>> open(const QString &location, Access access,
                                                       const QString &user);
    /// The same without waiting for the check of the file, so that its figures can be seen meanwhile. Until
    /// `confirmSound` succeeds nothing may leave the program; writing waits for it by itself.
    static Result<std::unique_ptr<LedgerService>> openUnconfirmed(const QString &location, Access access,
                                                                  const QString &user);
    /// Waits for the check of the file; may be called from any thread. Error: LedgerDamaged.
    Result<void> confirmSound() const;
    /// A new ledger with the reference data (regions, zones of the province's file are left to the user's
    /// import).
    static Result<std::unique_ptr<LedgerService>> create(const QString &path, const QString &user);
    ~LedgerService() override;

    LedgerStatus status() const;
    Result<void> setCity(const QString &city);
    Result<void> markDemo();
    QString ruleSetId() const; ///< the rule set in use; empty when not chosen
    Result<void> setRuleSetId(const QString &id);
    QString sharedViews() const; ///< views of the grid that everybody has, as the program wrote them
    Result<void> setSharedViews(const QString &views);

    // Dictionaries, always in memory
    const std::vector<Zone> &zones() const;
    const std::vector<IndustryChain> &chains() const;
    const std::vector<Campaign> &campaigns() const;
    const Zone *zone(qint64 id) const;
    /// By code, name, short name or either without its kind (兴县 for 兴县经济技术开发区); null when unknown
    /// or when several share it.
    const Zone *zone(const QString &name) const;
    QString enterpriseName(qint64 id) const;
    /// The name a person knows a referenced record by; empty for 0 or an unknown id.
    QString referenceText(EntityKind kind, qint64 id) const;
    /// A value as shown in a grid: references by name, money in `unit` with two decimals.
    QString text(const FieldInfo &field, const Value &value, MoneyUnit unit = MoneyUnit::Wan) const;
    /// Reads what a person typed into a field; references by name (an unknown enterprise becomes a new one
    /// when applied through `edit`). The error is InvalidValue with the reason.
    Result<Value> read(const FieldInfo &field, const QString &text, MoneyUnit unit = MoneyUnit::Wan) const;

    /// What records of a kind are in this ledger. Projects have the built-in fields and behind them the
    /// ledger's custom ones, which are read and written like the others. Valid until `fieldsChanged`.
    const EntityInfo &described(EntityKind kind) const;
    const std::vector<FieldInfo> &fields(EntityKind kind) const { return described(kind).fields; }
    /// Position of a field by key; −1 when there is none.
    int fieldIndex(EntityKind kind, const QString &key) const { return described(kind).indexOf(key); }

    /// Whether it describes the custom field with this id.
    bool isCustomField(const FieldInfo &field, qint64 customFieldId) const;

    // Reading
    Result<Record> record(EntityKind kind, qint64 id) const;
    Result<std::vector<Record>> records(EntityKind kind, std::span<const qint64> ids) const;
    Result<std::vector<Record>> allRecords(EntityKind kind) const;
    Result<std::vector<Record>> recordsWhere(EntityKind kind, const QString &field, const Value &value) const;
    /// Ids of the projects that pass, ordered by the keys and among equals by zone and code; empty values
    /// last, names by pinyin. Cost: one pass over the facts; the first time, another one over the table for
    /// each field that they do not hold.
    Result<std::vector<qint64>> projectIds(const ProjectFilter &filter, QDate asOf,
                                           const std::vector<SortKey> &order = {}) const;
    /// What each project has in a field or as "stage". Cost as of an order.
    Result<FieldValues> fieldValues(const QString &key, QDate asOf) const;
    /// Ids of all records of a kind ordered by a field, empty values last: choices in their order, references
    /// as the records they name are listed. −1: as lists show them (zones and campaigns by the office's
    /// order, projects by zone and code, custom fields by 顺序, all else by id).
    Result<std::vector<qint64>> recordIds(EntityKind kind, int field = -1,
                                          Qt::SortOrder order = Qt::AscendingOrder) const;
    /// Ids, ascending, of the records that show the text in one of their fields; small and capital letters
    /// alike. One pass over the records.
    Result<std::vector<qint64>> recordsContaining(EntityKind kind, const QString &text) const;
    /// By id, code, uid or exact name; NotFound or (several) Refused otherwise.
    Result<qint64> findProject(const QString &text) const;
    Result<QList<HistoryLine>> history(EntityKind kind, qint64 id) const;
    /// The change sets older than `before` (0 = from the newest on) that pass, newest first.
    Result<std::vector<SetLine>> changeSets(const SetFilter &filter, qint64 before, int limit) const;
    Result<qint64> changeSetCount(const SetFilter &filter) const;
    /// Who made change sets, each once.
    Result<QStringList> changeSetUsers() const;
    /// What a set did, as it was written. Error: NotFound.
    Result<AppliedChangeSet> changeSet(qint64 setId) const;
    /// A record as it is or, when it was deleted, as it was at last; without custom fields. Error: NotFound.
    Result<Record> lastKnown(EntityKind kind, qint64 id) const;
    /// LedgerStore::deletedRecords
    Result<std::vector<storage::DeletedRecord>> deletedRecords(qint64 before, int sets) const;
    const indicators::Facts &facts() const;
    /// Counted up by each change.
    qint64 revision() const;
    /// What was known at the end of a day: everything that was written later is taken back, also what it says
    /// about earlier months. Reads the whole ledger.
    Result<indicators::Facts> factsKnownAt(QDate date) const;
    /// The same for single records; ids that were not there are left out.
    Result<std::vector<Record>> recordsKnownAt(QDate date, EntityKind kind,
                                               std::span<const qint64> ids) const;

    // Writing
    /// The one path for every change. Errors of validation give InvalidValue with one detail per issue.
    Result<AppliedChangeSet> apply(ChangeSet set, const ProgressReport &progress = {});
    /// One field of one record; text as typed. `expectedVersion` is the version the user saw.
    Result<AppliedChangeSet> edit(EntityKind kind, qint64 id, int expectedVersion, const QString &fieldKey,
                                  const QString &text, const QString &reason = {},
                                  ChangeSource source = ChangeSource::Edit, MoneyUnit unit = MoneyUnit::Wan);
    /// Several fields of one record in one undoable step.
    Result<AppliedChangeSet> editFields(EntityKind kind, qint64 id, int expectedVersion,
                                        const std::vector<TypedField> &fields, const QString &reason = {},
                                        ChangeSource source = ChangeSource::Edit,
                                        MoneyUnit unit = MoneyUnit::Wan);
    bool canUndo() const;
    bool canRedo() const;
    QString undoTitle() const; ///< what would be undone, for menu and status bar
    QString redoTitle() const;
    int undoDepth() const;    ///< how many steps can be undone, without end
    qint64 undoSetId() const; ///< the set that would be undone; 0 = none
    /// How many steps an undo down to and including this set takes back.
    Result<qint64> undoStepsDownTo(qint64 setId) const;
    /// Errors: Conflict when somebody changed the same fields since; then nothing is undone.
    Result<AppliedChangeSet> undo();
    Result<AppliedChangeSet> redo();

    /// Tests decide what the journal takes for the time; programs leave the system's clock.
    void setClock(std::function<QDateTime()> clock);

    // Safety
    Result<void> backup(const QString &path, const ProgressReport &progress = {});
    Result<QList<HealthCheck>> verify(const ProgressReport &progress = {}) const;

Q_SIGNALS:
    /// After each change, with what was done; models patch themselves from it.
    void ledgerChanged(const yipi::AppliedChangeSet &applied);
    /// Custom fields came, changed or went; emitted before ledgerChanged.
    void fieldsChanged();

private:
    struct Private; ///< services/ledger_state.h
    FieldValues customValuesOf(const indicators::CustomColumn &column) const;
    FieldValues valuesOf(const FieldInfo &field, const indicators::StoredColumn &column) const;
    Result<AppliedChangeSet> write(const ChangeSet &set, const ProgressReport &progress);
    void tell(const AppliedChangeSet &applied);
    Result<void> addCustomHistory(qint64 project, QList<HistoryLine> &lines) const;
    Result<AppliedChangeSet> takeBack(const QString &title, qint64 setId, ChangeSource source);
    explicit LedgerService(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

/// Replaces the ledger at `target` by a verified backup; the former file is kept and its path returned.
Result<QString> restoreLedger(const QString &backupFile, const QString &target);

} // namespace yipi::services
