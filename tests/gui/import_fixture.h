// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo_window.h"

#include "gui/import/dry_run_panel.h"
#include "gui/import/findings_model.h"
#include "gui/import/import_page.h"
#include "gui/import/mapping_model.h"
#include "gui/shell/page_registry.h"
#include "gui/widgets/strip_message.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTableView>

namespace yipi::gui {

/// The page 数据导入 over the demonstration ledger.
class Import : public DemoWindow {
protected:
    void SetUp() override {
        DemoWindow::SetUp();
        showImport();
    }
    void showImport() {
        window->activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(window.get()));
        window->showPage(pageIndex(QStringLiteral("import")));
    }

    ImportPage &page() { return *qobject_cast<ImportPage *>(window->currentPage()); }
    ImportSession &session() { return *page().session(); }
    template <class Widget>
    Widget *part(const char *name) {
        return page().findChild<Widget *>(QLatin1String(name));
    }
    QTableView *table(const QString &accessibleName) {
        for (QTableView *view : page().findChildren<QTableView *>())
            if (view->accessibleName() == accessibleName)
                return view;
        return nullptr;
    }
    QPushButton *writeButton() { return part<QPushButton>("writeButton"); }
    StripMessage *strip() { return part<StripMessage>("strip"); }
    bool isDropZoneShown() {
        auto *stack = part<QStackedWidget>("stack");
        return stack->currentWidget()->objectName() == QStringLiteral("emptyPage");
    }
    QString balance() { return page().findChild<DryRunPanel *>()->balance(); }
    /// Zones of the workbooks that the demonstration does not have are made with them.
    void allowNewZones() { part<QCheckBox>("createZonesBox")->setChecked(true); }

    static QString data(const char *name) {
        return QStringLiteral(YIPI_SOURCE_DIR "/tests/data/") + QString::fromUtf8(name);
    }
    void choose(const QString &path) { choose(QStringList{path}); }
    void choose(const QStringList &paths) {
        page().setFileChooser([paths] { return paths; });
        for (QPushButton *button : page().findChildren<QPushButton *>(QStringLiteral("chooseButton")))
            if (button->isVisible()) {
                QTest::mouseClick(button, Qt::LeftButton);
                break;
            }
        ASSERT_TRUE(QTest::qWaitFor([&] { return !session().isBusy(); }, 20000));
    }
    QString file(const char *name, const QByteArray &content) {
        const QString path = folder.filePath(QString::fromUtf8(name));
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(content);
        return path;
    }
    /// What the ledger holds, to be compared before and after.
    std::tuple<qint64, int, std::size_t, std::size_t> ledgerState() {
        const auto entries = ledger().allRecords(EntityKind::CampaignEntry);
        return {ledger().status().projects, ledger().undoDepth(), entries->size(), ledger().zones().size()};
    }
    const Record *projectNamed(const QString &name) {
        const auto id = ledger().findProject(name);
        if (!id)
            return nullptr;
        m_found = ledger().record(EntityKind::Project, *id).value();
        return &m_found;
    }
    Value value(const QString &project, const char *field) {
        const Record *record = projectNamed(project);
        const int at = ledger().fieldIndex(EntityKind::Project, QLatin1String(field));
        return record ? record->values[std::size_t(at)] : Value(QStringLiteral("no such project"));
    }
    int mappingRow(const QString &header) {
        const QAbstractItemModel *model = table(QStringLiteral("列映射"))->model();
        for (int row = 0; row < model->rowCount(); ++row)
            if (model->index(row, MappingModel::Header).data().toString() == header)
                return row;
        return -1;
    }
    /// Chooses in the list of the mapping's cell, as a person does.
    void assign(const QString &header, const QString &field) {
        QTableView *view = table(QStringLiteral("列映射"));
        const int row = mappingRow(header);
        ASSERT_GE(row, 0) << header.toStdString();
        view->setCurrentIndex({});
        view->setCurrentIndex(view->model()->index(row, MappingModel::Field));
        auto *combo = view->findChild<QComboBox *>();
        ASSERT_TRUE(combo);
        combo->setCurrentIndex(combo->findData(field));
        Q_EMIT combo->activated(combo->currentIndex());
        QCoreApplication::processEvents();
    }

private:
    Record m_found;
};

} // namespace yipi::gui
