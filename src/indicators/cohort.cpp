// SPDX-License-Identifier: GPL-3.0-or-later
#include "indicators/cohort.h"

#include "indicators/campaign_dates.h"
#include "indicators/rule_words.h"
#include "indicators/sign_days.h"
#include "indicators/standing.h"

#include <QStringList>

#include <limits>

namespace yipi {

template <>
std::span<const Choice> choicesOf<indicators::CohortBy>() {
    static const std::array<Choice, 3> c{{{QStringLiteral("quarter"), QStringLiteral("季度")},
                                          {QStringLiteral("year"), QStringLiteral("年度")},
                                          {QStringLiteral("campaign"), QStringLiteral("活动期次")}}};
    return c;
}

template <>
std::span<const Choice> choicesOf<indicators::CohortOf>() {
    static const std::array<Choice, 2> c{{{QStringLiteral("entries"), QStringLiteral("签约一批的入批项目")},
                                          {QStringLiteral("projects"), QStringLiteral("签约项目")}}};
    return c;
}

} // namespace yipi

namespace yipi::indicators {

namespace {

/// What is followed: where it belongs and its two months as Month::index().
struct Member {
    std::uint32_t project = 0;
    const EntryFact *entry = nullptr;
    SignDay sign; ///< for a campaign's cohort the day it was held
    int signMonth = 0;
    int period = 0; ///< the month a quarter or year begins with, or the campaign; cohorts come in this order
};

constexpr int kNoEvent = std::numeric_limits<int>::max();

/// Goes over all that the filter lets through.
class Members {
public:
    Members(const Facts &facts, const CohortQuestion &question)
        : m_facts(facts)
        , m_question(question)
        , m_ofEntries(question.by == CohortBy::Campaign || question.of == CohortOf::Entries)
        , m_lastDay(dayOf(question.asOf.lastDay()))
        , m_matcher(facts, question.filter, question.asOf.lastDay())
        , m_signDays(signDays(facts)) {}

    template <class See>
    void forEach(See see) const {
        if (m_ofEntries) {
            for (const EntryFact &entry : m_facts.entries)
                if (entry.batch == Batch::Sign && m_matcher.matchesEntry(entry))
                    see(member(entry.project, &entry));
        } else {
            for (std::uint32_t i = 0; i < m_facts.projects.size(); ++i)
                if (m_matcher.matches(i))
                    see(member(i, nullptr));
        }
    }

    bool isSigned(const Member &member) const { return member.sign.day != 0 && member.sign.day <= m_lastDay; }

    /// The month of the event, kNoEvent when it had not happened by the as-of date.
    int eventMonth(const Member &member) const {
        const Day day = eventDay(m_facts.projects[member.project], m_question.event);
        return day == 0 || day > m_lastDay ? kNoEvent : monthIndexOf(day);
    }

    QString keyOf(int period) const {
        const Month first = Month::fromIndex(period);
        switch (m_question.by) {
        case CohortBy::Quarter:
            return QStringLiteral("%1-Q%2").arg(first.year()).arg(first.month() / 3 + 1);
        case CohortBy::Year:
            return QString::number(first.year());
        case CohortBy::Campaign:
            break;
        }
        return m_facts.campaigns[static_cast<std::size_t>(period)].key().text();
    }

    /// Whether nothing more can be signed into it.
    bool isClosed(int period) const {
        const int months = m_question.by == CohortBy::Quarter ? 3 : 12;
        return m_question.by == CohortBy::Campaign || period + months - 1 <= m_question.asOf.index();
    }

private:
    Member member(std::uint32_t project, const EntryFact *entry) const {
        Member member{project, entry, m_signDays[project], 0, 0};
        const ProjectFact &fact = m_facts.projects[project];
        if (entry && (m_question.by == CohortBy::Campaign || fact.sign == 0)) {
            const Campaign &campaign = m_facts.campaigns[static_cast<std::size_t>(entry->campaign)];
            member.sign = {dayOf(heldOn(campaign)), entry->campaign};
        }
        if (member.sign.day == 0)
            return member;
        member.signMonth = monthIndexOf(member.sign.day);
        const int span = m_question.by == CohortBy::Quarter ? 3 : 12;
        member.period =
            m_question.by == CohortBy::Campaign ? entry->campaign : member.signMonth / span * span;
        return member;
    }

