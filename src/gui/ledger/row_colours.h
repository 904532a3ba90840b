// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/ledger_service.h"

#include <QColor>

namespace yipi::gui {

/// Cells whose projects fulfil a condition have a background of their own.
struct ColourRule {
    QString condition; ///< of the filter language (docs/filters.md)
    QString colour;    ///< key of kRuleColours
    QString column;    ///< key; empty = the whole row
    friend bool operator==(const ColourRule &, const ColourRule &) = default;
};

/// A colour that rules may use.
struct RuleColour {
    QString key;
    QString title;
    QColor background;
};

/// Pale colours of the theme: text stays readable on each.
const std::vector<RuleColour> &ruleColours();

/// The colours of the grid by rules. Who fulfils a rule is found in one pass when it is asked for first;
/// afterwards only projects that changed are asked again. Among rules for the same cell the first one wins.
class RowColours {
public:
    explicit RowColours(const services::LedgerService &ledger)
        : m_ledger(ledger) {}

    const std::vector<ColourRule> &rules() const { return m_rules; }
    void setRules(const std::vector<ColourRule> &rules);
    void setAsOf(QDate asOf);
    /// Invalid: as usual.
    QColor colour(qint64 project, const QString &column) const;
    void follow(const AppliedChangeSet &applied);

private:
    struct Fulfilled {
        std::vector<bool> projects; ///< by place in the facts
    };

    void update() const;
    indicators::FilterMatcher matcherOf(const ColourRule &rule) const;

    const services::LedgerService &m_ledger;
    std::vector<ColourRule> m_rules;
    QDate m_asOf;
    mutable std::vector<Fulfilled> m_fulfilled; ///< of each rule; empty = to be found
    mutable std::vector<qint64> m_changed;      ///< projects to be asked again
};

/// Why a condition can't be a rule; empty when it can.
QString ruleProblem(const services::LedgerService &ledger, const QString &condition);

} // namespace yipi::gui
