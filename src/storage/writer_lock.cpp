// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/writer_lock.h"

#include <QByteArray>
#include <QDateTime>
#include <QFile>
#include <QStringList>
#include <QSysInfo>

#include <utility>

#include <fcntl.h>
#include <pwd.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace yipi::storage {

namespace {

QString lockPath(const QString &ledgerPath) {
    return ledgerPath + QStringLiteral(".lock");
}

QString userName() {
    const passwd *entry = ::getpwuid(::getuid());
    return entry ? QString::fromLocal8Bit(entry->pw_name) : QString::number(::getuid());
}

/// The name may have been given to a new file between open and lock.
bool isStillNamed(const QByteArray &name, int descriptor) {
    struct stat named {};
    struct stat held {};
    return ::stat(name.constData(), &named) == 0 && ::fstat(descriptor, &held) == 0 &&
           named.st_ino == held.st_ino && named.st_dev == held.st_dev;
}

} // namespace

std::optional<WriterLock> WriterLock::acquire(const QString &ledgerPath) {
    const QByteArray name = QFile::encodeName(lockPath(ledgerPath));
    while (true) {
        const int descriptor = ::open(name.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
        if (descriptor < 0)
            return std::nullopt;
        WriterLock lock(lockPath(ledgerPath), descriptor);
        if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
            ::close(std::exchange(lock.m_descriptor, -1));
            return std::nullopt;
        }
        if (!isStillNamed(name, descriptor)) {
            ::close(std::exchange(lock.m_descriptor, -1));
            continue;
        }
        const QByteArray note =
            QStringLiteral("%1\n%2\n%3\n%4\n")
                .arg(userName(), QSysInfo::machineHostName(),
                     QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd HH:mm")))
                .arg(::getpid())
                .toUtf8();
        // The note only serves the message of others; without it the lock is as good.
        if (::ftruncate(descriptor, 0) == 0 &&
            ::write(descriptor, note.constData(), std::size_t(note.size())) < 0)
            (void)::ftruncate(descriptor, 0);
        return lock;
    }
}

QString WriterLock::holder(const QString &ledgerPath) {
    QFile file(lockPath(ledgerPath));
    const QStringList note = file.open(QIODevice::ReadOnly)
                                 ? QString::fromUtf8(file.read(1024)).split(u'\n', Qt::SkipEmptyParts)
                                 : QStringList();
    if (note.size() < 3)
        return QStringLiteral("台账正被另一个程序修改，只能查看。");
    return QStringLiteral("台账正由 %1（电脑 %2）修改，自 %3 起，只能查看。").arg(note[0], note[1], note[2]);
}

WriterLock::WriterLock(QString path, int descriptor)
    : m_path(std::move(path))
    , m_descriptor(descriptor) {}

WriterLock::WriterLock(WriterLock &&other) noexcept
    : m_path(std::move(other.m_path))
    , m_descriptor(std::exchange(other.m_descriptor, -1)) {}

WriterLock &WriterLock::operator=(WriterLock &&other) noexcept {
    std::swap(m_path, other.m_path);
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

WriterLock::~WriterLock() {
    if (m_descriptor < 0)
        return;
    // Removed while it is still held: whoever opened it meanwhile sees that its name has gone and tries
    // again.
    ::unlink(QFile::encodeName(m_path).constData());
    ::close(m_descriptor);
}

} // namespace yipi::storage
