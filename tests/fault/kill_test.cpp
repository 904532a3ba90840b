// SPDX-License-Identifier: GPL-3.0-or-later
// A child applies change sets and acknowledges each through a pipe when apply() has returned; it is killed
// (SIGKILL) at a random moment, also while it opens. Then the ledger is opened as a user would: nothing that
// was acknowledged may be missing, nothing may be there by half. Goal G1 of docs/reliability.md.
#include "workload.h"

#include <QFile>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <random>

#include <csignal>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

namespace yipi::storage::fault {
namespace {

/// A fresh ledger after so many kills keeps the checks quick.
constexpr long kKillsPerLedger = 100;
constexpr long kKillsPerFullCheck = 20;

struct Ack {
    qint64 steps = 0;
    std::array<char, 64> head{};
};

[[noreturn]] void runChild(const QString &path, const OpenSettings &settings, int pipe) {
    auto store = openLedgerWith(path, OpenMode::ReadWrite, settings);
    if (!store || (*store)->info().readOnly)
        ::_exit(8);
    for (qint64 n = stateOf(**store).steps + 1;; ++n) {
        if (!step(**store, n))
            ::_exit(9);
        Ack ack{n, {}};
        std::memcpy(ack.head.data(), (*store)->journalHead().toLatin1().constData(), ack.head.size());
        if (::write(pipe, &ack, sizeof ack) != sizeof ack)
            ::_exit(7);
    }
}

/// What one child did.
struct Outcome {
    qint64 acknowledged = 0;
    long acks = 0;
    bool diedByItself = false;
};

Outcome killOne(const QString &path, const OpenSettings &settings, std::mt19937 &random,
                std::map<qint64, QString> &heads, qint64 before) {
    std::array<int, 2> pipe{};
    if (::pipe(pipe.data()) != 0)
        std::abort();
    const pid_t child = ::fork();
    if (child == 0) {
        ::close(pipe[0]);
        runChild(path, settings, pipe[1]);
    }
    ::close(pipe[1]);
    // One kill in eight may fall into the opening, the others into the work.
    if (random() % 8 != 0) {
        pollfd ready{pipe[0], POLLIN, 0};
        ::poll(&ready, 1, 10'000);
        ::usleep(random() % 3000);
    } else {
        ::usleep(random() % 4000);
    }
    ::kill(child, SIGKILL);
    int status = 0;
    ::waitpid(child, &status, 0);
    Outcome outcome{before, 0, !WIFSIGNALED(status)};
    Ack ack;
    while (::read(pipe[0], &ack, sizeof ack) == sizeof ack) {
        outcome.acknowledged = ack.steps;
        ++outcome.acks;
        heads[ack.steps] = QString::fromLatin1(ack.head.data(), qsizetype(ack.head.size()));
    }
    ::close(pipe[0]);
    return outcome;
}

Tally run(const char *what, const OpenSettings &settings, long kills) {
    const WorkFolder folder;
    const QString path = folder.file("k.yipi");
    std::mt19937 random(20241123);
    std::map<qint64, QString> heads;
    Tally tally;
    qint64 acknowledged = 0;
    long acks = 0;
    long hotJournals = 0;
    for (long kill = 0; kill < kills; ++kill) {
        if (kill % kKillsPerLedger == 0) {
            makeBase(path);
            heads.clear();
            acknowledged = 0;
        }
        const Outcome outcome = killOne(path, settings, random, heads, acknowledged);
        acks += outcome.acks;
        hotJournals += QFile(path + QStringLiteral("-journal")).size() > 0;
        const State state =
            stateOf(path, kill % kKillsPerFullCheck == 0 || kill % kKillsPerLedger == kKillsPerLedger - 1);
        const Tally before = tally;
        tally.add(state, outcome.acknowledged, heads);
        tally.corrupt += outcome.diedByItself;
        const bool isDamaged =
            tally.corrupt + tally.partial + tally.lost > before.corrupt + before.partial + before.lost;
        if (isDamaged && kill % kKillsPerLedger != kKillsPerLedger - 1) {
            makeBase(path);
            heads.clear();
            acknowledged = 0;
        } else {
            acknowledged = state.steps;
        }
    }
    tally.print(what);
    std::printf("  %ld change sets acknowledged, %ld kills left a journal to roll back\n", acks, hotJournals);
    return tally;
}

} // namespace
} // namespace yipi::storage::fault

int main(int argc, char **argv) {
    using namespace yipi::storage;
    const long kills = argc > 1 ? std::atol(argv[1]) : 1000;
    const fault::Tally real = fault::run("kill -9, TRUNCATE + FULL:", {}, kills);
    // Killing a process leaves the system's cache alone, so synchronous=OFF does no harm here; a journal in
    // the memory of the process does.
    OpenSettings bad;
    bad.journalMode = "memory";
    return fault::verdict(real, {{"journal_mode=MEMORY", fault::run("self-test, MEMORY + FULL:", bad, 600)}});
}
