// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/fact_readers.h"

#include "domain/project.h"

#include <algorithm>
#include <charconv>
#include <numeric>

namespace yipi::services {

using indicators::Day;
using indicators::EntryFact;
using indicators::Facts;
using indicators::MilestoneFact;
using indicators::ProjectFact;
using indicators::TargetFact;
using storage::RowView;

namespace {

/// ISO text to a Julian day without building a QDate: days from a civil date, proleptic Gregorian.
Day dayFrom(std::string_view iso) {
    if (iso.size() != 10)
        return 0;
    const auto number = [&](std::size_t from, std::size_t length) {
        int value = 0;
        std::from_chars(iso.data() + from, iso.data() + from + length, value);
        return value;
    };
    const int year = number(0, 4);
    const int month = number(5, 2);
    const int day = number(8, 2);
    const int shift = (14 - month) / 12;
    const int y = year + 4800 - shift;
    const int m = month + 12 * shift - 3;
    return day + (153 * m + 2) / 5 + 365 * y + y / 4 - y / 100 + y / 400 - 32045;
}

qint64 amountOr(qint64 none, const RowView &row, int column) {
    return row.isNull(column) ? none : row.integer(column);
}

template <class F>
void sortByProject(std::vector<OfProject<F>> &list) {
    std::sort(list.begin(), list.end(), [](const auto &a, const auto &b) {
        return std::pair(a.project, a.fact.month) < std::pair(b.project, b.fact.month);
    });
}

} // namespace

ProjectReader::ProjectReader(Facts &facts, const QHash<qint64, QString> &enterpriseNames)
    : m_facts(facts)
    , m_enterprises(enterpriseNames)
    , m_zones(indexById(facts.zones))
    , m_chains(indexById(facts.chains)) {
    for (std::size_t list = 0; list < kWordLists.size(); ++list) {
        const auto &words = facts.*kWordLists[list].words;
        for (std::size_t i = 0; i < words.size(); ++i)
            m_words[list].insert(words[i], std::int32_t(i));
    }
}

ProjectFact ProjectReader::fact(const RowView &row) {
    const auto day = [&](int column) { return dayFrom(row.text(column)); };
    const auto flag = [&](int column) { return row.integer(column) != 0; };
    ProjectFact p;
    p.id = row.id();
    p.zone = find(m_zones, row.integer(m_zone));
    p.chain = find(m_chains, row.integer(m_chain));
    p.industry = word(0, row.text(m_industry));
    p.strategicClass = word(1, row.text(m_strategic));
    p.investment = amountOr(-1, row, m_investment);
    p.expectedOutput = amountOr(-1, row, m_output);
    p.industrial = flag(m_industrial);
    p.strategic = !row.isNull(m_strategic);
    p.commitment = flag(m_commitment);
    p.standardLand = flag(m_standardLand);
    p.standardPlant = flag(m_standardPlant);
    p.keyProject = flag(m_keyProject);
    p.plannedStart = day(m_plannedStart);
    p.plannedProduce = day(m_plannedProduce);
    p.plannedAttain = day(m_plannedAttain);
    p.reserved = day(m_reserved);
    p.sign = day(m_sign);
    p.fulfilled = day(m_fulfilled);
    p.start = day(m_start);
    p.produce = day(m_produce);
    p.attain = day(m_attain);
    p.statistics = day(m_statistics);
    p.suspended = day(m_suspended);
    p.terminated = day(m_terminated);
    p.removalApproved = day(m_removalApproved);
    return p;
}

std::string ProjectReader::searchText(const RowView &row) const {
    std::string text(row.text(m_code));
    text += '\n';
    text += row.text(m_name);
    text += '\n';
    text += m_enterprises.value(row.integer(m_investor)).toStdString();
    text += '\n';
    // Only Latin letters have a case worth folding here; byte-wise is safe in UTF-8.
    for (char &c : text)
        if (c >= 'A' && c <= 'Z')
            c = char(c - 'A' + 'a');
    return text;
}

std::int32_t ProjectReader::find(const std::unordered_map<qint64, std::int32_t> &index, qint64 id) {
    const auto it = index.find(id);
    return it == index.end() ? -1 : it->second;
}

std::int32_t ProjectReader::word(std::size_t list, std::string_view text) {
    if (text.empty())
        return -1;
    const QString name = QString::fromUtf8(text.data(), qsizetype(text.size()));
    const auto it = m_words[list].constFind(name);
    if (it != m_words[list].constEnd())
        return *it;
    auto &words = m_facts.*kWordLists[list].words;
    words.push_back(name);
    return *m_words[list].insert(name, std::int32_t(words.size()) - 1);
}

EntryFact EntryReader::fact(const RowView &row) const {
    EntryFact e;
    e.id = row.id();
    e.campaign = m_campaigns.at(row.integer(m_campaign));
    e.project = m_facts.projectIndex.at(row.integer(m_project));
    const std::string_view batch = row.text(m_batch);
    e.batch = batch == "start" ? Batch::Start : batch == "produce" ? Batch::Produce : Batch::Sign;
    e.investment = amountOr(-1, row, m_investment);
    e.output = amountOr(-1, row, m_output);
    return e;
}

void ReportFacts::sort() {
    sortByProject(outputs);
    sortByProject(funds);
    sortByProject(plans);
}

void ReportReader::read(const RowView &row, ReportFacts &into) const {
    const std::uint32_t project = m_facts.projectIndex.at(row.integer(m_project));
    const auto month = std::int32_t(row.integer(m_month));
    if (!row.isNull(m_annualOutput))
        into.outputs.push_back({project, {month, row.integer(m_annualOutput)}});
    if (!row.isNull(m_funds))
        into.funds.push_back({project, {month, row.integer(m_funds)}});
    if (!row.isNull(m_plan) || !row.isNull(m_yearInvestment))
        into.plans.push_back(
            {project, {month, amountOr(-1, row, m_plan), amountOr(0, row, m_yearInvestment)}});
}

MilestoneFact MilestoneReader::fact(const RowView &row) const {
    return {row.id(), m_facts.projectIndex.at(row.integer(m_project)), dayFrom(row.text(m_planned)),
            dayFrom(row.text(m_actual))};
}

TargetFact targetFact(const Target &target, const std::unordered_map<qint64, std::int32_t> &zones) {
    TargetFact fact;
    fact.id = target.id;
    fact.zone = zones.at(target.zone.id);
    fact.year = std::int32_t(target.year.value_or(0));
    fact.indicator = target.indicator;
    fact.value = target.value().value_or(0);
    // No curve that can't be read is ever written; a ledger made elsewhere falls back to month ÷ 12.
    const auto curve = paceCurve(target.curve);
    fact.paceTenths = curve ? *curve : *paceCurve({});
    return fact;
}

void sortTargets(std::vector<TargetFact> &targets) {
    std::sort(targets.begin(), targets.end(), [](const TargetFact &a, const TargetFact &b) {
        return std::tuple(a.zone, a.year, a.indicator) < std::tuple(b.zone, b.year, b.indicator);
    });
}

void settleWords(Facts &facts, const WordList &list) {
    auto &names = facts.*list.words;
    std::vector<bool> isUsed(names.size());
    for (const ProjectFact &p : facts.projects)
        if (p.*list.word >= 0)
            isUsed[std::size_t(p.*list.word)] = true;
    std::vector<std::int32_t> order;
    for (std::size_t i = 0; i < names.size(); ++i)
        if (isUsed[i])
            order.push_back(std::int32_t(i));
    std::sort(order.begin(), order.end(),
              [&](std::int32_t a, std::int32_t b) { return names[std::size_t(a)] < names[std::size_t(b)]; });
    std::vector<QString> sorted;
    std::vector<std::int32_t> place(names.size(), -1);
    for (const std::int32_t word : order) {
        place[std::size_t(word)] = std::int32_t(sorted.size());
        sorted.push_back(names[std::size_t(word)]);
    }
    names = std::move(sorted);
    for (ProjectFact &p : facts.projects)
        if (p.*list.word >= 0)
            p.*list.word = place[std::size_t(p.*list.word)];
}

bool isListedBefore(const Zone &a, const Zone &b) {
    return std::pair(a.sortOrder.value_or(INT_MAX), a.id) < std::pair(b.sortOrder.value_or(INT_MAX), b.id);
}

bool isListedBefore(const IndustryChain &a, const IndustryChain &b) {
    return a.id < b.id;
}

bool isListedBefore(const Campaign &a, const Campaign &b) {
    return a.key() < b.key();
}

} // namespace yipi::services
