// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/search/search_entry.h"

#include <QAbstractListModel>

namespace yipi::gui {

/// The lines of the search under their headings, which can't be chosen.
class SearchModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        IsHeadingRole = Qt::UserRole,
        DetailRole, ///< second line
        KeysRole,   ///< shortcut; of a heading how many there are
        MarkRole,   ///< QPoint: start and length of what matched in the title; invalid = nothing
        DetailMarkRole,
    };

    explicit SearchModel(QObject *parent = nullptr)
        : QAbstractListModel(parent) {}

    /// `typed` is marked in the lines.
    void setSections(std::vector<SearchSection> sections, const QString &typed);
    /// Null for a heading.
    const SearchEntry *entry(int row) const;
    /// The next line that can be chosen from `row` on, in steps of ±1, round and round; −1 when there is
    /// none.
    int choosable(int row, int step) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Row {
        SearchEntry entry;
        bool isHeading = false;
    };

    std::vector<Row> m_rows;
    pinyin::TextQuery m_query{QString()};
};

} // namespace yipi::gui
