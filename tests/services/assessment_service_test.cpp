// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/assessment_service.h"
#include "services/demo_service.h"
#include "services/locations.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <gtest/gtest.h>

namespace yipi::services {
namespace {

/// The demonstration ledger with a user's folder of its own.
class AssessmentServiceTest : public ::testing::Test {
protected:
    void SetUp() override {
        qputenv("XDG_DATA_HOME", folder.filePath(QStringLiteral("data")).toUtf8());
        const QString path = folder.filePath(QStringLiteral("demo.yipi"));
        ASSERT_TRUE(createDemo(path));
        auto opened = LedgerService::open(path, Access::ReadWrite, QStringLiteral("测试"));
        ASSERT_TRUE(opened) << opened.error().text().toStdString();
        ledger = std::move(*opened);
        figures = std::make_unique<FigureService>(*ledger);
        service = std::make_unique<AssessmentService>(*ledger, *figures);
        scope.asOf = Month(2024, 7);
        scope.rulesId = QStringLiteral("lvliang-2024");
    }
    void TearDown() override { qunsetenv("XDG_DATA_HOME"); }

    indicators::AssessmentScheme own(const QString &id) {
        indicators::AssessmentScheme scheme = **service->scheme(QStringLiteral("efficacy-by-category"));
        scheme.id = scheme.name = id;
        return scheme;
    }
    QString total(const Assessment &assessment, const QString &zone) {
        const qint64 id = ledger->zone(zone)->id;
        return assessment.scores.groupOf(id)->zone(id)->total->exactText();
    }

