// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/mapping_memory.h"

#include "exchange/importer.h"

#include <QFile>
#include <QTemporaryDir>
#include <gtest/gtest.h>

namespace yipi::services {

namespace {

using exchange::Cell;
using exchange::ImportOptions;
using exchange::ImportPlan;

exchange::Workbook bookWith(const QStringList &heads,
                            const QString &title = QStringLiteral("2024年第2次签约项目"),
                            const QString &name = QStringLiteral("签约")) {
    exchange::Sheet sheet;
    sheet.name = name;
    const auto addRow = [&](const QStringList &texts) {
        auto &cells = sheet.rows.emplace_back();
        for (const QString &text : texts)
            cells.push_back(text.isEmpty() ? Cell{} : Cell{Cell::Kind::Text, 0, text});
    };
    addRow({title});
    addRow(heads);
    QStringList values;
    for (qsizetype i = 0; i < heads.size(); ++i)
        values << QStringLiteral("值%1").arg(i);
    addRow(values);
    return {QStringLiteral("测试.xlsx"), {sheet}};
}

ImportPlan planOf(const exchange::Workbook &book, const ImportOptions &options) {
    auto plan = exchange::planImport(book, options, {});
    EXPECT_TRUE(plan) << plan.error().text().toStdString();
    return plan ? std::move(*plan) : ImportPlan{};
}

const exchange::ColumnMapping &lastColumn(const ImportPlan &plan) {
    return plan.sheets.front().columns.back();
}

const QStringList kHeads{QStringLiteral("项目名称"), QStringLiteral("开发区"), QStringLiteral("神秘栏目")};

class Memory : public testing::Test {
protected:
    QString path() const { return m_folder.filePath(QStringLiteral("设置/列对应.json")); }
    QTemporaryDir m_folder;
};

} // namespace

TEST_F(Memory, AppliesToTheSameLayoutNextTime) {
    ImportOptions options;
    options.mapping = R"({"签约": {"C": "content"}})";
    MappingMemory memory(path());
    ASSERT_TRUE(memory.load()); // none yet
    EXPECT_TRUE(memory.isEmpty());
    ASSERT_TRUE(memory.remember(planOf(bookWith(kHeads), options), options.mapping));

    MappingMemory next(path());
    ASSERT_TRUE(next.load());
    ImportOptions later;
    later.remembered = next.layouts();
    const ImportPlan plan = planOf(bookWith(kHeads, QStringLiteral("2024年第3次签约项目")), later);
    EXPECT_EQ(lastColumn(plan).field, QStringLiteral("content"));
    EXPECT_TRUE(lastColumn(plan).isRemembered);
    EXPECT_EQ(lastColumn(plan).confidence, 1);
    EXPECT_EQ(next.mappingFor(plan.sheets.front()).value(QStringLiteral("神秘栏目")),
              QStringLiteral("content"));
}

TEST_F(Memory, KnowsNothingOfOtherLayoutsAndYieldsToWhatIsSaidNow) {
    MappingMemory memory(path());
    const ImportPlan first = planOf(bookWith(kHeads), {});
    ASSERT_TRUE(memory.remember(first.sheets.front(), {{QStringLiteral("C"), QStringLiteral("content")}}));
    ImportOptions options;
    options.remembered = memory.layouts();
    const QStringList others = kHeads + QStringList{QStringLiteral("另一栏目")};
    EXPECT_TRUE(planOf(bookWith(others), options).sheets.front().columns[2].field.isEmpty());
    const auto starts = bookWith(kHeads, QStringLiteral("2024年第2次开工项目"), QStringLiteral("开工"));
    EXPECT_TRUE(lastColumn(planOf(starts, options)).field.isEmpty());
    options.mapping = R"({"签约": {"C": "remarks+"}})";
    EXPECT_EQ(lastColumn(planOf(bookWith(kHeads), options)).field, QStringLiteral("remarks+"));
    ASSERT_TRUE(memory.forget(first.sheets.front().fingerprint));
    EXPECT_TRUE(memory.isEmpty());
}

TEST_F(Memory, GoesToAnotherOfficeAndBack) {
    MappingMemory memory(path());
    const ImportPlan plan = planOf(bookWith(kHeads), {});
    ASSERT_TRUE(
        memory.remember(plan.sheets.front(), {{QStringLiteral("神秘栏目"), QStringLiteral("remarks+")}}));
    MappingMemory other(m_folder.filePath(QStringLiteral("另一处.json")));
    ASSERT_TRUE(other.import(memory.exported()));
    EXPECT_EQ(other.mappingFor(plan.sheets.front()), memory.mappingFor(plan.sheets.front()));
}

TEST_F(Memory, RefusesWhatItDoesNotUnderstandAndKeepsWhatItHas) {
    MappingMemory memory(path());
    const ImportPlan plan = planOf(bookWith(kHeads), {});
    ASSERT_TRUE(memory.remember(plan.sheets.front(), {{QStringLiteral("C"), QStringLiteral("content")}}));
    for (const char *bad : {"", "[]", R"({"f": 1})", R"({"f": {"签约": {"C": 1}}})"})
        EXPECT_EQ(memory.import(bad).error().code, ErrorCode::InvalidValue) << bad;
    EXPECT_FALSE(memory.remember(plan.sheets.front(), {{QStringLiteral("Z"), QStringLiteral("content")}}));
    ASSERT_TRUE(memory.load());
    EXPECT_EQ(memory.mappingFor(plan.sheets.front()).size(), 1);

    QFile file(path());
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("{");
    file.close();
    const auto loaded = memory.load();
    ASSERT_FALSE(loaded);
    EXPECT_EQ(loaded.error().place.file, path());
    EXPECT_FALSE(loaded.error().advice.isEmpty());
}

} // namespace yipi::services
