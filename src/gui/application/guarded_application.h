// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>

namespace yipi::gui {

/// An application in which an exception of an event handler ends in the log and in front of the user, not in
/// abort().
class GuardedApplication : public QApplication {
    Q_OBJECT

public:
    using QApplication::QApplication;
    bool notify(QObject *receiver, QEvent *event) override;

private:
    bool m_isShowing = false;
};

} // namespace yipi::gui
