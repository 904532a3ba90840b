// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/atomic_file.h"

#include "storage/failure.h"
#include "storage/file_switch.h"

namespace yipi::storage {

Result<void> writeFileAtomically(const QString &path, const QByteArray &content) {
    return guarded(path, [&] {
        const TemporaryFile temporary(path);
        temporary.write(content);
        temporary.publish();
    });
}

} // namespace yipi::storage
