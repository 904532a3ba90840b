// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/assessment/assessment_page.h"

#include "gui/assessment/scheme_editor.h"
#include "gui/assessment/score_detail.h"
#include "gui/assessment/what_if_bar.h"
#include "gui/ledger/empty_state.h"
#include "gui/theme.h"
#include "gui/widgets/elided_label.h"
#include "gui/widgets/figure_table.h"
#include "gui/widgets/strip_message.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace yipi::gui {
namespace {

constexpr int kBarHeight = 40;
constexpr int kRowHeight = 44;
constexpr int kHeadingHeight = 28;
constexpr int kGap = 8;
constexpr int kDetailWidth = 380;
constexpr int kEditorWidth = 460;
constexpr int kRecomputeMs = 60;
constexpr int kNarrowestItem = 92;
constexpr int kNarrowestName = 150;

} // namespace

AssessmentPage::AssessmentPage(const Workspace &workspace, QWidget *parent)
    : Page(workspace, parent)
    , m_service(workspace.ledger, workspace.figures)
    , m_schemes(new QComboBox(this))
    , m_description(new ElidedLabel(this))
    , m_rules(new QLabel(this))
    , m_edit(new QPushButton(icon(QStringLiteral("edit")), tr("编辑方案"), this))
    , m_strip(new StripMessage(this))
    , m_stack(new QStackedWidget(this))
    , m_splitter(new QSplitter(this))
    , m_model(new AssessmentModel(this))
    , m_table(new FigureTable(kRowHeight, this))
    , m_whatIf(new WhatIfBar(this))
    , m_side(new QStackedWidget(this))
    , m_detail(new ScoreDetail(this))
    , m_editor(new SchemeEditor(this))
    , m_recompute(new QTimer(this)) {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeBar());
    column->addWidget(m_strip);
    column->addWidget(m_stack, 1);
    m_stack->addWidget(makeContent());
    m_stack->addWidget(makeEmptyState());
    m_recompute->setSingleShot(true);
    m_recompute->setInterval(kRecomputeMs);
    connectParts();
    fillSchemes({});
}

QWidget *AssessmentPage::makeBar() {
    auto *bar = new QFrame(this);
    bar->setProperty("role", QStringLiteral("panelHeader"));
    bar->setFixedHeight(kBarHeight);
    auto *label = new QLabel(tr("考核方案"), bar);
    label->setProperty("role", QStringLiteral("label"));
    m_schemes->setObjectName(QStringLiteral("schemes"));
    m_schemes->setAccessibleName(tr("考核方案"));
    m_schemes->setMinimumWidth(200);
    m_description->setProperty("role", QStringLiteral("note"));
    m_description->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_rules->setProperty("role", QStringLiteral("chip"));
    m_edit->setObjectName(QStringLiteral("editScheme"));
    m_edit->setCheckable(true);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(12, 0, 10, 0);
    row->setSpacing(kGap);
    row->addWidget(label);
    row->addWidget(m_schemes);
    row->addWidget(m_description, 1);
    row->addWidget(m_rules, 0, Qt::AlignVCenter);
    row->addWidget(m_edit);
    auto *edit = new QAction(icon(QStringLiteral("edit")), tr("编辑考核方案"), this);
    connect(edit, &QAction::triggered, m_edit, &QPushButton::click);
    m_actions << edit;
    return bar;
}

