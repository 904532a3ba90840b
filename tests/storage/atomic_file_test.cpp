// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/atomic_file.h"

#include "ledger_fixture.h"

#include <QDirIterator>
#include <QRegularExpression>

#include <csignal>

#include <sys/resource.h>
#include <sys/stat.h>

namespace yipi::storage::test {

namespace {

/// Lets writes beyond a size fail as on a full disk, with short writes before.
class FileSizeLimit {
public:
    explicit FileSizeLimit(rlim_t bytes) {
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        m_signal = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit() {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_signal);
    }
    FileSizeLimit(const FileSizeLimit &) = delete;
    FileSizeLimit &operator=(const FileSizeLimit &) = delete;

private:
    rlimit m_before{};
    void (*m_signal)(int) = SIG_DFL;
};

} // namespace

class AtomicFileTest : public ::testing::Test {
protected:
    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("通报.docx"));
    QStringList names() const { return QDir(folder.path()).entryList(QDir::Files | QDir::Hidden); }
};

TEST_F(AtomicFileTest, WritesAndReplaces) {
    valueOf(writeFileAtomically(path, "one"));
    EXPECT_EQ(bytesOf(path), "one");
    const QByteArray large(5'000'000, 'x');
    valueOf(writeFileAtomically(path, large));
    EXPECT_EQ(bytesOf(path), large);
    valueOf(writeFileAtomically(path, {}));
    EXPECT_EQ(bytesOf(path), "");
    EXPECT_EQ(names(), QStringList{QStringLiteral("通报.docx")});
}

TEST_F(AtomicFileTest, KeepsThePermissionsOfTheFile) {
    valueOf(writeFileAtomically(path, "one"));
    struct stat info {};
    ASSERT_EQ(::stat(QFile::encodeName(path).constData(), &info), 0);
    const mode_t mask = ::umask(0);
    ::umask(mask);
    EXPECT_EQ(info.st_mode & 0777, 0666 & ~mask);
    ASSERT_EQ(::chmod(QFile::encodeName(path).constData(), 0640), 0);
    valueOf(writeFileAtomically(path, "two"));
    ASSERT_EQ(::stat(QFile::encodeName(path).constData(), &info), 0);
    EXPECT_EQ(info.st_mode & 0777, mode_t(0640));
}

TEST_F(AtomicFileTest, AFullDiskKeepsTheOldFile) {
    valueOf(writeFileAtomically(path, "old"));
    const FileSizeLimit limit(100'000);
    const auto result = writeFileAtomically(path, QByteArray(300'000, 'x'));
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::DiskFull);
    EXPECT_EQ(result.error().text().count(path), 1) << result.error().text().toStdString();
    EXPECT_EQ(bytesOf(path), "old");
    EXPECT_EQ(names(), QStringList{QStringLiteral("通报.docx")});
}

TEST_F(AtomicFileTest, AMissingFolderAndAFolderAsTargetAreErrors) {
    const auto missing = writeFileAtomically(folder.filePath(QStringLiteral("no/such.txt")), "x");
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, ErrorCode::FileMissing);
    EXPECT_EQ(missing.error().text().count(folder.path()), 1) << missing.error().text().toStdString();
    EXPECT_EQ(missing.error().place.file, folder.filePath(QStringLiteral("no/such.txt")));
    const auto isFolder = writeFileAtomically(folder.path(), "x");
    ASSERT_FALSE(isFolder);
    EXPECT_EQ(isFolder.error().code, ErrorCode::Refused);
    EXPECT_TRUE(names().isEmpty());
}

/// Finding 1 of docs/reliability.md: QSaveFile of Qt 6.4 reports success for truncated files.
TEST(AtomicFileRule, NobodyElseWritesFiles) {
    const QStringList allowed{QStringLiteral("storage/atomic_file.cpp"),
                              QStringLiteral("storage/file_switch.cpp"),
                              QStringLiteral("storage/writer_lock.cpp")};
    const QRegularExpression forbidden(QStringLiteral(
        R"(QSaveFile|std::ofstream|std::fstream|\bfopen\s*\(|O_WRONLY|O_RDWR|O_CREAT|(QIODevice|QIODeviceBase|QFile|OpenModeFlag)::(WriteOnly|ReadWrite|Append|NewOnly|Truncate))"));
    const QRegularExpression onBuffer(QStringLiteral(R"(\b(buffer|bytes|device)\w*\.open\()"));
    const QString root = QStringLiteral(YIPI_SOURCE_DIR "/src");
    QDirIterator files(root, {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files,
                       QDirIterator::Subdirectories);
    int count = 0;
    while (files.hasNext()) {
        const QString name = QDir(root).relativeFilePath(files.next());
        ++count;
        if (allowed.contains(name))
            continue;
        int number = 0;
        for (const QByteArray &line : bytesOf(files.filePath()).split('\n')) {
            ++number;
            const QString text = QString::fromUtf8(line);
            // A QBuffer or a part inside an archive in memory is no file of the user.
            EXPECT_FALSE(forbidden.match(text).hasMatch() && !onBuffer.match(text).hasMatch())
                << name.toStdString() << ':' << number
                << ": write through storage/atomic_file.h: " << line.toStdString();
        }
    }
    EXPECT_GT(count, 50);
}

} // namespace yipi::storage::test
