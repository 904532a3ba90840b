// SPDX-License-Identifier: GPL-3.0-or-later
// Editors of one field, for cells and forms. What is typed is text; only the ledger decides what it means.
#pragma once

#include "services/ledger_service.h"

class QWidget;

namespace yipi::gui {

/// A line, several lines, a list with completion or a search for projects, as the field asks for.
QWidget *makeFieldInput(const services::LedgerService &ledger, const FieldInfo &field, QWidget *parent);
QString inputText(const QWidget *input);
void setInputText(QWidget *input, const QString &text);
/// Whether a person typed into it since its text was set.
bool isInputModified(const QWidget *input);
void setInputReadOnly(QWidget *input, bool isReadOnly);
/// Calls `left` when a person leaves the input or has taken something from its list.
void onInputLeft(QWidget *input, std::function<void()> left);
/// Calls `changed` on every change that a person makes.
void onInputChanged(QWidget *input, std::function<void()> changed);

} // namespace yipi::gui
