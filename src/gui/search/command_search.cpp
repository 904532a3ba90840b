// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/search/command_search.h"

#include <QAction>
#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>

namespace yipi::gui {

namespace {

QString tr(const char *text) {
    return QCoreApplication::translate("CommandSearch", text);
}

void collect(const QList<QAction *> &from, QList<QAction *> &into) {
    for (QAction *action : from) {
        if (action->menu())
            collect(action->menu()->actions(), into);
        else if (!action->isSeparator() && action->isEnabled() && action->isVisible() &&
                 !into.contains(action))
            into << action;
    }
}

} // namespace

SearchEntry entryOf(QAction *action) {
    static const QRegularExpression kMark(QStringLiteral("\\(&.\\)|&"));
    SearchEntry entry;
    entry.title = action->text().remove(kMark);
    entry.keys = action->shortcut().toString(QKeySequence::NativeText);
    entry.icon = action->icon();
    entry.action = action;
    return entry;
}

QList<QAction *> CommandSearch::actions() const {
    QList<QAction *> list;
    collect(m_bar.actions(), list);
    return list;
}

SearchSection CommandSearch::section(const QString &title, const QList<QAction *> &actions,
                                     const QString &typed, std::size_t most) const {
    const pinyin::TextQuery query(typed);
    std::vector<std::pair<pinyin::MatchQuality, QAction *>> found;
    for (QAction *action : actions)
        if (const auto quality = query.quality(entryOf(action).title))
            found.emplace_back(*quality, action);
    std::ranges::stable_sort(found, {}, [](const auto &answer) { return answer.first; });
    SearchSection result{title, {}, pinyin::MatchQuality::Mixed, {}};
    if (!found.empty())
        result.quality = found.front().first;
    for (std::size_t i = 0; i < std::min(most, found.size()); ++i)
        result.entries.push_back(entryOf(found[i].second));
    return result;
}

std::vector<SearchSection> CommandSearch::find(const QString &typed, std::size_t most) const {
    QList<QAction *> commands, pages;
    for (QAction *action : actions())
        if (action != m_self)
            (m_pages.contains(action) ? pages : commands) << action;
    std::vector<SearchSection> sections;
    for (auto &&section :
         {section(tr("命令"), commands, typed, most), section(tr("页面"), pages, typed, most)})
        if (!section.entries.empty())
            sections.push_back(section);
    return sections;
}

} // namespace yipi::gui
