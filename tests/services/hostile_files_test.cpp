// SPDX-License-Identifier: GPL-3.0-or-later
// Files made to hurt, through the program that reads them: each ends in a message or in what it holds, soon,
// and within 512 MB.
#include "exchange/archive_bytes.h"
#include "services/import_service.h"
#include "services/locations.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <fcntl.h>
#include <random>
#include <sys/wait.h>
#include <unistd.h>

namespace yipi::services {
namespace {

using namespace exchange::test;

#ifdef __SANITIZE_ADDRESS__
constexpr bool kIsMeasured = false; // the sanitizer's own memory and time would be
#else
constexpr bool kIsMeasured = true;
#endif
constexpr double kMostSeconds = 10;
constexpr long kMostKilobytes = 512 << 10;

class HostileFiles : public testing::Test {
protected:
    QString write(const QString &name, const QByteArray &content) {
        QFile file(m_folder.filePath(name));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
        return file.fileName();
    }
    /// Reads it as the programs do and once more to see what that costs.
    Result<exchange::Workbook> read(const QString &path) {
        if (kIsMeasured)
            measure(path);
        return ImportService::read(path);
    }
    void expectRefused(const QString &name, const QByteArray &content, const char *words) {
        SCOPED_TRACE(name.toStdString());
        const auto result = read(write(name, content));
        ASSERT_FALSE(result);
        EXPECT_TRUE(result.error().text().contains(name)) << result.error().text().toStdString();
        EXPECT_TRUE(result.error().message.contains(QString::fromUtf8(words)))
            << result.error().message.toStdString();
        EXPECT_FALSE(result.error().advice.isEmpty());
    }
    /// A result or an error: both are fine, as long as the reader itself gave it.
    void expectAnswer(const QString &path) {
        const auto result = ImportService::read(path);
        if (!result) {
            EXPECT_FALSE(result.error().message.contains(QStringLiteral("读取程序")))
                << result.error().text().toStdString();
        }
    }

private:
    /// The most memory that a running program has had so far, in kilobytes; 0 when it has none any more.
    static long peakOf(pid_t process) {
        QFile status(QStringLiteral("/proc/%1/status").arg(process));
        if (!status.open(QIODevice::ReadOnly))
            return 0;
        const QByteArray text = status.readAll();
        const auto at = text.indexOf("VmHWM:");
        return at < 0 ? 0 : text.mid(at + 6, text.indexOf("kB", at) - at - 6).trimmed().toLong();
    }
    static void measure(const QString &path) {
        const QByteArray program = QFile::encodeName(readerProgram()), file = QFile::encodeName(path);
        QElapsedTimer clock;
        clock.start();
        const pid_t child = ::fork();
        if (child == 0) {
            ::dup2(::open("/dev/null", O_WRONLY), STDOUT_FILENO);
            ::execl(program.constData(), program.constData(), file.constData(), nullptr);
            ::_exit(127);
        }
        // Not by wait4, which counts what the child had of this process's memory before it became the reader.
        long peak = 0;
        int status = 0;
        for (; ::waitpid(child, &status, WNOHANG) == 0; ::usleep(1000))
            if (const long now = peakOf(child); now > 0) // the last one counts: it is the reader's
                peak = now;
        EXPECT_EQ(status, 0);
        const double seconds = double(clock.elapsed()) / 1000;
        EXPECT_LT(seconds, kMostSeconds);
        EXPECT_LT(peak, kMostKilobytes);
        std::printf("%8.2f s %5ld MB  %s\n", seconds, peak >> 10, qPrintable(path.section(u'/', -1)));
    }

