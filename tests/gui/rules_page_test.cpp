// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo_window.h"

#include "gui/rules/differing_rows_model.h"
#include "gui/rules/rate_difference_model.h"
#include "gui/rules/rule_compare_view.h"
#include "gui/rules/rule_set_form.h"
#include "gui/rules/rules_page.h"
#include "gui/shell/choice_button.h"
#include "gui/shell/filter_bar.h"
#include "gui/shell/page_registry.h"
#include "gui/shell/status_bar.h"
#include "gui/theme.h"
#include "gui/widgets/strip_message.h"
#include "services/locations.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>

namespace yipi::gui {
namespace {

using Leaving = RulesPage::Leaving;

class Rules : public DemoWindow {
protected:
    void SetUp() override {
        DemoWindow::SetUp();
        QDir(services::userRulesFolder()).removeRecursively();
        figures().library().reload();
        window->showPage(pageIndex(QStringLiteral("rules")));
        services::FigureScope scope = window->filterBar().scope();
        scope.asOf = Month(2024, 7);
        scope.rulesId = QStringLiteral("basic");
        window->filterBar().setScope(scope);
        page().setLeaveQuestion([this](const QString &) {
            ++asked;
            return answer;
        });
        page().setConfirmation([](const QString &) { return true; });
        page().select(QStringLiteral("basic"));
        settled();
    }
    void TearDown() override { QDir(services::userRulesFolder()).removeRecursively(); }

    RulesPage &page() { return *window->findChild<RulesPage *>(); }
    template <class Widget>
    Widget *part(const char *name) {
        auto *found = page().findChild<Widget *>(QLatin1String(name));
        EXPECT_TRUE(found) << name;
        return found;
    }
    RuleSetForm &form() { return *page().findChild<RuleSetForm *>(); }
    RuleCompareView &preview() { return *part<RuleCompareView>("preview"); }
    /// Until the figures of the last edit are there.
    void settled() {
        QCoreApplication::processEvents();
        for (int i = 0; i < 2000 && page().isComputing(); ++i)
            QTest::qWait(10);
        ASSERT_FALSE(page().isComputing());
    }
    void choose(const char *box, const QString &key) {
        for (const auto &[name, index] : choiceIndexes)
            if (name == key) {
                auto *combo = part<QComboBox>(box);
                combo->setCurrentIndex(combo->findData(index));
                return;
            }
        FAIL() << key.toStdString();
    }
    void type(const char *line, const QString &text) {
        auto *edit = part<QLineEdit>(line);
        edit->selectAll();
        typeChinese(edit, text);
    }
    QString cell(const char *rateId, int column) {
        const RateDifferenceModel *rates = preview().rates();
        return rates->index(rates->rowOf(QLatin1String(rateId)), column).data().toString();
    }
    QString stripText() { return part<StripMessage>("strip")->text(); }
    QString saveAs(const QString &name, const QString &id) {
        part<QPushButton>("saveAsButton")->click();
        part<QLineEdit>("newName")->setText(name);
        part<QLineEdit>("newId")->setText(id);
        part<QPushButton>("newSave")->click();
        return part<QLabel>("newReason")->text();
    }
    bool filterBarOffers(const QString &id) {
        for (ChoiceButton *button : window->filterBar().findChildren<ChoiceButton *>()) {
            Q_EMIT button->menu()->aboutToShow();
            for (const QAction *action : button->menu()->actions())
                if (action->text() == figures().library().set(id)->name)
                    return true;
        }
        return false;
    }

