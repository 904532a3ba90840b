// SPDX-License-Identifier: GPL-3.0-or-later
#include "records_cells.h"

#include "domain/custom_field.h"
#include "gui/ledger/inline_callout.h"
#include "gui/records/record_kinds.h"

#include <QAction>
#include <QClipboard>
#include <QCompleter>
#include <QHeaderView>
#include <QListWidget>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QStackedWidget>

namespace yipi::gui {
namespace {

class Records : public RecordCells {
protected:
    bool isFormShowing(const char *field, const QString &text) {
        return QTest::qWaitFor([&] { return line(field)->text() == text; }, 5000);
    }
    void startAdding(EntityKind kind) {
        page().showKind(kind);
        press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        ASSERT_TRUE(page().panel()->isAdding());
    }
    qint64 addField(const char *title, const char *type, const char *options = "") {
        page().showKind(EntityKind::CustomField);
        part<QPushButton>("addButton")->click();
        fill("title", QString::fromUtf8(title));
        fill("type", QString::fromUtf8(type));
        if (*options)
            static_cast<QPlainTextEdit *>(input("options"))->setPlainText(QString::fromUtf8(options));
        part<QPushButton>("addRecord")->click();
        return view().currentRecord();
    }
};

TEST_F(Records, EveryKindHasATableAndAForm) {
    for (const RecordGroup &group : recordGroups())
        for (const EntityKind kind : group.kinds) {
            page().showKind(kind);
            const EntityInfo &info = entityInfo(kind);
            SCOPED_TRACE(info.title.toStdString());
            ASSERT_EQ(model().kind(), kind);
            const auto isShown = [](const FieldInfo &field) { return !field.isInternal; };
            EXPECT_EQ(model().columnCount(), std::count_if(info.fields.begin(), info.fields.end(), isShown));
            EXPECT_EQ(model().rowCount(), qint64(ledger().allRecords(kind)->size()));
            for (const FieldInfo &field : info.fields)
                if (!field.isInternal) {
                    EXPECT_FALSE(input(field.key.toLatin1())->accessibleName().isEmpty());
                }
            if (model().rowCount() == 0) {
                EXPECT_EQ(part<EmptyState>("noRecords")->text(), QStringLiteral("还没有%1").arg(info.title));
            }
        }
}

TEST_F(Records, ACellIsEditedInPlaceAndUndone) {
    const qint64 zone = model().recordAt(1);
    const Value before = stored(zone, "short_name");
    view().setCurrentIndex(cell(1, "short_name"));
    type(QStringLiteral("新区"));
    press(Qt::Key_Return);
    EXPECT_EQ(stored(zone, "short_name"), Value(QStringLiteral("新区")));
    EXPECT_EQ(cell(1, "short_name").data().toString(), QStringLiteral("新区"));
    EXPECT_EQ(view().currentIndex().row(), 2) << "Enter goes down";
    view().setCurrentIndex(cell(1, "short_name"));
    EXPECT_TRUE(isFormShowing("short_name", QStringLiteral("新区")));
    ASSERT_TRUE(ledger().undo());
    EXPECT_EQ(cell(1, "short_name").data().toString(), std::get<QString>(before));
    EXPECT_TRUE(isFormShowing("short_name", std::get<QString>(before)));
}

TEST_F(Records, ARefusedTextStaysWithItsReasonUntilItIsRestored) {
    const qint64 zone = model().recordAt(0);
    const Value before = stored(zone, "sort_order");
    view().setCurrentIndex(cell(0, "sort_order"));
    type(QStringLiteral("abc"));
    press(Qt::Key_Return);
    EXPECT_EQ(stored(zone, "sort_order"), before);
    EXPECT_EQ(cell(0, "sort_order").data().toString(), "abc");
    EXPECT_EQ(view().currentIndex(), cell(0, "sort_order"));
    EXPECT_FALSE(view().callout()->reason().isEmpty());
    ASSERT_TRUE(QTest::qWaitFor([&] { return messages().size() == 1; }, 5000)) << "the form says it too";
    EXPECT_EQ(line("sort_order")->text(), "abc");
    page().showKind(EntityKind::Campaign);
    page().showKind(EntityKind::Zone);
    EXPECT_EQ(cell(0, "sort_order").data().toString(), "abc") << "nothing typed is thrown away";
    view().setFocus();
    view().setCurrentIndex(cell(0, "sort_order"));
    press(Qt::Key_Escape);
    EXPECT_NE(cell(0, "sort_order").data().toString(), "abc");
    EXPECT_TRUE(view().callout()->reason().isEmpty());
    EXPECT_TRUE(QTest::qWaitFor([&] { return messages().isEmpty(); }, 5000));
}

TEST_F(Records, TheFormWritesWhenAFieldIsLeft) {
    view().setCurrentIndex(cell(0, "name"));
    const qint64 zone = view().currentRecord();
    ASSERT_TRUE(isFormShowing("name", std::get<QString>(stored(zone, "name"))));
    fill("lead_industries", QStringLiteral("铝基新材料"));
    EXPECT_EQ(stored(zone, "lead_industries"), Value(QStringLiteral("铝基新材料")));
    fill("category", QStringLiteral("农业类"));
    EXPECT_EQ(stored(zone, "category"), Value(QStringLiteral("agricultural")));
    EXPECT_TRUE(page().isComputing()) << "the panel follows in a moment";
    EXPECT_TRUE(QTest::qWaitFor([&] { return !page().isComputing(); }, 5000));
    const int depth = ledger().undoDepth();
    line("city")->setFocus();
    press(Qt::Key_Tab);
    EXPECT_EQ(ledger().undoDepth(), depth) << "a field that was only visited changes nothing";
    fill("name", QString());
    EXPECT_EQ(messages().size(), 1) << "the name is required";
    EXPECT_TRUE(QTest::qWaitFor(
        [&] { return part<QLabel>("recordHistory")->text().contains(QStringLiteral("农业类")); }, 5000));
}

TEST_F(Records, AFieldBeingTypedIsWrittenToItsOwnRecordWhenAnotherKindIsShown) {
    view().setCurrentIndex(cell(1, "name"));
    const qint64 zone = view().currentRecord();
    ASSERT_TRUE(isFormShowing("name", std::get<QString>(stored(zone, "name"))));
    line("county")->setFocus();
    line("county")->selectAll();
    type(QStringLiteral("别县"));
    const int depth = ledger().undoDepth();
    page().showKind(EntityKind::Enterprise);
    EXPECT_EQ(ledger().undoDepth(), depth + 1);
    page().showKind(EntityKind::Zone);
    EXPECT_EQ(stored(zone, "county"), Value(QStringLiteral("别县")));
}

TEST_F(Records, ANewRecordAsksForWhatIsMissingFirst) {
    startAdding(EntityKind::LandParcel);
    EXPECT_EQ(QApplication::focusWidget(), line("code")) << "the required fields come first";
    press(Qt::Key_Return);
    EXPECT_EQ(messages().size(), 2) << "地块编号 and 开发区";
    EXPECT_TRUE(part<QLabel>("addProblem")->isVisible());
    type(QStringLiteral("XY-7"));
    press(Qt::Key_Tab);
    fill("zone", ledger().zones().front().name);
    fill("area_mu", QStringLiteral("很大"));
    press(Qt::Key_Return, Qt::ControlModifier);
    ASSERT_EQ(messages().size(), 1);
    EXPECT_TRUE(messages().front().contains(QStringLiteral("很大"))) << messages().front().toStdString();
    EXPECT_EQ(model().rowCount(), 0) << "all or nothing";
    fill("area_mu", QStringLiteral("35.5"));
    part<QPushButton>("addRecord")->click();
    ASSERT_EQ(model().rowCount(), 1) << stripText().toStdString();
    EXPECT_FALSE(page().panel()->isAdding());
    EXPECT_EQ(view().currentRecord(), model().recordAt(0));
    EXPECT_EQ(stored(model().recordAt(0), "area_mu"), Value(qint64(3550)));
    EXPECT_EQ(ledger().undoTitle(), QStringLiteral("新增标准地 XY-7"));
    ASSERT_TRUE(ledger().undo());
    EXPECT_EQ(model().rowCount(), 0);
    EXPECT_TRUE(part<EmptyState>("noRecords")->isVisible());
}

TEST_F(Records, AProblemFindsItsProjectByAPartOfItsName) {
    const auto project = fromRecord<Project>(
        ledger().record(EntityKind::Project, ledger().projectIds({}, {})->front()).value());
    startAdding(EntityKind::Problem);
    line("project")->setFocus();
    type(project.code.left(project.code.size() - 1));
    QAbstractItemModel *offered = line("project")->completer()->model();
    ASSERT_GT(offered->rowCount(), 0);
    EXPECT_TRUE(offered->index(0, 0).data().toString().contains(project.name));
    line("project")->clear();
    fill("project", project.code);
    static_cast<QPlainTextEdit *>(input("description"))->setPlainText(QStringLiteral("土地未批"));
    part<QPushButton>("addRecord")->click();
    ASSERT_EQ(model().rowCount(), 1) << messages().join(u' ').toStdString();
    EXPECT_EQ(stored(model().recordAt(0), "project"), Value(project.id));
    EXPECT_EQ(cell(0, "project").data().toString(), project.name);
}

TEST_F(Records, WhatWasFilledInIsNotGivenUpUnasked) {
    startAdding(EntityKind::LandParcel);
    EXPECT_TRUE(page().mayLeave()) << "nothing typed yet";
    type(QStringLiteral("XY-8"));
    answer = false;
    page().showKind(EntityKind::Zone);
    QCoreApplication::processEvents();
    EXPECT_EQ(model().kind(), EntityKind::LandParcel);
    EXPECT_EQ(part<QListWidget>("kindList")->currentItem()->data(Qt::AccessibleTextRole).toString(),
              QStringLiteral("标准地"));
    window->showPage(pageIndex(QStringLiteral("overview")));
    EXPECT_EQ(window->currentPage(), &page());
    EXPECT_EQ(questions.size(), 2);
    EXPECT_EQ(line("code")->text(), "XY-8");
    line("code")->setFocus();
    press(Qt::Key_Escape);
    EXPECT_FALSE(page().panel()->isAdding()) << "Esc is the person's own wish";
    page().showKind(EntityKind::Zone);
    EXPECT_EQ(model().kind(), EntityKind::Zone);
    EXPECT_EQ(questions.size(), 2);
}

TEST_F(Records, DeletingIsUndoneOrRefusedWithAdvice) {
    const int before = model().rowCount();
    view().setCurrentIndex(model().index(0, 0));
    press(Qt::Key_Minus, Qt::ControlModifier);
    EXPECT_EQ(model().rowCount(), before);
    EXPECT_TRUE(stripText().contains(QStringLiteral("没有删除"))) << stripText().toStdString();
    EXPECT_TRUE(stripText().contains(QStringLiteral("请先")));

    part<QPushButton>("addButton")->click();
    fill("code", QStringLiteral("XX"));
    fill("name", QStringLiteral("空开发区"));
    part<QPushButton>("addRecord")->click();
    ASSERT_EQ(model().rowCount(), before + 1);
    part<QPushButton>("deleteButton")->click();
    EXPECT_EQ(model().rowCount(), before);
    EXPECT_TRUE(stripText().contains(QStringLiteral("空开发区")));
    ASSERT_TRUE(ledger().undo());
    EXPECT_EQ(model().rowCount(), before + 1);
}

TEST_F(Records, TheFilterAndTheOrderNarrowAndSort) {
    page().showKind(EntityKind::Enterprise);
    const int all = model().rowCount();
    ASSERT_GT(all, 1);
    const QString name = model().index(all / 2, 0).data().toString();
    part<QLineEdit>("filterEdit")->setText(name);
    ASSERT_GE(model().rowCount(), 1);
    EXPECT_LT(model().rowCount(), all);
    EXPECT_EQ(model().index(0, 0).data().toString(), name);
    EXPECT_TRUE(part<QLabel>("countLabel")->text().contains(QStringLiteral("/ %1").arg(all)));
    part<QLineEdit>("filterEdit")->setText(QStringLiteral("没有这样的企业"));
    EXPECT_EQ(part<EmptyState>("noRecords")->text(), QStringLiteral("没有符合条件的企业"));
    part<EmptyState>("noRecords")->findChild<QPushButton *>()->click();
    EXPECT_EQ(model().rowCount(), all);

    const auto names = [&] {
        std::vector<QString> list;
        for (int row = 0; row < model().rowCount(); ++row)
            list.push_back(model().index(row, 0).data().toString());
        return list;
    };
    const auto usual = names();
    Q_EMIT view().horizontalHeader()->sectionClicked(0);
    const auto ascending = names();
    EXPECT_TRUE(std::is_sorted(ascending.begin(), ascending.end()));
    Q_EMIT view().horizontalHeader()->sectionClicked(0);
    const auto descending = names();
    EXPECT_TRUE(std::is_sorted(descending.rbegin(), descending.rend()));
    Q_EMIT view().horizontalHeader()->sectionClicked(0);
    EXPECT_EQ(names(), usual);
}

TEST_F(Records, TheSelectionIsCopiedAsTextAndAsATable) {
    const QModelIndex from = cell(0, "code"), to = cell(1, "name");
    view().selectionModel()->select(QItemSelection(from, to), QItemSelectionModel::ClearAndSelect);
    press(Qt::Key_C, Qt::ControlModifier);
    const QMimeData *data = QApplication::clipboard()->mimeData();
    const auto shown = [&](int row, const char *field) { return cell(row, field).data().toString(); };
    EXPECT_EQ(data->text(), QStringLiteral("%1\t%2\n%3\t%4")
                                .arg(shown(0, "code"), shown(0, "name"), shown(1, "code"), shown(1, "name")));
    EXPECT_TRUE(data->html().contains(QStringLiteral("<td>%1</td>").arg(shown(1, "name"))));
    press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_TRUE(QApplication::clipboard()->text().startsWith(QStringLiteral("编号\t名称\n")));
}

TEST_F(Records, ACustomFieldIsAColumnAtOnce) {
    const auto before = ledger().fields(EntityKind::Project).size();
    page().showKind(EntityKind::CustomField);
    part<QPushButton>("addButton")->click();
    EXPECT_FALSE(input("options")->isVisible());
    EXPECT_FALSE(input("unit")->isVisible());
    fill("type", QStringLiteral("数字"));
    EXPECT_TRUE(input("unit")->isVisible());
    fill("unit", QStringLiteral("台"));
    EXPECT_TRUE(part<QLabel>("fillingPreview")->text().contains(QStringLiteral("单位台")));
    fill("type", QStringLiteral("选项"));
    EXPECT_FALSE(input("unit")->isVisible());
    EXPECT_TRUE(input("options")->isVisible());
    fill("title", QStringLiteral("评级"));
    part<QPushButton>("addRecord")->click();
    ASSERT_EQ(messages().size(), 1) << "a choice without options";
    EXPECT_EQ(ledger().fields(EntityKind::Project).size(), before);
    static_cast<QPlainTextEdit *>(input("options"))->setPlainText(QStringLiteral("A类\nB类"));
    EXPECT_TRUE(part<QLabel>("fillingPreview")->text().contains(QStringLiteral("A类、B类")));
    part<QPushButton>("addRecord")->click();
    ASSERT_EQ(ledger().fields(EntityKind::Project).size(), before + 1) << messages().join(u' ').toStdString();
    EXPECT_EQ(ledger().fields(EntityKind::Project).back().key, "custom_1");
    EXPECT_EQ(ledger().fields(EntityKind::Project).back().title, QStringLiteral("评级"));
    ASSERT_TRUE(ledger().undo());
    EXPECT_EQ(ledger().fields(EntityKind::Project).size(), before);
}

TEST_F(Records, AFieldBecomesAChoiceOnceItHasOptions) {
    const qint64 id = addField("评级", "文本");
    ASSERT_TRUE(isFormShowing("title", QStringLiteral("评级")));
    fill("type", QStringLiteral("选项"));
    EXPECT_EQ(stored(id, "type"), Value(QStringLiteral("text")));
    EXPECT_EQ(messages().size(), 1);
    input("options")->setFocus();
    static_cast<QPlainTextEdit *>(input("options"))->setPlainText(QStringLiteral("A类\nB类"));
    line("help")->setFocus();
    EXPECT_EQ(stored(id, "options"), Value(QStringLiteral("A类\nB类")));
    EXPECT_EQ(stored(id, "type"), Value(QStringLiteral("choice"))) << "what was refused is tried again";
    EXPECT_TRUE(messages().isEmpty());
}

TEST_F(Records, DeletingAFieldTellsHowManyValuesGoWithIt) {
    const qint64 id = addField("设备台数", "数字");
    ASSERT_TRUE(id);
    addField("没人填的", "文本");
    const auto project = ledger().record(EntityKind::Project, ledger().projectIds({}, {})->front()).value();
    ASSERT_TRUE(ledger().edit(EntityKind::Project, project.id, project.version, QStringLiteral("custom_1"),
                              QStringLiteral("12")));
    part<QPushButton>("deleteButton")->click();
    EXPECT_TRUE(questions.isEmpty()) << "without values nobody is asked";
    EXPECT_EQ(model().rowCount(), 1);
    view().showRecord(id);
    answer = false;
    part<QPushButton>("deleteButton")->click();
    ASSERT_EQ(questions.size(), 1);
    EXPECT_TRUE(questions.front().contains(QStringLiteral("已有 1 "))) << questions.front().toStdString();
    EXPECT_EQ(model().rowCount(), 1);
    answer = true;
    part<QPushButton>("deleteButton")->click();
    EXPECT_EQ(model().rowCount(), 0);
    ASSERT_TRUE(ledger().undo());
    EXPECT_EQ(model().rowCount(), 1);
}

TEST_F(Records, ChangesFromElsewhereAreFollowed) {
    const qint64 zone = model().recordAt(0);
    const auto record = ledger().record(EntityKind::Zone, zone).value();
    ASSERT_TRUE(ledger().edit(EntityKind::Zone, zone, record.version, QStringLiteral("county"),
                              QStringLiteral("别处改的")));
    EXPECT_EQ(cell(0, "county").data().toString(), QStringLiteral("别处改的"));
    const auto other = ledger().record(EntityKind::Zone, model().recordAt(1)).value();
    ChangeSet set;
    set.title = QStringLiteral("别处新增");
    Zone added;
    added.code = QStringLiteral("XX");
    added.name = QStringLiteral("别处新增的开发区");
    set.changes.push_back({RecordChange::Kind::Insert, EntityKind::Zone, 0, 0, {}});
    const Record values = toRecord(added);
    for (std::size_t i = 0; i < values.values.size(); ++i)
        if (!isEmpty(values.values[i]))
            set.changes.back().values.emplace_back(int(i), values.values[i]);
    view().showRecord(other.id);
    const int before = model().rowCount();
    ASSERT_TRUE(ledger().apply(set));
    EXPECT_EQ(model().rowCount(), before + 1);
    EXPECT_EQ(view().currentRecord(), other.id) << "the current record stays";
}

class ReadOnlyRecords : public Records {
protected:
    void SetUp() override {
        ASSERT_TRUE(QFile::copy(demoOriginal(), ledgerPath()));
        writer = std::move(services::LedgerService::open(ledgerPath(), services::Access::ReadWrite,
                                                         QStringLiteral("别人")))
                     .value();
        openWindow();
        ASSERT_TRUE(window->session().open(ledgerPath()));
        window->activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(window.get()));
        window->showPage(pageIndex(QStringLiteral("records")));
        view().setFocus();
    }
    std::unique_ptr<services::LedgerService> writer;
};

TEST_F(ReadOnlyRecords, ShowEverythingAndChangeNothing) {
    ASSERT_TRUE(ledger().status().readOnly);
    EXPECT_GT(model().rowCount(), 0);
    EXPECT_FALSE(part<QPushButton>("addButton")->isEnabled());
    EXPECT_FALSE(part<QPushButton>("deleteButton")->isEnabled());
    EXPECT_FALSE(part<QPushButton>("addButton")->toolTip().isEmpty());
    view().setCurrentIndex(cell(0, "short_name"));
    type(QStringLiteral("x"));
    EXPECT_FALSE(stripText().isEmpty()) << "why";
    EXPECT_TRUE(line("short_name")->isReadOnly());
    page().showKind(EntityKind::LandParcel);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    EXPECT_FALSE(part<EmptyState>("noRecords")->findChild<QPushButton *>());
    page().showKind(EntityKind::Campaign);
    EXPECT_FALSE(part<QPushButton>("listAdd")->isEnabled());
    EXPECT_GT(page().campaignPanel()->model()->rowCount(), 0);
    EXPECT_FALSE(page().campaignPanel()->model()->flags(
                     page().campaignPanel()->model()->index(0, CampaignListModel::DeclaredInvestment)) &
                 Qt::ItemIsEditable);
}

} // namespace
} // namespace yipi::gui
