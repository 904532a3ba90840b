// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/error.h"
#include "services/figure_service.h"
#include "services/ledger_service.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <functional>
#include <memory>
#include <string>

namespace yipi::cli {

using Json = nlohmann::ordered_json;

inline QString q(const std::string &text) {
    return QString::fromStdString(text);
}
inline std::string s(const QString &text) {
    return text.toStdString();
}

/// The options before the command.
struct Globals {
    std::string ledger;
    std::string user;
    bool json = false;
    bool quiet = false;
};

/// What a command prints: exactly one JSON document under --json, else text. `exitCode` for results that are
/// an answer and a refusal at once (import with errors, verify of a damaged ledger).
struct Output {
    Json json;
    QString text;
    int exitCode = 0;
    QStringList notes{}; ///< what was done and what is doubtful, for people: stderr, not under --quiet
};

/// The answer of a command that has no result but that it was done.
inline Output confirmed(Json json, const QString &note) {
    return {std::move(json), {}, 0, {note}};
}

using Command = std::function<Result<Output>()>;

/// The chosen command; registered by the functions below while the arguments are described.
struct Registry {
    CLI::App &app;
    Globals &globals;
    Command chosen;

    /// A subcommand that runs `command` when it is chosen.
    CLI::App *add(const std::string &name, const std::string &help, Command command,
                  CLI::App *parent = nullptr);

    Result<std::unique_ptr<services::LedgerService>> open(services::Access access) const;
};

void addLedgerCommands(Registry &registry); // init demo generate backup restore verify
void addImportCommands(Registry &registry);
void addExportCommands(Registry &registry); // template export
void addListCommand(Registry &registry);    // projects
void addShowCommand(Registry &registry);
void addHistoryCommand(Registry &registry);
void addSetCommand(Registry &registry);
void addFieldCommands(Registry &registry);   // fields add-field remove-field
void addFigureCommands(Registry &registry);  // rates explain summary
void addCohortCommands(Registry &registry);  // cohort funnel
void addRankingCommands(Registry &registry); // ranking targets
void addOverdueCommands(Registry &registry); // overdue
void addRuleCommands(Registry &registry);    // rules
void addCompareCommand(Registry &registry, CLI::App *rules);
void addAssessmentCommands(Registry &registry); // assess
void addReportCommands(Registry &registry);     // report

/// Arguments live as long as the command line is described and run.
template <class T>
std::shared_ptr<T> kept() {
    return std::make_shared<T>();
}

/// Exit code of an error (docs/cli.md).
int exitCode(ErrorCode code);
Json toJson(const Error &error);

/// The error of a file named on the command line that can't be read.
Failure unreadable(const QString &what, const QString &path);

/// Reads a month argument; Usage names the option.
Result<Month> monthFrom(const std::string &text, const QString &option);

} // namespace yipi::cli
