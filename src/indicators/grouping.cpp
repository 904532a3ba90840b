// SPDX-License-Identifier: GPL-3.0-or-later
#include "indicators/grouping.h"

#include "indicators/campaign_dates.h"

#include <QStringList>

#include <numeric>

namespace yipi::indicators {

namespace {

const QStringList &groupByKeys() {
    static const QStringList kKeys{
        QStringLiteral("none"),  QStringLiteral("city"),      QStringLiteral("zone"),
        QStringLiteral("chain"), QStringLiteral("campaign"),  QStringLiteral("industry"),
        QStringLiteral("month"), QStringLiteral("category"),  QStringLiteral("county"),
        QStringLiteral("batch"), QStringLiteral("strategic"), QStringLiteral("size")};
    return kKeys;
}

/// Classes of total investment as offices list them; each from its bound up.
struct SizeClass {
    qint64 from = 0; ///< 元
    QString title;
};

const std::array<SizeClass, 5> &sizeClasses() {
    constexpr qint64 kYi = 100'000'000;
    static const std::array<SizeClass, 5> kClasses{{{0, QStringLiteral("1 亿元以下")},
                                                    {kYi, QStringLiteral("1—5 亿元")},
                                                    {5 * kYi, QStringLiteral("5—10 亿元")},
                                                    {10 * kYi, QStringLiteral("10—50 亿元")},
                                                    {50 * kYi, QStringLiteral("50 亿元以上")}}};
    return kClasses;
}

/// Index into sizeClasses; behind them what has no investment.
std::uint32_t sizeClassOf(qint64 investment) {
    const auto &classes = sizeClasses();
    if (investment < 0)
        return std::uint32_t(classes.size());
    const auto above = std::upper_bound(classes.begin(), classes.end(), investment,
                                        [](qint64 value, const SizeClass &c) { return value < c.from; });
    return std::uint32_t(above - classes.begin()) - 1;
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

Result<Cut> parseCut(const QString &text) {
    const QStringList words = text.split(u',');
    Cut cut;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const auto by = groupByFrom(words[i].trimmed());
        if (!by || i > 1)
            return fail(ErrorCode::Usage, QStringLiteral("不能按“%1”分组").arg(text),
                        QStringLiteral("可用：%1；两项同时用逗号隔开，如 zone,chain。")
                            .arg(groupByKeys().join(QStringLiteral("、"))));
        (i == 0 ? cut.first : cut.second) = *by;
    }
    return cut;
}

void Partition::fill(std::size_t members, const std::vector<std::size_t> &order, bool merge,
                     const std::function<Group(std::size_t)> &groupFor) {
    constexpr std::uint32_t kNowhere = UINT32_MAX;
    m_groupOfSource.assign(members + 1, kNowhere);
    std::unordered_map<QString, std::uint32_t> known;
    for (const std::size_t member : order) {
        const Group group = groupFor(member);
        if (group.key.isEmpty())
            continue;
        const auto next = std::uint32_t(m_groups.size());
        const auto [at, isNew] = known.try_emplace(group.key, next);
        m_groupOfSource[member + 1] = merge ? at->second : next;
        if (isNew || !merge)
            m_groups.push_back(group);
    }
    // What belongs nowhere comes last.
    std::replace(m_groupOfSource.begin(), m_groupOfSource.end(), kNowhere, std::uint32_t(m_groups.size()));
    m_groups.push_back({m_by == GroupBy::None ? QString() : QStringLiteral("未填"), 0});
}

void Partition::fillByZone(const std::function<QString(const Zone &)> &nameOf) {
    fill(m_facts.zones.size(), zoneOrder(m_facts.zones), true, [&](std::size_t i) {
        return Group{nameOf(m_facts.zones[i]), 0};
    });
}

void Partition::fillByHeldMonth() {
    auto order = inOrder(m_facts.campaigns.size());
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return heldMonth(m_facts.campaigns[a]) < heldMonth(m_facts.campaigns[b]);
    });
    fill(order.size(), order, true, [&](std::size_t i) {
        return Group{heldMonth(m_facts.campaigns[i]).text(), 0};
    });
}

