// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/ledger_service.h"

#include <map>
#include <optional>
#include <vector>

namespace yipi::test {

/// What a ledger should hold after changes, undos and redos, worked out naively beside it: all records in a
/// map, and each step with the records it wrote as they were before and after.
class UndoModel {
public:
    using Key = std::pair<EntityKind, qint64>;
    using Values = std::vector<Value>;
    using Content = std::map<Key, Values>;

    static Content contentOf(const services::LedgerService &ledger);
    /// The records that the journal gives when its sets are carried out one by one from an empty ledger.
    static Content replayed(const services::LedgerService &ledger);

    explicit UndoModel(const services::LedgerService &ledger)
        : m_content(contentOf(ledger)) {}

    /// A set as it was asked for; `applied` only says which ids new records got.
    void apply(const ChangeSet &set, const AppliedChangeSet &applied);
    /// Deleted records are back as they were when they were deleted, and some fields written.
    void restore(const AppliedChangeSet &applied);
    void undo();
    void redo();

    const Content &content() const { return m_content; }
    std::size_t undoDepth() const { return m_done.size(); }
    std::size_t redoDepth() const { return m_undone.size(); }
    /// The records that the last step wrote.
    std::vector<Key> lastTouched() const { return m_touched; }

private:
    using Stored = std::optional<Values>;
    using Step = std::map<Key, std::pair<Stored, Stored>>; ///< before and after

    void write(const Key &key, Stored values);
    void finish();
    void carryOut(const Step &step, bool isForward);

    Content m_content;
    Content m_deleted; ///< as they were at last
    Step m_step;
    std::vector<Step> m_done, m_undone;
    std::vector<Key> m_touched;
};

} // namespace yipi::test
