// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger_cells.h"

#include "gui/ledger/selection_copy.h"

#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>

namespace yipi::gui {
namespace {

using LedgerTyping = LedgerCells;

TEST_F(LedgerTyping, TypingReplacesAndEnterCommitsAndMovesDown) {
    const qint64 project = model().projectAt(2);
    enter(2, "remarks", QStringLiteral("first"));
    enter(2, "remarks", QStringLiteral("second"));
    EXPECT_EQ(stored(project, "remarks"), Value(QStringLiteral("second")));
    EXPECT_EQ(view().currentIndex(), cell(3, "remarks"));
    press(Qt::Key_Return, Qt::NoModifier); // also without an editor
    EXPECT_EQ(view().currentIndex(), cell(4, "remarks"));
}

TEST_F(LedgerTyping, F2EditsWhatIsThere) {
    const qint64 project = model().projectAt(1);
    enter(1, "remarks", QStringLiteral("ab"));
    goTo(1, "remarks");
    press(Qt::Key_F2);
    press(Qt::Key_End);
    type(QStringLiteral("c"));
    press(Qt::Key_Return);
    EXPECT_EQ(stored(project, "remarks"), Value(QStringLiteral("abc")));
}

TEST_F(LedgerTyping, ConfirmingWithoutAChangeWritesNothing) {
    const int before = version(model().projectAt(1));
    const int depth = ledger().undoDepth();
    for (const char *field : {"name", "zone", "total_investment", "actual_sign", "land_mu", "key_project"}) {
        goTo(1, field);
        press(Qt::Key_F2);
        press(Qt::Key_Return);
        EXPECT_TRUE(reason(1, field).isEmpty()) << field << reason(1, field).toStdString();
    }
    EXPECT_EQ(version(model().projectAt(1)), before);
    EXPECT_EQ(ledger().undoDepth(), depth);
}

TEST_F(LedgerTyping, TabCommitsAndMovesRightAndBack) {
    const qint64 project = model().projectAt(0);
    goTo(0, "patron");
    type(QStringLiteral("Zhao"));
    press(Qt::Key_Tab);
    EXPECT_EQ(view().currentIndex(), cell(0, "service_officer"));
    type(QStringLiteral("Qian"));
    press(Qt::Key_Backtab, Qt::ShiftModifier);
    EXPECT_EQ(view().currentIndex(), cell(0, "patron"));
    EXPECT_EQ(stored(project, "patron"), Value(QStringLiteral("Zhao")));
    EXPECT_EQ(stored(project, "service_officer"), Value(QStringLiteral("Qian")));
}

TEST_F(LedgerTyping, EscRestores) {
    const qint64 project = model().projectAt(0);
    const Value before = stored(project, "name");
    goTo(0, "name");
    type(QStringLiteral("wrong"));
    press(Qt::Key_Escape);
    EXPECT_EQ(stored(project, "name"), before);
    EXPECT_EQ(shown(0, "name"), ledger().text(*model().fieldAt(columnOf("name")), before));
    EXPECT_EQ(view().currentIndex(), cell(0, "name"));
    EXPECT_EQ(QApplication::focusWidget(), &view()) << "the keys go on in the grid";
}

TEST_F(LedgerTyping, MoneyIsReadWithItsUnitAndWithoutOneInThatOfTheGrid) {
    const qint64 project = model().projectAt(0);
    const std::pair<const char *, qint64> cases[] = {
        {"1.2亿", 120'000'000}, {"5200万", 52'000'000}, {"0.5", 50'000'000}, {"3亿元", 300'000'000}};
    for (const auto &[text, yuan] : cases) {
        enter(0, "total_investment", QString::fromUtf8(text));
        EXPECT_EQ(stored(project, "total_investment"), Value(yuan)) << text;
        EXPECT_TRUE(reason(0, "total_investment").isEmpty()) << text;
    }
    EXPECT_EQ(shown(0, "total_investment"), QStringLiteral("3.00"));
    model().setMoneyUnit(MoneyUnit::Wan);
    enter(0, "total_investment", QStringLiteral("4300"));
    EXPECT_EQ(stored(project, "total_investment"), Value(qint64(43'000'000)));
}

TEST_F(LedgerTyping, DatesAreReadInTheirSpellings) {
    const qint64 project = model().projectAt(0);
    enter(0, "actual_sign", QStringLiteral("2024.3.15"));
    EXPECT_EQ(stored(project, "actual_sign"), Value(QStringLiteral("2024-03-15")));
    EXPECT_EQ(shown(0, "actual_sign"), QStringLiteral("2024-03-15"));
    enter(0, "actual_sign", QStringLiteral("2024/3/16"));
    EXPECT_EQ(stored(project, "actual_sign"), Value(QStringLiteral("2024-03-16")));
    enter(0, "actual_sign", QStringLiteral("2024年3月17日"));
    EXPECT_EQ(stored(project, "actual_sign"), Value(QStringLiteral("2024-03-17")));
}

TEST_F(LedgerTyping, ChineseStartsEditingWithItsFirstCharacter) {
    const qint64 project = model().projectAt(0);
    for (const char *field : {"name", "remarks"}) {
        goTo(0, field);
        typeChinese(QApplication::focusWidget(), QStringLiteral("光伏玻璃"));
        typeChinese(QApplication::focusWidget(), QStringLiteral("项目"));
        press(Qt::Key_Return);
        EXPECT_EQ(stored(project, field), Value(QStringLiteral("光伏玻璃项目"))) << field;
    }
}

/// A change of focus would end the composition, and its first letters with it.
TEST_F(LedgerTyping, ACompositionIsNotTornByTheEditorTakingTheFocus) {
    const qint64 project = model().projectAt(0);
    for (const char *field : {"name", "remarks"}) {
        goTo(0, field);
        for (const char *pinyin : {"g", "gu", "guang"}) {
            QInputMethodEvent composing(QString::fromLatin1(pinyin), {});
            QCoreApplication::sendEvent(QApplication::focusWidget(), &composing);
            EXPECT_EQ(QApplication::focusWidget(), &view()) << field << pinyin;
        }
        typeChinese(QApplication::focusWidget(), QStringLiteral("光"));
        type(QStringLiteral("1"));
        press(Qt::Key_Return);
        EXPECT_EQ(stored(project, field), Value(QStringLiteral("光1"))) << field;
    }
}

TEST_F(LedgerTyping, TypingGoesOnWhileTheLightsOfTheLastEditArrive) {
    enter(0, "actual_sign", QStringLiteral("2024.3.15"));
    const qint64 project = model().projectAt(1);
    goTo(1, "name");
    type(QStringLiteral("half"));
    QTest::qWait(500);
    type(QStringLiteral(" whole"));
    press(Qt::Key_Return);
    EXPECT_EQ(stored(project, "name"), Value(QStringLiteral("half whole")));
}

TEST_F(LedgerTyping, AListIsNarrowedWhileTypingAndTakenWithOneEnter) {
    const Zone &zone = ledger().zones().back();
    const qint64 project = model().projectAt(0);
    goTo(0, "zone");
    type(zone.name.left(2));
    QCoreApplication::processEvents();
    // As the display server delivers it: an open list is asked first.
    QTest::keyClick(window->windowHandle(), Qt::Key_Return);
    EXPECT_EQ(stored(project, "zone"), Value(zone.id)) << shown(0, "zone").toStdString();
    EXPECT_EQ(view().currentIndex(), cell(1, "zone"));
}

TEST_F(LedgerTyping, InvalidInputStaysVisibleWithItsReasonAndTheLedgerUnchanged) {
    const qint64 project = model().projectAt(1);
    const int before = version(project);
    enter(1, "total_investment", QStringLiteral("abc"));
    EXPECT_EQ(shown(1, "total_investment"), QStringLiteral("abc"));
    EXPECT_FALSE(reason(1, "total_investment").isEmpty());
    EXPECT_EQ(view().callout()->reason(), reason(1, "total_investment"));
    EXPECT_TRUE(view().rect().contains(view().callout()->geometry()));
    EXPECT_EQ(QApplication::focusWidget(), &view()) << "the bubble takes no focus";
    EXPECT_EQ(version(project), before);
}

TEST_F(LedgerTyping, InvalidInputBlocksNothingElse) {
    enter(1, "total_investment", QStringLiteral("abc"));
    press(Qt::Key_Return);
    EXPECT_EQ(view().currentIndex(), cell(2, "total_investment")) << "Enter goes on";
    EXPECT_TRUE(view().callout()->reason().isEmpty());
    type(QStringLiteral("2"));
    press(Qt::Key_Return);
    EXPECT_EQ(stored(model().projectAt(2), "total_investment"), Value(qint64(200'000'000)));
    enter(1, "remarks", QStringLiteral("same row"));
    EXPECT_EQ(stored(model().projectAt(1), "remarks"), Value(QStringLiteral("same row")));
    EXPECT_EQ(shown(1, "total_investment"), QStringLiteral("abc")) << "nothing typed is thrown away";
    goTo(1, "total_investment");
    EXPECT_EQ(view().callout()->reason(), reason(1, "total_investment"));
}

TEST_F(LedgerTyping, LeavingAnInvalidCellWithTheMouseGoesWhereItWasClicked) {
    goTo(1, "total_investment");
    type(QStringLiteral("abc"));
    const QPoint place = view().visualRect(cell(3, "total_investment")).center();
    QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, place);
    EXPECT_EQ(view().currentIndex(), cell(3, "total_investment"));
    EXPECT_EQ(shown(1, "total_investment"), QStringLiteral("abc"));
}

TEST_F(LedgerTyping, EscGivesAnInvalidTextUpAndAValidOneMendsIt) {
    const QString before = shown(1, "total_investment");
    enter(1, "total_investment", QStringLiteral("abc"));
    press(Qt::Key_Escape);
    EXPECT_EQ(shown(1, "total_investment"), before);
    EXPECT_TRUE(reason(1, "total_investment").isEmpty());
    EXPECT_TRUE(view().callout()->reason().isEmpty());
    enter(1, "total_investment", QStringLiteral("abc"));
    type(QStringLiteral("7"));
    press(Qt::Key_Return);
    EXPECT_EQ(shown(1, "total_investment"), QStringLiteral("7.00"));
    EXPECT_TRUE(reason(1, "total_investment").isEmpty());
}

TEST_F(LedgerTyping, AnImpossibleDateAndAnUnknownZoneSayWhy) {
    enter(0, "actual_sign", QStringLiteral("2024.2.30"));
    EXPECT_FALSE(reason(0, "actual_sign").isEmpty());
    enter(0, "zone", QStringLiteral("nowhere"));
    EXPECT_TRUE(reason(0, "zone").contains(QStringLiteral("nowhere"))) << reason(0, "zone").toStdString();
    EXPECT_EQ(shown(0, "zone"), QStringLiteral("nowhere"));
}

TEST_F(LedgerTyping, AChangeIsInTheHistoryWithUserAndSource) {
    const qint64 project = model().projectAt(0);
    const QString before = shown(0, "patron");
    enter(0, "patron", QStringLiteral("Zhao"));
    const auto history = ledger().history(EntityKind::Project, project);
    ASSERT_TRUE(history && !history->isEmpty());
    const services::HistoryLine &line = history->back(); // oldest first
    EXPECT_EQ(line.user, Session::user());
    EXPECT_EQ(line.source, title(ChangeSource::Edit));
    EXPECT_EQ(line.field, QStringLiteral("包联领导"));
    EXPECT_EQ(line.before, before);
    EXPECT_EQ(line.after, QStringLiteral("Zhao"));
}

TEST_F(LedgerTyping, ThePanelTellsTheLatestChangesFirst) {
    for (const char *name : {"Zhao", "Qian", "Sun", "Li", "Zhou", "Wu", "Zheng", "Wang", "Feng"})
        enter(0, "patron", QString::fromLatin1(name));
    goTo(0, "patron");
    auto *history = part<QLabel>("panelHistory");
    EXPECT_TRUE(
        QTest::qWaitFor([&] { return history->text().contains(QStringLiteral("Wang → Feng")); }, 2000))
        << history->text().toStdString();
    EXPECT_LT(history->text().indexOf(QStringLiteral("Feng")), history->text().indexOf(QStringLiteral("Wu")));
    EXPECT_FALSE(history->text().contains(QStringLiteral("→ Zhao"))) << "only the last ones";
}

TEST_F(LedgerTyping, UndoAndRedoTakeTwoChangesOfOneRecordBackAndForth) {
    const QString before = shown(0, "patron");
    enter(0, "patron", QStringLiteral("Zhao"));
    enter(0, "patron", QStringLiteral("Qian"));
    view().setFocus();
    press(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(shown(0, "patron"), QStringLiteral("Zhao"));
    press(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(shown(0, "patron"), before);
    press(Qt::Key_Y, Qt::ControlModifier);
    EXPECT_EQ(shown(0, "patron"), QStringLiteral("Zhao"));
    press(Qt::Key_Y, Qt::ControlModifier);
    EXPECT_EQ(shown(0, "patron"), QStringLiteral("Qian"));
    press(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(stored(model().projectAt(0), "patron"), Value(QStringLiteral("Zhao")));
    enter(0, "patron", QStringLiteral("Sun")); // the version the grid has is that of the undo
    EXPECT_EQ(shown(0, "patron"), QStringLiteral("Sun"));
    EXPECT_TRUE(reason(0, "patron").isEmpty()) << reason(0, "patron").toStdString();
}

TEST_F(LedgerTyping, UndoWhileTypingBelongsToTheEditor) {
    const qint64 project = model().projectAt(0);
    enter(0, "patron", QStringLiteral("Zhao"));
    goTo(0, "patron");
    type(QStringLiteral("Q"));
    press(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(stored(project, "patron"), Value(QStringLiteral("Zhao")));
    EXPECT_TRUE(qobject_cast<QLineEdit *>(QApplication::focusWidget())) << "still editing";
}

TEST_F(LedgerTyping, CopyPutsTheSelectionAsTableOnTheClipboard) {
    goTo(0, "total_investment");
    view().selectionModel()->select(QItemSelection(cell(0, "total_investment"), cell(1, "expected_output")),
                                    QItemSelectionModel::ClearAndSelect);
    QStringList lines;
    for (int row : {0, 1})
        lines << QStringList{shown(row, "total_investment"), shown(row, "fixed_asset_investment"),
                             shown(row, "expected_output")}
                     .join(u'\t');
    press(Qt::Key_C, Qt::ControlModifier);
    EXPECT_EQ(QApplication::clipboard()->text(), lines.join(u'\n'));
    press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    const QStringList withHeaders = QApplication::clipboard()->text().split(u'\n');
    ASSERT_EQ(withHeaders.size(), 3);
    EXPECT_EQ(withHeaders[0], QStringLiteral("总投资（亿元）\t固定资产投资（亿元）\t预计年产值（亿元）"));
    EXPECT_EQ(withHeaders[2], lines[1]);
}

TEST_F(LedgerTyping, CopyAlsoPutsATableInWhichTextsStayTexts) {
    enter(0, "remarks", QStringLiteral("a<b"));
    view().selectionModel()->select(QItemSelection(cell(0, "phone"), cell(0, "remarks")),
                                    QItemSelectionModel::ClearAndSelect);
    press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    const QString html = QApplication::clipboard()->mimeData()->html();
    EXPECT_EQ(html.count(QStringLiteral("<tr>")), 2);
    EXPECT_TRUE(html.contains(QStringLiteral("mso-number-format:'\\@'\">a&lt;b</td>"))) << html.toStdString();
    EXPECT_TRUE(html.contains(QStringLiteral("备注</td>")));
}

TEST_F(LedgerTyping, ALongCopyTellsHowFarItIsAndCanBeStopped) {
    view().selectAll();
    EXPECT_EQ(copiedCells(view()), qint64(model().rowCount()) * model().columnCount());
    int asked = 0;
    EXPECT_FALSE(copiedTable(view(), true, [&](int) { return ++asked > 100; }));
    EXPECT_EQ(asked, 1) << "a no ends it";
    const auto whole = copiedTable(view(), true, [&](int permille) { return permille <= 1000; });
    ASSERT_TRUE(whole);
    EXPECT_EQ(whole->text.count(u'\n'), model().rowCount());
}

} // namespace
} // namespace yipi::gui
