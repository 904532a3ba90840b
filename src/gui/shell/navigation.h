// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

class QStandardItemModel;

namespace yipi::gui {

/// The page list at the left: icon, title, count; 148 px wide or 44 px with icons only.
class Navigation : public QListView {
    Q_OBJECT

public:
    explicit Navigation(QWidget *parent = nullptr);

    int page() const; ///< −1 when none
    void setPage(int index);
    /// The number at the right of an entry; negative = none.
    void setCount(int index, qint64 count);
    bool isCollapsed() const { return m_collapsed; }
    void setCollapsed(bool collapsed);

Q_SIGNALS:
    void pageChosen(int index);

private:
    QStandardItemModel *m_entries;
    bool m_collapsed = false;
};

} // namespace yipi::gui
