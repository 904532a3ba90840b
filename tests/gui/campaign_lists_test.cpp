// SPDX-License-Identifier: GPL-3.0-or-later
#include "records_cells.h"

#include "domain/campaign_entry.h"

#include <QListWidget>
#include <QSignalSpy>
#include <QTabBar>
#include <QTableView>

namespace yipi::gui {
namespace {

class CampaignLists : public RecordCells {
protected:
    void SetUp() override {
        RecordCells::SetUp();
        page().showKind(EntityKind::Campaign);
        campaign = view().currentRecord();
        ASSERT_TRUE(campaign);
    }
    CampaignListPanel &lists() { return *page().campaignPanel(); }
    CampaignListModel &entries() { return *lists().model(); }
    QString shown(int row, CampaignListModel::Column column) {
        return entries().index(row, column).data().toString();
    }
    const services::ListedProject &row(int index) { return entries().rows()[std::size_t(index)]; }
    /// A project that is not on the list shown.
    Project free() {
        const std::vector<qint64> all = ledger().projectIds({}, {}).value();
        for (const qint64 id : all) {
            const auto &rows = entries().rows();
            const bool isListed = std::any_of(rows.begin(), rows.end(),
                                              [&](const auto &listed) { return listed.project.id == id; });
            if (!isListed)
                return fromRecord<Project>(ledger().record(EntityKind::Project, id).value());
        }
        return {};
    }
    int rowOf(qint64 project) {
        for (int i = 0; i < entries().rowCount(); ++i)
            if (row(i).project.id == project)
                return i;
        return -1;
    }
    void invest(qint64 project, const QString &text) {
        const auto record = ledger().record(EntityKind::Project, project).value();
        ASSERT_TRUE(ledger().edit(EntityKind::Project, project, record.version,
                                  QStringLiteral("total_investment"), text));
    }
    void reason(const QString &text) {
        part<QLineEdit>("reasonLine")->setText(text);
        part<QPushButton>("reasonWrite")->click();
    }

