// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo_window.h"

#include "gui/explanation/explanation_panel.h"
#include "gui/reports/figure_list_model.h"
#include "gui/reports/page_view.h"
#include "gui/reports/report_page.h"
#include "gui/shell/filter_bar.h"
#include "gui/shell/page_registry.h"
#include "gui/widgets/strip_message.h"

#include <QApplication>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTimer>

namespace yipi::gui {
namespace {

class Report : public DemoWindow {
protected:
    void SetUp() override {
        DemoWindow::SetUp();
        window->showPage(pageIndex(QStringLiteral("reports")));
        QCoreApplication::processEvents();
    }
    ReportPage &page() { return *qobject_cast<ReportPage *>(window->currentPage()); }
    template <class Widget>
    Widget *part(const char *name) {
        return page().findChild<Widget *>(QLatin1String(name));
    }
    PageView &pages() { return *page().findChild<PageView *>(); }
    QTableView &list() { return *part<QTableView>("figureView"); }
    std::vector<const reports::Span *> printed() { return page().document().figures(); }
    int figureOfZone() {
        const auto all = printed();
        for (std::size_t i = 0; i < all.size(); ++i)
            if (!all[i]->figure->zone.isEmpty() && !all[i]->figure->rateId.isEmpty())
                return int(i);
        return -1;
    }
    void click(int figure) {
        pages().showFigure(figure);
        QTest::mouseClick(pages().viewport(), Qt::LeftButton, {},
                          pages().figureRect(figure).center().toPoint());
    }
};

TEST_F(Report, ThePreviewCountsItsPages) {
    EXPECT_GE(pages().pageCount(), 2);
    auto *label = part<QLabel>("pageLabel");
    EXPECT_EQ(label->text(), QStringLiteral("1 / %1 页").arg(pages().pageCount()));
    pages().showPage(1);
    EXPECT_EQ(pages().currentPage(), 1);
    EXPECT_EQ(label->text(), QStringLiteral("2 / %1 页").arg(pages().pageCount()));
}

TEST_F(Report, EveryFigureIsListedAndPrinted) {
    const auto all = printed();
    ASSERT_EQ(list().model()->rowCount(), int(all.size()));
    for (std::size_t i = 0; i < all.size(); ++i) {
        EXPECT_EQ(list().model()->index(int(i), FigureListModel::Value).data().toString(), all[i]->text);
        EXPECT_FALSE(pages().figureRect(int(i)).isEmpty()) << i << all[i]->text.toStdString();
    }
}

TEST_F(Report, AClickOnAnyFigureSelectsItsOwnRow) {
    for (int figure = 0; figure < int(printed().size()); figure += 7) {
        click(figure);
        EXPECT_EQ(list().currentIndex().row(), figure);
        EXPECT_TRUE(part<QLabel>("figureTitle")->text().contains(printed()[std::size_t(figure)]->text));
    }
}

TEST_F(Report, ARowScrollsToItsFigure) {
    const int last = int(printed().size()) - 1;
    list().selectRow(last);
    EXPECT_TRUE(pages().viewport()->rect().contains(pages().figureRect(last).toRect()));
    list().selectRow(0);
    EXPECT_TRUE(pages().viewport()->rect().contains(pages().figureRect(0).toRect()));
}

TEST_F(Report, AFigureOfTheTableLeadsToItsOwnExplanation) {
    const int figure = figureOfZone();
    ASSERT_GE(figure, 0);
    const reports::FigureRef ref = *printed()[std::size_t(figure)]->figure;
    click(figure);
    QSignalSpy asked(&page(), &Page::explanationRequested);
    ASSERT_TRUE(part<QPushButton>("openButton")->isEnabled());
    part<QPushButton>("openButton")->click();
    ASSERT_EQ(asked.size(), 1);
    EXPECT_EQ(asked[0][0].toString(), ref.rateId);
    const auto scope = asked[0][1].value<services::FigureScope>();
    EXPECT_EQ(scope.filter.zones, std::vector<qint64>{ledger().zone(ref.zone)->id});
    EXPECT_TRUE(window->explanation().isVisible());
    EXPECT_EQ(window->explanation().rowsShown(), ref.value.section(u'/', 1).toInt())
        << ref.value.toStdString();
}

TEST_F(Report, ExportsWriteTheFilesThatWereChosen) {
    for (const char *kind : {"word docx", "pdf pdf", "excel xlsx"}) {
        const QStringList words = QString::fromLatin1(kind).split(u' ');
        const QString path = folder.filePath(QStringLiteral("通报.") + words[1]);
        QString suggested;
        page().setPathChooser([&](const QString &suggestion) {
            suggested = suggestion;
            return path;
        });
        page().findChild<QPushButton *>(words[0] + QStringLiteral("Button"))->click();
        EXPECT_TRUE(suggested.endsWith(words[1])) << suggested.toStdString();
        QFile written(path);
        ASSERT_TRUE(written.open(QIODevice::ReadOnly)) << part<StripMessage>("strip")->text().toStdString();
        EXPECT_EQ(written.read(2), words[1] == QStringLiteral("pdf") ? "%P" : "PK");
        EXPECT_GT(written.size(), 2000);
        EXPECT_TRUE(part<StripMessage>("strip")->text().contains(path));
    }
}

TEST_F(Report, ACancelledExportWritesNothingAndAFailedOneSaysWhy) {
    page().setPathChooser([](const QString &) { return QString(); });
    part<QPushButton>("pdfButton")->click();
    EXPECT_FALSE(part<StripMessage>("strip")->isVisible());
    page().setPathChooser(
        [this](const QString &) { return folder.filePath(QStringLiteral("no/where.pdf")); });
    part<QPushButton>("pdfButton")->click();
    EXPECT_TRUE(part<StripMessage>("strip")->isVisible());
    EXPECT_FALSE(part<StripMessage>("strip")->text().contains(QStringLiteral("已导出")));
}

TEST_F(Report, ANameTypedWithoutSuffixGetsTheOneOfTheButton) {
    const QString typed = folder.filePath(QStringLiteral("七月通报"));
    QTimer::singleShot(0, window.get(), [&] {
        auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
        ASSERT_TRUE(dialog);
        dialog->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"))->setText(typed);
        static_cast<QDialog *>(dialog)->accept();
    });
    part<QPushButton>("wordButton")->click();
    EXPECT_TRUE(QFile::exists(typed + QStringLiteral(".docx")))
        << part<StripMessage>("strip")->text().toStdString();
}

TEST_F(Report, ADocumentThatCouldNotBeMadeAnewIsNotExported) {
    int asked = 0;
    page().setPathChooser([&](const QString &) {
        ++asked;
        return QString();
    });
    services::FigureScope unknown{Month(2024, 7), QStringLiteral("没有这个口径"), {}};
    page().setScope(unknown);
    EXPECT_TRUE(part<StripMessage>("strip")->isVisible());
    EXPECT_TRUE(printed().empty());
    EXPECT_EQ(list().model()->rowCount(), 0);
    for (const char *button : {"wordButton", "pdfButton", "excelButton"}) {
        EXPECT_FALSE(part<QPushButton>(button)->isEnabled()) << button;
        part<QPushButton>(button)->click();
    }
    EXPECT_EQ(asked, 0);
    unknown.rulesId.clear();
    page().setScope(unknown);
    EXPECT_FALSE(part<StripMessage>("strip")->isVisible());
    part<QPushButton>("wordButton")->click();
    EXPECT_EQ(asked, 1);
}

TEST_F(Report, AnExportRightAfterAChangeHasTheChange) {
    const QString path = folder.filePath(QStringLiteral("change.json"));
    const auto text = [&] {
        page().setPathChooser([&](const QString &) { return path; });
        part<QPushButton>("wordButton")->click();
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    };
    const QByteArray before = text();
    const int nameAt = entityInfo(EntityKind::Project).indexOf(QStringLiteral("name"));
    const auto projects = ledger().allRecords(EntityKind::Project);
    ASSERT_TRUE(projects);
    const auto named = std::find_if(projects->begin(), projects->end(), [&](const Record &project) {
        return before.contains(std::get<QString>(project.values[std::size_t(nameAt)]).toUtf8());
    });
    ASSERT_NE(named, projects->end()) << "the bulletin names the overdue projects";
    ASSERT_TRUE(ledger().edit(EntityKind::Project, named->id, named->version, QStringLiteral("name"),
                              QStringLiteral("刚改的名字")));
    EXPECT_TRUE(text().contains("刚改的名字"));
}

} // namespace
} // namespace yipi::gui
