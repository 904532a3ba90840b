// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace yipi::storage {

/// The right to write a ledger: an operating system lock on `<ledger>.lock`, never on the ledger itself
/// (closing any descriptor of the ledger would drop SQLite's own locks). It dies with the process, so that
/// there are no stale locks.
class WriterLock {
public:
    /// Nothing when somebody else has it, or when the lock file can't be made.
    static std::optional<WriterLock> acquire(const QString &ledgerPath);
    /// Who holds the lock and since when, as a Chinese sentence.
    static QString holder(const QString &ledgerPath);

    WriterLock(WriterLock &&other) noexcept;
    WriterLock &operator=(WriterLock &&other) noexcept;
    ~WriterLock();

private:
    WriterLock(QString path, int descriptor);

    QString m_path;
    int m_descriptor = -1;
};

} // namespace yipi::storage
