// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/attachment.h"
#include "services/ledger_service.h"

namespace yipi::services {

/// The largest file that is taken in as an attachment.
inline constexpr qint64 kMostAttachmentBytes = 50LL * 1024 * 1024;

/// The contents of attachments: files beside the ledger in `<ledger name>.附件/ab/abcdef…`, named by their
/// SHA-256. The same content is stored once, whoever it belongs to; nothing is ever deleted, so that undo and
/// the journal keep what they speak of. docs/reliability.md says what happens on failures.
class AttachmentStore {
public:
    /// Of the ledger file at this path.
    explicit AttachmentStore(const QString &ledgerPath);

    enum class State { Present, Missing };
    struct Content {
        QString sha256;
        qint64 size = 0;
    };

    QString folder() const { return m_folder; }
    QString pathOf(const QString &sha256) const;
    /// Whether the content is there at all; `read` checks that it is what it was.
    State stateOf(const Attachment &attachment) const;
    /// Takes in a file, of which nothing but the content matters. Errors: FileMissing, Refused (too large,
    /// not a file), DiskFull, Io.
    Result<Content> add(const QString &file) const;
    /// The content, checked against its name. Errors: FileMissing; FileUnreadable when it is another one by
    /// now.
    Result<QByteArray> read(const Attachment &attachment) const;
    /// Writes the content to a path of the user's choice. Errors: those of `read`, Refused (name too long),
    /// DiskFull, Io.
    Result<void> saveAs(const Attachment &attachment, const QString &path) const;
    /// Takes in a missing or damaged content again from a file that has it. Errors: Refused when the file has
    /// another content, those of `add`.
    Result<void> restore(const Attachment &attachment, const QString &file) const;

private:
    Result<Content> store(const QByteArray &content) const;

    QString m_folder;
};

/// Takes in files for a project as one undoable step. Errors: NotAllowed before anything is written, those of
/// AttachmentStore::add for the first file that fails (then no record is made), those of apply.
Result<AppliedChangeSet> attachFiles(LedgerService &ledger, qint64 project, const QStringList &files,
                                     QDate addedOn);
/// Removes the record; the content stays, so that the step can be undone.
Result<AppliedChangeSet> removeAttachment(LedgerService &ledger, const Attachment &attachment);

} // namespace yipi::services
