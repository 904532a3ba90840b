// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/custom_field.h"
#include "domain/problem.h"
#include "domain/target.h"
#include "domain/zone_resources.h"
#include "services/campaign_lists.h"
#include "services/new_record.h"
#include "services/removal.h"
#include "services/temporary_ledger.h"

using namespace yipi;
using namespace yipi::services;
using test::insertOf;
using test::TemporaryLedger;

namespace {

class RecordsTest : public ::testing::Test {
protected:
    LedgerService &ledger() { return *t.ledger; }
    qint64 add(RecordChange change) {
        ChangeSet set;
        set.title = QStringLiteral("建立");
        set.changes = {std::move(change)};
        const auto applied = ledger().apply(set);
        EXPECT_TRUE(applied) << (applied ? "" : applied.error().text().toStdString());
        return applied ? applied->records.front().id : 0;
    }
    qint64 addProblem(qint64 project, const char *description, ProblemState state, QDate due) {
        Problem problem;
        problem.project = {project};
        problem.description = QString::fromUtf8(description);
        problem.state = state;
        problem.due = due;
        return add(insertOf(problem));
    }
    std::vector<qint64> sorted(EntityKind kind, const char *field, Qt::SortOrder order = Qt::AscendingOrder) {
        return ledger().recordIds(kind, ledger().fieldIndex(kind, QString::fromLatin1(field)), order).value();
    }
    std::vector<qint64> containing(EntityKind kind, const char *text) {
        return ledger().recordsContaining(kind, QString::fromUtf8(text)).value();
    }
    using Ids = std::vector<qint64>;

    TemporaryLedger t;
};

class CampaignListsTest : public RecordsTest {
protected:
    CampaignListsTest() {
        Campaign campaign;
        campaign.year = 2024;
        campaign.sequence = 2;
        campaignId = add(insertOf(campaign));
    }
    Result<AppliedChangeSet> list(const Ids &projects, Batch batch = Batch::Sign) {
        auto set = listingOf(ledger(), campaignId, batch, projects);
        return set ? ledger().apply(std::move(*set)) : tl::unexpected(set.error());
    }
    std::vector<ListedProject> listed(Batch batch = Batch::Sign) {
        return campaignList(ledger(), campaignId, batch, QDate(2024, 7, 31)).value();
    }
    void edit(qint64 project, const char *field, const QString &text) {
        const auto done = ledger().edit(EntityKind::Project, project, t.project(project).version,
                                        QString::fromLatin1(field), text);
        ASSERT_TRUE(done) << done.error().text().toStdString();
    }

    qint64 campaignId = 0;
};

} // namespace

TEST_F(RecordsTest, IdsFollowAFieldWithEmptyValuesLast) {
    const qint64 late = addProblem(t.second, "土地未批", ProblemState::Closed, QDate(2024, 9, 1));
    const qint64 never = addProblem(t.first, "资金不足", ProblemState::Open, {});
    const qint64 soon = addProblem(t.first, "LNG 管线", ProblemState::InHand, QDate(2024, 8, 1));
    EXPECT_EQ(ledger().recordIds(EntityKind::Problem).value(), (Ids{late, never, soon}));
    EXPECT_EQ(sorted(EntityKind::Problem, "due"), (Ids{soon, late, never}));
    EXPECT_EQ(sorted(EntityKind::Problem, "due", Qt::DescendingOrder), (Ids{late, soon, never}));
    EXPECT_EQ(sorted(EntityKind::Problem, "state"), (Ids{never, soon, late}))
        << "as the choices, not the keys";
    EXPECT_EQ(sorted(EntityKind::Problem, "project"), (Ids{never, soon, late}));
    EXPECT_EQ(sorted(EntityKind::Problem, "project", Qt::DescendingOrder), (Ids{late, never, soon}));
    EXPECT_EQ(ledger().recordIds(EntityKind::Project).value(), (Ids{t.first, t.second}));
}

