// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/import/import_page.h"

#include "gui/import/drop_zone.h"
#include "gui/import/dry_run_panel.h"
#include "gui/import/import_options_form.h"
#include "gui/import/import_review.h"
#include "gui/import/import_tables.h"
#include "gui/import/input_gate.h"
#include "gui/import/mapping_panel.h"
#include "gui/import/marked_files.h"
#include "gui/import/sheet_list_model.h"
#include "gui/import/sheet_preview_model.h"
#include "gui/theme.h"
#include "gui/widgets/panel.h"
#include "gui/widgets/save_file_name.h"
#include "services/report_service.h"
#include "ui_import_page.h"

#include <QAction>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>
#include <QPushButton>

namespace yipi::gui {

using State = ImportSession::State;

namespace {
constexpr int kRoomForFiles = 260;  ///< px, eight lines
constexpr int kDropZoneWidth = 112; ///< px; the list beside it needs the room
} // namespace

ImportPage::ImportPage(const Workspace &workspace, QWidget *parent)
    : Page(workspace, parent)
    , m_ui(std::make_unique<Ui::ImportPage>())
    , m_session(new ImportSession(workspace.ledger, this))
    , m_sheets(new SheetListModel(this))
    , m_preview(new SheetPreviewModel(this)) {
    m_ui->setupUi(this);
    buildLeft();
    buildRight();
    m_ui->splitter->setStretchFactor(0, 2);
    m_ui->splitter->setStretchFactor(1, 3);
    m_choose = [this] {
        return QFileDialog::getOpenFileNames(
            this, tr("选择要导入的表格，可以选几个"), {},
            tr("表格 (*.xlsx *.xlsm *.xls *.ods *.csv *.tsv *.txt *.html *.htm *.json)"));
    };
    m_choosePath = [this](const QString &suggestion) {
        return askSaveFileName(this, tr("导出问题表"), suggestion, tr("工作簿 (*.xlsx)"));
    };
    m_chooseFolder = [this] {
        return QFileDialog::getExistingDirectory(this, tr("把各文件的问题表导出到哪个文件夹"));
    };
    auto *open = new QAction(icon(QStringLiteral("imp")), tr("选择要导入的文件…"), this);
    connect(open, &QAction::triggered, this, &ImportPage::chooseFile);
    m_actions.append(open);
    auto *paste = new QAction(icon(QStringLiteral("copy")), tr("粘贴为要导入的表格"), this);
    paste->setShortcut(QKeySequence::Paste);
    paste->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(paste);
    connect(paste, &QAction::triggered, this, &ImportPage::paste);
    m_actions.append(paste);
    m_ui->bigDropZone->setText(
        tr("把开发区的表格拖到这里，可以几个一起；也可以从 Excel、WPS 复制后按 Ctrl+V"),
        tr("xlsx、xls、ods、csv；原文件只读，不会改动。写入前先试运行，几个文件一次写入、一次撤销。"));
    for (DropZone *zone : {m_ui->bigDropZone, m_dropZone})
        connect(zone, &DropZone::chooseRequested, this, &ImportPage::chooseFile);
    connect(m_ui->bigDropZone, &DropZone::filesDropped, this, &ImportPage::openFiles);
    connect(m_dropZone, &DropZone::filesDropped, this, &ImportPage::addFiles);
    connect(m_session, &ImportSession::stateChanged, this, &ImportPage::showState);
    connect(m_session, &ImportSession::progressed, this, &ImportPage::showProgress);
    connect(m_session, &ImportSession::written, this, &ImportPage::reportWritten);
    connect(m_session, &ImportSession::writeFailed, this,
            [this] { m_ui->strip->showError(m_session->error()); });
    connect(m_session, &ImportSession::notRemembered, this,
            [this](const Error &error) { m_ui->strip->showError(error); });
    connect(m_options, &ImportOptionsForm::optionsChanged, this,
            [this] { m_session->setOptions(m_options->options()); });
    showState();
}

ImportPage::~ImportPage() = default;

void ImportPage::buildLeft() {
    m_sourcePanel = new Panel(tr("来源"), m_ui->leftSide);
    auto *source = new QHBoxLayout;
    m_sheetView = makeTable(m_sheets, tr("工作表清单"), 28);
    setColumnWidths(m_sheetView, {106, 76, 50, 54});
    m_dropZone = new DropZone;
    m_dropZone->setText(tr("拖到这里可再加文件"), tr("选文件则重来"));
    m_dropZone->setFixedWidth(kDropZoneWidth);
    source->setContentsMargins(0, 0, 8, 8);
    source->addWidget(m_sheetView, 1);
    source->addWidget(m_dropZone, 0, Qt::AlignTop);
    m_sourcePanel->body()->addLayout(source);
    connect(m_sheetView->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) { showSheet(current.row()); });
    m_removeButton = new QPushButton(tr("移去此文件"));
    m_removeButton->setObjectName(QStringLiteral("removeFile"));
    m_removeButton->setProperty("role", QStringLiteral("small"));
    m_sourcePanel->addToHeader(m_removeButton);
    connect(m_removeButton, &QPushButton::clicked, this, &ImportPage::removeFile);

