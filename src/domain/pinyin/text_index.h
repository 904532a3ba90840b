// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/pinyin/text_query.h"

#include <map>

namespace yipi::pinyin {

/// Many short texts in one buffer, each with an id, to be searched whole for every key that is typed.
class TextIndex {
public:
    /// A query that fits almost everything is answered from the first so many texts.
    static constexpr std::size_t kMostHits = 20'000;

    struct Hit {
        qint64 id = 0;
        MatchQuality quality = MatchQuality::Mixed;
        std::uint32_t length = 0; ///< of the text: among equals the shorter answers better
        friend bool operator==(const Hit &, const Hit &) = default;
    };
    struct Hits {
        std::vector<Hit> list; ///< by id
        bool isCut = false;    ///< there may be more
    };

    /// Puts a text behind the others; ids in ascending order. An empty text takes no place.
    void append(qint64 id, QStringView text);
    /// The texts of these ids from now on, empty = none; the cost is one pass over all.
    void update(const std::map<qint64, QString> &changed);
    std::size_t size() const { return m_ids.size(); }
    /// The texts that match at least this well. Cost: one pass over the buffer.
    Hits find(const TextQuery &query, MatchQuality worst = MatchQuality::Mixed) const;

    friend bool operator==(const TextIndex &, const TextIndex &) = default;

private:
    std::u16string_view form(std::size_t place) const;
    void appendForm(qint64 id, std::u16string_view form);

    SearchForm m_text; ///< each form with a separator behind
    std::vector<qint64> m_ids;
    std::vector<std::size_t> m_ends; ///< place of each separator
};

} // namespace yipi::pinyin
