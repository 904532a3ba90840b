// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/records/record_delegate.h"

#include "gui/records/field_input.h"
#include "gui/theme.h"
#include "gui/widgets/leaving_keys.h"

#include <QAbstractItemView>
#include <QKeyEvent>
#include <QPainter>
#include <QPlainTextEdit>

namespace yipi::gui {

namespace {
constexpr int kCellEditorWidth = 120; ///< room for what is typed into a narrow column
}

void RecordDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const {
    FigureDelegate::paint(painter, option, index);
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const bool isError = !index.data(RecordTableModel::ErrorRole).toString().isEmpty();
    const bool isCurrent = view && view->currentIndex() == index;
    if (!isError && !isCurrent)
        return;
    painter->save();
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(isError ? theme().red : theme().ac, 2, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter->drawRect(option.rect.adjusted(1, 1, -2, -2));
    painter->restore();
}

QWidget *RecordDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &,
                                      const QModelIndex &index) const {
    const auto *model = qobject_cast<const RecordTableModel *>(index.model());
    if (!model)
        return nullptr;
    QWidget *editor =
        makeFieldInput(model->ledger(), model->fieldInfo(model->fieldAt(index.column())), parent);
    editor->setAutoFillBackground(true);
    return editor;
}

void RecordDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const {
    if (isInputModified(editor)) // the row changed below; the typing goes on
        return;
    setInputText(editor, index.data(Qt::EditRole).toString());
    if (auto *lines = qobject_cast<QPlainTextEdit *>(editor))
        lines->selectAll();
    else if (auto *line = qobject_cast<QLineEdit *>(editor))
        line->selectAll();
    else if (auto *combo = qobject_cast<QComboBox *>(editor))
        combo->lineEdit()->selectAll();
}

void RecordDelegate::setModelData(QWidget *editor, QAbstractItemModel *model,
                                  const QModelIndex &index) const {
    model->setData(index, inputText(editor));
}

void RecordDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                          const QModelIndex &) const {
    QRect rect = option.rect;
    rect.setWidth(std::max(rect.width(), kCellEditorWidth));
    rect.setHeight(std::max(rect.height(), editor->minimumHeight()));
    if (const QWidget *viewport = editor->parentWidget()) {
        rect.moveRight(std::min(rect.right(), std::max(option.rect.right(), viewport->width() - 1)));
        rect.moveBottom(std::min(rect.bottom(), std::max(option.rect.bottom(), viewport->height() - 1)));
    }
    editor->setGeometry(rect);
}

bool RecordDelegate::eventFilter(QObject *object, QEvent *event) {
    auto *editor = qobject_cast<QWidget *>(object);
    if (!editor || event->type() != QEvent::KeyPress)
        return FigureDelegate::eventFilter(object, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (auto *lines = qobject_cast<QPlainTextEdit *>(editor);
        lines && isEnter && key->modifiers() & Qt::AltModifier) {
        lines->insertPlainText(QStringLiteral("\n"));
        return true;
    }
    const auto step = cellStepOf(*key);
    if (!step)
        return FigureDelegate::eventFilter(object, event);
    Q_EMIT commitData(editor);
    Q_EMIT closeEditor(editor, NoHint);
    Q_EMIT moveRequested(step->rows, step->columns);
    return true;
}

} // namespace yipi::gui
