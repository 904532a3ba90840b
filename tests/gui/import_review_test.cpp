// SPDX-License-Identifier: GPL-3.0-or-later
// Several files, fixes typed into cells, and the questions about similar projects and conflicts.
#include "gui/import/import_review.h"
#include "gui/import/mapping_panel.h"
#include "gui/import/row_choice_model.h"
#include "gui/import/sheet_list_model.h"
#include "gui/import/sheet_preview_model.h"
#include "import_fixture.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMimeData>
#include <QTabWidget>

namespace yipi::gui {
namespace {

class ImportReviewing : public Import {
protected:
    /// A list of signed projects as csv: name, investor, investment in 万元.
    QString list(const char *name, const QStringList &rows) {
        return file(name,
                    (QStringLiteral("2024年第2次签约一批\n项目名称,开发区,投资方,总投资（万元）,签约时间\n") +
                     rows.join(u'\n') + u'\n')
                        .toUtf8());
    }
    QAbstractItemModel *findings() { return table(QStringLiteral("逐格问题"))->model(); }
    QAbstractItemModel *choices() { return table(QStringLiteral("疑似重复和冲突"))->model(); }
    QAbstractItemModel *sheets() { return table(QStringLiteral("工作表清单"))->model(); }
    QAbstractItemModel *preview() { return table(QStringLiteral("工作表预览"))->model(); }
    /// Types behind the finding as a person does.
    void typeFix(int row, const QString &text) {
        QTableView *view = table(QStringLiteral("逐格问题"));
        view->edit(view->model()->index(row, FindingsModel::Fix));
        auto *edit = view->findChild<QLineEdit *>();
        ASSERT_TRUE(edit);
        edit->selectAll();
        typeChinese(edit, text);
        QSignalSpy fixed(page().findChild<ImportReview *>(), &ImportReview::fixed);
        QTest::keyClick(edit, Qt::Key_Return);
        EXPECT_TRUE(fixed.count() > 0 || fixed.wait(5000));
    }
    void choose(int row, const QString &words) {
        QTableView *view = table(QStringLiteral("疑似重复和冲突"));
        const QModelIndex cell = view->model()->index(row, RowChoiceModel::Choice);
        const QStringList options = cell.data(RowChoiceModel::kOptionsRole).toStringList();
        const auto wanted = std::find_if(options.begin(), options.end(),
                                         [&](const QString &option) { return option.contains(words); });
        ASSERT_NE(wanted, options.end()) << options.join(u'|').toStdString();
        page().findChild<ImportReview *>()->findChild<QTabWidget *>()->setCurrentIndex(1);
        view->setCurrentIndex({});
        view->setCurrentIndex(cell);
        auto *combo = view->findChild<QComboBox *>();
        ASSERT_TRUE(combo);
        combo->setCurrentIndex(int(wanted - options.begin()));
        Q_EMIT combo->activated(combo->currentIndex());
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // the list that was used
    }
    using Import::choose;
};

TEST_F(ImportReviewing, SeveralFilesAreListedWithTheirCountsAndWrittenAsOneStep) {
    const auto before = ledgerState();
    choose({list("孝义经开区.csv", {QStringLiteral("甲新项目,,甲公司,1200,2024-05-10")}),
            list("文水经开区.csv", {QStringLiteral("乙新项目,,乙公司,800,2024-05-10"),
                                    QStringLiteral("丙新项目,,丙公司,面议,2024-05-10")})});
    ASSERT_EQ(sheets()->rowCount(), 4);
    EXPECT_TRUE(sheets()->index(0, 0).data().toString().contains(QStringLiteral("孝义经开区.csv　新增 1")));
    EXPECT_TRUE(sheets()->index(2, 0).data().toString().endsWith(QStringLiteral("错误 1")));
    EXPECT_EQ(balance(), QStringLiteral("3 行 = 2 新增 + 0 更新 + 0 不变 + 0 跳过 + 1 错误"));
    part<QCheckBox>("acceptValidBox")->setChecked(true);
    QTest::mouseClick(writeButton(), Qt::LeftButton);
    EXPECT_EQ(std::get<0>(ledgerState()), std::get<0>(before) + 2);
    EXPECT_EQ(std::get<1>(ledgerState()), std::get<1>(before) + 1);
    const auto zone = std::get<qint64>(value(QStringLiteral("甲新项目"), "zone"));
    EXPECT_EQ(ledger().referenceText(EntityKind::Zone, zone), QStringLiteral("孝义经开区"));
    EXPECT_TRUE(ledger().undo());
    EXPECT_EQ(ledgerState(), before);
}

TEST_F(ImportReviewing, AFileThatCantBeReadKeepsTheOthersFromBeingWrittenUntilItIsTakenAway) {
    choose({list("孝义经开区.csv", {QStringLiteral("甲新项目,,甲公司,1200,2024-05-10")}),
            file("坏.xlsx", "no workbook at all")});
    EXPECT_EQ(session().state(), ImportSession::State::Ready);
    ASSERT_EQ(sheets()->rowCount(), 3);
    EXPECT_TRUE(sheets()->index(2, 0).data().toString().contains(QStringLiteral("读不出")));
    EXPECT_FALSE(writeButton()->isEnabled());
    EXPECT_TRUE(writeButton()->toolTip().contains(QStringLiteral("读不出")));
    table(QStringLiteral("工作表清单"))->selectRow(2);
    QTest::mouseClick(part<QPushButton>("removeFile"), Qt::LeftButton);
    EXPECT_EQ(sheets()->rowCount(), 1);
    EXPECT_TRUE(writeButton()->isEnabled());
}

TEST_F(ImportReviewing, DroppedFilesJoinThoseOnThePage) {
    choose(list("孝义经开区.csv", {QStringLiteral("甲新项目,,甲公司,1200,2024-05-10")}));
    page().addFiles({list("文水经开区.csv", {QStringLiteral("乙新项目,,乙公司,800,2024-05-10")})});
    ASSERT_TRUE(QTest::qWaitFor([&] { return !session().isBusy(); }, 20000));
    EXPECT_EQ(session().files().size(), 2u);
    EXPECT_EQ(balance(), QStringLiteral("2 行 = 2 新增 + 0 更新 + 0 不变 + 0 跳过 + 0 错误"));
}

TEST_F(ImportReviewing, CellsCopiedElsewhereAreImportedLikeAFile) {
    QGuiApplication::clipboard()->setText(
        QStringLiteral("2024年第2次签约一批\t\t\t\n项目名称\t开发区\t总投资（万元）\t签约时间\n贴入项目\t孝义"
                       "\t1200\t2024-05-10\n"));
    for (QAction *action : page().pageActions())
        if (action->shortcut() == QKeySequence(QKeySequence::Paste))
            action->trigger();
    ASSERT_EQ(session().state(), ImportSession::State::Ready) << strip()->text().toStdString();
    EXPECT_EQ(balance(), QStringLiteral("1 行 = 1 新增 + 0 更新 + 0 不变 + 0 跳过 + 0 错误"));
    QTest::mouseClick(writeButton(), Qt::LeftButton);
    EXPECT_TRUE(projectNamed(QStringLiteral("贴入项目")));
    QGuiApplication::clipboard()->setText(QString());
    for (QAction *action : page().pageActions())
        if (action->shortcut() == QKeySequence(QKeySequence::Paste))
            action->trigger();
    EXPECT_TRUE(strip()->isVisible() && strip()->text().contains(QStringLiteral("剪贴板")))
        << strip()->text().toStdString();
}

TEST_F(ImportReviewing, AColumnAssignedByHandIsKnownNextTime) {
    const auto odd = [this](const char *name, const char *project) {
        return file(
            name, (QStringLiteral(
                       "2024年第2次签约一批\n项目名称,开发区,怪列甲,签约时间\n%1,孝义,某某内容,2024-05-10\n")
                       .arg(QString::fromUtf8(project)))
                      .toUtf8());
    };
    choose(odd("一.csv", "记忆项目甲"));
    assign(QStringLiteral("怪列甲"), QStringLiteral("content"));
    QTest::mouseClick(writeButton(), Qt::LeftButton);
    EXPECT_EQ(value(QStringLiteral("记忆项目甲"), "content"), Value(QStringLiteral("某某内容")));
    choose(odd("二.csv", "记忆项目乙"));
    EXPECT_EQ(table(QStringLiteral("列映射"))
                  ->model()
                  ->index(mappingRow(QStringLiteral("怪列甲")), MappingModel::Field)
                  .data(MappingModel::FieldKeyRole)
                  .toString(),
              QStringLiteral("content"));
    QTest::mouseClick(writeButton(), Qt::LeftButton);
    EXPECT_EQ(value(QStringLiteral("记忆项目乙"), "content"), Value(QStringLiteral("某某内容")));
}

TEST_F(ImportReviewing, AnUnknownColumnBecomesACustomField) {
    const auto book = [this](const char *name, const char *project) {
        return file(name, (QStringLiteral("2024年第2次签约一批\n项目名称,开发区,设备台数,签约时间\n"
                                          "%1,孝义,120,2024-05-10\n")
                               .arg(QString::fromUtf8(project)))
                              .toUtf8());
    };
    const auto shown = [this] {
        return table(QStringLiteral("列映射"))
            ->model()
            ->index(mappingRow(QStringLiteral("设备台数")), MappingModel::Field)
            .data()
            .toString();
    };
    choose(book("一.csv", "自建字段项目甲"));
    assign(QStringLiteral("设备台数"), QStringLiteral("custom"));
    EXPECT_EQ(shown(), QStringLiteral("新建 · 设备台数"));
    QTest::mouseClick(writeButton(), Qt::LeftButton);
    EXPECT_EQ(value(QStringLiteral("自建字段项目甲"), "custom_1"), Value(qint64(12000)));
    choose(book("二.csv", "自建字段项目乙"));
    EXPECT_EQ(shown(), QStringLiteral("自定义 · 设备台数")) << "known by its name";
    QTest::mouseClick(writeButton(), Qt::LeftButton);
    EXPECT_EQ(value(QStringLiteral("自建字段项目乙"), "custom_1"), Value(qint64(12000)));
    ASSERT_TRUE(ledger().undo());
    ASSERT_TRUE(ledger().undo());
    EXPECT_EQ(ledger().fieldIndex(EntityKind::Project, QStringLiteral("custom_1")), -1);
}

TEST_F(ImportReviewing, AMappingGoesToAnotherOfficeAsAFile) {
    const QString path = folder.filePath(QStringLiteral("映射.json"));
    page().findChild<MappingPanel *>()->setPathChooser([&](const QString &) { return path; });
    const auto odd = [this](const char *name) {
        return file(name, QStringLiteral("2024年第2次签约一批\n项目名称,开发区,怪列乙,签约时间\n"
                                         "文件映射项目,孝义,某某内容,2024-05-10\n")
                              .toUtf8());
    };
    const auto fieldOf = [this](const QString &header) {
        return table(QStringLiteral("列映射"))
            ->model()
            ->index(mappingRow(header), MappingModel::Field)
            .data(MappingModel::FieldKeyRole)
            .toString();
    };
    choose(odd("一.csv"));
    assign(QStringLiteral("怪列乙"), QStringLiteral("remarks"));
    QTest::mouseClick(part<QPushButton>("saveMapping"), Qt::LeftButton);
    choose(odd("一.csv"));
    ASSERT_EQ(fieldOf(QStringLiteral("怪列乙")), QString())
        << "nothing was written, so nothing is remembered";
    QTest::mouseClick(part<QPushButton>("loadMapping"), Qt::LeftButton);
    EXPECT_EQ(fieldOf(QStringLiteral("怪列乙")), QStringLiteral("remarks"));
    file("映射.json", "{\"一\": {\"C\": \"no_such_field\"}}");
    QTest::mouseClick(part<QPushButton>("loadMapping"), Qt::LeftButton);
    EXPECT_TRUE(strip()->isVisible() && strip()->text().contains(QStringLiteral("no_such_field")))
        << strip()->text().toStdString();
    EXPECT_EQ(fieldOf(QStringLiteral("怪列乙")), QStringLiteral("remarks")) << "as it was";
    EXPECT_EQ(session().state(), ImportSession::State::Ready);
}

TEST_F(ImportReviewing, AFindingLeadsToItsTableOfTheSheet) {
    choose(file("两表.csv", QStringLiteral("2024年第2次签约一批\n项目名称,开发区,总投资（万元）,签约时间\n"
                                           "上表项目,孝义,面议,2024-05-10\n\n2024年第2次开工一批\n"
                                           "项目名称,开发区,投资方,总投资（万元）,实际开工\n"
                                           "下表项目,孝义,甲公司,面议,2024-05-10\n")
                                .toUtf8()));
    ASSERT_EQ(sheets()->rowCount(), 2) << sheets()->index(0, 0).data().toString().toStdString();
    QTableView *view = table(QStringLiteral("逐格问题"));
    for (int row = 0; row < 2; ++row) {
        Q_EMIT view->clicked(findings()->index(row, 0));
        EXPECT_EQ(table(QStringLiteral("工作表清单"))->currentIndex().row(), row);
        EXPECT_EQ(table(QStringLiteral("工作表预览"))->currentIndex().data().toString(),
                  QStringLiteral("面议"));
    }
}

TEST_F(ImportReviewing, AFixIsTypedOnceForAllAlikeAndTheFileStays) {
    const QString path = list("表.csv", {QStringLiteral("甲新项目,孝义,甲公司,面议,2024-05-10"),
                                         QStringLiteral("乙新项目,孝义,乙公司,面议,2024-05-10"),
                                         QStringLiteral("丙新项目,孝义,丙公司,300,2024-05-10")});
    choose(path);
    EXPECT_EQ(balance(), QStringLiteral("3 行 = 1 新增 + 0 更新 + 0 不变 + 0 跳过 + 2 错误"));
    EXPECT_EQ(findings()->index(0, FindingsModel::Alike).data().toString(), QStringLiteral("同类 2"));
    typeFix(0, QStringLiteral("1.2亿"));
    EXPECT_EQ(balance(), QStringLiteral("3 行 = 3 新增 + 0 更新 + 0 不变 + 0 跳过 + 0 错误"));
    QFile original(path);
    ASSERT_TRUE(original.open(QIODevice::ReadOnly));
    EXPECT_TRUE(original.readAll().contains("面议"));
    QTest::mouseClick(writeButton(), Qt::LeftButton);
    EXPECT_EQ(value(QStringLiteral("乙新项目"), "total_investment"), Value(qint64(120'000'000)));
}

TEST_F(ImportReviewing, AFixOfOneCellLeavesItsLikes) {
    choose(list("表.csv", {QStringLiteral("甲新项目,孝义,甲公司,面议,2024-05-10"),
                           QStringLiteral("乙新项目,孝义,乙公司,面议,2024-05-10")}));
    part<QCheckBox>("alikeBox")->setChecked(false);
    typeFix(0, QStringLiteral("500"));
    EXPECT_EQ(balance(), QStringLiteral("2 行 = 1 新增 + 0 更新 + 0 不变 + 0 跳过 + 1 错误"));
}

TEST_F(ImportReviewing, ACellOfThePreviewCanBeTypedOver) {
    choose(list("表.csv", {QStringLiteral("甲新项目,孝义,甲公司,面议,2024-05-10")}));
    EXPECT_EQ(preview()->headerData(2, Qt::Vertical).toString(), QStringLiteral("有误 3"));
    EXPECT_FALSE(preview()->flags(preview()->index(1, 3)) & Qt::ItemIsEditable) << "not the header";
    ASSERT_TRUE(preview()->setData(preview()->index(2, 3), QStringLiteral("700")));
    QCoreApplication::processEvents();
    EXPECT_EQ(preview()->headerData(2, Qt::Vertical).toString(), QStringLiteral("新增 3"));
    EXPECT_EQ(preview()->index(2, 3).data().toString(), QStringLiteral("700"));
}

TEST_F(ImportReviewing, SuggestionsAreTakenAllAtOnce) {
    choose(list("表.csv", {QStringLiteral("甲新项目,孝义经开曲,甲公司,100,2024-05-10"),
                           QStringLiteral("乙新项目,文水经开曲,乙公司,100,2024-05-10")}));
    EXPECT_EQ(balance(), QStringLiteral("2 行 = 0 新增 + 0 更新 + 0 不变 + 0 跳过 + 2 错误"));
    EXPECT_TRUE(findings()->index(0, FindingsModel::Fix).data().toString().contains(QStringLiteral("孝义")));
    auto *accept = part<QPushButton>("acceptSuggestions");
    ASSERT_TRUE(accept->isEnabled());
    QTest::mouseClick(accept, Qt::LeftButton);
    EXPECT_EQ(balance(), QStringLiteral("2 行 = 2 新增 + 0 更新 + 0 不变 + 0 跳过 + 0 错误"));
    EXPECT_FALSE(accept->isEnabled());
}

TEST_F(ImportReviewing, ConflictsAreDecidedRowByRow) {
    const QString name = QStringLiteral("甲新项目");
    const QString path = list("一.csv", {QStringLiteral("甲新项目,孝义,甲公司,1200,2024-05-10")});
    choose(path);
    QTest::mouseClick(writeButton(), Qt::LeftButton);
    choose(list("二.csv", {QStringLiteral("甲新项目,孝义,甲公司,1500,2024-05-10")}));
    ASSERT_EQ(choices()->rowCount(), 1);
    EXPECT_TRUE(choices()->index(0, RowChoiceModel::Case).data().toString().contains(QStringLiteral("1500")));
    EXPECT_EQ(balance(), QStringLiteral("1 行 = 0 新增 + 1 更新 + 0 不变 + 0 跳过 + 0 错误"));
    choose(0, QStringLiteral("留台账"));
    EXPECT_EQ(balance(), QStringLiteral("1 行 = 0 新增 + 0 更新 + 1 不变 + 0 跳过 + 0 错误"));
    choose(0, QStringLiteral("用本表"));
    QTest::mouseClick(writeButton(), Qt::LeftButton);
    EXPECT_EQ(value(name, "total_investment"), Value(qint64(15'000'000)));
}

TEST_F(ImportReviewing, ASimilarProjectIsTheSameOnceThePersonSaysSo) {
    choose(list("一.csv", {QStringLiteral("年产五万吨铝镁合金压铸件项目,孝义,甲公司,1200,2024-05-10")}));
    QTest::mouseClick(writeButton(), Qt::LeftButton);
    const auto before = ledgerState();
    choose(list("二.csv", {QStringLiteral("年产五万吨铝美合金压铸件项目,孝义,甲公司,1200,2024-05-10")}));
    ASSERT_EQ(choices()->rowCount(), 1);
    choose(0, QStringLiteral("只补空白"));
    EXPECT_EQ(balance(), QStringLiteral("1 行 = 0 新增 + 0 更新 + 1 不变 + 0 跳过 + 0 错误"));
    EXPECT_EQ(choices()->rowCount(), 1) << "it can be thought over";
    choose(0, QStringLiteral("按本表更新"));
    EXPECT_EQ(balance(), QStringLiteral("1 行 = 0 新增 + 0 更新 + 1 不变 + 0 跳过 + 0 错误"))
        << "the ledger's name stays";
    choose(0, QStringLiteral("按本表更新并改名"));
    EXPECT_EQ(balance(), QStringLiteral("1 行 = 0 新增 + 1 更新 + 0 不变 + 0 跳过 + 0 错误"));
    QTest::mouseClick(writeButton(), Qt::LeftButton);
    EXPECT_EQ(std::get<0>(ledgerState()), std::get<0>(before));
    EXPECT_TRUE(projectNamed(QStringLiteral("年产五万吨铝美合金压铸件项目")));
}

TEST_F(ImportReviewing, TheFileIsWrittenWithItsFaultsMarked) {
    choose(list("表.csv", {QStringLiteral("甲新项目,孝义,甲公司,面议,2024-05-10"),
                           QStringLiteral("乙新项目,孝义,乙公司,300,2024-05-10")}));
    const QString out = folder.filePath(QStringLiteral("问题.xlsx"));
    QString suggested;
    page().setPathChooser([&](const QString &suggestion) {
        suggested = suggestion;
        return out;
    });
    QTest::mouseClick(part<QPushButton>("exportMarked"), Qt::LeftButton);
    EXPECT_TRUE(suggested.endsWith(QStringLiteral("表-问题.xlsx"))) << suggested.toStdString();
    const auto written = exchange::readWorkbook(out);
    ASSERT_TRUE(written) << written.error().text().toStdString();
    const exchange::Sheet &sheet = written->sheets.front();
    EXPECT_EQ(sheet.cell(3, 4).text, QStringLiteral("面议"));
    EXPECT_TRUE(sheet.cell(3, 7).text.startsWith(QStringLiteral("错误：")));
    EXPECT_TRUE(sheet.cell(4, 7).text.startsWith(QStringLiteral("提示：表中没有“产业项目”")))
        << "the good row has no fault of its own";
}

TEST_F(ImportReviewing, TheMarkedCopiesOfSeveralFilesGoToOneFolder) {
    const QStringList faulty{QStringLiteral("甲新项目,孝义,甲公司,面议,2024-05-10")};
    choose({list("一.csv", faulty), list("二.csv", faulty)});
    file("一-问题.xlsx", "somebody's");
    int asked = 0;
    page().setPathChooser([](const QString &) {
        ADD_FAILURE() << "asks for each file";
        return QString();
    });
    page().setFolderChooser([&] {
        ++asked;
        return folder.path();
    });
    QTest::mouseClick(part<QPushButton>("exportMarked"), Qt::LeftButton);
    EXPECT_EQ(asked, 1);
    for (const char *name : {"一-问题-2.xlsx", "二-问题.xlsx"})
        EXPECT_TRUE(exchange::readWorkbook(folder.filePath(QString::fromUtf8(name)))) << name;
    EXPECT_TRUE(strip()->text().contains(QStringLiteral("2 个"))) << strip()->text().toStdString();
    page().setFolderChooser([] { return QString(); });
    QTest::mouseClick(part<QPushButton>("exportMarked"), Qt::LeftButton);
    EXPECT_FALSE(QFile::exists(folder.filePath(QStringLiteral("二-问题-2.xlsx")))) << "cancelled";
}

TEST_F(ImportReviewing, ADoubtNamesItsFileAmongSeveral) {
    choose(list("旧.csv", {QStringLiteral("年产五万吨铝镁合金压铸件项目,孝义,甲公司,1200,2024-05-10")}));
    QTest::mouseClick(writeButton(), Qt::LeftButton);
    choose({list("一.csv", {QStringLiteral("甲新项目,孝义,甲公司,300,2024-05-10")}),
            list("二.csv", {QStringLiteral("年产五万吨铝美合金压铸件项目,孝义,甲公司,1200,2024-05-10")})});
    ASSERT_EQ(choices()->rowCount(), 1);
    EXPECT_TRUE(
        choices()->index(0, RowChoiceModel::Place).data().toString().startsWith(QStringLiteral("二 ")));
}

TEST_F(ImportReviewing, ATitleRunsOverTheEmptyCellsBesideIt) {
    choose(list("表.csv", {QStringLiteral("甲新项目,孝义,甲公司,100,2024-05-10")}));
    QTableView *view = table(QStringLiteral("工作表预览"));
    EXPECT_EQ(view->columnSpan(0, 0), view->model()->columnCount());
    EXPECT_EQ(view->columnSpan(1, 0), 1) << "the header";
    EXPECT_EQ(view->columnSpan(2, 0), 1);
}

TEST_F(ImportReviewing, APastedTableIsShown) {
    choose(list("表.csv", {QStringLiteral("甲新项目,孝义,甲公司,100,2024-05-10")}));
    QGuiApplication::clipboard()->setText(
        QStringLiteral("2024年第2次签约一批\n项目名称\t开发区\t总投资（万元）\n粘贴项目\t孝义\t300\n"));
    for (QAction *action : page().pageActions())
        if (action->shortcut() == QKeySequence(QKeySequence::Paste))
            action->trigger();
    ASSERT_EQ(session().files().size(), 2u);
    EXPECT_EQ(preview()->index(2, 0).data().toString(), QStringLiteral("粘贴项目"));
}

} // namespace
} // namespace yipi::gui
