// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/rules/rule_compare_view.h"

#include "gui/import/import_tables.h"
#include "gui/rules/differing_rows_model.h"
#include "gui/rules/rate_difference_model.h"
#include "gui/widgets/figure_table.h"

#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace yipi::gui {
namespace {

constexpr int kTrialRowHeight = 28;
constexpr int kTrialHeadHeight = 34;
constexpr int kRateTitleWidth = 132;
constexpr int kRateWidth = 76;      ///< at least; the name of a rule set may ask for more …
constexpr int kMostRateWidth = 150; ///< … and is cut at its end beyond this

/// A head of 34 px with a title, a note and room at the right.
QFrame *trialHead(const QString &title, QLabel *note, QWidget *atRight = nullptr) {
    auto *frame = new QFrame;
    frame->setProperty("role", QStringLiteral("panelHeader"));
    frame->setFixedHeight(kTrialHeadHeight);
    auto *label = new QLabel(title);
    label->setProperty("role", QStringLiteral("title"));
    note->setProperty("role", QStringLiteral("note"));
    note->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *row = new QHBoxLayout(frame);
    row->setContentsMargins(12, 0, 10, 0);
    row->addWidget(label);
    row->addWidget(note, 1);
    if (atRight)
        row->addWidget(atRight);
    return frame;
}

QWidget *trialColumn(QWidget *top, QWidget *below) {
    auto *widget = new QWidget;
    auto *layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(top);
    layout->addWidget(below, 1);
    return widget;
}

} // namespace

RuleCompareView::RuleCompareView(QWidget *parent)
    : QWidget(parent)
    , m_trial(new RuleTrial(this))
    , m_rates(new RateDifferenceModel(this))
    , m_rows(new DifferingRowsModel(this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new QLabel)
    , m_note(new QLabel)
    , m_rowsNote(new QLabel)
    , m_rateView(makeTable(m_rates, tr("比率对比"), kTrialRowHeight))
    , m_rowView(makeTable(m_rows, tr("不同的行"), kTrialRowHeight))
    , m_open(new QPushButton) {
    m_note->setObjectName(QStringLiteral("trialNote"));
    m_rowsNote->setObjectName(QStringLiteral("rowsNote"));
    m_rateView->setItemDelegate(new FigureDelegate(m_rateView));
    m_rateView->setObjectName(QStringLiteral("rateView"));
    m_rowView->setObjectName(QStringLiteral("rowView"));
    m_rowView->setItemDelegate(new FigureDelegate(m_rowView));
    QHeaderView *header = m_rateView->horizontalHeader();
    setColumnWidths(m_rateView, {kRateTitleWidth, kRateWidth, kRateWidth, 66});
    m_rateView->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_rowView->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (const int column : {RateDifferenceModel::PartsA, RateDifferenceModel::PartsB})
        header->setSectionResizeMode(column, QHeaderView::Stretch);
    m_open->setObjectName(QStringLiteral("openRows"));
    m_open->setProperty("role", QStringLiteral("small"));
    m_open->hide();
    m_rowView->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    for (const int column : {DifferingRowsModel::ZoneName, DifferingRowsModel::CampaignName})
        m_rowView->horizontalHeader()->setSectionResizeMode(column, QHeaderView::Fixed);
    setColumnWidths(m_rowView, {190, 84, 64});
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setMargin(24);
    m_empty->setProperty("role", QStringLiteral("label"));
    m_empty->setText(tr("台账里还没有项目。\n从“数据导入”读入后，这里显示口径对各项比率的影响。"));
    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(trialColumn(trialHead(tr("比率"), m_note), m_rateView));
    splitter->addWidget(trialColumn(trialHead(tr("不同的行"), m_rowsNote, m_open), m_rowView));
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 1);
    m_stack->addWidget(splitter);
    m_stack->addWidget(m_empty);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    connect(m_trial, &RuleTrial::answered, this, &RuleCompareView::showAnswer);
    connect(m_rateView->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) { rateSelected(current.row()); });
    connect(m_rowView, &QTableView::doubleClicked, this, [this](const QModelIndex &index) {
        if (const qint64 project = m_rows->projectId(index.row()))
            Q_EMIT projectListRequested({project},
                                        index.siblingAtColumn(DifferingRowsModel::Name).data().toString());
    });
    connect(m_open, &QPushButton::clicked, this, [this] {
        const auto *rate = m_rates->rate(m_rates->rowOf(m_rateId));
        Q_EMIT projectListRequested(m_rows->projectIds(),
                                    tr("两套口径下%1不同的项目").arg(rate ? rate->title : QString()));
    });
}