TEST_F(RecordsTest, ZonesCampaignsAndFieldsComeInTheOfficesOrder) {
    Zone before;
    before.code = QStringLiteral("LL-XX");
    before.name = QStringLiteral("兴县经济技术开发区");
    before.sortOrder = 1;
    const qint64 zone = add(insertOf(before));
    EXPECT_EQ(ledger().recordIds(EntityKind::Zone).value().front(), zone);
    LandParcel parcel;
    parcel.code = QStringLiteral("XY-1");
    parcel.zone = {ledger().zone(QStringLiteral("LL-XY"))->id};
    const qint64 second = add(insertOf(parcel));
    parcel.code = QStringLiteral("XX-1");
    parcel.zone = {zone};
    const qint64 first = add(insertOf(parcel));
    EXPECT_EQ(sorted(EntityKind::LandParcel, "zone"), (Ids{first, second}));
    Campaign campaign;
    campaign.year = 2024;
    campaign.sequence = 1;
    const qint64 later = add(insertOf(campaign));
    campaign.year = 2023;
    const qint64 earlier = add(insertOf(campaign));
    EXPECT_EQ(ledger().recordIds(EntityKind::Campaign).value(), (Ids{earlier, later}));
}

TEST_F(RecordsTest, TextIsFoundInAnyFieldAsItIsShown) {
    const qint64 land = addProblem(t.second, "土地未批", ProblemState::Open, QDate(2024, 9, 1));
    const qint64 fund = addProblem(t.first, "资金不足 Bank", ProblemState::Closed, {});
    EXPECT_EQ(containing(EntityKind::Problem, "土地"), Ids{land});
    EXPECT_EQ(containing(EntityKind::Problem, "bANK"), Ids{fund});
    EXPECT_EQ(containing(EntityKind::Problem, "2024-09"), Ids{land});
    EXPECT_EQ(containing(EntityKind::Problem, "已销号"), Ids{fund}) << "a choice by its words";
    EXPECT_EQ(containing(EntityKind::Problem, "lng"), Ids{land}) << "the name of the project";
    EXPECT_EQ(containing(EntityKind::Problem, "没有这样的"), Ids{});
    Target target;
    target.zone = {ledger().zones().front().id};
    target.year = 2024;
    target.indicator = TargetIndicator::SignInvestment;
    target.targetAmount = Money::fromYuan(1'234'560'000);
    const qint64 id = add(insertOf(target));
    EXPECT_EQ(containing(EntityKind::Target, "123456"), Ids{id}) << "money in 万元";
    EXPECT_EQ(containing(EntityKind::Target, "孝义经开"), Ids{id});
}

TEST_F(RecordsTest, AnAdditionTellsEveryFieldAtFault) {
    const auto refused = additionOf(ledger(), EntityKind::LandParcel,
                                    {{QStringLiteral("area_mu"), QStringLiteral("很大")},
                                     {QStringLiteral("zone"), QStringLiteral("月球")}});
    ASSERT_FALSE(refused);
    QStringList fields;
    for (const Error &detail : refused.error().details)
        fields << detail.place.field;
    EXPECT_EQ(fields,
              (QStringList{QStringLiteral("code"), QStringLiteral("zone"), QStringLiteral("area_mu")}));
    EXPECT_TRUE(refused.error().details[0].message.contains(QStringLiteral("没有填")));

    auto set = additionOf(ledger(), EntityKind::LandParcel,
                          {{QStringLiteral("code"), QStringLiteral(" XY-7 ")},
                           {QStringLiteral("zone"), QStringLiteral("孝义经开区")},
                           {QStringLiteral("area_mu"), QStringLiteral("35.5亩")}});
    ASSERT_TRUE(set) << set.error().text().toStdString();
    EXPECT_EQ(set->title, QStringLiteral("新增标准地 XY-7"));
    const auto applied = ledger().apply(std::move(*set));
    ASSERT_TRUE(applied);
    const auto parcel =
        fromRecord<LandParcel>(ledger().record(EntityKind::LandParcel, applied->records.front().id).value());
    EXPECT_EQ(parcel.code, "XY-7");
    EXPECT_EQ(parcel.areaMu->hundredths, 3550);
    ASSERT_TRUE(ledger().undo());
    EXPECT_TRUE(ledger().allRecords(EntityKind::LandParcel).value().empty());
}

TEST_F(RecordsTest, CustomFieldsGetTheNextKey) {
    const auto addField = [&](const char *title) {
        auto set = additionOf(ledger(), EntityKind::CustomField,
                              {{QStringLiteral("title"), QString::fromUtf8(title)},
                               {QStringLiteral("type"), QStringLiteral("数字")}});
        EXPECT_TRUE(set);
        return ledger().apply(std::move(*set)).value().records.front().id;
    };
    const auto before = ledger().fields(EntityKind::Project).size();
    addField("设备台数");
    const qint64 second = addField("车位");
    EXPECT_EQ(ledger().fields(EntityKind::Project).size(), before + 2);
    EXPECT_EQ(ledger().fields(EntityKind::Project).back().key, "custom_2");
    EXPECT_EQ(filledProjects(ledger(), second), 0);
    ASSERT_TRUE(ledger().edit(EntityKind::Project, t.first, t.project(t.first).version,
                              QStringLiteral("custom_2"), QStringLiteral("12")));
    EXPECT_EQ(filledProjects(ledger(), second), 1);
    EXPECT_EQ(filledProjects(ledger(), 999), 0);
}

TEST_F(CampaignListsTest, DeclaredFiguresStayWhenTheProjectChanges) {
    edit(t.first, "expected_output", QStringLiteral("8000"));
    ASSERT_TRUE(list({t.second, t.first}));
    edit(t.first, "total_investment", QStringLiteral("1.5亿"));
    edit(t.first, "expected_output", QStringLiteral("7000"));
    const auto rows = listed();
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].project.id, t.first) << "by zone and code";
    EXPECT_EQ(rows[0].entry.declaredInvestment, Money::fromYuan(100'000'000));
    EXPECT_EQ(rows[0].entry.declaredOutput, Money::fromYuan(80'000'000));
    EXPECT_EQ(rows[0].investmentDifference(), Money::fromYuan(50'000'000));
    EXPECT_EQ(rows[0].outputDifference(), Money::fromYuan(-10'000'000));
    EXPECT_EQ(rows[1].outputDifference(), std::nullopt) << "未填 is no difference";
    const ListTotals totals = totalsOf(rows);
    EXPECT_EQ(totals.count, 2);
    EXPECT_EQ(totals.declaredInvestment, Money::fromYuan(300'000'000));
    EXPECT_EQ(totals.currentInvestment, Money::fromYuan(350'000'000));
    EXPECT_EQ(totals.currentOutput, Money::fromYuan(70'000'000));
    EXPECT_EQ(listedCount(ledger(), campaignId, Batch::Sign), 2);
    EXPECT_EQ(listedCount(ledger(), campaignId, Batch::Start), 0);
    EXPECT_TRUE(listed(Batch::Start).empty());
}

