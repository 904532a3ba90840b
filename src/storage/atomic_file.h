// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/error.h"

#include <QByteArray>

namespace yipi::storage {

/// Writes a whole file so that after any failure or power loss either the old or the new content is there:
/// temporary file in the same folder, full-write loop, size check, fsync, rename, fsync of the folder. The
/// only way in which Yipi writes a file for the user (docs/reliability.md). Errors: DiskFull, Io — with the
/// path in the message.
Result<void> writeFileAtomically(const QString &path, const QByteArray &content);

} // namespace yipi::storage