RuleCompareView::~RuleCompareView() = default;

void RuleCompareView::setWorkspace(const Workspace *workspace) {
    m_workspace = workspace;
    m_trial->setWorkspace(workspace);
    m_rows->setWorkspace(workspace);
}

void RuleCompareView::compare(const indicators::RuleSet &a, const indicators::RuleSet &b,
                              const QString &aName, const QString &bName,
                              const services::FigureScope &scope) {
    const bool isEmpty = m_workspace->ledger.facts().projects.empty();
    m_stack->setCurrentIndex(isEmpty ? 1 : 0);
    m_rates->setSides(aName, bName);
    m_rows->setSides(aName, bName);
    for (const int column : {RateDifferenceModel::RateA, RateDifferenceModel::RateB}) {
        const int wanted = m_rateView->horizontalHeader()->sectionSizeHint(column);
        m_rateView->setColumnWidth(column, std::clamp(wanted, kRateWidth, kMostRateWidth));
    }
    if (isEmpty) {
        m_trial->forget();
        return;
    }
    m_question = RuleTrial::Question{a, b, scope, {}};
    ask();
}

void RuleCompareView::suspend(const QString &reason) {
    m_trial->forget();
    m_question.reset();
    m_note->setText(reason);
    m_note->setToolTip(reason);
    m_rateView->setEnabled(false);
    m_rowView->setEnabled(false);
}

void RuleCompareView::chooseRate(const QString &rateId) {
    if (rateId == m_rateId)
        return;
    m_rateId = rateId;
    ask();
}

void RuleCompareView::ask() {
    if (!m_question)
        return;
    m_question->rateId = m_question->a.rate(m_rateId) || m_question->b.rate(m_rateId) ? m_rateId : QString();
    m_trial->ask(*m_question);
}

void RuleCompareView::rateSelected(int row) {
    if (const auto *rate = m_rates->rate(row); rate && !m_isShowing)
        chooseRate(rate->id);
}

void RuleCompareView::showAnswer(const RuleTrial::Answer &answer) {
    m_isShowing = true;
    m_rateView->setEnabled(true);
    m_rowView->setEnabled(true);
    m_rates->setRates(answer.comparison.total.rates);
    m_rows->setRows(answer.rows);
    if (const int row = m_rates->rowOf(m_rateId); row >= 0 && m_rateView->currentIndex().row() != row)
        m_rateView->selectRow(row);
    m_isShowing = false;
    m_note->setText(
        tr("截至 %1，按上方筛选；相差以个百分点计；单击一行看不同之处").arg(answer.comparison.asOf.text()));
    const auto *rate = m_rates->rate(m_rates->rowOf(answer.question.rateId));
    const int count = m_rows->rowCount();
    m_rowsNote->setText(
        !rate ? QString()
        : count == 0
            ? tr("%1：没有不同").arg(rate->title)
            : tr("%1：%2 行　● 计入分子　○ 只计入分母　× 未计入").arg(rate->title, QString::number(count)));
    const auto projects = m_rows->projectIds().size();
    m_open->setVisible(projects > 0);
    m_open->setText(tr("在台账中打开 %1 个").arg(projects));
    Q_EMIT answered();
}

} // namespace yipi::gui
