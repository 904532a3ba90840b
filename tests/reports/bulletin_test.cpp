// SPDX-License-Identifier: GPL-3.0-or-later
#include "seed_input.h"

#include <QRegularExpression>

using namespace yipi;
using namespace yipi::reports;

namespace {

::testing::AssertionResult says(const Document &document, const char *text) {
    if (wholeText(document).contains(QString::fromUtf8(text)))
        return ::testing::AssertionSuccess();
    return ::testing::AssertionFailure() << "“" << text << "” is not in:\n"
                                         << wholeText(document).toStdString();
}

} // namespace

TEST(Bulletin, WritesTheSeedsSentencesToTheLetter) {
    const Document document = bulletin(seedInput());
    EXPECT_EQ(document.title, QStringLiteral("关于2024年7月全市“三个一批”项目调度情况的通报"));
    EXPECT_EQ(texts(document, Style::Title),
              QStringList{QStringLiteral("关于2024年7月全市“三个一批”项目\n调度情况的通报")});
    EXPECT_TRUE(
        says(document,
             "截至7月底，2023年以来六次“三个一批”活动，全市共签约项目111个，总投资262.16亿元，开工率78.87%；"
             "投产项目75个，投产率24.77%；投产产业项目42个，达效率97.51%。"));
    EXPECT_TRUE(says(
        document, "本次“三个一批”活动，签约项目11个，签约投资额53.42亿元，预计年产值37.5亿元；开工项目17个，"
                  "总投资22.69亿元，预计年产值19.28亿元；投产项目15个，总投资16.64亿元，预计年产值13.6亿元。"
                  "投资亿元以上项目14个，战略性新兴产业项目22个。"));
}

TEST(Bulletin, ExplainsEachRateByItsPartsAndItsChange) {
    const Document document = bulletin(seedInput());
    EXPECT_EQ(texts(document, Style::Heading2),
              (QStringList{QStringLiteral("（一）开工率78.87%"), QStringLiteral("（二）投产率24.77%"),
                           QStringLiteral("（三）达效率97.51%")}));
    EXPECT_TRUE(says(document, "应开工71个，已开工56个，较上月提高3.16个百分点。"));
    EXPECT_TRUE(says(document, "开工一批109个，已投产27个，与上月持平。"));
    EXPECT_TRUE(says(document,
                     "投产产业项目42个，预期年产值60.24亿元，实际年产值58.74亿元，较上月下降0.43个百分点。"));
}

TEST(Bulletin, NamesRulesDateAndSourceBelowTheTable) {
    const Document document = bulletin(seedInput());
    const QString notes = texts(document, Style::Note).join(u'\n');
    EXPECT_TRUE(notes.startsWith(QStringLiteral("注：1.签约一批中已开工的项目数")));
    EXPECT_TRUE(notes.contains(QStringLiteral("数据截至2024年7月31日，口径：吕梁2024。")));
    EXPECT_TRUE(notes.contains(QStringLiteral("数据来源：“三个一批”项目台账。")));
    EXPECT_TRUE(notes.contains(QStringLiteral("演示数据")));
    BulletinInput real = seedInput();
    real.isDemo = false;
    EXPECT_FALSE(wholeText(bulletin(real)).contains(QStringLiteral("演示")));
}

TEST(Bulletin, EveryFigureSaysWhereItComesFrom) {
    const Document document = bulletin(seedInput());
    const Span *rate = figure(document, QStringLiteral("rate.start"));
    ASSERT_TRUE(rate);
    EXPECT_EQ(rate->text, QStringLiteral("78.87%"));
    EXPECT_EQ(rate->figure->meaning, QStringLiteral("开工率"));
    EXPECT_EQ(rate->figure->formula, QStringLiteral("56 ÷ 71"));
    EXPECT_EQ(rate->figure->rateId, QStringLiteral("start"));
    EXPECT_EQ(rate->figure->value, QStringLiteral("56/71"));
    EXPECT_EQ(figure(document, QStringLiteral("rate.attain"))->figure->formula,
              QStringLiteral("58.74 ÷ 60.24"));
    EXPECT_EQ(figure(document, QStringLiteral("total.sign.investment"))->figure->value,
              QStringLiteral("26216000000"));
    EXPECT_EQ(figure(document, QStringLiteral("zone.2.rate.start"))->figure->zone,
              QStringLiteral("孝义经开区"));

    // One id is one figure wherever it is printed, and no reference is left half filled.
    QHash<QString, QString> values;
    for (const Span *span : document.figures()) {
        EXPECT_FALSE(span->figure->meaning.isEmpty() || span->figure->formula.isEmpty() ||
                     span->figure->value.isEmpty())
            << qPrintable(span->figure->id);
        EXPECT_EQ(values.value(span->figure->id, span->figure->value), span->figure->value);
        values.insert(span->figure->id, span->figure->value);
    }
}

