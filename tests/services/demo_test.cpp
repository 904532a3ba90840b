// SPDX-License-Identifier: GPL-3.0-or-later
// The seed's figures (domain.md), from the demonstration ledger as it comes out of the normal import.
#include "services/demo_service.h"
#include "services/figure_service.h"
#include "services/import_service.h"
#include "services/report_service.h"

#include <QFile>
#include <QTemporaryDir>

using namespace yipi;
using indicators::GroupBy;
using services::FigureScope;
using services::FigureService;
using services::LedgerService;

namespace {

constexpr qint64 kWan = 10'000;

/// One demonstration ledger for all tests of the file: they only read.
class Demo : public testing::Test {
protected:
    static void SetUpTestSuite() {
        s_folder = std::make_unique<QTemporaryDir>();
        auto made = services::createDemo(s_folder->filePath(QStringLiteral("demo.yipi")));
        if (!made) {
            for (const auto &detail : made.error().details)
                ADD_FAILURE() << detail.text().toStdString();
            FAIL() << made.error().text().toStdString();
        }
        s_ledger = std::move(*made);
        s_figures = std::make_unique<FigureService>(*s_ledger);
    }
    static void TearDownTestSuite() {
        s_figures.reset();
        s_ledger.reset();
        s_folder.reset();
    }

    void SetUp() override { ASSERT_TRUE(s_ledger); }

    static FigureScope july() { return {Month(2024, 7), QStringLiteral("lvliang-2024"), {}}; }
    static QString rate(const FigureScope &scope, const char *id) {
        const auto table = s_figures->rates(scope, GroupBy::None).value();
        const auto *result = table.total.rate(QString::fromLatin1(id));
        return result ? QStringLiteral("%1/%2 %3")
                            .arg(result->rate.num())
                            .arg(result->rate.den())
                            .arg(result->text())
                      : QStringLiteral("none");
    }

    static std::unique_ptr<QTemporaryDir> s_folder;
    static std::unique_ptr<LedgerService> s_ledger;
    static std::unique_ptr<FigureService> s_figures;
};

std::unique_ptr<QTemporaryDir> Demo::s_folder;
std::unique_ptr<LedgerService> Demo::s_ledger;
std::unique_ptr<FigureService> Demo::s_figures;

} // namespace

TEST_F(Demo, ThreeRates) {
    EXPECT_EQ(rate(july(), "start"), QStringLiteral("56/71 78.87%"));
    EXPECT_EQ(rate(july(), "produce"), QStringLiteral("27/109 24.77%"));
    EXPECT_EQ(rate(july(), "attain"), QStringLiteral("5874000000/6024000000 97.51%"));
}

TEST_F(Demo, SixCampaignsCountsAndSums) {
    const auto total = s_figures->rates(july(), GroupBy::None)->total;
    EXPECT_EQ(total.sign.count, 111);
    EXPECT_EQ(Money::fromYuan(total.sign.investment).text(MoneyUnit::Yi), QStringLiteral("262.16"));
    EXPECT_EQ(total.start.count, 109);
    EXPECT_EQ(total.produce.count, 75);
    EXPECT_EQ(s_figures->explain(july(), QStringLiteral("attain"))->included.size(), 42U);
    EXPECT_EQ(s_figures->explain(july(), QStringLiteral("start"))->excluded.size(), 40U);
}

