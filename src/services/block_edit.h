// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/ledger_service.h"

#include <map>

namespace yipi::services {

/// A text for one cell of the projects' grid.
struct TypedCell {
    qint64 project = 0; ///< below 0: a project to be added, the same number for all of its cells
    int field = -1;     ///< position in fields(EntityKind::Project); −1 = a derived column
    QString text;
};

enum class CellOutcome {
    Unchanged,
    Changed,
    Failed, ///< can't be read, or a rule is against it
    Locked, ///< nobody may write there
};

/// What will become of a cell.
struct PlannedCell {
    TypedCell typed;
    QString before, after; ///< as shown
    CellOutcome outcome = CellOutcome::Changed;
    QString reason; ///< of Failed and Locked
    Value value;
    QString newEnterprise; ///< a name that the ledger does not know yet and will be added
};

struct BlockPlan {
    std::vector<PlannedCell> cells;
    std::map<qint64, int> versions; ///< of the projects, as they were when the plan was made
    qint64 zone = 0;                ///< of projects to be added that do not name theirs

    int count(CellOutcome outcome) const;
};

struct BlockReading {
    MoneyUnit unit = MoneyUnit::Yi; ///< of amounts without one
    int year = 0;                   ///< of typed dates without one (completedTyping); 0: they fail
    qint64 zone = 0;                ///< for projects to be added
};

/// Reads many texts as LedgerService::read does one and checks the projects as they would become, so that a
/// bad cell fails alone. Writes nothing. Errors: the ledger can't be read.
Result<BlockPlan> planBlock(const LedgerService &ledger, std::vector<TypedCell> cells,
                            const BlockReading &reading);

/// The good cells as one change set: one update a project, one record for each new enterprise. Without
/// changes when no cell is good.
ChangeSet changesOf(const BlockPlan &plan, const QString &title, ChangeSource source);

/// Ids of the projects that a set of `changesOf` has added, by their numbers in the plan.
std::map<qint64, qint64> addedProjects(const BlockPlan &plan, const AppliedChangeSet &applied);

} // namespace yipi::services
