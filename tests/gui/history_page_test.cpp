// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo_window.h"

#include "gui/history/history_page.h"
#include "gui/history/record_history.h"
#include "gui/history/set_list_model.h"
#include "gui/shell/page_registry.h"
#include "gui/widgets/strip_message.h"
#include "services/removal.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>

namespace yipi::gui {
namespace {

class HistoryPageTest : public DemoWindow {
protected:
    void SetUp() override {
        DemoWindow::SetUp();
        project = ledger().facts().projects[0].id;
        other = ledger().facts().projects[1].id;
    }

    qint64 edit(qint64 id, const char *field, const QString &text) {
        const auto version = ledger().record(EntityKind::Project, id)->version;
        const auto done = ledger().edit(EntityKind::Project, id, version, QString::fromLatin1(field), text);
        EXPECT_TRUE(done) << done.error().text().toStdString();
        return done ? done->setId : 0;
    }
    QString value(qint64 id, const char *field) {
        const int index = ledger().fieldIndex(EntityKind::Project, QString::fromLatin1(field));
        const auto record = ledger().record(EntityKind::Project, id);
        return ledger().text(ledger().fields(EntityKind::Project)[std::size_t(index)],
                             record->values[std::size_t(index)]);
    }
    void open() { window->showPage(pageIndex(QStringLiteral("history"))); }
    void openBin() {
        open();
        window->findChild<QTabWidget *>(QStringLiteral("historyTabs"))->setCurrentIndex(1);
    }
    template <class W>
    W *find(const char *name) {
        auto *found = window->currentPage()->findChild<W *>(QString::fromLatin1(name));
        EXPECT_TRUE(found) << name;
        return found;
    }
    QTableView *sets() { return find<QTableView>("setView"); }
    QTableView *details() { return find<QTableView>("setDetail"); }
    QString cell(QTableView *view, int row, int column) {
        return view->model()->index(row, column).data().toString();
    }
    QString message() { return window->currentPage()->findChild<StripMessage *>()->text(); }
    void chooseRow(QTableView *view, int row) { view->setCurrentIndex(view->model()->index(row, 3)); }

