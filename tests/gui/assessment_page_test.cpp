// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo_window.h"

#include "gui/assessment/assessment_page.h"
#include "gui/assessment/scheme_editor.h"
#include "gui/explanation/explanation_panel.h"
#include "gui/ledger/empty_state.h"
#include "gui/shell/filter_bar.h"
#include "gui/shell/page_registry.h"
#include "gui/widgets/figure_table.h"
#include "gui/widgets/strip_message.h"
#include "services/locations.h"

#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableWidget>

namespace yipi::gui {
namespace {

class AssessmentWindow : public DemoWindow {
protected:
    void SetUp() override {
        qputenv("XDG_DATA_HOME", folder.filePath(QStringLiteral("data")).toUtf8());
        DemoWindow::SetUp();
        services::FigureScope scope = window->filterBar().scope();
        scope.asOf = Month(2024, 7);
        scope.rulesId = QStringLiteral("lvliang-2024");
        window->filterBar().setScope(scope);
        window->showPage(pageIndex(QStringLiteral("assessment")));
        QCoreApplication::processEvents();
    }
    void TearDown() override { qunsetenv("XDG_DATA_HOME"); }

    AssessmentPage &page() { return *qobject_cast<AssessmentPage *>(window->currentPage()); }
    template <class Widget>
    Widget &part(const char *name) {
        auto *found = page().findChild<Widget *>(QLatin1String(name));
        EXPECT_TRUE(found) << name;
        return *found;
    }
    QAbstractItemModel &table() { return *part<QTableView>("assessmentTable").model(); }
    QString shown(int row, int column) { return table().index(row, column).data().toString(); }
    int rowOf(const QString &zone) {
        for (int row = 0; row < table().rowCount(); ++row)
            if (shown(row, AssessmentModel::Name) == zone)
                return row;
        ADD_FAILURE() << zone.toStdString();
        return 0;
    }
    void choose(const QString &zone) {
        part<QTableView>("assessmentTable")
            .setCurrentIndex(table().index(rowOf(zone), AssessmentModel::Name));
    }
    SchemeEditor &edit() {
        part<QPushButton>("editScheme").click();
        return page().editor();
    }
    void type(const char *field, const QString &text) {
        auto &edit = part<QLineEdit>(field);
        edit.selectAll();
        if (text.isEmpty())
            QTest::keyClick(&edit, Qt::Key_Delete);
        for (const QChar c : text)
            if (c.unicode() < 128)
                QTest::keyClick(&edit, c.toLatin1());
            else
                typeChinese(&edit, c);
    }
    bool waitFor(const std::function<bool()> &holds) { return QTest::qWaitFor(holds, 3000); }
};

TEST_F(AssessmentWindow, RanksTheZonesAndSaysHowAScoreCameAbout) {
    ASSERT_EQ(table().rowCount(), 9) << "the heading of the category and eight zones";
    EXPECT_TRUE(shown(0, 0).contains("工业类"));
    EXPECT_EQ(shown(1, AssessmentModel::Rank), "1");
    const int row = rowOf(QStringLiteral("文水经开区"));
    EXPECT_EQ(shown(row, AssessmentModel::FirstItem), "96.49");
    EXPECT_EQ(table().index(row, AssessmentModel::FirstItem).data(SubTextRole).toString(), "88.89%");
    choose(QStringLiteral("文水经开区"));
    const auto labels = page().findChildren<QLabel *>();
    EXPECT_TRUE(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->text().contains(QStringLiteral("60 + 40 ×（88.89 − 60.00）÷（91.67 − 60.00）= 96.49"));
    }));
    EXPECT_EQ(part<QLabel>("scoreTotal").text(), shown(row, AssessmentModel::Total));
}

TEST_F(AssessmentWindow, AClickOnAnItemOpensTheRowsOfItsRate) {
    const int row = rowOf(QStringLiteral("文水经开区"));
    auto &view = part<FigureTable>("assessmentTable");
    Q_EMIT view.cellTriggered(table().index(row, AssessmentModel::FirstItem));
    EXPECT_TRUE(window->explanation().isVisible());
    EXPECT_EQ(window->explanation().rowsShown(), 9);
    window->explanation().dismiss();
    choose(QStringLiteral("吕梁经开区"));
    part<QAbstractButton>("scoreItem0").click();
    EXPECT_EQ(window->explanation().rowsShown(), 12);
}

TEST_F(AssessmentWindow, TargetsOpenTheirProjects) {
    auto &schemes = part<QComboBox>("schemes");
    schemes.setCurrentIndex(schemes.findData(QStringLiteral("target-growth-amount")));
    Q_EMIT schemes.activated(schemes.currentIndex());
    QSignalSpy lists(&page(), &Page::projectListRequested);
    const int row = rowOf(QStringLiteral("文水经开区"));
    Q_EMIT part<FigureTable>("assessmentTable").cellTriggered(table().index(row, AssessmentModel::FirstItem));
    ASSERT_EQ(lists.size(), 1);
    EXPECT_EQ(lists[0][0].value<std::vector<qint64>>().size(), 4U) << "4 of the 7 of the task";
}

