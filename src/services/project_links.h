// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/pinyin/text_index.h"

#include <QHash>

#include <array>
#include <map>
#include <optional>

namespace yipi::services {

/// In which capacities a project names people.
enum class PersonRole { Patron, ServiceOfficer, ResponsiblePerson };
inline constexpr int kPersonRoles = 3;

/// Who stands behind each project: the investor and the people it names. A person is a name as it is written.
class ProjectLinks {
public:
    /// What one project says.
    struct Link {
        qint64 investor = 0;
        std::array<QString, kPersonRoles> people; ///< by PersonRole, empty = nobody
    };
    using RoleCounts = std::array<int, kPersonRoles>;

    /// Puts a project behind the others; ids in ascending order.
    void append(qint64 project, const Link &link);
    /// What these projects say from now on, none = they are gone; the cost is one pass over all.
    void update(const std::map<qint64, std::optional<Link>> &changed);

    /// The names to be searched, by number; another index may number them otherwise. Also holds names that no
    /// project says any more: `isNamed` tells.
    const pinyin::TextIndex &people() const { return m_texts; }
    bool isNamed(qint64 person) const { return m_uses[std::size_t(person)] > 0; }
    const QString &personName(qint64 person) const { return m_names[std::size_t(person)]; }
    /// In how many projects by role; one pass, as below.
    RoleCounts rolesOf(qint64 person) const;
    std::vector<qint64> projectsOfPerson(const QString &name) const;
    std::vector<qint64> projectsOfEnterprise(qint64 enterprise) const;

private:
    using Person = std::uint32_t; ///< index into m_names
    struct Stored {
        qint64 project = 0;
        qint64 investor = 0;
        std::array<Person, kPersonRoles> people{};
    };
    static constexpr Person kNobody = 0;

    Person number(const QString &name);
    Stored stored(qint64 project, const Link &link);
    void count(const Stored &link, int by);

    std::vector<Stored> m_links;      ///< by project
    std::vector<QString> m_names{{}}; ///< the first is nobody
    std::vector<int> m_uses{0};       ///< by person
    QHash<QString, Person> m_numbers;
    pinyin::TextIndex m_texts;
};

} // namespace yipi::services
