// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace yipi::storage {

/// Type of the file system that holds `path` as statfs() tells it; 0 when it can't be told.
long fileSystemType(const QString &path);

/// Why a live ledger must not be written where it is: network share, FUSE, sync folder. Empty when it may.
/// Locks and fsync can't be trusted there (docs/reliability.md).
QString placeProblem(const QString &path, long fileSystemType);

/// Why this process can't write the file itself: read-only medium, permissions, hard links. Empty when it
/// can.
QString permissionProblem(const QString &path);

} // namespace yipi::storage
