// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/figure_service.h"

#include <optional>
#include <vector>

namespace yipi::gui {

/// Where the user was: a page with its filters. Back and forward as in a browser.
struct Visit {
    int page = 0;
    services::FigureScope scope;
};

class VisitHistory {
public:
    /// Call before leaving `from` for somewhere else.
    void leave(const Visit &from) {
        m_back.push_back(from);
        m_forward.clear();
    }
    std::optional<Visit> back(const Visit &from) { return move(m_back, m_forward, from); }
    std::optional<Visit> forward(const Visit &from) { return move(m_forward, m_back, from); }
    bool canGoBack() const { return !m_back.empty(); }
    bool canGoForward() const { return !m_forward.empty(); }

private:
    static std::optional<Visit> move(std::vector<Visit> &source, std::vector<Visit> &target,
                                     const Visit &from) {
        if (source.empty())
            return std::nullopt;
        target.push_back(from);
        const Visit to = source.back();
        source.pop_back();
        return to;
    }

    std::vector<Visit> m_back, m_forward;
};

} // namespace yipi::gui
