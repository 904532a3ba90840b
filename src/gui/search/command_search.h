// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/search/search_entry.h"

class QMenuBar;

namespace yipi::gui {

/// A command or page as a line of the search; its title without the mark of the keyboard, (&F).
SearchEntry entryOf(QAction *action);

/// Finds what the menus offer at present, by the words of the menu entries.
class CommandSearch {
public:
    /// `pages` are those of the actions that show a page; `self` opens the search and is no answer.
    CommandSearch(const QMenuBar &bar, QList<QAction *> pages, const QAction *self)
        : m_bar(bar)
        , m_pages(std::move(pages))
        , m_self(self) {}

    /// 命令 and 页面, as far as there are any.
    std::vector<SearchSection> find(const QString &typed, std::size_t most) const;

private:
    QList<QAction *> actions() const;
    SearchSection section(const QString &title, const QList<QAction *> &actions, const QString &typed,
                          std::size_t most) const;

    const QMenuBar &m_bar;
    QList<QAction *> m_pages;
    const QAction *m_self;
};

} // namespace yipi::gui
