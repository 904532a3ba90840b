// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace yipi::gui {

class LedgerColumns;

/// The bar that gives all selected rows the same value in one field. Enter applies, Esc closes.
class BulkBar : public QFrame {
    Q_OBJECT

public:
    explicit BulkBar(QWidget *parent = nullptr);

    /// `current` is the column chosen first.
    void open(const LedgerColumns &columns, int current);
    void setRowCount(int rows);

Q_SIGNALS:
    /// `field`: position in the fields of a project.
    void applied(int field, const QString &text);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void apply();
    void close();

    QComboBox *m_field;
    QLineEdit *m_value;
    QPushButton *m_apply;
};

} // namespace yipi::gui
