// SPDX-License-Identifier: GPL-3.0-or-later
// load_bench LEDGER: how long the facts of a ledger take to load, beside a bare scan of the same columns with
// the C interface of SQLite.
#include "services/fact_readers.h"
#include "services/facts_loader.h"

#include <benchmark/benchmark.h>
#include <sqlite3.h>

#include <cstdlib>
#include <iostream>

namespace yipi {
namespace {

[[noreturn]] void giveUp(const std::string &why) {
    std::cerr << why << std::endl;
    std::exit(1);
}

const storage::RecordSource &source(const QString &path) {
    static const auto store = storage::openLedger(path, storage::OpenMode::ReadOnly);
    if (!store)
        giveUp(store.error().text().toStdString());
    return **store;
}

void loadFacts(benchmark::State &state, const QString &path) {
    const auto names = services::readEnterpriseNames(source(path));
    for (auto _ : state) {
        auto facts = services::loadFacts(source(path), names.value());
        state.counters["entries"] = double(facts.value().entries.size());
        state.counters["projects"] = double(facts.value().projects.size());
        benchmark::DoNotOptimize(facts);
    }
}

/// Reads every value and adds it up, texts by their length.
qint64 scan(sqlite3 *database, EntityKind kind, const std::vector<int> &fields) {
    const EntityInfo &info = entityInfo(kind);
    QString sql = QStringLiteral("SELECT id");
    for (const int field : fields)
        sql += QStringLiteral(", %1").arg(info.fields[std::size_t(field)].key);
    sql += QStringLiteral(" FROM %1 ORDER BY id").arg(info.key);
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v2(database, sql.toUtf8().constData(), -1, &statement, nullptr) != SQLITE_OK)
        giveUp(sqlite3_errmsg(database));
    qint64 sum = 0;
    while (sqlite3_step(statement) == SQLITE_ROW)
        for (int column = 0; column <= int(fields.size()); ++column) {
            const int type = sqlite3_column_type(statement, column);
            if (type == SQLITE_INTEGER) {
                sum += sqlite3_column_int64(statement, column);
            } else if (type != SQLITE_NULL) {
                benchmark::DoNotOptimize(sqlite3_column_text(statement, column));
                sum += sqlite3_column_bytes(statement, column);
            }
        }
    sqlite3_finalize(statement);
    return sum;
}

void bareScan(benchmark::State &state, const QString &path) {
    sqlite3 *database = nullptr;
    if (sqlite3_open_v2(path.toUtf8().constData(), &database, SQLITE_OPEN_READONLY, nullptr) != SQLITE_OK)
        giveUp(sqlite3_errmsg(database));
    indicators::Facts none;
    const std::vector<int> projects = services::ProjectReader(none, {}).fields();
    const std::vector<int> entries = services::EntryReader(none).fields();
    const std::vector<int> reports = services::ReportReader(none).fields();
    const std::vector<int> milestones = services::MilestoneReader(none).fields();
    for (auto _ : state)
        benchmark::DoNotOptimize(scan(database, EntityKind::Project, projects) +
                                 scan(database, EntityKind::CampaignEntry, entries) +
                                 scan(database, EntityKind::MonthlyProgress, reports) +
                                 scan(database, EntityKind::Milestone, milestones));
    sqlite3_close(database);
}

} // namespace
} // namespace yipi

int main(int argc, char **argv) {
    benchmark::Initialize(&argc, argv);
    if (argc != 2)
        yipi::giveUp("usage: load_bench LEDGER");
    const QString path = QString::fromLocal8Bit(argv[1]);
    for (const auto &[name, run] :
         {std::pair("bareScan", &yipi::bareScan), std::pair("loadFacts", &yipi::loadFacts)})
        benchmark::RegisterBenchmark(name, run, path)->Unit(benchmark::kMillisecond);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
