// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/shell/ledger_commands.h"

namespace yipi::gui {

/// What the menu 数据 writes for offices: the ledger or a part of it, and forms to be filled in.
class ExportCommands : public QObject {
    Q_OBJECT

public:
    /// Asks for a file to write (title, suggested path, name filter) or, without a filter, for a folder.
    /// Empty = cancelled.
    using PathChooser =
        std::function<QString(const QString &title, const QString &suggestion, const QString &nameFilter)>;

    ExportCommands(Session &session, LedgerCommands &ledgerCommands, QWidget *window);

    void exportProjects(const services::FigureScope &scope);
    void exportByZone(const services::FigureScope &scope);
    /// What a grid shows.
    void exportView(const std::vector<qint64> &projects, const std::vector<int> &fields,
                    const QString &title);
    void writeTemplate();
    /// The monthly form of each zone, filled in as far as the ledger knows.
    void writeForms(Month month);
    void setPathChooser(PathChooser choose) { m_choose = std::move(choose); }

private:
    using Write = std::function<Result<QString>(const services::LedgerService &ledger)>;
    /// Runs `write` in the background on a ledger of its own.
    void run(const QString &title, Write write);

    Session &m_session;
    LedgerCommands &m_ledgerCommands;
    PathChooser m_choose;
};

} // namespace yipi::gui