TEST_F(CampaignListsTest, NobodyIsListedTwice) {
    ASSERT_TRUE(list({t.first}));
    const auto again = list({t.first, t.second});
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, ErrorCode::Refused);
    EXPECT_TRUE(again.error().message.contains(QStringLiteral("高纯氧化铝微粉")));
    EXPECT_TRUE(again.error().message.contains(QStringLiteral("2024-2 签约一批")));
    EXPECT_FALSE(list({}));
    EXPECT_TRUE(list({t.first}, Batch::Start)) << "another list of the same campaign";
    EXPECT_EQ(listed().size(), 1U);
}

TEST_F(CampaignListsTest, FreezingAgainAsksForAReasonAndCanBeUndone) {
    ASSERT_TRUE(list({t.first, t.second}));
    edit(t.first, "total_investment", QStringLiteral("1.5亿"));
    Ids entries;
    for (const auto &row : listed())
        entries.push_back(row.entry.id);
    EXPECT_EQ(refreezingOf(ledger(), entries, QStringLiteral(" ")).error().code, ErrorCode::Refused);
    auto set = refreezingOf(ledger(), entries, QStringLiteral("省级核减"));
    ASSERT_TRUE(set);
    EXPECT_EQ(set->changes.size(), 1U) << "only what differs";
    ASSERT_TRUE(ledger().apply(std::move(*set)));
    EXPECT_EQ(listed()[0].entry.declaredInvestment, Money::fromYuan(150'000'000));
    EXPECT_EQ(ledger().history(EntityKind::CampaignEntry, entries[0]).value().back().reason,
              QStringLiteral("省级核减"));
    EXPECT_FALSE(refreezingOf(ledger(), entries, QStringLiteral("再来"))) << "nothing differs";
    ASSERT_TRUE(ledger().undo());
    EXPECT_EQ(listed()[0].entry.declaredInvestment, Money::fromYuan(100'000'000));
    auto removal = removalOf(ledger(), EntityKind::CampaignEntry, entries);
    ASSERT_TRUE(removal);
    ASSERT_TRUE(ledger().apply(std::move(*removal)));
    EXPECT_TRUE(listed().empty());
}
