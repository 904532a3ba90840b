// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/project_links.h"

#include <algorithm>

namespace yipi::services {

ProjectLinks::Person ProjectLinks::number(const QString &name) {
    const QString known = name.trimmed();
    if (known.isEmpty())
        return kNobody;
    Person &number = m_numbers[known];
    if (number == kNobody) {
        number = Person(m_names.size());
        m_names.push_back(known);
        m_uses.push_back(0);
        m_texts.append(number, known);
    }
    return number;
}

ProjectLinks::Stored ProjectLinks::stored(qint64 project, const Link &link) {
    Stored result{project, link.investor, {}};
    std::transform(link.people.begin(), link.people.end(), result.people.begin(),
                   [this](const QString &name) { return number(name); });
    return result;
}

void ProjectLinks::count(const Stored &link, int by) {
    for (const Person person : link.people)
        m_uses[person] += by;
}

void ProjectLinks::append(qint64 project, const Link &link) {
    m_links.push_back(stored(project, link));
    count(m_links.back(), 1);
}

void ProjectLinks::update(const std::map<qint64, std::optional<Link>> &changed) {
    std::vector<Stored> before;
    before.swap(m_links);
    m_links.reserve(before.size() + changed.size());
    auto next = changed.begin();
    const auto takeNext = [&] {
        if (next->second)
            append(next->first, *next->second);
        ++next;
    };
    for (const Stored &link : before) {
        while (next != changed.end() && next->first < link.project)
            takeNext();
        if (next == changed.end() || next->first != link.project) {
            m_links.push_back(link);
            continue;
        }
        count(link, -1);
        takeNext();
    }
    while (next != changed.end())
        takeNext();
}

ProjectLinks::RoleCounts ProjectLinks::rolesOf(qint64 person) const {
    RoleCounts counts{};
    for (const Stored &link : m_links)
        for (std::size_t role = 0; role < counts.size(); ++role)
            counts[role] += link.people[role] == Person(person);
    return counts;
}

std::vector<qint64> ProjectLinks::projectsOfPerson(const QString &name) const {
    std::vector<qint64> projects;
    const Person person = m_numbers.value(name, kNobody);
    if (person == kNobody)
        return projects;
    for (const Stored &link : m_links)
        if (std::ranges::find(link.people, person) != link.people.end())
            projects.push_back(link.project);
    return projects;
}

std::vector<qint64> ProjectLinks::projectsOfEnterprise(qint64 enterprise) const {
    std::vector<qint64> projects;
    for (const Stored &link : m_links)
        if (link.investor == enterprise)
            projects.push_back(link.project);
    return projects;
}

} // namespace yipi::services
