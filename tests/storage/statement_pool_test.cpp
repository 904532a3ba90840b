// SPDX-License-Identifier: GPL-3.0-or-later
// Prepared statements that are kept for reuse, and texts that are bound without a copy.
#include "storage/statement.h"

#include <gtest/gtest.h>
#include <sqlite3.h>

namespace yipi::storage {

namespace {

class StatementPooling : public testing::Test {
protected:
    void SetUp() override { ASSERT_EQ(sqlite3_open(":memory:", &m_db), SQLITE_OK); }
    void TearDown() override { EXPECT_EQ(sqlite3_close(m_db), SQLITE_OK) << "a statement was left open"; }

    sqlite3 *m_db = nullptr;
};

} // namespace

TEST_F(StatementPooling, KeepsStatementsInUseWhenItThrowsTheIdleAway) {
    StatementPool pool(m_db);
    auto used = pool.take("SELECT 7 UNION ALL SELECT 8");
    ASSERT_TRUE(used->step());
    for (int i = 0; i < 1000; ++i) { // more texts than are kept
        auto other = pool.take("SELECT " + std::to_string(i));
        ASSERT_TRUE(other->step());
        ASSERT_EQ(other->integer(0), i);
    }
    EXPECT_EQ(used->integer(0), 7);
    EXPECT_TRUE(used->step());
    EXPECT_EQ(used->integer(0), 8);
}

TEST_F(StatementPooling, SharesNoStatementInUse) {
    StatementPool pool(m_db);
    const std::string sql = "SELECT 1 UNION ALL SELECT 2";
    Statement *first = nullptr;
    {
        auto outer = pool.take(sql);
        auto inner = pool.take(sql);
        first = &*outer;
        EXPECT_NE(first, &*inner);
        ASSERT_TRUE(outer->step());
        ASSERT_TRUE(inner->step());
        EXPECT_TRUE(inner->step());
        EXPECT_EQ(outer->integer(0), 1);
    }
    auto again = pool.take(sql);
    EXPECT_EQ(&*again, first) << "given back last, taken first";
    ASSERT_TRUE(again->step());
    EXPECT_EQ(again->integer(0), 1) << "was reset";
}

TEST_F(StatementPooling, BindsWhatIsKeptAsWhatIsCopied) {
    StatementPool pool(m_db);
    const QByteArray blob("a\0b", 3);
    for (const Cell &cell : {Cell(), Cell(qint64(5)), Cell(std::string("项目\0x", 8)), Cell(std::string())}) {
        auto statement = pool.take("SELECT ?1 IS ?2, ?3 IS ?4, typeof(?2), typeof(?4)");
        statement->bind(1, cell);
        statement->bindKept(2, cell);
        statement->bindBlob(3, blob);
        statement->bindKept(4, blob);
        ASSERT_TRUE(statement->step());
        EXPECT_EQ(statement->integer(0), 1);
        EXPECT_EQ(statement->integer(1), 1);
        EXPECT_EQ(statement->text(2), cell.index() == 0 ? "null" : cell.index() == 1 ? "integer" : "text");
        EXPECT_EQ(statement->text(3), "blob");
    }
}

} // namespace yipi::storage
