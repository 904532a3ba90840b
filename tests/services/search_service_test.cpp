// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/search_service.h"

#include "domain/monthly_progress.h"
#include "services/demo_service.h"
#include "services/random_edits.h"
#include "services/temporary_ledger.h"

#include <QSignalSpy>

using namespace yipi;
using namespace yipi::services;
using pinyin::MatchQuality;
using test::insertOf;
using test::TemporaryLedger;

namespace {

const QDate kAsOf(2024, 7, 31);

/// A ledger with its search, ready.
struct Searched : TemporaryLedger {
    std::unique_ptr<SearchService> search = makeSearch();

    std::unique_ptr<SearchService> makeSearch() const {
        auto service = std::make_unique<SearchService>(*ledger);
        service->setIndex(std::move(loadSearchIndex(path()).value()));
        return service;
    }
    std::vector<SearchGroup> find(const QString &typed, std::size_t most = 8) {
        return search->search(typed, kAsOf, most).value();
    }
    /// "项目:名称" of each answer.
    QStringList titles(const QString &typed) {
        QStringList list;
        for (const SearchGroup &group : find(typed))
            for (const SearchHit &hit : group.hits)
                list << title(hit.kind) + u':' + hit.title;
        return list;
    }
    void edit(qint64 project, const char *field, const QString &text) {
        const int version = ledger->record(EntityKind::Project, project)->version;
        const auto done = ledger->edit(EntityKind::Project, project, version, QLatin1String(field), text);
        ASSERT_TRUE(done) << done.error().text().toStdString();
    }
    void report(qint64 project, Month month, const QString &problems) {
        MonthlyProgress progress;
        progress.project = {project};
        progress.month = month;
        progress.problems = problems;
        ChangeSet set;
        set.title = QStringLiteral("填报");
        set.changes = {insertOf(progress)};
        ASSERT_TRUE(ledger->apply(set));
    }
};

/// All that a search tells, in one text; people by name, for their numbers differ.
QString everything(SearchService &search) {
    QString all;
    for (const char *typed : {"a", "e", "g",    "h",    "j", "l", "n", "p",  "q",  "s",  "t",  "x",
                              "y", "z", "项目", "企业", "1", "2", "0", "的", "人", "难", "张", "w"}) {
        const auto groups = search.search(QString::fromUtf8(typed), kAsOf, 1000).value();
        for (const SearchGroup &group : groups) {
            QStringList lines;
            for (const SearchHit &hit : group.hits)
                lines << QStringLiteral("%1 %2 %3 %4")
                             .arg(hit.kind == SearchKind::Person ? 0 : hit.id)
                             .arg(int(hit.quality))
                             .arg(hit.title, hit.detail);
            if (group.kind == SearchKind::Person)
                lines.sort(); // equally good ones stand by number
            all += QStringLiteral("%1 %2 %3\n")
                       .arg(QString::fromUtf8(typed))
                       .arg(group.total)
                       .arg(title(group.kind));
            all += lines.join(u'\n') + u'\n';
        }
    }
    return all;
}

} // namespace

TEST(SearchService, FindsEveryKindWithTitleAndSecondLine) {
    Searched t;
    t.edit(t.first, "investor", QStringLiteral("山西吕梁铝业有限公司"));
    t.edit(t.first, "patron", QStringLiteral("吴喆"));
    t.edit(t.second, "service_officer", QStringLiteral("吴喆"));
    t.report(t.second, Month(2024, 6), QStringLiteral("用地手续未办理"));
    const auto only = [&](const char *typed) {
        const auto groups = t.find(QString::fromUtf8(typed));
        EXPECT_EQ(groups.size(), 1U) << typed;
        return groups.empty() || groups[0].hits.empty() ? SearchHit() : groups[0].hits[0];
    };
    const SearchHit project = only("gcyhl");
    EXPECT_EQ(project.kind, SearchKind::Project);
    EXPECT_EQ(project.id, t.first);
    EXPECT_EQ(project.title, QStringLiteral("高纯氧化铝微粉"));
    EXPECT_EQ(project.detail, QStringLiteral("2303-XY-01 · 孝义经开区 · 储备 · 山西吕梁铝业有限公司"));
    EXPECT_EQ(project.quality, MatchQuality::InitialsPrefix);

    const SearchHit enterprise = only("lvliang");
    EXPECT_EQ(enterprise.kind, SearchKind::Enterprise);
    EXPECT_EQ(enterprise.detail, QStringLiteral("1 个项目"));
    EXPECT_EQ(t.search->projectsOf(enterprise), std::vector<qint64>{t.first});

    const SearchHit person = only("wuzhe");
    EXPECT_EQ(person.kind, SearchKind::Person);
    EXPECT_EQ(person.title, QStringLiteral("吴喆"));
    EXPECT_EQ(person.detail, QStringLiteral("包联领导 1 个项目 · 服务专员 1 个项目"));
    EXPECT_EQ(t.search->projectsOf(person), (std::vector<qint64>{t.first, t.second}));

    const SearchHit problem = only("yongdi");
    EXPECT_EQ(problem.kind, SearchKind::Problem);
    EXPECT_EQ(problem.id, t.second);
    EXPECT_EQ(problem.title, QStringLiteral("用地手续未办理"));
    EXPECT_EQ(problem.detail, QStringLiteral("焦炉煤气制 LNG · 2024年6月"));
    EXPECT_TRUE(t.find(QStringLiteral("ydsx")).empty()); // problems not by first letters

    const SearchHit zone = only("xiaoyi");
    EXPECT_EQ(zone.kind, SearchKind::Zone);
    EXPECT_EQ(zone.detail, QStringLiteral("2 个项目 · 孝义经开区"));
    EXPECT_TRUE(t.search->projectsOf(zone).empty());
}

