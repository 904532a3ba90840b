// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

/// The rates a second time, as naively as the rules are written in docs/indicators.md: real dates, one entry
/// after the other, no tables, nothing shared with the engine. Slow and obvious on purpose.
namespace oracle {

struct Project {
    int zone = -1, chain = -1, industry = -1;
    bool industrial = false, strategic = false;
    long long investment = -1;
    QDate plannedStart, plannedProduce, plannedAttain;
    QDate sign, start, produce, attain, statistics, suspended, terminated;
    std::map<QDate, long long> outputs; ///< by the first day of the month
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

struct Zone {
    QString name, city;
};

struct Ledger {
    std::vector<Zone> zones;
    int chains = 0, industries = 0;
    std::vector<Campaign> campaigns;
    std::vector<Project> projects;
    std::vector<Entry> entries;
};

/// The words are those of the rule files.
struct Rule {
    std::string id, list = "sign", campaigns = "all", event = "started", weight = "count";
    int heldMonths = 0;
    std::optional<std::pair<int, int>> first, last;
    bool dueOnly = false, industrialOnly = false, excludeTerminated = false, leaveEarly = false, cap = false;
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

struct Figure {
    long long num = 0, den = 0;
    friend bool operator==(const Figure &, const Figure &) = default;
};

/// What one entry does to a rate; nothing = excluded.
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
bool passes(const Ledger &ledger, const Cut &cut, const Entry &entry, QDate asOf);
bool passes(const Ledger &ledger, const Cut &cut, int project, QDate asOf);
std::optional<Part> part(const Ledger &ledger, const Rules &rules, int rate, const Entry &entry, QDate asOf);
Figure figure(const Ledger &ledger, const Rules &rules, int rate, QDate asOf,
              const std::vector<Entry> &entries);
/// One per project and kind, in no particular order.
std::vector<Late> overdue(const Ledger &ledger, const Rules &rules, QDate asOf,
                          const std::vector<Entry> &entries);

} // namespace oracle
