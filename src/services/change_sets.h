// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/change_set.h"

#include <QDateTime>

#include <optional>

namespace yipi::services {

/// A change set as a list shows it.
struct SetLine {
    enum class State {
        Standing, ///< can be undone
        Undone,
        Fixed, ///< an undo or redo itself, or what came with the ledger
    };

    qint64 setId = 0;
    QDateTime at; ///< local time
    QString user;
    QString source; ///< Chinese
    QString title;
    QString reason;
    qint64 records = 0;
    State state = State::Standing;
};

/// Which change sets a list is to show; what is left as it is excludes none.
struct SetFilter {
    QString text; ///< part of title or reason
    std::optional<ChangeSource> source;
    QString user;
    QDate from, until; ///< first and last day
};

} // namespace yipi::services
