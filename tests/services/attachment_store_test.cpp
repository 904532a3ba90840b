// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/attachment_store.h"
#include "services/milestone_steps.h"
#include "temporary_ledger.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <gtest/gtest.h>

#include <csignal>

#include <sys/resource.h>

namespace yipi::services {
namespace {

const QDate kDay(2024, 7, 31);

class AttachmentStoreTest : public ::testing::Test {
protected:
    QString write(const QString &name, const QByteArray &content) {
        const QString path = base.path(name);
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(content);
        return path;
    }
    AttachmentStore store() { return AttachmentStore(base.ledger->status().location); }
    std::vector<Attachment> attachments(qint64 project) {
        std::vector<Attachment> list;
        const auto records =
            base.ledger->recordsWhere(EntityKind::Attachment, QStringLiteral("project"), Value(project));
        EXPECT_TRUE(records);
        for (const Record &record : *records)
            list.push_back(fromRecord<Attachment>(record));
        return list;
    }
    Attachment attach(const QString &name, const QByteArray &content) {
        const auto done = attachFiles(*base.ledger, base.first, {write(name, content)}, kDay);
        EXPECT_TRUE(done) << done.error().text().toStdString();
        return attachments(base.first).back();
    }
    int storedFiles() {
        int count = 0;
        for (QDirIterator it(store().folder(), QDir::Files, QDirIterator::Subdirectories); it.hasNext();
             ++count)
            it.next();
        return count;
    }
    void overwrite(const QString &path, const QByteArray &content) {
        QFile file(path);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

    test::TemporaryLedger base;
};

TEST_F(AttachmentStoreTest, KeepsTheContentBesideTheLedgerUnderItsHash) {
    const Attachment made = attach(QStringLiteral("备案证.pdf"), "abc");
    EXPECT_EQ(made.sha256,
              QStringLiteral("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    EXPECT_EQ(made.fileName, QStringLiteral("备案证.pdf"));
    EXPECT_EQ(made.size, 3);
    EXPECT_EQ(made.addedOn, kDay);
    EXPECT_TRUE(store().folder().endsWith(QStringLiteral("/账.附件")));
    EXPECT_EQ(store().pathOf(made.sha256), store().folder() + QStringLiteral("/ba/") + made.sha256);
    EXPECT_EQ(store().stateOf(made), AttachmentStore::State::Present);
    EXPECT_EQ(store().read(made).value(), QByteArray("abc"));
    EXPECT_EQ(base.ledger->undoTitle(), QStringLiteral("添加附件 备案证.pdf"));
}

TEST_F(AttachmentStoreTest, StoresTheSameContentOnceAndSeveralFilesAsOneStep) {
    const auto done = attachFiles(*base.ledger, base.first,
                                  {write(QStringLiteral("一.txt"), "x"), write(QStringLiteral("二.txt"), "x"),
                                   write(QStringLiteral("三.txt"), "")},
                                  kDay);
    ASSERT_TRUE(done);
    EXPECT_EQ(attachments(base.first).size(), 3u);
    EXPECT_EQ(storedFiles(), 2);
    EXPECT_EQ(base.ledger->undoTitle(), QStringLiteral("添加 3 个附件"));
    ASSERT_TRUE(base.ledger->undo());
    EXPECT_TRUE(attachments(base.first).empty());
}

TEST_F(AttachmentStoreTest, RemovesTheRecordOnlySoThatItCanComeBack) {
    const Attachment made = attach(QStringLiteral("图.png"), "png");
    ASSERT_TRUE(removeAttachment(*base.ledger, made));
    EXPECT_TRUE(attachments(base.first).empty());
    EXPECT_EQ(storedFiles(), 1);
    ASSERT_TRUE(base.ledger->undo());
    EXPECT_EQ(store().read(attachments(base.first).front()).value(), QByteArray("png"));
}

TEST_F(AttachmentStoreTest, RefusesWhatIsNoFileMissingOrTooLarge) {
    const auto attachOne = [&](const QString &file) {
        return attachFiles(*base.ledger, base.first, {file}, kDay);
    };
    EXPECT_EQ(attachOne(base.path(QStringLiteral("没有.txt"))).error().code, ErrorCode::FileMissing);
    EXPECT_EQ(attachOne(base.folder.path()).error().code, ErrorCode::Refused);
    const QString large = base.path(QStringLiteral("大.bin"));
    QFile file(large);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    ASSERT_TRUE(file.resize(kMostAttachmentBytes + 1)); // sparse: takes no room
    file.close();
    const auto tooLarge = attachOne(large);
    ASSERT_FALSE(tooLarge);
    EXPECT_EQ(tooLarge.error().code, ErrorCode::Refused);
    EXPECT_TRUE(tooLarge.error().message.contains(QStringLiteral("一个附件最大 50 MB")));
    EXPECT_TRUE(attachments(base.first).empty());
    ASSERT_TRUE(QFile::resize(large, kMostAttachmentBytes));
    EXPECT_TRUE(attachOne(large)) << "50 MB itself is taken";
}

TEST_F(AttachmentStoreTest, TakesNoFileWhenALaterOneFails) {
    const auto done =
        attachFiles(*base.ledger, base.first,
                    {write(QStringLiteral("一.txt"), "x"), base.path(QStringLiteral("没有.txt"))}, kDay);
    EXPECT_FALSE(done);
    EXPECT_TRUE(attachments(base.first).empty());
}

TEST_F(AttachmentStoreTest, TellsAMissingContentAndTakesItInAgain) {
    const Attachment made = attach(QStringLiteral("证.txt"), "original");
    ASSERT_TRUE(QFile::remove(store().pathOf(made.sha256)));
    EXPECT_EQ(store().stateOf(made), AttachmentStore::State::Missing);
    const auto read = store().read(made);
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, ErrorCode::FileMissing);
    EXPECT_TRUE(read.error().text().contains(QStringLiteral("重新定位")));
    const auto other = store().restore(made, write(QStringLiteral("别的.txt"), "other"));
    ASSERT_FALSE(other);
    EXPECT_EQ(other.error().code, ErrorCode::Refused);
    EXPECT_EQ(store().restore(made, base.path(QStringLiteral("无"))).error().code, ErrorCode::FileMissing);
    ASSERT_TRUE(store().restore(made, write(QStringLiteral("换了名.txt"), "original")));
    EXPECT_EQ(store().read(made).value(), QByteArray("original"));
}

TEST_F(AttachmentStoreTest, TellsATamperedContentAndMendsIt) {
    const Attachment made = attach(QStringLiteral("证.txt"), "original");
    overwrite(store().pathOf(made.sha256), "forged");
    const auto read = store().read(made);
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, ErrorCode::FileUnreadable);
    EXPECT_TRUE(read.error().message.contains(QStringLiteral("被改动过")));
    EXPECT_FALSE(store().saveAs(made, base.path(QStringLiteral("出.txt"))));
    EXPECT_FALSE(QFile::exists(base.path(QStringLiteral("出.txt"))));
    attach(QStringLiteral("又.txt"), "original"); // the same content brought in anew
    EXPECT_EQ(store().read(made).value(), QByteArray("original"));
}

TEST_F(AttachmentStoreTest, SavesACopyAndTellsANameThatIsTooLong) {
    const Attachment made = attach(QStringLiteral("证.txt"), "original");
    const QString copy = base.path(QStringLiteral("出.txt"));
    ASSERT_TRUE(store().saveAs(made, copy));
    QFile file(copy);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(file.readAll(), QByteArray("original"));
    const auto tooLong = store().saveAs(made, base.path(QString(100, QChar(u'长')) + QStringLiteral(".txt")));
    ASSERT_FALSE(tooLong);
    EXPECT_EQ(tooLong.error().code, ErrorCode::Refused);
    EXPECT_TRUE(tooLong.error().message.contains(QStringLiteral("文件名太长")));
}

TEST_F(AttachmentStoreTest, TellsAFullDiskAndLeavesNothingHalf) {
    const QString file = write(QStringLiteral("大.txt"), QByteArray(100'000, 'x'));
    rlimit before{};
    ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit small{50'000, before.rlim_max};
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &small), 0);
    const auto done = store().add(file);
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &before), 0);
    std::signal(SIGXFSZ, handler);
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, ErrorCode::DiskFull) << done.error().text().toStdString();
    EXPECT_EQ(storedFiles(), 0);
}

TEST_F(AttachmentStoreTest, TellsAFolderThatCannotBeMade) {
    overwrite(store().folder(), "a file in its place");
    const auto done = store().add(write(QStringLiteral("一.txt"), "x"));
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, ErrorCode::Io);
    EXPECT_TRUE(done.error().message.contains(QStringLiteral("附件文件夹")));
}