    auto *preview = new Panel(tr("工作表预览"), m_ui->leftSide);
    preview->setNote(tr("蓝色为识别的表头，红色为错误，黄色为提示，灰色不导入；双击一格可以改"));
    m_previewView = makeTable(m_preview, tr("工作表预览"), 24);
    m_previewView->setShowGrid(true);
    m_previewView->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                                   QAbstractItemView::AnyKeyPressed);
    m_previewView->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_previewView->verticalHeader()->show();
    m_previewView->horizontalHeader()->setStretchLastSection(false);
    m_previewView->horizontalHeader()->setDefaultAlignment(Qt::AlignCenter);
    preview->body()->addWidget(m_previewView);

    auto *options = new Panel(tr("选项"), m_ui->leftSide);
    options->setNote(tr("表里写明的以表为准"));
    m_options = new ImportOptionsForm;
    m_options->setDictionaries(workspace().ledger);
    options->body()->addWidget(m_options);
    m_ui->leftSide->setStretchFactor(1, 1);
    options->setMaximumHeight(options->sizeHint().height());
    m_ui->leftSide->setSizes({170, 420, options->sizeHint().height()});
}

void ImportPage::buildRight() {
    m_mapping = new MappingPanel(*m_session, m_ui->rightSide);
    connect(m_mapping, &MappingPanel::failed, this,
            [this](const Error &error) { m_ui->strip->showError(error); });
    connect(m_mapping, &MappingPanel::saved, this, [this](const QString &path) {
        m_ui->strip->showMessage(StripMessage::Kind::Info, tr("已保存 %1").arg(path));
    });

    m_review = new ImportReview(*m_session, workspace().ledger);
    auto *review = new QFrame(m_ui->rightSide);
    review->setProperty("role", QStringLiteral("panel"));
    auto *framed = new QVBoxLayout(review);
    framed->setContentsMargins(1, 1, 1, 1);
    framed->addWidget(m_review);
    connect(m_review, &ImportReview::findingChosen, this, &ImportPage::jumpTo);
    connect(m_review, &ImportReview::markedFileRequested, this, &ImportPage::writeMarkedFiles);
    connect(m_review, &ImportReview::fixed, this, [this](int cells) {
        if (cells > 0)
            Q_EMIT statusMessage(tr("已改 %1 格，原文件没有改动").arg(cells));
    });
    connect(m_preview, &SheetPreviewModel::fixRequested, m_review, &ImportReview::fix, Qt::QueuedConnection);

    auto *result = new Panel(tr("试运行"), m_ui->rightSide);
    result->setNote(tr("尚未写入，改上面任一项即时重算"));
    m_dryRun = new DryRunPanel;
    m_writeButton = new QPushButton;
    m_writeButton->setObjectName(QStringLiteral("writeButton"));
    m_writeButton->setProperty("role", QStringLiteral("primary"));
    auto *actions = new QHBoxLayout;
    actions->setContentsMargins(12, 0, 12, 8);
    actions->addStretch();
    actions->addWidget(m_writeButton);
    result->body()->addWidget(m_dryRun);
    result->body()->addLayout(actions);
    result->setMaximumHeight(190);
    connect(m_writeButton, &QPushButton::clicked, m_session, &ImportSession::write);
    m_ui->rightSide->setSizes({380, 260, 170});
    m_ui->rightSide->setStretchFactor(0, 3);
    m_ui->rightSide->setStretchFactor(1, 2);
    m_ui->rightSide->setStretchFactor(2, 0);
}

void ImportPage::setScope(const services::FigureScope &) {
    m_options->setDictionaries(workspace().ledger);
}

void ImportPage::chooseFile() {
    if (const QStringList paths = m_choose(); !paths.isEmpty())
        openFiles(paths);
}

