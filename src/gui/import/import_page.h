// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/import/import_session.h"
#include "gui/page.h"

#include <functional>

class QPushButton;
class QTableView;

namespace Ui {
class ImportPage;
}

namespace yipi::gui {

class DropZone;
class DryRunPanel;
class ImportOptionsForm;
class ImportReview;
class MappingPanel;
class Panel;
class SheetListModel;
class SheetPreviewModel;

/// 数据导入: from a spreadsheet to the ledger on one page; nothing is written before 写入.
class ImportPage : public Page {
    Q_OBJECT

public:
    /// Asks for files to read; empty = cancelled.
    using FileChooser = std::function<QStringList()>;
    /// Asks where to write; empty = cancelled.
    using PathChooser = std::function<QString(const QString &suggestion)>;

    explicit ImportPage(const Workspace &workspace, QWidget *parent = nullptr);
    ~ImportPage() override;

    QString title() const override { return tr("数据导入"); }
    QString iconName() const override { return QStringLiteral("imp"); }
    bool usesFilterBar() const override { return false; }
    QList<QAction *> pageActions() const override { return m_actions; }
    void setScope(const services::FigureScope &scope) override;

    void setFileChooser(FileChooser choose) { m_choose = std::move(choose); }
    /// Where the marked copies of several files go.
    void setFolderChooser(std::function<QString()> choose) { m_chooseFolder = std::move(choose); }
    void setPathChooser(PathChooser choose) { m_choosePath = std::move(choose); }
    /// Begins an import of these files.
    void openFiles(const QStringList &paths);
    /// Takes them into the import that is on the page.
    void addFiles(const QStringList &paths);
    /// Begins an import of the table, or adds the files, on the clipboard.
    void paste();
    ImportSession *session() const { return m_session; }

private:
    void buildLeft();
    void buildRight();
    void chooseFile();
    void showState();
    void showPlan();
    QString filesText() const;
    void showSheet(int row);
    void showCounts();
    void jumpTo(const exchange::Finding &finding);
    void removeFile();
    void selectFile(const QString &path);
    void writeMarkedFiles();
    void showProgress(int permille);
    void reportWritten(int added, int updated);

    std::unique_ptr<Ui::ImportPage> m_ui;
    ImportSession *m_session;
    SheetListModel *m_sheets;
    SheetPreviewModel *m_preview;
    DropZone *m_dropZone = nullptr;
    DryRunPanel *m_dryRun = nullptr;
    ImportOptionsForm *m_options = nullptr;
    Panel *m_sourcePanel = nullptr;
    MappingPanel *m_mapping = nullptr;
    QTableView *m_sheetView = nullptr;
    QTableView *m_previewView = nullptr;
    ImportReview *m_review = nullptr;
    QPushButton *m_writeButton = nullptr;
    QList<QAction *> m_actions;
    QPushButton *m_removeButton = nullptr;
    FileChooser m_choose;
    PathChooser m_choosePath;
    std::function<QString()> m_chooseFolder;
    std::pair<QString, QString> m_shown; ///< file and sheet being looked at
};

} // namespace yipi::gui
