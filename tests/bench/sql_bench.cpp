// SPDX-License-Identifier: GPL-3.0-or-later
// The three headline rates by zone in hand-written SQL over the same rows in an SQLite database in memory, to
// be read beside headlineRatesByZone of the engine, whose figures they must equal.
#include "bench_facts.h"

#include "indicators/engine.h"
#include "indicators/prepared_rules.h"

#include <benchmark/benchmark.h>
#include <sqlite3.h>

#include <cstdlib>
#include <iostream>
#include <map>
#include <memory>

namespace yipi::indicators {
namespace {

using Figures = std::vector<qint64>; ///< per zone: its id, then numerator and denominator of each rate

[[noreturn]] void giveUp(const char *why) {
    std::cerr << why << std::endl;
    std::abort();
}

class Database {
public:
    explicit Database(const Facts &facts) {
        if (sqlite3_open(":memory:", &m_database) != SQLITE_OK)
            giveUp("no database");
        execute("CREATE TABLE campaign(id INTEGER PRIMARY KEY, held INTEGER);"
                "CREATE TABLE project(id INTEGER PRIMARY KEY, zone INTEGER, industrial INTEGER,"
                " start INTEGER, produce INTEGER, attain INTEGER);"
                "CREATE TABLE entry(id INTEGER PRIMARY KEY, project INTEGER, campaign INTEGER, list INTEGER,"
                " output INTEGER);"
                "CREATE TABLE report(project INTEGER, month INTEGER, output INTEGER,"
                " PRIMARY KEY(project, month)) WITHOUT ROWID;"
                "BEGIN");
        for (const Campaign &campaign : facts.campaigns)
            insert("INSERT INTO campaign VALUES(?,?)", {campaign.id, dayOf(campaign.heldOn)});
        for (const ProjectFact &p : facts.projects) {
            insert("INSERT INTO project VALUES(?,?,?,?,?,?)",
                   {p.id, facts.zones[std::size_t(p.zone)].id, p.industrial, p.start, p.produce, p.attain});
            for (std::uint32_t i = p.outputBegin; i < p.outputEnd; ++i)
                insert("INSERT OR REPLACE INTO report VALUES(?,?,?)",
                       {p.id, facts.outputs[i].month, facts.outputs[i].annualOutput});
        }
        for (const EntryFact &e : facts.entries)
            insert("INSERT INTO entry VALUES(?,?,?,?,?)",
                   {e.id, facts.projects[e.project].id, facts.campaigns[std::size_t(e.campaign)].id,
                    qint64(e.batch), e.output});
        execute("COMMIT; CREATE INDEX entry_project ON entry(project); ANALYZE");
        m_query = prepare(
            "SELECT p.zone,"
            " SUM(e.list = 0 AND c.held <= ?2 AND ((p.start > 0 AND p.start <= ?1)"
            "  OR (p.produce > 0 AND p.produce <= ?1) OR (p.attain > 0 AND p.attain <= ?1))),"
            " SUM(e.list = 0 AND c.held <= ?2),"
            " SUM(e.list = 1 AND ((p.produce > 0 AND p.produce <= ?1) OR (p.attain > 0 AND p.attain <= ?1))),"
            " SUM(e.list = 1),"
            " SUM(CASE WHEN e.list = 2 AND p.industrial AND e.output >= 0 THEN (SELECT r.output FROM report r"
            "  WHERE r.project = p.id AND r.month <= ?3 ORDER BY r.month DESC LIMIT 1) END),"
            " SUM(CASE WHEN e.list = 2 AND p.industrial AND e.output >= 0 THEN e.output END)"
            " FROM entry e JOIN project p ON p.id = e.project JOIN campaign c ON c.id = e.campaign"
            " WHERE c.held <= ?1 GROUP BY p.zone ORDER BY p.zone");
    }

