// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace yipi::services {

/// Starts the rotating log (3 files of 2 MB) in `folder`, or in the per-user state folder when it is empty.
/// Logs hold codes, counts and durations, never cell contents or names. A folder that can't be written only
/// costs the log.
void startLogging(const QString &folder = {});

/// The file that is written to, for the error dialog; empty when there is none.
QString logFile();

} // namespace yipi::services
