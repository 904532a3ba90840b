// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger_cells.h"

#include "gui/ledger/empty_state.h"
#include "gui/ledger/frozen_columns.h"
#include "gui/ledger/grouped_header_view.h"
#include "gui/shell/filter_bar.h"
#include "gui/widgets/strip_message.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace yipi::gui {
namespace {

class LedgerRows : public LedgerCells {
protected:
    int total() { return int(ledger().facts().projects.size()); }
    void filter(const QString &text) {
        auto *edit = part<QLineEdit>("filterEdit");
        edit->setText(text);
    }
    void clickHeader(const char *field, Qt::KeyboardModifiers keys = {}) {
        const int column = columnOf(field);
        view().scrollTo(cell(0, field));
        QHeaderView *header = view().isFrozen(column)
                                  ? static_cast<QTableView *>(view().frozenColumns())->horizontalHeader()
                                  : view().horizontalHeader();
        const QPoint place(header->sectionViewportPosition(column) + 10,
                           GroupedHeaderView::kGroupHeight + 20);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, keys, place);
    }
    std::vector<qint64> numbers(const char *field) {
        std::vector<qint64> found;
        for (int row = 0; row < model().rowCount(); ++row)
            if (const QVariant number = cell(row, field).data(LedgerTableModel::NumberRole); number.isValid())
                found.push_back(number.toLongLong());
        return found;
    }
};

TEST_F(LedgerRows, ShowsEveryProjectOfTheLedger) {
    EXPECT_EQ(model().rowCount(), total());
    EXPECT_EQ(part<QLabel>("countLabel")->text(), QStringLiteral("共 %1 行").arg(total()));
}

TEST_F(LedgerRows, AClickOnAHeaderSortsAndTheCurrentProjectStaysCurrent) {
    goTo(5, "total_investment");
    const qint64 project = model().projectAt(5);
    clickHeader("total_investment");
    std::vector<qint64> sorted = numbers("total_investment");
    EXPECT_GT(sorted.size(), 10u);
    EXPECT_TRUE(std::is_sorted(sorted.begin(), sorted.end()));
    EXPECT_EQ(model().projectAt(view().currentIndex().row()), project);
    clickHeader("total_investment");
    sorted = numbers("total_investment");
    EXPECT_TRUE(std::is_sorted(sorted.rbegin(), sorted.rend()));
    EXPECT_EQ(model().projectAt(view().currentIndex().row()), project);
    clickHeader("total_investment");
    EXPECT_TRUE(model().query().order.empty());
    EXPECT_EQ(model().projectAt(5), project);
}

TEST_F(LedgerRows, TheHeaderOfTheFrozenColumnsSortsToo) {
    clickHeader("name");
    ASSERT_EQ(model().query().order.size(), 1u);
    EXPECT_EQ(model().query().order.front().key, QStringLiteral("name"));
}

TEST_F(LedgerRows, AShiftClickSortsByAFurtherColumn) {
    clickHeader("stage");
    clickHeader("total_investment", Qt::ShiftModifier);
    clickHeader("total_investment", Qt::ShiftModifier);
    const std::vector<services::SortKey> expected{{QStringLiteral("stage"), Qt::AscendingOrder},
                                                  {QStringLiteral("total_investment"), Qt::DescendingOrder}};
    EXPECT_EQ(model().query().order, expected);
    for (int row = 1; row < model().rowCount(); ++row) {
        const auto stage = [&](int r) { return cell(r, "stage").data(LedgerTableModel::StageRole).toInt(); };
        const auto yuan = [&](int r) {
            return cell(r, "total_investment").data(LedgerTableModel::NumberRole).toLongLong();
        };
        ASSERT_LE(stage(row - 1), stage(row)) << row;
        if (stage(row - 1) == stage(row)) {
            ASSERT_GE(yuan(row - 1), yuan(row)) << row;
        }
    }
    const auto mark = [&](const char *field, int role) {
        return model().headerData(columnOf(field), Qt::Horizontal, role).toInt();
    };
    EXPECT_EQ(mark("stage", LedgerTableModel::SortPlaceRole), 1);
    EXPECT_EQ(mark("total_investment", LedgerTableModel::SortPlaceRole), 2);
    EXPECT_EQ(mark("total_investment", LedgerTableModel::SortRole), 2);
    clickHeader("total_investment", Qt::ShiftModifier);
    EXPECT_EQ(model().query().order.size(), 1u) << "the third click takes the column out";
    EXPECT_EQ(mark("stage", LedgerTableModel::SortPlaceRole), 0) << "no number for a single column";
    clickHeader("name");
    ASSERT_EQ(model().query().order.size(), 1u);
    EXPECT_EQ(model().query().order.front().key, QStringLiteral("name"))
        << "without Shift it is the only one";
}

