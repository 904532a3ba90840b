// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indicators/expression/expression.h"

namespace yipi::indicators {

/// Decides which projects and entries fulfil a condition. Names, dictionaries and texts are looked up once,
/// when it is made; a row costs a few comparisons and no allocation.
///
/// A project without entries is asked as if it had one with nothing filled in, so that 期次 为空 finds it.
class ExpressionMatcher {
public:
    ExpressionMatcher(const Facts &facts, const Expression &expression, QDate asOf);
    ExpressionMatcher(ExpressionMatcher &&) = default; // the steps point into the tables
    ExpressionMatcher(const ExpressionMatcher &) = delete;

    /// Conditions on entries ask for one entry of the project that fulfils the whole.
    bool matches(std::uint32_t project) const { return matches(project, m_asOf); }
    bool matches(std::uint32_t project, Day asOf) const;
    bool matchesEntry(const EntryFact &entry) const { return matchesEntry(entry, m_asOf); }
    /// As of another day than it was made for: what was looked up depends on none.
    bool matchesEntry(const EntryFact &entry, Day asOf) const { return run(entry.project, &entry, asOf); }

    /// Days on which the answer for this project may become another one, in no order, 0 among them; how many.
    static constexpr std::size_t kMostChanges = 64;
    using Changes = std::array<Day, kMostChanges>;
    std::size_t changes(std::uint32_t project, Changes &days) const;

private:
    struct Step;
    class Compiler;

    bool run(std::uint32_t project, const EntryFact *entry, Day asOf) const;
    bool holds(const Step &step, std::uint32_t project, const EntryFact *entry, Day asOf) const;

    const Facts &m_facts;
    Day m_asOf;
    bool m_asksForEntry;
    bool m_asksForStage = false;
    std::vector<Day ProjectFact::*> m_againstAsOf; ///< dates compared with the as-of date
    std::vector<Step> m_steps;
    std::vector<std::vector<quint8>> m_tables; ///< 1 = fulfils; at 0 what has no member, then the dictionary
    std::uint32_t m_first = 0;
};

/// One comparison with where to go on from it: And, Or and Not are only in the ways between the steps.
struct ExpressionMatcher::Step {
    enum class Test : quint8 {
        Money,
        Date,
        DateAsOf, ///< low and high are counted from the as-of day
        Flag,
        Zone,
        Chain,
        Industry,
        Project,
        Stage,
        Campaign,
        Batch,
        EntryMoney
    };
    static constexpr std::uint32_t kPass = UINT32_MAX;
    static constexpr std::uint32_t kFail = UINT32_MAX - 1;

    Test test = Test::Money;
    qint64 low = 0, high = 0; ///< of numbers: the stretch that fulfils
    const quint8 *table = nullptr;
    qint64 ProjectFact::*money = nullptr;
    Day ProjectFact::*date = nullptr;
    bool ProjectFact::*flag = nullptr;
    qint64 EntryFact::*declared = nullptr;
    std::uint32_t yes = kPass, no = kFail;
};

} // namespace yipi::indicators
