// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/search/ledger_search.h"

#include "services/ledger_service.h"

#include <QtConcurrent>

namespace yipi::gui {

LedgerSearch::LedgerSearch(const services::LedgerService &ledger, const QString &location)
    : m_service(ledger)
    , m_location(location) {
    connect(&m_loading, &QFutureWatcherBase::finished, this, &LedgerSearch::finish);
    connect(&m_service, &services::SearchService::outdated, this, &LedgerSearch::load);
    load();
}

LedgerSearch::~LedgerSearch() {
    m_isStopped = true;
    m_loading.waitForFinished();
}

void LedgerSearch::load() {
    m_service.prepareForIndex();
    m_isLoading = true;
    m_loading.setFuture(QtConcurrent::run([this, location = m_location] {
        return services::loadSearchIndex(location, [this](int) { return !m_isStopped; });
    }));
}

void LedgerSearch::finish() {
    if (m_loading.future().resultCount() == 0)
        return; // the empty future below
    auto index = m_loading.future().takeResult();
    m_loading.setFuture({}); // a future whose result was taken can't be waited for
    m_isLoading = false;
    m_problem = index ? QString() : index.error().text();
    if (index)
        m_service.setIndex(std::move(*index));
    Q_EMIT loaded();
}

} // namespace yipi::gui
