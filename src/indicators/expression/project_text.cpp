// SPDX-License-Identifier: GPL-3.0-or-later
#include "indicators/expression/project_text.h"

#include <cstring>

namespace yipi::indicators {

std::string searchNeedle(const QString &text) {
    return text.trimmed().toUtf8().toLower().toStdString(); // of bytes, toLower changes Latin letters only
}

/// Searches the one buffer from end to end instead of each project's few bytes: ten times faster.
std::vector<quint8> projectsContaining(const Facts &facts, const std::string &needle) {
    std::vector<quint8> found(facts.projects.size(), 0);
    const char *const begin = facts.searchText.data();
    const char *const end = begin + facts.searchText.size();
    const char *at = begin;
    std::size_t project = 0;
    while (at < end && (at = static_cast<const char *>(
                            memmem(at, std::size_t(end - at), needle.data(), needle.size())))) {
        const auto offset = static_cast<std::size_t>(at - begin);
        while (project < facts.searchEnd.size() && facts.searchEnd[project] <= offset)
            ++project;
        if (project == facts.searchEnd.size())
            break;
        const std::size_t projectEnd = facts.searchEnd[project];
        if (offset + needle.size() > projectEnd) { // runs over into the next project's text
            ++at;
            continue;
        }
        found[project] = 1;
        at = begin + projectEnd;
    }
    return found;
}

std::string_view textOf(const Facts &facts, std::size_t project, FilterField::TextPart part) {
    using Part = FilterField::TextPart;
    const std::size_t begin = project == 0 ? 0 : facts.searchEnd[project - 1];
    std::string_view text(facts.searchText.data() + begin, facts.searchEnd[project] - begin);
    if (part == Part::All)
        return text;
    // Code, name and investor, each ended by a line feed; what a name might have of its own stays in the
    // name.
    if (text.ends_with('\n'))
        text.remove_suffix(1);
    const std::size_t first = std::min(text.find('\n'), text.size());
    if (part == Part::Code)
        return text.substr(0, first);
    text.remove_prefix(std::min(first + 1, text.size()));
    const std::size_t last = text.rfind('\n');
    if (part == Part::Name)
        return text.substr(0, last);
    return last == std::string_view::npos ? std::string_view() : text.substr(last + 1);
}

} // namespace yipi::indicators
