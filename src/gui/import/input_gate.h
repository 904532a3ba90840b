// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace yipi::gui {

/// While it lives, mouse and keys reach only one widget (the strip with 取消). Work that has to stay on the
/// GUI thread can then let the window repaint without anybody changing the ledger below it.
class InputGate : public QObject {
    Q_OBJECT

public:
    explicit InputGate(QWidget *open);
    ~InputGate() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *m_open;
};

} // namespace yipi::gui