QWidget *AssessmentPage::makeContent() {
    auto *content = new QWidget(this);
    content->setObjectName(QStringLiteral("pageBody"));
    auto *panel = new QFrame(content);
    panel->setProperty("role", QStringLiteral("panel"));
    auto *inPanel = new QVBoxLayout(panel);
    inPanel->setContentsMargins(1, 1, 1, 1);
    inPanel->addWidget(m_table);
    m_table->setObjectName(QStringLiteral("assessmentTable"));
    m_table->setAccessibleName(tr("考核得分和名次"));
    m_table->setModel(m_model);
    m_table->horizontalHeader()->setFixedHeight(kRowHeight);
    m_table->horizontalHeader()->setMinimumSectionSize(40);
    m_table->verticalHeader()->setMinimumSectionSize(kHeadingHeight);
    m_table->viewport()->installEventFilter(this);
    auto *left = new QWidget(content);
    auto *leftColumn = new QVBoxLayout(left);
    leftColumn->setContentsMargins(0, 0, 0, 0);
    leftColumn->setSpacing(kGap);
    leftColumn->addWidget(panel, 1);
    leftColumn->addWidget(m_whatIf);
    m_side->addWidget(m_detail);
    m_side->addWidget(m_editor);
    m_splitter->addWidget(left);
    m_splitter->addWidget(m_side);
    m_splitter->setHandleWidth(kGap);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setSizes({1000, kDetailWidth});
    m_side->setMinimumWidth(300);
    auto *row = new QHBoxLayout(content);
    row->setContentsMargins(kGap, kGap, kGap, kGap);
    row->addWidget(m_splitter);
    return content;
}

QWidget *AssessmentPage::makeEmptyState() {
    auto *empty = new EmptyState(this);
    empty->setText(
        tr("台账里还没有开发区和项目，没有什么可以考核。\n从“数据导入”读入各开发区的电子表格后再来。"));
    return empty;
}

void AssessmentPage::connectParts() {
    connect(m_recompute, &QTimer::timeout, this, &AssessmentPage::recompute);
    connect(&workspace().ledger, &services::LedgerService::ledgerChanged, this, [this] {
        if (isVisible())
            m_recompute->start();
    });
    connect(m_schemes, &QComboBox::activated, this, [this] {
        if (m_isEditing) // a draft belongs to the scheme it was made from
            openEditor(false);
        else
            recompute();
    });
    connect(m_edit, &QPushButton::clicked, this, [this](bool isOpen) { openEditor(isOpen); });
    connect(m_table, &FigureTable::cellTriggered, this, [this](const QModelIndex &index) {
        if (const int item = m_model->itemAt(index.column()); item >= 0)
            openItem(m_model->zoneAt(index.row()), item);
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) {
                if (const qint64 zone = m_model->zoneAt(current.row())) {
                    selectZone(zone);
                    m_whatIf->setZone(zone);
                }
            });
    connect(m_whatIf, &WhatIfBar::zoneChosen, this, [this](qint64 zone) {
        m_table->setCurrentIndex(m_model->index(m_model->rowOf(zone), AssessmentModel::Name));
    });
    connect(m_detail, &ScoreDetail::itemTriggered, this, [this](int item) { openItem(m_zone, item); });
    connect(m_editor, &SchemeEditor::schemeChanged, this, [this] {
        m_draft = m_editor->scheme(); // one with a fault could not be scored
        m_recompute->start();
    });
    connect(m_editor, &SchemeEditor::closed, this, [this] { openEditor(false); });
    connect(m_editor, &SchemeEditor::saveRequested, this, [this] { save(false); });
    connect(m_editor, &SchemeEditor::saveAsRequested, this, [this] { save(true); });
    connect(m_editor, &SchemeEditor::removeRequested, this, &AssessmentPage::removeScheme);
}

void AssessmentPage::fillSchemes(const QString &chosen) {
    m_schemes->clear();
    for (const indicators::AssessmentScheme &scheme : m_service.schemes())
        m_schemes->addItem(scheme.name, scheme.id);
    m_schemes->setCurrentIndex(std::max(0, m_schemes->findData(chosen)));
    if (!m_service.problems().isEmpty())
        m_strip->showMessage(StripMessage::Kind::Warn, m_service.problems().join(QStringLiteral("；")));
}

void AssessmentPage::setScope(const services::FigureScope &scope) {
    m_scope = scope;
    if (m_isEditing) // they may have been edited since
        giveRuleSets();
    recompute();
}

