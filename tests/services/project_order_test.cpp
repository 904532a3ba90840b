// SPDX-License-Identifier: GPL-3.0-or-later
// The order of the projects, and conditions on fields that the facts do not hold.
#include "indicators/expression/dictionary_names.h"
#include "services/figure_service.h"
#include "services/temporary_ledger.h"

using namespace yipi;
using services::SortKey;
using test::TemporaryLedger;

namespace {

/// Three projects: the two of the ledger and a third without code and amounts.
class ProjectOrderTest : public ::testing::Test {
protected:
    ProjectOrderTest() {
        Project p;
        p.uid = QStringLiteral("uid-3");
        p.name = QStringLiteral("阿胶制品");
        p.zone = {1};
        ChangeSet set;
        set.changes.push_back(test::insertOf(p));
        third = t.ledger->apply(set).value().records.front().id;
    }
    void write(qint64 id, const char *field, const char *text) {
        const auto done = t.ledger->edit(EntityKind::Project, id, t.project(id).version,
                                         QString::fromLatin1(field), QString::fromUtf8(text));
        ASSERT_TRUE(done) << done.error().text().toStdString();
    }
    using Ids = std::vector<qint64>;
    Ids sorted(const std::vector<SortKey> &keys) { return t.ledger->projectIds({}, m_asOf, keys).value(); }
    Ids sorted(const char *key, Qt::SortOrder order = Qt::AscendingOrder) {
        return sorted(std::vector<SortKey>{{QString::fromLatin1(key), order}});
    }
    Ids where(const char *condition) {
        ProjectFilter filter;
        filter.where = QString::fromUtf8(condition);
        const auto read = indicators::checkedExpression(filter.where, t.ledger->facts());
        EXPECT_TRUE(read) << (read ? "" : read.error().text().toStdString());
        return t.ledger->projectIds(filter, m_asOf).value();
    }