TEST_F(LedgerRows, NoOrderOfNumbersAndLights) {
    clickHeader("light");
    EXPECT_TRUE(model().query().order.empty());
}

TEST_F(LedgerRows, TheFilterBoxNarrowsAndAnEmptyResultOffersTheWayBack) {
    const QString code = shown(3, "code");
    filter(code);
    ASSERT_GE(model().rowCount(), 1);
    EXPECT_LT(model().rowCount(), total());
    for (int row = 0; row < model().rowCount(); ++row)
        EXPECT_TRUE(shown(row, "code").contains(code));
    filter(QStringLiteral("没有这样的项目"));
    EXPECT_EQ(model().rowCount(), 0);
    auto *empty = part<EmptyState>("emptyState");
    ASSERT_TRUE(empty->isVisible());
    EXPECT_EQ(empty->text(), QStringLiteral("没有符合条件的项目"));
    EXPECT_FALSE(part<QPushButton>("deleteButton")->isEnabled());
    empty->findChild<QPushButton *>()->click();
    EXPECT_EQ(model().rowCount(), total());
    EXPECT_TRUE(view().isVisible());
}

TEST_F(LedgerRows, AConditionBehindAnEqualsSignFilters) {
    filter(QStringLiteral("=总投资 >= 5亿"));
    ASSERT_GT(model().rowCount(), 0);
    EXPECT_LT(model().rowCount(), total());
    for (const qint64 yuan : numbers("total_investment"))
        EXPECT_GE(yuan, 500'000'000);
    EXPECT_EQ(int(numbers("total_investment").size()), model().rowCount());
    EXPECT_FALSE(part<QLabel>("filterProblem")->isVisible());
    const int large = model().rowCount();
    filter(QStringLiteral("＝总投资 < 5亿 或 总投资 为空"));
    EXPECT_EQ(model().rowCount(), total() - large) << "a full-width sign does as well";
    filter({});
    EXPECT_EQ(model().rowCount(), total());
}

TEST_F(LedgerRows, AWrongConditionIsExplainedAndTheLastOneGoesOn) {
    filter(QStringLiteral("=总投资 >= 5亿"));
    const int large = model().rowCount();
    auto *problem = part<QLabel>("filterProblem");
    filter(QStringLiteral("=总投资 >= 5亿 且 总投"));
    EXPECT_EQ(model().rowCount(), large);
    EXPECT_TRUE(problem->isVisible());
    EXPECT_EQ(problem->text(), QStringLiteral("第 14 个字：没有字段“总投”，是否指“总投资”？"));
    filter(QStringLiteral("=开发区 = 没有的"));
    EXPECT_EQ(model().rowCount(), large);
    EXPECT_TRUE(problem->text().startsWith(QStringLiteral("台账中没有开发区“没有的”")));
    filter(QStringLiteral("5亿"));
    EXPECT_FALSE(problem->isVisible()) << "plain text again";
    EXPECT_NE(model().rowCount(), large);
}

TEST_F(LedgerRows, AConditionNarrowsTheOneOfTheFilterBar) {
    ProjectFilter wanted;
    wanted.where = QStringLiteral("industrial or strategic");
    Q_EMIT window->currentPage()->projectsRequested(wanted);
    filter(QStringLiteral("=战新 = 否 或 总投资 >= 5亿"));
    ProjectFilter both;
    both.where = QStringLiteral("(产业项目 或 战新) 且 (战新 = 否 或 总投资 >= 5亿)");
    const auto expected = ledger().projectIds(both, window->filterBar().scope().asOf.lastDay());
    ASSERT_TRUE(expected);
    EXPECT_EQ(model().rowCount(), int(expected->size()));
}

