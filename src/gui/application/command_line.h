// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/error.h"
#include "domain/month.h"

#include <QSize>
#include <QStringList>

#include <optional>

namespace yipi::gui {

/// `yipi --screenshot PAGE OUT.png`
struct ScreenshotOrder {
    QString page; ///< overview, ledger, reports, import, explanation, project, start
    QString file;
    QSize size{1600, 1000};
    std::optional<Month> asOf;
    QString rulesId;
};

struct CommandLine {
    QString ledger; ///< empty: the one opened last, for a screenshot a fresh demonstration
    std::optional<ScreenshotOrder> screenshot;
    QString answer; ///< text of --help or --version; print it and end
};

/// Reads the arguments after the program's name. Error: Usage.
Result<CommandLine> parseCommandLine(const QStringList &arguments);

} // namespace yipi::gui
