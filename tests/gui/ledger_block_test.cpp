// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger_cells.h"

#include "domain/custom_field.h"
#include "gui/import/import_page.h"
#include "gui/ledger/column_arrangement.h"
#include "gui/ledger/paste_bar.h"
#include "gui/widgets/strip_message.h"

#include <QCheckBox>
#include <QClipboard>
#include <QLabel>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>

namespace yipi::gui {
namespace {

class LedgerBlocks : public LedgerCells {
protected:
    void select(int top, const char *left, int bottom, const char *right) {
        LedgerCells::goTo(top, left);
        view().selectionModel()->select(QItemSelection(cell(top, left), cell(bottom, right)),
                                        QItemSelectionModel::ClearAndSelect);
    }
    /// Alone: keys pressed before with Ctrl would let it join what is selected.
    void goTo(int row, const char *field) { select(row, field, row, field); }
    static void copy(const QString &text, const QString &html = {}) {
        auto *data = new QMimeData;
        data->setText(text);
        if (!html.isEmpty())
            data->setHtml(html);
        QApplication::clipboard()->setMimeData(data);
    }
    void paste() { press(Qt::Key_V, Qt::ControlModifier); }
    PasteBar *bar() { return page().findChild<PasteBar *>(); }
    bool isAsked() { return bar()->isVisible(); }
    QString summary() { return part<QLabel>("pasteSummary")->text(); }
    QString told() { return part<StripMessage>("strip")->text(); }
    void undo() {
        view().setFocus();
        press(Qt::Key_Z, Qt::ControlModifier);
    }
};

TEST_F(LedgerBlocks, ABlockIsShownBeforeItIsWrittenAndUndoneInOneStep) {
    const QStringList before{shown(0, "phone"), shown(0, "remarks"), shown(1, "phone"), shown(1, "remarks")};
    const int depth = ledger().undoDepth();
    goTo(0, "phone");
    ASSERT_EQ(view().arrangement()->neighbour(columnOf("phone"), 1), columnOf("content"));
    copy(QStringLiteral("138\t甲\r\n139\t乙\r\n"));
    paste();
    ASSERT_TRUE(isAsked());
    EXPECT_TRUE(summary().contains(QStringLiteral("改 4 格"))) << summary().toStdString();
    EXPECT_EQ(ledger().undoDepth(), depth) << "only planned";
    press(Qt::Key_Return);
    EXPECT_FALSE(isAsked());
    EXPECT_EQ(QApplication::focusWidget(), &view());
    EXPECT_EQ(stored(model().projectAt(0), "phone"), Value(QStringLiteral("138")));
    EXPECT_EQ(stored(model().projectAt(1), "content"), Value(QStringLiteral("乙")));
    EXPECT_EQ(told(), QStringLiteral("已粘贴 4 格"));
    EXPECT_EQ(ledger().undoDepth(), depth + 1);
    EXPECT_EQ(ledger().undoTitle(), QStringLiteral("粘贴 4 格"));
    undo();
    EXPECT_EQ(shown(0, "phone"), before[0]);
    EXPECT_EQ(shown(1, "phone"), before[2]);
}

TEST_F(LedgerBlocks, EscGivesAPasteUp) {
    goTo(0, "phone");
    const int depth = ledger().undoDepth();
    copy(QStringLiteral("138\t甲\n139\t乙"));
    paste();
    press(Qt::Key_Escape);
    EXPECT_FALSE(isAsked());
    EXPECT_EQ(QApplication::focusWidget(), &view());
    EXPECT_EQ(ledger().undoDepth(), depth);
}

TEST_F(LedgerBlocks, TheTableOfAPageGoesBeforeItsText) {
    goTo(0, "patron");
    copy(QStringLiteral("wrong"),
         QStringLiteral("<table><tr><td>赵</td><td>钱</td></tr><tr><td>孙</td><td>李</td></tr></table>"));
    paste();
    press(Qt::Key_Return);
    EXPECT_EQ(shown(0, "patron"), QStringLiteral("赵"));
    EXPECT_EQ(shown(1, "service_officer"), QStringLiteral("李"));
}

TEST_F(LedgerBlocks, BadCellsAreListedAndStayWithTheirReason) {
    const Value first = stored(model().projectAt(1), "total_investment");
    goTo(0, "total_investment");
    copy(QStringLiteral("1.2亿\nabc\n3"));
    paste();
    ASSERT_TRUE(isAsked());
    auto *failures = part<QListWidget>("pasteFailures");
    ASSERT_EQ(failures->count(), 1);
    EXPECT_TRUE(failures->item(0)->text().startsWith(QStringLiteral("第 2 行　总投资：")))
        << failures->item(0)->text().toStdString();
    part<QPushButton>("pasteWrite")->click();
    EXPECT_EQ(stored(model().projectAt(0), "total_investment"), Value(qint64(120'000'000)));
    EXPECT_EQ(stored(model().projectAt(1), "total_investment"), first);
    EXPECT_EQ(shown(1, "total_investment"), QStringLiteral("abc"));
    EXPECT_FALSE(reason(1, "total_investment").isEmpty());
    EXPECT_EQ(told(), QStringLiteral("已粘贴 2 格，1 格有误，原因在格中"));
}

TEST_F(LedgerBlocks, OneValueFillsTheSelectionAndIsWrittenAtOnceIntoOneCell) {
    goTo(3, "remarks");
    copy(QStringLiteral("单格"));
    paste();
    EXPECT_FALSE(isAsked());
    EXPECT_EQ(shown(3, "remarks"), QStringLiteral("单格"));
    select(0, "patron", 2, "service_officer");
    copy(QStringLiteral("同"));
    paste();
    ASSERT_TRUE(isAsked());
    press(Qt::Key_Return);
    for (int row : {0, 1, 2}) {
        EXPECT_EQ(shown(row, "patron"), QStringLiteral("同"));
        EXPECT_EQ(shown(row, "service_officer"), QStringLiteral("同"));
    }
    EXPECT_NE(shown(3, "patron"), QStringLiteral("同"));
}

TEST_F(LedgerBlocks, AHeaderLineIsSkippedAndTheImportOffered) {
    const QString before = shown(1, "patron");
    goTo(0, "patron");
    copy(QStringLiteral("包联领导\t服务专员\n赵\t钱"));
    paste();
    ASSERT_TRUE(isAsked());
    EXPECT_TRUE(summary().contains(QStringLiteral("表头")));
    EXPECT_TRUE(part<QPushButton>("pasteWizard")->isVisible());
    press(Qt::Key_Return);
    EXPECT_EQ(shown(0, "patron"), QStringLiteral("赵"));
    EXPECT_EQ(shown(1, "patron"), before);
}

TEST_F(LedgerBlocks, TheImportTakesTheClipboardOver) {
    goTo(0, "patron");
    copy(QStringLiteral("项目名称\t开发区\t总投资（万元）\n甲项目\t孝义\t100"));
    paste();
    part<QPushButton>("pasteWizard")->click();
    auto *import = qobject_cast<ImportPage *>(window->currentPage());
    ASSERT_TRUE(import);
    EXPECT_FALSE(import->session()->files().empty());
}

TEST_F(LedgerBlocks, RowsBelowTheLastBecomeProjectsOnlyWithANameAndWhenAsked) {
    const int last = model().rowCount() - 1;
    goTo(last, "patron");
    copy(QStringLiteral("赵\n钱"));
    paste();
    EXPECT_FALSE(part<QCheckBox>("pasteAdds")->isVisible());
    EXPECT_TRUE(summary().contains(QStringLiteral("多出 1 行"))) << summary().toStdString();
    press(Qt::Key_Escape);

    goTo(last, "name");
    copy(shown(last, "name") + QStringLiteral("\n新来的项目\n又一个项目"));
    paste();
    ASSERT_TRUE(part<QCheckBox>("pasteAdds")->isVisible());
    part<QCheckBox>("pasteAdds")->setChecked(true);
    EXPECT_TRUE(summary().contains(QStringLiteral("改 2 格"))) << summary().toStdString();
    part<QPushButton>("pasteWrite")->click();
    EXPECT_EQ(model().rowCount(), last + 3);
    EXPECT_TRUE(ledger().findProject(QStringLiteral("又一个项目")));
    undo();
    EXPECT_EQ(model().rowCount(), last + 1);
}

TEST_F(LedgerBlocks, DerivedColumnsAreSkippedAndCounted) {
    goTo(0, "light");
    ASSERT_EQ(view().arrangement()->neighbour(columnOf("light"), 1), columnOf("code"));
    copy(QStringLiteral("红\tX-1\n绿\tX-2"));
    paste();
    EXPECT_TRUE(summary().contains(QStringLiteral("不能修改 2 格"))) << summary().toStdString();
    press(Qt::Key_Return);
    EXPECT_EQ(shown(0, "code"), QStringLiteral("X-1"));
    EXPECT_EQ(shown(1, "code"), QStringLiteral("X-2"));
}

TEST_F(LedgerBlocks, FiveThousandCellsAreOneStep) {
    const int rows = model().rowCount();
    ASSERT_GE(rows, 100);
    const char *const fields[] = {"patron", "service_officer", "responsible_unit", "responsible_person",
                                  "phone"};
    QStringList lines;
    for (int row = 0; row < 1000; ++row)
        lines << QStringLiteral("P%1\tQ%1\tR%1\tS%1\tT%1").arg(row);
    ASSERT_TRUE(addProjects(1000 - rows));
    goTo(0, "patron");
    const int depth = ledger().undoDepth();
    copy(lines.join(u'\n'));
    paste();
    ASSERT_TRUE(isAsked());
    EXPECT_TRUE(summary().contains(QStringLiteral("改 5000 格"))) << summary().toStdString();
    press(Qt::Key_Return);
    EXPECT_EQ(told(), QStringLiteral("已粘贴 5000 格"));
    for (const char *field : fields)
        EXPECT_TRUE(shown(999, field).endsWith(QStringLiteral("999"))) << field;
    EXPECT_EQ(ledger().undoDepth(), depth + 1);
    EXPECT_EQ(view().currentIndex(), cell(0, "patron"));
    undo();
    EXPECT_NE(shown(999, "patron"), QStringLiteral("P999"));
}

TEST_F(LedgerBlocks, FillDownAndRightCopyTheFirst) {
    enter(0, "patron", QStringLiteral("first"));
    enter(0, "service_officer", QStringLiteral("second"));
    const int depth = ledger().undoDepth();
    select(0, "patron", 2, "service_officer");
    press(Qt::Key_D, Qt::ControlModifier);
    EXPECT_EQ(shown(2, "patron"), QStringLiteral("first"));
    EXPECT_EQ(shown(1, "service_officer"), QStringLiteral("second"));
    EXPECT_EQ(ledger().undoDepth(), depth + 1);
    select(0, "patron", 1, "service_officer");
    press(Qt::Key_R, Qt::ControlModifier);
    EXPECT_EQ(shown(0, "service_officer"), QStringLiteral("first"));
    EXPECT_EQ(shown(2, "service_officer"), QStringLiteral("second")) << "not selected";
    goTo(3, "patron");
    press(Qt::Key_D, Qt::ControlModifier);
    EXPECT_EQ(shown(3, "patron"), QStringLiteral("first")) << "one cell takes what is above it";
    goTo(0, "patron");
    const int before = ledger().undoDepth();
    press(Qt::Key_D, Qt::ControlModifier);
    EXPECT_EQ(ledger().undoDepth(), before) << "nothing is above the first row";
}

TEST_F(LedgerBlocks, FillKeepsWhatIsStoredNotWhatIsShown) {
    enter(0, "total_investment", QStringLiteral("1.23456"));
    select(0, "total_investment", 1, "total_investment");
    press(Qt::Key_D, Qt::ControlModifier);
    EXPECT_EQ(stored(model().projectAt(1), "total_investment"), Value(qint64(123'456'000)));
}

TEST_F(LedgerBlocks, CtrlEnterPutsTheTextIntoAllSelectedCells) {
    const int depth = ledger().undoDepth();
    select(1, "patron", 3, "patron");
    type(QStringLiteral("Zhao"));
    press(Qt::Key_Return, Qt::ControlModifier);
    for (int row : {1, 2, 3})
        EXPECT_EQ(shown(row, "patron"), QStringLiteral("Zhao"));
    EXPECT_EQ(ledger().undoDepth(), depth + 1);
    EXPECT_EQ(QApplication::focusWidget(), &view());
    EXPECT_EQ(view().selectedRows(), (std::vector<int>{1, 2, 3}));
}

TEST_F(LedgerBlocks, CtrlEnterAlsoInFrozenColumnsAndListsAndWithABadText) {
    select(0, "zone", 2, "zone");
    const Zone &zone = ledger().zones().back();
    type(zone.name);
    press(Qt::Key_Return, Qt::ControlModifier);
    EXPECT_EQ(stored(model().projectAt(2), "zone"), Value(zone.id));
    select(0, "name", 1, "name");
    type(QStringLiteral("same"));
    press(Qt::Key_Return, Qt::ControlModifier);
    EXPECT_EQ(shown(1, "name"), QStringLiteral("same"));
    select(0, "total_investment", 1, "total_investment");
    type(QStringLiteral("x"));
    press(Qt::Key_Return, Qt::ControlModifier);
    EXPECT_FALSE(reason(0, "total_investment").isEmpty());
    EXPECT_FALSE(reason(1, "total_investment").isEmpty());
    EXPECT_EQ(told(), QStringLiteral("已填写 0 格，2 格有误，原因在格中"));
}

TEST_F(LedgerBlocks, DeleteClearsTheSelectionButNotWhatIsRequired) {
    enter(0, "patron", QStringLiteral("a"));
    enter(1, "patron", QStringLiteral("b"));
    const int depth = ledger().undoDepth();
    select(0, "patron", 1, "patron");
    press(Qt::Key_Delete);
    EXPECT_TRUE(isEmpty(stored(model().projectAt(0), "patron")));
    EXPECT_TRUE(isEmpty(stored(model().projectAt(1), "patron")));
    EXPECT_EQ(ledger().undoDepth(), depth + 1);
    const QString name =
        ledger().text(*model().fieldAt(columnOf("name")), stored(model().projectAt(0), "name"));
    goTo(0, "name");
    press(Qt::Key_Delete);
    EXPECT_FALSE(reason(0, "name").isEmpty());
    EXPECT_EQ(stored(model().projectAt(0), "name"), Value(name));
}

TEST_F(LedgerBlocks, TypedDatesTakeTheYearOfTheFiguresAndAmountsMayBeSums) {
    const qint64 project = model().projectAt(0);
    enter(0, "planned_produce", QStringLiteral("12.15"));
    EXPECT_EQ(stored(project, "planned_produce"), Value(QStringLiteral("2024-12-15")))
        << reason(0, "planned_produce").toStdString();
    enter(0, "total_investment", QStringLiteral("=1.32+0.24"));
    EXPECT_EQ(stored(project, "total_investment"), Value(qint64(156'000'000)));
    goTo(0, "planned_produce");
    copy(QStringLiteral("11.20"));
    paste();
    EXPECT_FALSE(reason(0, "planned_produce").isEmpty()) << "another program's 11.20 may be a number";
}

TEST_F(LedgerBlocks, CustomFieldsArePastedLikeOthers) {
    CustomField field;
    field.key = QStringLiteral("custom_1");
    field.title = QStringLiteral("设备台数");
    field.type = CustomType::Number;
    const Record record = toRecord(field);
    RecordChange change{RecordChange::Kind::Insert, EntityKind::CustomField, 0, 0, {}};
    for (std::size_t i = 0; i < record.values.size(); ++i)
        if (!isEmpty(record.values[i]))
            change.values.emplace_back(int(i), record.values[i]);
    ChangeSet set;
    set.changes = {change};
    ASSERT_TRUE(ledger().apply(set));
    goTo(0, "custom_1");
    copy(QStringLiteral("12\n很多\n14"));
    paste();
    press(Qt::Key_Return);
    EXPECT_EQ(shown(0, "custom_1"), QStringLiteral("12.00"));
    EXPECT_EQ(shown(1, "custom_1"), QStringLiteral("很多"));
    EXPECT_FALSE(reason(1, "custom_1").isEmpty());
    EXPECT_EQ(shown(2, "custom_1"), QStringLiteral("14.00"));
    undo();
    EXPECT_TRUE(shown(0, "custom_1").isEmpty());
}

TEST_F(LedgerBlocks, AnEmptyClipboardIsTold) {
    goTo(0, "patron");
    copy(QString());
    paste();
    EXPECT_FALSE(isAsked());
    EXPECT_TRUE(told().contains(QStringLiteral("剪贴板里没有表格"))) << told().toStdString();
}

TEST_F(LedgerBlocks, AConflictSinceThePreviewWritesNothing) {
    goTo(0, "patron");
    copy(QStringLiteral("赵\n钱"));
    paste();
    const qint64 second = model().projectAt(1);
    ASSERT_TRUE(ledger().edit(EntityKind::Project, second, version(second), QStringLiteral("remarks"),
                              QStringLiteral("else")));
    const Value before = stored(model().projectAt(0), "patron");
    part<QPushButton>("pasteWrite")->click();
    EXPECT_TRUE(isAsked()) << "the paste can be given up or tried again";
    EXPECT_EQ(stored(model().projectAt(0), "patron"), before);
    EXPECT_FALSE(told().isEmpty());
}

} // namespace
} // namespace yipi::gui
