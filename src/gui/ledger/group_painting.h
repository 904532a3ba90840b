// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QModelIndex;
class QPainter;
class QStyleOptionViewItem;

namespace yipi::gui {

/// A cell in the row of a group: part of its title, which runs over the columns without sums, or a sum.
void paintGroupCell(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index);

} // namespace yipi::gui
