// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparison.h"

#include <functional>

namespace yipi::indicators {

namespace {

using Edit = std::function<void(Scenario &)>;

/// Keeps the edit when the two still disagree.
bool tried(Scenario &failing, const Edit &edit) {
    Scenario attempt = failing;
    edit(attempt);
    const Disagreement found = replay(attempt);
    if (found.what.empty())
        return false;
    attempt.steps.resize(found.step + 1);
    failing = std::move(attempt);
    return true;
}

/// Removes members of a list one by one, the last first.
template <class List>
void thinOut(Scenario &failing, const std::function<List &(Scenario &)> &list, std::size_t least) {
    for (std::size_t i = list(failing).size(); i-- > 0;)
        if (i < list(failing).size() && list(failing).size() > least)
            tried(failing, [&](Scenario &s) { list(s).erase(list(s).begin() + std::ptrdiff_t(i)); });
}

/// Rates that others follow stay: their numbers are what the others are chained to.
void dropLastRates(Scenario &failing) {
    for (std::size_t r = 0; r < failing.rules.size(); ++r)
        while (failing.rules[r].rates.size() > 1 &&
               tried(failing, [&](Scenario &s) { s.rules[r].rates.pop_back(); }))
            ;
}

void blankProject(Scenario &failing, const std::function<oracle::Project &(Scenario &)> &project) {
    using P = oracle::Project;
    for (QDate P::*date : {&P::plannedStart, &P::plannedProduce, &P::plannedAttain, &P::sign, &P::start,
                           &P::produce, &P::attain, &P::statistics, &P::suspended, &P::terminated,
                           &P::reserved, &P::fulfilled, &P::removalApproved})
        if ((project(failing).*date).isValid())
            tried(failing, [&](Scenario &s) { project(s).*date = {}; });
    for (int P::*number : {&P::zone, &P::chain, &P::industry, &P::strategicClass})
        if (project(failing).*number >= 0)
            tried(failing, [&](Scenario &s) { project(s).*number = -1; });
    for (QString P::*text : {&P::code, &P::name, &P::investor})
        if (!(project(failing).*text).isEmpty())
            tried(failing, [&](Scenario &s) { (project(s).*text).clear(); });
}

/// Reports of a project keep their months when it changes, so both states lose them.
void dropReports(Scenario &failing, int project) {
    const auto inAllStates = [&](const std::function<void(oracle::Project &)> &edit) {
        tried(failing, [&](Scenario &s) {
            edit(s.ledger.projects[std::size_t(project)]);
            for (Step &step : s.steps)
                if (step.change.project == project)
                    edit(step.change.now);
        });
    };
    inAllStates([](oracle::Project &p) { p.outputs.clear(); });
    inAllStates([](oracle::Project &p) { p.funds.clear(); });
    inAllStates([](oracle::Project &p) { p.years.clear(); });
}

void blankProjects(Scenario &failing) {
    for (std::size_t i = 0; i < failing.ledger.projects.size(); ++i) {
        dropReports(failing, int(i));
        blankProject(failing, [i](Scenario &s) -> oracle::Project & { return s.ledger.projects[i]; });
    }
    for (std::size_t i = 0; i < failing.steps.size(); ++i)
        if (failing.steps[i].change.project >= 0)
            blankProject(failing, [i](Scenario &s) -> oracle::Project & { return s.steps[i].change.now; });
}

void plainQuestions(Scenario &failing) {
    for (std::size_t i = 0; i < failing.steps.size(); ++i) {
        tried(failing, [i](Scenario &s) { s.steps[i].question.filter = {}; });
        tried(failing, [i](Scenario &s) { s.steps[i].question.by = {}; });
        tried(failing, [i](Scenario &s) { s.steps[i].question.trendMonths = 0; });
        tried(failing, [i](Scenario &s) { s.steps[i].change = {}; });
        // A cut short by an earlier disagreement ends the loop.
    }
}

} // namespace

Scenario smaller(Scenario failing) {
    failing.steps.resize(replay(failing).step + 1);
    thinOut<std::vector<Step>>(
        failing, [](Scenario & s) -> auto & { return s.steps; }, 1);
    plainQuestions(failing);
    dropLastRates(failing);
    thinOut<std::vector<oracle::Entry>>(
        failing, [](Scenario & s) -> auto & { return s.ledger.entries; }, 0);
    thinOut<std::vector<oracle::Milestone>>(
        failing, [](Scenario & s) -> auto & { return s.ledger.milestones; }, 0);
    thinOut<std::vector<oracle::Task>>(
        failing, [](Scenario & s) -> auto & { return s.ledger.tasks; }, 0);
    blankProjects(failing);
    return failing;
}

} // namespace yipi::indicators
