// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/reports/report_page.h"

#include "gui/reports/figure_list_model.h"
#include "gui/reports/page_view.h"
#include "gui/theme.h"
#include "gui/widgets/save_file_name.h"
#include "services/report_service.h"
#include "ui_report_page.h"

#include <QAction>
#include <QDesktopServices>
#include <QFileInfo>
#include <QTimer>

namespace yipi::gui {

namespace {

constexpr int kStaleMs = 200;

} // namespace

ReportPage::ReportPage(const Workspace &workspace, QWidget *parent)
    : Page(workspace, parent)
    , m_ui(std::make_unique<Ui::ReportPage>())
    , m_figures(new FigureListModel(this))
    , m_stale(new QTimer(this)) {
    m_ui->setupUi(this);
    m_choose = [this](const QString &suggestion) {
        return askSaveFileName(this, tr("导出通报"), suggestion,
                               QStringLiteral("*.%1").arg(QFileInfo(suggestion).suffix()));
    };
    setUpFigures();
    setUpControls();
    setUpActions();
    m_stale->setSingleShot(true);
    m_stale->setInterval(kStaleMs);
    connect(m_stale, &QTimer::timeout, this, &ReportPage::regenerate);
    connect(&workspace.ledger, &services::LedgerService::ledgerChanged, m_stale, qOverload<>(&QTimer::start));
    showFonts();
}

ReportPage::~ReportPage() = default;

void ReportPage::setUpFigures() {
    QTableView *view = m_ui->figureView;
    view->setModel(m_figures);
    view->verticalHeader()->hide();
    view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view->verticalHeader()->setDefaultSectionSize(26);
    view->horizontalHeader()->setHighlightSections(false);
    view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    view->horizontalHeader()->setStretchLastSection(true);
    view->horizontalHeader()->setMinimumSectionSize(24);
    const int widths[] = {34, 104, 142};
    for (int column = 0; column < 3; ++column)
        view->setColumnWidth(column, widths[column]);
    connect(view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) { figureSelected(current.row()); });
    connect(view, &QTableView::doubleClicked, this,
            [this](const QModelIndex &index) { openFigure(index.row()); });
    connect(m_ui->openButton, &QPushButton::clicked, this,
            [this] { openFigure(m_ui->figureView->currentIndex().row()); });
    connect(m_ui->pageView, &PageView::figureClicked, this, [this](int figure) {
        m_ui->figureView->selectRow(figure);
        m_ui->figureView->scrollTo(m_figures->index(figure, 0));
    });
}

void ReportPage::setUpControls() {
    PageView *pages = m_ui->pageView;
    m_ui->previousButton->setIcon(icon(QStringLiteral("left")));
    m_ui->nextButton->setIcon(icon(QStringLiteral("right")));
    m_ui->refreshButton->setIcon(icon(QStringLiteral("sync")));
    m_ui->wordButton->setIcon(icon(QStringLiteral("exp"), Qt::white));
    connect(m_ui->previousButton, &QToolButton::clicked, pages,
            [pages] { pages->showPage(pages->currentPage() - 1); });
    connect(m_ui->nextButton, &QToolButton::clicked, pages,
            [pages] { pages->showPage(pages->currentPage() + 1); });
    connect(m_ui->widthButton, &QToolButton::clicked, pages,
            [pages] { pages->setZoom(PageView::Zoom::PageWidth); });
    connect(m_ui->actualButton, &QToolButton::clicked, pages,
            [pages] { pages->setZoom(PageView::Zoom::Actual); });
    connect(m_ui->wholeButton, &QToolButton::clicked, pages,
            [pages] { pages->setZoom(PageView::Zoom::WholePage); });
    connect(m_ui->marksBox, &QCheckBox::toggled, pages, &PageView::setMarksShown);
    connect(pages, &PageView::currentPageChanged, this, &ReportPage::showPageNumber);
    connect(m_ui->refreshButton, &QPushButton::clicked, this, &ReportPage::regenerate);
    connect(m_ui->wordButton, &QPushButton::clicked, this, [this] { exportAs(QStringLiteral("docx")); });
    connect(m_ui->pdfButton, &QPushButton::clicked, this, [this] { exportAs(QStringLiteral("pdf")); });
    connect(m_ui->excelButton, &QPushButton::clicked, this, [this] { exportAs(QStringLiteral("xlsx")); });
}