void AssessmentPage::recompute() {
    m_recompute->stop();
    const bool isEmpty = workspace().ledger.facts().projects.empty() || workspace().ledger.zones().empty();
    m_stack->setCurrentIndex(isEmpty ? 1 : 0);
    m_edit->setEnabled(!isEmpty);
    if (isEmpty)
        return;
    const auto chosen = m_service.scheme(m_schemes->currentData().toString());
    if (!chosen) {
        m_strip->showError(chosen.error());
        return;
    }
    auto assessment = m_service.run(m_isEditing ? m_draft : **chosen, m_scope);
    if (!assessment) {
        m_strip->showError(assessment.error()); // the last values stay
        return;
    }
    if (!assessment->figures.notices.isEmpty())
        m_strip->showMessage(StripMessage::Kind::Warn, assessment->figures.notices.join(QString()));
    else if (m_service.problems().isEmpty() && !m_isEditing)
        m_strip->clear();
    m_assessment = std::make_shared<const services::Assessment>(std::move(*assessment));
    showAssessment();
}

void AssessmentPage::showAssessment() {
    const indicators::AssessmentScheme &scheme = m_assessment->scheme;
    m_description->setText(tr("满分 %1。%2").arg(scheme.fullMarks().text(), scheme.description));
    m_rules->setText(tr("口径：%1").arg(m_assessment->figures.rulesName));
    const qint64 zone = m_zone;
    m_model->setAssessment(m_assessment);
    m_whatIf->setAssessment(m_assessment);
    layOutTable();
    int row = m_model->rowOf(zone);
    for (int first = 0; row < 0 && first < m_model->rowCount(); ++first)
        if (!m_model->isHeading(first))
            row = first;
    if (row >= 0)
        m_table->setCurrentIndex(m_model->index(row, AssessmentModel::Name));
    else
        selectZone(0);
}

void AssessmentPage::layOutTable() {
    QHeaderView *header = m_table->horizontalHeader();
    m_table->clearSpans();
    for (int row = 0; row < m_model->rowCount(); ++row) {
        m_table->setRowHeight(row, m_model->isHeading(row) ? kHeadingHeight : kRowHeight);
        if (m_model->isHeading(row))
            m_table->setSpan(row, 0, 1, m_model->columnCount());
    }
    for (const auto &[column, width] : {std::pair(int(AssessmentModel::Rank), 52),
                                        {AssessmentModel::Total, 78},
                                        {AssessmentModel::Change, 84},
                                        {m_model->bonusColumn(), 72}})
        header->resizeSection(column, width);
    for (int column = AssessmentModel::FirstItem; column < m_model->bonusColumn(); ++column)
        header->resizeSection(column, std::max(kNarrowestItem, header->sectionSizeHint(column)));
    // The name takes what is left; with many items the table scrolls instead.
    int others = 0;
    for (int column = 0; column < m_model->columnCount(); ++column)
        others += column == AssessmentModel::Name ? 0 : header->sectionSize(column);
    header->resizeSection(AssessmentModel::Name,
                          std::max(kNarrowestName, m_table->viewport()->width() - others));
}

bool AssessmentPage::eventFilter(QObject *watched, QEvent *event) {
    if (watched == m_table->viewport() && event->type() == QEvent::Resize)
        layOutTable();
    return Page::eventFilter(watched, event);
}

void AssessmentPage::selectZone(qint64 zone) {
    m_zone = zone;
    m_detail->setScore(m_assessment, zone);
}

void AssessmentPage::openItem(qint64 zone, int at) {
    if (!zone || !m_assessment)
        return;
    const indicators::AssessmentItem &item = m_assessment->scheme.items[std::size_t(at)];
    services::FigureScope scope = m_assessment->scope;
    scope.filter.zones = {zone};
    if (item.measure != indicators::AssessmentMeasure::Target) {
        Q_EMIT explanationRequested(item.rate, scope);
        return;
    }
    const auto evidence = m_service.evidence(*m_assessment, zone, std::size_t(at));
    if (!evidence) {
        m_strip->showError(evidence.error());
        return;
    }
    std::vector<qint64> ids;
    if (evidence->target)
        for (const indicators::CountedRow &row : evidence->target->included)
            ids.push_back(row.projectId);
    const QString name = m_assessment->figuresOf(zone)->name;
    if (ids.empty())
        m_strip->showMessage(StripMessage::Kind::Info, tr("%1　%2：没有计入的项目").arg(name, item.title));
    else
        Q_EMIT projectListRequested(ids, tr("%1　%2").arg(name, item.title));
}