    const Facts &m_facts;
    const CohortQuestion &m_question;
    bool m_ofEntries;
    Day m_lastDay;
    FilterMatcher m_matcher;
    std::vector<SignDay> m_signDays;
};

int lastMonthOfYear(int month) {
    return month / 12 * 12 + 11;
}

/// Adds a member where its event falls and where it is still open; `sumUp` makes the months cumulative.
void addMember(Cohort &cohort, int signMonth, int eventMonth, int asOf) {
    ++cohort.members;
    if (eventMonth == kNoEvent) {
        const int firstOpen = asOf - signMonth + 1;
        if (firstOpen <= kCohortMonths)
            ++cohort.cells[static_cast<std::size_t>(firstOpen)].open;
        cohort.isSameYearOver &= asOf >= lastMonthOfYear(signMonth);
        return;
    }
    // Started before it was signed counts from the month of signing.
    const int months = std::max(eventMonth - signMonth, 0);
    if (months <= kCohortMonths)
        ++cohort.cells[static_cast<std::size_t>(months)].reached;
    cohort.sameYear += eventMonth <= lastMonthOfYear(signMonth) ? 1 : 0;
}

void sumUp(Cohort &cohort, std::array<RateSum, kCohortMonths + 1> &total) {
    cohort.isSameYearOver &= !cohort.isRunning;
    for (std::size_t k = 0; k < cohort.cells.size(); ++k) {
        CohortCell &cell = cohort.cells[k];
        if (k > 0) {
            cell.reached += cohort.cells[k - 1].reached;
            cell.open += cohort.cells[k - 1].open;
        }
        cell.isOver = cell.open == 0 && !cohort.isRunning;
        if (cell.isOver)
            total[k].add(Rate(cell.reached, cohort.members));
    }
}

} // namespace

CohortTable cohortTable(const Facts &facts, const CohortQuestion &question) {
    const Members members(facts, question);
    std::map<int, Cohort> byPeriod;
    members.forEach([&](const Member &member) {
        if (!members.isSigned(member))
            return;
        const auto [at, isNew] = byPeriod.try_emplace(member.period);
        if (isNew) {
            at->second.key = members.keyOf(member.period);
            at->second.isRunning = !members.isClosed(member.period);
            at->second.isSameYearOver = true;
        }
        addMember(at->second, member.signMonth, members.eventMonth(member), question.asOf.index());
    });
    CohortTable table{question, {}, {}};
    for (auto &[period, cohort] : byPeriod) {
        sumUp(cohort, table.total);
        table.cohorts.push_back(std::move(cohort));
    }
    return table;
}

namespace {

QString monthsAfterSigning(int months) {
    if (months < 0)
        return QStringLiteral("早于签约月");
    return months == 0 ? QStringLiteral("签约当月") : QStringLiteral("签约后第 %1 个月").arg(months);
}

QString memberWords(const Members &members, const Facts &facts, const CohortQuestion &question,
                    const Member &member, int months) {
    const QString sign = signWords(facts, member.sign);
    const QString event = title(question.event);
    const int eventMonth = members.eventMonth(member);
    if (eventMonth != kNoEvent) {
        const Day day = eventDay(facts.projects[member.project], question.event);
        return QStringLiteral("%1，%2 %3（%4）")
            .arg(sign, isoText(day), event, monthsAfterSigning(eventMonth - member.signMonth));
    }
    const int elapsed = question.asOf.index() - member.signMonth;
    return elapsed < months
               ? QStringLiteral("%1，只过了 %2 个月，未%3，尚不能判断").arg(sign).arg(elapsed).arg(event)
               : QStringLiteral("%1，未%2").arg(sign, event);
}

} // namespace

Result<CountedRows> explainCohort(const Facts &facts, const CohortQuestion &question, const QString &key,
                                  int months) {
    const Members members(facts, question);
    CountedRows rows;
    QStringList known;
    members.forEach([&](const Member &member) {
        CountedRow row{facts.projects[member.project].id, member.entry ? member.entry->id : 0, false, 0, {}};
        if (!members.isSigned(member)) {
            row.why = signWords(facts, member.sign) +
                      (member.sign.day ? QStringLiteral("，晚于截止日，未计入") : QStringLiteral("，未计入"));
            rows.excluded.push_back(std::move(row));
            return;
        }
        const QString own = members.keyOf(member.period);
        if (own != key) {
            if (!known.contains(own))
                known << own;
            row.why = QStringLiteral("%1，属于 %2").arg(signWords(facts, member.sign), own);
            rows.excluded.push_back(std::move(row));
            return;
        }
        const int eventMonth = members.eventMonth(member);
        row.counts = eventMonth != kNoEvent && eventMonth - member.signMonth <= months;
        row.value = row.counts ? 1 : 0;
        row.why = memberWords(members, facts, question, member, months);
        rows.included.push_back(std::move(row));
    });
    if (!rows.included.empty())
        return rows;
    known.sort();
    return fail(ErrorCode::NotFound, QStringLiteral("没有“%1”签约的项目。").arg(key.left(40)),
                known.isEmpty() ? QString()
                                : QStringLiteral("可以选 %1。").arg(known.join(QStringLiteral("、"))));
}

} // namespace yipi::indicators
