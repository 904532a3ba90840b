// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/records/record_panel.h"

#include "gui/records/record_form.h"
#include "gui/records/record_history.h"
#include "gui/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace yipi::gui {

namespace {
constexpr int kRecordPanelWidth = 316;
constexpr int kFollowDelayMs = 60; ///< a held arrow key does not read every record it passes
} // namespace

RecordPanel::RecordPanel(RecordTableModel &model, QWidget *parent)
    : QFrame(parent)
    , m_model(model)
    , m_timer(new QTimer(this)) {
    setProperty("role", QStringLiteral("panel"));
    setAccessibleName(tr("记录信息"));
    setMinimumWidth(kRecordPanelWidth);
    setMaximumWidth(kRecordPanelWidth + 160);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 0, 0, 0);
    column->setSpacing(0);
    setUpHead(column);
    setUpBody(column);
    setUpFoot(column);
    m_timer->setSingleShot(true);
    m_timer->setInterval(kFollowDelayMs);
    connect(m_timer, &QTimer::timeout, this, &RecordPanel::refresh);
    connect(&m_model.ledger(), &services::LedgerService::ledgerChanged, m_timer, qOverload<>(&QTimer::start));
    connect(&m_model, &RecordTableModel::editRejected, this, [this](qint64 id) {
        if (id == m_id)
            m_timer->start();
    });
    connect(&m_model, &RecordTableModel::dataChanged, m_timer, qOverload<>(&QTimer::start));
    changeKind();
}

void RecordPanel::setUpHead(QVBoxLayout *column) {
    auto *head = new QFrame(this);
    head->setProperty("role", QStringLiteral("panelHeader"));
    head->setFixedHeight(34);
    m_title = new QLabel(head);
    m_title->setProperty("role", QStringLiteral("title"));
    auto *close = new QToolButton(head);
    close->setIcon(icon(QStringLiteral("x")));
    close->setToolTip(tr("关闭右侧栏（F6）"));
    close->setAccessibleName(tr("关闭右侧栏"));
    connect(close, &QToolButton::clicked, this, &RecordPanel::closeRequested);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(12, 0, 6, 0);
    row->addWidget(m_title, 1);
    row->addWidget(close);
    column->addWidget(head);
}

void RecordPanel::setUpBody(QVBoxLayout *column) {
    auto *body = new QWidget(this);
    QPalette colors = body->palette();
    colors.setColor(QPalette::Window, theme().surf);
    body->setPalette(colors);
    body->setAutoFillBackground(true);
    m_subject = new QLabel(body);
    m_subject->setProperty("role", QStringLiteral("label"));
    m_subject->setWordWrap(true);
    m_historyTitle = new QLabel(tr("最近变更"), body);
    m_historyTitle->setProperty("role", QStringLiteral("title"));
    m_history = new QLabel(body);
    m_history->setObjectName(QStringLiteral("recordHistory"));
    m_history->setTextFormat(Qt::RichText);
    m_history->setWordWrap(true);
    m_history->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_body = new QVBoxLayout(body);
    m_body->setContentsMargins(12, 10, 12, 12);
    m_body->setSpacing(8);
    m_body->addWidget(m_subject);
    m_body->addWidget(m_historyTitle);
    m_body->addWidget(m_history);
    m_body->addStretch(1);
    m_scroll = new QScrollArea(this);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(body);
    column->addWidget(m_scroll, 1);
}

void RecordPanel::setUpFoot(QVBoxLayout *column) {
    m_foot = new QWidget(this);
    m_problem = new QLabel(m_foot);
    m_problem->setObjectName(QStringLiteral("addProblem"));
    m_problem->setProperty("role", QStringLiteral("red"));
    m_problem->setWordWrap(true);
    auto *add = new QPushButton(tr("添加"), m_foot);
    add->setObjectName(QStringLiteral("addRecord"));
    add->setProperty("role", QStringLiteral("primary"));
    add->setToolTip(tr("写入台账（Ctrl+Enter）"));
    auto *cancel = new QPushButton(tr("取消"), m_foot);
    cancel->setObjectName(QStringLiteral("cancelRecord"));
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(add);
    buttons->addWidget(cancel);
    auto *foot = new QVBoxLayout(m_foot);
    foot->setContentsMargins(12, 6, 12, 10);
    foot->addWidget(m_problem);
    foot->addLayout(buttons);
    column->addWidget(m_foot);
    auto *finish = new QAction(this); // from whatever field, also one that takes Enter itself
    finish->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)});
    finish->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(finish, &QAction::triggered, this, [this] {
        if (m_adding)
            submit();
    });
    addAction(finish);
    connect(add, &QPushButton::clicked, this, &RecordPanel::submit);
    connect(cancel, &QPushButton::clicked, this, &RecordPanel::stopAdding);
}

void RecordPanel::replaceForm(bool adding) {
    if (m_form) {
        m_form->hide();
        m_form->deleteLater(); // one of its fields may be the sender
    }
    m_adding = adding;
    m_form = new RecordForm(m_model.kind(), adding ? RecordForm::Purpose::Add : RecordForm::Purpose::Edit,
                            m_model, this);
    m_form->setObjectName(QStringLiteral("recordForm"));
    m_body->insertWidget(1, m_form);
    m_foot->setVisible(adding);
    m_problem->hide();
    m_scroll->verticalScrollBar()->setValue(0);
}

void RecordPanel::changeKind() {
    m_id = 0;
    replaceForm(false);
    refresh();
}

void RecordPanel::showRecord(qint64 id) {
    m_id = id;
    m_timer->start();
}

void RecordPanel::refresh() {
    m_timer->stop();
    const QString &kind = entityInfo(m_model.kind()).title;
    const auto record = m_id && !m_adding ? m_model.ledger().record(m_model.kind(), m_id)
                                          : Result<Record>(fail(ErrorCode::NotFound, tr("未选中记录")));
    m_title->setText(m_adding ? tr("新增%1").arg(kind) : kind);
    m_subject->setVisible(m_adding || !record);
    m_subject->setText(m_adding ? tr("带 * 的必须填写") : tr("未选中记录"));
    m_form->setVisible(m_adding || record);
    m_historyTitle->setVisible(!m_adding && record);
    m_history->setVisible(!m_adding && record);
    if (!record)
        return;
    m_form->showRecord(*record);
    m_history->setText(historyHtml(m_model.ledger(), m_model.kind(), m_id));
}

void RecordPanel::startAdding() {
    if (!m_adding)
        replaceForm(true);
    refresh();
    m_form->focusFirst();
}

bool RecordPanel::isPending() const {
    return m_timer->isActive();
}

bool RecordPanel::hasUnsavedText() const {
    return m_adding && m_form->hasText();
}

void RecordPanel::stopAdding() {
    if (!m_adding)
        return;
    replaceForm(false);
    refresh();
    Q_EMIT addingStopped();
}

void RecordPanel::showErrors(const Error &error) {
    const bool hasPlace = m_form->showErrors(error);
    m_problem->setText(hasPlace ? tr("还没有添加，请改正标红的字段") : error.text());
    m_problem->show();
}

void RecordPanel::submit() {
    Q_EMIT additionRequested(m_form->typed());
}

void RecordPanel::keyPressEvent(QKeyEvent *event) {
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (m_adding && event->key() == Qt::Key_Escape)
        stopAdding();
    else if (m_adding && isEnter)
        submit(); // from a line; several lines keep a plain Enter to themselves
    else
        QFrame::keyPressEvent(event);
}

} // namespace yipi::gui