TEST(SearchService, FindsChainsAndCampaigns) {
    Searched t;
    IndustryChain chain;
    chain.name = QStringLiteral("铝镁新材料");
    chain.leadDepartment = QStringLiteral("市工信局");
    Campaign campaign;
    campaign.year = 2024;
    campaign.sequence = 2;
    campaign.heldOn = QDate(2024, 6, 28);
    ChangeSet set;
    set.title = QStringLiteral("字典");
    set.changes = {insertOf(chain), insertOf(campaign)};
    ASSERT_TRUE(t.ledger->apply(set));
    const auto chains = t.find(QStringLiteral("lvmei"));
    ASSERT_EQ(chains.size(), 1U);
    EXPECT_EQ(chains[0].kind, SearchKind::Chain);
    EXPECT_EQ(chains[0].hits[0].detail, QStringLiteral("0 个项目 · 市工信局"));
    const auto campaigns = t.find(QStringLiteral("2024-2"));
    ASSERT_EQ(campaigns.size(), 1U);
    EXPECT_EQ(campaigns[0].hits[0].title, QStringLiteral("2024年第2次"));
    EXPECT_EQ(campaigns[0].hits[0].detail, QStringLiteral("2024-06-28"));
}

TEST(SearchService, TheBestKindComesFirstAndAmongEqualsTheShortest) {
    Searched t;
    t.edit(t.second, "name", QStringLiteral("孝义"));
    t.edit(t.first, "name", QStringLiteral("孝义铝土矿"));
    EXPECT_EQ(t.titles(QStringLiteral("孝义")),
              (QStringList{QStringLiteral("项目:孝义"), QStringLiteral("项目:孝义铝土矿"),
                           QStringLiteral("开发区:孝义经济开发区")}));
    t.edit(t.second, "name", QStringLiteral("在孝义经济开发区内"));
    t.edit(t.first, "name", QStringLiteral("别处"));
    EXPECT_EQ(t.titles(QStringLiteral("孝义经")).first(), QStringLiteral("开发区:孝义经济开发区"));
}

TEST(SearchService, AProjectFoundByNameAndCodeIsOneAnswer) {
    Searched t;
    t.edit(t.first, "name", QStringLiteral("2303 号线"));
    const auto groups = t.find(QStringLiteral("2303"), 1);
    ASSERT_EQ(groups.size(), 1U);
    EXPECT_EQ(groups[0].total, 2U);
    EXPECT_EQ(groups[0].hits.size(), 1U); // no more than asked for
    EXPECT_EQ(groups[0].hits[0].id, t.first);
}

TEST(SearchService, FollowsTheLedger) {
    Searched t;
    EXPECT_EQ(t.titles(QStringLiteral("chongqing")), QStringList());
    t.edit(t.first, "name", QStringLiteral("重庆路改造"));
    EXPECT_EQ(t.titles(QStringLiteral("chongqing")), QStringList(QStringLiteral("项目:重庆路改造")));
    ASSERT_TRUE(t.ledger->undo());
    EXPECT_EQ(t.titles(QStringLiteral("chongqing")), QStringList());
    t.edit(t.first, "responsible_person", QStringLiteral("曾乐"));
    EXPECT_EQ(t.titles(QStringLiteral("zengyue")), QStringList(QStringLiteral("人员:曾乐")));
    t.edit(t.first, "responsible_person", QString());
    EXPECT_EQ(t.titles(QStringLiteral("zengyue")), QStringList());
}

TEST(SearchService, KnowsTheNewestReportThatNamesAProblem) {
    Searched t;
    t.report(t.first, Month(2024, 7), QStringLiteral("环评未批复"));
    t.report(t.first, Month(2024, 5), QStringLiteral("资金不足"));
    t.report(t.first, Month(2024, 8), QString());
    EXPECT_EQ(t.titles(QStringLiteral("环评")), QStringList(QStringLiteral("问题:环评未批复")));
    EXPECT_EQ(t.titles(QStringLiteral("资金")), QStringList());
    EXPECT_EQ(t.titles(QStringLiteral("huanping")), QStringList(QStringLiteral("问题:环评未批复")));
}

