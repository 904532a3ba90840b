// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo_window.h"

#include "domain/custom_field.h"
#include "domain/problem.h"
#include "gui/history/record_history.h"
#include "gui/ledger/empty_state.h"
#include "gui/ledger/frozen_columns.h"
#include "gui/ledger/ledger_page.h"
#include "gui/ledger/ledger_view.h"
#include "gui/project/attachment_panel.h"
#include "gui/project/child_models.h"
#include "gui/project/child_panel.h"
#include "gui/project/field_list_model.h"
#include "gui/project/investment_plot.h"
#include "gui/project/project_page.h"
#include "gui/project/stage_line.h"
#include "gui/shell/filter_bar.h"
#include "gui/shell/navigation.h"
#include "gui/shell/page_registry.h"
#include "gui/theme.h"
#include "gui/widgets/strip_message.h"

#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

#include <cmath>

namespace yipi::gui {
namespace {

const QDate kToday(2024, 7, 31);

class ProjectPageTest : public DemoWindow {
protected:
    void SetUp() override {
        DemoWindow::SetUp();
        services::FigureScope scope;
        scope.asOf = figures().defaultMonth();
        const auto items = figures().overdueItems(scope);
        ASSERT_TRUE(items);
        for (const indicators::OverdueItem &item : *items)
            late.push_back(item.projectId);
        ASSERT_GE(late.size(), 3u);
    }

    void open(qint64 id, std::vector<qint64> list = {}) { window->openProject(id, std::move(list)); }
    ProjectPage *page() { return qobject_cast<ProjectPage *>(window->currentPage()); }
    template <class W>
    W *find(const char *name) {
        auto *found = page()->findChild<W *>(QString::fromLatin1(name));
        EXPECT_TRUE(found) << name;
        return found;
    }
    ChildPanel *panel(const char *name) { return find<ChildPanel>(name); }
    QString text(const char *label) { return find<QLabel>(label)->text(); }
    static QModelIndex cell(ChildPanel *panel, int row, const char *key) {
        return panel->model()->index(row, panel->model()->columnOf(QString::fromLatin1(key)));
    }
    static bool type(ChildPanel *panel, int row, const char *key, const QString &text) {
        return panel->model()->setData(cell(panel, row, key), text);
    }
    Project stored(qint64 id) { return fromRecord<Project>(*ledger().record(EntityKind::Project, id)); }
    std::vector<Record> children(EntityKind kind) {
        return *ledger().recordsWhere(kind, QStringLiteral("project"), Value(page()->project()));
    }
    QString writeFile(const QString &name, const QByteArray &content) {
        const QString path = folder.filePath(name);
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(content);
        return path;
    }
    void addField(const QString &title) {
        CustomField field;
        field.key = QStringLiteral("own");
        field.title = title;
        const Record record = toRecord(field);
        ChangeSet set;
        set.title = QStringLiteral("新增字段");
        set.changes.push_back({RecordChange::Kind::Insert, EntityKind::CustomField, 0, 0, {}});
        for (std::size_t i = 0; i < record.values.size(); ++i)
            if (!isEmpty(record.values[i]))
                set.changes.back().values.emplace_back(int(i), record.values[i]);
        const auto done = ledger().apply(set);
        ASSERT_TRUE(done) << done.error().text().toStdString();
    }