    qint64 campaign = 0;
};

TEST_F(CampaignLists, TheLatestCampaignIsShownWithItsThreeLists) {
    EXPECT_EQ(ledger().referenceText(EntityKind::Campaign, campaign), "2024-3");
    EXPECT_EQ(entries().rowCount(), 11);
    auto *tabs = part<QTabBar>("batchTabs");
    EXPECT_EQ(tabs->tabText(0), QStringLiteral("签约一批 11"));
    EXPECT_EQ(tabs->tabText(1), QStringLiteral("开工一批 17"));
    EXPECT_EQ(tabs->tabText(2), QStringLiteral("投产一批 15"));
    EXPECT_TRUE(
        part<QLabel>("listTotals")->text().contains(QStringLiteral("合计 11 个　申报投资 53.42 亿元")))
        << part<QLabel>("listTotals")->text().toStdString();
    lists().showBatch(Batch::Produce);
    EXPECT_EQ(entries().rowCount(), 15);
    EXPECT_TRUE(part<QLabel>("listTotals")->text().contains(QStringLiteral("16.64 亿元")));
    page().showKind(EntityKind::Zone);
    EXPECT_FALSE(lists().isVisible());
}

TEST_F(CampaignLists, AddingFreezesTheFiguresOfTheMoment) {
    const Project project = free();
    invest(project.id, QStringLiteral("12345"));
    part<QPushButton>("listAdd")->click();
    auto *search = part<QLineEdit>("pickerSearch");
    EXPECT_EQ(QApplication::focusWidget(), search);
    search->setText(project.code);
    auto *found = part<QListWidget>("pickerFound");
    ASSERT_EQ(found->count(), 1);
    press(Qt::Key_Return); // to the list
    press(Qt::Key_Return); // takes what is current
    const int at = rowOf(project.id);
    ASSERT_GE(at, 0);
    EXPECT_EQ(shown(at, CampaignListModel::DeclaredInvestment), "12345.00");
    EXPECT_EQ(shown(at, CampaignListModel::InvestmentDifference), "0.00");
    EXPECT_FALSE(
        entries().index(at, CampaignListModel::InvestmentDifference).data(Qt::BackgroundRole).isValid());
    EXPECT_TRUE(found->item(0)->text().contains(QStringLiteral("已在本批")));
    EXPECT_FALSE(found->item(0)->flags() & Qt::ItemIsSelectable);

    invest(project.id, QStringLiteral("13000"));
    EXPECT_EQ(shown(at, CampaignListModel::DeclaredInvestment), "12345.00") << "frozen";
    EXPECT_EQ(shown(at, CampaignListModel::CurrentInvestment), "13000.00");
    EXPECT_EQ(shown(at, CampaignListModel::InvestmentDifference), "+655.00");
    EXPECT_TRUE(
        entries().index(at, CampaignListModel::InvestmentDifference).data(Qt::BackgroundRole).isValid());
}

TEST_F(CampaignLists, SeveralCodesAreAddedAtOnceInOneStep) {
    const int before = entries().rowCount();
    std::vector<Project> some;
    const std::vector<qint64> all = ledger().projectIds({}, {}).value();
    for (const qint64 id : all)
        if (rowOf(id) < 0 && some.size() < 3)
            some.push_back(fromRecord<Project>(ledger().record(EntityKind::Project, id).value()));
    lists().openPicker();
    part<QLineEdit>("pickerSearch")
        ->setText(QStringLiteral("%1、%2 %3，没有的").arg(some[0].code, some[1].code, some[2].code));
    EXPECT_EQ(part<QListWidget>("pickerFound")->selectedItems().size(), 3);
    EXPECT_TRUE(part<QLabel>("pickerProblem")->text().contains(QStringLiteral("没有的")));
    EXPECT_EQ(part<QPushButton>("pickerAdd")->text(), QStringLiteral("添加 3 个"));
    part<QPushButton>("pickerAdd")->click();
    EXPECT_EQ(entries().rowCount(), before + 3);
    ASSERT_TRUE(ledger().undo());
    EXPECT_EQ(entries().rowCount(), before);
    part<QPushButton>("pickerClose")->click();
    EXPECT_FALSE(part<QLineEdit>("pickerSearch")->isVisible());
}

TEST_F(CampaignLists, ADeclaredFigureAsksForAReason) {
    const qint64 entry = row(0).entry.id;
    const QString before = shown(0, CampaignListModel::DeclaredOutput);
    const auto change = [&](const QString &text) {
        entries().setData(entries().index(0, CampaignListModel::DeclaredOutput), text);
    };
    change(QStringLiteral("4321"));
    EXPECT_TRUE(part<QLineEdit>("reasonLine")->isVisible());
    EXPECT_TRUE(part<QLabel>("reasonWhat")->text().contains(QStringLiteral("4321")));
    reason(QStringLiteral("　"));
    EXPECT_FALSE(part<QLabel>("reasonProblem")->text().isEmpty());
    part<QPushButton>("reasonCancel")->click();
    EXPECT_EQ(shown(0, CampaignListModel::DeclaredOutput), before);

    change(QStringLiteral("很多"));
    reason(QStringLiteral("笔误"));
    EXPECT_TRUE(part<QLabel>("reasonProblem")->text().contains(QStringLiteral("很多")));
    change(QStringLiteral("4321"));
    reason(QStringLiteral("笔误"));
    EXPECT_FALSE(part<QLineEdit>("reasonLine")->isVisible());
    EXPECT_EQ(shown(0, CampaignListModel::DeclaredOutput), "4321.00");
    EXPECT_EQ(ledger().history(EntityKind::CampaignEntry, entry)->back().reason, QStringLiteral("笔误"));
    ASSERT_TRUE(ledger().undo());
    EXPECT_EQ(shown(0, CampaignListModel::DeclaredOutput), before);
    EXPECT_FALSE(entries().flags(entries().index(0, CampaignListModel::CurrentOutput)) & Qt::ItemIsEditable);
}

TEST_F(CampaignLists, FreezingAgainAndTakingOut) {
    invest(row(0).project.id, QStringLiteral("77777"));
    EXPECT_FALSE(part<QPushButton>("listRefreeze")->isEnabled()) << "nothing is selected";
    lists().view()->selectAll();
    part<QPushButton>("listRefreeze")->click();
    reason(QStringLiteral("省级核定"));
    EXPECT_EQ(shown(0, CampaignListModel::DeclaredInvestment), "77777.00");
    part<QPushButton>("listRefreeze")->click();
    reason(QStringLiteral("再来"));
    EXPECT_TRUE(part<QLabel>("reasonProblem")->text().contains(QStringLiteral("一致")));
    part<QPushButton>("reasonCancel")->click();

    const int before = entries().rowCount();
    const qint64 project = row(0).project.id;
    lists().view()->setCurrentIndex(entries().index(0, 0));
    part<QPushButton>("listRemove")->click();
    EXPECT_EQ(entries().rowCount(), before - 1);
    EXPECT_LT(rowOf(project), 0);
    ASSERT_TRUE(ledger().undo());
    EXPECT_EQ(entries().rowCount(), before);
}

TEST_F(CampaignLists, AProjectOpensInTheLedger) {
    QSignalSpy opened(&page(), &Page::projectListRequested);
    Q_EMIT lists().view()->doubleClicked(entries().index(0, CampaignListModel::Name));
    ASSERT_EQ(opened.size(), 1);
    EXPECT_EQ(window->currentPage()->title(), QStringLiteral("项目台账"));
}

TEST_F(CampaignLists, AListWithoutProjectsOffersToAddSome) {
    part<QPushButton>("addButton")->click();
    fill("year", QStringLiteral("2031"));
    fill("sequence", QStringLiteral("1"));
    part<QPushButton>("addRecord")->click();
    EXPECT_EQ(entries().rowCount(), 0);
    auto *empty = lists().findChild<EmptyState *>();
    EXPECT_EQ(empty->text(), QStringLiteral("签约一批还没有项目"));
    empty->findChild<QPushButton *>()->click();
    EXPECT_TRUE(part<QLineEdit>("pickerSearch")->isVisible());
}

} // namespace
} // namespace yipi::gui
