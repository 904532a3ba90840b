// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/page.h"

#include "gui/theme.h"

namespace yipi::gui {

QAction *Page::addPageAction(const QString &text, const char *iconName, const QKeySequence &keys,
                             const std::function<void()> &run) {
    auto *action = new QAction(icon(QLatin1String(iconName)), text, this);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, run);
    addAction(action);
    m_actions.append(action);
    return action;
}

} // namespace yipi::gui
