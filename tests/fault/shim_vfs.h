// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <memory>
#include <string>
#include <string_view>

namespace yipi::storage::fault {

/// One call of SQLite to the system.
struct FileCall {
    enum class Kind { Open, Create, Read, Write, Truncate, Sync, Size, Lock, Access, Delete, SyncFolder };

    Kind kind = Kind::Open;
    std::string file;  ///< empty for a temporary file
    qint64 offset = 0; ///< of a write; the new size of a truncation
    std::string_view data;
};

/// Sees each call of SQLite to the system before it is made, and may let it fail.
class CallObserver {
public:
    virtual ~CallObserver() = default;
    /// SQLITE_OK, or the code with which the call fails.
    virtual int before(const FileCall &call) = 0;
};

/// A VFS over the system's own, under a name for OpenSettings::vfs. Nothing is synced to the disk: what a
/// sync means is the observer's business. One at a time.
class ShimVfs {
public:
    ShimVfs(const char *name, CallObserver &observer);
    ~ShimVfs();
    ShimVfs(const ShimVfs &) = delete;
    ShimVfs &operator=(const ShimVfs &) = delete;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace yipi::storage::fault
