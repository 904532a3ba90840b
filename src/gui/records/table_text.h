// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QItemSelection>

class QMimeData;

namespace yipi::gui {

/// The selected cells as a table for the clipboard: tab-separated text, and HTML for spreadsheets. Owned by
/// the caller.
QMimeData *selectionAsTable(const QAbstractItemModel &model, const QItemSelection &selection,
                            bool withHeaders);

} // namespace yipi::gui