    QTemporaryDir folder;
    std::unique_ptr<LedgerService> ledger;
    std::unique_ptr<FigureService> figures;
    std::unique_ptr<AssessmentService> service;
    FigureScope scope;
};

TEST_F(AssessmentServiceTest, KeepsAndRemovesOwnSchemes) {
    const auto scheme = own(QStringLiteral("市级 2024"));
    ASSERT_TRUE(service->save(scheme));
    ASSERT_TRUE(service->scheme(scheme.id));
    EXPECT_EQ(**service->scheme(scheme.id), scheme);
    EXPECT_FALSE(service->isShipped(scheme.id));
    EXPECT_EQ(AssessmentService(*ledger, *figures).schemes().size(), 3U) << "after a restart";
    ASSERT_TRUE(service->remove(scheme.id));
    EXPECT_EQ(service->scheme(scheme.id).error().code, ErrorCode::NotFound);
    EXPECT_EQ(service->remove(scheme.id).error().code, ErrorCode::NotFound);
}

TEST_F(AssessmentServiceTest, RefusesWhatCanNotBeKept) {
    auto scheme = own(QStringLiteral("市级"));
    for (const char *name : {"", ".x", " x", "a/b", "a:b", "a\\b", "a\nb"}) {
        scheme.id = QString::fromUtf8(name);
        const auto saved = service->save(scheme);
        ASSERT_FALSE(saved) << name;
        EXPECT_TRUE(saved.error().text().contains("不能作方案的文件名")) << name;
    }
    scheme.id = QStringLiteral("efficacy-by-category");
    EXPECT_EQ(service->save(scheme).error().code, ErrorCode::Refused);
    EXPECT_EQ(service->remove(scheme.id).error().code, ErrorCode::Refused);
    scheme.id = QStringLiteral("市级");
    scheme.items[1].id = scheme.items[0].id;
    const auto faulty = service->save(scheme);
    ASSERT_FALSE(faulty);
    EXPECT_EQ(faulty.error().place.field, "items[1].id");
    EXPECT_FALSE(QFile::exists(userAssessmentsFolder() + QStringLiteral("/市级.json"))) << "nothing written";
    // A file where the folder should be.
    ASSERT_TRUE(QDir().mkpath(folder.filePath(QStringLiteral("data/yipi"))));
    QFile blocking(userAssessmentsFolder());
    ASSERT_TRUE(blocking.open(QIODevice::WriteOnly));
    const auto blocked = service->save(own(QStringLiteral("市级")));
    ASSERT_FALSE(blocked);
    EXPECT_TRUE(blocked.error().text().contains("建不了文件夹"));
}

TEST_F(AssessmentServiceTest, AnOwnFileOfTheSameNameWins) {
    ASSERT_TRUE(QDir().mkpath(userAssessmentsFolder()));
    auto scheme = own(QStringLiteral("efficacy-by-category"));
    scheme.name = QStringLiteral("本市的");
    QFile file(userAssessmentsFolder() + QStringLiteral("/efficacy-by-category.json"));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(indicators::toJson(scheme));
    file.close();
    AssessmentService anew(*ledger, *figures);
    EXPECT_EQ(anew.schemes().size(), 2U);
    EXPECT_EQ((*anew.scheme(scheme.id))->name, "本市的");
    EXPECT_FALSE(anew.isShipped(scheme.id));
    ASSERT_TRUE(anew.remove(scheme.id));
    EXPECT_TRUE(anew.isShipped(scheme.id)) << "the shipped one is back";
}

TEST_F(AssessmentServiceTest, FollowsTheLedgerAndTheScope) {
    const auto scheme = own(QStringLiteral("市级"));
    const auto run = [&](const FigureScope &asked) {
        auto assessment = service->run(scheme, asked);
        EXPECT_TRUE(assessment) << (assessment ? "" : assessment.error().text().toStdString());
        return std::move(*assessment);
    };
    const QString before = total(run(scope), QStringLiteral("柳林"));
    EXPECT_EQ(total(run(scope), QStringLiteral("柳林")), before) << "from what is known";
    FigureScope june = scope;
    june.asOf = Month(2024, 6);
    const qint64 zone = ledger->zone(QStringLiteral("柳林"))->id;
    const Assessment now = run(scope);
    EXPECT_EQ(now.sinceLastMonth(*now.scores.groupOf(zone)->zone(zone)).total->exactText(),
              total(run(june), QStringLiteral("柳林")));
    // One that has not started starts.
    FigureScope narrow = scope;
    narrow.filter.zones = {zone};
    const auto rows = figures->explain(narrow, QStringLiteral("start"));
    ASSERT_TRUE(rows);
    const auto waiting = std::find_if(rows->included.begin(), rows->included.end(),
                                      [](const auto &row) { return !row.inNumerator; });
    ASSERT_NE(waiting, rows->included.end());
    const auto record = ledger->record(EntityKind::Project, waiting->projectId);
    ASSERT_TRUE(ledger->edit(EntityKind::Project, waiting->projectId, record->version,
                             QStringLiteral("actual_start"), QStringLiteral("2024-07-15")));
    EXPECT_NE(total(run(scope), QStringLiteral("柳林")), before);
    FigureScope past = scope;
    past.knownAt = QDate(1999, 1, 1);
    EXPECT_FALSE(service->run(scheme, past)) << "nothing was known then";
    FigureScope elsewhere = scope;
    elsewhere.filter.city = QStringLiteral("太原市");
    EXPECT_TRUE(run(elsewhere).scores.groups.empty());
    FigureScope strategic = scope;
    strategic.filter.strategic = true;
    const auto targets = service->run(**service->scheme(QStringLiteral("target-growth-amount")), strategic);
    ASSERT_TRUE(targets);
    EXPECT_TRUE(targets->figures.notices.join(QString()).contains("任务仍是各开发区的全部任务"));
}

TEST_F(AssessmentServiceTest, EvidenceIsTheRatesOwn) {
    const auto assessment = service->run(**service->scheme(QStringLiteral("target-growth-amount")), scope);
    ASSERT_TRUE(assessment);
    const qint64 zone = ledger->zone(QStringLiteral("文水"))->id;
    const auto &items = assessment->scheme.items;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const auto evidence = service->evidence(*assessment, zone, i);
        ASSERT_TRUE(evidence);
        const indicators::ItemFigure &figure = assessment->figuresOf(zone)->items[i];
        qint64 num = 0;
        if (evidence->target)
            for (const auto &row : evidence->target->included)
                num += row.value;
        if (evidence->rate)
            num = evidence->rate->rate.rate.num();
        EXPECT_EQ(num, figure.now.num()) << items[i].title.toStdString();
    }
    auto scheme = assessment->scheme;
    scheme.rules = QStringLiteral("gone");
    EXPECT_EQ(service->run(scheme, scope).error().code, ErrorCode::NotFound);
    scheme.rules = QStringLiteral("basic");
    EXPECT_EQ(service->run(scheme, scope)->figures.rulesId, "basic");
}

} // namespace
} // namespace yipi::services