void AssessmentPage::openEditor(bool isOpen) {
    const bool wasEditing = std::exchange(m_isEditing, isOpen);
    m_edit->setChecked(isOpen);
    m_side->setCurrentWidget(isOpen ? static_cast<QWidget *>(m_editor) : m_detail);
    const int side = isOpen ? kEditorWidth : kDetailWidth;
    m_splitter->setSizes({std::max(0, m_splitter->width() - side), side});
    if (isOpen) {
        giveRuleSets();
        if (const auto scheme = m_service.scheme(m_schemes->currentData().toString()))
            m_editor->setScheme(**scheme, m_service.isShipped((*scheme)->id));
    }
    recompute();
    if (wasEditing && !isOpen)
        offerDraft();
}

/// A draft that was closed unsaved can be taken up again.
void AssessmentPage::offerDraft() {
    const indicators::AssessmentScheme draft = m_editor->scheme();
    if (const auto stored = m_service.scheme(draft.id); !stored || **stored == draft)
        return;
    m_strip->showMessage(StripMessage::Kind::Info, tr("对“%1”的改动没有保存").arg(draft.name), tr("继续编辑"),
                         [this, draft] {
                             m_schemes->setCurrentIndex(std::max(0, m_schemes->findData(draft.id)));
                             openEditor(true);
                             m_editor->setScheme(draft, m_service.isShipped(draft.id));
                         });
}

void AssessmentPage::giveRuleSets() {
    const auto rules = workspace().figures.ruleSet(m_scope.rulesId);
    m_editor->setRuleSets(workspace().figures.ruleSets(), rules ? *rules : nullptr);
}

void AssessmentPage::save(bool isCopy) {
    indicators::AssessmentScheme scheme = m_editor->scheme();
    if (isCopy)
        scheme.id = scheme.name;
    if (isCopy && m_service.scheme(scheme.id)) {
        m_strip->showError(fail(ErrorCode::Refused, tr("已有文件名为“%1”的方案").arg(scheme.id),
                                tr("请先在“方案”里改方案名称，再另存为。"))
                               .value());
        return;
    }
    for (const indicators::AssessmentScheme &known : m_service.schemes())
        if (known.name == scheme.name && known.id != scheme.id) {
            m_strip->showError(fail(ErrorCode::Refused, tr("已有名为“%1”的方案").arg(scheme.name),
                                    tr("请先在“方案”里改方案名称。"))
                                   .value());
            return;
        }
    if (const auto saved = m_service.save(scheme); !saved) {
        m_strip->showError(saved.error());
        return;
    }
    fillSchemes(scheme.id);
    m_editor->setScheme(scheme, false);
    recompute();
    m_strip->showMessage(StripMessage::Kind::Info, tr("已保存考核方案“%1”").arg(scheme.name));
}

void AssessmentPage::removeScheme() {
    const auto found = m_service.scheme(m_schemes->currentData().toString());
    if (!found)
        return;
    const indicators::AssessmentScheme removed = **found;
    if (const auto done = m_service.remove(removed.id); !done) {
        m_strip->showError(done.error());
        return;
    }
    fillSchemes({});
    openEditor(false);
    m_strip->showMessage(StripMessage::Kind::Info, tr("已删除考核方案“%1”").arg(removed.name), tr("撤销"),
                         [this, removed] {
                             if (const auto back = m_service.save(removed); !back)
                                 m_strip->showError(back.error());
                             fillSchemes(removed.id);
                             recompute();
                         });
}

} // namespace yipi::gui
