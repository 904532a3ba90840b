// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QProcess>
#include <QString>

namespace yipi::reports {

/// A part of a zip file in memory; empty when it is not there.
QByteArray partOf(const QByteArray &package, const char *name);
/// Names of the parts in their order.
QStringList partNames(const QByteArray &package);

struct ProgramResult {
    int exitCode = -1; ///< −1 = could not be started or did not end
    QString output;
    QString errors;
};
/// Runs a program to its end, at most three minutes.
ProgramResult runProgram(const QString &program, const QStringList &arguments);

/// Writes a file; fails the test if it can't.
void writeFile(const QString &path, const QByteArray &bytes);

} // namespace yipi::reports