TEST_F(Demo, TheCampaignAtHand) {
    ASSERT_EQ(s_figures->campaignAtHand(Month(2024, 7)), (CampaignKey{2024, 3}));
    // Held in the month after, when the bulletin is written; before that the last one held.
    EXPECT_EQ(s_figures->campaignAtHand(Month(2024, 5)), (CampaignKey{2024, 2}));
    EXPECT_EQ(s_figures->campaignAtHand(Month(2023, 2)), (CampaignKey{2023, 1}));
    EXPECT_EQ(s_figures->campaignAtHand(Month(2022, 12)), std::nullopt);
    const auto summary = s_figures->summary({2024, 3});
    EXPECT_EQ(summary.sign.count, 11);
    EXPECT_EQ(summary.sign.investment, 534'200 * kWan);
    EXPECT_EQ(summary.sign.output, 375'000 * kWan);
    EXPECT_EQ(summary.start.count, 17);
    EXPECT_EQ(summary.start.investment, 226'900 * kWan);
    EXPECT_EQ(summary.start.output, 192'800 * kWan);
    EXPECT_EQ(summary.produce.count, 15);
    EXPECT_EQ(summary.produce.investment, 166'400 * kWan);
    EXPECT_EQ(summary.produce.output, 136'000 * kWan);
    EXPECT_EQ(summary.over100m, 14);
    EXPECT_EQ(summary.strategic, 22);
}

TEST_F(Demo, TheCampaignAtHandDoesNotHeedTheRangeOfCampaigns) {
    services::FigureScope scope{Month(2024, 7), {}, {}};
    const auto atHand = [&scope] { return s_figures->campaignAtHand(scope).value(); };
    const auto whole = atHand();
    ASSERT_TRUE(whole);
    EXPECT_EQ(whole->summary.campaign, (CampaignKey{2024, 3}));
    EXPECT_EQ(whole->heldOn, QDate(2024, 8, 19));
    EXPECT_EQ(whole->summary.sign.count, 11);
    scope.filter.lastCampaign = CampaignKey{2023, 1};
    EXPECT_EQ(atHand()->summary.sign.count, 11);
    scope.filter.zones = {s_ledger->zone(QStringLiteral("兴县经开区"))->id};
    EXPECT_LT(atHand()->summary.sign.count, 11);
    scope.asOf = Month(2022, 12);
    EXPECT_FALSE(atHand());
}

TEST_F(Demo, XingxiansEightOfTheFirstHalf) {
    ProjectFilter filter;
    filter.zones = {s_ledger->zone(QStringLiteral("兴县经开区"))->id};
    filter.firstCampaign = CampaignKey{2024, 1};
    filter.lastCampaign = CampaignKey{2024, 2};
    filter.batch = Batch::Sign;
    const auto ids = s_ledger->projectIds(filter, QDate(2024, 7, 31)).value();
    EXPECT_EQ(ids.size(), 8U);
    qint64 sum = 0;
    const auto records = s_ledger->records(EntityKind::Project, ids).value();
    for (const auto &record : records)
        sum += fromRecord<Project>(record).totalInvestment.value_or(Money()).yuan();
    EXPECT_EQ(sum, 487'700 * kWan);
}

TEST_F(Demo, CommitmentProjectsAndOverdue) {
    const auto &projects = s_ledger->facts().projects;
    EXPECT_EQ(std::ranges::count_if(projects, [](const auto &p) { return p.commitment; }), 54);
    std::map<indicators::OverdueKind, int> kinds;
    std::map<indicators::Light, int> lights;
    const auto overdue = s_figures->overdue(july()).value();
    for (const auto &line : overdue) {
        ++kinds[line.item.kind];
        ++lights[line.item.light];
    }
    EXPECT_EQ(kinds[indicators::OverdueKind::NotStarted], 15);
    EXPECT_EQ(kinds[indicators::OverdueKind::NotProduced], 22);
    EXPECT_EQ(kinds[indicators::OverdueKind::NotAttained], 11);
    EXPECT_EQ(lights[indicators::Light::Red], 14);
    EXPECT_EQ(lights[indicators::Light::Yellow], 21);
    EXPECT_EQ(lights[indicators::Light::Green], 13);
}

TEST_F(Demo, GroupsAddUpToTheTotal) {
    const auto table = s_figures->rates(july(), GroupBy::Zone).value();
    EXPECT_EQ(table.groups.size(), 8U);
    for (std::size_t i = 0; i < table.total.rates.size(); ++i) {
        RateSum sum;
        for (const auto &group : table.groups)
            sum.add(group.rates[i].rate);
        EXPECT_EQ(sum.num, table.total.rates[i].rate.num()) << qPrintable(table.total.rates[i].id);
        EXPECT_EQ(sum.den, table.total.rates[i].rate.den()) << qPrintable(table.total.rates[i].id);
    }
}

TEST_F(Demo, LaterMonthsDoNotDisturbJuly) {
    FigureScope june = july();
    june.asOf = Month(2024, 6);
    EXPECT_NE(rate(june, "start"), rate(july(), "start")) << "the trend lives";
    const auto trend = s_figures->trend(july(), Month(2023, 8)).value();
    ASSERT_EQ(trend.groups.size(), 12U);
    EXPECT_EQ(trend.groups.back().rate(QStringLiteral("start"))->text(), QStringLiteral("78.87%"));
}

TEST_F(Demo, TheBulletinSpeaksTheSeedsSentence) {
    const auto document = services::bulletin(*s_ledger, *s_figures, july()).value();
    EXPECT_TRUE(document.isDemo);
    QString text;
    for (const auto &block : document.blocks)
        if (const auto *paragraph = std::get_if<reports::Paragraph>(&block))
            text += paragraph->text() + u'\n';
    for (const char *part : {"六次“三个一批”活动", "签约项目111个", "总投资262.16亿元", "开工率78.87%",
                             "投产项目75个", "投产率24.77%", "投产产业项目42个", "达效率97.51%",
                             "签约项目11个，签约投资额53.42亿元，预计年产值37.5亿元",
                             "开工项目17个，总投资22.69亿元，预计年产值19.28亿元",
                             "投产项目15个，总投资16.64亿元，预计年产值13.6亿元"})
        EXPECT_TRUE(text.contains(QString::fromUtf8(part))) << part << "\n" << text.toStdString();
}

TEST_F(Demo, ImportingItsWorkbooksAgainChangesNothing) {
    const services::ImportService service(*s_ledger);
    const auto workbook = services::ImportService::read(
                              QStringLiteral(YIPI_SOURCE_DIR "/data/demo/2023年第1次三个一批项目.xlsx"))
                              .value();
    const auto plan = service.plan(workbook, {}).value();
    EXPECT_EQ(plan.errorCount, 0);
    EXPECT_TRUE(plan.changes.changes.empty());
}

TEST(Import, JinzhongReproducesThePublishedRates) {
    // 晋中 2021-08, 前四期 of five campaigns: 82/94 = 87.23, 67/107 = 62.62, 216.65/235.04 = 92.18.
    QTemporaryDir folder;
    auto ledger = LedgerService::create(folder.filePath(QStringLiteral("晋中.yipi")), {}).value();
    services::ImportService service(*ledger);
    exchange::ImportOptions options;
    options.createZones = true;
    const auto workbook =
        services::ImportService::read(QStringLiteral(YIPI_SOURCE_DIR "/tests/data/jinzhong.xlsx"));
    ASSERT_TRUE(workbook) << workbook.error().text().toStdString();
    const auto plan = service.plan(*workbook, options);
    ASSERT_TRUE(plan) << plan.error().text().toStdString();
    for (const auto &finding : plan->findings)
        if (finding.isError)
            ADD_FAILURE() << describe(finding.place).toStdString() << finding.message.toStdString();
    ASSERT_TRUE(service.write(*plan, options));
    const FigureService figures(*ledger);
    const auto total =
        figures.rates({Month(2021, 8), QStringLiteral("shanxi-batch"), {}}, GroupBy::None).value().total;
    const auto text = [&](const char *id) {
        const auto *r = total.rate(QString::fromLatin1(id));
        return QStringLiteral("%1/%2 %3").arg(r->rate.num()).arg(r->rate.den()).arg(r->text());
    };
    EXPECT_EQ(text("start"), QStringLiteral("82/94 87.23%"));
    EXPECT_EQ(text("produce"), QStringLiteral("67/107 62.62%"));
    EXPECT_EQ(text("attain"), QStringLiteral("21665000000/23504000000 92.18%"));
}
