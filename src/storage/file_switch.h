// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace yipi::storage {

/// A new file beside its target, which it replaces at once when it is complete. Removed unless published.
/// Errors: StoreError (DiskFull, FileMissing, Refused, Io) that name the target.
class TemporaryFile {
public:
    /// Takes the permissions of an existing target, else those of any new file.
    explicit TemporaryFile(const QString &target);
    ~TemporaryFile();
    TemporaryFile(const TemporaryFile &) = delete;
    TemporaryFile &operator=(const TemporaryFile &) = delete;

    QString path() const;
    void write(const QByteArray &content) const;
    /// Each waits until the file and then its name are on the disk.
    void publish() const;
    void publishAsNew() const; ///< refuses when the target exists
    /// Publishes and keeps the former target under `kept`, which must not exist. At no moment is there no
    /// target.
    void publishKeeping(const QString &kept) const;

    /// The disk has no room for it.
    [[noreturn]] void raiseFull() const;

private:
    [[noreturn]] void raiseErrno(const char *operation) const;
    void syncFile() const;
    void syncFolder() const;

    QString m_target;
    QByteArray m_targetName;
    QByteArray m_name;
};

} // namespace yipi::storage