Partition::Partition(const Facts &facts, GroupBy by)
    : m_facts(facts)
    , m_by(by) {
    switch (by) {
    case GroupBy::None:
        fill(0, {}, false, {});
        break;
    case GroupBy::City:
        fillByZone([](const Zone &zone) { return zone.city; });
        break;
    case GroupBy::County:
        fillByZone([](const Zone &zone) { return zone.county; });
        break;
    case GroupBy::Category:
        fillByZone([](const Zone &zone) { return title(zone.category); });
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
    case GroupBy::StrategicClass:
        fill(facts.strategicClasses.size(), inOrder(facts.strategicClasses.size()), true, [&](std::size_t i) {
            return Group{facts.strategicClasses[i], 0};
        });
        m_groups.back().key = QStringLiteral("非战新");
        break;
    case GroupBy::Campaign:
        fill(facts.campaigns.size(), inOrder(facts.campaigns.size()), false, [&](std::size_t i) {
            return Group{facts.campaigns[i].key().text(), facts.campaigns[i].id};
        });
        break;
    case GroupBy::Month:
        fillByHeldMonth();
        break;
    case GroupBy::Batch:
        for (const Population list : {Population::Sign, Population::Start, Population::Produce})
            m_groups.push_back({title(list), 0});
        m_groups.push_back({QStringLiteral("不在清单"), 0});
        break;
    case GroupBy::SizeClass:
        for (const SizeClass &size : sizeClasses())
            m_groups.push_back({size.title, 0});
        m_groups.push_back({QStringLiteral("未填"), 0});
        break;
    }
}

const std::vector<std::int32_t> *Partition::column(const PopulationRows &rows) const {
    switch (m_by) {
    case GroupBy::City:
    case GroupBy::County:
    case GroupBy::Category:
    case GroupBy::Zone:
        return &rows.zone;
    case GroupBy::Chain:
        return &rows.chain;
    case GroupBy::Industry:
        return &rows.industry;
    case GroupBy::StrategicClass:
        return &rows.strategicClass;
    case GroupBy::Campaign:
    case GroupBy::Month:
        return &rows.campaign;
    case GroupBy::None:
    case GroupBy::Batch:
    case GroupBy::SizeClass:
        break;
    }
    return nullptr;
}

std::vector<std::uint32_t> Partition::groupsOf(const PopulationRows &rows) const {
    if (const auto *source = column(rows)) {
        std::vector<std::uint32_t> groups(rows.size());
        std::transform(source->begin(), source->end(), groups.begin(),
                       [&](std::int32_t index) { return m_groupOfSource[std::size_t(index + 1)]; });
        return groups;
    }
    if (m_by != GroupBy::SizeClass)
        return std::vector<std::uint32_t>(rows.size(), sharedGroup(rows));
    std::vector<std::uint32_t> groups;
    groups.reserve(rows.size());
    for (std::size_t row = 0; row < rows.size(); ++row)
        groups.push_back(sizeClass(rows, row));
    return groups;
}

std::uint32_t Partition::groupOf(const PopulationRows &rows, std::size_t row) const {
    if (const auto *source = column(rows))
        return m_groupOfSource[std::size_t((*source)[row] + 1)];
    return m_by == GroupBy::SizeClass ? sizeClass(rows, row) : sharedGroup(rows);
}

std::uint32_t Partition::sharedGroup(const PopulationRows &rows) const {
    const std::size_t list = std::min(std::size_t(rows.population), m_groups.size() - 1);
    return m_by == GroupBy::Batch ? std::uint32_t(list) : 0U;
}

std::uint32_t Partition::sizeClass(const PopulationRows &rows, std::size_t row) const {
    const std::uint32_t project = rows.project[row];
    return sizeClassOf(project == Subject::kNoProject ? -1 : m_facts.projects[project].investment);
}

Grouping::Grouping(const Facts &facts, Cut by)
    : m_first(facts, by.first)
    , m_second(facts, by.second) {}

GroupResult Grouping::blank(std::size_t group) const {
    const std::size_t columns = m_second.groups().size();
    const Partition::Group &first = m_first.groups()[group / columns];
    const Partition::Group &second = m_second.groups()[group % columns];
    GroupResult result;
    result.key = first.key;
    result.id = first.id;
    result.key2 = second.key;
    result.id2 = second.id;
    return result;
}

std::vector<std::uint32_t> Grouping::groupsOf(const PopulationRows &rows) const {
    std::vector<std::uint32_t> groups = m_first.groupsOf(rows);
    const auto columns = std::uint32_t(m_second.groups().size());
    if (columns == 1)
        return groups;
    const std::vector<std::uint32_t> second = m_second.groupsOf(rows);
    for (std::size_t row = 0; row < groups.size(); ++row)
        groups[row] = groups[row] * columns + second[row];
    return groups;
}

std::uint32_t Grouping::groupOf(const PopulationRows &rows, std::size_t row) const {
    return m_first.groupOf(rows, row) * std::uint32_t(m_second.groups().size()) + m_second.groupOf(rows, row);
}

} // namespace yipi::indicators