TEST(SearchService, ALongProblemIsCutAroundWhatMatched) {
    Searched t;
    t.report(t.first, Month(2024, 7), QString(100, u'甲') + QStringLiteral("缺口") + QString(100, u'乙'));
    const QString title = t.find(QStringLiteral("缺口"))[0].hits[0].title;
    EXPECT_TRUE(title.startsWith(QStringLiteral("…甲")) && title.endsWith(QStringLiteral("乙…")));
    EXPECT_TRUE(title.contains(QStringLiteral("缺口")));
    EXPECT_EQ(title.size(), 62);
}

TEST(SearchService, TakesInWhatChangedWhileTheIndexWasRead) {
    Searched t;
    SearchService late(*t.ledger);
    late.prepareForIndex();
    auto index = loadSearchIndex(t.path()).value();
    t.edit(t.first, "name", QStringLiteral("洪洞煤层气"));
    t.edit(t.second, "patron", QStringLiteral("尉迟"));
    EXPECT_FALSE(late.isReady());
    EXPECT_TRUE(late.search(QStringLiteral("hongtong"), kAsOf, 8)->empty());
    QSignalSpy ready(&late, &SearchService::ready);
    late.setIndex(std::move(index));
    EXPECT_EQ(ready.size(), 1);
    EXPECT_EQ(late.search(QStringLiteral("hongtong"), kAsOf, 8)->size(), 1U);
    // Read before or behind the change, each is counted once.
    late.setIndex(std::move(loadSearchIndex(t.path()).value()));
    EXPECT_EQ(late.search(QStringLiteral("尉迟"), kAsOf, 8)->front().hits[0].detail,
              QStringLiteral("包联领导 1 个项目"));
}

TEST(SearchService, WithoutAnIndexDictionariesAreFound) {
    TemporaryLedger t;
    SearchService search(*t.ledger);
    const auto groups = search.search(QStringLiteral("孝义"), kAsOf, 8).value();
    ASSERT_EQ(groups.size(), 1U);
    EXPECT_EQ(groups[0].kind, SearchKind::Zone);
    EXPECT_TRUE(search.projectsOf(groups[0].hits[0]).empty());
    SearchHit person;
    person.kind = SearchKind::Person;
    EXPECT_TRUE(search.projectsOf(person).empty());
}

TEST(SearchService, AsksForANewIndexBehindAnImport) {
    Searched t;
    QSignalSpy outdated(t.search.get(), &SearchService::outdated);
    ChangeSet set;
    set.title = QStringLiteral("导入");
    for (int i = 0; i <= 5000; ++i) {
        Project p;
        p.uid = QStringLiteral("new-%1").arg(i);
        p.name = QStringLiteral("导入%1").arg(i);
        p.zone = {t.ledger->zones()[0].id};
        set.changes.push_back(insertOf(p));
    }
    SearchService loading(*t.ledger); // its index was read before the import and comes behind it
    loading.prepareForIndex();
    auto before = loadSearchIndex(t.path()).value();
    QSignalSpy late(&loading, &SearchService::outdated);
    ASSERT_TRUE(t.ledger->apply(set));
    EXPECT_EQ(late.size(), 0);
    loading.setIndex(std::move(before));
    EXPECT_EQ(late.size(), 1);
    EXPECT_EQ(outdated.size(), 1);
    EXPECT_EQ(t.titles(QStringLiteral("daoru")), QStringList()); // the old one answers meanwhile
    EXPECT_EQ(t.titles(QStringLiteral("gaochun")).size(), 1);
    t.search->prepareForIndex();
    t.search->setIndex(std::move(loadSearchIndex(t.path()).value()));
    const auto groups = t.find(QStringLiteral("daoru"));
    ASSERT_EQ(groups.size(), 1U);
    EXPECT_EQ(groups[0].total, 5001U);
    EXPECT_EQ(groups[0].hits.size(), 8U);
}

TEST(SearchService, LoadingTellsWhatWentWrongAndCanBeStopped) {
    Searched t;
    EXPECT_EQ(loadSearchIndex(t.path(QStringLiteral("keine.yipi"))).error().code, ErrorCode::FileMissing);
    const auto stopped = loadSearchIndex(t.path(), [](int permille) { return permille == 0; });
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().code, ErrorCode::Cancelled);
}

TEST(SearchService, BlanksFindNothing) {
    Searched t;
    EXPECT_TRUE(t.find(QStringLiteral("　 ")).empty());
    EXPECT_TRUE(t.find(QStringLiteral("不存在")).empty());
}

TEST(SearchService, PatchedIsWhatAFreshIndexSays) {
    Searched t;
    const QString file = t.path(QStringLiteral("demo.yipi"));
    ASSERT_TRUE(createDemo(file));
    const auto ledger = LedgerService::open(file, Access::ReadWrite, QStringLiteral("测试")).value();
    SearchService patched(*ledger);
    patched.setIndex(std::move(loadSearchIndex(file).value()));
    test::RandomEdits edits(*ledger, 7);
    for (int round = 0; round < 12; ++round) {
        QStringList done;
        for (int step = 0; step < 10; ++step)
            done << edits.step();
        SearchService fresh(*ledger);
        fresh.setIndex(std::move(loadSearchIndex(file).value()));
        ASSERT_EQ(everything(patched), everything(fresh)) << done.join(u'\n').toStdString();
    }
}