TEST(Bulletin, NoPrintedFigureIsOutsideAReference) {
    // Whatever digit stands in a sentence of the text belongs to a figure, to a date or to an annex's number.
    const Document document = bulletin(seedInput());
    for (const Block &block : document.blocks) {
        const auto *paragraph = std::get_if<Paragraph>(&block);
        if (!paragraph || (paragraph->style != Style::Body && paragraph->style != Style::Heading2))
            continue;
        for (const Span &span : paragraph->spans) {
            QString rest = span.figure ? QString() : span.text;
            rest.remove(QRegularExpression(
                QStringLiteral("\\d+年(以来|第\\d+次|\\d+月\\d+日)|\\d月底|附件\\d|\\d\\.吕梁市|年产500吨")));
            EXPECT_FALSE(rest.contains(QRegularExpression(QStringLiteral("\\d")))) << qPrintable(span.text);
        }
    }
}

TEST(Bulletin, TotalRowIsTheEnginesTotal) {
    const Table zones = table(bulletin(seedInput()), 0);
    ASSERT_TRUE(zones.lastRowIsTotal);
    QStringList total;
    for (const TableCell &cell : zones.rows.back())
        total += cell.text();
    EXPECT_EQ(total.join(u'|'),
              QStringLiteral("合计|111|262.16|56|71|78.87|27|109|24.77|58.74|60.24|97.51|—"));
    QStringList first;
    for (const TableCell &cell : zones.rows[2])
        first += cell.text();
    EXPECT_EQ(first.join(u'|'),
              QStringLiteral("吕梁经开区|18|52.30|11|12|91.67|6|18|33.33|13.05|12.60|103.57|1"));
}

TEST(Bulletin, OverdueTableKeepsTheOrderAndMarksLights) {
    const Table overdue = table(bulletin(seedInput()), 1);
    ASSERT_EQ(overdue.rows.size(), 49u);
    const auto &row = overdue.rows[4];
    EXPECT_EQ(row[2].text(), QStringLiteral("镕基新材料陶瓷纤维模块智能化改扩建及配套仓储物流中心（一期）"));
    EXPECT_EQ(row[4].text(), QStringLiteral("签约未开工"));
    EXPECT_EQ(row[5].text(), QStringLiteral("2023-12-31"));
    EXPECT_EQ(row[6].text(), QStringLiteral("213"));
    EXPECT_EQ(row[7].text(), QStringLiteral("▲红灯"));
    EXPECT_EQ(overdue.rows[48][6].text(), QStringLiteral("未到期"));
}

TEST(Bulletin, CountsOverdueByKindAndLight) {
    EXPECT_TRUE(says(bulletin(seedInput()), "“三未”项目48个，其中签约未开工15个、开工未投产22个、投产未达效11"
                                            "个；红灯14个、黄灯21个、绿灯（未超期）13个。"));
    EXPECT_TRUE(says(bulletin(seedInput()),
                     "超期时间最长的是年产500吨特种石墨坩埚生产线（吕梁经开区，签约未开工），超期240天。"));
}

TEST(Bulletin, SaysSoWhenNothingIsOverdue) {
    BulletinInput input = seedInput();
    input.overdue.clear();
    const Document document = bulletin(input);
    EXPECT_TRUE(says(document, "截至7月底，没有“三未”项目。"));
    EXPECT_FALSE(says(document, "附件2"));
    EXPECT_FALSE(says(document, "清单"));
    EXPECT_TRUE(says(document, "附件1"));
}

TEST(Bulletin, SaysSoWhenNothingIsDueYet) {
    BulletinInput input = seedInput();
    input.overdue = {
        {1047, indicators::OverdueKind::NotAttained, QDate(2024, 12, 1), -123, indicators::Light::Green}};
    EXPECT_TRUE(
        says(bulletin(input), "“三未”项目1个，其中投产未达效1个；绿灯（未超期）1个。以上项目均未到期。"));
}

TEST(Bulletin, AMissingDueDateOrProjectIsADash) {
    BulletinInput input = seedInput();
    input.overdue = {{77, indicators::OverdueKind::NotStarted, QDate(), 0, indicators::Light::Green}};
    const Document document = bulletin(input);
    const auto row = table(document, 1).rows[1];
    for (const std::size_t column : {1u, 2u, 3u, 5u, 6u, 8u, 9u})
        EXPECT_EQ(row[column].text(), QStringLiteral("—")) << column;
}

TEST(Bulletin, UndefinedRatesAreADashAndExplained) {
    BulletinInput input = seedInput();
    input.byZone.total.rates = {countRate(QStringLiteral("start"), 0, 0), outputRate(0, 0)};
    const Document document = bulletin(input);
    EXPECT_TRUE(says(document, "开工率—；"));
    EXPECT_TRUE(says(document, "（一）开工率"));
    EXPECT_FALSE(says(document, "（一）开工率—"));
    EXPECT_TRUE(says(document, "截至7月底没有应开工的项目，开工率不作计算。"));
    EXPECT_TRUE(says(document, "截至7月底没有可供计算的预期年产值，达效率不作计算。"));
    EXPECT_TRUE(says(document, "一、两率情况"));
    EXPECT_FALSE(says(document, "投产率"));
    EXPECT_FALSE(says(document, "开工率0"));
}

