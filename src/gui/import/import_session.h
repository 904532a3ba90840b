// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/import_service.h"

#include <QFutureWatcher>
#include <QObject>

namespace yipi::gui {

/// One import from file to ledger: reads off the GUI thread, plans again on each change of the options,
/// writes once.
class ImportSession : public QObject {
    Q_OBJECT

public:
    enum class State { Empty, Reading, Failed, Planning, Ready, Writing };

    explicit ImportSession(services::LedgerService &ledger, QObject *parent = nullptr);
    ~ImportSession() override;

    /// Reads a file; one that is being read is given up.
    void open(const QString &path);
    /// Stops reading, planning or writing; nothing is written then.
    void cancel();
    /// Plans again.
    void setOptions(const exchange::ImportOptions &options);
    /// Assigns a column (from 1) to a field key; an empty key leaves it out.
    void setMapping(const QString &sheet, int column, const QString &field);
    void write();

    State state() const { return m_state; }
    bool isBusy() const {
        return m_state == State::Reading || m_state == State::Planning || m_state == State::Writing;
    }
    const Error &error() const { return m_error; } ///< of Failed, or of a write that was refused
    QString path() const { return m_path; }
    const exchange::Workbook &workbook() const { return m_workbook; }
    const exchange::ImportPlan &plan() const { return m_plan; }
    const exchange::ImportOptions &options() const { return m_options; }

Q_SIGNALS:
    void stateChanged();
    void progressed(int permille);
    void written(int added, int updated);
    void writeFailed();

private:
    void readFinished();
    void replan();
    void setState(State state);
    ProgressReport progressReport();

    services::LedgerService &m_ledger;
    services::ImportService m_service;
    QFutureWatcher<Result<exchange::Workbook>> m_reading;
    State m_state = State::Empty;
    bool m_isCancelled = false;
    QString m_path;
    exchange::Workbook m_workbook;
    exchange::ImportOptions m_options;
    exchange::ImportPlan m_plan;
    Error m_error;
};

} // namespace yipi::gui