TEST_F(LedgerRows, AFilterOfAnotherPageOpensTheLedgerNarrowed) {
    const qint64 zone = ledger().zones().front().id;
    window->showPage(pageIndex(QStringLiteral("overview")));
    ProjectFilter wanted;
    wanted.zones = {zone};
    Q_EMIT window->currentPage()->projectsRequested(wanted);
    const auto expected = ledger().projectIds(wanted, window->filterBar().scope().asOf.lastDay());
    ASSERT_TRUE(expected);
    EXPECT_EQ(model().rowCount(), int(expected->size()));
    EXPECT_LT(model().rowCount(), total());
    for (int row = 0; row < model().rowCount(); ++row)
        EXPECT_EQ(stored(model().projectAt(row), "zone"), Value(zone));
    window->filterBar().clearFilter();
    EXPECT_EQ(model().rowCount(), total());
}

TEST_F(LedgerRows, AListOfExactlyTheseProjectsGivesWayToANewFilter) {
    const std::vector<qint64> ids{model().projectAt(4), model().projectAt(9)};
    window->showPage(pageIndex(QStringLiteral("overview")));
    Q_EMIT window->currentPage()->projectListRequested(ids, QStringLiteral("未开工"));
    EXPECT_EQ(model().rowCount(), 2);
    EXPECT_TRUE(part<StripMessage>("viewStrip")->text().contains(QStringLiteral("未开工")));
    filter(shown(0, "code"));
    EXPECT_EQ(model().rowCount(), 1);

    window->showPage(pageIndex(QStringLiteral("overview")));
    ProjectFilter wanted;
    wanted.zones = {ledger().zones().front().id};
    Q_EMIT window->currentPage()->projectsRequested(wanted);
    EXPECT_GT(model().rowCount(), 2) << "the filter bar and the rows below it agree";
    EXPECT_FALSE(part<StripMessage>("viewStrip")->isVisible());
    EXPECT_TRUE(part<QLineEdit>("filterEdit")->text().isEmpty()) << "of the list that is gone";
}

TEST_F(LedgerRows, TheSameFilterAskedForAgainLeavesTheListToo) {
    const qint64 project = model().projectAt(0);
    window->showPage(pageIndex(QStringLiteral("overview")));
    Q_EMIT window->currentPage()->projectListRequested({project}, QStringLiteral("一个"));
    EXPECT_EQ(model().rowCount(), 1);
    window->showPage(pageIndex(QStringLiteral("overview")));
    Q_EMIT window->currentPage()->projectsRequested({});
    EXPECT_EQ(model().rowCount(), total());
}

