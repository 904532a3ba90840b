// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever is changed in a ledger behind its back is found when it is opened or verified.
#include "ledger_fixture.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <random>

namespace yipi::storage::test {

namespace {

constexpr int kChanged = 400; ///< flips that change what the ledger says; others hit indexes and free space
constexpr int kMostFlips = 20'000;

/// All that can be read of a ledger, in SQL's own words; "unreadable" when it can't.
QByteArray dump(const QString &path) {
    QByteArray all;
    try {
        SQLite::Database database(path.toStdString());
        QStringList tables{QStringLiteral("journal"), QStringLiteral("change_set"),
                           QStringLiteral("setting")};
        for (int kind = 0; kind < kEntityKindCount; ++kind)
            tables << entityInfo(EntityKind(kind)).key;
        for (const QString &table : tables) {
            SQLite::Statement rows(database, "SELECT * FROM \"" + table.toStdString() + "\" NOT INDEXED");
            while (rows.executeStep())
                for (int i = 0; i < rows.getColumnCount(); ++i) {
                    const SQLite::Column column = rows.getColumn(i);
                    all += char('0' + column.getType());
                    all += QByteArray::number(column.getBytes()) + ':';
                    all += QByteArray::fromStdString(column.getString());
                }
        }
    } catch (const SQLite::Exception &) {
        return "unreadable";
    }
    return all;
}

/// The names of the checks that fail; "open" when it can't even be opened.
QStringList faultsOf(const QString &path) {
    const auto store = openLedger(path, OpenMode::ReadOnly);
    if (!store)
        return {QStringLiteral("open")};
    QStringList faults;
    for (const Check &check : valueOf((*store)->verify()))
        if (!check.ok)
            faults << check.name;
    return faults;
}

} // namespace

class VerifyTest : public LedgerTest {
protected:
    void SetUp() override {
        LedgerTest::SetUp();
        fill(30);
        valueOf(store->apply(
            setOf({updated<Project>(1, 1, "code", QStringLiteral("A")), removed<Project>(30, 1)})));
        store.reset();
    }
    /// Changes the closed ledger as a person with a SQLite tool would, triggers taken away and put back.
    void tamper(const std::vector<std::string> &statements) const {
        SQLite::Database database(path.toStdString(), SQLite::OPEN_READWRITE);
        std::vector<std::string> triggers;
        SQLite::Statement query(database, "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'");
        std::vector<std::string> drops;
        while (query.executeStep()) {
            drops.push_back("DROP TRIGGER \"" + query.getColumn(0).getString() + '"');
            triggers.push_back(query.getColumn(1).getString());
        }
        query.reset();
        for (const auto *list : {&std::as_const(drops), &statements, &std::as_const(triggers)})
            for (const std::string &statement : *list)
                database.exec(statement);
    }
};

TEST_F(VerifyTest, EachKindOfTamperingIsFoundAndPlaced) {
    const QByteArray good = bytesOf(path);
    const auto found = [&](const std::vector<std::string> &statements) {
        writeBytes(path, good);
        tamper(statements);
        QStringList details;
        for (const Check &check : valueOf(opened(OpenMode::ReadOnly)->verify()))
            if (!check.ok)
                details << check.name + u' ' + check.detail;
        return details.join(u'|').toStdString();
    };
    EXPECT_EQ(found({}), "");
    EXPECT_EQ(found({"UPDATE project SET total_investment = 9 WHERE id = 7"}),
              "content_hashes 项目 第 7 号记录的内容与校验值不符");
    EXPECT_EQ(found({"UPDATE project SET content_hash = zeroblob(32) WHERE id = 7"}),
              "content_hashes 项目 第 7 号记录的内容与校验值不符|journal_rows 项目 第 7 "
              "号记录与它的修改记录不一致");
    EXPECT_EQ(found({"DELETE FROM project WHERE id = 7"}),
              "journal_rows 项目 第 7 号记录与它的修改记录不一致");
    EXPECT_EQ(found({"INSERT INTO project (id, version, content_hash, uid, name, zone) "
                     "SELECT 99, 1, content_hash, 'new', name, zone FROM project WHERE id = 7"}),
              "content_hashes 项目 第 99 号记录的内容与校验值不符|journal_rows 项目 第 99 "
              "号记录与它的修改记录不一致");
    EXPECT_EQ(found({"UPDATE journal SET after_value = 'B' WHERE field = 'code'"}),
              "journal_chain 修改记录第 32 条的校验链断开，从这一条起内容可能被改动");
    EXPECT_EQ(found({"UPDATE change_set SET user_name = '李四' WHERE id = 2"}),
              "journal_chain 修改记录第 32 条的校验链断开，从这一条起内容可能被改动");
    EXPECT_EQ(found({"DELETE FROM journal WHERE sequence = 10"}),
              "journal_chain 修改记录缺少第 10 条|journal_sets 第 1 组修改的记录不完整|"
              "journal_rows 项目 第 9 号记录与它的修改记录不一致");
    EXPECT_EQ(found({"UPDATE change_set SET records = 7 WHERE id = 1"}),
              "journal_sets 第 1 组修改的记录数不符");
    EXPECT_EQ(found({"PRAGMA foreign_keys = OFF", "UPDATE project SET zone = 44 WHERE id = 2"}),
              "foreign_keys 表 project 第 2 号引用的 zone 记录不存在|content_hashes 项目 第 2 "
              "号记录的内容与校验值不符");
    EXPECT_EQ(found({"UPDATE setting SET value = 'x' WHERE key = 'ledger_id'"}),
              "content_hashes 设置“ledger_id”的内容与校验值不符|"
              "journal_chain 修改记录第 1 条的校验链断开，从这一条起内容可能被改动");
}

TEST_F(VerifyTest, EveryFlippedBitThatChangesContentIsFound) {
    const QByteArray good = bytesOf(path);
    const QByteArray content = dump(path);
    const QString copy = file(QStringLiteral("flipped.yipi"));
    std::mt19937 random(11);
    int flips = 0;
    int changed = 0;
    int unseenBySqlite = 0;
    for (; changed < kChanged && flips < kMostFlips; ++flips) {
        QByteArray bytes = good;
        const auto at = qsizetype(random() % std::size_t(bytes.size()));
        bytes[at] = char(bytes[at] ^ (1 << random() % 8));
        writeBytes(copy, bytes);
        if (dump(copy) == content)
            continue;
        ++changed;
        const QStringList faults = faultsOf(copy);
        EXPECT_FALSE(faults.isEmpty()) << "byte " << at;
        unseenBySqlite +=
            !faults.contains(QStringLiteral("open")) && !faults.contains(QStringLiteral("integrity"));
    }
    std::printf("%d flips, %d changed content, %d of them seen only by our own hashes\n", flips, changed,
                unseenBySqlite);
    EXPECT_EQ(changed, kChanged);
    EXPECT_GT(unseenBySqlite, 0);
}

TEST_F(VerifyTest, CanBeCancelled) {
    store = opened();
    std::vector<RecordChange> changes;
    for (int i = 0; i < 1500; ++i)
        changes.push_back(inserted(zoneNamed(QStringLiteral("C%1").arg(i))));
    valueOf(store->apply(setOf(changes)));
    int last = -1;
    EXPECT_TRUE(store->verify([&](int permille) {
        EXPECT_GE(permille, last);
        last = permille;
        return true;
    }));
    EXPECT_GT(last, 0);
    EXPECT_EQ(store->verify([](int) { return false; }).error().code, ErrorCode::Cancelled);
}

} // namespace yipi::storage::test
