// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/export_service.h"

#include "services/demo_service.h"
#include "services/import_service.h"

#include <QDir>
#include <QTemporaryDir>
#include <gtest/gtest.h>

namespace yipi::services {
namespace {

class Exporting : public testing::Test {
protected:
    static void SetUpTestSuite() {
        s_folder = std::make_unique<QTemporaryDir>();
        const QString path = s_folder->filePath(QStringLiteral("demo.yipi"));
        ASSERT_TRUE(createDemo(path));
        s_ledger = LedgerService::open(path, Access::ReadOnly, QStringLiteral("测试")).value();
    }
    static void TearDownTestSuite() {
        s_ledger.reset();
        s_folder.reset();
    }
    static const LedgerService &ledger() { return *s_ledger; }
    QString out(const QString &name) const { return m_folder.filePath(name); }
    exchange::Workbook read(const QString &path) {
        auto book = exchange::readWorkbook(path);
        EXPECT_TRUE(book) << book.error().text().toStdString();
        return book.value_or(exchange::Workbook());
    }
    exchange::ImportPlan plan(const exchange::Workbook &book) {
        auto made = ImportService(*s_ledger).plan(book, exchange::ImportOptions());
        EXPECT_TRUE(made) << made.error().text().toStdString();
        return made.value_or(exchange::ImportPlan());
    }

    static std::unique_ptr<QTemporaryDir> s_folder;
    static std::unique_ptr<LedgerService> s_ledger;
    QTemporaryDir m_folder;
};
std::unique_ptr<QTemporaryDir> Exporting::s_folder;
std::unique_ptr<LedgerService> Exporting::s_ledger;

const QDate kAsOf(2024, 7, 31);

TEST_F(Exporting, EveryFormReadsBackWithoutADifference) {
    for (const char *name : {"a.xlsx", "a.json", "a.csv"}) {
        const QString path = out(QLatin1String(name));
        ASSERT_TRUE(exportLedger(ledger(), {}, kAsOf, path)) << name;
        const auto again = plan(read(path));
        EXPECT_EQ(again.errorCount, 0) << name;
        EXPECT_TRUE(again.changes.changes.empty()) << name;
    }
    const auto refused = exportLedger(ledger(), {}, kAsOf, out(QStringLiteral("a.doc")));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::Usage);
}

TEST_F(Exporting, ByZoneEachHasItsOwnProjectsAndNoFileIsOverwritten) {
    const auto files = exportByZone(ledger(), {}, kAsOf, m_folder.path());
    ASSERT_TRUE(files) << files.error().text().toStdString();
    EXPECT_EQ(files->size(), 8);
    qsizetype entries = 0;
    for (const QString &file : *files)
        for (const exchange::SheetPlan &sheet : plan(read(file)).sheets)
            if (sheet.kind != exchange::SheetKind::Campaigns)
                entries += sheet.unchanged;
    exchange::ImportPlan whole;
    ASSERT_TRUE(exportLedger(ledger(), {}, kAsOf, out(QStringLiteral("all.xlsx"))));
    qsizetype all = 0;
    for (const exchange::SheetPlan &sheet : plan(read(out(QStringLiteral("all.xlsx")))).sheets)
        if (sheet.kind != exchange::SheetKind::Campaigns)
            all += sheet.unchanged;
    EXPECT_EQ(entries, all);

    const auto again = exportByZone(ledger(), {}, kAsOf, m_folder.path());
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, ErrorCode::Refused);
    const auto nowhere = exportByZone(ledger(), {}, kAsOf, out(QStringLiteral("没有")));
    ASSERT_FALSE(nowhere);
    EXPECT_EQ(nowhere.error().code, ErrorCode::FileMissing);
}

TEST_F(Exporting, AViewHasTheProjectsInTheirOrder) {
    auto ids = ledger().projectIds({}, kAsOf).value();
    std::reverse(ids.begin(), ids.end());
    ids.resize(5);
    const int name = entityInfo(EntityKind::Project).indexOf(QStringLiteral("name"));
    const int zone = entityInfo(EntityKind::Project).indexOf(QStringLiteral("zone"));
    ASSERT_TRUE(
        exportView(ledger(), ids, {name, zone}, QStringLiteral("视图"), out(QStringLiteral("v.xlsx"))));
    const auto book = read(out(QStringLiteral("v.xlsx")));
    for (int i = 0; i < 5; ++i) {
        const auto record = ledger().record(EntityKind::Project, ids[std::size_t(i)]).value();
        EXPECT_EQ(book.sheets[0].cell(4 + i, 1).text, std::get<QString>(record.values[std::size_t(name)]));
    }
}

TEST_F(Exporting, AFormOfAZoneHoldsItsProjectsUnderWay) {
    const Zone &zone = ledger().zones().front();
    const auto files = writeTemplatesByZone(ledger(), Month(2024, 8), m_folder.path());
    ASSERT_TRUE(files) << files.error().text().toStdString();
    EXPECT_EQ(files->size(), 8);
    const QString own = out(QStringLiteral("one.xlsx"));
    ASSERT_TRUE(writeTemplate(&ledger(), {exchange::SheetKind::Progress}, own,
                              TemplateForm{Month(2024, 8), zone.id}));
    const auto made = plan(read(own));
    EXPECT_TRUE(made.changes.changes.empty());
    ProjectFilter filter;
    filter.zones = {zone.id};
    const auto all = ledger().projectIds(filter, kAsOf).value();
    EXPECT_GT(made.sheets[0].unchanged, 5);
    EXPECT_LE(made.sheets[0].unchanged, int(all.size()));
    EXPECT_TRUE(read(own).sheets[0].cell(1, 1).text.contains(zone.name));
}

} // namespace
} // namespace yipi::services
