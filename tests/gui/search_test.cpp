// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo_window.h"

#include "gui/ledger/choice_editor.h"
#include "gui/ledger/ledger_page.h"
#include "gui/ledger/ledger_view.h"
#include "gui/project/project_page.h"
#include "gui/search/search_model.h"
#include "gui/search/search_palette.h"
#include "gui/search/search_preview.h"
#include "gui/shell/filter_bar.h"
#include "gui/widgets/pinyin_completer.h"
#include "gui/widgets/strip_message.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QToolButton>

namespace yipi::gui {
namespace {

constexpr int kPatienceMs = 20'000;

class Search : public DemoWindow {
protected:
    void SetUp() override {
        DemoWindow::SetUp();
        ASSERT_TRUE(QTest::qWaitFor([this] { return ready(); }, kPatienceMs));
    }

    bool ready() { return window->session().search()->service().isReady(); }
    SearchPalette &palette() { return window->searchPalette(); }
    QLineEdit *edit() { return palette().findChild<QLineEdit *>(QStringLiteral("searchEdit")); }
    QListView *list() { return palette().findChild<QListView *>(); }
    SearchModel *model() { return palette().findChild<SearchModel *>(); }
    void open() { window->findChild<QToolButton *>(QStringLiteral("searchButton"))->click(); }
    void type(const QString &text) {
        if (!palette().isVisible())
            open();
        edit()->setText(text);
    }
    void press(Qt::Key key) { QTest::keyClick(edit(), key); }
    QString current() { return list()->currentIndex().data().toString(); }
    /// Headings as "# 项目", other lines by their title.
    QStringList lines() {
        QStringList all;
        for (int row = 0; row < model()->rowCount(); ++row)
            all << (model()->entry(row) ? QString() : QStringLiteral("# ")) +
                       model()->index(row, 0).data().toString();
        return all;
    }
    /// Moves to the line of this title and presses Enter.
    void choose(const QString &title) {
        for (int row = 0; row < model()->rowCount() && current() != title; ++row)
            press(Qt::Key_Down);
        ASSERT_EQ(current(), title);
        press(Qt::Key_Return);
    }
    LedgerPage *ledgerPage() { return qobject_cast<LedgerPage *>(window->currentPage()); }
    QString status() { return palette().findChild<QLabel *>(QStringLiteral("searchStatus"))->text(); }
    QString preview() {
        QStringList texts;
        for (const QLabel *label : palette().findChild<SearchPreview *>()->findChildren<QLabel *>())
            texts << label->text();
        return texts.join(u'|');
    }
    Project firstProject() {
        return fromRecord<Project>(
            ledger().record(EntityKind::Project, ledger().facts().projects.front().id).value());
    }
    QAction *action(const QString &text) {
        for (QAction *action : window->findChildren<QAction *>())
            if (action->text() == text)
                return action;
        return nullptr;
    }
};

TEST_F(Search, OpensAndClosesByItsKeysAndGivesTheFocusBack) {
    window->activateWindow();
    auto *month = window->filterBar().findChild<QToolButton *>();
    month->setFocus();
    ASSERT_EQ(QApplication::focusWidget(), month);
    QAction *search = action(QStringLiteral("搜索…"));
    EXPECT_EQ(search->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_K));
    search->trigger();
    EXPECT_TRUE(palette().isVisible());
    EXPECT_EQ(QApplication::focusWidget(), edit());
    EXPECT_FALSE(edit()->accessibleName().isEmpty());
    search->trigger();
    EXPECT_FALSE(palette().isVisible());
    EXPECT_EQ(QApplication::focusWidget(), month);
    search->trigger();
    press(Qt::Key_Escape);
    EXPECT_FALSE(palette().isVisible());
    EXPECT_EQ(QApplication::focusWidget(), month);
}

TEST_F(Search, ALineEditDoesNotKeepTheKeys) {
    open();
    QKeyEvent keys(QEvent::ShortcutOverride, Qt::Key_K, Qt::ControlModifier);
    keys.ignore();
    QCoreApplication::sendEvent(edit(), &keys);
    EXPECT_FALSE(keys.isAccepted());
    QKeyEvent letter(QEvent::ShortcutOverride, Qt::Key_BracketLeft, Qt::NoModifier, QStringLiteral("["));
    letter.ignore();
    QCoreApplication::sendEvent(edit(), &letter);
    EXPECT_TRUE(letter.isAccepted()); // not 上一月
}

TEST_F(Search, StaysInsideTheWindowWhenThatIsResized) {
    open();
    window->resize(1024, 640);
    QCoreApplication::processEvents();
    EXPECT_TRUE(window->rect().contains(palette().geometry()));
    EXPECT_NEAR(palette().geometry().center().x(), window->rect().center().x(), 1);
}

TEST_F(Search, ProposesCommonCommandsAndWhatWasPickedLast) {
    open();
    EXPECT_EQ(lines().first(), QStringLiteral("# 常用"));
    EXPECT_TRUE(lines().contains(QStringLiteral("导出…")));
    EXPECT_EQ(preview(), QStringLiteral("导出…|快捷键　Ctrl+E|Enter　执行"));
    EXPECT_TRUE(lines().contains(QStringLiteral("总览看板")));
    choose(QStringLiteral("项目台账"));
    type(firstProject().name);
    choose(firstProject().name);
    open();
    EXPECT_EQ(lines().mid(0, 4), (QStringList{QStringLiteral("# 最近"), firstProject().name,
                                              QStringLiteral("项目台账"), QStringLiteral("# 常用")}));
    EXPECT_TRUE(edit()->text().isEmpty());
    choose(QStringLiteral("项目台账"));
    open();
    EXPECT_EQ(lines()[1], QStringLiteral("项目台账")); // once, in front
    EXPECT_EQ(lines()[3], QStringLiteral("# 常用"));
}

TEST_F(Search, ArrowsPassHeadingsAndGoRound) {
    type(QStringLiteral("lv"));
    ASSERT_TRUE(model()->rowCount() > 3);
    EXPECT_EQ(list()->currentIndex().row(), 1); // below the first heading
    press(Qt::Key_Up);
    EXPECT_EQ(list()->currentIndex().row(), model()->rowCount() - 1);
    press(Qt::Key_Down);
    EXPECT_EQ(list()->currentIndex().row(), 1);
    QSet<int> passed;
    for (int step = 0; step < model()->rowCount(); ++step) {
        passed << list()->currentIndex().row();
        press(Qt::Key_Down);
    }
    EXPECT_EQ(passed.size(), lines().filter(QRegularExpression(QStringLiteral("^(?!# )"))).size());
    press(Qt::Key_PageDown);
    EXPECT_TRUE(model()->entry(list()->currentIndex().row()));
    press(Qt::Key_PageUp);
    EXPECT_TRUE(model()->entry(list()->currentIndex().row()));
    EXPECT_TRUE(edit()->accessibleDescription().startsWith(current()));
    EXPECT_FALSE(list()->grab().isNull()); // painted with headings, marks and second lines
}

TEST_F(Search, ShowsAProjectWithinTheLedger) {
    const Project project = firstProject();
    type(project.code);
    EXPECT_EQ(lines().first(), QStringLiteral("# 项目"));
    choose(project.name);
    EXPECT_FALSE(palette().isVisible());
    ASSERT_TRUE(ledgerPage());
    EXPECT_EQ(ledgerPage()->model()->projectAt(ledgerPage()->view()->currentIndex().row()), project.id);
    EXPECT_GT(ledgerPage()->model()->rowCount(), 1);
}

TEST_F(Search, OpensThePageOfAProjectByCtrlEnter) {
    const qint64 project = ledger().facts().projects[5].id;
    open();
    type(ledger().referenceText(EntityKind::Project, project));
    QTest::keyClick(edit(), Qt::Key_Return, Qt::ControlModifier);
    auto *page = qobject_cast<ProjectPage *>(window->currentPage());
    ASSERT_TRUE(page);
    EXPECT_EQ(page->project(), project);
    open();
    type(QStringLiteral("报表中心"));
    QTest::keyClick(edit(), Qt::Key_Return, Qt::ControlModifier);
    EXPECT_EQ(window->currentPage()->title(), QStringLiteral("报表中心")) << "others as by Enter";
}

TEST_F(Search, ShowsAProjectThatTheFilterLeavesOutByItself) {
    const Project project = firstProject();
    services::FigureScope scope = window->filterBar().scope();
    for (const Zone &zone : ledger().zones())
        if (zone.id != project.zone.id)
            scope.filter.zones = {zone.id};
    window->filterBar().setScope(scope);
    type(project.code);
    choose(project.name);
    ASSERT_TRUE(ledgerPage());
    ASSERT_EQ(ledgerPage()->model()->rowCount(), 1);
    EXPECT_EQ(ledgerPage()->model()->projectAt(0), project.id);
}

TEST_F(Search, FiltersTheLedgerByAZoneAChainOrACampaign) {
    type(QStringLiteral("xiaoyi"));
    const Zone *zone = ledger().zone(QStringLiteral("孝义"));
    ASSERT_TRUE(zone);
    choose(zone->name);
    ASSERT_TRUE(ledgerPage());
    EXPECT_EQ(window->filterBar().scope().filter.zones, std::vector<qint64>{zone->id});
    const IndustryChain &chain = ledger().chains().front();
    type(chain.name);
    choose(chain.name);
    EXPECT_EQ(window->filterBar().scope().filter.chains, std::vector<qint64>{chain.id});
    EXPECT_TRUE(window->filterBar().scope().filter.zones.empty());
    const CampaignKey campaign = ledger().campaigns().front().key();
    type(campaign.chineseText());
    choose(campaign.chineseText());
    EXPECT_EQ(window->filterBar().scope().filter.firstCampaign, campaign);
    EXPECT_EQ(window->filterBar().scope().filter.lastCampaign, campaign);
}

TEST_F(Search, ListsTheProjectsOfAPersonAndOfAnEnterprise) {
    const QString person = firstProject().patron;
    ASSERT_FALSE(person.isEmpty());
    window->activateWindow();
    type(person);
    choose(person);
    ASSERT_TRUE(ledgerPage());
    EXPECT_TRUE(ledgerPage()->view()->hasFocus());
    const int ofPerson = ledgerPage()->model()->rowCount();
    EXPECT_GT(ofPerson, 0);
    EXPECT_GE(ledgerPage()->model()->rowOf(firstProject().id), 0);
    const QString enterprise = ledger().enterpriseName(firstProject().investor.id);
    type(enterprise);
    choose(enterprise);
    EXPECT_GE(ledgerPage()->model()->rowOf(firstProject().id), 0);
    EXPECT_LT(ledgerPage()->model()->rowCount(), ofPerson + 1);
}

TEST_F(Search, CarriesOutCommandsAndShowsPages) {
    const Month before = window->filterBar().scope().asOf;
    type(QStringLiteral("syy"));
    choose(QStringLiteral("上一月"));
    EXPECT_EQ(window->filterBar().scope().asOf, before.plus(-1));
    type(QStringLiteral("口径gl"));
    choose(QStringLiteral("口径管理"));
    EXPECT_EQ(window->currentPage()->title(), QStringLiteral("口径管理"));
    type(QStringLiteral("搜索"));
    EXPECT_FALSE(lines().contains(QStringLiteral("搜索…"))); // it is open
    type(QStringLiteral("撤销"));
    EXPECT_FALSE(lines().contains(QStringLiteral("撤销"))); // nothing to undo
}

TEST_F(Search, CommandsShowTheirKeysWithoutTheMarkOfTheMenu) {
    const SearchEntry entry = entryOf(action(QStringLiteral("导出(&E)…")));
    EXPECT_EQ(entry.title, QStringLiteral("导出…"));
    EXPECT_EQ(entry.keys, QKeySequence(Qt::CTRL | Qt::Key_E).toString(QKeySequence::NativeText));
}

TEST_F(Search, SaysWhenNothingIsFound) {
    type(QStringLiteral("不存在的项目"));
    EXPECT_EQ(status(), QStringLiteral("没有找到“不存在的项目”"));
    EXPECT_FALSE(list()->isVisible());
    press(Qt::Key_Down);
    press(Qt::Key_Return); // nothing to open
    EXPECT_TRUE(palette().isVisible());
    edit()->clear();
    EXPECT_TRUE(list()->isVisible());
    EXPECT_TRUE(status().isEmpty());
}

TEST_F(Search, TheMouseChoosesAndClosesOutside) {
    type(QStringLiteral("总览看板"));
    window->showPage(1);
    ASSERT_EQ(window->currentPage()->title(), QStringLiteral("项目台账"));
    QCoreApplication::processEvents();
    const int row = int(lines().indexOf(QStringLiteral("总览看板")));
    QTest::mouseClick(list()->viewport(), Qt::LeftButton, {},
                      list()->visualRect(model()->index(row, 0)).center());
    EXPECT_EQ(window->currentPage()->title(), QStringLiteral("总览看板"));
    EXPECT_FALSE(palette().isVisible());
    open();
    QTest::mouseClick(list()->viewport(), Qt::LeftButton, {},
                      list()->visualRect(model()->index(0, 0)).center());
    EXPECT_TRUE(palette().isVisible()); // a heading
    QTest::mouseClick(window->currentPage(), Qt::LeftButton);
    EXPECT_FALSE(palette().isVisible());
}

TEST_F(Search, MarksWhatMatchedInTitleOrElseInTheSecondLine) {
    const Project project = firstProject();
    type(project.code);
    const QModelIndex index = list()->currentIndex();
    EXPECT_FALSE(index.data(SearchModel::MarkRole).isValid());
    EXPECT_EQ(index.data(SearchModel::DetailMarkRole).toPoint(), QPoint(0, int(project.code.size())));
    type(project.name.left(2));
    EXPECT_EQ(list()->currentIndex().data(SearchModel::MarkRole).toPoint().y(), 2);
    EXPECT_FALSE(list()->currentIndex().data(SearchModel::DetailMarkRole).isValid());
}

TEST_F(Search, PreviewsTheFactsOfAProject) {
    const Project project = firstProject();
    type(project.code);
    const QString shown = preview();
    EXPECT_TRUE(shown.contains(project.name));
    EXPECT_TRUE(shown.contains(ledger().referenceText(EntityKind::Zone, project.zone.id)));
    EXPECT_TRUE(shown.contains(project.patron));
    EXPECT_TRUE(shown.contains(QStringLiteral("亿元")));
    EXPECT_TRUE(shown.contains(QStringLiteral("Enter　在台账中查看")));
}

TEST_F(Search, AProblemShowsItsProject) {
    const Project project = firstProject();
    auto report = fromRecord<MonthlyProgress>(
        ledger()
            .recordsWhere(EntityKind::MonthlyProgress, QStringLiteral("project"), Value(project.id))
            .value()
            .back());
    ASSERT_TRUE(ledger().edit(EntityKind::MonthlyProgress, report.id, report.version,
                              QStringLiteral("problems"), QStringLiteral("缺少取水许可")));
    type(QStringLiteral("qushui"));
    EXPECT_EQ(current(), QStringLiteral("缺少取水许可"));
    EXPECT_TRUE(preview().startsWith(QStringLiteral("缺少取水许可|")));
    EXPECT_TRUE(preview().contains(project.name));
    choose(QStringLiteral("缺少取水许可"));
    ASSERT_TRUE(ledgerPage());
    EXPECT_EQ(ledgerPage()->model()->projectAt(ledgerPage()->view()->currentIndex().row()), project.id);
}

TEST_F(Search, AnErrorOfTheLedgerIsSaid) {
    // A project that is gone from the file while the preview is shown.
    SearchPreview preview;
    SearchEntry entry;
    entry.hit = services::SearchHit{services::SearchKind::Project, 987654321, {}, {}, {}};
    preview.show(&entry, &ledger(), QDate(2024, 7, 31));
    QString shown;
    for (const QLabel *label : preview.findChildren<QLabel *>())
        shown += label->text();
    EXPECT_TRUE(shown.contains(QStringLiteral("987654321")));
}

TEST_F(Search, FollowsAnEdit) {
    const Project project = firstProject();
    ASSERT_TRUE(ledger().edit(EntityKind::Project, project.id, project.version, QStringLiteral("name"),
                              QStringLiteral("重庆路喆镕物流园")));
    type(QStringLiteral("chongqinglu"));
    EXPECT_EQ(lines(), (QStringList{QStringLiteral("# 项目"), QStringLiteral("重庆路喆镕物流园")}));
    edit()->clear();
    typeChinese(edit(), QStringLiteral("喆"));
    EXPECT_EQ(current(), QStringLiteral("重庆路喆镕物流园"));
}

TEST_F(Search, WithoutALedgerOnlyCommandsAreFound) {
    open();
    window->session().close();
    EXPECT_FALSE(palette().isVisible());
    type(QStringLiteral("台账"));
    EXPECT_TRUE(lines().contains(QStringLiteral("新建台账…")));
    EXPECT_EQ(lines().filter(QStringLiteral("# ")), QStringList(QStringLiteral("# 命令")));
}

TEST_F(Search, ReadsItsIndexAgainWhenAsked) {
    LedgerSearch &search = *window->session().search();
    QSignalSpy loaded(&search, &LedgerSearch::loaded);
    Q_EMIT search.service().outdated();
    EXPECT_TRUE(search.isLoading());
    ASSERT_TRUE(QTest::qWaitFor([&] { return loaded.size() == 1; }, kPatienceMs));
    EXPECT_FALSE(search.isLoading());
    EXPECT_TRUE(search.problem().isEmpty());
    type(firstProject().code);
    EXPECT_EQ(current(), firstProject().name);
}

TEST_F(Search, SaysWhyThereIsNoIndex) {
    LedgerSearch search(ledger(), folder.filePath(QStringLiteral("keine.yipi")));
    palette().setLedger(&ledger(), &search);
    type(firstProject().code);
    ASSERT_TRUE(QTest::qWaitFor([&] { return !search.problem().isEmpty(); }, kPatienceMs));
    EXPECT_EQ(status(), search.problem());
    palette().setLedger(nullptr, nullptr);
}

TEST(PinyinCompleterTest, NarrowsByWordsPinyinAndFirstLetters) {
    PinyinCompleter completer({QStringLiteral("铝镁新材料"), QStringLiteral("绿色建材"),
                               QStringLiteral("煤层气"), QStringLiteral("重庆")},
                              nullptr);
    const auto offered = [&completer](const char *typed) {
        completer.setCompletionPrefix(QString::fromUtf8(typed));
        QStringList list;
        for (int row = 0; completer.setCurrentRow(row); ++row)
            list << completer.currentCompletion();
        return list;
    };
    EXPECT_EQ(offered("lv"), (QStringList{QStringLiteral("铝镁新材料"), QStringLiteral("绿色建材")}));
    EXPECT_EQ(offered("mei"), (QStringList{QStringLiteral("煤层气"), QStringLiteral("铝镁新材料")}));
    EXPECT_EQ(offered("jc"), QStringList(QStringLiteral("绿色建材")));
    EXPECT_EQ(offered("层"), QStringList(QStringLiteral("煤层气")));
    EXPECT_EQ(offered("chongq"), QStringList(QStringLiteral("重庆")));
    EXPECT_EQ(offered("x9"), QStringList());
    EXPECT_EQ(offered("").size(), 4);
}

TEST(ChoiceEditorTest, TakesTheOnlyChoiceThatPinyinLeaves) {
    ChoiceEditor editor({QStringLiteral("铝镁新材料"), QStringLiteral("煤层气")}, nullptr);
    editor.show();
    editor.lineEdit()->selectAll();
    QTest::keyClicks(editor.lineEdit(), QStringLiteral("mcq"));
    QTest::keyClick(editor.completer()->popup(), Qt::Key_Return);
    EXPECT_EQ(editor.currentText(), QStringLiteral("煤层气"));
}

} // namespace
} // namespace yipi::gui
