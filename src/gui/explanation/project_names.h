// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/page.h"

#include <QHash>

namespace yipi::gui {

/// Codes and names for the rows of a table, read from the ledger in blocks as rows come into view: a table of
/// a million rows opens at once.
class ProjectNames {
public:
    struct Named {
        QString code, name;
    };

    /// Forgets all names.
    void clear() { m_names.clear(); }
    /// Of the project at `row` of `count`; `idAt` tells the id of a row. A project that can't be read has
    /// none.
    const Named &at(const Workspace &workspace, int row, int count,
                    const std::function<qint64(int)> &idAt) const;

private:
    mutable QHash<qint64, Named> m_names;
};

/// What the zone of a project is called in tables; empty when there is none.
QString zoneNameOf(const services::LedgerService &ledger, qint64 projectId);

} // namespace yipi::gui