    TemporaryLedger t;
    qint64 third = 0;
    QDate m_asOf{2024, 7, 31};
};

TEST_F(ProjectOrderTest, EmptyValuesAreLastBothWays) {
    EXPECT_EQ(sorted("total_investment"), (Ids{t.first, t.second, third}));
    EXPECT_EQ(sorted("total_investment", Qt::DescendingOrder), (Ids{t.second, t.first, third}));
    write(third, "jobs", "0");
    EXPECT_EQ(sorted("jobs"), (Ids{third, t.first, t.second})) << "zero is filled in, equal ones by code";
    write(t.second, "actual_sign", "2024-03-01");
    write(t.first, "actual_sign", "2024-05-01");
    EXPECT_EQ(sorted("actual_sign"), (Ids{t.second, t.first, third}));
    EXPECT_EQ(sorted("actual_sign", Qt::DescendingOrder), (Ids{t.first, t.second, third}));
}

TEST_F(ProjectOrderTest, NamesAreInTheOrderOfTheirPinyin) {
    EXPECT_EQ(sorted("name"), (Ids{third, t.first, t.second})) << "阿 e/a, 高 gao, 焦 jiao";
    write(third, "name", "周转中心");
    EXPECT_EQ(sorted("name"), (Ids{t.first, t.second, third})) << "zhou";
    write(t.first, "investor", "中阳示例公司");
    write(t.second, "investor", "安泽示例公司");
    EXPECT_EQ(sorted("investor"), (Ids{t.second, t.first, third})) << "by name, not by number";
}

TEST_F(ProjectOrderTest, NumbersInNamesCountAsNumbers) {
    write(t.first, "name", "项目10");
    write(t.second, "name", "项目9");
    write(third, "name", "项目2");
    EXPECT_EQ(sorted("name"), (Ids{third, t.second, t.first}));
}

TEST_F(ProjectOrderTest, TheSecondKeyDecidesAmongEqualOnes) {
    write(third, "total_investment", "1亿");
    write(third, "actual_sign", "2024-01-02");
    const SortKey largest{QStringLiteral("total_investment"), Qt::DescendingOrder};
    EXPECT_EQ(sorted(std::vector<SortKey>{largest, {QStringLiteral("stage"), Qt::DescendingOrder}}),
              (Ids{t.second, third, t.first}));
    EXPECT_EQ(sorted(std::vector<SortKey>{largest, {QStringLiteral("stage"), Qt::AscendingOrder}}),
              (Ids{t.second, t.first, third}));
}

TEST_F(ProjectOrderTest, WhatIsNoFieldIsAnError) {
    const auto ids = t.ledger->projectIds({}, m_asOf, {{QStringLiteral("light"), Qt::AscendingOrder}});
    ASSERT_FALSE(ids);
    EXPECT_EQ(ids.error().code, ErrorCode::Usage);
}

TEST_F(ProjectOrderTest, ConditionsAskForTextsThatTheFactsDoNotHold) {
    write(t.first, "remarks", "土地手续 PPP 办理中");
    EXPECT_EQ(where("备注 ~ 手续"), Ids{t.first});
    EXPECT_EQ(where("备注 ~ ppp"), Ids{t.first}) << "Latin letters in either case";
    EXPECT_EQ(where("备注 = \"土地手续 ppp 办理中\""), Ids{t.first});
    EXPECT_EQ(where("备注 为空"), (Ids{third, t.second}));
    EXPECT_EQ(where("备注 !~ 资金"), Ids{t.first}) << "an empty one never fulfils a comparison";
    write(t.first, "remarks", "");
    write(third, "remarks", "手续");
    EXPECT_EQ(where("备注 ~ 手续"), Ids{third}) << "what was written since";
}

TEST_F(ProjectOrderTest, ConditionsAskForNumbersThatTheFactsDoNotHold) {
    write(t.first, "land_mu", "86.5");
    write(t.second, "land_mu", "120");
    write(t.second, "jobs", "45");
    write(t.first, "fixed_asset_investment", "8000万");
    EXPECT_EQ(where("用地 > 86.49 且 用地 <= 86.5"), Ids{t.first});
    EXPECT_EQ(where("用地 >= 86.5"), (Ids{t.first, t.second}));
    EXPECT_EQ(where("用地 != 120"), Ids{t.first});
    EXPECT_EQ(where("用地 为空"), Ids{third});
    EXPECT_EQ(where("带动就业 in (44, 45)"), Ids{t.second});
    EXPECT_EQ(where("固定资产投资 < 1亿 且 总投资 <= 1亿"), Ids{t.first});
}

TEST_F(ProjectOrderTest, TheseConditionsAreWrittenAndReadBack) {
    const auto read = indicators::parseExpression(u"用地 >= 86.5 且 带动就业 > 1000").value();
    EXPECT_EQ(read.words(), QStringLiteral("用地不少于86.50亩，且带动就业超过1000人"));
    EXPECT_EQ(indicators::parseExpression(read.text()).value(), read);
    EXPECT_FALSE(indicators::parseExpression(u"带动就业 > 1.5"));
    EXPECT_FALSE(indicators::parseExpression(u"用地 ~ 86"));
}

TEST_F(ProjectOrderTest, ADeletedProjectIsGoneFromThem) {
    write(t.second, "remarks", "手续");
    EXPECT_EQ(where("备注 ~ 手续"), Ids{t.second});
    ChangeSet set;
    set.changes.push_back(
        {RecordChange::Kind::Delete, EntityKind::Project, t.first, t.project(t.first).version, {}});
    ASSERT_TRUE(t.ledger->apply(set));
    EXPECT_EQ(where("备注 ~ 手续"), Ids{t.second});
    EXPECT_EQ(sorted("name"), (Ids{third, t.second}));
}

TEST_F(ProjectOrderTest, TheLedgerAsItWasKnownHasTheTextsOfThen) {
    t.ledger->setClock([] { return QDateTime(QDate(2030, 1, 10), QTime(12, 0)); });
    write(t.first, "remarks", "早先");
    t.ledger->setClock([] { return QDateTime(QDate(2030, 2, 10), QTime(12, 0)); });
    write(t.first, "remarks", "后来");
    const auto facts = t.ledger->factsKnownAt(QDate(2030, 1, 31));
    ASSERT_TRUE(facts);
    ProjectFilter filter;
    filter.where = QStringLiteral("备注 ~ 早先");
    EXPECT_TRUE(indicators::FilterMatcher(*facts, filter, m_asOf).matches(0));
    EXPECT_FALSE(indicators::FilterMatcher(t.ledger->facts(), filter, m_asOf).matches(0));
}

} // namespace
