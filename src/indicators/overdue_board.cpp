// SPDX-License-Identifier: GPL-3.0-or-later
// 三未: signed and not started, started and not producing, producing and below the promised output.
#include "indicators/overdue_board.h"

#include <array>
#include <limits>
#include <numeric>

namespace yipi::indicators {

namespace {

constexpr std::size_t kKinds = 3;
constexpr Day kNotListed = std::numeric_limits<Day>::max();
constexpr Day kWithoutDue = kNotListed - 1; ///< after every due date, so that of two entries a dated one wins
constexpr quint8 kNoLight = 4;

/// Lights in the order of the list.
constexpr std::array<Light, 4> kByUrgency{Light::Red, Light::Yellow, Light::Green, Light::Done};

std::uint64_t urgency(Light light) {
    const auto at = std::find(kByUrgency.begin(), kByUrgency.end(), light);
    return static_cast<std::uint64_t>(at - kByUrgency.begin());
}

/// Sorts by the bits from `first` up; what is below comes in ascending and stays in its order. Counting
/// digits costs a few passes where comparing costs twenty.
void sortFromBit(std::vector<std::uint64_t> &numbers, int first) {
    constexpr int kDigitBits = 13;
    constexpr std::size_t kDigits = std::size_t(1) << kDigitBits;
    std::vector<std::uint64_t> sorted(numbers.size());
    for (int bit = first; bit < 64; bit += kDigitBits) {
        const auto digit = [bit](std::uint64_t number) { return number >> bit & (kDigits - 1); };
        std::array<std::size_t, kDigits + 1> begin{};
        for (const std::uint64_t number : numbers)
            ++begin[digit(number) + 1];
        std::partial_sum(begin.begin(), begin.end(), begin.begin());
        for (const std::uint64_t number : numbers)
            sorted[begin[digit(number)]++] = number;
        numbers.swap(sorted);
    }
}

// An item in one number, in the order of the list: light, days overdue from the most, project, kind. The last
// two are the place, because projects come in the order of their ids; the lowest bit is set where there is a
// due date. Reading the number is cheaper than going to the project again.
constexpr int kPlaceBits = 38, kDayBits = 24;
constexpr std::uint64_t kMostDays = 1 << (kDayBits - 1); ///< more than there are dates for
constexpr std::uint64_t kPlaceMask = (std::uint64_t(1) << kPlaceBits) - 1;
constexpr std::uint64_t kDayMask = (std::uint64_t(1) << kDayBits) - 1;

std::size_t placeIn(std::uint64_t key) {
    return (key & kPlaceMask) >> 1;
}

std::size_t projectIn(std::uint64_t key) {
    return placeIn(key) / kKinds;
}

} // namespace

OverdueBoard::OverdueBoard(const LateRows &late, Month asOf, ProjectFilter filter)
    : m_late(late)
    , m_sheet(late.sheet())
    , m_facts(m_sheet.facts())
    , m_asOf(asOf)
    , m_filter(std::move(filter))
    , m_lastDay(dayOf(asOf.lastDay()))
    , m_position(m_sheet.program().window().position(asOf))
    , m_matcher(m_facts, m_filter, asOf.lastDay())
    , m_due(kKinds * m_facts.projects.size(), kNotListed)
    , m_light(m_due.size(), kNoLight)
    , m_zones(late.zones()) {
    m_counts.byZone.resize(m_facts.zones.size() + 1);
    for (std::size_t kind = 0; kind < kKinds; ++kind)
        m_lights.emplace_back(m_sheet.rules().lights, subjectOf(static_cast<OverdueKind>(kind)), asOf);
    for (const LateRows::Source &source : late.sources())
        for (std::size_t row = 0; row < source.rows.size(); ++row)
            add(source, row);
    for (std::size_t place = 0; place < m_due.size(); ++place)
        if (m_due[place] != kNotListed)
            light(place);
}

void OverdueBoard::add(const LateRows::Source &source, std::size_t row) {
    const LateRows::Row &dates = source.rows[row];
    const Membership m = m_sheet.memberships(source.rate)[row];
    const bool isLate = happened(dates.due) || source.kind == OverdueKind::NotStarted;
    const bool isMissing = dates.from <= m_lastDay && !happened(dates.until);
    // One question, not three: which of them says no is as good as random.
    if (!(int(isLate) & int(isMissing) & int(Span{m.denFrom, m.denTo}.holdsAt(m_position))) ||
        reachesOutput(source, row) || !m_matcher.passes(*source.population, row))
        return;
    Day &first = m_due[placeOf(source.population->project[row], source.kind)];
    first = std::min(first, dates.due ? dates.due : kWithoutDue);
}

bool OverdueBoard::reachesOutput(const LateRows::Source &source, std::size_t row) const {
    if (source.kind != OverdueKind::NotAttained ||
        m_sheet.program().rates()[source.rate].value != ReportedValue::Output)
        return false;
    const ValueSteps &values = m_sheet.values(source.rate);
    const auto begin = values.steps.begin() + values.begin(row);
    const auto end = values.steps.begin() + values.end[row];
    const auto now = std::find_if(begin, end, [&](const ValueStep &step) {
        return Span{step.from, step.to}.holdsAt(m_position);
    });
    return (now == end ? 0 : now->value) >= source.population->output[row];
}

std::size_t OverdueBoard::placeOf(std::uint32_t project, OverdueKind kind) const {
    return project * kKinds + static_cast<std::size_t>(kind);
}

Light OverdueBoard::lightOf(std::size_t place) const {
    // Nothing is left to do about a terminated project; the list still shows it where the rate still counts
    // it.
    if (happened(m_late.terminated()[place / kKinds]))
        return Light::Done;
    return m_due[place] == kWithoutDue ? Light::Green : m_lights[place % kKinds].at(m_due[place]);
}

void OverdueBoard::light(std::size_t place) {
    m_light[place] = static_cast<quint8>(lightOf(place));
    count(place, 1);
}

void OverdueBoard::count(std::size_t place, int by) {
    const auto light = m_light[place];
    const std::int32_t zone = m_zones[place / kKinds];
    m_counts.byKind[place % kKinds][light] += by;
    m_counts.byZone[static_cast<std::size_t>(zone + 1)][light] += by;
}

void OverdueBoard::settle(std::uint32_t project) {
    for (std::size_t kind = 0; kind < kKinds; ++kind) {
        const std::size_t place = placeOf(project, static_cast<OverdueKind>(kind));
        if (m_light[place] != kNoLight)
            count(place, -1);
        m_due[place] = kNotListed;
        m_light[place] = kNoLight;
    }
    m_zones[project] = m_facts.projects[project].zone;
    for (const LateRows::Source &source : m_late.sources())
        for (const std::uint32_t row : source.population->rowsOf(m_facts, project))
            add(source, row);
    for (std::size_t kind = 0; kind < kKinds; ++kind)
        if (const std::size_t place = placeOf(project, static_cast<OverdueKind>(kind));
            m_due[place] != kNotListed)
            light(place);
}

std::vector<OverdueItem> OverdueBoard::items(std::size_t most) const {
    std::vector<std::uint64_t> order;
    std::uint64_t last = UINT64_MAX; // what is not before it is not wanted
    for (std::size_t place = 0; place < m_light.size(); ++place) {
        if (m_light[place] == kNoLight)
            continue;
        const std::uint64_t key = orderOf(place);
        if (key >= last)
            continue;
        order.push_back(key);
        if (order.size() / 2 < most)
            continue;
        std::nth_element(order.begin(), order.begin() + std::ptrdiff_t(most), order.end());
        order.resize(most);
        last = *std::max_element(order.begin(), order.end());
    }
    if (last == UINT64_MAX)
        sortFromBit(order, kPlaceBits); // their places ascend
    else
        std::sort(order.begin(), order.end());
    order.resize(std::min(order.size(), most));
    std::vector<OverdueItem> items;
    items.reserve(order.size());
    constexpr std::size_t kAhead = 16;
    for (std::size_t i = 0; i < order.size(); ++i) {
        // The order jumps from project to project: without asking ahead each would be waited for.
        if (i + kAhead < order.size())
            __builtin_prefetch(&m_late.ids()[projectIn(order[i + kAhead])]);
        items.push_back(item(order[i]));
    }
    return items;
}

std::uint64_t OverdueBoard::orderOf(std::size_t place) const {
    const bool hasDue = m_due[place] != kWithoutDue;
    const int days = hasDue ? m_lastDay - m_due[place] : 0;
    return urgency(static_cast<Light>(m_light[place])) << (kPlaceBits + kDayBits) |
           (kMostDays - static_cast<std::uint64_t>(days)) << kPlaceBits | place << 1 | (hasDue ? 1 : 0);
}

OverdueItem OverdueBoard::item(std::uint64_t key) const {
    OverdueItem item;
    item.projectId = m_late.ids()[projectIn(key)];
    item.kind = static_cast<OverdueKind>(placeIn(key) % kKinds);
    item.daysOverdue = int(std::int64_t(kMostDays) - std::int64_t(key >> kPlaceBits & kDayMask));
    item.light = kByUrgency.at(key >> (kPlaceBits + kDayBits));
    if (key & 1)
        item.due = dateOf(m_lastDay - item.daysOverdue);
    const EscalationStep *step = m_sheet.rules().lights.stepAt(item.daysOverdue);
    if (step && (key & 1) && item.light != Light::Done)
        item.level = step->level;
    return item;
}

} // namespace yipi::indicators
