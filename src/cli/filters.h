// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command_line.h"

namespace yipi::cli {

/// The filter options, everywhere the same.
struct FilterOptions {
    std::string city, campaigns, batch, stage, minInvestment, text, where;
    std::vector<std::string> zones, chains;
    bool strategic = false, industrial = false;

    void addTo(CLI::App *command);
    /// Names are looked up in the ledger; an unknown one is an error that names the nearest.
    Result<ProjectFilter> filter(const services::LedgerService &ledger) const;
};

/// --as-of, --rules, --known-at and the filters: the scope of a figure.
struct ScopeOptions {
    std::string asOf, rules, knownAt;
    FilterOptions filters;

    void addTo(CLI::App *command);
    void addMonthAndFiltersTo(CLI::App *command); ///< where the command names rule sets of its own
    void addKnownAtTo(CLI::App *command);         ///< for commands that print figures
    Result<services::FigureScope> scope(const services::LedgerService &ledger,
                                        const services::FigureService &figures) const;
};

/// `"known_at": "2024-08-05"` in the JSON of a figure that was asked for as known then.
void addKnownAt(Json &json, const services::FigureScope &scope);
/// The same as a line for people; empty for figures as known now.
QString knownAtText(const services::FigureScope &scope);

/// "2023-1..2024-2", "2024-2", "2023-1..": the range of campaigns.
Result<std::pair<std::optional<CampaignKey>, std::optional<CampaignKey>>> campaignRange(const QString &text);

/// An enumeration member by key or title; the error lists what there is.
template <class E>
Result<E> choiceOption(const std::string &text, const QString &option) {
    if (const auto found = choiceFrom<E>(q(text)))
        return *found;
    QStringList keys;
    for (const auto &choice : choicesOf<E>())
        keys << choice.key;
    return fail(ErrorCode::Usage, QStringLiteral("%1 没有“%2”").arg(option, q(text)),
                QStringLiteral("可用：%1。").arg(keys.join(QStringLiteral("、"))));
}

} // namespace yipi::cli
