// SPDX-License-Identifier: GPL-3.0-or-later
#include "shim_vfs.h"

#include <sqlite3.h>

#include <unistd.h>

namespace yipi::storage::fault {

namespace {

using Kind = FileCall::Kind;

sqlite3_vfs *systemVfs = nullptr;
CallObserver *observer = nullptr;

/// SQLite gives the memory; the system's own file lies behind it.
struct ShimFile {
    sqlite3_file base;
    const char *name;

    sqlite3_file *real() { return reinterpret_cast<sqlite3_file *>(this + 1); }
};

ShimFile *shim(sqlite3_file *file) {
    return reinterpret_cast<ShimFile *>(file);
}

int told(sqlite3_file *file, Kind kind, qint64 offset = 0, std::string_view data = {}) {
    const char *name = shim(file)->name;
    return observer->before({kind, name ? name : "", offset, data});
}

int closeFile(sqlite3_file *file) {
    sqlite3_file *real = shim(file)->real();
    return real->pMethods ? real->pMethods->xClose(real) : SQLITE_OK;
}

int readFile(sqlite3_file *file, void *buffer, int size, sqlite3_int64 offset) {
    const int code = told(file, Kind::Read, offset);
    sqlite3_file *real = shim(file)->real();
    return code ? code : real->pMethods->xRead(real, buffer, size, offset);
}

int writeFile(sqlite3_file *file, const void *data, int size, sqlite3_int64 offset) {
    const int code = told(file, Kind::Write, offset, {static_cast<const char *>(data), std::size_t(size)});
    sqlite3_file *real = shim(file)->real();
    return code ? code : real->pMethods->xWrite(real, data, size, offset);
}

int truncateFile(sqlite3_file *file, sqlite3_int64 size) {
    const int code = told(file, Kind::Truncate, size);
    sqlite3_file *real = shim(file)->real();
    return code ? code : real->pMethods->xTruncate(real, size);
}

int syncFile(sqlite3_file *file, int) {
    return told(file, Kind::Sync);
}

int fileSize(sqlite3_file *file, sqlite3_int64 *size) {
    const int code = told(file, Kind::Size);
    sqlite3_file *real = shim(file)->real();
    return code ? code : real->pMethods->xFileSize(real, size);
}

int lockFile(sqlite3_file *file, int level) {
    const int code = told(file, Kind::Lock);
    sqlite3_file *real = shim(file)->real();
    return code ? code : real->pMethods->xLock(real, level);
}

int unlockFile(sqlite3_file *file, int level) {
    sqlite3_file *real = shim(file)->real();
    return real->pMethods->xUnlock(real, level);
}

int checkReservedLock(sqlite3_file *file, int *isLocked) {
    const int code = told(file, Kind::Lock);
    sqlite3_file *real = shim(file)->real();
    return code ? code : real->pMethods->xCheckReservedLock(real, isLocked);
}

int fileControl(sqlite3_file *file, int operation, void *argument) {
    sqlite3_file *real = shim(file)->real();
    return real->pMethods->xFileControl(real, operation, argument);
}

int sectorSize(sqlite3_file *) {
    return 4096;
}

/// No promise of the device is assumed, not even that a write leaves its neighbours alone.
int deviceCharacteristics(sqlite3_file *) {
    return 0;
}

const sqlite3_io_methods kMethods{1,
                                  closeFile,
                                  readFile,
                                  writeFile,
                                  truncateFile,
                                  syncFile,
                                  fileSize,
                                  lockFile,
                                  unlockFile,
                                  checkReservedLock,
                                  fileControl,
                                  sectorSize,
                                  deviceCharacteristics,
                                  nullptr,
                                  nullptr,
                                  nullptr,
                                  nullptr,
                                  nullptr,
                                  nullptr};

int openFile(sqlite3_vfs *, const char *name, sqlite3_file *file, int flags, int *outFlags) {
    ShimFile *opened = shim(file);
    opened->name = name;
    opened->base.pMethods = nullptr;
    const bool isNew = name && ::access(name, F_OK) != 0;
    if (const int code = observer->before({isNew ? Kind::Create : Kind::Open, name ? name : "", 0, {}}))
        return code == SQLITE_FULL ? code : SQLITE_CANTOPEN;
    const int code = systemVfs->xOpen(systemVfs, name, opened->real(), flags, outFlags);
    opened->base.pMethods = opened->real()->pMethods ? &kMethods : nullptr;
    return code;
}

int deleteFile(sqlite3_vfs *, const char *name, int syncsFolder) {
    if (const int code = observer->before({Kind::Delete, name, 0, {}}))
        return code;
    if (syncsFolder)
        if (const int code = observer->before({Kind::SyncFolder, {}, 0, {}}))
            return code;
    return systemVfs->xDelete(systemVfs, name, 0);
}

int accessFile(sqlite3_vfs *, const char *name, int flags, int *result) {
    const int code = observer->before({Kind::Access, name, 0, {}});
    return code ? code : systemVfs->xAccess(systemVfs, name, flags, result);
}

} // namespace

struct ShimVfs::Private {
    std::string name;
    sqlite3_vfs vfs;
};

ShimVfs::ShimVfs(const char *name, CallObserver &watching)
    : d(std::make_unique<Private>(Private{name, *sqlite3_vfs_find(nullptr)})) {
    systemVfs = sqlite3_vfs_find(nullptr);
    observer = &watching;
    d->vfs.iVersion = 1;
    d->vfs.szOsFile = int(sizeof(ShimFile)) + systemVfs->szOsFile;
    d->vfs.pNext = nullptr;
    d->vfs.zName = d->name.c_str();
    d->vfs.xOpen = openFile;
    d->vfs.xDelete = deleteFile;
    d->vfs.xAccess = accessFile;
    sqlite3_vfs_register(&d->vfs, 0);
}

ShimVfs::~ShimVfs() {
    sqlite3_vfs_unregister(&d->vfs);
}

} // namespace yipi::storage::fault