void ReportPage::setUpActions() {
    const auto add = [this](const QString &text, const char *iconName, const QKeySequence &keys,
                            QPushButton *button) {
        auto *action = new QAction(icon(QLatin1String(iconName)), text, this);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, button, &QPushButton::click);
        addAction(action);
        m_actions.append(action);
    };
    add(tr("导出 Word…"), "exp", QKeySequence(Qt::CTRL | Qt::Key_E), m_ui->wordButton);
    add(tr("导出 PDF…"), "exp", {}, m_ui->pdfButton);
    add(tr("导出 Excel…"), "exp", {}, m_ui->excelButton);
    add(tr("重新取数"), "sync", {}, m_ui->refreshButton); // F5 reads every page anew
}

void ReportPage::setScope(const services::FigureScope &scope) {
    m_scope = scope;
    regenerate();
}

void ReportPage::regenerate() {
    m_stale->stop();
    auto document = services::bulletin(workspace().ledger, workspace().figures, m_scope);
    if (document && !m_hasDocument)
        m_ui->strip->clear(); // the error of the failure before
    else if (!document)
        m_ui->strip->showError(document.error());
    m_hasDocument = document.has_value();
    showDocument(document ? std::move(*document) : reports::Document());
}

void ReportPage::showDocument(reports::Document document) {
    m_document = std::move(document);
    for (QPushButton *button : {m_ui->wordButton, m_ui->pdfButton, m_ui->excelButton})
        button->setEnabled(m_hasDocument);
    m_ui->pageView->setDocument(m_document);
    m_figures->setDocument(m_document);
    m_ui->subjectLabel->setText(m_document.title);
    m_ui->subjectLabel->setToolTip(m_document.title);
    m_ui->figureNote->setText(tr("%1 处").arg(m_figures->rowCount()));
    m_ui->rulesLabel->setText(m_hasDocument ? tr("口径：%1").arg(m_document.rulesName) : QString());
    figureSelected(-1);
    showPageNumber();
}

void ReportPage::showFonts() {
    const QStringList missing = services::missingFonts();
    if (missing.isEmpty())
        m_ui->fontStrip->clear();
    else
        m_ui->fontStrip->showMessage(StripMessage::Kind::Warn, missing.join(QString()));
}

void ReportPage::showPageNumber() {
    const PageView *pages = m_ui->pageView;
    m_ui->pageLabel->setText(tr("%1 / %2 页").arg(pages->currentPage() + 1).arg(pages->pageCount()));
    m_ui->previousButton->setEnabled(pages->currentPage() > 0);
    m_ui->nextButton->setEnabled(pages->currentPage() + 1 < pages->pageCount());
}

void ReportPage::figureSelected(int row) {
    const reports::FigureRef *figure = m_figures->figure(row);
    m_ui->pageView->showFigure(figure ? row : -1);
    const bool isRate = figure && !figure->rateId.isEmpty();
    m_ui->openButton->setEnabled(isRate);
    m_ui->figureTitle->setText(
        figure ? tr("%1　%2　%3")
                     .arg(row + 1)
                     .arg(figure->meaning, m_figures->index(row, FigureListModel::Value).data().toString())
               : tr("单击正文或清单中的数字，看它从哪里来"));
    m_ui->figureFormula->setText(figure ? figure->formula : QString());
}

void ReportPage::openFigure(int row) {
    const reports::FigureRef *figure = m_figures->figure(row);
    if (!figure || figure->rateId.isEmpty())
        return;
    services::FigureScope scope = m_scope;
    if (const Zone *zone = workspace().ledger.zone(figure->zone); zone && !figure->zone.isEmpty())
        scope.filter.zones = {zone->id};
    Q_EMIT explanationRequested(figure->rateId, scope);
}

void ReportPage::exportAs(const QString &suffix) {
    if (m_stale->isActive()) // the ledger has changed since the preview
        regenerate();
    if (!m_hasDocument)
        return;
    const QString path = m_choose(QStringLiteral("%1.%2").arg(m_document.title, suffix));
    if (path.isEmpty())
        return;
    const auto sound = workspace().ledger.confirmSound();
    if (const auto written = sound ? services::writeDocument(m_document, path) : sound; !written) {
        m_ui->strip->showError(written.error());
        return;
    }
    m_ui->strip->showMessage(StripMessage::Kind::Info, tr("已导出 %1").arg(path), tr("打开"),
                             [path] { QDesktopServices::openUrl(QUrl::fromLocalFile(path)); });
    Q_EMIT statusMessage(tr("已导出 %1").arg(QFileInfo(path).fileName()));
}

} // namespace yipi::gui
