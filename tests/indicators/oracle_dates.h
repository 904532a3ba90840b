// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "oracle.h"

/// What the naive rates are made of: when something happened, when it was due, what was reported last.
namespace oracle {

/// Whether there is such a day and it has come.
bool isBy(QDate day, QDate asOf);
/// When a project counts as signed.
QDate signDay(const Ledger &ledger, int project);
QDate plannedDay(const Project &project, const std::string &event);
/// When the event happened to the row for the first time.
QDate eventDay(const Ledger &ledger, const Row &row, const std::string &event);
QDate dueDay(const Ledger &ledger, const Rules &rules, const std::string &event, const Row &row);
/// The last of the monthly values, 0 when there is none.
long long latestBy(const std::map<QDate, long long> &reports, QDate asOf);

} // namespace oracle
