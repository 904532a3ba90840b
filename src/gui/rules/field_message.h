// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>

class QLabel;
class QWidget;

namespace yipi::gui {

/// Says what is wrong right below the field of a form where it is wrong, and frames the field in red. One at
/// a time.
class FieldMessage {
public:
    /// `field` is in a row of a QFormLayout, or part of a widget that is.
    void show(QWidget *field, const QString &text);
    void clear();
    QString text() const;
    QWidget *field() const { return m_field; }

private:
    QPointer<QWidget> m_field;
    QPointer<QLabel> m_label;
};

/// Keeps the wheel from changing boxes that only lie under the pointer while a form is scrolled.
void ignoreWheelUnlessFocused(QWidget *form);

} // namespace yipi::gui