    QTemporaryDir m_folder;
};

QByteArray sourceFile(const char *name) {
    QFile file(QStringLiteral(YIPI_SOURCE_DIR "/tests/data/") + QString::fromUtf8(name));
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << name;
    return file.readAll();
}

/// An archive whose part `name` is `content`, packed; the sizes are told as they are.
QByteArray withPart(Parts parts, const std::string &name, const QByteArray &content) {
    parts[name] = content;
    return zipOf(parts);
}

QByteArray sharedTexts(const QByteArray &items) {
    return "<sst xmlns=\"urn:x\">" + items + "</sst>";
}

/// Not so alike that the ratio alone gives it away.
QByteArray variedRows(int count, const QByteArray &before, const QByteArray &after) {
    QByteArray rows;
    std::mt19937 random(3);
    for (int i = 1; i <= count; ++i)
        rows += before + QByteArray::number(qulonglong(random())) + after;
    return rows;
}

} // namespace

TEST_F(HostileFiles, Bombs) {
    const auto bomb = [](qsizetype size, qint64 told) {
        std::vector<ZipEntry> entries;
        for (const auto &[name, content] : xlsxParts(kGoodRows))
            entries.push_back({QByteArray::fromStdString(name), content, false, -1});
        entries[3].deflated = true; // the shared strings
        entries[3].content += QByteArray(size, ' ');
        entries[3].toldSize = told;
        return zipOf(entries);
    };
    expectRefused(QStringLiteral("炸.xlsx"), bomb(64 << 20, -1), "不安全");
    expectRefused(QStringLiteral("大话.xlsx"), bomb(1000, 300LL << 20), "过大");
    expectRefused(QStringLiteral("小话.xlsx"), bomb(200 << 20, 1000), "损坏");
    // A bomb in a bomb: what is packed once more is never unpacked, its part is just not looked at.
    QByteArray nested = zipOf(std::vector<ZipEntry>{{"0", QByteArray(32 << 20, ' '), true, -1}});
    for (int depth = 0; depth < 5; ++depth)
        nested = zipOf(std::vector<ZipEntry>{{"0.zip", nested, true, -1}, {"1.zip", nested, true, -1}});
    EXPECT_TRUE(read(
        write(QStringLiteral("套娃.xlsx"), withPart(xlsxParts(kGoodRows), "xl/embeddings/0.zip", nested))));
}

TEST_F(HostileFiles, NamesAndEntities) {
    for (const char *name : {"../../evil.xml", "/etc/cron.d/evil", "xl\\..\\evil.xml"})
        expectRefused(QStringLiteral("滑.xlsx"), withPart(xlsxParts(kGoodRows), name, "x"), "不安全");
    QByteArray laughs = "<!DOCTYPE l [<!ENTITY a \"ha\">";
    for (char c = 'b'; c <= 'z'; ++c) {
        laughs += QByteArray("<!ENTITY ") + c + " \"";
        for (int i = 0; i < 10; ++i)
            laughs += QByteArray("&") + char(c - 1) + ';';
        laughs += "\">";
    }
    const QByteArray outside =
        "<!DOCTYPE l SYSTEM \"http://127.0.0.1:1/x\" [<!ENTITY z SYSTEM \"file:///etc/passwd\">";
    for (const QByteArray &type : {laughs, outside})
        for (const auto &[part, content] : xlsxParts(kGoodRows))
            if (part != "[Content_Types].xml")
                expectRefused(QStringLiteral("笑.xlsx"),
                              withPart(xlsxParts(kGoodRows), part, type + "]><l>&z;</l>"), "不安全");
    expectRefused(QStringLiteral("笑.ods"), withPart(odsParts({}), "content.xml", laughs + "]><l>&z;</l>"),
                  "不安全");
}

TEST_F(HostileFiles, ManyRowsAndColumns) {
    const QByteArray formatted = variedRows(1'048'574, "<row ht=\"", "\"><c s=\"1\"/></row>");
    const auto rows = read(write(QStringLiteral("空行.xlsx"), zipOf(xlsxParts(kGoodRows + formatted))));
    ASSERT_TRUE(rows) << rows.error().text().toStdString();
    EXPECT_EQ(rows->sheets.at(0).rows.size(), 2u);

    QByteArray wide = "<row r=\"1\">" + variedRows(16'384, "<c><v>", "</v></c>") + "</row>";
    wide += variedRows(100'000, "<row><c><v>", "</v></c></row>"); // and as many narrow ones below
    const auto columns = read(write(QStringLiteral("宽.xlsx"), zipOf(xlsxParts(wide))));
    ASSERT_TRUE(columns) << columns.error().text().toStdString();
    EXPECT_EQ(columns->sheets.at(0).rows.at(0).size(), 16'384u);
    EXPECT_EQ(columns->sheets.at(0).rows.size(), 100'001u);

    QByteArray corners; // a cell in the last column of each row
    for (int row = 1; row <= 100'000; ++row)
        corners += "<row><c r=\"XFD" + QByteArray::number(row) + "\"><v>1</v></c></row>";
    expectRefused(QStringLiteral("角.xlsx"), zipOf(xlsxParts(corners)), "过大");

    const QByteArray numbers = variedRows(6'000'000, "<c><v>", "</v></c>");
    QByteArray full;
    for (qsizetype at = 0, next = 0; at < numbers.size(); at = next) {
        next = numbers.indexOf("<c>", std::min(at + 8000, numbers.size()));
        next = next < 0 ? numbers.size() : next;
        full += "<row>" + numbers.mid(at, next - at) + "</row>";
    }
    expectRefused(QStringLiteral("满.xlsx"), zipOf(xlsxParts(full)), "过大");
}

TEST_F(HostileFiles, ManyTexts) {
    expectRefused(QStringLiteral("串.xlsx"),
                  withPart(xlsxParts(kGoodRows), "xl/sharedStrings.xml",
                           sharedTexts(variedRows(8'000'000, "<si><t>", "</t></si>"))),
                  "过大");
    expectRefused(QStringLiteral("长.xlsx"),
                  withPart(xlsxParts(kGoodRows), "xl/sharedStrings.xml",
                           sharedTexts("<si><t>" + variedRows(3'000'000, "", "字") + "</t></si>")),
                  "过大");
    expectRefused(QStringLiteral("一行.csv"), QByteArray("1,").repeated(30 << 20), "过大");
    expectRefused(QStringLiteral("密.csv"), (QByteArray("1,").repeated(100) + "\n").repeated(300'000),
                  "过大");
    expectRefused(QStringLiteral("页.xls"), "<table>" + QByteArray("<tr><td>1<td>2").repeated(4'000'000),
                  "过大");
}

TEST_F(HostileFiles, CutAndDamaged) {
    for (const char *source : {"messy_three_sheets.xlsx", "workbooks/office_ods.ods",
                               "workbooks/merged_projects_xls.xls", "workbooks/web_page_named_xls.xls"}) {
        const QByteArray whole = sourceFile(source);
        const QString name = QStringLiteral("断.") + QString::fromUtf8(source).section(u'.', -1);
        for (qsizetype size = 1024; size < whole.size(); size += 1024)
            expectAnswer(write(name, whole.left(size)));
        std::mt19937 random(11);
        for (int i = 0; i < 60; ++i) {
            QByteArray flipped = whole;
            for (int bit = 0; bit <= i % 8; ++bit) {
                const auto at = qsizetype(random() % std::size_t(whole.size()));
                flipped[at] = char(flipped[at] ^ (1 << random() % 8));
            }
            expectAnswer(write(name, flipped));
        }
    }
}

} // namespace yipi::services