TEST_F(AssessmentWindow, WhatIfShowsTheChangeOfRank) {
    choose(QStringLiteral("柳林经开区"));
    EXPECT_EQ(part<QComboBox>("whatIfZone").currentText(), "柳林经开区") << "follows the table";
    part<QSpinBox>("whatIfStarted").setValue(1);
    EXPECT_TRUE(
        part<QLabel>("whatIfResult").text().startsWith("开工增加 1 个：得分 61.31 → 70.74，名次 8 → 6"))
        << part<QLabel>("whatIfResult").text().toStdString();
    EXPECT_TRUE(waitFor([&] { return part<QLabel>("whatIfLeast").text().contains("再开工 1 个"); }))
        << part<QLabel>("whatIfLeast").text().toStdString();
    part<QSpinBox>("whatIfStarted").setValue(0);
    EXPECT_TRUE(part<QLabel>("whatIfResult").text().contains("填上增加的个数"));
    auto &zones = part<QComboBox>("whatIfZone");
    zones.setCurrentIndex(zones.findText(QStringLiteral("吕梁经开区")));
    Q_EMIT zones.activated(zones.currentIndex());
    EXPECT_EQ(part<QTableView>("assessmentTable").currentIndex().row(), rowOf(QStringLiteral("吕梁经开区")));
    EXPECT_TRUE(waitFor([&] { return part<QLabel>("whatIfLeast").text() == "已是第 1 名"; }));
}

TEST_F(AssessmentWindow, AnEditedWeightChangesTheScores) {
    SchemeEditor &editor = edit();
    const QString before = shown(rowOf(QStringLiteral("柳林经开区")), AssessmentModel::Total);
    type("weight", QStringLiteral("60"));
    EXPECT_EQ(editor.scheme().items[0].weight, Decimal(60));
    EXPECT_EQ(editor.error(), "");
    EXPECT_TRUE(waitFor(
        [&] { return shown(rowOf(QStringLiteral("柳林经开区")), AssessmentModel::Total) != before; }));
    EXPECT_EQ(part<QLabel>("weights").text(), "满分 130");
    part<QPushButton>("editScheme").click();
    EXPECT_EQ(shown(rowOf(QStringLiteral("柳林经开区")), AssessmentModel::Total), before);
    auto &strip = part<StripMessage>("strip");
    EXPECT_TRUE(strip.text().contains("改动没有保存"));
    strip.findChild<QPushButton *>()->click(); // 继续编辑
    EXPECT_EQ(editor.scheme().items[0].weight, Decimal(60)) << "nothing is lost";
    EXPECT_TRUE(waitFor(
        [&] { return shown(rowOf(QStringLiteral("柳林经开区")), AssessmentModel::Total) != before; }));
}

TEST_F(AssessmentWindow, AFaultIsSaidAsByTheParserAndNothingIsSaved) {
    SchemeEditor &editor = edit();
    type("weight", QStringLiteral("abc"));
    EXPECT_EQ(editor.error(), "items[0].weight：应为 0 到 1000 的数。");
    EXPECT_EQ(part<QLineEdit>("weight").property("state").toString(), "error");
    EXPECT_FALSE(part<QPushButton>("saveAsButton").isEnabled());
    type("weight", QStringLiteral("30"));
    EXPECT_EQ(editor.error(), "");
    EXPECT_EQ(part<QLineEdit>("weight").property("state").toString(), "");
    type("span", QStringLiteral("50"));
    EXPECT_EQ(editor.error(), "items[0].span：base 与 span 之和 110 超过了 cap 100。");
    type("span", QStringLiteral("40"));
    part<QComboBox>("form").setCurrentIndex(int(indicators::ScoringForm::Linear));
    EXPECT_EQ(editor.error(), "items[0].bands：form 为 linear 时至少要有 2 行。");
    type("bands", QStringLiteral("50=60, 80"));
    EXPECT_TRUE(editor.error().contains("应写成 值=得分")) << editor.error().toStdString();
    type("bands", QStringLiteral("50=60, 80=100"));
    EXPECT_EQ(editor.error(), "");
    EXPECT_FALSE(part<QPushButton>("saveButton").isEnabled()) << "a shipped one";
    type("title", {});
    EXPECT_EQ(editor.error(), "items[0].title：必须填写。");
    while (part<QListWidget>("itemList").count())
        part<QPushButton>("removeItem").click();
    EXPECT_EQ(editor.error(), "items：应有 1 到 32 个指标。");
}

