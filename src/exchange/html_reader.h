// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/sheet_builder.h"

#include <QByteArray>

namespace yipi::exchange::detail {

/// Which text outside of the tables is kept, a row a line above the table that follows: in a file it names
/// title and unit.
enum class HtmlTextOutside { Keep, Drop };

/// The tables of an HTML page or of a clipboard, each as a sheet named after `name`; tables without any
/// content, and those that only arrange others, are left out. Only the text itself is looked at: nothing is
/// fetched or run. Throws ReadStopped.
std::vector<Sheet> readHtmlTables(QString html, const QString &name, HtmlTextOutside outside,
                                  ReadBudget &budget);

} // namespace yipi::exchange::detail
