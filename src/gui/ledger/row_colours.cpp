// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/ledger/row_colours.h"

#include "gui/theme.h"
#include "indicators/expression/dictionary_names.h"

#include <QCoreApplication>

#include <algorithm>

namespace yipi::gui {

namespace {

QString colourTitle(const char *source) {
    return QCoreApplication::translate("RowColours", source);
}

} // namespace

const std::vector<RuleColour> &ruleColours() {
    static const std::vector<RuleColour> colours{
        {QStringLiteral("red"), colourTitle("红"), theme().redt},
        {QStringLiteral("amber"), colourTitle("黄"), theme().ambt},
        {QStringLiteral("green"), colourTitle("绿"), theme().grnt},
        {QStringLiteral("blue"), colourTitle("蓝"), theme().act},
        {QStringLiteral("grey"), colourTitle("灰"), theme().sunk},
    };
    return colours;
}

QString ruleProblem(const services::LedgerService &ledger, const QString &condition) {
    if (condition.trimmed().isEmpty())
        return QCoreApplication::translate("RowColours", "请写条件，如 总投资>=5亿元");
    const auto read = indicators::checkedExpression(condition, ledger.facts());
    return read ? QString() : read.error().text();
}

void RowColours::setRules(const std::vector<ColourRule> &rules) {
    m_rules = rules;
    m_fulfilled.clear();
}

void RowColours::setAsOf(QDate asOf) {
    if (asOf == m_asOf)
        return;
    m_asOf = asOf;
    m_fulfilled.clear();
}

indicators::FilterMatcher RowColours::matcherOf(const ColourRule &rule) const {
    ProjectFilter filter;
    filter.where = rule.condition;
    return indicators::FilterMatcher(m_ledger.facts(), filter, m_asOf);
}

void RowColours::update() const {
    const indicators::Facts &facts = m_ledger.facts();
    const bool isWhole = m_fulfilled.size() != m_rules.size();
    if (!isWhole && m_changed.empty())
        return;
    m_fulfilled.resize(m_rules.size());
    for (std::size_t i = 0; i < m_rules.size(); ++i) {
        const indicators::FilterMatcher matcher = matcherOf(m_rules[i]);
        std::vector<bool> &projects = m_fulfilled[i].projects;
        if (isWhole) {
            projects.resize(facts.projects.size());
            for (std::uint32_t place = 0; place < projects.size(); ++place)
                projects[place] = matcher.matches(place);
            continue;
        }
        for (const qint64 id : m_changed)
            if (const auto at = facts.projectIndex.find(id); at != facts.projectIndex.end())
                projects[at->second] = matcher.matches(at->second);
    }
    m_changed.clear();
}

QColor RowColours::colour(qint64 project, const QString &column) const {
    if (m_rules.empty())
        return {};
    update();
    const indicators::Facts &facts = m_ledger.facts();
    const auto at = facts.projectIndex.find(project);
    if (at == facts.projectIndex.end())
        return {};
    for (std::size_t i = 0; i < m_rules.size(); ++i) {
        const ColourRule &rule = m_rules[i];
        if ((!rule.column.isEmpty() && rule.column != column) || !m_fulfilled[i].projects[at->second])
            continue;
        const auto &colours = ruleColours();
        const auto found = std::find_if(colours.begin(), colours.end(),
                                        [&](const RuleColour &one) { return one.key == rule.colour; });
        if (found != colours.end())
            return found->background;
    }
    return {};
}

void RowColours::follow(const AppliedChangeSet &applied) {
    constexpr std::size_t kPatchLimit = 200;
    const bool isSimple =
        applied.records.size() <= kPatchLimit &&
        std::all_of(applied.records.begin(), applied.records.end(), [](const AppliedRecord &record) {
            return record.entity == EntityKind::Project && record.kind == RecordChange::Kind::Update;
        });
    if (!isSimple) {
        m_fulfilled.clear();
        m_changed.clear();
        return;
    }
    for (const AppliedRecord &record : applied.records)
        m_changed.push_back(record.id);
}

} // namespace yipi::gui
