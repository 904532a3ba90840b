// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo_window.h"

#include "gui/explanation/explanation_model.h"
#include "gui/explanation/explanation_panel.h"
#include "gui/ledger/ledger_page.h"
#include "gui/overview/overview_data.h"
#include "gui/overview/overview_page.h"
#include "gui/overview/ranking_model.h"
#include "gui/overview/rate_card.h"
#include "gui/overview/zone_ranking.h"
#include "gui/shell/filter_bar.h"
#include "gui/widgets/metric_label.h"
#include "services/filter_words.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTabBar>

namespace yipi::gui {
namespace {

class Overview : public DemoWindow {
protected:
    OverviewPage &page() { return *qobject_cast<OverviewPage *>(window->currentPage()); }
    MetricLabel *figure(int card, const QString &value) {
        for (MetricLabel *label : page().card(card)->findChildren<MetricLabel *>())
            if (label->value() == value)
                return label;
        return nullptr;
    }
    QTabBar *tabs() { return window->explanation().findChild<QTabBar *>(QStringLiteral("tabs")); }
};

TEST_F(Overview, ShowsTheThreePublishedRates) {
    EXPECT_EQ(window->filterBar().scope().asOf.text(), QStringLiteral("2024-07"));
    EXPECT_EQ(page().card(0)->valueText(), QStringLiteral("78.87%"));
    EXPECT_EQ(page().card(1)->valueText(), QStringLiteral("24.77%"));
    EXPECT_EQ(page().card(2)->valueText(), QStringLiteral("97.51%"));
}

TEST_F(Overview, AClickOnARateOpensAsManyRowsAsItsDenominator) {
    QTest::mouseClick(page().card(0)->valueLabel(), Qt::LeftButton);
    ASSERT_TRUE(window->explanation().isVisible());
    EXPECT_EQ(window->explanation().shownPart(), RowsOf::Denominator);
    EXPECT_EQ(window->explanation().rowsShown(), 71);
}

TEST_F(Overview, EachPartOfTheFractionOpensItsOwnRows) {
    ASSERT_TRUE(figure(0, QStringLiteral("56")));
    QTest::mouseClick(figure(0, QStringLiteral("56")), Qt::LeftButton);
    EXPECT_EQ(window->explanation().shownPart(), RowsOf::Numerator);
    EXPECT_EQ(window->explanation().rowsShown(), 56);
    ASSERT_TRUE(figure(0, QStringLiteral("15")));
    QTest::keyClick(figure(0, QStringLiteral("15")), Qt::Key_Return);
    EXPECT_EQ(window->explanation().shownPart(), RowsOf::Missing);
    EXPECT_EQ(window->explanation().rowsShown(), 15);
}

TEST_F(Overview, TabsCountTheirRowsAndAddUpToTheList) {
    window->explain(QStringLiteral("start"), window->filterBar().scope(), RowsOf::Excluded);
    EXPECT_EQ(tabs()->tabText(0), QStringLiteral("分子 56"));
    EXPECT_EQ(tabs()->tabText(1), QStringLiteral("分母 71"));
    EXPECT_EQ(tabs()->tabText(2), QStringLiteral("未开工 15"));
    EXPECT_EQ(tabs()->tabText(3), QStringLiteral("剔除 40")); // of 111; 2024-3 is held in August
    EXPECT_EQ(window->explanation().rowsShown(), 40);
}

TEST_F(Overview, TheExplanationNamesEveryLimitInTheWordsOfTheBulletin) {
    services::FigureScope scope = window->filterBar().scope();
    scope.filter.firstCampaign = scope.filter.lastCampaign = CampaignKey{2024, 1};
    scope.filter.minInvestment = Money::fromYuan(100'000'000);
    window->explain(QStringLiteral("start"), scope, RowsOf::Denominator);
    const QString text = window->explanation().findChild<QLabel *>(QStringLiteral("scope"))->text();
    for (const QString &limit : services::limitTexts(ledger(), scope.filter))
        EXPECT_TRUE(text.contains(limit)) << text.toStdString();
}

TEST_F(Overview, TheFilterOfTheExplanationNarrowsItsRows) {
    window->explain(QStringLiteral("start"), window->filterBar().scope(), RowsOf::Denominator);
    auto *model = window->explanation().findChild<ExplanationModel *>();
    const QString code = model->index(0, ExplanationModel::Code).data().toString();
    ASSERT_FALSE(code.isEmpty());
    auto *filter = window->explanation().findChild<QLineEdit *>(QStringLiteral("filter"));
    QTest::keyClicks(filter, code);
    EXPECT_GE(window->explanation().rowsShown(), 1);
    EXPECT_LT(window->explanation().rowsShown(), 71);
    EXPECT_EQ(model->index(0, ExplanationModel::Code).data().toString(), code);
    typeChinese(filter, QStringLiteral("没有这个"));
    EXPECT_EQ(window->explanation().rowsShown(), 0);
}

TEST_F(Overview, EscapeAndAClickOutsideCloseTheExplanation) {
    window->explain(QStringLiteral("start"), window->filterBar().scope(), RowsOf::Denominator);
    QTest::keyClick(&window->explanation(), Qt::Key_Escape);
    EXPECT_FALSE(window->explanation().isVisible());
    window->explain(QStringLiteral("start"), window->filterBar().scope(), RowsOf::Denominator);
    QTest::mouseClick(page().card(2), Qt::LeftButton, {}, QPoint(4, 4));
    EXPECT_FALSE(window->explanation().isVisible());
}

TEST_F(Overview, ThePinnedExplanationStaysInADock) {
    window->explain(QStringLiteral("start"), window->filterBar().scope(), RowsOf::Denominator);
    window->explanation().findChild<QAbstractButton *>(QStringLiteral("pin"))->click();
    QTest::mouseClick(page().card(2), Qt::LeftButton, {}, QPoint(4, 4));
    EXPECT_TRUE(window->explanation().isVisible());
    window->explanation().findChild<QAbstractButton *>(QStringLiteral("close"))->click();
    EXPECT_FALSE(window->explanation().isVisible());
}

TEST_F(Overview, OpenInLedgerShowsExactlyTheRows) {
    window->explain(QStringLiteral("start"), window->filterBar().scope(), RowsOf::Missing);
    window->explanation().findChild<QPushButton *>(QStringLiteral("openRows"))->click();
    auto *ledgerPage = qobject_cast<LedgerPage *>(window->currentPage());
    ASSERT_TRUE(ledgerPage);
    EXPECT_EQ(ledgerPage->model()->rowCount(), 15);
    EXPECT_FALSE(window->explanation().isVisible());
}

TEST_F(Overview, CopyGivesTheValueAndASentenceWithTheRule) {
    QTest::keyClick(page().card(0)->valueLabel(), Qt::Key_C, Qt::ControlModifier);
    EXPECT_EQ(QGuiApplication::clipboard()->text(), QStringLiteral("78.87%"));
    window->explain(QStringLiteral("start"), window->filterBar().scope(), RowsOf::Denominator);
    window->explanation().findChild<QPushButton *>(QStringLiteral("copyText"))->click();
    const QString sentence = QGuiApplication::clipboard()->text();
    EXPECT_TRUE(sentence.contains(QStringLiteral("截至2024年7月底"))) << sentence.toStdString();
    EXPECT_TRUE(sentence.contains(QStringLiteral("开工率78.87%（56/71）。口径："))) << sentence.toStdString();
}

TEST_F(Overview, RankingIsDenseSortedAndItsTotalIsTheCardsRate) {
    const auto *ranking = page().findChild<ZoneRanking *>();
    const RankingModel &model = ranking->model();
    ASSERT_GT(model.rowCount(), 1);
    qint64 signedProjects = 0;
    int rank = 0;
    double percent = 1000;
    for (int row = 0; row < model.rowCount(); ++row) {
        signedProjects += model.index(row, RankingModel::Signed).data().toLongLong();
        const QString shown = model.index(row, RankingModel::Rank).data().toString();
        if (shown == QStringLiteral("—"))
            continue;
        const double here = model.index(row, RankingModel::FirstRate).data().toDouble();
        EXPECT_LE(here, percent);
        EXPECT_EQ(shown.toInt(), here < percent ? rank + 1 : rank) << row;
        rank = shown.toInt();
        percent = here;
    }
    EXPECT_EQ(signedProjects, 111);
}

TEST_F(Overview, AnEditOfTheLedgerMovesTheFigure) {
    const auto before = figures().explain(window->filterBar().scope(), QStringLiteral("start"));
    ASSERT_TRUE(before);
    const auto late = std::find_if(before->included.begin(), before->included.end(),
                                   [](const indicators::ExplainedEntry &e) { return !e.inNumerator; });
    ASSERT_NE(late, before->included.end());
    const auto record = ledger().record(EntityKind::Project, late->projectId);
    ASSERT_TRUE(record);
    const auto done = ledger().edit(EntityKind::Project, record->id, record->version,
                                    QStringLiteral("actual_start"), QStringLiteral("2024-07-15"));
    ASSERT_TRUE(done) << done.error().text().toStdString();
    EXPECT_TRUE(
        QTest::qWaitFor([this] { return page().card(0)->valueText() == QStringLiteral("80.28%"); })); // 57/71
}

TEST_F(Overview, ARateWithoutDenominatorIsADash) {
    services::FigureScope scope = window->filterBar().scope();
    scope.asOf = Month(2022, 1);
    window->filterBar().setScope(scope);
    for (int card = 0; card < 3; ++card)
        EXPECT_EQ(page().card(card)->valueText(), QStringLiteral("—"));
}

TEST_F(Overview, EveryRuleSetCanBeShown) {
    for (const indicators::RuleSet &rules : figures().ruleSets()) {
        services::FigureScope scope = window->filterBar().scope();
        scope.rulesId = rules.id;
        window->filterBar().setScope(scope);
        EXPECT_FALSE(page().card(0)->valueText().isEmpty()) << rules.id.toStdString();
        window->explain(mainRates(rules).first(), scope, RowsOf::Denominator);
        EXPECT_TRUE(window->explanation().isVisible()) << rules.id.toStdString();
    }
}

TEST_F(Overview, ASignedCountOpensTheSameNumberOfProjects) {
    const auto *ranking = page().findChild<ZoneRanking *>();
    const int count = ranking->model().index(0, RankingModel::Signed).data().toInt();
    Q_EMIT const_cast<ZoneRanking *>(ranking)->signedRequested(ranking->model().zoneId(0));
    auto *ledgerPage = qobject_cast<LedgerPage *>(window->currentPage());
    ASSERT_TRUE(ledgerPage);
    EXPECT_TRUE(QTest::qWaitFor([&] { return ledgerPage->model()->rowCount() == count; }));
}

TEST(OverviewOfNewLedger, SaysThatThereIsNothingYet) {
    QTemporaryDir folder;
    Settings settings(folder.filePath(QStringLiteral("yipi.ini")));
    MainWindow window(settings);
    window.show();
    ASSERT_TRUE(window.session().create(folder.filePath(QStringLiteral("new.yipi"))));
    const auto *page = qobject_cast<OverviewPage *>(window.currentPage());
    ASSERT_TRUE(page);
    EXPECT_EQ(page->findChild<QStackedWidget *>()->currentIndex(), 1);
}

} // namespace
} // namespace yipi::gui
