// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/ledger/view_store.h"

#include "gui/application/settings.h"

#include <QJsonDocument>

namespace yipi::gui {

std::vector<GridView> ViewStore::load() const {
    std::vector<GridView> views;
    if (m_workspace.settings)
        views = viewsFromJson(m_workspace.settings->gridViews(), false);
    for (GridView &view : viewsFromJson(m_workspace.ledger.sharedViews().toUtf8(), true))
        views.push_back(std::move(view));
    return views;
}

Result<void> ViewStore::save(const std::vector<GridView> &views) {
    std::vector<GridView> own, shared;
    for (const GridView &view : views)
        (view.isShared ? shared : own).push_back(view);
    if (m_workspace.settings)
        m_workspace.settings->setGridViews(QJsonDocument(toJson(own)).toJson(QJsonDocument::Compact));
    const QString text = QString::fromUtf8(QJsonDocument(toJson(shared)).toJson(QJsonDocument::Compact));
    const QString before = m_workspace.ledger.sharedViews();
    if (text == before || (shared.empty() && before.isEmpty()))
        return {};
    return m_workspace.ledger.setSharedViews(text);
}

} // namespace yipi::gui
