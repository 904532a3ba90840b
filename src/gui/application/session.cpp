// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/application/session.h"

#include "services/locations.h"

namespace yipi::gui {

Session::Session(QObject *parent)
    : QObject(parent) {}

Session::~Session() {
    close();
}

Result<void> Session::open(const QString &location) {
    // The ledger allows one writer: opening the file that is open already means reading it anew.
    if (isOpen() && m_ledger->status().location == location)
        close();
    auto ledger = services::LedgerService::open(location, services::Access::ReadWrite, user());
    if (!ledger)
        return Failure(ledger.error());
    take(std::move(*ledger));
    return {};
}

Result<void> Session::create(const QString &path) {
    auto ledger = services::LedgerService::create(path, user());
    if (!ledger)
        return Failure(ledger.error());
    take(std::move(*ledger));
    return {};
}

void Session::take(std::unique_ptr<services::LedgerService> ledger) {
    close();
    m_ledger = std::move(ledger);
    m_figures = std::make_unique<services::FigureService>(*m_ledger);
    services::rememberLedger(m_ledger->status().location);
    Q_EMIT opened();
}

void Session::close() {
    if (!isOpen())
        return;
    Q_EMIT aboutToClose();
    m_figures.reset();
    m_ledger.reset();
}

QString Session::user() {
    const QString user = qEnvironmentVariable("USER", qEnvironmentVariable("USERNAME"));
    return user.isEmpty() ? tr("本机用户") : user;
}

} // namespace yipi::gui
