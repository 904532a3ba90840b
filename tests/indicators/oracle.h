// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

/// The rates a second time, as naively as the rules are written in docs/indicators.md: real dates, one row
/// after the other, no tables, nothing shared with the engine. Slow and obvious on purpose.
namespace oracle {

/// What a monthly report says about the year's investment.
struct YearReport {
    std::optional<long long> plan;
    long long done = 0;
};

struct Project {
    int zone = -1, chain = -1, industry = -1, strategicClass = -1;
    bool industrial = false, strategic = false;
    long long investment = -1, expectedOutput = -1;
    QDate plannedStart, plannedProduce, plannedAttain;
    QDate sign, start, produce, attain, statistics, suspended, terminated;
    QDate reserved, fulfilled, removalApproved;
    // By the first day of the month they are for.
    std::map<QDate, long long> outputs, funds;
    std::map<QDate, YearReport> years;
    QString code, name, investor;
};

struct Campaign {
    int year = 0, sequence = 0;
    QDate held;
};

struct Entry {
    int project = 0, campaign = 0;
    std::string list; ///< sign, start, produce
    std::optional<long long> investment, output;
};

struct Milestone {
    int project = 0;
    QDate planned, actual;
};

struct Task {
    int zone = 0, year = 0;
    std::string indicator; ///< sign_count …
    long long value = 0;
};

struct Zone {
    QString name, city, county, category;
};

struct Ledger {
    std::vector<Zone> zones;
    int chains = 0, industries = 0, strategicClasses = 0;
    std::vector<Campaign> campaigns;
    std::vector<Project> projects;
    std::vector<Entry> entries;
    std::vector<Milestone> milestones;
    std::vector<Task> tasks;
};

/// The words are those of the rule files.
struct Rule {
    std::string id, population = "sign", period = "all", campaigns = "all", event = "started",
                    weight = "count", terminated = "keep", target;
    int heldMonths = 0;
    std::optional<std::pair<int, int>> first, last;
    bool dueOnly = false, industrialOnly = false, leaveEarly = false, cap = false;
    int chainedTo = -1;
};

struct Rules {
    int signToStart = 6, startToProduce = 24, produceToAttain = 12, grace = 0;
    int yellow = 1, red = 91;
    std::vector<Rule> rates;
};

struct Cut {
    QString city, text;
    std::set<int> zones, chains; ///< indexes
    std::optional<std::pair<int, int>> first, last;
    std::string list;  ///< empty = any
    std::string stage; ///< empty = any
    std::optional<long long> minInvestment;
    std::optional<bool> strategic, industrial;
};

/// What is counted: one entry, project, milestone or task.
struct Row {
    enum Kind { OfEntry, OfProject, OfMilestone, OfTask };
    Kind kind = OfEntry;
    int index = 0;    ///< in the ledger's list of its kind
    int project = -1; ///< −1 for a task
};

struct Figure {
    long long num = 0, den = 0;
    friend bool operator==(const Figure &, const Figure &) = default;
};

/// What one row does to a rate; nothing = excluded.
struct Part {
    long long num = 0, den = 0;
    bool inNumerator = false;
};

struct Late {
    int project = 0;
    std::string kind;
    QDate due;
    std::string light;
};

QDate held(const Campaign &campaign);
bool isList(const std::string &population);
/// Whether the numerator is made of reported values.
bool isByValue(const Rule &rule);

/// Every row of the rule's population, there yet or not.
std::vector<Row> rows(const Ledger &ledger, const Rule &rule);
bool isThere(const Ledger &ledger, const Rules &rules, int rate, const Row &row, QDate asOf);
std::optional<Part> part(const Ledger &ledger, const Rules &rules, int rate, const Row &row, QDate asOf);

bool passes(const Ledger &ledger, const Cut &cut, const Row &row, QDate asOf);

/// One per project and kind, in no particular order.
std::vector<Late> overdue(const Ledger &ledger, const Rules &rules, QDate asOf, const Cut &cut);

} // namespace oracle
