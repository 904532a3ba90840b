// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/import/import_file.h"

#include <functional>

namespace yipi::gui {

/// Writes the files that have findings with their faults marked. Asks once: for the path of a single file (a
/// suggestion is given), for the folder of several, where nothing is overwritten. Answers what to tell the
/// user; empty when nothing was written.
Result<QString> writeMarkedFiles(const std::vector<ImportFile> &files, const exchange::ImportPlan &plan,
                                 const std::function<QString(const QString &)> &choosePath,
                                 const std::function<QString()> &chooseFolder);

} // namespace yipi::gui
