// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/ledger/grid_view.h"
#include "gui/page.h"

namespace yipi::gui {

/// Where views are kept: one's own in the settings of the window, shared ones in the ledger.
class ViewStore {
public:
    explicit ViewStore(const Workspace &workspace)
        : m_workspace(workspace) {}

    /// One's own first, then the shared ones.
    std::vector<GridView> load() const;
    /// Writes what changed. The error is that of the ledger (read-only).
    Result<void> save(const std::vector<GridView> &views);
    bool canShare() const { return !m_workspace.ledger.status().readOnly; }

private:
    Workspace m_workspace;
};

} // namespace yipi::gui