    qint64 project = 0, other = 0;
};

TEST_F(HistoryPageTest, OpensFromTheStatusBarAndTheMenu) {
    edit(project, "remarks", QStringLiteral("一"));
    auto *depth = window->findChild<QToolButton *>(QStringLiteral("undoDepth"));
    EXPECT_EQ(depth->text(), QStringLiteral("可撤销 1 步"));
    depth->click();
    EXPECT_EQ(window->currentPage()->title(), QStringLiteral("修改记录"));
    window->showPage(0);
    for (QAction *action : window->findChildren<QAction *>())
        if (action->shortcut() == QKeySequence(Qt::CTRL | Qt::Key_H))
            action->trigger();
    EXPECT_EQ(window->currentPage()->title(), QStringLiteral("修改记录"));
}

TEST_F(HistoryPageTest, ListsTheSetsAndWhatTheyDid) {
    edit(project, "remarks", QStringLiteral("已踏勘"));
    open();
    ASSERT_GE(sets()->model()->rowCount(), 2);
    EXPECT_EQ(cell(sets(), 0, SetListModel::Title), QStringLiteral("修改项目的备注"));
    EXPECT_EQ(cell(sets(), 0, SetListModel::State), QStringLiteral("可撤销"));
    EXPECT_EQ(cell(sets(), 0, SetListModel::Source), QStringLiteral("编辑"));
    EXPECT_EQ(sets()->currentIndex().row(), 0);
    ASSERT_EQ(details()->model()->rowCount(), 1);
    EXPECT_EQ(cell(details(), 0, 0), QStringLiteral("项目“%1”").arg(value(project, "name")));
    EXPECT_EQ(cell(details(), 0, 1), QStringLiteral("备注"));
    EXPECT_EQ(cell(details(), 0, 3), QStringLiteral("已踏勘"));
    edit(project, "remarks", QStringLiteral("已签约")); // the page follows, the selected set stays
    EXPECT_EQ(sets()->currentIndex().row(), 1);
    const int last = sets()->model()->rowCount() - 1;
    EXPECT_EQ(cell(sets(), last, SetListModel::State), QStringLiteral("—")) << "came with the ledger";
    chooseRow(sets(), last);
    EXPECT_FALSE(find<QPushButton>("undoToHere")->isEnabled());
}

TEST_F(HistoryPageTest, UndoesDownToTheSelectedSetAndRedoes) {
    const QString before = value(project, "remarks");
    for (const QString &text : {QStringLiteral("一"), QStringLiteral("二"), QStringLiteral("三")})
        edit(project, "remarks", text);
    open();
    chooseRow(sets(), 1);
    auto *undo = find<QPushButton>("undoToHere");
    EXPECT_EQ(undo->text(), QStringLiteral("撤销到此处（2 步）"));
    EXPECT_TRUE(find<QLabel>("undoPlan")->text().contains(QStringLiteral("2 步")));
    const auto isTinted = [&](int row) {
        return sets()->model()->index(row, 0).data(Qt::BackgroundRole).isValid();
    };
    EXPECT_TRUE(isTinted(0));
    EXPECT_TRUE(isTinted(1));
    EXPECT_FALSE(isTinted(2));
    EXPECT_EQ(value(project, "remarks"), QStringLiteral("三")) << "shown before it is done";
    undo->click();
    EXPECT_EQ(value(project, "remarks"), QStringLiteral("一"));
    EXPECT_EQ(message(), QStringLiteral("撤销了 2 步"));
    EXPECT_EQ(cell(sets(), sets()->currentIndex().row(), SetListModel::State), QStringLiteral("已撤销"));
    EXPECT_FALSE(undo->isEnabled());
    auto *redo = find<QPushButton>("redoStep");
    ASSERT_TRUE(redo->isEnabled());
    redo->click();
    EXPECT_EQ(value(project, "remarks"), QStringLiteral("二"));
    redo->click();
    EXPECT_FALSE(redo->isEnabled());
}

TEST_F(HistoryPageTest, StopsWithTheReasonAndSaysHowManyWereUndone) {
    edit(project, "remarks", QStringLiteral("一"));
    edit(other, "remarks", QStringLiteral("二"));
    const auto record = ledger().record(EntityKind::Project, project);
    const int field = ledger().fieldIndex(EntityKind::Project, QStringLiteral("remarks"));
    ChangeSet behind;
    behind.source = ChangeSource::Generator;
    behind.changes = {{RecordChange::Kind::Update,
                       EntityKind::Project,
                       project,
                       record->version,
                       {{field, Value(QStringLiteral("别人改的"))}}}};
    ASSERT_TRUE(ledger().apply(behind));
    open();
    chooseRow(sets(), 2);
    find<QPushButton>("undoToHere")->click();
    EXPECT_TRUE(message().contains(QStringLiteral("撤销了 1 步后停下"))) << message().toStdString();
    EXPECT_TRUE(message().contains(QStringLiteral("备注"))) << message().toStdString();
    EXPECT_EQ(value(project, "remarks"), QStringLiteral("别人改的"));
}

TEST_F(HistoryPageTest, OneFieldIsRestoredWithAReason) {
    const QString before = value(project, "content");
    edit(project, "content", QStringLiteral("写错了"));
    edit(other, "remarks", QStringLiteral("后来的"));
    open();
    chooseRow(sets(), 1);
    auto *restore = find<QPushButton>("restoreField");
    EXPECT_FALSE(restore->isEnabled()) << "no reason yet";
    typeChinese(find<QLineEdit>("restoreReason"), QStringLiteral("录入有误"));
    ASSERT_TRUE(restore->isEnabled());
    restore->click();
    EXPECT_EQ(value(project, "content"), before);
    EXPECT_EQ(value(other, "remarks"), QStringLiteral("后来的"));
    EXPECT_TRUE(cell(sets(), 0, SetListModel::Title).startsWith(QStringLiteral("还原 ")));
    EXPECT_EQ(cell(sets(), 0, SetListModel::Reason), QStringLiteral("录入有误"));
    typeChinese(find<QLineEdit>("restoreReason"), QStringLiteral("再来一次"));
    restore->click();
    EXPECT_TRUE(message().contains(QStringLiteral("没有还原"))) << message().toStdString();
}

TEST_F(HistoryPageTest, IsFilteredByWordsSourceAndTime) {
    edit(project, "remarks", QStringLiteral("一"));
    edit(project, "patron", QStringLiteral("张"));
    open();
    const int all = sets()->model()->rowCount();
    auto *text = find<QLineEdit>("setText");
    typeChinese(text, QStringLiteral("包联"));
    QTest::keyClick(text, Qt::Key_Return);
    EXPECT_EQ(sets()->model()->rowCount(), 1);
    EXPECT_EQ(find<QLabel>("setNote")->text(), QStringLiteral("1 步"));
    text->clear();
    QTest::keyClick(text, Qt::Key_Return);
    auto *source = find<QComboBox>("setSource");
    source->setCurrentIndex(source->findText(QStringLiteral("编辑")));
    EXPECT_EQ(sets()->model()->rowCount(), 2);
    source->setCurrentIndex(source->findText(QStringLiteral("导入")));
    EXPECT_EQ(sets()->model()->rowCount(), 0);
    EXPECT_EQ(find<QLabel>("undoPlan")->text(), QStringLiteral("没有符合条件的修改"));
    EXPECT_EQ(details()->model()->rowCount(), 0);
    source->setCurrentIndex(0);
    EXPECT_EQ(sets()->model()->rowCount(), all);
    auto *span = find<QComboBox>("setSpan");
    span->setCurrentIndex(1); // 今天
    EXPECT_EQ(sets()->model()->rowCount(), all) << "all was made just now";
    auto *user = find<QComboBox>("setUser");
    EXPECT_GE(user->count(), 2);
}

TEST_F(HistoryPageTest, MoreThanAPageIsReadOnDemand) {
    for (int i = 0; i < 230; ++i)
        edit(project, "remarks", QString::number(i));
    open();
    EXPECT_EQ(sets()->model()->rowCount(), 200);
    sets()->model()->fetchMore({});
    EXPECT_GE(sets()->model()->rowCount(), 231);
    EXPECT_FALSE(sets()->model()->canFetchMore({}));
}

TEST_F(HistoryPageTest, TheRecycleBinRestoresAProjectAndAWholeSet) {
    const QString name = value(project, "name");
    const auto removal = services::removalOf(ledger(), EntityKind::Project, std::array{project, other});
    ASSERT_TRUE(removal);
    ASSERT_TRUE(ledger().apply(*removal));
    openBin();
    auto *bin = find<QTableView>("binSets");
    auto *items = find<QTableView>("binItems");
    ASSERT_EQ(bin->model()->rowCount(), 1);
    ASSERT_EQ(items->model()->rowCount(), 2);
    EXPECT_EQ(cell(items, 0, 0), QStringLiteral("项目“%1”").arg(name));
    find<QLineEdit>("binReason")->setText(QStringLiteral("误删"));
    find<QPushButton>("binRestoreRecord")->click();
    EXPECT_EQ(value(project, "name"), name);
    EXPECT_FALSE(ledger().record(EntityKind::Project, other));
    EXPECT_TRUE(message().contains(QStringLiteral("已恢复"))) << message().toStdString();
    ASSERT_EQ(items->model()->rowCount(), 1) << "the page follows";
    find<QPushButton>("binRestoreSet")->click();
    EXPECT_TRUE(ledger().record(EntityKind::Project, other));
    EXPECT_EQ(bin->model()->rowCount(), 0);
    EXPECT_FALSE(find<QPushButton>("binRestoreSet")->isEnabled());
    EXPECT_FALSE(find<QPushButton>("binRestoreRecord")->isEnabled());
}

TEST_F(HistoryPageTest, TheRecycleBinSaysWhyItCannotRestore) {
    edit(project, "code", QStringLiteral("RB-1"));
    const auto removal = services::removalOf(ledger(), EntityKind::Project, std::array{project});
    ASSERT_TRUE(ledger().apply(*removal));
    edit(other, "code", QStringLiteral("RB-1"));
    openBin();
    find<QPushButton>("binRestoreSet")->click();
    EXPECT_FALSE(message().isEmpty());
    EXPECT_FALSE(ledger().record(EntityKind::Project, project));
}

TEST_F(HistoryPageTest, TheHistoryOfARecordIsNarrowedToAFieldAndRestored) {
    const QString before = value(project, "content");
    edit(project, "content", QStringLiteral("一"));
    edit(project, "remarks", QStringLiteral("二"));
    RecordHistory history(ledger());
    history.showRecord(EntityKind::Project, project);
    history.show();
    auto *lines = history.findChild<QTableView *>(QStringLiteral("historyLines"));
    auto *fields = history.findChild<QComboBox *>(QStringLiteral("historyField"));
    auto *restore = history.findChild<QPushButton *>(QStringLiteral("restoreField"));
    ASSERT_GE(lines->model()->rowCount(), 3);
    EXPECT_EQ(cell(lines, 0, 3), QStringLiteral("备注")) << "newest first";
    const int last = lines->model()->rowCount() - 1;
    EXPECT_EQ(cell(lines, last, 3), QStringLiteral("整条记录"));
    auto *reason = history.findChild<QLineEdit *>(QStringLiteral("restoreReason"));
    chooseRow(lines, last);
    EXPECT_FALSE(reason->isEnabled()) << "a new record is no field";
    const QString content = entityInfo(EntityKind::Project).field(QStringLiteral("content")).title;
    history.chooseField(content);
    EXPECT_EQ(fields->currentText(), content);
    ASSERT_EQ(lines->model()->rowCount(), 1);
    EXPECT_EQ(cell(lines, 0, 5), QStringLiteral("一"));
    chooseRow(lines, 0);
    typeChinese(reason, QStringLiteral("录入有误"));
    ASSERT_TRUE(restore->isEnabled());
    restore->click();
    EXPECT_EQ(value(project, "content"), before);
    EXPECT_EQ(lines->model()->rowCount(), 2) << "follows, and stays with the field";
    EXPECT_EQ(cell(lines, 0, 6), QStringLiteral("录入有误"));
    chooseRow(lines, 1); // the same change once more
    typeChinese(reason, QStringLiteral("再来"));
    restore->click();
    EXPECT_TRUE(history.findChild<StripMessage *>()->text().contains(QStringLiteral("没有还原")));
    history.chooseField(QStringLiteral("没有这个字段"));
    EXPECT_EQ(fields->currentIndex(), 0);
}

} // namespace
} // namespace yipi::gui