TEST_F(LedgerRows, DeletingAsksAndUndoBringsTheProjectBack) {
    goTo(3, "name");
    const qint64 project = model().projectAt(3);
    const auto record = ledger().record(EntityKind::Project, project);
    const int before = total();
    QString question;
    page().setConfirmation([&](const QString &asked) {
        question = asked;
        return false;
    });
    part<QPushButton>("deleteButton")->click();
    EXPECT_TRUE(question.contains(shown(3, "name"))) << question.toStdString();
    EXPECT_EQ(total(), before) << "not without a yes";

    page().setConfirmation([](const QString &) { return true; });
    part<QPushButton>("deleteButton")->click();
    EXPECT_EQ(total(), before - 1);
    EXPECT_EQ(model().rowOf(project), -1);
    EXPECT_EQ(view().currentIndex().row(), 3) << "the next project takes its place";
    view().setFocus();
    press(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(total(), before);
    EXPECT_EQ(model().rowOf(project), 3);
    EXPECT_EQ(ledger().record(EntityKind::Project, project)->values, record->values);
    const auto entries =
        ledger().recordsWhere(EntityKind::CampaignEntry, QStringLiteral("project"), Value(project));
    EXPECT_FALSE(entries->empty()) << "with what hangs on it";
}

TEST_F(LedgerRows, ANewRowIsNamedAndThenTyped) {
    const int before = total();
    part<QPushButton>("addButton")->click();
    auto *name = part<QLineEdit>("newName");
    ASSERT_TRUE(name->isVisible());
    EXPECT_EQ(QApplication::focusWidget(), name);
    press(Qt::Key_Return);
    EXPECT_FALSE(part<QLabel>("newReason")->text().isEmpty()) << "a project without a name";
    EXPECT_EQ(total(), before);
    typeChinese(name, QStringLiteral("玄武岩纤维示例项目"));
    part<QComboBox>("newZone")->setCurrentIndex(2);
    press(Qt::Key_Return);
    ASSERT_EQ(total(), before + 1);
    EXPECT_FALSE(name->isVisible());
    const int row = view().currentIndex().row();
    EXPECT_EQ(shown(row, "name"), QStringLiteral("玄武岩纤维示例项目"));
    EXPECT_EQ(stored(model().projectAt(row), "zone"), Value(ledger().zones()[2].id));
    enter(row, "total_investment", QStringLiteral("0.8"));
    EXPECT_EQ(stored(model().projectAt(row), "total_investment"), Value(qint64(80'000'000)));
    press(Qt::Key_Z, Qt::ControlModifier);
    press(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(total(), before);
}

TEST_F(LedgerRows, ANewRowOutsideTheFilterIsSaidSo) {
    filter(shown(0, "code"));
    part<QPushButton>("addButton")->click();
    typeChinese(part<QLineEdit>("newName"), QStringLiteral("别处的项目"));
    press(Qt::Key_Return);
    auto *strip = part<StripMessage>("strip");
    ASSERT_TRUE(strip->isVisible());
    EXPECT_TRUE(strip->text().contains(QStringLiteral("不符合当前筛选")));
    strip->findChildren<QPushButton *>().front()->click();
    EXPECT_EQ(model().rowCount(), total());
    EXPECT_EQ(shown(view().currentIndex().row(), "name"), QStringLiteral("别处的项目"));
}

class ReadOnlyLedger : public LedgerRows {
protected:
    void SetUp() override {
        DemoWindow::SetUp();
        window->session().close();
        auto other = services::LedgerService::open(ledgerPath(), services::Access::ReadWrite,
                                                   QStringLiteral("李同事"));
        ASSERT_TRUE(other) << other.error().text().toStdString();
        m_writer = std::move(*other);
        ASSERT_TRUE(window->session().open(ledgerPath()));
        ASSERT_TRUE(ledger().status().readOnly);
        showLedger();
    }

private:
    std::unique_ptr<services::LedgerService> m_writer;
};

TEST_F(ReadOnlyLedger, CanBeReadAndSaysWhyItCantBeEdited) {
    const QString why = ledger().status().readOnlyReason;
    ASSERT_FALSE(why.isEmpty());
    EXPECT_TRUE(window->strip().text().contains(why));
    EXPECT_EQ(model().rowCount(), total());
    const QString before = shown(0, "patron");
    EXPECT_TRUE(cell(0, "patron").data(Qt::ToolTipRole).toString().contains(why)) << "in the tooltip";
    goTo(0, "patron");
    for (const Qt::Key key : {Qt::Key_F2, Qt::Key_A}) {
        auto *strip = part<StripMessage>("strip");
        strip->clear();
        press(key);
        EXPECT_EQ(QApplication::focusWidget(), &view()) << "no editor";
        EXPECT_TRUE(strip->isVisible() && strip->text().contains(why)) << strip->text().toStdString();
    }
    typeChinese(&view(), QStringLiteral("赵"));
    EXPECT_EQ(shown(0, "patron"), before);
    goTo(0, "name");
    typeChinese(&view(), QStringLiteral("赵"));
    EXPECT_EQ(QApplication::focusWidget(), &view());
}

TEST_F(ReadOnlyLedger, OffersNoNewRowAndNoDeletion) {
    for (const char *name : {"addButton", "deleteButton"}) {
        EXPECT_FALSE(part<QPushButton>(name)->isEnabled()) << name;
        EXPECT_TRUE(part<QPushButton>(name)->toolTip().contains(ledger().status().readOnlyReason)) << name;
    }
    filter(QStringLiteral("没有这样的项目"));
    filter({});
    EXPECT_FALSE(part<QPushButton>("deleteButton")->isEnabled()) << "nor after filtering";
    const QStringList changes{QStringLiteral("新增行"),    QStringLiteral("删除项目"),
                              QStringLiteral("粘贴"),      QStringLiteral("清除单元格"),
                              QStringLiteral("向下填充"),  QStringLiteral("向右填充"),
                              QStringLiteral("批量填写…"), QStringLiteral("查找和替换…")};
    for (const QAction *action : page().pageActions())
        EXPECT_EQ(action->isEnabled(), !changes.contains(action->text())) << action->text().toStdString();
}

} // namespace
} // namespace yipi::gui
