// SPDX-License-Identifier: GPL-3.0-or-later
// Every call of SQLite to the system fails in turn, once or from then on, with an I/O error or a full disk,
// while a ledger is opened and 300 projects are imported in one change set. Afterwards the ledger holds all
// of them or none, and all of them if the import was reported as done. Goal G5 of docs/reliability.md.
#include "shim_vfs.h"
#include "workload.h"

#include <sqlite3.h>

#include <QFile>

#include <cstdio>
#include <cstdlib>

namespace yipi::storage::fault {
namespace {

using Kind = FileCall::Kind;

constexpr int kRows = 300;

int errorOf(Kind kind) {
    switch (kind) {
    case Kind::Read:
        return SQLITE_IOERR_READ;
    case Kind::Write:
        return SQLITE_IOERR_WRITE;
    case Kind::Truncate:
        return SQLITE_IOERR_TRUNCATE;
    case Kind::Sync:
        return SQLITE_IOERR_FSYNC;
    case Kind::Size:
        return SQLITE_IOERR_FSTAT;
    case Kind::Lock:
        return SQLITE_IOERR_LOCK;
    case Kind::Access:
        return SQLITE_IOERR_ACCESS;
    case Kind::Delete:
        return SQLITE_IOERR_DELETE;
    default:
        return SQLITE_IOERR;
    }
}

bool growsFile(Kind kind) {
    return kind == Kind::Write || kind == Kind::Create || kind == Kind::Sync;
}

/// Fails the n-th call.
class Saboteur final : public CallObserver {
public:
    Saboteur(long failAt, bool isSticky, bool isDiskFull)
        : m_failAt(failAt)
        , m_isSticky(isSticky)
        , m_isDiskFull(isDiskFull) {}

    int before(const FileCall &call) override {
        if (m_isDiskFull && !growsFile(call.kind))
            return SQLITE_OK;
        ++m_calls;
        if (m_isSticky ? m_calls < m_failAt : m_calls != m_failAt)
            return SQLITE_OK;
        m_hasFailed = true;
        return m_isDiskFull ? SQLITE_FULL : errorOf(call.kind);
    }
    bool hasFailed() const { return m_hasFailed; }

private:
    long m_failAt;
    bool m_isSticky;
    bool m_isDiskFull;
    long m_calls = 0;
    bool m_hasFailed = false;
};

/// Counts of one kind of failure.
struct Counts {
    Tally tally;
    long reported = 0;  ///< the import gave an error
    long tolerated = 0; ///< it succeeded in spite of the failure
    long doubtful =
        0; ///< the import gave an error and is there as a whole: the disk failed after the last write
};

/// False when the failing call lies behind the end of the work.
bool runOne(const WorkFolder &folder, OpenSettings settings, long failAt, bool isSticky, bool isDiskFull,
            Counts &counts) {
    const QString path = folder.file("w.yipi");
    for (const char *suffix : {"", "-journal"})
        QFile::remove(path + QString::fromLatin1(suffix));
    QFile::copy(folder.file("base.yipi"), path);

    Saboteur saboteur(failAt, isSticky, isDiskFull);
    bool isDone = false;
    {
        const ShimVfs vfs("saboteur", saboteur);
        settings.vfs = "saboteur";
        if (auto store = openLedgerWith(path, OpenMode::ReadWrite, settings))
            isDone = (*store)->apply(importOf(kRows)).has_value();
    }
    if (!saboteur.hasFailed())
        return false;
    ++(isDone ? counts.tolerated : counts.reported);

    ++counts.tally.runs;
    auto store = openLedger(path, OpenMode::ReadWrite);
    const QList<Check> checks = store ? (*store)->verify().value_or(QList<Check>()) : QList<Check>();
    const qint64 projects = store ? (*store)->count(EntityKind::Project).value_or(-1) : -1;
    if (checks.isEmpty() ||
        std::any_of(checks.begin(), checks.end(), [](const Check &check) { return !check.ok; }))
        ++counts.tally.corrupt;
    else if (projects != 0 && projects != kRows)
        ++counts.tally.partial;
    else if (isDone && projects != kRows)
        ++counts.tally.lost;
    else if (!isDone && projects == kRows)
        ++counts.doubtful;
    return true;
}

Tally run(const char *what, const OpenSettings &settings) {
    const WorkFolder folder;
    makeBase(folder.file("base.yipi"));
    Tally all;
    for (const bool isDiskFull : {false, true})
        for (const bool isSticky : {false, true}) {
            Counts counts;
            for (long failAt = 1; runOne(folder, settings, failAt, isSticky, isDiskFull, counts);)
                ++failAt;
            std::printf("  %s, %s: %ld points, %ld reported, %ld tolerated, %ld doubtful\n",
                        isDiskFull ? "disk full" : "I/O error", isSticky ? "from then on" : "once",
                        counts.tally.runs, counts.reported, counts.tolerated, counts.doubtful);
            all.runs += counts.tally.runs;
            all.lost += counts.tally.lost;
            all.partial += counts.tally.partial;
            all.corrupt += counts.tally.corrupt;
        }
    all.print(what);
    return all;
}

} // namespace
} // namespace yipi::storage::fault

int main() {
    using namespace yipi::storage;
    const fault::Tally real = fault::run("n-th call fails, TRUNCATE + FULL:", {});
    OpenSettings bad;
    bad.journalMode = "memory";
    return fault::verdict(real, {{"journal_mode=MEMORY", fault::run("self-test, MEMORY + FULL:", bad)}});
}
