// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/pinyin/readings.h"

#include "domain/pinyin/pinyin_tables.h"

#include <algorithm>
#include <array>
#include <map>

namespace yipi::pinyin {

namespace {

constexpr char16_t kFirstOwnUnit = 0xE000; ///< the private use area, which no text of an office needs
constexpr char16_t kLastOwnUnit = 0xF8FF;
constexpr char16_t kUnknown = 0xFFFD;
constexpr std::size_t kCodeUnits = 0x10000;

/// Calls `visit(first, second)` for each line behind the header of a table of two columns.
template <class Visit>
void forEachLine(std::string_view table, Visit visit) {
    std::size_t at = table.find('\n') + 1;
    while (at < table.size()) {
        const std::size_t end = std::min(table.find('\n', at), table.size());
        const std::string_view line = table.substr(at, end - at);
        const std::size_t comma = line.find(',');
        if (comma != std::string_view::npos)
            visit(line.substr(0, comma), line.substr(comma + 1));
        at = end + 1;
    }
}

std::u16string utf16(std::string_view utf8) {
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size())).toStdU16String();
}

/// The ways in which people type a syllable: lv is also lu and, in passports, lyu.
std::vector<std::string> spellings(std::string_view syllable) {
    std::vector<std::string> list{std::string(syllable)};
    const std::size_t umlaut = syllable.find('v');
    if (umlaut != std::string_view::npos)
        for (const char *typed : {"u", "yu"})
            list.push_back(std::string(syllable).replace(umlaut, 1, typed));
    return list;
}

struct Phrase {
    std::u16string text;
    std::u16string units;
};

/// Both tables in the form in which they are asked.
class Readings {
public:
    Readings() {
        std::map<char16_t, std::vector<std::string>> read;
        forEachLine(kCharacterTable, [&](std::string_view syllable, std::string_view characters) {
            for (const char16_t c : utf16(characters))
                for (const std::string &spelling : spellings(syllable))
                    read[c].push_back(spelling);
        });
        forEachLine(kPhraseTable, [&](std::string_view text, std::string_view syllables) {
            addPhrase(utf16(text), syllables, read);
        });
        std::stable_sort(m_phrases.begin(), m_phrases.end(),
                         [](const Phrase &a, const Phrase &b) { return a.text.size() > b.text.size(); });
        pack(read);
    }

    std::span<const std::string_view> of(char16_t unit) const {
        return std::span(m_views).subspan(m_begin[unit], m_begin[unit + 1U] - m_begin[unit]);
    }
    char16_t character(char16_t unit) const {
        const std::size_t own = std::size_t(unit) - kFirstOwnUnit;
        return unit >= kFirstOwnUnit && own < m_ownCharacters.size() ? m_ownCharacters[own] : unit;
    }
    /// Puts the units of phrases in the place of their characters.
    void applyPhrases(SearchForm &form) const {
        for (std::size_t at = 0; at + 1 < form.size(); ++at) {
            if (!m_startsPhrase[form[at]])
                continue;
            const auto fits = [&](const Phrase &phrase) {
                return form.compare(at, phrase.text.size(), phrase.text) == 0;
            };
            const auto phrase = std::find_if(m_phrases.begin(), m_phrases.end(), fits);
            if (phrase == m_phrases.end())
                continue;
            form.replace(at, phrase->units.size(), phrase->units);
            at += phrase->units.size() - 1;
        }
    }

private:
    void addPhrase(const std::u16string &text, std::string_view syllables,
                   std::map<char16_t, std::vector<std::string>> &read) {
        Phrase phrase{text, {}};
        std::size_t at = 0;
        for (const char16_t c : text) {
            const std::size_t end = std::min(syllables.find(' ', at), syllables.size());
            phrase.units += unitFor(c, spellings(syllables.substr(at, end - at)), read);
            at = std::min(end + 1, syllables.size());
        }
        m_startsPhrase[text.front()] = true;
        m_phrases.push_back(std::move(phrase));
    }
    /// The character itself if these are all its readings, else the unit that stands for it with these.
    char16_t unitFor(char16_t character, const std::vector<std::string> &readings,
                     std::map<char16_t, std::vector<std::string>> &read) {
        if (read[character] == readings)
            return character;
        for (std::size_t i = 0; i < m_ownCharacters.size(); ++i)
            if (m_ownCharacters[i] == character && read[char16_t(kFirstOwnUnit + i)] == readings)
                return char16_t(kFirstOwnUnit + i);
        m_ownCharacters += character;
        const auto unit = char16_t(kFirstOwnUnit + m_ownCharacters.size() - 1);
        read[unit] = readings;
        return unit;
    }
    void pack(const std::map<char16_t, std::vector<std::string>> &read) {
        for (const auto &[unit, readings] : read)
            for (const std::string &reading : readings)
                m_letters += reading;
        std::size_t at = 0;
        std::size_t next = 0;
        for (const auto &[unit, readings] : read) {
            for (; next <= unit; ++next)
                m_begin[next] = std::uint32_t(m_views.size());
            for (const std::string &reading : readings) {
                m_views.push_back(std::string_view(m_letters).substr(at, reading.size()));
                at += reading.size();
            }
        }
        for (; next < m_begin.size(); ++next)
            m_begin[next] = std::uint32_t(m_views.size());
    }

    std::string m_letters; ///< of all readings, one behind the other
    std::vector<std::string_view> m_views;
    std::vector<std::uint32_t> m_begin = std::vector<std::uint32_t>(kCodeUnits + 1); ///< into m_views by unit
    std::u16string m_ownCharacters; ///< what each unit of the private use area stands for
    std::vector<Phrase> m_phrases;  ///< longest first
    std::vector<bool> m_startsPhrase = std::vector<bool>(kCodeUnits);
};

const Readings &table() {
    static const Readings readings;
    return readings;
}

/// One unit of the text as it is compared; 0 for what does not count.
char16_t folded(QChar c) {
    constexpr char16_t kFullWidthFirst = u'！', kFullWidthLast = u'～';
    constexpr char16_t kFullWidthShift = kFullWidthFirst - u'!';
    char16_t unit = c.unicode();
    if (c.isSpace() || unit == u'\'' || unit == u'’' || unit == u'\0')
        return 0;
    if (unit >= kFullWidthFirst && unit <= kFullWidthLast)
        unit = char16_t(unit - kFullWidthShift);
    if (unit >= kFirstOwnUnit && unit <= kLastOwnUnit)
        return kUnknown;
    unit = QChar(unit).toLower().unicode();
    return unit == u'ü' ? u'v' : unit;
}

} // namespace

SearchForm searchForm(QStringView text, std::vector<qsizetype> *positions) {
    SearchForm form;
    form.reserve(std::size_t(text.size()));
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t unit = folded(text[i]);
        if (unit == 0)
            continue;
        form += unit;
        if (positions)
            positions->push_back(i);
    }
    table().applyPhrases(form);
    return form;
}

char16_t characterOf(char16_t unit) {
    return table().character(unit);
}

std::span<const std::string_view> readingsOf(char16_t unit) {
    return table().of(unit);
}

} // namespace yipi::pinyin