TEST_F(AttachmentStoreTest, AReadOnlyLedgerTakesNothingIn) {
    const QString file = write(QStringLiteral("一.txt"), "x");
    base.ledger.reset();
    base.ledger =
        std::move(LedgerService::open(base.path(), Access::ReadOnly, QStringLiteral("测试"))).value();
    const auto done = attachFiles(*base.ledger, base.first, {file}, kDay);
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, ErrorCode::NotAllowed);
    EXPECT_FALSE(QDir(store().folder()).exists());
}

TEST(MilestoneSteps, AreThoseOfTheDictionary) {
    const auto steps = milestoneSteps();
    ASSERT_TRUE(steps) << steps.error().text().toStdString();
    ASSERT_EQ(steps->size(), choicesOf<MilestoneKind>().size());
    const MilestoneStep &permit = (*steps)[std::size_t(MilestoneKind::Permit)];
    EXPECT_EQ(permit.kind, MilestoneKind::Permit);
    EXPECT_EQ(permit.usualWorkdays, 7);
    EXPECT_EQ(permit.after, (std::vector{MilestoneKind::Land, MilestoneKind::Plan, MilestoneKind::Drawing,
                                         MilestoneKind::Eia}));
}

TEST(MilestoneSteps, NameTheRowThatCannotBeRead) {
    const auto read = [](const char *row) {
        return readMilestoneSteps(QByteArray("code,name,usual_working_days,after\n") + row,
                                  QStringLiteral("m.csv"));
    };
    EXPECT_TRUE(read("site,用地,15,filing\n"));
    for (const char *bad :
         {"nothing,无,3,", "site,用地,x,", "site,用地,-1,", "site,用地,15,nothing", "site"}) {
        const auto result = read(bad);
        ASSERT_FALSE(result) << bad;
        EXPECT_EQ(result.error().code, ErrorCode::InvalidValue);
        EXPECT_EQ(result.error().place.row, 2);
    }
}

} // namespace
} // namespace yipi::services
