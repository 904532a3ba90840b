// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/ledger/filter_row.h"

#include "gui/ledger/column_arrangement.h"
#include "gui/ledger/frozen_columns.h"
#include "gui/ledger/grouped_header_view.h"
#include "gui/ledger/ledger_view.h"
#include "gui/theme.h"

#include <QAction>
#include <QKeyEvent>
#include <QSignalBlocker>
#include <QStyle>
#include <QTimer>

namespace yipi::gui {

namespace {

const char *const kColumn = "column";

QString hint(ColumnFilterKind kind) {
    switch (kind) {
    case ColumnFilterKind::Text:
        return FilterRow::tr("包含…");
    case ColumnFilterKind::Number:
        return FilterRow::tr(">、a..b");
    case ColumnFilterKind::Date:
        return FilterRow::tr("日期…");
    default:
        return FilterRow::tr("全部");
    }
}

QString help(ColumnFilterKind kind) {
    switch (kind) {
    case ColumnFilterKind::Text:
        return FilterRow::tr("包含所写的文字；=文字 为完全相同，≠文字 为不同，!文字 为不含；空、非空");
    case ColumnFilterKind::Number:
        return FilterRow::tr("=、≠、>、≥、<、≤ 或 1..5；金额可写 5000万、1.2亿；空、非空");
    case ColumnFilterKind::Date:
        return FilterRow::tr("2024、2024.3、2024.3..2024.5、<2024.6.1；空、非空");
    default:
        return FilterRow::tr("Alt+↓ 从清单中勾选；直接写为包含；空、非空");
    }
}

} // namespace

FilterRow::FilterRow(const LedgerColumns &columns, LedgerView *view)
    : QObject(view)
    , m_columns(columns)
    , m_view(view)
    , m_settle(new QTimer(this)) {
    m_settle->setSingleShot(true);
    m_settle->setInterval(0);
    connect(m_settle, &QTimer::timeout, this, &FilterRow::filtersChanged);
    connect(view->arrangement(), &ColumnArrangement::changed, this, &FilterRow::place);
}

void FilterRow::setShown(bool shown) {
    if (shown == m_isShown)
        return;
    m_isShown = shown;
    for (GroupedHeaderView *header : m_view->headers())
        header->setRoomBelow(shown ? GroupedHeaderView::kTitleHeight : 0);
    m_view->placeHalves();
    place();
    if (!shown)
        m_view->setFocus();
    Q_EMIT shownChanged(shown);
}

void FilterRow::setFilters(const ColumnFilters &filters) {
    m_filters = filters;
    for (const auto &[column, edit] : m_editors) {
        const QSignalBlocker blocker(edit);
        const auto it = filters.find(m_columns.at(column).key);
        edit->setText(it == filters.end() ? QString() : it->second);
        setProblem(column, {});
    }
}

void FilterRow::setFilter(int column, const QString &typed_) {
    if (const auto it = m_editors.find(column); it != m_editors.end())
        it->second->setText(typed_);
    else
        typed(column, typed_);
}

void FilterRow::typed(int column, const QString &text) {
    const QString &key = m_columns.at(column).key;
    if (text.trimmed().isEmpty())
        m_filters.erase(key);
    else
        m_filters[key] = text;
    m_settle->start();
}

void FilterRow::setProblem(int column, const QString &reason) {
    QLineEdit *edit = m_isShown ? editor(column) : nullptr;
    if (!edit)
        return;
    const QString state = reason.isEmpty() ? QString() : QStringLiteral("error");
    const ColumnFilterKind kind = columnFilterKind(m_columns.at(column));
    edit->setToolTip(reason.isEmpty() ? help(kind) : reason);
    edit->setAccessibleDescription(edit->toolTip());
    if (edit->property("state").toString() == state)
        return;
    edit->setProperty("state", state);
    edit->style()->unpolish(edit);
    edit->style()->polish(edit);
}

QLineEdit *FilterRow::makeEditor(int column) {
    const ColumnFilterKind kind = columnFilterKind(m_columns.at(column));
    auto *edit = new QLineEdit(m_view->headers()[0]->viewport());
    edit->setObjectName(QStringLiteral("filter_") + m_columns.at(column).key);
    edit->setProperty("role", QStringLiteral("filterCell"));
    edit->setProperty(kColumn, column);
    edit->setPlaceholderText(hint(kind));
    edit->setToolTip(help(kind));
    edit->setAccessibleName(tr("筛选%1").arg(m_columns.at(column).title));
    edit->setAccessibleDescription(help(kind));
    if (const auto it = m_filters.find(m_columns.at(column).key); it != m_filters.end())
        edit->setText(it->second);
    if (kind == ColumnFilterKind::List) {
        QAction *open = edit->addAction(icon(QStringLiteral("down")), QLineEdit::TrailingPosition);
        open->setText(tr("勾选%1").arg(m_columns.at(column).title));
        connect(open, &QAction::triggered, this,
                [this, column, edit] { Q_EMIT listRequested(column, edit); });
    }
    connect(edit, &QLineEdit::textChanged, this,
            [this, column](const QString &text) { typed(column, text); });
    edit->installEventFilter(this);
    return edit;
}

QLineEdit *FilterRow::editor(int column) {
    if (const auto it = m_editors.find(column); it != m_editors.end())
        return it->second;
    if (columnFilterKind(m_columns.at(column)) == ColumnFilterKind::None)
        return nullptr;
    QLineEdit *edit = makeEditor(column);
    m_editors.emplace(column, edit);
    place();
    return edit;
}

void FilterRow::place() {
    const ColumnArrangement &columns = *m_view->arrangement();
    for (int column = 0; column < m_columns.count(); ++column) {
        const bool isVisible = m_isShown && !columns.isHidden(column);
        const auto made = m_editors.find(column);
        if (!isVisible) {
            if (made != m_editors.end())
                made->second->hide();
            continue;
        }
        GroupedHeaderView *header = m_view->headers()[columns.isFrozen(column) ? 1 : 0];
        const int left = header->sectionViewportPosition(column), width = header->sectionSize(column);
        // What never comes into sight needs no editor.
        if (made == m_editors.end() && (left > header->viewport()->width() ||
                                        columnFilterKind(m_columns.at(column)) == ColumnFilterKind::None))
            continue;
        QLineEdit *edit = made == m_editors.end()
                              ? m_editors.emplace(column, makeEditor(column)).first->second
                              : made->second;
        if (edit->parentWidget() != header->viewport())
            edit->setParent(header->viewport());
        edit->setGeometry(left + 1, GroupedHeaderView::kGroupHeight + GroupedHeaderView::kTitleHeight + 1,
                          width - 3, GroupedHeaderView::kTitleHeight - 3);
        edit->show();
    }
}

void FilterRow::edit(int column) {
    setShown(true);
    m_view->showColumn(column);
    if (QLineEdit *edit = editor(column)) {
        place();
        edit->setFocus(Qt::ShortcutFocusReason);
        edit->selectAll();
    }
}

void FilterRow::editNeighbour(int column, int by) {
    for (int next = m_view->arrangement()->neighbour(column, by); next >= 0;
         next = m_view->arrangement()->neighbour(next, by))
        if (columnFilterKind(m_columns.at(next)) != ColumnFilterKind::None) {
            edit(next);
            return;
        }
}

bool FilterRow::keyPressed(int column, int key, Qt::KeyboardModifiers modifiers) {
    switch (key) {
    case Qt::Key_Tab:
        editNeighbour(column, 1);
        return true;
    case Qt::Key_Backtab:
        editNeighbour(column, -1);
        return true;
    case Qt::Key_Escape:
        if (editor(column)->text().isEmpty())
            m_view->setFocus();
        else
            editor(column)->clear();
        return true;
    case Qt::Key_Down:
        if ((modifiers & Qt::AltModifier) &&
            columnFilterKind(m_columns.at(column)) == ColumnFilterKind::List) {
            Q_EMIT listRequested(column, editor(column));
            return true;
        }
        [[fallthrough]];
    case Qt::Key_Return:
    case Qt::Key_Enter:
        m_view->setFocus();
        return true;
    default:
        return false;
    }
}

bool FilterRow::eventFilter(QObject *object, QEvent *event) {
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (keyPressed(object->property(kColumn).toInt(), key->key(), key->modifiers()))
            return true;
    }
    return QObject::eventFilter(object, event);
}

} // namespace yipi::gui
