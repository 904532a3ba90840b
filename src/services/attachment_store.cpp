// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/attachment_store.h"

#include "storage/atomic_file.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace yipi::services {
namespace {

constexpr qsizetype kMostNameBytes = 255; ///< of one name, on every file system in use
constexpr int kFolderLetters = 2;

QString sha256Of(const QByteArray &content) {
    return QString::fromLatin1(QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex());
}

Failure failAt(ErrorCode code, const QString &file, const QString &message, const QString &advice) {
    Error error;
    error.code = code;
    error.message = message;
    error.advice = advice;
    error.place.file = file;
    return Failure(std::move(error));
}

Result<QByteArray> contentOf(const QString &file) {
    const QFileInfo info(file);
    if (!info.exists())
        return failAt(ErrorCode::FileMissing, file, QStringLiteral("找不到要添加的文件"), {});
    if (!info.isFile())
        return failAt(ErrorCode::Refused, file, QStringLiteral("“%1”不是文件").arg(info.fileName()),
                      QStringLiteral("文件夹请先压缩成一个文件。"));
    if (info.size() > kMostAttachmentBytes)
        return failAt(ErrorCode::Refused, file,
                      QStringLiteral("“%1”有 %2 MB，一个附件最大 50 MB")
                          .arg(info.fileName(), QString::number(info.size() / 1'048'576.0, 'f', 1)),
                      QStringLiteral("请压缩或拆分后再添加。"));
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly))
        return failAt(ErrorCode::Io, file,
                      QStringLiteral("读不了“%1”：%2").arg(info.fileName(), source.errorString()), {});
    QByteArray content = source.read(kMostAttachmentBytes + 1);
    if (source.error() != QFileDevice::NoError || content.size() > kMostAttachmentBytes)
        return failAt(ErrorCode::Io, file, QStringLiteral("“%1”没有读完整").arg(info.fileName()),
                      QStringLiteral("文件可能正在写入，请稍后再试。"));
    return content;
}

} // namespace

AttachmentStore::AttachmentStore(const QString &ledgerPath) {
    const QFileInfo ledger(ledgerPath);
    m_folder = ledger.absolutePath() + u'/' + ledger.completeBaseName() + QStringLiteral(".附件");
}

QString AttachmentStore::pathOf(const QString &sha256) const {
    return m_folder + u'/' + sha256.left(kFolderLetters) + u'/' + sha256;
}

AttachmentStore::State AttachmentStore::stateOf(const Attachment &attachment) const {
    return QFileInfo(pathOf(attachment.sha256)).isFile() ? State::Present : State::Missing;
}

Result<AttachmentStore::Content> AttachmentStore::add(const QString &file) const {
    const auto content = contentOf(file);
    if (!content)
        return Failure(content.error());
    return store(*content);
}

Result<AttachmentStore::Content> AttachmentStore::store(const QByteArray &content) const {
    const Content stored{sha256Of(content), content.size()};
    const QString path = pathOf(stored.sha256);
    if (QFile present(path);
        present.open(QIODevice::ReadOnly) && sha256Of(present.readAll()) == stored.sha256)
        return stored;
    if (!QDir().mkpath(QFileInfo(path).absolutePath()))
        return failAt(ErrorCode::Io, m_folder, QStringLiteral("建不了附件文件夹"),
                      QStringLiteral("请检查台账所在的文件夹能否写入。"));
    if (auto written = storage::writeFileAtomically(path, content); !written)
        return Failure(std::move(written).error());
    return stored;
}

Result<QByteArray> AttachmentStore::read(const Attachment &attachment) const {
    const QString path = pathOf(attachment.sha256);
    QFile file(path);
    if (!file.exists())
        return failAt(ErrorCode::FileMissing, path,
                      QStringLiteral("附件“%1”的内容不在了").arg(attachment.fileName),
                      QStringLiteral("请用“重新定位”指出原文件，或把“%1”文件夹放回台账旁边。")
                          .arg(QFileInfo(m_folder).fileName()));
    if (!file.open(QIODevice::ReadOnly))
        return failAt(ErrorCode::Io, path,
                      QStringLiteral("读不了附件“%1”：%2").arg(attachment.fileName, file.errorString()), {});
    QByteArray content = file.readAll();
    if (sha256Of(content) != attachment.sha256)
        return failAt(ErrorCode::FileUnreadable, path,
                      QStringLiteral("附件“%1”的内容被改动过，与添加时不同").arg(attachment.fileName),
                      QStringLiteral("请用“重新定位”指出原文件。"));
    return content;
}

Result<void> AttachmentStore::saveAs(const Attachment &attachment, const QString &path) const {
    const QString name = QFileInfo(path).fileName();
    if (QFile::encodeName(name).size() > kMostNameBytes)
        return failAt(ErrorCode::Refused, path, QStringLiteral("文件名太长，存不下"),
                      QStringLiteral("请换一个 80 个汉字以内的名称。"));
    const auto content = read(attachment);
    if (!content)
        return Failure(content.error());
    return storage::writeFileAtomically(path, *content);
}

Result<void> AttachmentStore::restore(const Attachment &attachment, const QString &file) const {
    const auto content = contentOf(file);
    if (!content)
        return Failure(content.error());
    if (sha256Of(*content) != attachment.sha256)
        return failAt(
            ErrorCode::Refused, file,
            QStringLiteral("“%1”与附件“%2”的内容不同").arg(QFileInfo(file).fileName(), attachment.fileName),
            QStringLiteral("请选内容没有改过的原文件；要换新内容请移除后重新添加。"));
    if (const auto stored = store(*content); !stored)
        return Failure(stored.error());
    return {};
}

Result<AppliedChangeSet> attachFiles(LedgerService &ledger, qint64 project, const QStringList &files,
                                     QDate addedOn) {
    const LedgerStatus status = ledger.status();
    if (status.readOnly)
        return fail(ErrorCode::NotAllowed, QStringLiteral("台账是只读打开的，不能添加附件"),
                    status.readOnlyReason);
    const AttachmentStore store(status.location);
    const Entity<Attachment> &described = entity<Attachment>();
    ChangeSet set;
    set.title = files.size() == 1 ? QStringLiteral("添加附件 %1").arg(QFileInfo(files.front()).fileName())
                                  : QStringLiteral("添加 %1 个附件").arg(files.size());
    for (const QString &file : files) {
        const auto content = store.add(file);
        if (!content)
            return Failure(content.error());
        Attachment attachment;
        attachment.project = {project};
        attachment.fileName = QFileInfo(file).fileName();
        attachment.sha256 = content->sha256;
        attachment.size = content->size;
        attachment.addedOn = addedOn;
        RecordChange change{RecordChange::Kind::Insert, EntityKind::Attachment, 0, 0, {}};
        for (std::size_t i = 0; i < described.fields.size(); ++i)
            if (const Value value = described.fields[i].get(attachment); !isEmpty(value))
                change.values.emplace_back(int(i), value);
        set.changes.push_back(std::move(change));
    }
    return ledger.apply(std::move(set));
}

Result<AppliedChangeSet> removeAttachment(LedgerService &ledger, const Attachment &attachment) {
    ChangeSet set;
    set.title = QStringLiteral("移除附件 %1").arg(attachment.fileName);
    set.changes.push_back(
        {RecordChange::Kind::Delete, EntityKind::Attachment, attachment.id, attachment.version, {}});
    return ledger.apply(std::move(set));
}

} // namespace yipi::services
