// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/records/field_input.h"

#include "gui/ledger/choice_editor.h"
#include "gui/records/project_suggestions.h"

#include <QComboBox>
#include <QEvent>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace yipi::gui {

namespace {

constexpr int kTextLines = 64;              ///< px of a field of several lines
constexpr const char *kSetText = "setText"; ///< what a person may have changed since

QStringList choicesOfField(const services::LedgerService &ledger, const FieldInfo &field) {
    QStringList list;
    if (field.type == FieldType::Flag)
        return {QCoreApplication::translate("RecordsPage", "是"),
                QCoreApplication::translate("RecordsPage", "否")};
    if (field.type == FieldType::Choice)
        for (const Choice &choice : field.choices)
            list << choice.title;
    if (field.type != FieldType::Reference)
        return list;
    if (field.target == EntityKind::Zone)
        for (const Zone &zone : ledger.zones())
            list << zone.name;
    if (field.target == EntityKind::IndustryChain)
        for (const IndustryChain &chain : ledger.chains())
            list << chain.name;
    if (field.target == EntityKind::Campaign)
        for (const Campaign &campaign : ledger.campaigns())
            list << campaign.key().text();
    return list;
}

class LeaveFilter : public QObject {
public:
    LeaveFilter(QObject *watched, std::function<void()> left)
        : QObject(watched)
        , m_left(std::move(left)) {
        watched->installEventFilter(this);
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override {
        if (event->type() == QEvent::FocusOut)
            m_left();
        return QObject::eventFilter(watched, event);
    }

private:
    std::function<void()> m_left;
};

QLineEdit *lineOf(const QWidget *input) {
    const auto *combo = qobject_cast<const QComboBox *>(input);
    return combo ? combo->lineEdit() : qobject_cast<QLineEdit *>(const_cast<QWidget *>(input));
}

const QPlainTextEdit *linesOf(const QWidget *input) {
    return qobject_cast<const QPlainTextEdit *>(input);
}

} // namespace

QWidget *makeFieldInput(const services::LedgerService &ledger, const FieldInfo &field, QWidget *parent) {
    QWidget *input = nullptr;
    const QStringList choices = choicesOfField(ledger, field);
    if (!choices.isEmpty()) {
        input = new ChoiceEditor(choices, parent);
        static_cast<ChoiceEditor *>(input)->setCurrentText({});
    } else if (field.type == FieldType::LongText) {
        auto *lines = new QPlainTextEdit(parent);
        lines->setTabChangesFocus(true);
        lines->setFixedHeight(kTextLines);
        input = lines;
    } else if (field.type == FieldType::Reference && field.target == EntityKind::Project) {
        input = new ProjectInput(ledger, parent);
    } else {
        input = new QLineEdit(parent);
    }
    input->setAccessibleName(field.title);
    input->setObjectName(field.key);
    return input;
}

QString inputText(const QWidget *input) {
    if (const QPlainTextEdit *lines = linesOf(input))
        return lines->toPlainText();
    return lineOf(input)->text();
}

void setInputText(QWidget *input, const QString &text) {
    input->setProperty(kSetText, text);
    if (inputText(input) == text)
        return;
    if (auto *lines = qobject_cast<QPlainTextEdit *>(input)) {
        const QSignalBlocker quiet(lines);
        lines->setPlainText(text);
        return;
    }
    if (auto *combo = qobject_cast<QComboBox *>(input)) {
        const QSignalBlocker quiet(combo);
        combo->setCurrentText(text);
    } else {
        lineOf(input)->setText(text);
    }
    lineOf(input)->setCursorPosition(0); // the beginning of a long name tells most
}

bool isInputModified(const QWidget *input) {
    const QVariant text = input->property(kSetText);
    return text.isValid() && inputText(input) != text.toString();
}

void setInputReadOnly(QWidget *input, bool isReadOnly) {
    if (auto *lines = qobject_cast<QPlainTextEdit *>(input))
        lines->setReadOnly(isReadOnly);
    else if (qobject_cast<QComboBox *>(input))
        input->setEnabled(!isReadOnly);
    else
        lineOf(input)->setReadOnly(isReadOnly);
}

void onInputLeft(QWidget *input, std::function<void()> left) {
    if (linesOf(input)) {
        new LeaveFilter(input, std::move(left));
        return;
    }
    if (auto *combo = qobject_cast<QComboBox *>(input))
        QObject::connect(combo, &QComboBox::activated, input, left);
    QObject::connect(lineOf(input), &QLineEdit::editingFinished, input, left);
}

void onInputChanged(QWidget *input, std::function<void()> changed) {
    if (auto *lines = qobject_cast<QPlainTextEdit *>(input))
        QObject::connect(lines, &QPlainTextEdit::textChanged, input, changed);
    else if (auto *combo = qobject_cast<QComboBox *>(input))
        QObject::connect(combo, &QComboBox::currentTextChanged, input, changed);
    else
        QObject::connect(lineOf(input), &QLineEdit::textEdited, input, changed);
}

} // namespace yipi::gui