void ImportPage::openFiles(const QStringList &paths) {
    m_shown = {};
    m_session->open(paths);
    m_options->forgetConsent();
}

void ImportPage::addFiles(const QStringList &paths) {
    m_session->add(paths);
    m_options->forgetConsent();
}

void ImportPage::paste() {
    if (m_session->isBusy())
        return;
    const QMimeData *copied = QGuiApplication::clipboard()->mimeData();
    QStringList files;
    for (const QUrl &url : copied->urls())
        if (url.isLocalFile())
            files << url.toLocalFile();
    if (!files.isEmpty()) { // copied in a file manager
        addFiles(files);
        return;
    }
    m_options->forgetConsent();
    if (const auto pasted = m_session->paste(copied->html(), copied->text()); !pasted)
        m_ui->strip->showError(pasted.error());
    else
        selectFile(*pasted);
}

/// Shows the first table of a file.
void ImportPage::selectFile(const QString &path) {
    for (int row = 0; row < m_sheets->rowCount(); ++row)
        if (const exchange::SheetPlan *sheet = m_sheets->sheet(row); sheet && sheet->file == path) {
            m_sheetView->selectRow(row);
            return;
        }
}

void ImportPage::removeFile() {
    if (const int file = m_sheets->fileAt(m_sheetView->currentIndex().row()); file >= 0)
        m_session->remove(file);
}

void ImportPage::showState() {
    const State state = m_session->state();
    const QString name = filesText();
    m_ui->workPage->setEnabled(!m_session->isBusy());
    switch (state) {
    case State::Reading:
        // The workbook is about to be replaced.
        m_sheets->setPlan(nullptr, nullptr);
        m_preview->setSheet(nullptr, nullptr, nullptr);
        m_mapping->showSheet(nullptr);
        m_review->showPlan(false);
        m_dryRun->setPlan(nullptr);
        m_ui->strip->showProgress(tr("正在读取 %1").arg(name), [this] { m_session->cancel(); });
        break;
    case State::Planning:
        m_ui->strip->showProgress(tr("正在核对 %1").arg(name), [this] { m_session->cancel(); });
        break;
    case State::Writing:
        m_ui->strip->showProgress(tr("正在写入 %1").arg(name), [this] { m_session->cancel(); });
        break;
    case State::Ready:
        m_ui->strip->clear();
        m_ui->stack->setCurrentWidget(m_ui->workPage);
        showPlan();
        break;
    case State::Failed:
        m_ui->strip->showError(m_session->error());
        m_ui->stack->setCurrentWidget(m_sheets->rowCount() > 0 ? m_ui->workPage : m_ui->emptyPage);
        break;
    case State::Empty:
        m_ui->strip->clear();
        m_ui->stack->setCurrentWidget(m_ui->emptyPage);
        break;
    }
    showCounts();
}

/// The name of the file, or how many there are.
QString ImportPage::filesText() const {
    const auto &files = m_session->files();
    if (files.empty())
        return {};
    const QString first = QFileInfo(files.front().path).fileName();
    return files.size() == 1 ? first : tr("%1 等 %2 个文件").arg(first, QString::number(files.size()));
}

void ImportPage::showPlan() {
    const exchange::ImportPlan &plan = m_session->plan();
    // The former plan is gone, and any layout below asks headers and tables again.
    m_preview->forgetPlan();
    m_mapping->showSheet(nullptr);
    const auto wanted = m_shown;
    const bool isOne = m_session->files().size() == 1;
    int fixed = 0;
    for (const ImportFile &file : m_session->files())
        fixed += file.fixedCells;
    m_sourcePanel->setNote(fixed ? tr("%1　已改 %2 格（原文件不动）").arg(filesText(), QString::number(fixed))
                                 : filesText());
    m_removeButton->setVisible(!isOne);
    m_sheets->setPlan(&m_session->files(), &plan);
    m_review->showPlan(true);
    m_dryRun->setPlan(&plan);
    if (!isOne && m_ui->leftSide->sizes().front() < kRoomForFiles)
        m_ui->leftSide->setSizes({kRoomForFiles, 330, m_ui->leftSide->sizes().back()});
    m_sheetView->clearSpans();
    int row = -1;
    for (int i = 0; i < m_sheets->rowCount(); ++i) {
        const exchange::SheetPlan *sheet = m_sheets->sheet(i);
        if (!sheet)
            m_sheetView->setSpan(i, 0, 1, SheetListModel::ColumnCount);
        else if (row < 0 || std::pair(sheet->file, sheet->label()) == wanted)
            row = i;
    }
    m_sheetView->selectRow(row);
    showSheet(row);
}

