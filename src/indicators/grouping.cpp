// SPDX-License-Identifier: GPL-3.0-or-later
#include "indicators/grouping.h"

#include "indicators/campaign_dates.h"

#include <QStringList>

#include <numeric>

namespace yipi::indicators {

namespace {

const QStringList &groupByKeys() {
    static const QStringList kKeys{QStringLiteral("none"),     QStringLiteral("city"),
                                   QStringLiteral("zone"),     QStringLiteral("chain"),
                                   QStringLiteral("campaign"), QStringLiteral("industry"),
                                   QStringLiteral("month")};
    return kKeys;
}

std::vector<std::size_t> inOrder(std::size_t count) {
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t(0));
    return order;
}

/// Zones as bulletins list them: by their order field, those without one behind.
std::vector<std::size_t> zoneOrder(const std::vector<Zone> &zones) {
    auto order = inOrder(zones.size());
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return zones[a].sortOrder.value_or(INT64_MAX) < zones[b].sortOrder.value_or(INT64_MAX);
    });
    return order;
}

Month heldMonth(const Campaign &campaign) {
    const QDate day = heldOn(campaign);
    return day.isValid() ? Month::of(day) : Month();
}

} // namespace

std::optional<GroupBy> groupByFrom(const QString &text) {
    const auto index = groupByKeys().indexOf(text);
    return index < 0 ? std::nullopt : std::optional(static_cast<GroupBy>(index));
}

QString key(GroupBy by) {
    return groupByKeys().at(int(by));
}

void Grouping::fill(std::size_t members, const std::vector<std::size_t> &order, bool merge,
                    const std::function<Group(std::size_t)> &groupFor) {
    constexpr std::size_t kNowhere = SIZE_MAX;
    m_groupOfSource.assign(members + 1, kNowhere);
    std::unordered_map<QString, std::size_t> known;
    for (const std::size_t member : order) {
        const Group group = groupFor(member);
        if (group.key.isEmpty())
            continue;
        const auto [at, isNew] = known.try_emplace(group.key, m_groups.size());
        m_groupOfSource[member + 1] = merge ? at->second : m_groups.size();
        if (isNew || !merge)
            m_groups.push_back(group);
    }
    // What belongs nowhere comes last.
    std::replace(m_groupOfSource.begin(), m_groupOfSource.end(), kNowhere, m_groups.size());
    m_groups.push_back({m_by == GroupBy::None ? QString() : QStringLiteral("未填"), 0});
}

Grouping::Grouping(const Facts &facts, GroupBy by)
    : m_by(by) {
    switch (by) {
    case GroupBy::None:
        fill(0, {}, false, {});
        break;
    case GroupBy::City:
        fill(facts.zones.size(), zoneOrder(facts.zones), true, [&](std::size_t i) {
            return Group{facts.zones[i].city, 0};
        });
        break;
    case GroupBy::Zone:
        fill(facts.zones.size(), zoneOrder(facts.zones), false, [&](std::size_t i) {
            return Group{facts.zones[i].name, facts.zones[i].id};
        });
        break;
    case GroupBy::Chain:
        fill(facts.chains.size(), inOrder(facts.chains.size()), false, [&](std::size_t i) {
            return Group{facts.chains[i].name, facts.chains[i].id};
        });
        break;
    case GroupBy::Industry:
        fill(facts.industries.size(), inOrder(facts.industries.size()), true, [&](std::size_t i) {
            return Group{facts.industries[i], 0};
        });
        break;
    case GroupBy::Campaign:
        fill(facts.campaigns.size(), inOrder(facts.campaigns.size()), false, [&](std::size_t i) {
            return Group{facts.campaigns[i].key().text(), facts.campaigns[i].id};
        });
        break;
    case GroupBy::Month: {
        auto order = inOrder(facts.campaigns.size());
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return heldMonth(facts.campaigns[a]) < heldMonth(facts.campaigns[b]);
        });
        fill(facts.campaigns.size(), order, true, [&](std::size_t i) {
            return Group{heldMonth(facts.campaigns[i]).text(), 0};
        });
        break;
    }
    }
}

} // namespace yipi::indicators
