// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/import/import_review.h"

#include "gui/import/findings_model.h"
#include "gui/import/import_tables.h"
#include "gui/import/options_delegate.h"
#include "gui/import/row_choice_model.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>

namespace yipi::gui {

ImportReview::ImportReview(ImportSession &session, const services::LedgerService &ledger, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_findings(new FindingsModel(this))
    , m_choices(new RowChoiceModel(ledger, this))
    , m_tabs(new QTabWidget(this))
    , m_alike(new QCheckBox(tr("同列同值一起改"), this))
    , m_accept(new QPushButton(tr("采纳建议"), this))
    , m_export(new QPushButton(tr("导出问题表…"), this)) {
    m_alike->setChecked(true);
    m_alike->setObjectName(QStringLiteral("alikeBox"));
    m_alike->setToolTip(tr("改一格时，同一列里原值相同的各格一起改；原文件不改"));
    m_accept->setObjectName(QStringLiteral("acceptSuggestions"));
    m_export->setObjectName(QStringLiteral("exportMarked"));
    m_export->setToolTip(tr("原表另存一份，有问题的格涂色并加批注，可发回填报单位改正"));
    for (QPushButton *button : {m_accept, m_export})
        button->setProperty("role", QStringLiteral("small"));
    auto *corner = new QWidget(this);
    auto *row = new QHBoxLayout(corner);
    row->setContentsMargins(0, 2, 8, 2);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_alike, m_accept, m_export})
        row->addWidget(widget);
    m_tabs->addTab(makeFindings(), QString());
    m_tabs->addTab(makeChoices(), QString());
    m_tabs->setCornerWidget(corner);
    m_tabs->setDocumentMode(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_tabs);
    connect(m_accept, &QPushButton::clicked, this,
            [this] { Q_EMIT fixed(m_session.fixCells(m_findings->suggestions())); });
    connect(m_export, &QPushButton::clicked, this, &ImportReview::markedFileRequested);
    connect(m_findings, &FindingsModel::fixRequested, this, &ImportReview::fix, Qt::QueuedConnection);
    connect(m_choices, &RowChoiceModel::chosen, &m_session, &ImportSession::choose, Qt::QueuedConnection);
    showPlan(false);
}

QWidget *ImportReview::makeFindings() {
    QTableView *view = makeTable(m_findings, tr("逐格问题"), 28);
    setColumnWidths(view, {26, 92, 52, 92, 96, 44});
    view->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                          QAbstractItemView::AnyKeyPressed);
    const auto jump = [this](const QModelIndex &index) {
        if (const exchange::Finding *finding = m_findings->finding(index.row()))
            Q_EMIT findingChosen(*finding);
    };
    connect(view, &QTableView::clicked, this, jump);
    connect(view, &QTableView::activated, this, jump);
    return view;
}

QWidget *ImportReview::makeChoices() {
    m_choiceView = makeTable(m_choices, tr("疑似重复和冲突"), 28);
    setColumnWidths(m_choiceView, {130, 150, 210});
    m_choiceView->setItemDelegateForColumn(
        RowChoiceModel::Choice, new OptionsDelegate(RowChoiceModel::kOptionsRole, tr("处理"), m_choiceView));
    m_choiceView->setEditTriggers(QAbstractItemView::AllEditTriggers);
    return m_choiceView;
}

void ImportReview::showPlan(bool isReady) {
    const exchange::ImportPlan &plan = m_session.plan();
    m_findings->setFindings(isReady ? &plan.findings : nullptr, m_session.files().size() > 1);
    m_choices->setPlan(&m_session.files(), isReady ? &plan : nullptr, m_session.options().onConflict);
    m_tabs->setTabText(0, isReady
                              ? tr("逐格问题（错误 %1，提示 %2）").arg(plan.errorCount).arg(plan.warningCount)
                              : tr("逐格问题"));
    const int doubts = m_choices->doubtCount(), conflicts = m_choices->conflictCount();
    m_tabs->setTabText(1, isReady ? tr("疑似重复 %1，与台账不同 %2").arg(doubts).arg(conflicts)
                                  : tr("疑似重复和冲突"));
    m_accept->setEnabled(isReady && !m_findings->suggestions().empty());
    m_export->setEnabled(isReady && !plan.findings.isEmpty());
}

void ImportReview::fix(const Place &place, const QString &text) {
    Q_EMIT fixed(m_session.fixCell(place, text, m_alike->isChecked()));
}

} // namespace yipi::gui
