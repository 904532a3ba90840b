// SPDX-License-Identifier: GPL-3.0-or-later
#include "import_fixture.h"

namespace yipi::gui {
namespace {

TEST_F(Import, AWorkbookIsPreviewedMappedAndCountedBeforeAnythingIsWritten) {
    EXPECT_TRUE(isDropZoneShown());
    const auto before = ledgerState();
    allowNewZones();
    choose(data("messy_three_sheets.xlsx"));
    ASSERT_EQ(session().state(), ImportSession::State::Ready) << session().error().text().toStdString();
    EXPECT_FALSE(isDropZoneShown());
    const QAbstractItemModel *sheets = table(QStringLiteral("工作表清单"))->model();
    ASSERT_EQ(sheets->rowCount(), 3);
    EXPECT_EQ(sheets->index(0, 1).data().toString(), QStringLiteral("签约一批"));
    EXPECT_EQ(sheets->index(0, 2).data().toString(), QStringLiteral("6 行"));
    EXPECT_EQ(sheets->index(0, 3).data().toString(), QStringLiteral("亿元"));
    EXPECT_EQ(sheets->index(1, 2).data().toString(), QStringLiteral("4 行"));
    EXPECT_EQ(sheets->index(2, 2).data().toString(), QStringLiteral("3 行"));
    EXPECT_GT(table(QStringLiteral("工作表预览"))->model()->rowCount(), 6);
    EXPECT_EQ(balance(), QStringLiteral("13 行 = 13 新增 + 0 更新 + 0 不变 + 0 跳过 + 0 错误"));
    EXPECT_EQ(writeButton()->text(), QStringLiteral("写入 13 行"));
    EXPECT_TRUE(writeButton()->isEnabled());
    EXPECT_EQ(ledgerState(), before);
}

TEST_F(Import, WritingIsOneStepThatUndoTakesBack) {
    const auto before = ledgerState();
    allowNewZones();
    choose(data("messy_three_sheets.xlsx"));
    QTest::mouseClick(writeButton(), Qt::LeftButton);
    ASSERT_TRUE(QTest::qWaitFor([&] { return !session().isBusy(); }, 20000));
    EXPECT_TRUE(strip()->text().contains(QStringLiteral("新增 13 行"))) << strip()->text().toStdString();
    EXPECT_EQ(std::get<1>(ledgerState()), std::get<1>(before) + 1);
    EXPECT_EQ(std::get<2>(ledgerState()), std::get<2>(before) + 13);
    EXPECT_EQ(value(QStringLiteral("生物饲料示例项目"), "actual_start"), Value(QStringLiteral("2024-06-20")));
    EXPECT_EQ(balance(), QStringLiteral("13 行 = 0 新增 + 0 更新 + 13 不变 + 0 跳过 + 0 错误"));
    EXPECT_FALSE(writeButton()->isEnabled()) << "nothing is left to write";
    page().setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(ledgerState(), before);
    EXPECT_EQ(balance(), QStringLiteral("13 行 = 13 新增 + 0 更新 + 0 不变 + 0 跳过 + 0 错误"));
}

TEST_F(Import, AChangedColumnIsPlannedAnewAndWrittenSo) {
    const QString name = QStringLiteral("焦炉煤气制氢,一期");
    part<QComboBox>("campaignBox")->setCurrentText(QStringLiteral("2024-2"));
    choose(data("workbooks/csv_utf8.csv"));
    Q_EMIT part<QComboBox>("campaignBox")->activated(0);
    ASSERT_GE(mappingRow(QStringLiteral("备注")), 0);
    assign(QStringLiteral("备注"), QStringLiteral("content"));
    EXPECT_EQ(table(QStringLiteral("列映射"))
                  ->model()
                  ->index(mappingRow(QStringLiteral("备注")), MappingModel::Field)
                  .data(MappingModel::FieldKeyRole)
                  .toString(),
              QStringLiteral("content"));
    assign(QStringLiteral("签约时间"), {});
    EXPECT_EQ(session().state(), ImportSession::State::Ready);
    ASSERT_TRUE(writeButton()->isEnabled());
    EXPECT_FALSE(projectNamed(name)) << "not before 写入";
    QTest::mouseClick(writeButton(), Qt::LeftButton);
    EXPECT_EQ(value(name, "content"), Value(QStringLiteral("含引号\"重点\"")));
    EXPECT_EQ(value(name, "remarks"), Value());
    EXPECT_EQ(value(name, "total_investment"), Value(qint64(120'000'000)));
}

TEST_F(Import, AFileWithErrorsWaitsForTheConsentToItsGoodRows) {
    const auto before = ledgerState();
    choose(data("workbooks/amounts.xlsx"));
    EXPECT_EQ(balance(), QStringLiteral("11 行 = 6 新增 + 0 更新 + 0 不变 + 0 跳过 + 5 错误"));
    EXPECT_FALSE(writeButton()->isEnabled());
    EXPECT_TRUE(writeButton()->toolTip().contains(QStringLiteral("5 处错误")));
    session().write();
    EXPECT_EQ(ledgerState(), before);
    auto *accept = part<QCheckBox>("acceptValidBox");
    accept->setChecked(true);
    EXPECT_EQ(writeButton()->text(), QStringLiteral("只写入无误的 6 行"));
    QTest::mouseClick(writeButton(), Qt::LeftButton);
    EXPECT_EQ(std::get<0>(ledgerState()), std::get<0>(before) + 6);
    EXPECT_EQ(value(QStringLiteral("金额写法项目丙"), "total_investment"), Value(qint64(120'000'000)));
    EXPECT_FALSE(projectNamed(QStringLiteral("金额写法项目壬")));
    choose(data("workbooks/dates.xlsx"));
    EXPECT_FALSE(accept->isChecked()) << "the consent was to another file";
    EXPECT_FALSE(writeButton()->isEnabled());
}

TEST_F(Import, FindingsStandErrorsFirstAndLeadToTheirCell) {
    choose(data("workbooks/amounts.xlsx"));
    QTableView *findings = table(QStringLiteral("逐格问题"));
    EXPECT_TRUE(findings->model()
                    ->index(0, FindingsModel::Message)
                    .data()
                    .toString()
                    .contains(QStringLiteral("面议")));
    Q_EMIT findings->clicked(findings->model()->index(0, 0));
    EXPECT_EQ(table(QStringLiteral("工作表预览"))->currentIndex().data().toString(), QStringLiteral("面议"));
}

TEST_F(Import, WhatCantBeReadIsSaidInThePageAndNothingIsLeftToWrite) {
    const auto before = ledgerState();
    QByteArray encrypted = QByteArray("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8) + QByteArray(504, '\0');
    for (const char *stream : {"Root Entry", "EncryptedPackage"}) {
        for (const char *c = stream; *c; ++c)
            encrypted += QByteArray(c, 1) + QByteArray(1, '\0');
        encrypted += QByteArray(1000, '\0');
    }
    const std::pair<QString, const char *> cases[] = {
        {folder.filePath(QStringLiteral("没有.xlsx")), "找不到文件"},
        {file("密.xlsx", encrypted), "密码"},
        {file("文.xlsx", "hello, world"), "不是电子表格"},
        {data("refused/old.xls"), ".xls"}};
    for (const auto &[path, words] : cases) {
        choose(data("workbooks/amounts.xlsx"));
        part<QCheckBox>("acceptValidBox")->setChecked(true);
        choose(path);
        EXPECT_EQ(session().state(), ImportSession::State::Failed) << words;
        EXPECT_TRUE(strip()->isVisible() && strip()->text().contains(QString::fromUtf8(words)))
            << strip()->text().toStdString();
        EXPECT_TRUE(isDropZoneShown()) << words;
        EXPECT_FALSE(writeButton()->isEnabled()) << words;
        part<QCheckBox>("acceptValidBox")->setChecked(true);
        EXPECT_EQ(session().state(), ImportSession::State::Failed) << "the file before is not taken up again";
    }
    EXPECT_EQ(ledgerState(), before);
}

TEST_F(Import, CancellingReadsAndWritesNothing) {
    const auto before = ledgerState();
    allowNewZones();
    page().openFiles({data("messy_three_sheets.xlsx")});
    session().cancel();
    ASSERT_TRUE(QTest::qWaitFor([&] { return !session().isBusy(); }, 20000));
    EXPECT_EQ(session().state(), ImportSession::State::Empty);
    EXPECT_TRUE(isDropZoneShown());
    choose(data("messy_three_sheets.xlsx"));
    ASSERT_EQ(session().state(), ImportSession::State::Ready);
    bool asked = false;
    QObject::connect(&session(), &ImportSession::progressed, &session(), [&] {
        if (session().state() == ImportSession::State::Writing) {
            asked = true;
            session().cancel();
        }
    });
    QTest::mouseClick(writeButton(), Qt::LeftButton);
    EXPECT_TRUE(asked);
    EXPECT_EQ(ledgerState(), before);
    EXPECT_TRUE(writeButton()->isEnabled()) << "everything as before";
}

/// A reading was told to be over twice when its thread was slow to go: the page went empty without a word.
TEST_F(Import, WhatWasReadStaysOnThePage) {
    choose(data("workbooks/csv_utf8.csv"));
    ASSERT_EQ(session().state(), ImportSession::State::Ready);
    const std::size_t rows = session().plan().sheets.front().rows.size();
    ASSERT_GT(rows, 0u);
    auto *reading = session().findChild<QFutureWatcherBase *>();
    ASSERT_TRUE(reading);
    QMetaObject::invokeMethod(reading, "finished", Qt::DirectConnection);
    session().setOptions(session().options()); // plans what is there now
    EXPECT_EQ(session().state(), ImportSession::State::Ready);
    EXPECT_FALSE(isDropZoneShown());
    EXPECT_EQ(session().plan().sheets.front().rows.size(), rows);
}

TEST_F(Import, TheLedgerCanBeClosedAfterAnImport) {
    choose(data("workbooks/amounts.xlsx"));
    window->session().close(); // hung: it waited for a reading that was over
    EXPECT_FALSE(window->session().isOpen());
}

} // namespace
} // namespace yipi::gui
