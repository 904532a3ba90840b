// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/pinyin/text_index.h"

#include <algorithm>

namespace yipi::pinyin {

namespace {

constexpr char16_t kSeparator = u'\n'; ///< in no search form

} // namespace

std::u16string_view TextIndex::form(std::size_t place) const {
    const std::size_t begin = place == 0 ? 0 : m_ends[place - 1] + 1;
    return std::u16string_view(m_text).substr(begin, m_ends[place] - begin);
}

void TextIndex::appendForm(qint64 id, std::u16string_view form) {
    if (form.empty())
        return;
    m_text += form;
    m_ids.push_back(id);
    m_ends.push_back(m_text.size());
    m_text += kSeparator;
}

void TextIndex::append(qint64 id, QStringView text) {
    appendForm(id, searchForm(text));
}

void TextIndex::update(const std::map<qint64, QString> &changed) {
    TextIndex updated;
    updated.m_text.reserve(m_text.size());
    updated.m_ids.reserve(m_ids.size() + changed.size());
    updated.m_ends.reserve(m_ids.size() + changed.size());
    auto next = changed.begin();
    for (std::size_t place = 0; place < m_ids.size(); ++place) {
        for (; next != changed.end() && next->first < m_ids[place]; ++next)
            updated.append(next->first, next->second);
        if (next != changed.end() && next->first == m_ids[place]) {
            updated.append(next->first, next->second);
            ++next;
        } else {
            updated.appendForm(m_ids[place], form(place));
        }
    }
    for (; next != changed.end(); ++next)
        updated.append(next->first, next->second);
    *this = std::move(updated);
}

TextIndex::Hits TextIndex::find(const TextQuery &query, MatchQuality worst) const {
    Hits hits;
    if (query.isEmpty())
        return hits;
    const QueryMachine &machine = query.machineFor(worst);
    auto end = m_ends.begin();
    std::size_t from = 0;
    while (true) {
        const std::size_t found = machine.endOfMatch(m_text, from);
        if (found == QueryMachine::kNone)
            return hits;
        if (hits.list.size() == kMostHits) {
            hits.isCut = true;
            return hits;
        }
        end = std::lower_bound(end, m_ends.end(), found);
        const auto place = std::size_t(end - m_ends.begin());
        const auto quality = query.qualityOfForm(form(place));
        if (quality && *quality <= worst)
            hits.list.push_back({m_ids[place], *quality, std::uint32_t(form(place).size())});
        from = *end + 1;
    }
}

} // namespace yipi::pinyin
