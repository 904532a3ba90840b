// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/rules/field_message.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QStyle>

namespace yipi::gui {
namespace {

void setState(QWidget *field, const QString &state) {
    if (field->property("state").toString() == state)
        return;
    field->setProperty("state", state);
    field->style()->unpolish(field);
    field->style()->polish(field);
}

/// The form and the widget in it that holds the field.
std::pair<QFormLayout *, QWidget *> formRowOf(QWidget *field) {
    for (QWidget *w = field; w && w->parentWidget(); w = w->parentWidget()) {
        QLayout *layout = w->parentWidget()->layout();
        for (QFormLayout *form : layout ? layout->findChildren<QFormLayout *>() : QList<QFormLayout *>())
            if (form->indexOf(w) >= 0)
                return {form, w};
        if (auto *form = qobject_cast<QFormLayout *>(layout); form && form->indexOf(w) >= 0)
            return {form, w};
    }
    return {};
}

class WheelGuard : public QObject {
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override {
        auto *widget = static_cast<QWidget *>(watched);
        if (event->type() != QEvent::Wheel || widget->hasFocus())
            return false;
        event->ignore(); // the form scrolls
        return true;
    }
};

} // namespace

void FieldMessage::show(QWidget *field, const QString &text) {
    if (m_field == field && m_label) {
        m_label->setText(text);
        return;
    }
    clear();
    const auto [form, holder] = formRowOf(field);
    if (!form)
        return;
    int row = 0;
    QFormLayout::ItemRole role{};
    form->getWidgetPosition(holder, &row, &role);
    m_label = new QLabel(text);
    m_label->setObjectName(QStringLiteral("fieldMessage"));
    m_label->setProperty("role", QStringLiteral("red"));
    m_label->setWordWrap(true);
    form->insertRow(row + 1, QString(), m_label);
    m_field = field;
    field->setAccessibleDescription(text);
    setState(field, QStringLiteral("error"));
}

void FieldMessage::clear() {
    if (m_label)
        if (const auto [form, holder] = formRowOf(m_label); form)
            form->removeRow(m_label);
    if (m_field) {
        m_field->setAccessibleDescription({});
        setState(m_field, {});
    }
    m_field = nullptr;
}

QString FieldMessage::text() const {
    return m_label ? m_label->text() : QString();
}

void ignoreWheelUnlessFocused(QWidget *form) {
    auto *guard = new WheelGuard(form);
    for (QWidget *widget : form->findChildren<QWidget *>())
        if (qobject_cast<QComboBox *>(widget) || qobject_cast<QAbstractSpinBox *>(widget)) {
            widget->setFocusPolicy(Qt::StrongFocus);
            widget->installEventFilter(guard);
        }
}

} // namespace yipi::gui
