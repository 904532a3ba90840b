// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/application/session.h"

#include "services/locations.h"

#include <QFileInfo>
#include <QtConcurrent>

namespace yipi::gui {

Session::Session(QObject *parent)
    : QObject(parent) {
    connect(&m_check, &QFutureWatcherBase::finished, this, &Session::finishCheck);
}

Session::~Session() {
    close();
}

Result<void> Session::open(const QString &location) {
    makeWayFor(location);
    auto ledger = services::LedgerService::open(location, services::Access::ReadWrite, user());
    if (!ledger)
        return Failure(ledger.error());
    auto figures = std::make_unique<services::FigureService>(**ledger);
    adopt(std::move(*ledger), std::move(figures));
    return {};
}

void Session::makeWayFor(const QString &location) {
    if (isOpen() && m_ledger->status().location == QFileInfo(location).canonicalFilePath())
        close();
}

Result<void> Session::create(const QString &path) {
    auto ledger = services::LedgerService::create(path, user());
    if (!ledger)
        return Failure(ledger.error());
    auto figures = std::make_unique<services::FigureService>(**ledger);
    adopt(std::move(*ledger), std::move(figures));
    return {};
}

void Session::adopt(std::unique_ptr<services::LedgerService> ledger,
                    std::unique_ptr<services::FigureService> figures) {
    close();
    m_ledger = std::move(ledger);
    m_figures = std::move(figures);
    services::rememberLedger(m_ledger->status().location);
    m_check.setFuture(QtConcurrent::run([ledger = m_ledger.get()] { return ledger->confirmSound(); }));
    m_search = std::make_unique<LedgerSearch>(*m_ledger, m_ledger->status().location);
    Q_EMIT opened();
}

void Session::finishCheck() {
    if (m_check.future().resultCount() == 0)
        return; // the ledger was closed meanwhile
    if (const Result<void> sound = m_check.result(); !sound) {
        close();
        Q_EMIT foundDamaged(sound.error());
    }
}

void Session::close() {
    if (!isOpen())
        return;
    m_check.waitForFinished(); // it looks at the ledger
    m_check.setFuture({});     // and what it found is of no use any more
    Q_EMIT aboutToClose();
    m_search.reset();
    m_figures.reset();
    m_ledger.reset();
}

Result<std::unique_ptr<services::LedgerService>> Session::reader(const QString &location) {
    return services::LedgerService::open(location, services::Access::ReadOnly, user());
}

QString Session::user() {
    const QString user = qEnvironmentVariable("USER", qEnvironmentVariable("USERNAME"));
    return user.isEmpty() ? tr("本机用户") : user;
}

} // namespace yipi::gui