    const std::vector<std::pair<QString, int>> choiceIndexes{
        {QStringLiteral("held_at_least_months"), int(indicators::CampaignScope::HeldAtLeastMonths)},
        {QStringLiteral("range"), int(indicators::CampaignScope::Range)},
        {QStringLiteral("milestones"), int(indicators::Population::Milestones)},
        {QStringLiteral("targets"), int(indicators::Population::Targets)},
        {QStringLiteral("start"), int(indicators::Population::Start)}};
    int asked = 0;
    Leaving answer = Leaving::Stay;
};

TEST_F(Rules, AnEditedRateIsTriedAtOnce) {
    EXPECT_EQ(cell("start", RateDifferenceModel::RateA), "59.46%");
    EXPECT_EQ(cell("start", RateDifferenceModel::Points), "0.00");
    choose("campaigns", QStringLiteral("held_at_least_months"));
    part<QSpinBox>("held_at_least_months")->setValue(6);
    settled();
    EXPECT_EQ(cell("start", RateDifferenceModel::RateA), "59.46%");
    EXPECT_EQ(cell("start", RateDifferenceModel::RateB), "78.87%");
    EXPECT_EQ(cell("start", RateDifferenceModel::PartsB), "56/71");
    EXPECT_EQ(cell("start", RateDifferenceModel::Points), "+19.41");
    ASSERT_EQ(preview().rows()->rowCount(), 40) << "the entries of the latest campaigns";
    const QString why = preview().rows()->index(0, DifferingRowsModel::PlaceB).data().toString();
    EXPECT_TRUE(why.contains(QStringLiteral("不足 6 个月"))) << why.toStdString();
    EXPECT_TRUE(part<QLabel>("ruleText")->text().contains(QStringLiteral("举办满 6 个月")));
    EXPECT_TRUE(part<QLabel>("dirtyChip")->isVisible());
    part<QPushButton>("revertButton")->click();
    settled();
    EXPECT_EQ(cell("start", RateDifferenceModel::RateB), "59.46%");
    EXPECT_FALSE(form().isChanged());
}

TEST_F(Rules, ABadFilterIsExplainedAtTheField) {
    type("filter", QStringLiteral("总投资 >= 1亿 且"));
    auto *filter = part<QLineEdit>("filter");
    EXPECT_EQ(filter->property("state").toString(), "error");
    auto *message = part<QLabel>("fieldMessage");
    const auto refused = indicators::parseRuleSet(
        R"({"name":"a","version":"1","rates":[{"id":"a","title":"b","population":"sign","event":"started",)"
        R"("filter":"总投资 >= 1亿 且"}]})",
        QStringLiteral("x.json"));
    EXPECT_TRUE(refused.error().message.endsWith(message->text())) << message->text().toStdString();
    EXPECT_FALSE(part<QPushButton>("saveAsButton")->isEnabled());
    EXPECT_FALSE(preview().findChild<QTableView *>(QStringLiteral("rateView"))->isEnabled());
    type("filter", QStringLiteral("总投资 >= 1亿"));
    EXPECT_EQ(filter->property("state").toString(), QString());
    EXPECT_TRUE(form().problem().isEmpty());
    settled();
    EXPECT_TRUE(preview().findChild<QTableView *>(QStringLiteral("rateView"))->isEnabled());
    EXPECT_LT(cell("start", RateDifferenceModel::PartsB).section(u'/', 1).toInt(), 111);
}

TEST_F(Rules, EveryKindOfMistakeHasItsField) {
    const auto messageAt = [&](const char *field) {
        return part<QWidget>(field)->property("state").toString() == u"error" ? form().problem() : QString();
    };
    type("effective_from", QStringLiteral("2024-13"));
    EXPECT_TRUE(messageAt("effective_from").contains(QStringLiteral("不是月份")));
    type("effective_from", QStringLiteral("2024-05"));
    type("effective_to", QStringLiteral("2024-01"));
    EXPECT_TRUE(messageAt("effective_to").contains(QStringLiteral("早于")));
    type("effective_to", QStringLiteral("2024-12"));
    EXPECT_EQ(form().problem(), QString());
    type("name", QStringLiteral(" "));
    EXPECT_TRUE(messageAt("name").contains(QStringLiteral("必须填写")));
    type("name", QStringLiteral("本市"));
    part<QSpinBox>("red_days")->setValue(0);
    EXPECT_TRUE(messageAt("red_days").contains(QStringLiteral("不能小于")));
    part<QSpinBox>("red_days")->setValue(60);
    type("id", QStringLiteral("produce"));
    EXPECT_NE(form().problem(), QString()) << "the second of two rates has the same id";
    EXPECT_EQ(part<QListWidget>("rateList")->item(1)->foreground().color(), theme().red);
    type("id", QStringLiteral("1"));
    EXPECT_TRUE(messageAt("id").contains(QStringLiteral("小写字母")));
    type("id", QStringLiteral("start"));
    choose("campaigns", QStringLiteral("range"));
    EXPECT_TRUE(messageAt("first_campaign").contains(QStringLiteral("至少填一个")));
    part<QComboBox>("first_campaign")->setCurrentIndex(2);
    EXPECT_EQ(form().problem(), QString());
    part<QComboBox>("last_campaign")->setCurrentIndex(1);
    EXPECT_TRUE(messageAt("last_campaign").contains(QStringLiteral("早于")));
}

TEST_F(Rules, FieldsFollowThePopulation) {
    choose("population", QStringLiteral("milestones"));
    ASSERT_TRUE(form().draft()) << form().problem().toStdString();
    EXPECT_EQ(form().draft()->rates[0].event, indicators::Event::Finished);
    EXPECT_EQ(form().draft()->rates[0].weight, indicators::Weight::Items);
    EXPECT_TRUE(part<QComboBox>("campaigns")->isHidden());
    choose("population", QStringLiteral("targets"));
    ASSERT_TRUE(form().draft()) << form().problem().toStdString();
    EXPECT_TRUE(part<QComboBox>("event")->isHidden());
    EXPECT_FALSE(part<QComboBox>("target")->isHidden());
    choose("population", QStringLiteral("start"));
    EXPECT_TRUE(form().draft()) << form().problem().toStdString();
    EXPECT_FALSE(part<QComboBox>("event")->isHidden());
}

TEST_F(Rules, SavedAsItIsListedOfferedUsedAndDeleted) {
    part<QSpinBox>("sign_to_start_months")->setValue(9);
    EXPECT_FALSE(part<QPushButton>("saveButton")->isEnabled()) << "a preset";
    EXPECT_TRUE(
        saveAs(QStringLiteral("本市三率"), QStringLiteral("basic")).contains(QStringLiteral("程序自带")));
    EXPECT_TRUE(part<QWidget>("saveAsBar")->isVisible());
    EXPECT_EQ(saveAs(QStringLiteral("本市三率"), QStringLiteral("ben-shi")), QString());
    EXPECT_EQ(page().selectedId(), "ben-shi");
    EXPECT_FALSE(form().isChanged());
    EXPECT_EQ(figures().library().set(QStringLiteral("ben-shi"))->deadlines.signToStartMonths, 9);
    EXPECT_TRUE(filterBarOffers(QStringLiteral("ben-shi")));
    auto *list = part<QTableView>("setView");
    EXPECT_EQ(list->currentIndex().siblingAtColumn(0).data().toString(), QStringLiteral("本市三率"));

    part<QSpinBox>("sign_to_start_months")->setValue(12);
    ASSERT_TRUE(part<QPushButton>("saveButton")->isEnabled());
    part<QPushButton>("saveButton")->click();
    EXPECT_TRUE(stripText().contains(QStringLiteral("已保存"))) << stripText().toStdString();
    EXPECT_EQ(part<QLineEdit>("version")->text(),
              services::nextVersion(figures().library().set(QStringLiteral("basic"))->version));
    part<QPushButton>("useButton")->click();
    EXPECT_EQ(ledger().ruleSetId(), "ben-shi");
    EXPECT_EQ(window->filterBar().scope().rulesId, "ben-shi");
    part<QPushButton>("deleteButton")->click();
    EXPECT_TRUE(stripText().contains(QStringLiteral("正在使用"))) << stripText().toStdString();
    ASSERT_TRUE(ledger().setRuleSetId(QStringLiteral("basic")));
    part<QPushButton>("deleteButton")->click();
    EXPECT_FALSE(figures().library().set(QStringLiteral("ben-shi")));
    EXPECT_EQ(window->filterBar().scope().rulesId, "basic") << "what is gone is not shown on";
    EXPECT_EQ(page().selectedId(), "basic");
}

TEST_F(Rules, UnsavedEditsAreNotLostUnasked) {
    type("description", QStringLiteral("改"));
    answer = Leaving::Stay;
    window->showPage(pageIndex(QStringLiteral("overview")));
    EXPECT_EQ(asked, 1);
    EXPECT_EQ(window->currentPage(), &page());
    window->close();
    EXPECT_EQ(asked, 2);
    EXPECT_TRUE(window->isVisible());
    page().select(QStringLiteral("on-time"));
    EXPECT_EQ(asked, 3);
    EXPECT_EQ(page().selectedId(), "basic");
    answer = Leaving::Save; // a preset: the person has to name the new one first
    window->showPage(pageIndex(QStringLiteral("overview")));
    EXPECT_EQ(window->currentPage(), &page());
    EXPECT_TRUE(part<QWidget>("saveAsBar")->isVisible());
    answer = Leaving::Discard;
    window->showPage(pageIndex(QStringLiteral("overview")));
    EXPECT_NE(window->currentPage(), &page());
    EXPECT_FALSE(form().isChanged());
    window->showPage(pageIndex(QStringLiteral("rules")));
    EXPECT_EQ(asked, 5) << "without edits nobody is asked";
}

TEST_F(Rules, SavingOnLeavingSavesOwnSets) {
    saveAs(QStringLiteral("本市"), QStringLiteral("mine"));
    type("description", QStringLiteral("改过的说明"));
    answer = Leaving::Save;
    window->showPage(pageIndex(QStringLiteral("overview")));
    EXPECT_NE(window->currentPage(), &page());
    EXPECT_EQ(figures().library().set(QStringLiteral("mine"))->description, QStringLiteral("改过的说明"));
}

TEST_F(Rules, AFileChangedByOthersIsNotOverwritten) {
    saveAs(QStringLiteral("本市"), QStringLiteral("mine"));
    QFile file(figures().library().file(QStringLiteral("mine"))->path);
    ASSERT_TRUE(file.open(QIODevice::Append));
    file.write("\n");
    file.close();
    type("description", QStringLiteral("改"));
    part<QPushButton>("saveButton")->click();
    EXPECT_TRUE(stripText().contains(QStringLiteral("已被其他程序改过"))) << stripText().toStdString();
    EXPECT_TRUE(form().isChanged()) << "the edits are still there";
}

TEST_F(Rules, TwoSetsAreComparedWithTheirRows) {
    part<QTabWidget>("tabs")->setCurrentIndex(1);
    auto *a = part<QComboBox>("boxA"), *b = part<QComboBox>("boxB");
    a->setCurrentIndex(a->findData(QStringLiteral("basic")));
    b->setCurrentIndex(b->findData(QStringLiteral("lvliang-2024")));
    settled();
    auto *compare = part<RuleCompareView>("compare");
    const int start = compare->rates()->rowOf(QStringLiteral("start"));
    EXPECT_EQ(compare->rates()->index(start, RateDifferenceModel::Points).data().toString(), "+19.41");
    EXPECT_EQ(compare->rates()->headerData(RateDifferenceModel::RateB, Qt::Horizontal).toString(),
              QStringLiteral("吕梁 2024"));
    compare->findChild<QTableView *>(QStringLiteral("rateView"))->selectRow(start);
    settled();
    ASSERT_EQ(compare->rows()->rowCount(), 40);
    EXPECT_FALSE(compare->rows()->index(0, DifferingRowsModel::Name).data().toString().isEmpty());
    QSignalSpy opened(&page(), &Page::projectListRequested);
    compare->findChild<QPushButton *>(QStringLiteral("openRows"))->click();
    ASSERT_EQ(opened.size(), 1);
    EXPECT_EQ(window->currentPage()->title(), QStringLiteral("项目台账"));
}

TEST_F(Rules, FilesGoOutAndIn) {
    const QString path = folder.filePath(QStringLiteral("外发.json"));
    page().setPathChooser([&](const QString &) { return path; });
    part<QPushButton>("exportButton")->click();
    ASSERT_TRUE(QFile::exists(path)) << stripText().toStdString();
    part<QPushButton>("importButton")->click();
    EXPECT_EQ(page().selectedId(), QStringLiteral("外发"));
    EXPECT_EQ(figures().library().set(QStringLiteral("外发"))->rates,
              figures().library().set(QStringLiteral("basic"))->rates);
    QFile bad(path);
    ASSERT_TRUE(bad.open(QIODevice::WriteOnly));
    bad.write("{\"name\":3}");
    bad.close();
    part<QPushButton>("importButton")->click();
    EXPECT_TRUE(stripText().contains(QStringLiteral("应为文字"))) << stripText().toStdString();
    page().setPathChooser([](const QString &) { return QString(); });
    part<QPushButton>("importButton")->click();
    EXPECT_EQ(page().selectedId(), QStringLiteral("外发"));
}

TEST_F(Rules, BrokenFilesAreListedWithTheirReason) {
    QDir().mkpath(services::userRulesFolder());
    QFile bad(services::userRulesFolder() + QStringLiteral("/bad.json"));
    ASSERT_TRUE(bad.open(QIODevice::WriteOnly));
    bad.write("{\"name\":3}");
    bad.close();
    part<QPushButton>("reloadButton")->click();
    EXPECT_TRUE(stripText().contains(QStringLiteral("bad.json"))) << stripText().toStdString();
    const auto *model = part<QTableView>("setView")->model();
    EXPECT_TRUE(
        model->index(model->rowCount() - 1, 0).data().toString().contains(QStringLiteral("bad.json")));
}

TEST_F(Rules, RatesAreAddedMovedAndRemoved) {
    auto *list = part<QListWidget>("rateList");
    const int before = list->count();
    part<QToolButton>("copyRate")->click();
    ASSERT_EQ(list->count(), before + 1);
    EXPECT_EQ(list->currentRow(), 1);
    ASSERT_TRUE(form().draft()) << form().problem().toStdString();
    EXPECT_EQ(form().draft()->rates[1].id, "start_2");
    part<QToolButton>("raiseRate")->click();
    EXPECT_EQ(form().draft()->rates[0].id, "start_2");
    part<QToolButton>("removeRate")->click();
    EXPECT_FALSE(form().isChanged());
    part<QToolButton>("addRate")->click();
    EXPECT_TRUE(form().draft()) << form().problem().toStdString();
    settled();
    EXPECT_EQ(cell("rate", RateDifferenceModel::RateA), QStringLiteral("无此比率"));
}

TEST_F(Rules, LightsAndKindsAreEdited) {
    auto *lights = part<QComboBox>("lights");
    lights->setCurrentIndex(lights->findData(QStringLiteral("yinchuan")));
    ASSERT_TRUE(form().draft());
    EXPECT_EQ(form().draft()->lights.name, QStringLiteral("银川"));
    EXPECT_TRUE(part<QSpinBox>("yellow_days")->isHidden());
    lights->setCurrentIndex(0);
    part<QSpinBox>("yellow_days")->setValue(10);
    EXPECT_TRUE(form().draft()->lights.rules == indicators::LightRules::byDays(10, 91).rules);
    type("title_patron", QStringLiteral("包联县领导"));
    EXPECT_EQ(form().draft()->lights.escalation[2].title, QStringLiteral("包联县领导"));
    part<QSpinBox>("days_zone")->setValue(200);
    EXPECT_TRUE(form().problem().contains(QStringLiteral("由少到多"))) << form().problem().toStdString();
    part<QSpinBox>("days_zone")->setValue(31);
    type("kindTitle_not_started", QStringLiteral("未开工"));
    part<QCheckBox>("lists_not_attained")->setChecked(false);
    ASSERT_TRUE(form().draft()) << form().problem().toStdString();
    EXPECT_EQ(form().draft()->overdue.size(), 2U);
    EXPECT_EQ(form().draft()->overdue[0].title, QStringLiteral("未开工"));
}

TEST_F(Rules, OutsideItsMonthsASetIsMarked) {
    saveAs(QStringLiteral("旧口径"), QStringLiteral("old"));
    type("effective_to", QStringLiteral("2023-12"));
    part<QPushButton>("saveButton")->click();
    EXPECT_TRUE(part<QTableView>("setView")->currentIndex().siblingAtColumn(0).data().toString().startsWith(
        QStringLiteral("⚠")));
    part<QPushButton>("useButton")->click();
    bool isSaid = false;
    for (const QLabel *label : window->findChild<StatusBar *>()->findChildren<QLabel *>())
        isSaid |= label->text().startsWith(QStringLiteral("⚠")) &&
                  label->toolTip().contains(QStringLiteral("2023-12 及以前"));
    EXPECT_TRUE(isSaid);
}

TEST_F(Rules, ChangesOfTheLedgerAreTriedAgain) {
    const QString before = cell("start", RateDifferenceModel::PartsB);
    const auto projects = ledger().allRecords(EntityKind::Project);
    ASSERT_TRUE(projects);
    const int start = entityInfo(EntityKind::Project).indexOf(QStringLiteral("actual_start"));
    ASSERT_GE(start, 0);
    int changed = 0;
    for (const Record &project : *projects)
        if (!isEmpty(project.values[std::size_t(start)]) && changed < 30 &&
            ledger().edit(EntityKind::Project, project.id, project.version, QStringLiteral("actual_start"),
                          QString()))
            ++changed;
    ASSERT_GT(changed, 0);
    settled();
    EXPECT_NE(cell("start", RateDifferenceModel::PartsB), before);
}

class EmptyLedgerRules : public ::testing::Test {};

TEST_F(EmptyLedgerRules, SaysWhatIsMissing) {
    const QTemporaryDir folder;
    Settings settings(folder.filePath(QStringLiteral("yipi.ini")));
    MainWindow window(settings);
    window.show();
    ASSERT_TRUE(window.session().create(folder.filePath(QStringLiteral("空.yipi"))));
    window.showPage(pageIndex(QStringLiteral("rules")));
    QCoreApplication::processEvents();
    auto *preview = window.findChild<RuleCompareView *>(QStringLiteral("preview"));
    ASSERT_TRUE(preview);
    EXPECT_FALSE(preview->isBusy());
    bool isSaid = false;
    for (const QLabel *label : preview->findChildren<QLabel *>())
        isSaid |= label->isVisible() && label->text().contains(QStringLiteral("台账里还没有项目"));
    EXPECT_TRUE(isSaid);
    EXPECT_TRUE(window.findChild<RuleSetForm *>()->draft());
}

} // namespace
} // namespace yipi::gui
