// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/filters.h"

namespace yipi::cli {

/// An open ledger with its figures and the scope of the command.
struct Session {
    std::unique_ptr<services::LedgerService> ledger;
    std::unique_ptr<services::FigureService> figures;
    services::FigureScope scope;
};

Result<Session> openSession(const Registry &registry, const ScopeOptions &options);

/// {"percent","num","den","unit"}; without a denominator "percent" is null.
Json rateJson(const indicators::RateResult &rate);
/// A numerator or denominator of the rate as text, money in 亿元.
QString partText(const indicators::RateResult &rate, qint64 value);
/// "56/71".
QString partsText(const indicators::RateResult &rate);
/// Null for an empty text.
Json orNull(const QString &text);
/// {"percent","num","den"} of a bare fraction, with two decimals.
Json fractionJson(const Rate &rate);

/// "code name" of projects by id, read once.
Result<QHash<qint64, QString>> projectNames(const Session &session, const std::vector<qint64> &ids);

/// The rows behind a figure: adds "included" and "excluded" to the document and their lines to the text.
Result<void> addRows(Output &output, const Session &session, const indicators::CountedRows &rows);

/// The same of a rate: entries with their campaigns and what they add.
Result<void> addEntries(Output &output, const Session &session, const indicators::Explanation &explanation);

/// A member of an enumeration by key or Chinese title; Usage names the option and what can be written.
template <class E>
Result<E> chosen(const std::string &text, const QString &option) {
    if (const auto found = choiceFrom<E>(q(text)))
        return *found;
    QStringList known;
    for (const Choice &choice : choicesOf<E>())
        known << choice.key;
    return fail(ErrorCode::Usage, QStringLiteral("%1 没有“%2”").arg(option, q(text)),
                QStringLiteral("可用：%1。").arg(known.join(QStringLiteral("、"))));
}

} // namespace yipi::cli
