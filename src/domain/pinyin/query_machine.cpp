// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/pinyin/query_machine.h"

#include <algorithm>

namespace yipi::pinyin {

namespace {

constexpr std::size_t kUnits = 0x10000;

bool continuesWith(std::u16string_view query, std::size_t at, std::string_view letters) {
    return at + letters.size() <= query.size() &&
           std::equal(letters.begin(), letters.end(), query.begin() + std::ptrdiff_t(at),
                      [](char letter, char16_t unit) { return char16_t(letter) == unit; });
}

} // namespace

QueryMachine::QueryMachine(SearchForm query, MatchWay way)
    : m_query(std::move(query))
    , m_way(way)
    , m_kinds(kUnits, Unseen)
    , m_at(kUnits) {
    m_query.resize(std::min(m_query.size(), kMostUnits));
    for (char16_t &unit : m_query)
        unit = characterOf(unit);
}

void QueryMachine::addReading(Steps &steps, std::string_view reading) const {
    const bool hasWideInitial = reading.size() > 1 && reading[1] == 'h'; // zh, ch, sh
    for (std::size_t at = 0; at < m_query.size(); ++at) {
        const std::uint64_t place = std::uint64_t(1) << at;
        if (m_way != MatchWay::Syllables)
            for (std::size_t length = 1; length <= (hasWideInitial ? 2U : 1U); ++length)
                if (continuesWith(m_query, at, reading.substr(0, length)))
                    steps.by[length] |= place;
        if (m_way == MatchWay::Initials)
            continue;
        if (continuesWith(m_query, at, reading))
            steps.by[reading.size()] |= place;
        const std::size_t rest = m_query.size() - at;
        if (rest < reading.size() && continuesWith(m_query, at, reading.substr(0, rest)))
            steps.finish |= place;
    }
}

QueryMachine::Steps QueryMachine::stepsOf(char16_t unit) const {
    Steps steps;
    const char16_t character = characterOf(unit);
    for (std::size_t at = 0; at < m_query.size(); ++at)
        if (m_query[at] == character)
            steps.by[1] |= std::uint64_t(1) << at;
    if (m_way != MatchWay::Literal)
        for (const std::string_view reading : readingsOf(unit))
            addReading(steps, reading);
    return steps;
}

QueryMachine::Kind QueryMachine::kindOf(char16_t unit) const {
    Kind &kind = m_kinds[unit];
    if (kind != Unseen)
        return kind;
    const Steps steps = stepsOf(unit);
    std::uint64_t from = steps.finish;
    for (const std::uint64_t places : steps.by)
        from |= places;
    kind = from & 1 ? Starting : from ? Inner : Useless;
    if (kind != Useless) {
        m_at[unit] = std::uint16_t(m_steps.size());
        m_steps.push_back(steps);
    }
    return kind;
}

bool QueryMachine::advance(std::uint64_t &places, char16_t unit) const {
    if (kindOf(unit) == Useless) {
        places = 0;
        return false;
    }
    const Steps &steps = m_steps[m_at[unit]];
    const bool isFinished = places & steps.finish;
    std::uint64_t reached = 0;
    for (std::size_t length = 1; length < steps.by.size(); ++length)
        reached |= (places & steps.by[length]) << length;
    places = reached;
    return isFinished || (reached >> m_query.size() & 1);
}

std::size_t QueryMachine::endOfMatch(std::u16string_view text, std::size_t from) const {
    std::uint64_t places = 0;
    for (std::size_t i = from; i < text.size(); ++i) {
        if (places == 0 && kindOf(text[i]) != Starting)
            continue; // by far the most of a long text
        places |= 1;
        if (advance(places, text[i]))
            return i + 1;
    }
    return kNone;
}

std::size_t QueryMachine::endOfMatchAt(std::u16string_view text, std::size_t start) const {
    std::uint64_t places = 1;
    for (std::size_t i = start; i < text.size() && places != 0; ++i)
        if (advance(places, text[i]))
            return i + 1;
    return kNone;
}

} // namespace yipi::pinyin
