// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QCheckBox;
class QLabel;
class QListWidget;
class QPushButton;

namespace yipi::gui {

struct PasteOffer;

/// The strip above the grid that tells what a paste would do before it is done. Enter writes, Esc gives it
/// up.
class PasteBar : public QFrame {
    Q_OBJECT

public:
    explicit PasteBar(QWidget *parent = nullptr);

    void open(const PasteOffer &offer);

Q_SIGNALS:
    void accepted();
    void cancelled();
    void addingToggled(bool adds);
    void wizardRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QLabel *m_summary;
    QCheckBox *m_adds;
    QListWidget *m_failures;
    QPushButton *m_write;
    QPushButton *m_wizard;
};

} // namespace yipi::gui
