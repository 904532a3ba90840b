// SPDX-License-Identifier: GPL-3.0-or-later
// The ledger as it was known at the end of a day.
#include "services/facts_loader.h"
#include "services/ledger_state.h"
#include "services/past_records.h"

namespace yipi::services {

namespace {

/// The last moment of the day where this computer is: offices mean their own calendar.
QDateTime endOf(QDate date) {
    return QDateTime(date.addDays(1), QTime(0, 0)).addMSecs(-1);
}

} // namespace

Result<indicators::Facts> LedgerService::factsKnownAt(QDate date) const {
    auto past = PastRecords::at(*d->store, endOf(date));
    if (!past)
        return Failure(std::move(past).error());
    const auto names = readEnterpriseNames(*past);
    if (!names)
        return Failure(names.error());
    auto facts = loadFacts(*past, *names);
    if (facts)
        facts->stored = std::make_shared<ProjectColumns>(
            std::make_shared<const PastRecords>(std::move(*past)),
            std::make_shared<const std::vector<indicators::CustomColumn>>(facts->customColumns));
    return facts;
}

Result<std::vector<Record>> LedgerService::recordsKnownAt(QDate date, EntityKind kind,
                                                          std::span<const qint64> ids) const {
    auto past = PastRecords::at(*d->store, endOf(date));
    if (!past)
        return Failure(std::move(past).error());
    return past->readMany(kind, ids);
}

qint64 LedgerService::revision() const {
    return d->store->journalSequence();
}

void LedgerService::setClock(std::function<QDateTime()> clock) {
    d->store->setClock(std::move(clock));
}

} // namespace yipi::services
