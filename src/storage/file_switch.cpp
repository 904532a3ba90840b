// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/file_switch.h"

#include "storage/failure.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace yipi::storage {

namespace {

/// Closes a descriptor whatever happens; the caller has checked what matters by fsync.
class Descriptor {
public:
    explicit Descriptor(int number)
        : m_number(number) {}
    ~Descriptor() {
        if (m_number >= 0)
            ::close(m_number);
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    int number() const { return m_number; }

private:
    int m_number;
};

mode_t newFileMode() {
    const mode_t mask = ::umask(0);
    ::umask(mask);
    return 0666 & ~mask;
}

} // namespace

TemporaryFile::TemporaryFile(const QString &target)
    : m_target(target)
    , m_targetName(QFile::encodeName(target)) {
    const QFileInfo file(target);
    m_name = QFile::encodeName(file.absolutePath() + QStringLiteral("/.") + file.fileName().left(60) +
                               QStringLiteral(".XXXXXX"));
    const Descriptor made(::mkostemp(m_name.data(), O_CLOEXEC));
    if (made.number() < 0)
        raiseErrno("mkostemp");
    struct stat present {};
    const mode_t mode =
        ::stat(m_targetName.constData(), &present) == 0 ? present.st_mode & 07777 : newFileMode();
    if (::fchmod(made.number(), mode) != 0) {
        const int cause = errno;
        ::unlink(m_name.constData());
        errno = cause;
        raiseErrno("fchmod");
    }
}

TemporaryFile::~TemporaryFile() {
    // What was published has no name here any more; SQLite may have left its journal beside the copy.
    ::unlink(m_name.constData());
    ::unlink((m_name + "-journal").constData());
}

QString TemporaryFile::path() const {
    return QFile::decodeName(m_name);
}

void TemporaryFile::raiseErrno(const char *operation) const {
    const int cause = errno;
    if (cause == ENOSPC || cause == EDQUOT || cause == EFBIG)
        raiseFull();
    if (cause == ENOENT || cause == ENOTDIR)
        raiseAt(m_target, ErrorCode::FileMissing, QStringLiteral("无法写入：所在的文件夹不存在。"),
                QStringLiteral("请先建立文件夹，或另存到其他位置。"));
    if (cause == EISDIR)
        raiseAt(m_target, ErrorCode::Refused, QStringLiteral("无法写入：已有同名的文件夹。"),
                QStringLiteral("请换一个文件名。"));
    if (cause == EACCES || cause == EPERM || cause == EROFS)
        raiseAt(m_target, ErrorCode::Refused,
                QStringLiteral("无法写入：文件夹只读或没有写入的权限，原有文件没有改动。"),
                QStringLiteral("请检查文件夹的权限，或另存到其他位置。"));
    raiseAt(m_target, ErrorCode::Io,
            QStringLiteral("无法写入（%1：%2），原有文件没有改动。")
                .arg(QString::fromLatin1(operation), QString::fromLocal8Bit(std::strerror(cause))),
            QStringLiteral("请检查文件夹的权限和磁盘状态，或另存到其他位置。"));
}

void TemporaryFile::raiseFull() const {
    raiseAt(m_target, ErrorCode::DiskFull, QStringLiteral("磁盘空间不足，无法写入，原有文件没有改动。"),
            QStringLiteral("请清理磁盘，或另存到其他位置。"));
}

void TemporaryFile::write(const QByteArray &content) const {
    const Descriptor file(::open(m_name.constData(), O_WRONLY | O_CLOEXEC));
    if (file.number() < 0)
        raiseErrno("open");
    const char *next = content.constData();
    for (auto left = std::size_t(content.size()); left > 0;) {
        const ssize_t written = ::write(file.number(), next, left);
        if (written < 0 && errno == EINTR)
            continue;
        if (written == 0)
            errno = ENOSPC;
        if (written <= 0)
            raiseErrno("write");
        next += written;
        left -= std::size_t(written);
    }
    struct stat info {};
    if (::fstat(file.number(), &info) != 0)
        raiseErrno("fstat");
    if (info.st_size != content.size()) {
        errno = EIO;
        raiseErrno("fstat");
    }
}

void TemporaryFile::syncFile() const {
    const Descriptor file(::open(m_name.constData(), O_RDWR | O_CLOEXEC));
    if (file.number() < 0)
        raiseErrno("open");
    if (::fsync(file.number()) != 0)
        raiseErrno("fsync");
}

void TemporaryFile::syncFolder() const {
    const QByteArray folder = QFile::encodeName(QFileInfo(m_target).absolutePath());
    const Descriptor directory(::open(folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (directory.number() < 0 || ::fsync(directory.number()) != 0)
        raiseAt(m_target, ErrorCode::Io, QStringLiteral("已写入，但不能确认已保存到磁盘。"),
                QStringLiteral("请检查磁盘后重新保存一次。"));
}

void TemporaryFile::publish() const {
    syncFile();
    if (::rename(m_name.constData(), m_targetName.constData()) != 0)
        raiseErrno("rename");
    syncFolder();
}

void TemporaryFile::publishAsNew() const {
    syncFile();
    if (::link(m_name.constData(), m_targetName.constData()) != 0) {
        if (errno == EEXIST)
            raiseAt(m_target, ErrorCode::Refused, QStringLiteral("已有同名文件，没有覆盖。"),
                    QStringLiteral("请换一个文件名。"));
        raiseErrno("link");
    }
    ::unlink(m_name.constData());
    syncFolder();
}

void TemporaryFile::publishKeeping(const QString &kept) const {
    if (::link(m_targetName.constData(), QFile::encodeName(kept).constData()) != 0)
        raiseErrno("link");
    try {
        publish();
    } catch (...) {
        // With the old file still in place its second name would only forbid writing to it.
        struct stat target {};
        struct stat old {};
        if (::stat(m_targetName.constData(), &target) == 0 &&
            ::stat(QFile::encodeName(kept).constData(), &old) == 0 && target.st_ino == old.st_ino)
            ::unlink(QFile::encodeName(kept).constData());
        throw;
    }
}

} // namespace yipi::storage