TEST_F(AssessmentWindow, ItemsAreAddedMovedAndRemoved) {
    SchemeEditor &editor = edit();
    auto &list = part<QListWidget>("itemList");
    part<QPushButton>("addItem").click();
    ASSERT_EQ(editor.scheme().items.size(), 6U);
    EXPECT_EQ(list.currentRow(), 5);
    EXPECT_EQ(editor.error(), "");
    part<QComboBox>("measure").setCurrentIndex(int(indicators::AssessmentMeasure::Target));
    type("title", QStringLiteral("签约任务"));
    EXPECT_EQ(editor.scheme().items[5].title, "签约任务");
    part<QPushButton>("raiseItem").click();
    EXPECT_EQ(editor.scheme().items[4].title, "签约任务");
    EXPECT_EQ(list.currentRow(), 4);
    part<QPushButton>("removeItem").click();
    EXPECT_EQ(editor.scheme().items.size(), 5U);
    EXPECT_EQ(editor.error(), "");
}

TEST_F(AssessmentWindow, ACopyWithABonusIsKeptAndRemoved) {
    SchemeEditor &editor = edit();
    part<QPushButton>("saveAsButton").click();
    EXPECT_TRUE(part<StripMessage>("strip").text().contains("已有名为“功效系数（分类考核）”的方案"));
    type("name", QStringLiteral("市级考核"));
    part<QPushButton>("addBonus").click();
    EXPECT_EQ(editor.error(), "bonus[0].zone：必须填写。");
    auto &bonus = part<QTableWidget>("bonusTable");
    bonus.item(0, 0)->setText(QStringLiteral("柳林经开区"));
    bonus.item(0, 2)->setText(QStringLiteral("x"));
    EXPECT_EQ(editor.error(), "bonus[0].points：应为 -1000 到 1000 的数。");
    bonus.item(0, 2)->setText(QStringLiteral("45.5"));
    bonus.item(0, 3)->setText(QStringLiteral("承办现场会"));
    EXPECT_EQ(editor.error(), "");
    part<QPushButton>("saveAsButton").click();
    EXPECT_TRUE(part<StripMessage>("strip").text().contains("已保存考核方案“市级考核”"));
    EXPECT_TRUE(QFile::exists(services::userAssessmentsFolder() + QStringLiteral("/市级考核.json")));
    EXPECT_EQ(shown(1, AssessmentModel::Name), "柳林经开区");
    EXPECT_EQ(shown(1, AssessmentModel::Total), "106.81");
    type("bonusCap", QStringLiteral("5"));
    part<QPushButton>("saveButton").click();
    EXPECT_EQ(shown(8, AssessmentModel::Name), "柳林经开区") << "66.81 with the cap";
    part<QPushButton>("removeButton").click();
    EXPECT_FALSE(QFile::exists(services::userAssessmentsFolder() + QStringLiteral("/市级考核.json")));
    part<StripMessage>("strip").findChild<QPushButton *>()->click(); // 撤销
    EXPECT_TRUE(QFile::exists(services::userAssessmentsFolder() + QStringLiteral("/市级考核.json")));
    EXPECT_EQ(part<QComboBox>("schemes").currentText(), "市级考核");
}

TEST_F(AssessmentWindow, TheZoneFilterShowsAndTheOthersCount) {
    services::FigureScope scope = window->filterBar().scope();
    scope.filter.zones = {ledger().zone(QStringLiteral("文水经开区"))->id};
    window->filterBar().setScope(scope);
    ASSERT_EQ(table().rowCount(), 2);
    EXPECT_EQ(shown(1, AssessmentModel::Rank), "2") << "among all zones";
    scope.filter.zones.clear();
    scope.rulesId = QStringLiteral("basic");
    window->filterBar().setScope(scope);
    EXPECT_EQ(table().rowCount(), 9);
    EXPECT_EQ(page().assessment()->figures.rulesId, "basic");
}

TEST_F(AssessmentWindow, AnEmptyLedgerSaysWhatToDo) {
    ASSERT_TRUE(window->session().create(folder.filePath(QStringLiteral("空.yipi"))));
    window->showPage(pageIndex(QStringLiteral("assessment")));
    EXPECT_TRUE(page().findChild<EmptyState *>()->isVisible());
    EXPECT_FALSE(part<QPushButton>("editScheme").isEnabled());
}

TEST_F(AssessmentWindow, ASchemeThatTheRulesDoNotFitSaysSo) {
    SchemeEditor &editor = edit();
    auto scheme = editor.scheme();
    scheme.items[0].rate = QStringLiteral("gone");
    editor.setScheme(scheme, false);
    EXPECT_TRUE(waitFor([&] { return part<StripMessage>("strip").text().contains("没有比率“gone”"); }))
        << part<StripMessage>("strip").text().toStdString();
    EXPECT_EQ(table().rowCount(), 9) << "the last scores stay";
}

} // namespace
} // namespace yipi::gui
