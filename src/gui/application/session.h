// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/page.h"
#include "gui/search/ledger_search.h"

#include <QFutureWatcher>

#include <memory>

namespace yipi::gui {

/// The ledger that is open in this window, with its figures; at most one.
class Session : public QObject {
    Q_OBJECT

public:
    explicit Session(QObject *parent = nullptr);
    ~Session() override;

    /// Replaces the open ledger; on failure the former one stays open.
    Result<void> open(const QString &location);
    /// To be called before the file at `location` is opened elsewhere for `adopt`: a ledger has one writer,
    /// so the same file is closed first.
    void makeWayFor(const QString &location);
    /// Takes a ledger whose file may still be under check, with its figures; `foundDamaged` follows if the
    /// check fails.
    void adopt(std::unique_ptr<services::LedgerService> ledger,
               std::unique_ptr<services::FigureService> figures);
    /// Makes a new empty ledger and opens it.
    Result<void> create(const QString &path);
    void close();

    bool isOpen() const { return m_ledger != nullptr; }
    services::LedgerService *ledger() const { return m_ledger.get(); }
    services::FigureService *figures() const { return m_figures.get(); }
    LedgerSearch *search() const { return m_search.get(); }
    Workspace workspace() const { return {*m_ledger, *m_figures}; } ///< only while open

    /// A second, read-only view of a ledger for work in the background.
    static Result<std::unique_ptr<services::LedgerService>> reader(const QString &location);
    /// Name written into the journal: the account of the operating system.
    static QString user();

Q_SIGNALS:
    void aboutToClose(); ///< drop everything that refers to the workspace
    void opened();
    void foundDamaged(const yipi::Error &error); ///< and the ledger was closed

private:
    void finishCheck();

    std::unique_ptr<services::LedgerService> m_ledger;
    std::unique_ptr<services::FigureService> m_figures;
    std::unique_ptr<LedgerSearch> m_search;
    QFutureWatcher<Result<void>> m_check;
};

} // namespace yipi::gui
