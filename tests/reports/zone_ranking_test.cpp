// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/zone_ranking.h"
#include "seed_input.h"

using namespace yipi;
using namespace yipi::reports;

namespace {

const QString kStart = QStringLiteral("start");

indicators::RateTable zones(std::initializer_list<std::tuple<const char *, int, int>> lines) {
    indicators::RateTable table;
    qint64 num = 0, den = 0;
    for (const auto &[name, n, d] : lines) {
        table.groups.push_back(zoneWithStartRate(QString::fromUtf8(name), n, d));
        num += n;
        den += d;
    }
    table.total.rates = {countRate(kStart, num, den)};
    return table;
}

std::string sentence(const indicators::RateTable &table) {
    return rankingSentence(table, kStart).paragraph(Style::Body).text().toStdString();
}

} // namespace

TEST(ZoneRanking, NamesTheFirstAndLastThree) {
    EXPECT_EQ(
        sentence(zones(
            {{"甲", 1, 10}, {"乙", 2, 10}, {"丙", 3, 10}, {"丁", 4, 10}, {"戊", 5, 10}, {"己", 6, 10}})),
        "开工率前三位的是己（60.00%）、戊（50.00%）、丁（40.00%）；后三位的是丙（30.00%）、乙（20.00%"
        "）、甲（10.00%）。");
}

TEST(ZoneRanking, EqualFractionsShareARank) {
    const auto table = zones({{"甲", 12, 110}, {"乙", 120, 1100}, {"丙", 1, 2}, {"丁", 0, 5}});
    const auto ranking = indicators::rankByRate(table.groups, kStart);
    ASSERT_EQ(ranking.size(), 4u);
    EXPECT_EQ(ranking[0].rank, 1);
    EXPECT_EQ(ranking[1].rank, 2);
    EXPECT_EQ(ranking[2].rank, 2);
    EXPECT_EQ(ranking[3].rank, 3);
    EXPECT_EQ(sentence(table), "开工率由高到低依次为丙（50.00%）、甲、乙（并列，均为10.91%）、丁（0.00%）。");
}

TEST(ZoneRanking, AllEqual) {
    EXPECT_EQ(sentence(zones({{"甲", 5, 5}, {"乙", 2, 2}})), "各开发区开工率均为100.00%。");
}

TEST(ZoneRanking, ZonesWithoutADenominatorAreLeftOut) {
    EXPECT_EQ(sentence(zones({{"甲", 0, 0}, {"乙", 1, 2}, {"丙", 1, 4}})),
              "开工率由高到低依次为乙（50.00%）、丙（25.00%）；甲无可计算项目，不参与排名。");
    EXPECT_EQ(sentence(zones({{"甲", 0, 0}, {"乙", 1, 2}})), "乙开工率50.00%；甲无可计算项目，不参与排名。");
    EXPECT_EQ(sentence(zones({{"甲", 0, 0}, {"乙", 0, 0}})), "各开发区均无开工率数据。");
}

TEST(ZoneRanking, UnknownRatesSayNothing) {
    EXPECT_TRUE(rankingSentence(zones({{"甲", 1, 2}}), QStringLiteral("none")).isEmpty());
    EXPECT_EQ(zoneName(zoneWithStartRate(QString(), 1, 2)), QStringLiteral("未填开发区"));
}

TEST(Phrase, PrintsNumbersAsOfficesDo) {
    EXPECT_EQ(chineseCount(2), QStringLiteral("两"));
    EXPECT_EQ(chineseCount(6), QStringLiteral("六"));
    EXPECT_EQ(chineseCount(10), QStringLiteral("十"));
    EXPECT_EQ(chineseCount(12), QStringLiteral("十二"));
    EXPECT_EQ(chineseCount(20), QStringLiteral("二十"));
    EXPECT_EQ(chineseCount(99), QStringLiteral("九十九"));
    EXPECT_EQ(chineseCount(100), QStringLiteral("100"));
    EXPECT_EQ(chineseOrdinal(2), QStringLiteral("二"));
    const auto amount = [](qint64 yuan) { return amountFigure({}, {}, yuan, {}).text; };
    EXPECT_EQ(amount(3'750'000'000), QStringLiteral("37.5亿元"));
    EXPECT_EQ(amount(300'000), QStringLiteral("30万元"));
    EXPECT_EQ(amount(0), QStringLiteral("0亿元"));
    EXPECT_EQ(withoutUnit(amountFigure({}, {}, 3'750'000'000, {})).text, QStringLiteral("37.50"));
    EXPECT_EQ(withoutUnit(rateFigure({}, countRate(kStart, 0, 0))).text, QStringLiteral("—"));
}
