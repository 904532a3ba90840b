// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/history/set_filter_bar.h"

#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QTimer>

namespace yipi::gui {

namespace {
constexpr int kTypingMs = 200; ///< a pause in typing
constexpr int kWeekDays = 7;
constexpr int kMonthDays = 30;
} // namespace

SetFilterBar::SetFilterBar(QWidget *parent)
    : QFrame(parent)
    , m_text(new QLineEdit(this))
    , m_source(new QComboBox(this))
    , m_user(new QComboBox(this))
    , m_span(new QComboBox(this))
    , m_from(new QDateEdit(this))
    , m_until(new QDateEdit(this))
    , m_note(new QLabel(this))
    , m_typing(new QTimer(this)) {
    setObjectName(QStringLiteral("filterBar")); // in the look of the window's own
    m_text->setObjectName(QStringLiteral("setText"));
    m_text->setPlaceholderText(tr("操作或理由中的文字"));
    m_text->setAccessibleName(tr("查找修改记录"));
    m_text->setClearButtonEnabled(true);
    m_text->setMinimumWidth(150);
    m_source->setObjectName(QStringLiteral("setSource"));
    m_source->setAccessibleName(tr("来源"));
    m_source->addItem(tr("全部来源"));
    for (std::size_t i = 0; i < choicesOf<ChangeSource>().size(); ++i)
        m_source->addItem(title(ChangeSource(i)), int(i));
    m_user->setObjectName(QStringLiteral("setUser"));
    m_user->setAccessibleName(tr("用户"));
    m_user->addItem(tr("全部用户"));
    m_span->setObjectName(QStringLiteral("setSpan"));
    m_span->setAccessibleName(tr("时间"));
    m_span->addItems({tr("全部时间"), tr("今天"), tr("近 7 天"), tr("近 30 天"), tr("今年"), tr("自选日期")});
    for (QDateEdit *edit : {m_from, m_until}) {
        edit->setCalendarPopup(true);
        edit->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
        edit->setDate(QDate::currentDate());
        edit->hide();
        connect(edit, &QDateEdit::dateChanged, this, &SetFilterBar::filterChanged);
    }
    m_from->setAccessibleName(tr("起始日期"));
    m_until->setAccessibleName(tr("截止日期"));
    m_note->setProperty("role", QStringLiteral("note"));
    m_note->setObjectName(QStringLiteral("setNote"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 6, 12, 6);
    row->setSpacing(8);
    row->addWidget(m_text, 1);
    for (QWidget *control :
         std::initializer_list<QWidget *>{m_source, m_user, m_span, m_from, m_until, m_note})
        row->addWidget(control);
    m_typing->setSingleShot(true);
    m_typing->setInterval(kTypingMs);
    connect(m_text, &QLineEdit::textChanged, m_typing, qOverload<>(&QTimer::start));
    connect(m_typing, &QTimer::timeout, this, &SetFilterBar::filterChanged);
    connect(m_text, &QLineEdit::returnPressed, this, &SetFilterBar::filterChanged);
    for (QComboBox *box : {m_source, m_user})
        connect(box, &QComboBox::currentIndexChanged, this, &SetFilterBar::filterChanged);
    connect(m_span, &QComboBox::currentIndexChanged, this, &SetFilterBar::spanChosen);
}

void SetFilterBar::spanChosen() {
    const bool isOwn = m_span->currentIndex() == Own;
    m_from->setVisible(isOwn);
    m_until->setVisible(isOwn);
    Q_EMIT filterChanged();
}

services::SetFilter SetFilterBar::filter() const {
    services::SetFilter filter;
    filter.text = m_text->text();
    if (m_source->currentIndex() > 0)
        filter.source = ChangeSource(m_source->currentData().toInt());
    if (m_user->currentIndex() > 0)
        filter.user = m_user->currentText();
    const QDate today = QDate::currentDate();
    switch (m_span->currentIndex()) {
    case Today:
        filter.from = today;
        break;
    case Week:
        filter.from = today.addDays(1 - kWeekDays);
        break;
    case Month:
        filter.from = today.addDays(1 - kMonthDays);
        break;
    case Year:
        filter.from = QDate(today.year(), 1, 1);
        break;
    case Own:
        filter.from = m_from->date();
        filter.until = m_until->date();
        break;
    default:
        break;
    }
    return filter;
}

void SetFilterBar::setUsers(const QStringList &users) {
    const QSignalBlocker quiet(m_user);
    const QString chosen = m_user->currentIndex() > 0 ? m_user->currentText() : QString();
    while (m_user->count() > 1)
        m_user->removeItem(1);
    m_user->addItems(users);
    m_user->setCurrentIndex(chosen.isEmpty() ? 0 : std::max(0, m_user->findText(chosen)));
}

void SetFilterBar::setNote(const QString &note) {
    m_note->setText(note);
}

void SetFilterBar::clear() {
    {
        const QSignalBlocker text(m_text), source(m_source), user(m_user);
        m_text->clear();
        m_source->setCurrentIndex(0);
        m_user->setCurrentIndex(0);
        const QSignalBlocker span(m_span);
        m_span->setCurrentIndex(Always);
    }
    spanChosen();
}

} // namespace yipi::gui
