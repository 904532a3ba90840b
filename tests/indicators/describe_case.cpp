// SPDX-License-Identifier: GPL-3.0-or-later
#include "random_case.h"

#include <sstream>

namespace yipi::indicators {

namespace {

std::string isoText(QDate day) {
    return day.isValid() ? day.toString(Qt::ISODate).toStdString() : std::string("-");
}

std::string campaignText(const std::optional<std::pair<int, int>> &key) {
    return key ? std::to_string(key->first) + "-" + std::to_string(key->second) : "-";
}

std::string entryText(const oracle::Entry &e) {
    std::ostringstream out;
    out << "project " << e.project << " campaign " << e.campaign << ' ' << e.list << " investment "
        << e.investment.value_or(-1) << " output " << e.output.value_or(-1);
    return out.str();
}

std::string projectText(const oracle::Project &p) {
    std::ostringstream out;
    out << "zone " << p.zone << " chain " << p.chain << " industry " << p.industry << " class "
        << p.strategicClass << (p.industrial ? " industrial" : "") << (p.strategic ? " strategic" : "")
        << " investment " << p.investment << " expects " << p.expectedOutput << " texts '"
        << p.code.toStdString() << "' '" << p.name.toStdString() << "' '" << p.investor.toStdString() << '\'';
    const std::pair<const char *, QDate> dates[] = {{"planned_start", p.plannedStart},
                                                    {"planned_produce", p.plannedProduce},
                                                    {"planned_attain", p.plannedAttain},
                                                    {"sign", p.sign},
                                                    {"start", p.start},
                                                    {"produce", p.produce},
                                                    {"attain", p.attain},
                                                    {"statistics", p.statistics},
                                                    {"suspended", p.suspended},
                                                    {"terminated", p.terminated},
                                                    {"reserved", p.reserved},
                                                    {"fulfilled", p.fulfilled},
                                                    {"removal", p.removalApproved}};
    for (const auto &[name, date] : dates)
        if (date.isValid())
            out << ' ' << name << ' ' << isoText(date);
    for (const auto &[month, value] : p.outputs)
        out << " output " << isoText(month) << '=' << value;
    for (const auto &[month, value] : p.funds)
        out << " funds " << isoText(month) << '=' << value;
    for (const auto &[month, report] : p.years)
        out << " year " << isoText(month) << '=' << report.done << '/' << report.plan.value_or(-1);
    return out.str();
}

void describeRules(std::ostream &out, const oracle::Rules &rules) {
    out << "deadlines " << rules.signToStart << ' ' << rules.startToProduce << ' ' << rules.produceToAttain
        << " grace " << rules.grace << " lights " << rules.yellow << ' ' << rules.red;
    for (const oracle::Rule &r : rules.rates)
        out << "\n  rate " << r.id << " of " << r.population << " period " << r.period << " campaigns "
            << r.campaigns << ' ' << r.heldMonths << ' ' << campaignText(r.first) << ' '
            << campaignText(r.last) << " event " << r.event << " target " << r.target << " weight "
            << r.weight << " terminated " << r.terminated << (r.dueOnly ? " due_only" : "")
            << (r.industrialOnly ? " industrial" : "") << (r.leaveEarly ? " leave" : "")
            << (r.cap ? " cap" : "") << " chained to " << r.chainedTo;
}

void describeLedger(std::ostream &out, const oracle::Ledger &ledger) {
    for (const oracle::Zone &z : ledger.zones)
        out << "\nzone " << z.name.toStdString() << ' ' << z.city.toStdString() << ' '
            << z.county.toStdString() << ' ' << z.category.toStdString();
    for (const oracle::Campaign &c : ledger.campaigns)
        out << "\ncampaign " << c.year << '-' << c.sequence << " held " << isoText(c.held);
    for (std::size_t i = 0; i < ledger.projects.size(); ++i)
        out << "\nproject " << i << ' ' << projectText(ledger.projects[i]);
    for (const oracle::Entry &entry : ledger.entries)
        out << "\nentry " << entryText(entry);
    for (const oracle::Milestone &m : ledger.milestones)
        out << "\nmilestone of " << m.project << " planned " << isoText(m.planned) << " actual "
            << isoText(m.actual);
    for (const oracle::Task &t : ledger.tasks)
        out << "\ntask of zone " << t.zone << ' ' << t.year << ' ' << t.indicator << ' ' << t.value;
}

void describeFilter(std::ostream &out, const oracle::Cut &cut) {
    out << " city '" << cut.city.toStdString() << "' text '" << cut.text.toStdString() << "' list '"
        << cut.list << "' stage '" << cut.stage << "' campaigns " << campaignText(cut.first) << ' '
        << campaignText(cut.last) << " investment " << cut.minInvestment.value_or(-1) << " zones";
    for (const int zone : cut.zones)
        out << ' ' << zone;
    out << " chains";
    for (const int chain : cut.chains)
        out << ' ' << chain;
    if (cut.strategic)
        out << " strategic " << *cut.strategic;
    if (cut.industrial)
        out << " industrial " << *cut.industrial;
}

void describeStep(std::ostream &out, const Step &step) {
    if (step.change.project >= 0)
        out << "\nchange project " << step.change.project << ' ' << projectText(step.change.now);
    if (step.change.added)
        out << "\nadd entry " << entryText(*step.change.added);
    const Question &q = step.question;
    out << "\nask rules " << q.rules << " as of " << q.asOf.text().toStdString() << " by "
        << key(q.by.first).toStdString() << ' ' << key(q.by.second).toStdString() << " explain "
        << q.explained << " trend " << q.trendMonths << ' ' << key(q.trendBy).toStdString();
    describeFilter(out, q.filter);
}

} // namespace

std::string describe(const Scenario &scenario) {
    std::ostringstream out;
    for (std::size_t i = 0; i < scenario.rules.size(); ++i) {
        const auto asksThem = [i](const Step &step) { return step.question.rules == i; };
        if (std::none_of(scenario.steps.begin(), scenario.steps.end(), asksThem))
            continue;
        out << "\nrules " << i << ' ';
        describeRules(out, scenario.rules[i]);
    }
    describeLedger(out, scenario.ledger);
    if (scenario.textsTouch)
        out << "\nsearch texts touch";
    for (const Step &step : scenario.steps)
        describeStep(out, step);
    return out.str();
}

} // namespace yipi::indicators
