// SPDX-License-Identifier: GPL-3.0-or-later
// Rows below a header that are no projects, as offices name them.
#include "exchange_fixture.h"

namespace yipi::exchange::test {

namespace {

/// What becomes of one row below a header: the reason it is ignored for, or nothing.
QString reasonFor(const std::vector<Typed> &row) {
    const auto plan = TestLedger().plan(bookOf({sheetOf(
        "签约",
        {{"2024年第2次签约项目"}, {"序号", "项目名称", "开发区", "总投资（万元）", "签约时间"}, row})}));
    EXPECT_TRUE(plan) << plan.error().text();
    if (!plan || plan->sheets[0].ignored.size() != 3)
        return {};
    return plan->sheets[0].ignored[2].reason;
}

} // namespace

TEST(RowKinds, KnowsTotals) {
    for (const char *text : {"合计", "合　计", "小 计：", "合计（12个）", "合计12个项目", "全市合计",
                             "孝义经开区小计", "总 计", "共计3项", "其中：亿元以上", "其中"}) {
        EXPECT_EQ(reasonFor({text, {}, {}, 5000.0}), QStringLiteral("subtotal")) << text;
        EXPECT_EQ(reasonFor({{}, text, {}, 5000.0}), QStringLiteral("subtotal")) << text;
    }
}

TEST(RowKinds, KnowsSections) {
    for (const char *text : {"（一）工业项目82个", "一、市本级（48项）", "（二）孝义市", "三"})
        for (const Typed &sum : {Typed(), Typed(5000.0)})
            EXPECT_EQ(reasonFor({text, {}, {}, sum}), QStringLiteral("section")) << text;
    EXPECT_EQ(reasonFor({"四", "兴县经开区（2项）", {}, 5000.0}), QStringLiteral("section"));
    EXPECT_EQ(reasonFor({"文水县（3个）"}), QStringLiteral("section"));
}

TEST(RowKinds, KnowsNotesAndEmptyRows) {
    for (const char *text : {"注：★为重点项目。", "备注：略", "填表人：郝示范", "说明:数据截至7月底"})
        EXPECT_EQ(reasonFor({text}), QStringLiteral("note")) << text;
    EXPECT_EQ(reasonFor({7.0}), QStringLiteral("blank")); // numbered ahead, never filled in
    EXPECT_EQ(reasonFor({"　", " "}), QStringLiteral("blank"));
    EXPECT_EQ(reasonFor({"序号", "项目名称", "开发区", "总投资（万元）", "签约时间"}),
              QStringLiteral("repeated_header"));
}

TEST(RowKinds, DropsNoProject) {
    for (const char *name : {"合计算力中心项目", "其中湖景区改造项目", "一二三期工程", "注塑件项目",
                             "共计科技园", "说明书印刷项目", "三个一批示范项目", "（二期）扩建工程"})
        EXPECT_EQ(reasonFor({1.0, name, "孝义", 100.0, "2024-05-10"}), QString()) << name;
}

} // namespace yipi::exchange::test
