// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLineEdit;
class QListWidget;
class QListWidgetItem;

namespace yipi::gui {

/// A popup to check the values of a column, with how many rows each has and a line to search them. None
/// checked means all. Each click counts at once; Space checks, Enter and Esc close.
class ValueChecklist : public QFrame {
    Q_OBJECT

public:
    struct Value {
        QString title;
        int rows = 0;
    };

    ValueChecklist(const QString &caption, const std::vector<Value> &values, const QStringList &checked,
                   QWidget *parent);

    /// Opens below (or above) an editor, at least as wide as it.
    void openAt(const QWidget *editor);
    QStringList checkedValues() const;

Q_SIGNALS:
    void checkedChanged(const QStringList &values);

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void narrow(const QString &text);
    void checkAll(bool checked);

    QLineEdit *m_search;
    QListWidget *m_list;
};

} // namespace yipi::gui
