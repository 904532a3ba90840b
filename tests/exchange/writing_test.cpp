// SPDX-License-Identifier: GPL-3.0-or-later
// What Yipi writes it reads back, and nothing in it runs.
#include "exchange_fixture.h"

#include <random>
#include <set>

namespace yipi::exchange::test {

namespace {

const QStringList &nastyTexts() {
    static constexpr const char *kTexts[] = {"=1+1",
                                             "=cmd|'/c calc'!A1",
                                             "+86 358",
                                             "-5",
                                             "@SUM(A1:A9)",
                                             "＝1+1",
                                             "＋1",
                                             "'apostrophe",
                                             "'=1",
                                             "''",
                                             "一行\n两行\n\n四行",
                                             "a\tb",
                                             "“引号”,\"逗号\";分号",
                                             "<b>&amp;</b>",
                                             "_x000D_",
                                             "a_x000D_b",
                                             "a_x005F_x000D_b",
                                             "a_x_b",
                                             "a\x01z",
                                             "001",
                                             "1E5",
                                             "2024-03-15",
                                             "是",
                                             "0.10",
                                             "𠮷😀",
                                             "%1 %2",
                                             "-",
                                             "无",
                                             "TRUE",
                                             "#N/A",
                                             "a  b"};
    static const QStringList kList = [] {
        QStringList list;
        for (const char *text : kTexts)
            list << QString::fromUtf8(text);
        return list << QString(32'767, u'长'); // as much as a cell holds
    }();
    return kList;
}

bool readsAsFormula(const QString &text) {
    static const QString kStarts = QStringLiteral("=+-@\t\r\n＝＋－＠");
    return !text.isEmpty() && kStarts.contains(text.at(0));
}

class Writing : public testing::Test {
protected:
    Workbook read(const QByteArray &content, const QString &name = QStringLiteral("出.xlsx")) {
        return readBack(m_folder, content, name);
    }
    QByteArray exported() {
        auto bytes = exportWorkbook(m_ledger.exportData());
        EXPECT_TRUE(bytes) << bytes.error().text();
        return bytes.value_or(QByteArray());
    }
    void expectNoDifference(const Workbook &book, int rows) {
        const auto plan = m_ledger.plan(book);
        ASSERT_TRUE(plan) << plan.error().text();
        for (const RecordChange &change : plan->changes.changes)
            for (const auto &[field, value] : change.values)
                ADD_FAILURE() << entityInfo(change.entity).key << " " << change.id << " "
                              << entityInfo(change.entity).fields[std::size_t(field)].key << " becomes "
                              << (std::holds_alternative<QString>(value) ? std::get<QString>(value).left(40)
                                                                         : QStringLiteral("another number"));
        for (const Finding &finding : plan->findings)
            EXPECT_FALSE(finding.isError)
                << finding.code << " row " << finding.place.row << " " << finding.place.field << " "
                << finding.value.left(40) << ": " << finding.message;
        int unchanged = 0;
        for (const SheetPlan &sheet : plan->sheets)
            unchanged += sheet.unchanged;
        EXPECT_EQ(unchanged, rows);
    }
    void addProject(const Project &project) { m_ledger.snapshot.projects.push_back(project); }
    Project namedProject(const QString &name);

    QTemporaryDir m_folder;
    TestLedger m_ledger;
};

Project Writing::namedProject(const QString &name) {
    Project project;
    project.id = ++m_ledger.lastId;
    project.uid = QStringLiteral("uid-%1").arg(project.id);
    project.name = name;
    project.zone.id = m_ledger.snapshot.zones[1].id;
    return project;
}

/// Random records of every kind of field.
class RandomLedger {
public:
    RandomLedger(TestLedger &ledger, unsigned seed)
        : m_ledger(ledger)
        , m_random(seed) {}

    template <class E>
    E record(const std::vector<const char *> &kept) {
        Record record = toRecord(E{});
        const EntityInfo &info = entityInfo(kKindOf<E>);
        for (std::size_t i = 0; i < info.fields.size(); ++i) {
            const FieldInfo &field = info.fields[i];
            const bool isKept = std::any_of(kept.begin(), kept.end(),
                                            [&](const char *key) { return field.key == QLatin1String(key); });
            if (!isKept && field.type != FieldType::Reference && chance(60))
                record.values[i] = value(field);
        }
        record.id = ++m_ledger.lastId;
        return fromRecord<E>(record);
    }
    int below(int limit) { return int(m_random() % unsigned(limit)); }
    bool chance(int percent) { return below(100) < percent; }

private:
    Value value(const FieldInfo &field) {
        switch (field.type) {
        case FieldType::Text:
        case FieldType::LongText:
            return nastyTexts()[below(int(nastyTexts().size()))];
        case FieldType::Integer:
            return qint64(below(100'000));
        case FieldType::Quantity:
            return qint64(below(10'000'000));
        case FieldType::Money: // from single 元 to what a double no longer holds
            return chance(90) ? qint64(m_random() % 10'000'000'000'000ULL)
                              : 900'000'000'000'001LL + below(99'999'999);
        case FieldType::Date:
            return QDate(1950, 1, 1).addDays(below(55'000)).toString(Qt::ISODate);
        case FieldType::Month:
            return qint64(Month(2020 + below(8), 1 + below(12)).index());
        case FieldType::Flag:
            return qint64(below(2));
        case FieldType::Choice:
            return field.choices[std::size_t(below(int(field.choices.size())))].key;
        case FieldType::Reference:
            break;
        }
        return {};
    }

    TestLedger &m_ledger;
    std::mt19937_64 m_random;
};

/// Projects on lists and on none, with reports.
void fill(TestLedger &ledger, RandomLedger &random, int projects) {
    for (int i = 0; i < projects; ++i) {
        Project project = random.record<Project>({"uid", "code", "name", "strategic_class"});
        project.uid = QStringLiteral("uid-%1").arg(project.id);
        project.name = QStringLiteral("随机项目%1 ").arg(project.id) +
                       nastyTexts()[random.below(int(nastyTexts().size()) - 1)].simplified();
        project.code = random.chance(50) ? QStringLiteral("=C-%1").arg(project.id) : QString();
        project.zone.id = ledger.snapshot.zones[std::size_t(random.below(6))].id;
        if (random.chance(50))
            project.chain.id = ledger.snapshot.chains[std::size_t(random.below(2))].id;
        if (random.chance(70)) {
            project.investor.id = ++ledger.lastId;
            const QString name =
                QStringLiteral("%1 公司 %2").arg(random.chance(50) ? "=甲" : "-乙").arg(project.id);
            ledger.enterpriseNames.insert(project.investor.id, name);
            ledger.snapshot.enterprises.insert(foldedName(name), project.investor.id);
        }
        ledger.snapshot.projects.push_back(project);
        for (const Batch batch : {Batch::Sign, Batch::Start, Batch::Produce})
            if (random.chance(40)) {
                auto entry = random.record<CampaignEntry>({"batch"});
                entry.project.id = project.id;
                entry.campaign.id = ledger.snapshot.campaigns[std::size_t(random.below(2))].id;
                entry.batch = batch;
                ledger.snapshot.entries.push_back(entry);
            }
        for (int month = 1; random.chance(40); ++month) {
            auto report = random.record<MonthlyProgress>({"month"});
            report.project.id = project.id;
            report.month = Month(2024, month % 12 + 1).plus(month / 12 * 12);
            ledger.snapshot.progress.push_back(report);
        }
    }
}

int exportedRows(const TestLedger &ledger) {
    std::set<qint64> listed;
    for (const CampaignEntry &entry : ledger.snapshot.entries)
        listed.insert(entry.project.id);
    return int(ledger.snapshot.entries.size() + ledger.snapshot.progress.size() +
               ledger.snapshot.projects.size() - listed.size() + ledger.snapshot.campaigns.size());
}

} // namespace

TEST_F(Writing, ReadsBackEveryNastyText) {
    for (const QString &text : nastyTexts()) {
        Project project =
            namedProject(QStringLiteral("第%1个项目").arg(m_ledger.snapshot.projects.size() + 1));
        project.remarks = project.content = project.industry = project.patron = text;
        addProject(project);
    }
    const int rows = int(m_ledger.snapshot.projects.size());
    for (const QString &name :
         {QStringLiteral("出.xlsx"), QStringLiteral("出.csv"), QStringLiteral("出.json")}) {
        const bool isCsv = name.endsWith(QStringLiteral("csv"));
        const QByteArray content = isCsv                                   ? exportCsv(m_ledger.exportData())
                                   : name.endsWith(QStringLiteral("json")) ? exportJson(m_ledger.exportData())
                                                                           : exported();
        const Workbook book = read(content, name);
        expectNoDifference(book, isCsv ? rows : exportedRows(m_ledger));
        TestLedger other; // an empty cell changes nothing, so a lost text shows only in a new ledger
        const auto plan = other.plan(book);
        ASSERT_TRUE(plan) << plan.error().text();
        other.apply(plan->changes);
        ASSERT_EQ(other.snapshot.projects.size(), std::size_t(rows));
        for (int i = 0; i < rows; ++i) {
            EXPECT_EQ(other.snapshot.projects[std::size_t(i)].remarks.left(50), nastyTexts()[i].left(50))
                << name;
            EXPECT_EQ(other.snapshot.projects[std::size_t(i)].patron.size(), nastyTexts()[i].size()) << name;
        }
    }
}

TEST_F(Writing, ReadsBackRandomLedgers) {
    for (unsigned seed = 1; seed <= 30; ++seed) {
        SCOPED_TRACE(seed);
        m_ledger = TestLedger();
        RandomLedger random(m_ledger, seed);
        fill(m_ledger, random, 12);
        ExportData data = m_ledger.exportData();
        data.unit = seed % 3 == 0 ? MoneyUnit::Yi : seed % 3 == 1 ? MoneyUnit::Wan : MoneyUnit::Yuan;
        const auto bytes = exportWorkbook(data);
        ASSERT_TRUE(bytes) << bytes.error().text();
        expectNoDifference(read(*bytes), exportedRows(m_ledger));
        expectNoDifference(read(exportCsv(data), QStringLiteral("出.csv")),
                           int(m_ledger.snapshot.projects.size()));
        expectNoDifference(read(exportJson(data), QStringLiteral("出.json")), exportedRows(m_ledger));
    }
}

TEST_F(Writing, AViewHasItsFieldsInTheirOrderAndComesBackUnchanged) {
    RandomLedger random(m_ledger, 7);
    fill(m_ledger, random, 12);
    const EntityInfo &info = entityInfo(EntityKind::Project);
    const std::vector<int> fields{info.indexOf(QStringLiteral("name")), info.indexOf(QStringLiteral("zone")),
                                  info.indexOf(QStringLiteral("total_investment")),
                                  info.indexOf(QStringLiteral("patron"))};
    const auto bytes = exportView(m_ledger.exportData(), QStringLiteral("红灯项目"), fields);
    ASSERT_TRUE(bytes) << bytes.error().text();
    const Workbook book = read(*bytes);
    ASSERT_EQ(book.sheets.size(), 2u) << "and the hidden dictionary";
    EXPECT_EQ(book.sheets[0].name, QStringLiteral("红灯项目"));
    EXPECT_EQ(book.sheets[0].cell(3, 3).text, QStringLiteral("总投资（万元）"));
    expectNoDifference(book, int(m_ledger.snapshot.projects.size()));
    const QByteArray xml = sheetXml(m_folder, *bytes);
    EXPECT_TRUE(xml.contains("fitToHeight=\"0\""));
    EXPECT_TRUE(xml.contains("<autoFilter"));
}

TEST_F(Writing, OtherJsonIsRefused) {
    for (const char *content :
         {"{}", "{\"format\":\"yipi-export\",\"version\":2,\"sheets\":[]}",
          "{\"a\":", "{\"format\":\"yipi-export\",\"version\":1,\"sheets\":[{\"name\":1}]}",
          "{\"format\":\"yipi-export\",\"version\":1,\"sheets\":[{\"name\":\"a\",\"columns\":"
          "[{\"key\":\"k\",\"title\":\"t\"}],\"rows\":[{\"k\":[1]}]}]}"}) {
        const auto book = readWorkbook(writeFile(m_folder.filePath(QStringLiteral("a.json")), content));
        ASSERT_FALSE(book) << content;
        EXPECT_EQ(book.error().code, ErrorCode::FileUnreadable);
    }
}

/// The whole way: a ledger made from an export is the same ledger.
TEST_F(Writing, MakesTheSameLedgerElsewhere) {
    RandomLedger random(m_ledger, 99);
    fill(m_ledger, random, 20);
    TestLedger other;
    other.snapshot.campaigns.clear();
    const auto plan = other.plan(read(exported()));
    ASSERT_TRUE(plan) << plan.error().text();
    EXPECT_EQ(errorCodes(*plan).join(u' '), QString());
    other.apply(plan->changes);
    ASSERT_EQ(other.snapshot.projects.size(), m_ledger.snapshot.projects.size());
    EXPECT_EQ(other.snapshot.entries.size(), m_ledger.snapshot.entries.size());
    EXPECT_EQ(other.snapshot.progress.size(), m_ledger.snapshot.progress.size());
    for (const Campaign &campaign : other.snapshot.campaigns)
        EXPECT_TRUE(std::any_of(
            m_ledger.snapshot.campaigns.begin(), m_ledger.snapshot.campaigns.end(),
            [&](const Campaign &c) { return c.key() == campaign.key() && c.heldOn == campaign.heldOn; }))
            << campaign.key().text();
    for (const Project &project : m_ledger.snapshot.projects) {
        const auto found = std::find_if(other.snapshot.projects.begin(), other.snapshot.projects.end(),
                                        [&](const Project &p) { return p.uid == project.uid; });
        ASSERT_NE(found, other.snapshot.projects.end());
        EXPECT_EQ(found->name, project.name);
        EXPECT_EQ(found->totalInvestment, project.totalInvestment);
        EXPECT_EQ(found->remarks, project.remarks);
        EXPECT_EQ(found->actualStart, project.actualStart);
        EXPECT_EQ(m_ledger.enterpriseNames.value(project.investor.id),
                  other.enterpriseNames.value(found->investor.id));
    }
}

TEST_F(Writing, KeepsCampaignsWithoutProjectsAndTheirTitles) {
    m_ledger.addCampaign(2024, 3, QDate(2024, 8, 19));
    m_ledger.snapshot.campaigns.back().title = QStringLiteral("2024年三季度重大项目集中签约");
    m_ledger.addCampaign(2024, 4, {});
    expectNoDifference(read(exported()), exportedRows(m_ledger));

    TestLedger other;
    other.snapshot.campaigns.clear();
    other.addCampaign(2024, 3, {});
    other.snapshot.campaigns.back().title = QStringLiteral("2024年第3次"); // as an import names it
    const auto plan = other.plan(read(exported()));
    ASSERT_TRUE(plan) << plan.error().text();
    EXPECT_TRUE(plan->findings.empty()) << warningCodes(*plan).join(u' ');
    other.apply(plan->changes);
    ASSERT_EQ(other.snapshot.campaigns.size(), m_ledger.snapshot.campaigns.size());
    for (const Campaign &campaign : m_ledger.snapshot.campaigns) {
        const auto found = std::find_if(other.snapshot.campaigns.begin(), other.snapshot.campaigns.end(),
                                        [&](const Campaign &c) { return c.key() == campaign.key(); });
        ASSERT_NE(found, other.snapshot.campaigns.end()) << campaign.key().text();
        EXPECT_EQ(found->heldOn, campaign.heldOn);
        EXPECT_EQ(found->title, campaign.title.isEmpty() ? campaign.key().chineseText() : campaign.title);
    }
}

TEST_F(Writing, ASheetOfCampaignsChangesNothingThatTheLedgerSays) {
    m_ledger.addCampaign(2024, 3, QDate(2024, 8, 19));
    m_ledger.snapshot.campaigns.back().title = QStringLiteral("三季度签约");
    const Workbook book = bookOf({sheetOf("活动", {{"年份", "次序", "名称", "举办日期"},
                                                   {2024.0, 3.0, "秋季签约", "2024-08-20"},
                                                   {2024.0, {}, "没有次序", {}},
                                                   {2025.0, 1.0, "早春签约", "某日"}})});
    const auto plan = m_ledger.plan(book);
    ASSERT_TRUE(plan) << plan.error().text();
    EXPECT_EQ(warningCodes(*plan).join(u' '), QStringLiteral("campaign_date_differs campaign_title_differs"));
    EXPECT_EQ(errorCodes(*plan).join(u' '), QStringLiteral("bad_number bad_date"));
    EXPECT_EQ(plan->findings[0].place.row, 2);
    EXPECT_EQ(plan->findings[0].place.column, 4);
    EXPECT_EQ(plan->sheets[0].unchanged, 1);
    EXPECT_EQ(plan->sheets[0].rejected, 2);
    EXPECT_TRUE(plan->changes.changes.empty());
}

TEST_F(Writing, KeepsCodesThatCount) {
    for (int i = 1; i <= 3; ++i) {
        Project project = namedProject(QStringLiteral("第%1个项目").arg(i));
        project.code = QString::number(i);
        addProject(project);
    }
    TestLedger other;
    const auto plan = other.plan(read(exported()));
    ASSERT_TRUE(plan) << plan.error().text();
    other.apply(plan->changes);
    ASSERT_EQ(other.snapshot.projects.size(), 3u);
    EXPECT_EQ(other.snapshot.projects[2].code, QStringLiteral("3"));
}

TEST_F(Writing, WritesNoFormula) {
    for (const QString &text : nastyTexts()) {
        Project project = namedProject(text.left(200).simplified() + QStringLiteral("项目"));
        project.remarks = text;
        project.code = text.left(40).simplified();
        addProject(project);
    }
    const QByteArray xml = sheetXml(m_folder, exported());
    EXPECT_FALSE(xml.contains("<f>") || xml.contains("<f "));
    EXPECT_FALSE(xml.contains("<hyperlink"));
    EXPECT_TRUE(xml.contains("=cmd|'/c calc'!A1")); // there, as text
    const Workbook csv = read(exportCsv(m_ledger.exportData()), QStringLiteral("出.csv"));
    EXPECT_EQ(csv.sheets.at(0).rows.size(), std::size_t(nastyTexts().size() + 1));
    const QString raw = QString::fromUtf8(exportCsv(m_ledger.exportData()));
    for (const QString &text : nastyTexts())
        if (readsAsFormula(text)) {
            EXPECT_FALSE(raw.contains(u'"' + text + u'"')) << text;
            EXPECT_TRUE(raw.contains(QStringLiteral("\"'") + text + u'"')) << text;
        }
}

TEST_F(Writing, KeepsFiguresFigures) {
    Project project = namedProject(QStringLiteral("数字项目"));
    project.totalInvestment = Money::fromYuan(12'345'678);
    project.jobs = 120;
    project.phone = QStringLiteral("13800000001");
    project.actualStart = QDate(2024, 3, 15);
    addProject(project);
    const Workbook book = read(exported());
    const auto others = std::find_if(book.sheets.begin(), book.sheets.end(), [](const Sheet &sheet) {
        return sheet.name == QStringLiteral("其他项目");
    });
    ASSERT_NE(others, book.sheets.end());
    QHash<QString, Cell> byHeader;
    for (int column = 1; column <= int(others->rows.at(2).size()); ++column)
        byHeader.insert(others->cell(3, column).text, others->cell(4, column));
    EXPECT_EQ(byHeader.value(QStringLiteral("总投资（万元）")).kind, Cell::Kind::Number);
    EXPECT_EQ(byHeader.value(QStringLiteral("总投资（万元）")).text, QStringLiteral("1234.5678"));
    EXPECT_EQ(byHeader.value(QStringLiteral("带动就业（人）")).kind, Cell::Kind::Number);
    EXPECT_EQ(byHeader.value(QStringLiteral("联系电话")).kind, Cell::Kind::Text);
    EXPECT_EQ(byHeader.value(QStringLiteral("实际开工")).kind, Cell::Kind::Date);
}

TEST_F(Writing, SaysWhichTextIsTooLong) {
    Project project = namedProject(QStringLiteral("长文项目"));
    project.remarks = QString(32'768, u'长');
    addProject(project);
    const auto refused = exportWorkbook(m_ledger.exportData());
    ASSERT_FALSE(refused);
    EXPECT_EQ(key(refused.error().code), QStringLiteral("refused"));
    EXPECT_TRUE(refused.error().message.contains(QStringLiteral("32767")));
    EXPECT_EQ(refused.error().place.sheet, QStringLiteral("其他项目"));
    EXPECT_EQ(refused.error().place.row, 4);
}

} // namespace yipi::exchange::test
