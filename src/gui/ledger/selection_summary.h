// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QItemSelection>
#include <QString>

namespace yipi::gui {

class LedgerTableModel;

/// "计数 4　求和 15.27 亿元　平均 3.82 亿元" of the selected cells, for the status bar. Sums only cells of
/// one kind of number, and not more than 5,000 of them, so that selecting everything stays immediate.
QString selectionSummary(const LedgerTableModel &model, const QItemSelection &selection);

} // namespace yipi::gui
