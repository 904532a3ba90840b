// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/money.h"
#include "gui/ledger/project_groups.h"

#include <map>

namespace yipi::gui {

/// An exact sum of what is filled in.
struct FieldSum {
    Int128 value = 0;
    qint64 count = 0;
};

/// Whether sums of a field say anything: amounts and numbers, never shares.
bool canBeSummed(const FieldInfo &field);
/// A sum as its cells are shown, rounded once; empty when nothing is filled in.
QString sumText(const FieldInfo &field, const FieldSum &sum, MoneyUnit unit);

/// Sums of the grid's projects by group and of all. A field is summed when it is asked for first, in one pass
/// over its column; changes of single projects are carried in.
class ProjectSums {
public:
    explicit ProjectSums(const services::LedgerService &ledger)
        : m_ledger(ledger) {}

    /// Other projects or groups. Both must stay while sums are asked for.
    void reset(const std::vector<qint64> &ids, const std::vector<ProjectGroup> &groups);
    /// `group` −1: of all. Null when the field can't be read.
    const FieldSum *sum(int field, int group) const;
    /// A value of one project, by its place, was written over.
    void follow(int item, const FieldDelta &delta);
    /// Everything is summed anew when it is asked for.
    void clear() { m_sums.clear(); }

private:
    using Sums = std::vector<FieldSum>; ///< of each group, at the end of all

    Sums made(int field) const;

    const services::LedgerService &m_ledger;
    const std::vector<qint64> *m_ids = nullptr;
    const std::vector<ProjectGroup> *m_groups = nullptr;
    mutable std::vector<std::uint32_t> m_places; ///< of the ids in the facts; empty until asked for
    mutable std::map<int, Sums> m_sums;          ///< by field; an empty one can't be read
};

} // namespace yipi::gui