    std::vector<qint64> late;
};

TEST_F(ProjectPageTest, OpensFromTheGridByKeyNumberAndButtonAndGoesBack) {
    window->showPage(pageIndex(QStringLiteral("ledger")));
    auto *grid = static_cast<LedgerPage *>(window->currentPage());
    LedgerView *view = grid->view();
    const qint64 third = grid->model()->projectAt(2);
    const auto back = [&] {
        find<QPushButton>("projectBack")->click();
        EXPECT_EQ(window->currentPage(), grid);
        EXPECT_EQ(grid->model()->projectAt(view->currentIndex().row()), third);
    };
    view->setCurrentIndex(grid->model()->index(2, grid->model()->columns().nameColumn()));
    for (QAction *action : grid->pageActions())
        if (action->shortcut() == QKeySequence(Qt::Key_F3))
            action->trigger();
    ASSERT_TRUE(page());
    EXPECT_EQ(page()->project(), third);
    EXPECT_EQ(text("projectPlace"), QStringLiteral("3 / %1").arg(grid->model()->rowCount()));
    back();
    const QModelIndex number =
        grid->model()->index(2, grid->model()->columns().columnOf(QStringLiteral("#")));
    view->setCurrentIndex(number);
    QTest::keyClick(view, Qt::Key_Return);
    ASSERT_TRUE(page());
    back();
    Q_EMIT view->frozenColumns()->doubleClicked(number);
    ASSERT_TRUE(page());
    back();
    window->findChild<QToolButton *>(QStringLiteral("panelDetails"))->click();
    ASSERT_TRUE(page());
    EXPECT_EQ(page()->project(), third);
    EXPECT_TRUE(window->findChild<Navigation *>()->isRowHidden(pageIndex(QStringLiteral("project"))));
}

TEST_F(ProjectPageTest, EnterElsewhereInTheGridStillGoesDown) {
    window->showPage(pageIndex(QStringLiteral("ledger")));
    auto *grid = static_cast<LedgerPage *>(window->currentPage());
    grid->view()->setCurrentIndex(grid->model()->index(0, grid->model()->columns().nameColumn()));
    QTest::keyClick(grid->view(), Qt::Key_Return);
    EXPECT_EQ(window->currentPage(), grid);
    EXPECT_EQ(grid->view()->currentIndex().row(), 1);
}

TEST_F(ProjectPageTest, ShowsWhoItIsWithLightAndActor) {
    open(late[0]);
    const Project project = stored(late[0]);
    EXPECT_EQ(text("projectCode"), project.code);
    EXPECT_EQ(text("projectName"), project.name);
    EXPECT_EQ(find<QPushButton>("projectZone")->text(), ledger().zone(project.zone.id)->shortName);
    EXPECT_EQ(text("projectInvestor"), ledger().enterpriseName(project.investor.id));
    EXPECT_EQ(text("projectFact0"),
              QStringLiteral("%1 亿元").arg(project.totalInvestment->text(MoneyUnit::Yi)));
    EXPECT_TRUE(find<QLabel>("projectLight")->isVisible());
    EXPECT_TRUE(find<QLabel>("projectLight")->accessibleName().contains(QStringLiteral("灯")));
    find<QPushButton>("projectZone")->click();
    EXPECT_EQ(window->currentPage()->title(), QStringLiteral("项目台账"));
    EXPECT_EQ(window->filterBar().scope().filter.zones, std::vector{project.zone.id});
}

TEST_F(ProjectPageTest, WalksThroughTheListAndStopsAtItsEnds) {
    open(late[1], {late[0], late[1], late[2]});
    EXPECT_EQ(text("projectPlace"), QStringLiteral("2 / 3"));
    EXPECT_TRUE(page()->isAncestorOf(window->focusWidget())) << "its keys are in force at once";
    const auto press = [&](Qt::Key key) {
        for (QAction *action : page()->pageActions())
            if (action->shortcut() == QKeySequence(Qt::ALT | key))
                action->trigger();
    };
    press(Qt::Key_Down);
    EXPECT_EQ(page()->project(), late[2]);
    press(Qt::Key_Down);
    EXPECT_EQ(page()->project(), late[2]);
    press(Qt::Key_Up);
    press(Qt::Key_Up);
    press(Qt::Key_Up);
    EXPECT_EQ(page()->project(), late[0]);
    EXPECT_EQ(text("projectName"), stored(late[0]).name);
}

TEST_F(ProjectPageTest, SaysSoWithoutAProjectAndWhenItIsDeleted) {
    window->showPage(pageIndex(QStringLiteral("project")));
    EXPECT_TRUE(find<EmptyState>("projectNothing")->text().contains(QStringLiteral("还没有选项目")));
    open(late[0]);
    ChangeSet set;
    for (const EntityKind kind : {EntityKind::MonthlyProgress, EntityKind::CampaignEntry})
        for (const Record &child : children(kind))
            set.changes.push_back({RecordChange::Kind::Delete, kind, child.id, child.version, {}});
    const auto record = *ledger().record(EntityKind::Project, late[0]);
    set.changes.push_back({RecordChange::Kind::Delete, EntityKind::Project, record.id, record.version, {}});
    const auto deleted = ledger().apply(set);
    ASSERT_TRUE(deleted) << deleted.error().text().toStdString();
    EXPECT_TRUE(find<EmptyState>("projectNothing")->text().contains(QStringLiteral("回收站")));
    ASSERT_TRUE(ledger().undo());
    EXPECT_TRUE(find<StageLine>("stageLine")->isVisible());
}

TEST_F(ProjectPageTest, MilestonesAreInsertedWhenTypedIntoAndThenEdited) {
    open(late[0]);
    ChildPanel *milestones = panel("milestones");
    ASSERT_EQ(milestones->model()->rowCount(), 19);
    EXPECT_TRUE(children(EntityKind::Milestone).empty());
    const int permit = int(MilestoneKind::Permit);
    EXPECT_EQ(cell(milestones, permit, "kind").data().toString(), QStringLiteral("施工许可"));
    EXPECT_FALSE(cell(milestones, permit, "kind").flags() & Qt::ItemIsEditable);
    ASSERT_TRUE(type(milestones, permit, "planned", QStringLiteral("2024.5.1")));
    ASSERT_EQ(children(EntityKind::Milestone).size(), 1u);
    auto milestone = fromRecord<Milestone>(children(EntityKind::Milestone)[0]);
    EXPECT_EQ(milestone.kind, MilestoneKind::Permit);
    EXPECT_EQ(milestone.planned, QDate(2024, 5, 1));
    EXPECT_EQ(cell(milestones, permit, "planned").data(Qt::ForegroundRole).value<QColor>(), theme().red);
    const QString tip = cell(milestones, permit, "kind").data(Qt::ToolTipRole).toString();
    EXPECT_TRUE(tip.contains(QStringLiteral("已超期 91 天"))) << tip.toStdString();
    EXPECT_TRUE(tip.contains(QStringLiteral("前置：土地供应（未完成）"))) << tip.toStdString();
    EXPECT_TRUE(tip.contains(QStringLiteral("7 个工作日")));
    ASSERT_TRUE(type(milestones, permit, "actual", QStringLiteral("2024-06-01")));
    milestone = fromRecord<Milestone>(children(EntityKind::Milestone)[0]);
    EXPECT_EQ(milestone.actual, QDate(2024, 6, 1));
    EXPECT_FALSE(cell(milestones, permit, "planned").data(Qt::ForegroundRole).isValid());
    ASSERT_TRUE(ledger().undo());
    ASSERT_TRUE(ledger().undo());
    EXPECT_TRUE(children(EntityKind::Milestone).empty());
    EXPECT_EQ(cell(milestones, permit, "planned").data().toString(), QString());
}

TEST_F(ProjectPageTest, TextThatIsRefusedStaysWithItsReason) {
    open(late[0], {late[0], late[1]});
    ChildPanel *milestones = panel("milestones");
    EXPECT_FALSE(type(milestones, 0, "planned", QStringLiteral("改天")));
    const QModelIndex filing = cell(milestones, 0, "planned");
    EXPECT_EQ(filing.data().toString(), QStringLiteral("改天"));
    EXPECT_FALSE(filing.data(ChildTableModel::ReasonRole).toString().isEmpty());
    EXPECT_FALSE(milestones->strip()->text().isEmpty());
    EXPECT_TRUE(children(EntityKind::Milestone).empty());
    ASSERT_TRUE(type(milestones, 0, "planned", QString())) << "as it was: the text is given up";
    EXPECT_TRUE(filing.data(ChildTableModel::ReasonRole).toString().isEmpty());
    type(milestones, 0, "planned", QStringLiteral("改天"));
    page()->pageActions()[1]->trigger(); // the next project has nothing to do with it
    EXPECT_EQ(cell(milestones, 0, "planned").data().toString(), QString());
}

TEST_F(ProjectPageTest, ACellIsEditedByKeyboard) {
    open(late[0]);
    ChildPanel *milestones = panel("milestones");
    milestones->table()->setFocus();
    milestones->table()->setCurrentIndex(cell(milestones, 0, "planned"));
    QTest::keyClick(milestones->table(), Qt::Key_F2);
    auto *editor = milestones->table()->findChild<QLineEdit *>();
    ASSERT_TRUE(editor);
    QTest::keyClicks(editor, QStringLiteral("2024-09-01"));
    QTest::keyClick(editor, Qt::Key_Return);
    QCoreApplication::processEvents(); // the view puts the editor away later
    ASSERT_EQ(children(EntityKind::Milestone).size(), 1u);
    EXPECT_EQ(milestones->table()->currentIndex(), cell(milestones, 0, "planned")) << "the place stays";
}

TEST_F(ProjectPageTest, ProblemsAreAddedEditedAndClosedWithADate) {
    open(late[0]);
    ChildPanel *problems = panel("problems");
    EXPECT_TRUE(problems->findChild<EmptyState *>()->isVisible());
    problems->findChild<QPushButton *>(QStringLiteral("add"))->click();
    ASSERT_EQ(problems->model()->rowCount(), 1);
    EXPECT_FALSE(problems->findChild<EmptyState *>()->isVisible());
    EXPECT_TRUE(problems->table()->findChild<QLineEdit *>()) << "ready to be typed into";
    ASSERT_TRUE(type(problems, 0, "due", QStringLiteral("2024-07-01")));
    EXPECT_TRUE(children(EntityKind::Problem).empty()) << "the problem itself is missing";
    EXPECT_TRUE(problems->strip()->text().contains(QStringLiteral("问题")));
    ASSERT_TRUE(type(problems, 0, "description", QStringLiteral("天然气管线未接入")));
    ASSERT_EQ(children(EntityKind::Problem).size(), 1u);
    ASSERT_EQ(problems->model()->rowCount(), 1);
    EXPECT_EQ(cell(problems, 0, "due").data(Qt::ForegroundRole).value<QColor>(), theme().red);
    ASSERT_TRUE(type(problems, 0, "state", QStringLiteral("已销号")));
    auto problem = fromRecord<Problem>(children(EntityKind::Problem)[0]);
    EXPECT_EQ(problem.state, ProblemState::Closed);
    EXPECT_EQ(problem.due, QDate(2024, 7, 1));
    EXPECT_EQ(problem.closedOn, kToday);
    ASSERT_TRUE(type(problems, 0, "state", QStringLiteral("办理中")));
    EXPECT_FALSE(fromRecord<Problem>(children(EntityKind::Problem)[0]).closedOn.isValid());
}

TEST_F(ProjectPageTest, MonthlyTextsAreEditedUnlessLocked) {
    open(late[0]);
    ChildPanel *reports = panel("reports");
    ASSERT_GE(reports->model()->rowCount(), 2);
    EXPECT_GT(fromRecord<MonthlyProgress>(reports->model()->record(0)).month,
              fromRecord<MonthlyProgress>(reports->model()->record(1)).month);
    ASSERT_TRUE(type(reports, 0, "next_step", QStringLiteral("加快设备安装")));
    EXPECT_EQ(cell(reports, 0, "next_step").data().toString(), QStringLiteral("加快设备安装"));
    const Record newest = reports->model()->record(0);
    ASSERT_TRUE(ledger().edit(EntityKind::MonthlyProgress, newest.id, newest.version, QStringLiteral("state"),
                              title(ReportState::Locked)));
    EXPECT_FALSE(cell(reports, 0, "next_step").flags() & Qt::ItemIsEditable);
    EXPECT_TRUE(cell(reports, 1, "next_step").flags() & Qt::ItemIsEditable ||
                fromRecord<MonthlyProgress>(reports->model()->record(1)).state == ReportState::Locked);
}

TEST_F(ProjectPageTest, EntriesLeadToTheirList) {
    open(late[0]);
    ChildPanel *entries = panel("entries");
    ASSERT_GE(entries->model()->rowCount(), 1);
    const QModelIndex campaign = cell(entries, 0, "campaign");
    EXPECT_FALSE(campaign.flags() & Qt::ItemIsEditable);
    const auto key = CampaignKey::parse(campaign.data().toString());
    ASSERT_TRUE(key);
    Q_EMIT entries->table()->activated(campaign);
    EXPECT_EQ(window->currentPage()->title(), QStringLiteral("项目台账"));
    EXPECT_EQ(window->filterBar().scope().filter.firstCampaign, key);
}

TEST_F(ProjectPageTest, PeopleChainAndCustomFieldsAreEditedAndFollowed) {
    addField(QStringLiteral("包保专班"));
    open(late[0]);
    auto *model = page()->findChild<FieldListModel *>();
    ASSERT_TRUE(model);
    const auto rowOf = [&](const QString &title) {
        for (int row = 0; row < model->rowCount(); ++row)
            if (model->index(row, 0).data().toString() == title)
                return row;
        return -1;
    };
    const int own = rowOf(QStringLiteral("包保专班"));
    ASSERT_GE(own, 0) << "custom fields stand behind the built-in ones";
    ASSERT_TRUE(model->setData(model->index(own, 1), QStringLiteral("第三专班")));
    EXPECT_EQ(model->index(own, 1).data().toString(), QStringLiteral("第三专班"));
    const int patron = rowOf(QStringLiteral("包联领导"));
    ASSERT_TRUE(model->setData(model->index(patron, 1), QStringLiteral("郝 \"志\" 远")));
    EXPECT_EQ(text("projectFact7"), QStringLiteral("郝 \"志\" 远"));
    const int chain = rowOf(QStringLiteral("产业链"));
    EXPECT_FALSE(model->setData(model->index(chain, 1), QStringLiteral("没有的链")));
    EXPECT_FALSE(model->index(chain, 1).data(ChildTableModel::ReasonRole).toString().isEmpty());
    find<QPushButton>("patronLink")->click();
    auto *grid = qobject_cast<LedgerPage *>(window->currentPage());
    ASSERT_TRUE(grid);
    EXPECT_EQ(grid->model()->rowCount(), 1);
    EXPECT_EQ(grid->model()->projectAt(0), late[0]);
}

TEST_F(ProjectPageTest, TheInvestmentCurveFollowsTheReports) {
    open(late[0]);
    const auto data = readProject(ledger(), late[0]);
    ASSERT_TRUE(data);
    const InvestmentCurve curve = investmentCurve(*data, Month(2024, 7));
    ASSERT_FALSE(curve.isEmpty());
    EXPECT_EQ(curve.months.last(), QStringLiteral("24-07"));
    EXPECT_EQ(curve.months.size(), curve.cumulative.size());
    EXPECT_EQ(curve.months.size(), curve.monthly.size());
    EXPECT_TRUE(
        find<InvestmentPlot>("investmentPlot")->accessibleName().contains(QStringLiteral("累计完成")));
    EXPECT_TRUE(investmentCurve(*data, Month(2000, 1)).isEmpty());
    ProjectData gap;
    MonthlyProgress report;
    report.month = Month(2024, 1);
    report.investment = report.cumulativeInvestment = report.yearInvestment = Money::fromYuan(1'000'000);
    report.annualPlan = Money::fromYuan(12'000'000);
    gap.reports.push_back(toRecord(report));
    report.month = Month(2024, 3);
    gap.reports.push_back(toRecord(report));
    const InvestmentCurve holed = investmentCurve(gap, Month(2024, 7));
    ASSERT_EQ(holed.months.size(), 3);
    EXPECT_TRUE(std::isnan(holed.cumulative[1])) << "a month without a report has no value";
    EXPECT_DOUBLE_EQ(holed.plan[2], 300);
    EXPECT_TRUE(holed.summary.contains(QStringLiteral("完成年度计划的 8.33%")))
        << holed.summary.toStdString();
}

TEST_F(ProjectPageTest, TheHistoryIsThatOfTheProject) {
    open(late[0]);
    const auto record = *ledger().record(EntityKind::Project, late[0]);
    ASSERT_TRUE(ledger().edit(EntityKind::Project, record.id, record.version, QStringLiteral("remarks"),
                              QStringLiteral("已踏勘")));
    auto *lines = page()->findChild<RecordHistory *>()->findChild<QTableView *>();
    ASSERT_GE(lines->model()->rowCount(), 1);
    EXPECT_EQ(lines->model()->index(0, 5).data().toString(), QStringLiteral("已踏勘"));
}

TEST_F(ProjectPageTest, AttachmentsAreDroppedOpenedSavedAndRemoved) {
    open(late[0]);
    auto *panel = find<AttachmentPanel>("attachments");
    EXPECT_TRUE(panel->findChild<EmptyState *>()->isVisible());
    QImage image(40, 20, QImage::Format_RGB32);
    image.fill(Qt::blue);
    const QString picture = folder.filePath(QStringLiteral("现场.png"));
    ASSERT_TRUE(image.save(picture));
    QMimeData dropped;
    dropped.setUrls({QUrl::fromLocalFile(picture)});
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &dropped, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(panel, &enter);
    EXPECT_TRUE(enter.isAccepted());
    QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &dropped, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(panel, &drop);
    ASSERT_EQ(panel->model()->rowCount(), 1) << panel->strip()->text().toStdString();
    panel->table()->setCurrentIndex(panel->model()->index(0, 0));
    auto *preview = panel->findChild<QLabel *>(QStringLiteral("attachmentPicture"));
    EXPECT_TRUE(preview->isVisible());
    EXPECT_FALSE(preview->pixmap().isNull());
    QUrl opened;
    panel->setOpener([&](const QUrl &url) {
        opened = url;
        return true;
    });
    panel->open();
    EXPECT_TRUE(opened.toLocalFile().endsWith(QStringLiteral("/现场.png"))) << "under its own name";
    EXPECT_TRUE(QFile::exists(opened.toLocalFile()));
    panel->setOpener([](const QUrl &) { return false; });
    panel->open();
    EXPECT_TRUE(panel->strip()->text().contains(QStringLiteral("没有能打开")));
    panel->saveTo(folder.filePath(QStringLiteral("出.png")));
    EXPECT_EQ(QImage(folder.filePath(QStringLiteral("出.png"))).size(), image.size());
    panel->remove();
    EXPECT_EQ(panel->model()->rowCount(), 0);
    ASSERT_TRUE(ledger().undo());
    EXPECT_EQ(panel->model()->rowCount(), 1);
}

TEST_F(ProjectPageTest, AMissingAttachmentIsStruckThroughUntilItIsFound) {
    open(late[0]);
    auto *panel = find<AttachmentPanel>("attachments");
    const QString file = writeFile(QStringLiteral("证.txt"), "original");
    panel->addFiles({file});
    ASSERT_EQ(panel->model()->rowCount(), 1);
    const QModelIndex name = panel->model()->index(0, 0);
    EXPECT_FALSE(name.data(Qt::FontRole).value<QFont>().strikeOut());
    const auto made = fromRecord<Attachment>(panel->model()->record(0));
    ASSERT_TRUE(QFile::remove(services::AttachmentStore(ledger().status().location).pathOf(made.sha256)));
    panel->table()->setCurrentIndex(name);
    EXPECT_TRUE(name.data(Qt::FontRole).value<QFont>().strikeOut());
    EXPECT_FALSE(panel->findChild<QPushButton *>(QStringLiteral("openAttachment"))->isEnabled());
    panel->relocate(writeFile(QStringLiteral("别的.txt"), "other"));
    EXPECT_TRUE(panel->strip()->text().contains(QStringLiteral("内容不同")));
    panel->relocate(file);
    EXPECT_FALSE(name.data(Qt::FontRole).value<QFont>().strikeOut());
    EXPECT_TRUE(panel->findChild<QPushButton *>(QStringLiteral("openAttachment"))->isEnabled());
    panel->addFiles({folder.filePath(QStringLiteral("没有.txt"))});
    EXPECT_TRUE(panel->strip()->text().contains(QStringLiteral("找不到")));
}

TEST_F(ProjectPageTest, AReadOnlyLedgerIsShownAndNotEdited) {
    window->session().close();
    QFile(ledgerPath()).setPermissions(QFile::ReadOwner);
    ASSERT_TRUE(window->session().open(ledgerPath()));
    if (!ledger().status().readOnly)
        GTEST_SKIP() << "this user may write everywhere";
    open(late[0]);
    EXPECT_FALSE(cell(panel("milestones"), 0, "planned").flags() & Qt::ItemIsEditable);
    EXPECT_FALSE(panel("problems")->findChild<QPushButton *>(QStringLiteral("add")));
    auto *attachments = find<AttachmentPanel>("attachments");
    EXPECT_FALSE(attachments->acceptDrops());
    EXPECT_TRUE(find<StageLine>("stageLine")->isVisible());
}

TEST(StageNodeTest, TellsHowFarItIsOffThePlan) {
    const QDate plan(2024, 7, 1);
    EXPECT_EQ((StageNode{{}, plan, {}, QDate(2024, 6, 26)}).delayText(kToday), QStringLiteral("提前 5 天"));
    EXPECT_EQ((StageNode{{}, plan, {}, plan}).delayText(kToday), QStringLiteral("按期"));
    EXPECT_EQ((StageNode{{}, plan, {}, QDate(2024, 7, 17)}).delayText(kToday), QStringLiteral("滞后 16 天"));
    EXPECT_EQ((StageNode{{}, plan, QDate(2024, 8, 31), {}}).delayText(kToday),
              QStringLiteral("预计滞后 61 天"));
    EXPECT_EQ((StageNode{{}, plan, plan, {}}).delayText(kToday), QStringLiteral("预计按期"));
    EXPECT_EQ((StageNode{{}, plan, QDate(2024, 6, 30), {}}).delayText(kToday),
              QStringLiteral("预计提前 1 天"));
    EXPECT_EQ((StageNode{{}, plan, {}, {}}).delayText(kToday), QStringLiteral("已超期 30 天"));
    EXPECT_EQ((StageNode{{}, kToday, {}, {}}).delayText(kToday), QString()) << "due today is not late";
    EXPECT_EQ((StageNode{{}, {}, {}, plan}).delayText(kToday), QString());
    EXPECT_EQ((StageNode{{}, plan, {}, plan}).state(kToday), StageNode::State::Done);
    EXPECT_EQ((StageNode{{}, plan, {}, {}}).state(kToday), StageNode::State::Late);
    EXPECT_EQ((StageNode{{}, {}, {}, {}}).state(kToday), StageNode::State::Future);
}

TEST(StageLineTest, TellsEachStepAndIsWalkedByKeys) {
    StageLine line;
    line.resize(900, 126);
    line.setNodes({{QStringLiteral("签约"), {}, {}, QDate(2023, 6, 20)},
                   {QStringLiteral("开工"), QDate(2024, 7, 1), {}, {}}},
                  kToday);
    EXPECT_TRUE(line.accessibleName().contains(QStringLiteral("签约，计划 —，实际 2023-06-20")));
    EXPECT_TRUE(line.accessibleName().contains(QStringLiteral("已超期 30 天")));
    QTest::keyClick(&line, Qt::Key_Right);
    EXPECT_EQ(line.currentNode(), 1);
    EXPECT_EQ(line.accessibleDescription(), QStringLiteral("开工，计划 2024-07-01，未完成，已超期 30 天"));
    QTest::keyClick(&line, Qt::Key_Right);
    EXPECT_EQ(line.currentNode(), 1);
    const QImage image = line.grab().toImage();
    const auto colorAt = [&](int x) { return image.pixelColor(x, 18 - 5); };
    EXPECT_EQ(colorAt(224), theme().ac) << "done: filled";
    EXPECT_NE(colorAt(674), theme().ac) << "late: a ring";
}

} // namespace
} // namespace yipi::gui
