// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/figure_service.h"

#include <QStandardItemModel>

namespace yipi::gui {

/// Of the first column: the id of the set; none for a file that can't be read.
constexpr int kRuleIdRole = Qt::UserRole + 1;

/// Lists every rule set with version and state, behind them what is wrong with files that can't be read.
/// Answers the row of the set `id`, −1 when there is none.
int listRuleSets(QStandardItemModel &list, const services::FigureService &figures, Month asOf,
                 const QString &id);

} // namespace yipi::gui
