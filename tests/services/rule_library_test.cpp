// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/figure_service.h"
#include "services/locations.h"
#include "services/rule_library.h"
#include "temporary_ledger.h"

#include <QDir>
#include <QFile>
#include <gtest/gtest.h>

namespace yipi::services {
namespace {

using indicators::RuleSet;
using indicators::toJson;

/// A home of its own, so that nobody's own rule sets are seen.
class OwnRules : public ::testing::Test {
protected:
    OwnRules()
        : m_before(qgetenv("XDG_DATA_HOME")) {
        qputenv("XDG_DATA_HOME", home.path().toUtf8());
        library.reload();
    }
    ~OwnRules() override { qputenv("XDG_DATA_HOME", m_before); }

    RuleSet basic() const { return *library.set(QStringLiteral("basic")); }
    QString own(const QString &id) const { return userRulesFolder() + u'/' + id + QStringLiteral(".json"); }
    static void put(const QString &path, const QByteArray &content) {
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    static QByteArray read(const QString &path) {
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    }

    QTemporaryDir home;
    RuleLibrary library;

private:
    QByteArray m_before;
};

TEST_F(OwnRules, SavedAsReadAgainChangedAndDeleted) {
    const std::size_t shipped = library.sets().size();
    RuleSet set = basic();
    set.name = QStringLiteral("本市口径");
    ASSERT_TRUE(library.saveAs(set, QStringLiteral("本市")));
    EXPECT_EQ(library.sets().size(), shipped + 1);
    EXPECT_TRUE(library.file(QStringLiteral("本市"))->isOwn);
    const RuleLibrary other; // another start of the program
    ASSERT_TRUE(other.set(QStringLiteral("本市")));
    EXPECT_EQ(other.set(QStringLiteral("本市"))->name, QStringLiteral("本市口径"));

    set = *library.set(QStringLiteral("本市"));
    set.deadlines.signToStartMonths = 9;
    const auto version = library.save(set);
    ASSERT_TRUE(version) << version.error().text().toStdString();
    EXPECT_EQ(*version, nextVersion(set.version));
    EXPECT_EQ(library.set(set.id)->deadlines.signToStartMonths, 9);
    EXPECT_EQ(*library.save(*library.set(set.id)), *version) << "nothing has changed, nor has the version";
    set.version = QStringLiteral("2030 试行");
    EXPECT_EQ(*library.save(set), QStringLiteral("2030 试行")) << "a version of the user's own stays";

    ASSERT_TRUE(library.rename(set.id, QStringLiteral("本市-2")));
    EXPECT_FALSE(library.set(set.id));
    ASSERT_TRUE(library.remove(QStringLiteral("本市-2")));
    EXPECT_EQ(library.sets().size(), shipped);
    EXPECT_FALSE(QFile::exists(own(QStringLiteral("本市-2"))));
}

TEST_F(OwnRules, PresetsAreNeverWrittenTo) {
    const QString path = library.file(QStringLiteral("basic"))->path;
    const QByteArray before = read(path);
    RuleSet set = basic();
    set.deadlines.graceDays = 3;
    EXPECT_EQ(library.save(set).error().code, ErrorCode::Refused);
    EXPECT_EQ(library.remove(set.id).error().code, ErrorCode::Refused);
    EXPECT_EQ(library.rename(set.id, QStringLiteral("x")).error().code, ErrorCode::Refused);
    const auto taken = library.saveAs(set, QStringLiteral("Basic"));
    ASSERT_FALSE(taken);
    EXPECT_TRUE(taken.error().message.contains(QStringLiteral("程序自带的口径“基本三率”")))
        << taken.error().message.toStdString();
    EXPECT_EQ(read(path), before);
}

TEST_F(OwnRules, IdsThatAreTakenOrNoFileNamesAreRefused) {
    ASSERT_TRUE(library.saveAs(basic(), QStringLiteral("mine")));
    const auto taken = library.saveAs(basic(), QStringLiteral("MINE"));
    EXPECT_EQ(taken.error().code, ErrorCode::Refused);
    EXPECT_TRUE(taken.error().message.contains(QStringLiteral("已被自有口径")));
    put(own(QStringLiteral("broken")), "{");
    library.reload();
    EXPECT_EQ(library.problems().size(), 1);
    EXPECT_TRUE(library.problems()[0].contains(QStringLiteral("broken.json")));
    EXPECT_TRUE(library.saveAs(basic(), QStringLiteral("broken"))
                    .error()
                    .message.contains(QStringLiteral("内容有误")));
    for (const char *id : {"", "a/b", "../x", ".x", "x.", "a:b", "con", "LPT1.x", "a\nb", "x ", "a*", "-x"}) {
        const auto refused = library.saveAs(basic(), QString::fromUtf8(id));
        EXPECT_FALSE(refused) << id;
        EXPECT_EQ(refused.error().code, ErrorCode::InvalidValue) << id;
    }
    EXPECT_FALSE(library.saveAs(basic(), QString(61, u'x')));
    EXPECT_TRUE(library.saveAs(basic(), QStringLiteral("汾阳 2024.1-试行_2")));
}

TEST_F(OwnRules, WhatOthersChangedMeanwhileIsLeftAlone) {
    ASSERT_TRUE(library.saveAs(basic(), QStringLiteral("mine")));
    RuleSet set = *library.set(QStringLiteral("mine"));
    const QByteArray theirs = read(own(set.id)).replace("基本三率", "别人改的");
    put(own(set.id), theirs);
    set.deadlines.graceDays = 3;
    for (const Result<void> &refused : {library.save(set).map([](const QString &) {}), library.remove(set.id),
                                        library.rename(set.id, QStringLiteral("y"))}) {
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().code, ErrorCode::Conflict);
        EXPECT_TRUE(refused.error().text().contains(QStringLiteral("mine.json")));
    }
    EXPECT_EQ(read(own(set.id)), theirs);
    library.reload();
    EXPECT_EQ(library.set(set.id)->name, QStringLiteral("别人改的"));
    ASSERT_TRUE(library.save(set));
    QFile::remove(own(set.id));
    EXPECT_EQ(library.save(set).error().code, ErrorCode::FileMissing);
    EXPECT_EQ(library.remove(QStringLiteral("none")).error().code, ErrorCode::NotFound);
}

TEST_F(OwnRules, WhatIsWrongIsNotWritten) {
    ASSERT_TRUE(library.saveAs(basic(), QStringLiteral("mine")));
    const QByteArray before = read(own(QStringLiteral("mine")));
    RuleSet set = *library.set(QStringLiteral("mine"));
    set.rates[0].filter = QStringLiteral("总投资 >");
    const auto refused = library.save(set);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().place.field, QStringLiteral("rates[0].filter"));
    EXPECT_EQ(read(own(set.id)), before);
}

TEST_F(OwnRules, AFolderThatCanNotBeMadeIsNamed) {
    put(home.filePath(QStringLiteral("yipi")), "a file where the folder should be");
    const auto refused = library.saveAs(basic(), QStringLiteral("mine"));
    ASSERT_FALSE(refused);
    EXPECT_TRUE(refused.error().text().contains(QStringLiteral("mine.json")))
        << refused.error().text().toStdString();
    EXPECT_FALSE(library.set(QStringLiteral("mine")));
}

TEST_F(OwnRules, FilesAreTakenInAfterACheck) {
    const QString file = home.filePath(QStringLiteral("外来.json"));
    put(file, toJson(basic()));
    EXPECT_EQ(*library.take(file), QStringLiteral("外来"));
    EXPECT_EQ(library.take(file).error().code, ErrorCode::Refused);
    RuleSet set = basic();
    set.name = QStringLiteral("新的");
    put(file, toJson(set));
    EXPECT_EQ(*library.take(file, {}, true), QStringLiteral("外来"));
    EXPECT_EQ(library.set(QStringLiteral("外来"))->name, QStringLiteral("新的"));
    EXPECT_EQ(*library.take(file, QStringLiteral("另一个")), QStringLiteral("另一个"));
    EXPECT_EQ(library.take(file, QStringLiteral("basic"), true).error().code, ErrorCode::Refused);
    put(file, "{\"name\": 3}");
    EXPECT_EQ(library.take(file).error().place.field, QStringLiteral("name"));
    EXPECT_EQ(library.take(home.filePath(QStringLiteral("no.json"))).error().code, ErrorCode::FileMissing);
    EXPECT_FALSE(library.take(home.path())) << "a folder";
}

TEST_F(OwnRules, AnOwnFileOfThePresetsNameHidesItUntilItIsDeleted) {
    RuleSet set = basic();
    set.name = QStringLiteral("改过的基本");
    put(own(QStringLiteral("basic")), toJson(set));
    library.reload();
    EXPECT_EQ(basic().name, QStringLiteral("改过的基本"));
    EXPECT_TRUE(library.file(QStringLiteral("basic"))->hidesPreset);
    ASSERT_TRUE(library.remove(QStringLiteral("basic")));
    EXPECT_EQ(basic().name, QStringLiteral("基本三率"));
}

TEST_F(OwnRules, TheSetThatTheLedgerUsesStays) {
    const test::TemporaryLedger files;
    FigureService figures(*files.ledger);
    ASSERT_TRUE(figures.library().saveAs(basic(), QStringLiteral("mine")));
    ASSERT_TRUE(files.ledger->setRuleSetId(QStringLiteral("mine")));
    EXPECT_EQ(figures.removeRules(QStringLiteral("mine")).error().code, ErrorCode::Refused);
    EXPECT_EQ(figures.renameRules(QStringLiteral("mine"), QStringLiteral("x")).error().code,
              ErrorCode::Refused);
    ASSERT_TRUE(files.ledger->setRuleSetId(QStringLiteral("basic")));
    EXPECT_TRUE(figures.renameRules(QStringLiteral("mine"), QStringLiteral("x")));
    EXPECT_TRUE(figures.removeRules(QStringLiteral("x")));
}

TEST(NextVersion, CountsOn) {
    for (const auto &[version, next] : std::vector<std::pair<QString, QString>>{
             {"1", "2"}, {"2024.1", "2024.2"}, {"9", "10"}, {"v3-试行", "v4-试行"}, {"试行", "试行 2"}})
        EXPECT_EQ(nextVersion(version), next);
}

} // namespace
} // namespace yipi::services
