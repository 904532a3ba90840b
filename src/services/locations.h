// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace yipi::services {

/// Folder of the data the program ships (rules, demo, reference): $YIPI_DATA, else beside the program, else
/// the install prefix, else the source tree it was built from.
QString dataFolder();

/// The program that reads spreadsheets (src/reader): $YIPI_READER, else beside the program, else libexec of
/// the install prefix, else where it was built.
QString readerProgram();

/// Folder for the office's own rule sets.
QString userRulesFolder();
/// The office's own lights, beside its rule sets.
QString userLightsFolder();
/// The office's own assessment schemes, in the same way.
QString userAssessmentsFolder();

/// The columns that the user assigned by hand (MappingMemory).
QString mappingMemoryFile();

/// Where the text of the cell that is being typed in this ledger is kept.
QString unfinishedTextFile(const QString &location);

/// $YIPI_LEDGER, else the one opened last, else ledger.yipi in the per-user data folder.
QString defaultLedger();

/// Makes `location` the one that is opened next time.
void rememberLedger(const QString &location);

} // namespace yipi::services
