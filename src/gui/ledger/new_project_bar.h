// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/zone.h"

#include <QFrame>

class QComboBox;
class QLabel;
class QLineEdit;

namespace yipi::gui {

/// The row above the grid in which a new project gets its name and zone. Closes by itself only when it was
/// taken.
class NewProjectBar : public QFrame {
    Q_OBJECT

public:
    explicit NewProjectBar(QWidget *parent = nullptr);

    /// Shows itself with these zones to choose from; `zoneId` is chosen first.
    void open(const std::vector<Zone> &zones, qint64 zoneId);
    void showReason(const QString &reason);
    void close();

Q_SIGNALS:
    void submitted(const QString &name, qint64 zoneId);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void submit();

    QLineEdit *m_name;
    QComboBox *m_zone;
    QLabel *m_reason;
};

} // namespace yipi::gui
