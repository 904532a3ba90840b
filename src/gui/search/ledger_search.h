// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/search_service.h"

#include <QFutureWatcher>

#include <atomic>

namespace yipi::gui {

/// The search of an open ledger, which reads its index in the background: at first, and again when so much
/// changed that it asks for a new one.
class LedgerSearch : public QObject {
    Q_OBJECT

public:
    LedgerSearch(const services::LedgerService &ledger, const QString &location);
    /// Waits for what is being read, which ends at the next kind of records.
    ~LedgerSearch() override;

    services::SearchService &service() { return m_service; }
    bool isLoading() const { return m_isLoading; }
    /// Why there is no index; empty = no reason.
    const QString &problem() const { return m_problem; }

Q_SIGNALS:
    /// The index, or the reason why there is none, is there.
    void loaded();

private:
    void load();
    void finish();

    services::SearchService m_service;
    QString m_location;
    QString m_problem;
    std::atomic_bool m_isStopped = false;
    QFutureWatcher<Result<services::SearchIndex>> m_loading;
    bool m_isLoading = false; ///< until the index has been taken over
};

} // namespace yipi::gui
