// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indicators/facts.h"
#include "storage/ledger_store.h"

#include <QHash>

namespace yipi::services {

/// The fields of one entity that the facts hold, in the order of a scan.
class ScanColumns {
public:
    explicit ScanColumns(EntityKind kind)
        : m_info(entityInfo(kind)) {}
    int add(const char *key) {
        m_fields.push_back(m_info.indexOf(QString::fromLatin1(key)));
        return int(m_fields.size()) - 1;
    }
    const std::vector<int> &fields() const { return m_fields; }

private:
    const EntityInfo &m_info;
    std::vector<int> m_fields;
};

/// Index of records by id for the dictionaries.
template <class E>
std::unordered_map<qint64, std::int32_t> indexById(const std::vector<E> &list) {
    std::unordered_map<qint64, std::int32_t> index;
    index.reserve(list.size());
    for (std::size_t i = 0; i < list.size(); ++i)
        index.emplace(list[i].id, std::int32_t(i));
    return index;
}

/// A dictionary that the projects make themselves: the words that they use for something.
struct WordList {
    std::vector<QString> indicators::Facts::*words;
    std::int32_t indicators::ProjectFact::*word; ///< index into it, −1 = none
};
inline constexpr std::array kWordLists{
    WordList{&indicators::Facts::industries, &indicators::ProjectFact::industry},
    WordList{&indicators::Facts::strategicClasses, &indicators::ProjectFact::strategicClass}};

/// Turns project rows into facts. A word that the facts do not know yet is added behind the others;
/// settleWords() puts them in order.
class ProjectReader {
public:
    ProjectReader(indicators::Facts &facts, const QHash<qint64, QString> &enterpriseNames);

    const std::vector<int> &fields() const { return m_columns.fields(); }
    indicators::ProjectFact fact(const storage::RowView &row);
    std::string searchText(const storage::RowView &row) const;

private:
    static std::int32_t find(const std::unordered_map<qint64, std::int32_t> &index, qint64 id);
    /// The index of a word in one of the lists.
    std::int32_t word(std::size_t list, std::string_view text);

    indicators::Facts &m_facts;
    const QHash<qint64, QString> &m_enterprises;
    std::unordered_map<qint64, std::int32_t> m_zones, m_chains;
    std::array<QHash<QString, std::int32_t>, kWordLists.size()> m_words;
    ScanColumns m_columns{EntityKind::Project};
    const int m_zone = m_columns.add("zone"), m_chain = m_columns.add("chain"),
              m_industry = m_columns.add("industry"), m_investment = m_columns.add("total_investment"),
              m_output = m_columns.add("expected_output"), m_industrial = m_columns.add("industrial"),
              m_strategic = m_columns.add("strategic_class"), m_commitment = m_columns.add("commitment"),
              m_standardLand = m_columns.add("standard_land"),
              m_standardPlant = m_columns.add("standard_plant"), m_keyProject = m_columns.add("key_project"),
              m_plannedStart = m_columns.add("planned_start"),
              m_plannedProduce = m_columns.add("planned_produce"),
              m_plannedAttain = m_columns.add("planned_attain"), m_reserved = m_columns.add("reserved_on"),
              m_sign = m_columns.add("actual_sign"), m_fulfilled = m_columns.add("fulfilled_on"),
              m_start = m_columns.add("actual_start"), m_produce = m_columns.add("actual_produce"),
              m_attain = m_columns.add("actual_attain"), m_statistics = m_columns.add("statistics_entry"),
              m_suspended = m_columns.add("suspended_on"), m_terminated = m_columns.add("terminated_on"),
              m_removalApproved = m_columns.add("removal_approved_on"), m_code = m_columns.add("code"),
              m_name = m_columns.add("name"), m_investor = m_columns.add("investor");
};

/// Turns entry rows into facts; campaigns and projects must be there.
class EntryReader {
public:
    explicit EntryReader(const indicators::Facts &facts)
        : m_facts(facts)
        , m_campaigns(indexById(facts.campaigns)) {}

    const std::vector<int> &fields() const { return m_columns.fields(); }
    indicators::EntryFact fact(const storage::RowView &row) const;

private:
    const indicators::Facts &m_facts;
    std::unordered_map<qint64, std::int32_t> m_campaigns;
    ScanColumns m_columns{EntityKind::CampaignEntry};
    const int m_campaign = m_columns.add("campaign"), m_project = m_columns.add("project"),
              m_batch = m_columns.add("batch"), m_investment = m_columns.add("declared_investment"),
              m_output = m_columns.add("declared_output");
};

/// A fact from a report with the index of its project.
template <class F>
struct OfProject {
    std::uint32_t project = 0;
    F fact;
};

/// What reports say, apart by kind.
struct ReportFacts {
    std::vector<OfProject<indicators::OutputFact>> outputs;
    std::vector<OfProject<indicators::FundsFact>> funds;
    std::vector<OfProject<indicators::PlanFact>> plans;

    void sort(); ///< by project, then month
};

/// Takes from report rows what the facts hold; projects must be there.
class ReportReader {
public:
    explicit ReportReader(const indicators::Facts &facts)
        : m_facts(facts) {}

    const std::vector<int> &fields() const { return m_columns.fields(); }
    void read(const storage::RowView &row, ReportFacts &into) const;

private:
    const indicators::Facts &m_facts;
    ScanColumns m_columns{EntityKind::MonthlyProgress};
    const int m_project = m_columns.add("project"), m_month = m_columns.add("month"),
              m_annualOutput = m_columns.add("annual_output"), m_funds = m_columns.add("funds_in_place"),
              m_plan = m_columns.add("annual_plan"), m_yearInvestment = m_columns.add("year_investment");
};

/// Turns milestone rows into facts; projects must be there.
class MilestoneReader {
public:
    explicit MilestoneReader(const indicators::Facts &facts)
        : m_facts(facts) {}

    const std::vector<int> &fields() const { return m_columns.fields(); }
    indicators::MilestoneFact fact(const storage::RowView &row) const;

private:
    const indicators::Facts &m_facts;
    ScanColumns m_columns{EntityKind::Milestone};
    const int m_project = m_columns.add("project"), m_planned = m_columns.add("planned"),
              m_actual = m_columns.add("actual");
};

/// A target as a fact; zones must be there.
indicators::TargetFact targetFact(const Target &target,
                                  const std::unordered_map<qint64, std::int32_t> &zones);
/// By zone, year, indicator.
void sortTargets(std::vector<indicators::TargetFact> &targets);

/// Sorts the words of a list and leaves out those that no project has.
void settleWords(indicators::Facts &facts, const WordList &list);

/// The orders in which the facts keep their dictionaries.
bool isListedBefore(const Zone &a, const Zone &b);
bool isListedBefore(const IndustryChain &a, const IndustryChain &b);
bool isListedBefore(const Campaign &a, const Campaign &b);

} // namespace yipi::services