void ImportPage::showSheet(int row) {
    const exchange::SheetPlan *plan = m_sheets->sheet(row);
    if (!plan)
        return;
    const auto &sheets = m_session->file(plan->file)->workbook.sheets;
    const auto it =
        std::find_if(sheets.begin(), sheets.end(), [&](const auto &s) { return s.name == plan->sheet; });
    const std::pair shown(plan->file, plan->label());
    const bool isNew = m_shown != shown || m_preview->rowCount() == 0;
    const QModelIndex current = m_previewView->currentIndex();
    m_shown = shown;
    m_mapping->showSheet(plan);
    if (it == sheets.end())
        return;
    m_preview->setSheet(&*it, plan, &m_session->plan().findings);
    showMergedCells(m_previewView, *it);
    showTitles(m_previewView, *it, *plan);
    if (isNew)
        fitColumns(m_previewView, plan->headerRow);
    else // a cell was fixed: the eye stays where it is
        m_previewView->setCurrentIndex(m_preview->index(current.row(), current.column()));
    showCounts();
}

void ImportPage::showCounts() {
    const bool isReady = m_session->state() == State::Ready;
    const exchange::ImportPlan &plan = m_session->plan();
    const auto options = m_session->options();
    int rows = 0;
    if (isReady)
        for (const auto &sheet : plan.sheets)
            rows += sheet.added + sheet.updated;
    const bool onlyValid = options.acceptValid && plan.errorCount > 0;
    m_writeButton->setText(onlyValid ? tr("只写入无误的 %1 行").arg(rows) : tr("写入 %1 行").arg(rows));
    const services::LedgerStatus ledger = workspace().ledger.status();
    m_writeButton->setEnabled(m_session->canWrite() && !ledger.readOnly);
    m_writeButton->setToolTip(ledger.readOnly ? tr("台账只读：%1").arg(ledger.readOnlyReason)
                              : m_session->hasUnreadable() && !options.acceptValid
                                  ? tr("有文件读不出：请移去，或选“只写入无误的行”")
                              : isReady && plan.errorCount > 0 && !options.acceptValid
                                  ? tr("还有 %1 处错误：请改正，或选“只写入无误的行”").arg(plan.errorCount)
                                  : QString());
}

void ImportPage::jumpTo(const exchange::Finding &finding) {
    const Place &place = finding.place;
    if (place.row == 0)
        return;
    for (int i = 0; i < m_sheets->rowCount(); ++i)
        if (const exchange::SheetPlan *sheet = m_sheets->sheet(i); sheet && sheet->file == place.file &&
                                                                   sheet->sheet == place.sheet &&
                                                                   sheet->table == finding.table)
            m_sheetView->selectRow(i);
    const QModelIndex cell = m_preview->index(place.row - 1, std::max(0, place.column - 1));
    m_previewView->setCurrentIndex(cell);
    m_previewView->scrollTo(cell, QAbstractItemView::PositionAtCenter);
}

void ImportPage::writeMarkedFiles() {
    const auto written =
        gui::writeMarkedFiles(m_session->files(), m_session->plan(), m_choosePath, m_chooseFolder);
    if (!written)
        m_ui->strip->showError(written.error());
    else if (!written->isEmpty())
        m_ui->strip->showMessage(StripMessage::Kind::Info, *written);
}

void ImportPage::showProgress(int permille) {
    m_ui->strip->setProgress(permille);
    if (m_session->state() == State::Reading)
        return;
    // Planning and writing belong to this thread: let the strip repaint and its button be pressed, nothing
    // else.
    const InputGate gate(m_ui->strip);
    QCoreApplication::processEvents();
}

void ImportPage::reportWritten(int added, int updated) {
    const QString text = tr("已导入 %1：新增 %2 行，更新 %3 行　可撤销 (Ctrl+Z)")
                             .arg(filesText(), QString::number(added), QString::number(updated));
    Q_EMIT statusMessage(text);
    m_ui->strip->showMessage(StripMessage::Kind::Info, text, tr("撤销"), [this] {
        if (const auto undone = workspace().ledger.undo(); !undone)
            m_ui->strip->showError(undone.error());
    });
}

} // namespace yipi::gui
