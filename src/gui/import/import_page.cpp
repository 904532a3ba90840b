// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/import/import_page.h"

#include "gui/import/drop_zone.h"
#include "gui/import/dry_run_panel.h"
#include "gui/import/findings_model.h"
#include "gui/import/import_options_form.h"
#include "gui/import/import_tables.h"
#include "gui/import/input_gate.h"
#include "gui/import/mapping_delegate.h"
#include "gui/import/mapping_model.h"
#include "gui/import/sheet_list_model.h"
#include "gui/import/sheet_preview_model.h"
#include "gui/theme.h"
#include "gui/widgets/panel.h"
#include "ui_import_page.h"

#include <QAction>
#include <QFileDialog>
#include <QFileInfo>
#include <QPushButton>

namespace yipi::gui {

using State = ImportSession::State;

ImportPage::ImportPage(const Workspace &workspace, QWidget *parent)
    : Page(workspace, parent)
    , m_ui(std::make_unique<Ui::ImportPage>())
    , m_session(new ImportSession(workspace.ledger, this))
    , m_sheets(new SheetListModel(this))
    , m_preview(new SheetPreviewModel(this))
    , m_mapping(new MappingModel(this))
    , m_findings(new FindingsModel(this)) {
    m_ui->setupUi(this);
    buildLeft();
    buildRight();
    m_ui->splitter->setStretchFactor(0, 2);
    m_ui->splitter->setStretchFactor(1, 3);
    m_choose = [this] {
        return QFileDialog::getOpenFileName(this, tr("选择要导入的表格"), {},
                                            tr("表格 (*.xlsx *.ods *.csv *.xls)"));
    };
    auto *open = new QAction(icon(QStringLiteral("imp")), tr("选择要导入的文件…"), this);
    connect(open, &QAction::triggered, this, &ImportPage::chooseFile);
    m_actions.append(open);
    m_ui->bigDropZone->setText(tr("把开发区的表格拖到这里"),
                               tr("xlsx、ods、csv；原文件只读，不会改动。写入前先试运行。"));
    for (DropZone *zone : {m_ui->bigDropZone, m_dropZone}) {
        connect(zone, &DropZone::chooseRequested, this, &ImportPage::chooseFile);
        connect(zone, &DropZone::fileDropped, this, &ImportPage::openFile);
    }
    connect(m_session, &ImportSession::stateChanged, this, &ImportPage::showState);
    connect(m_session, &ImportSession::progressed, this, &ImportPage::showProgress);
    connect(m_session, &ImportSession::written, this, &ImportPage::reportWritten);
    connect(m_session, &ImportSession::writeFailed, this,
            [this] { m_ui->strip->showError(m_session->error()); });
    connect(m_mapping, &MappingModel::mappingRequested, m_session, &ImportSession::setMapping,
            Qt::QueuedConnection);
    connect(m_options, &ImportOptionsForm::optionsChanged, this,
            [this] { m_session->setOptions(m_options->options()); });
    showState();
}

ImportPage::~ImportPage() = default;

void ImportPage::buildLeft() {
    m_sourcePanel = new Panel(tr("来源"), m_ui->leftSide);
    auto *source = new QHBoxLayout;
    m_sheetView = makeTable(m_sheets, tr("工作表清单"), 28);
    setColumnWidths(m_sheetView, {130, 84, 56, 52});
    m_dropZone = new DropZone;
    m_dropZone->setText(tr("拖到这里可换文件"), tr("原文件只读，不会改动"));
    m_dropZone->setFixedWidth(170);
    source->setContentsMargins(0, 0, 8, 8);
    source->addWidget(m_sheetView, 1);
    source->addWidget(m_dropZone, 0, Qt::AlignTop);
    m_sourcePanel->body()->addLayout(source);
    connect(m_sheetView->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) { showSheet(current.row()); });

    auto *preview = new Panel(tr("工作表预览"), m_ui->leftSide);
    preview->setNote(tr("蓝色为识别的表头，红色为错误，黄色为提示，灰色不导入"));
    m_previewView = makeTable(m_preview, tr("工作表预览"), 24);
    m_previewView->setShowGrid(true);
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
    m_mappingPanel = new Panel(tr("列映射"), m_ui->rightSide);
    m_mappingView = makeTable(m_mapping, tr("列映射"), 28);
    setColumnWidths(m_mappingView, {34, 170, 190, 90});
    m_mappingView->setItemDelegate(new MappingDelegate(m_mappingView));
    m_mappingView->setEditTriggers(QAbstractItemView::AllEditTriggers);
    m_mappingPanel->body()->addWidget(m_mappingView);

    m_findingsPanel = new Panel(tr("逐格问题"), m_ui->rightSide);
    m_findingsView = makeTable(m_findings, tr("逐格问题"), 28);
    setColumnWidths(m_findingsView, {30, 110, 70, 150});
    connect(m_findingsView, &QTableView::clicked, this,
            [this](const QModelIndex &index) { jumpTo(index.row()); });
    connect(m_findingsView, &QTableView::activated, this,
            [this](const QModelIndex &index) { jumpTo(index.row()); });
    m_findingsPanel->body()->addWidget(m_findingsView);

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
    if (const QString path = m_choose(); !path.isEmpty())
        openFile(path);
}

