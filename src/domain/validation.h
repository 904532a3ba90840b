// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/monthly_progress.h"
#include "domain/project.h"
#include "domain/target.h"

#include <QDate>
#include <QList>

namespace yipi {

enum class Severity { Error, Warning };

/// Something wrong or doubtful about a record. Errors block writing, warnings ask.
struct Issue {
    Severity severity = Severity::Warning;
    QString rule;    ///< stable id, "start_before_sign"
    QString field;   ///< field key
    QString message; ///< with the actual values
};

/// Checks of one project on its own (docs of rules: docs/validation.md). `asOf`: events dated later are
/// doubtful.
QList<Issue> validate(const Project &project, QDate asOf);

/// A task must name its year and carry the figure of its kind; its curve must be readable.
QList<Issue> validate(const Target &target);

/// Checks of one month's report; `previous` is the report of the month before, `project` its project.
QList<Issue> validate(const MonthlyProgress &report, const Project &project, const MonthlyProgress *previous);

} // namespace yipi
