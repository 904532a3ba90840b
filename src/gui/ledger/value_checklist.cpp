// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/ledger/value_checklist.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScreen>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace yipi::gui {

namespace {

constexpr int kLines = 12;
constexpr int kLineHeight = 24;

} // namespace

ValueChecklist::ValueChecklist(const QString &caption, const std::vector<Value> &values,
                               const QStringList &checked, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_search(new QLineEdit(this))
    , m_list(new QListWidget(this)) {
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    setAccessibleName(tr("%1：勾选要显示的").arg(caption));
    m_search->setPlaceholderText(tr("查找"));
    m_search->setAccessibleName(tr("在%1中查找").arg(caption));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("values"));
    m_list->setAccessibleName(caption);
    m_list->setUniformItemSizes(true);
    m_list->installEventFilter(this);
    for (const Value &value : values) {
        auto *item = new QListWidgetItem(tr("%1　%2").arg(value.title).arg(value.rows), m_list);
        item->setData(Qt::UserRole, value.title);
        item->setFlags(Qt::ItemIsUserCheckable | Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        item->setCheckState(checked.contains(value.title) ? Qt::Checked : Qt::Unchecked);
    }
    if (m_list->count() > 0)
        m_list->setCurrentRow(0);
    connect(m_list, &QListWidget::itemChanged, this, [this] { Q_EMIT checkedChanged(checkedValues()); });
    connect(m_search, &QLineEdit::textChanged, this, &ValueChecklist::narrow);
    auto *all = new QPushButton(tr("全选"), this);
    auto *none = new QPushButton(tr("不选"), this);
    connect(all, &QPushButton::clicked, this, [this] { checkAll(true); });
    connect(none, &QPushButton::clicked, this, [this] { checkAll(false); });
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(all);
    buttons->addWidget(none);
    buttons->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(6, 6, 6, 6);
    column->setSpacing(6);
    column->addWidget(m_search);
    column->addWidget(m_list);
    column->addLayout(buttons);
    m_list->setMinimumHeight(std::clamp(m_list->count(), 3, kLines) * kLineHeight);
}

void ValueChecklist::openAt(const QWidget *editor) {
    resize(std::max(220, editor->width()), sizeHint().height());
    const QRect room = editor->screen()->availableGeometry();
    QPoint place = editor->mapToGlobal(QPoint(0, editor->height()));
    if (place.y() + height() > room.bottom())
        place.setY(editor->mapToGlobal(QPoint()).y() - height());
    place.setX(std::min(place.x(), room.right() - width()));
    move(place);
    show();
    m_search->setFocus();
}

QStringList ValueChecklist::checkedValues() const {
    QStringList values;
    for (int i = 0; i < m_list->count(); ++i)
        if (m_list->item(i)->checkState() == Qt::Checked)
            values << m_list->item(i)->data(Qt::UserRole).toString();
    return values;
}

void ValueChecklist::narrow(const QString &text) {
    QListWidgetItem *first = nullptr;
    for (int i = 0; i < m_list->count(); ++i) {
        QListWidgetItem *item = m_list->item(i);
        const bool isMatch =
            item->data(Qt::UserRole).toString().contains(text.trimmed(), Qt::CaseInsensitive);
        item->setHidden(!isMatch);
        if (isMatch && !first)
            first = item;
    }
    m_list->setCurrentItem(first);
}

void ValueChecklist::checkAll(bool checked) {
    {
        const QSignalBlocker blocker(m_list);
        for (int i = 0; i < m_list->count(); ++i)
            if (!m_list->item(i)->isHidden())
                m_list->item(i)->setCheckState(checked ? Qt::Checked : Qt::Unchecked);
    }
    m_list->viewport()->update();
    Q_EMIT checkedChanged(checkedValues());
}

bool ValueChecklist::eventFilter(QObject *object, QEvent *event) {
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(object, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        close();
        return true;
    }
    if (object == m_search && (key == Qt::Key_Down || key == Qt::Key_Up)) {
        m_list->setFocus();
        QCoreApplication::sendEvent(m_list, event);
        return true;
    }
    return QFrame::eventFilter(object, event);
}

} // namespace yipi::gui
