// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indicators/engine.h"

namespace yipi::indicators {

/// The as-of month of the demonstration and of most cases.
inline constexpr Month kAsOf(2024, 7);

/// "2024-07-31" → day; empty → none.
inline Day day(const char *text) {
    return dayOf(QDate::fromString(QString::fromLatin1(text), Qt::ISODate));
}

/// Builds small ledgers for tests. Call `facts()` at the end: it makes the indexes.
class FactsBuilder {
public:
    /// Returns the zone's index.
    std::int32_t zone(const QString &name, const QString &city = QStringLiteral("吕梁市"),
                      std::optional<qint64> sortOrder = {});
    std::int32_t chain(const QString &name);
    std::int32_t industry(const QString &name);
    /// Returns the campaign's index; `held` may be empty. Add campaigns in the order of their keys.
    std::int32_t campaign(int year, int sequence, const char *held);
    /// Returns the project's index; its id is the index + 1.
    std::uint32_t project(const ProjectFact &fact = {}, const QString &text = {});
    /// The actual annual output reported for a month; months of a project ascending, right after its
    /// `project` call.
    void output(Month month, qint64 annualOutput);
    /// Funds in place since the start, in the same way.
    void funds(Month month, qint64 inPlace);
    /// What has been invested since January, and the year's plan where the report names it.
    void yearInvestment(Month month, qint64 done, qint64 plan = -1);
    /// Milestones of a project right after its `project` call.
    void milestone(const char *planned, const char *actual);
    void target(std::int32_t zone, int year, TargetIndicator indicator, qint64 value);
    /// Returns the entry's id.
    qint64 entry(std::uint32_t project, std::int32_t campaign, Batch batch, qint64 investment = -1,
                 qint64 output = -1);

    ProjectFact &at(std::uint32_t project) { return m_facts.projects[project]; }
    const Facts &facts();

private:
    Facts m_facts;
};

/// A preset of data/rules; fails the test when it can't be read.
RuleSet preset(const char *id);

/// A rule set of one rate to change at will.
RuleSet ruleSetOf(const RateRule &rule);
RateRule countRule(Batch population, Event event);
RateRule countRule(Population population, Event event);

/// "56/71" of a rate of the total.
QString fraction(const RateTable &table, const char *rateId);
QString fraction(const RateResult &result);

} // namespace yipi::indicators