    Figures headline(Month asOf) {
        Figures figures;
        sqlite3_reset(m_query);
        sqlite3_bind_int64(m_query, 1, dayOf(asOf.lastDay()));
        sqlite3_bind_int64(m_query, 2, dayOf(asOf.lastDay().addMonths(-6)));
        sqlite3_bind_int64(m_query, 3, asOf.index());
        while (sqlite3_step(m_query) == SQLITE_ROW)
            for (int column = 0; column < 7; ++column)
                figures.push_back(sqlite3_column_int64(m_query, column));
        return figures;
    }

private:
    void execute(const char *sql) {
        if (sqlite3_exec(m_database, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
            giveUp(sqlite3_errmsg(m_database));
    }
    sqlite3_stmt *prepare(const char *sql) {
        sqlite3_stmt *statement = nullptr;
        if (sqlite3_prepare_v2(m_database, sql, -1, &statement, nullptr) != SQLITE_OK)
            giveUp(sqlite3_errmsg(m_database));
        return statement;
    }
    void insert(const char *sql, std::initializer_list<qint64> values) {
        auto &statement = m_inserts[sql];
        if (!statement)
            statement = prepare(sql);
        int place = 0;
        for (const qint64 value : values)
            sqlite3_bind_int64(statement, ++place, value);
        if (sqlite3_step(statement) != SQLITE_DONE)
            giveUp(sqlite3_errmsg(m_database));
        sqlite3_reset(statement);
    }

    sqlite3 *m_database = nullptr;
    std::map<const char *, sqlite3_stmt *> m_inserts;
    sqlite3_stmt *m_query = nullptr;
};

Figures headline(const Tally &tally, Month asOf) {
    Figures figures;
    for (std::size_t group = 0; group < tally.size(); ++group) {
        const GroupResult zone = tally.result(group, asOf);
        if (zone.id == 0)
            continue; // without a zone: none here
        figures.push_back(zone.id);
        for (const RateResult &rate : zone.rates) {
            figures.push_back(rate.rate.num());
            figures.push_back(rate.rate.den());
        }
    }
    return figures;
}

void headlineRatesByZone(benchmark::State &state) {
    const RateSheet sheet(bench::factsOf(std::size_t(state.range(0))), bench::headlineRules(), bench::kAsOf,
                          bench::kAsOf);
    for (auto _ : state)
        benchmark::DoNotOptimize(
            headline(Tally(sheet, GroupBy::Zone, {}, bench::kAsOf, bench::kAsOf), bench::kAsOf));
}

void headlineTrendOf60MonthsByZone(benchmark::State &state) {
    const Month first = bench::kAsOf.plus(1 - bench::kMonths);
    const RateSheet sheet(bench::factsOf(std::size_t(state.range(0))), bench::headlineRules(), first,
                          bench::kAsOf);
    for (auto _ : state) {
        const Tally tally(sheet, GroupBy::Zone, {}, first, bench::kAsOf);
        for (std::size_t group = 0; group < tally.size(); ++group)
            for (Month month = first; month <= bench::kAsOf; month = month.plus(1))
                benchmark::DoNotOptimize(tally.result(group, month));
    }
}

void headlineRatesByZoneInSql(benchmark::State &state) {
    static std::map<qint64, std::unique_ptr<Database>> made;
    const Facts &facts = bench::factsOf(std::size_t(state.range(0)));
    auto &database = made[state.range(0)];
    if (!database)
        database = std::make_unique<Database>(facts);
    const RateSheet sheet(facts, bench::headlineRules(), bench::kAsOf, bench::kAsOf);
    if (database->headline(bench::kAsOf) !=
        headline(Tally(sheet, GroupBy::Zone, {}, bench::kAsOf, bench::kAsOf), bench::kAsOf))
        giveUp("SQL and engine differ");
    for (auto _ : state)
        benchmark::DoNotOptimize(database->headline(bench::kAsOf));
}

BENCHMARK(headlineRatesByZone)->Apply(bench::sizes);
BENCHMARK(headlineTrendOf60MonthsByZone)->Apply(bench::sizes);
BENCHMARK(headlineRatesByZoneInSql)->Apply(bench::sizes);

} // namespace
} // namespace yipi::indicators
