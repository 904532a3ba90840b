// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger_cells.h"

#include "gui/ledger/colour_rules_editor.h"
#include "gui/ledger/group_control.h"
#include "gui/ledger/view_tabs.h"
#include "gui/theme.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

namespace yipi::gui {
namespace {

class LedgerColours : public LedgerCells {
protected:
    static constexpr qint64 kBorder = 500'000'000; ///< 元
    static QString large() { return QStringLiteral("总投资>=5亿元"); }
    QColor colour(int row, const char *field) {
        return cell(row, field).data(LedgerTableModel::ColourRole).value<QColor>();
    }
    bool isLarge(int row) {
        const Value value = stored(model().projectAt(row), "total_investment");
        return !isEmpty(value) && std::get<qint64>(value) >= kBorder;
    }
    int rowWhere(bool large) {
        for (int row = 0; row < model().rowCount(); ++row)
            if (isLarge(row) == large)
                return row;
        return -1;
    }
    ColourRulesEditor &editor() {
        part<QToolButton>("coloursButton")->click();
        return *page().findChildren<ColourRulesEditor *>().last();
    }
    ViewTabs &views() { return *page().findChild<ViewTabs *>(); }
};

TEST_F(LedgerColours, AWholeRowOrOneColumnByACondition) {
    model().setColourRules({{large(), QStringLiteral("red"), {}}});
    int found = 0;
    for (int row = 0; row < model().rowCount(); ++row) {
        ASSERT_EQ(colour(row, "name").isValid(), isLarge(row)) << row;
        ASSERT_EQ(colour(row, "zone"), isLarge(row) ? theme().redt : QColor());
        found += isLarge(row);
    }
    ASSERT_GT(found, 0);
    ASSERT_LT(found, model().rowCount());
    model().setColourRules({{large(), QStringLiteral("green"), QStringLiteral("name")}});
    EXPECT_EQ(colour(rowWhere(true), "name"), theme().grnt);
    EXPECT_FALSE(colour(rowWhere(true), "zone").isValid());
    model().setColourRules({});
    EXPECT_FALSE(colour(rowWhere(true), "name").isValid());
}

TEST_F(LedgerColours, TheFirstRuleWinsAndWhatCantBeReadPaintsNothing) {
    model().setColourRules(
        {{large(), QStringLiteral("amber"), QStringLiteral("name")}, {large(), QStringLiteral("red"), {}}});
    const int row = rowWhere(true);
    EXPECT_EQ(colour(row, "name"), theme().ambt);
    EXPECT_EQ(colour(row, "zone"), theme().redt);
    model().setColourRules({{QStringLiteral("总投资>="), QStringLiteral("red"), {}},
                            {large(), QStringLiteral("no such colour"), {}}});
    EXPECT_FALSE(colour(row, "name").isValid());
}

TEST_F(LedgerColours, AnEditAndItsUndoChangeTheColour) {
    model().setColourRules({{large(), QStringLiteral("red"), {}}});
    const int row = rowWhere(false);
    ASSERT_FALSE(colour(row, "name").isValid());
    enter(row, "total_investment", QStringLiteral("8"));
    ASSERT_TRUE(isLarge(row));
    EXPECT_EQ(colour(row, "name"), theme().redt);
    ASSERT_TRUE(ledger().undo());
    EXPECT_FALSE(colour(row, "name").isValid());
}

TEST_F(LedgerColours, ADeletedProjectDoesNotShiftTheOthers) {
    model().setColourRules({{large(), QStringLiteral("red"), {}}});
    ASSERT_GE(rowWhere(true), 0);
    EXPECT_TRUE(colour(rowWhere(true), "name").isValid());
    page().setConfirmation([](const QString &) { return true; });
    goTo(rowWhere(true), "name");
    press(Qt::Key_Minus, Qt::ControlModifier);
    QCoreApplication::processEvents();
    for (int row = 0; row < model().rowCount(); ++row)
        ASSERT_EQ(colour(row, "name").isValid(), isLarge(row)) << row;
}

TEST_F(LedgerColours, HeadsOfGroupsStayPlain) {
    model().setColourRules({{QStringLiteral("总投资>=0"), QStringLiteral("red"), {}}});
    groupBy(view(), {QStringLiteral("zone")});
    EXPECT_FALSE(colour(0, "name").isValid());
    EXPECT_TRUE(colour(1, "name").isValid());
}

TEST_F(LedgerColours, TheEditorSaysWhatIsWrongAndPaintsWhatIsRight) {
    ColourRulesEditor &rules = editor();
    auto &condition = *rules.findChild<QLineEdit *>(QStringLiteral("ruleCondition"));
    auto &problem = *rules.findChild<QLabel *>(QStringLiteral("ruleProblem"));
    EXPECT_TRUE(problem.isHidden()) << "nothing has been typed yet";
    condition.setText(QStringLiteral("总投资>="));
    EXPECT_FALSE(problem.isHidden());
    EXPECT_FALSE(problem.text().isEmpty());
    EXPECT_TRUE(model().colourRules().empty());
    condition.setText(large());
    EXPECT_TRUE(problem.isHidden());
    rules.findChild<QComboBox *>(QStringLiteral("ruleColour"))->setCurrentIndex(1);
    auto &column = *rules.findChild<QComboBox *>(QStringLiteral("ruleColumn"));
    column.setCurrentIndex(column.findData(QStringLiteral("name")));
    EXPECT_EQ(model().colourRules(),
              (std::vector<ColourRule>{{large(), QStringLiteral("amber"), QStringLiteral("name")}}));
    rules.findChild<QPushButton *>(QStringLiteral("addRule"))->click();
    EXPECT_EQ(rules.findChildren<QLineEdit *>(QStringLiteral("ruleCondition")).size(), 2);
    rules.findChild<QToolButton *>(QStringLiteral("removeRule"))->click();
    EXPECT_TRUE(model().colourRules().empty());
    rules.close();
}

TEST_F(LedgerColours, AViewKeepsItsRules) {
    const std::vector<ColourRule> rules{
        {large(), QStringLiteral("blue"), {}},
        {QStringLiteral("阶段=开工"), QStringLiteral("grey"), QStringLiteral("stage")}};
    model().setColourRules(rules);
    EXPECT_TRUE(views().isModified());
    views().startSaveAs();
    type(QStringLiteral("mine"));
    press(Qt::Key_Return);
    views().choose(0);
    EXPECT_TRUE(model().colourRules().empty());
    openWindow();
    ASSERT_TRUE(window->session().open(ledgerPath()));
    showLedger();
    views().choose(1);
    EXPECT_EQ(model().colourRules(), rules);
    EXPECT_FALSE(views().isModified());
    EXPECT_EQ(colour(rowWhere(true), "name"), theme().act);
    auto &again = editor();
    EXPECT_EQ(again.findChildren<QLineEdit *>(QStringLiteral("ruleCondition")).size(), 2);
    again.close();
}

} // namespace
} // namespace yipi::gui
