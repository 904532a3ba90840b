// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;

namespace yipi::gui {

/// The strip that offers what a former run could not finish: 填入 puts it into its cell to be finished, 放弃
/// forgets it.
class UnfinishedBar : public QFrame {
    Q_OBJECT

public:
    explicit UnfinishedBar(QWidget *parent = nullptr);

    void open(const QString &cell, const QString &text);

Q_SIGNALS:
    void filled();
    void abandoned();

private:
    QLabel *m_text;
};

} // namespace yipi::gui
