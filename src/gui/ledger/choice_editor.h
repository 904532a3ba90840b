// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

namespace yipi::gui {

/// Editor of a cell with a list to choose from: typing narrows the list, in Chinese, by pinyin or
/// by first letters; Enter and Tab take what is left of
/// it and leave the cell at once.
class ChoiceEditor : public QComboBox {
    Q_OBJECT

public:
    ChoiceEditor(const QStringList &choices, QWidget *parent);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// The highlighted choice, else the only one that fits; without either the text stays as typed.
    void takeCompletion();
};

} // namespace yipi::gui
