// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace yipi::gui {

/// Header of two painted levels: the groups of columns above their titles, with the sort arrow. Group, title
/// and order come from the model's header data (LedgerTableModel::GroupRole, SortRole).
class GroupedHeaderView : public QHeaderView {
    Q_OBJECT

public:
    static constexpr int kGroupHeight = 22;
    static constexpr int kTitleHeight = 26;

    explicit GroupedHeaderView(QWidget *parent = nullptr);

protected:
    QSize sizeHint() const override;
    void paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const override;

private:
    QString groupOf(int section) const;
    QRect groupRect(int section, const QRect &rect) const;
};

} // namespace yipi::gui
