// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/search/search_model.h"

#include <QPoint>

namespace yipi::gui {

void SearchModel::setSections(std::vector<SearchSection> sections, const QString &typed) {
    beginResetModel();
    m_query = pinyin::TextQuery(typed);
    m_rows.clear();
    for (SearchSection &section : sections) {
        SearchEntry heading;
        heading.title = section.title;
        heading.keys = section.note;
        m_rows.push_back({std::move(heading), true});
        for (SearchEntry &entry : section.entries)
            m_rows.push_back({std::move(entry), false});
    }
    endResetModel();
}

const SearchEntry *SearchModel::entry(int row) const {
    if (row < 0 || row >= rowCount() || m_rows[std::size_t(row)].isHeading)
        return nullptr;
    return &m_rows[std::size_t(row)].entry;
}

int SearchModel::choosable(int row, int step) const {
    const int count = rowCount();
    for (int tried = 0; tried < count; ++tried, row += step) {
        const int wrapped = (row % count + count) % count;
        if (entry(wrapped))
            return wrapped;
    }
    return -1;
}

int SearchModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant SearchModel::data(const QModelIndex &index, int role) const {
    const auto &[entry, isHeading] = m_rows[std::size_t(index.row())];
    const auto mark = [&](const QString &text) {
        const auto span = m_query.span(text);
        return span ? QVariant(QPoint(int(span->start), int(span->length))) : QVariant();
    };
    switch (role) {
    case Qt::DisplayRole:
        return entry.title;
    case Qt::AccessibleTextRole:
        return entry.detail.isEmpty() ? entry.title : QStringLiteral("%1，%2").arg(entry.title, entry.detail);
    case Qt::DecorationRole:
        return entry.icon;
    case IsHeadingRole:
        return isHeading;
    case DetailRole:
        return entry.detail;
    case KeysRole:
        return entry.keys;
    case MarkRole:
        return isHeading ? QVariant() : mark(entry.title);
    case DetailMarkRole:
        return mark(entry.title).isValid() ? QVariant() : mark(entry.detail);
    default:
        return {};
    }
}

Qt::ItemFlags SearchModel::flags(const QModelIndex &index) const {
    return entry(index.row()) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::ItemFlags();
}

} // namespace yipi::gui
