// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/pinyin/readings.h"

#include <array>
#include <cstdint>

namespace yipi::pinyin {

/// What a letter of a query may stand for beside itself.
enum class MatchWay {
    Literal,   ///< nothing
    Syllables, ///< part of a character's whole reading; the last one may be unfinished: lvli for 吕梁
    Initials,  ///< the first letter of a reading, also zh, ch, sh: lnc or lnch for 柳林产城
    Mixed,     ///< either, character by character: lvl, chq for 重庆
};

/// Finds a query in search forms in one pass, whatever the readings of the characters are: the set of places
/// in the query that can be reached by the text so far is one machine word, and a character moves all of them
/// at once. What a character does to the set is worked out when it is met first.
class QueryMachine {
public:
    static constexpr std::size_t kMostUnits = 63; ///< of a query; what is longer is cut
    static constexpr std::size_t kNone = std::size_t(-1);

    QueryMachine(SearchForm query, MatchWay way);

    /// The place behind the first match that starts at `from` or later.
    std::size_t endOfMatch(std::u16string_view text, std::size_t from = 0) const;
    /// The place behind the shortest match that starts exactly at `start`.
    std::size_t endOfMatchAt(std::u16string_view text, std::size_t start) const;

private:
    static constexpr std::size_t kLongestReading = 6;
    enum Kind : std::uint8_t { Unseen, Useless, Inner, Starting };

    /// From which places of the query a character leads on by how many units, as sets of places.
    struct Steps {
        std::array<std::uint64_t, kLongestReading + 1> by{};
        std::uint64_t finish = 0; ///< from where the rest of the query is the beginning of a reading
    };

    Kind kindOf(char16_t unit) const;
    Steps stepsOf(char16_t unit) const;
    void addReading(Steps &steps, std::string_view reading) const;
    /// Moves the set over a character; true when the query's end is reached.
    bool advance(std::uint64_t &places, char16_t unit) const;

    SearchForm m_query;
    MatchWay m_way;
    mutable std::vector<Kind> m_kinds;       ///< by unit
    mutable std::vector<std::uint16_t> m_at; ///< by unit, into m_steps
    mutable std::vector<Steps> m_steps;
};

} // namespace yipi::pinyin