void ImportPage::openFile(const QString &path) {
    m_sheetName.clear();
    m_session->open(path);
    m_options->forgetConsent();
}

void ImportPage::showState() {
    const State state = m_session->state();
    const QString name = QFileInfo(m_session->path()).fileName();
    m_ui->workPage->setEnabled(!m_session->isBusy());
    switch (state) {
    case State::Reading:
        // The workbook is about to be replaced.
        m_sheets->setPlan(nullptr);
        m_preview->setSheet(nullptr, nullptr, nullptr);
        m_mapping->setSheet(nullptr);
        m_findings->setFindings(nullptr);
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

void ImportPage::showPlan() {
    const exchange::ImportPlan &plan = m_session->plan();
    const QString wanted = m_sheetName;
    m_sourcePanel->setNote(QFileInfo(m_session->path()).fileName());
    m_sheets->setPlan(&plan);
    m_findings->setFindings(&plan.findings);
    m_dryRun->setPlan(&plan);
    int row = 0;
    for (int i = 0; i < m_sheets->rowCount(); ++i)
        if (m_sheets->sheet(i)->label() == wanted)
            row = i;
    m_sheetView->selectRow(row);
    showSheet(row);
}

void ImportPage::showSheet(int row) {
    const exchange::SheetPlan *plan = m_sheets->sheet(row);
    if (!plan)
        return;
    const auto &sheets = m_session->workbook().sheets;
    const auto it =
        std::find_if(sheets.begin(), sheets.end(), [&](const auto &s) { return s.name == plan->sheet; });
    const bool isNew = m_sheetName != plan->label() || m_preview->rowCount() == 0;
    m_sheetName = plan->label();
    m_mapping->setSheet(plan);
    if (it == sheets.end())
        return;
    m_preview->setSheet(&*it, plan, &m_session->plan().findings);
    showMergedCells(m_previewView, *it);
    if (isNew)
        fitColumns(m_previewView, plan->headerRow);
    showCounts();
}

void ImportPage::showCounts() {
    const bool isReady = m_session->state() == State::Ready;
    const exchange::ImportPlan &plan = m_session->plan();
    const auto options = m_session->options();
    if (isReady) {
        m_findingsPanel->setNote(tr("错误 %1 处　提示 %2 处%3")
                                     .arg(plan.errorCount)
                                     .arg(plan.warningCount)
                                     .arg(plan.findings.size() > FindingsModel::kListed
                                              ? tr("　列出前 %1 处").arg(FindingsModel::kListed)
                                              : QString()));
        const int uncertain = m_mapping->uncertainCount();
        m_mappingPanel->setNote(
            tr("%1 列，已对应 %2%3")
                .arg(m_mapping->rowCount())
                .arg(m_mapping->mappedCount())
                .arg(uncertain ? tr("，%1 列低于 80 分，请核对").arg(uncertain) : QString()));
    }
    int rows = 0;
    if (isReady)
        for (const auto &sheet : plan.sheets)
            rows += sheet.added + sheet.updated;
    const bool onlyValid = options.acceptValid && plan.errorCount > 0;
    m_writeButton->setText(onlyValid ? tr("只写入无误的 %1 行").arg(rows) : tr("写入 %1 行").arg(rows));
    const services::LedgerStatus ledger = workspace().ledger.status();
    m_writeButton->setEnabled(isReady && plan.canWrite(options) && !ledger.readOnly);
    m_writeButton->setToolTip(ledger.readOnly ? tr("台账只读：%1").arg(ledger.readOnlyReason)
                              : isReady && plan.errorCount > 0 && !options.acceptValid
                                  ? tr("还有 %1 处错误：请改正，或选“只写入无误的行”").arg(plan.errorCount)
                                  : QString());
}

void ImportPage::jumpTo(int findingRow) {
    const exchange::Finding *finding = m_findings->finding(findingRow);
    if (!finding || finding->place.row == 0)
        return;
    for (int i = 0; i < m_sheets->rowCount(); ++i)
        if (m_sheets->sheet(i)->sheet == finding->place.sheet)
            m_sheetView->selectRow(i);
    const QModelIndex cell = m_preview->index(finding->place.row - 1, std::max(0, finding->place.column - 1));
    m_previewView->setCurrentIndex(cell);
    m_previewView->scrollTo(cell, QAbstractItemView::PositionAtCenter);
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
    const QString name = QFileInfo(m_session->path()).fileName();
    const QString text =
        tr("已导入 %1：新增 %2 行，更新 %3 行　可撤销 (Ctrl+Z)").arg(name).arg(added).arg(updated);
    Q_EMIT statusMessage(text);
    m_ui->strip->showMessage(StripMessage::Kind::Info, text, tr("撤销"), [this] {
        if (const auto undone = workspace().ledger.undo(); !undone)
            m_ui->strip->showError(undone.error());
    });
}

} // namespace yipi::gui
