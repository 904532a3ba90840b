// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/change_set.h"
#include "domain/error.h"

#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace yipi::storage {
class LedgerStore;
}

namespace yipi::services {

/// A change set that can be taken back or done again.
struct UndoStep {
    qint64 setId = 0; ///< of the change as first made, however often it was undone and done again
    QString title;
    qint64 undoSetId = 0; ///< the set that took it back; 0 while it stands
};

/// Steps of which only the last ones are in memory; the journal has them all, and earlier ones are read when
/// their turn comes.
class StepStack {
public:
    static constexpr int kStepsRead = 200; ///< at a time; at most twice as many stay in memory

    /// The steps in the journal below `below`, or from the last one on when it is null; the last one first.
    using Reading = std::function<Result<std::vector<UndoStep>>(const UndoStep *below, int limit)>;

    explicit StepStack(Reading reading)
        : m_reading(std::move(reading)) {}

    /// Begins anew with so many steps in the journal. Errors: those of the store.
    Result<void> reset(qint64 depth);
    void push(UndoStep step);
    /// Takes the last step away.
    void pop();
    void clear();
    qint64 depth() const { return m_depth; }
    /// The last step; there must be one. Errors: those of the store.
    Result<UndoStep> top() const;

private:
    Reading m_reading;
    mutable std::vector<UndoStep> m_steps; ///< the last steps in order; empty ones are read by `top`
    std::optional<UndoStep> m_gone;        ///< what was above the steps that are not in memory
    qint64 m_depth = 0;
};

/// What can be taken back: all undoable sets that stand; and done again: what was undone since the last new
/// change.
class UndoSteps {
public:
    explicit UndoSteps(const storage::LedgerStore &store);
    UndoSteps(const UndoSteps &) = delete;
    UndoSteps &operator=(const UndoSteps &) = delete;

    /// According to the journal, so that both survive a restart. Errors: those of the store.
    Result<void> load();
    /// A new set was written, which can itself be undone or not.
    void add(qint64 setId, const QString &title, bool canBeUndone);
    void moveToRedo(qint64 undoSetId); ///< the last step was taken back by this set
    void moveToUndo();                 ///< the last undone step was done again

    /// How many steps stand from this set on.
    Result<qint64> countDownTo(qint64 setId) const;
    const StepStack &undoable() const { return m_undoable; }
    const StepStack &redoable() const { return m_redoable; }

private:
    Result<std::vector<UndoStep>> standing(const UndoStep *below, int limit) const;
    Result<std::vector<UndoStep>> undone(const UndoStep *below, int limit) const;

    const storage::LedgerStore &m_store;
    qint64 m_lastNew = 0; ///< the newest set that is neither an undo nor a redo
    StepStack m_undoable;
    StepStack m_redoable;
};

/// What people do can be taken back, also after a restart. An undo is taken back by a redo instead, and what
/// came with the ledger belongs to it.
bool isUndoable(ChangeSource source);
/// The title of the set that takes another one back.
QString undoTitleOf(const QString &title);

} // namespace yipi::services
