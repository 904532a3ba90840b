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

    /// Room for a row of editors below the titles.
    void setRoomBelow(int height);
    /// How much of the left is covered by the frozen columns; names of groups keep clear of it.
    void setCoveredWidth(int width);
    /// Keys held down when a section was pressed last.
    Qt::KeyboardModifiers pressedWith() const { return m_pressedWith; }

protected:
    void mousePressEvent(QMouseEvent *event) override;
    QSize sizeHint() const override;
    void paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const override;

private:
    QString groupOf(int section) const;
    QRect groupRect(int section, const QRect &rect) const;

    /// The next column shown to the left or right with the same group; −1 when there is none.
    int sameGroup(int section, int by) const;

    Qt::KeyboardModifiers m_pressedWith;
    int m_roomBelow = 0;
    int m_coveredWidth = 0;
};

} // namespace yipi::gui
