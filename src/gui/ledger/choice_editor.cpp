// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/ledger/choice_editor.h"

#include "gui/widgets/pinyin_completer.h"

#include <QAbstractItemView>
#include <QCoreApplication>
#include <QKeyEvent>

namespace yipi::gui {

ChoiceEditor::ChoiceEditor(const QStringList &choices, QWidget *parent)
    : QComboBox(parent) {
    setEditable(true);
    setInsertPolicy(NoInsert);
    addItems(choices);
    setCompleter(new PinyinCompleter(choices, this));
    completer()->popup()->installEventFilter(this); // is asked before the completer's own
    view()->setMinimumWidth(sizeHint().width());
}

void ChoiceEditor::takeCompletion() {
    const QModelIndex chosen = completer()->popup()->currentIndex();
    if (chosen.isValid())
        setCurrentText(chosen.data().toString());
    else if (completer()->completionCount() == 1)
        setCurrentText(completer()->currentCompletion());
}

bool ChoiceEditor::eventFilter(QObject *watched, QEvent *event) {
    if (watched != completer()->popup() || event->type() != QEvent::KeyPress)
        return QComboBox::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        takeCompletion();
        completer()->popup()->hide();
        QCoreApplication::sendEvent(this, event); // leaves the cell like any other editor
        return true;
    default:
        return false;
    }
}

} // namespace yipi::gui
