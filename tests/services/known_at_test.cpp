// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/campaign_entry.h"
#include "services/facts_testing.h"
#include "services/figure_service.h"
#include "services/random_edits.h"
#include "services/report_service.h"
#include "services/temporary_ledger.h"

using namespace yipi;
using services::FigureScope;
using services::FigureService;
using test::TemporaryLedger;

namespace {

/// A clock that the test turns on.
struct Turned {
    QDateTime now;
    explicit Turned(TemporaryLedger &t, QDateTime start)
        : now(std::move(start)) {
        t.ledger->setClock([this] { return now; });
    }
};

QDateTime noon(QDate day) {
    return QDateTime(day, QTime(12, 0));
}

void edit(TemporaryLedger &t, qint64 id, const char *field, const char *text) {
    ASSERT_TRUE(t.ledger->edit(EntityKind::Project, id, t.project(id).version, QString::fromLatin1(field),
                               QString::fromUtf8(text)));
}

} // namespace

TEST(KnownAt, ALaterCorrectionChangesTheFiguresOfPastMonthsOnlyThroughIt) {
    TemporaryLedger t;
    Turned clock(t, noon(QDate(2100, 8, 5))); // behind what the fixture wrote
    Campaign campaign;
    campaign.year = 2024;
    campaign.sequence = 1;
    campaign.heldOn = QDate(2024, 3, 1);
    ChangeSet set;
    set.changes.push_back(test::insertOf(campaign, -1));
    for (const qint64 id : {t.first, t.second}) {
        CampaignEntry entry;
        entry.project = {id};
        entry.campaign = {-1};
        set.changes.push_back(test::insertOf(entry));
    }
    ASSERT_TRUE(t.ledger->apply(set));
    edit(t, t.first, "actual_start", "2024-06-01");
    clock.now = noon(QDate(2100, 8, 6));
    edit(t, t.second, "actual_start", "2024-05-01"); // reported late
    edit(t, t.second, "name", "改过的名字");

    const FigureService figures(*t.ledger);
    FigureScope july{Month(2024, 7), QStringLiteral("basic"), {}, {}};
    const auto started = [&] {
        const auto table = figures.rates(july, indicators::GroupBy::None).value();
        return table.total.rate(QStringLiteral("start"))->rate.num();
    };
    EXPECT_EQ(started(), 2);
    july.knownAt = QDate(2100, 8, 5);
    EXPECT_EQ(started(), 1);
    const auto line = figures.overdueLines(figures.overdueItems(july).value(), july).value();
    ASSERT_EQ(line.size(), 1U);
    EXPECT_EQ(line[0].name, QStringLiteral("焦炉煤气制 LNG")) << "names are those of the day as well";
    EXPECT_EQ(figures.explain(july, QStringLiteral("start"))->rate.rate.num(), 1);
    EXPECT_EQ(figures.summary(july, {2024, 1})->sign.count, 2);
    const auto document = services::bulletin(*t.ledger, figures, july);
    ASSERT_TRUE(document) << document.error().text().toStdString();
    july.knownAt = QDate(2100, 8, 6);
    EXPECT_EQ(started(), 2) << "the past that was kept is not the one of another day";
    clock.now = noon(QDate(2100, 8, 6)).addSecs(60);
    edit(t, t.first, "actual_start", "");
    EXPECT_EQ(started(), 1) << "nor the one before a change";
    july.knownAt = QDate(2020, 1, 1);
    EXPECT_EQ(figures.rates(july, indicators::GroupBy::None).error().code, ErrorCode::NotFound);
}

TEST(KnownAt, FactsOfADayAreThoseThatWereSavedThen) {
    TemporaryLedger t;
    Turned clock(t, noon(QDate(2100, 1, 1)));
    test::RandomEdits edits(*t.ledger, 7);
    std::vector<std::pair<QDate, indicators::Facts>> saved;
    for (int day = 0; day < 12; ++day) {
        const QDate date = QDate(2100, 1, 1).addDays(day);
        for (int i = 0; i < 20; ++i) {
            clock.now = QDateTime(date, QTime(i, 59, 59, 999));
            edits.step();
        }
        clock.now = QDateTime(date, QTime(23, 59, 59, 999)); // still of the day
        edits.step();
        saved.emplace_back(date, t.ledger->facts());
    }
    for (const auto &[date, facts] : saved) {
        const auto known = t.ledger->factsKnownAt(date);
        ASSERT_TRUE(known) << known.error().text().toStdString();
        test::expectSameFacts(*known, facts, qPrintable(date.toString(Qt::ISODate)));
    }
}

TEST(KnownAt, AClockThatWentWrongDoesNotTearSetsApart) {
    TemporaryLedger t;
    Turned clock(t, noon(QDate(2130, 1, 1))); // a day in the future by mistake
    edit(t, t.first, "jobs", "10");
    clock.now = noon(QDate(2100, 1, 2));
    edit(t, t.first, "actual_start", "2024-06-01");
    const auto known = t.ledger->factsKnownAt(QDate(2100, 1, 2)).value();
    EXPECT_EQ(known.projects[0].start, indicators::dayOf(QDate(2024, 6, 1)));
    const auto before =
        t.ledger->recordsKnownAt(QDate(2100, 1, 1), EntityKind::Project, std::array{t.first}).value();
    ASSERT_EQ(before.size(), 1U);
    EXPECT_FALSE(fromRecord<Project>(before[0]).actualStart.isValid());
    EXPECT_FALSE(fromRecord<Project>(before[0]).jobs) << "nothing at or before that day follows it";
}
