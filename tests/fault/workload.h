// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/open_settings.h"

#include <QString>

#include <map>

namespace yipi::storage::fault {

/// A folder in memory where there is one, so that the harness is not slowed down by the disk; removed at the
/// end.
class WorkFolder {
public:
    WorkFolder();
    ~WorkFolder();
    WorkFolder(const WorkFolder &) = delete;
    WorkFolder &operator=(const WorkFolder &) = delete;
    QString file(const char *name) const;

private:
    QString m_path;
};

/// A new ledger with one zone, to which step() can be applied again and again.
void makeBase(const QString &path);

/// The n-th change set (from 1): inserts a project, an enterprise and three months, counts the zone's order
/// up to n and deletes a month of an earlier project. Which state a ledger is in can be told from the zone
/// alone.
Result<AppliedChangeSet> step(LedgerStore &store, qint64 n);

/// An import of `rows` projects in one change set.
ChangeSet importOf(int rows);

/// What a ledger holds, and whether all parts agree.
struct State {
    bool isOpen = false;  ///< it could be opened and read
    bool isWhole = false; ///< all counts belong to the same number of steps
    qint64 steps = -1;
    QString head; ///< of the journal's chain
    QString problem;
};

State stateOf(LedgerStore &store);
/// Opens it as a user would. `isThorough`: with all checks of verify().
State stateOf(const QString &path, bool isThorough);

/// What a harness counts; all but `runs` must be 0.
struct Tally {
    long runs = 0;
    long lost = 0;    ///< acknowledged, but not there
    long partial = 0; ///< a part of a change set is there
    long corrupt = 0; ///< can't be opened, or a check failed
    bool isClean() const { return lost == 0 && partial == 0 && corrupt == 0; }
    void add(const State &state, qint64 acknowledged, const std::map<qint64, QString> &heads);
    void print(const char *what) const;
};

/// Prints and returns the exit code: the real settings must be clean, the bad ones must have been caught.
int verdict(const Tally &real, const std::map<std::string, Tally> &selfTests);

} // namespace yipi::storage::fault