TEST(Bulletin, FurtherRatesAreOneSentenceAndNotRanked) {
    BulletinInput input = seedInput();
    indicators::RateResult onTime = countRate(QStringLiteral("start"), 65, 80);
    onTime.id = QStringLiteral("on_time_start");
    onTime.title = QStringLiteral("按期开工率");
    input.byZone.total.rates.push_back(onTime);
    const Document document = bulletin(input);
    EXPECT_TRUE(says(document, "一、三率情况"));
    EXPECT_TRUE(says(document, "按期开工率81.25%（65/80）。"));
    EXPECT_FALSE(says(document, "按期开工率前三位"));
    EXPECT_TRUE(says(document, "吕梁市开发区“三率”情况表"));
}

TEST(Bulletin, NamesTheScopeOfItsFigures) {
    BulletinInput input = seedInput();
    input.place = QStringLiteral("孝义经济开发区");
    input.limits = QStringLiteral("2024年第1次活动的项目");
    input.assumptions = {QStringLiteral("2024-1 活动未填举办日期，按 2024-03-31 计")};
    const Document document = bulletin(input);
    EXPECT_EQ(document.title, QStringLiteral("关于2024年7月孝义经济开发区“三个一批”项目调度情况的通报"));
    EXPECT_TRUE(says(document, "孝义经济开发区共签约项目"));
    EXPECT_TRUE(says(document, "本通报只统计2024年第1次活动的项目。"));
    EXPECT_TRUE(says(document, "2024-1 活动未填举办日期，按 2024-03-31 计。"));
    EXPECT_FALSE(says(document, "全市"));
}

TEST(Bulletin, SpeaksOfIndustrialProjectsOnlyWhereTheRuleDoes) {
    BulletinInput input = seedInput();
    input.industrialProduced.reset();
    EXPECT_TRUE(says(bulletin(input), "投产率24.77%；达效率97.51%。"));
    EXPECT_FALSE(says(bulletin(input), "产业项目42"));
}

TEST(Bulletin, WithoutLastMonthThereIsNoChange) {
    BulletinInput input = seedInput();
    input.previous = {};
    EXPECT_TRUE(says(bulletin(input), "应开工71个，已开工56个，上月无可比数据。"));
}

TEST(Bulletin, ZeroCountsReadAsSentences) {
    BulletinInput input = seedInput();
    input.byZone.total.sign = {};
    input.byZone.total.produce = {};
    input.industrialProduced = 0;
    input.current->start = {};
    const Document document = bulletin(input);
    EXPECT_TRUE(
        says(document,
             "全市尚无签约项目，开工率78.87%；尚无投产项目，投产率24.77%；尚无投产产业项目，达效率97.51%。"));
    EXPECT_TRUE(says(document, "预计年产值37.5亿元；无开工项目；投产项目15个"));
    EXPECT_FALSE(says(document, "项目0个"));
}

TEST(Bulletin, NoCampaignAtHandAndNoneHeld) {
    BulletinInput input = seedInput();
    input.current.reset();
    EXPECT_TRUE(says(bulletin(input), "本期没有新一次“三个一批”活动。"));
    input.campaigns.clear();
    EXPECT_TRUE(says(bulletin(input), "截至7月底，尚未举办“三个一批”活动。"));
}

TEST(Bulletin, ACampaignWithoutListsOrDate) {
    BulletinInput input = seedInput();
    input.current->sign = input.current->start = input.current->produce = {};
    input.currentHeldOn = QDate();
    EXPECT_TRUE(
        says(bulletin(input), "本次活动为2024年第3次“三个一批”活动。本次“三个一批”活动尚未申报项目。"));
}

TEST(Bulletin, CountsCampaignsInWords) {
    BulletinInput input = seedInput();
    input.campaigns.resize(2);
    EXPECT_TRUE(says(bulletin(input), "2023年以来两次“三个一批”活动，"));
    input.campaigns.resize(1);
    EXPECT_TRUE(says(bulletin(input), "截至7月底，2023年第1次“三个一批”活动，全市"));
}

TEST(Bulletin, OneZoneIsNotRanked) {
    BulletinInput input = seedInput();
    input.byZone.groups.resize(1);
    EXPECT_TRUE(says(bulletin(input), "本通报只涉及吕梁经开区，不作排名。"));
    input.byZone.groups.clear();
    EXPECT_TRUE(says(bulletin(input), "没有开发区数据。"));
    EXPECT_EQ(table(bulletin(input), 0).rows.size(), 3u);
}
