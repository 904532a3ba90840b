// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/import/import_session.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QtConcurrent>

namespace yipi::gui {

namespace {

using ReadPromise = QPromise<Result<exchange::Workbook>>;

void read(ReadPromise &promise, const QString &path) {
    promise.setProgressRange(0, 1000);
    promise.addResult(services::ImportService::read(path, [&](int permille) {
        promise.setProgressValue(permille);
        return !promise.isCanceled();
    }));
}

} // namespace

ImportSession::ImportSession(services::LedgerService &ledger, QObject *parent)
    : QObject(parent)
    , m_ledger(ledger)
    , m_service(ledger) {
    connect(&m_reading, &QFutureWatcherBase::progressValueChanged, this, &ImportSession::progressed);
    connect(&m_reading, &QFutureWatcherBase::finished, this, &ImportSession::readFinished);
    // Undo, or an edit elsewhere, makes the plan a plan for another ledger.
    connect(&ledger, &services::LedgerService::ledgerChanged, this, [this] {
        if (m_state == State::Ready)
            replan();
    });
}

ImportSession::~ImportSession() {
    m_reading.cancel();
    if (m_state == State::Reading) // a future whose result was taken is never finished
        m_reading.waitForFinished();
}

void ImportSession::open(const QString &path) {
    m_reading.cancel();
    m_path = path;
    m_options.mapping.clear(); // columns of another file
    m_options.sheet.clear();
    m_isCancelled = false;
    setState(State::Reading);
    m_workbook = {};
    m_plan = {};
    m_reading.setFuture(QtConcurrent::run(&read, path));
}

void ImportSession::cancel() {
    m_isCancelled = true;
    if (m_state == State::Reading)
        m_reading.cancel();
}

void ImportSession::readFinished() {
    if (m_reading.isCanceled() || m_isCancelled || m_reading.future().resultCount() == 0) {
        setState(State::Empty);
        return;
    }
    auto workbook = m_reading.future().takeResult();
    if (!workbook) {
        m_error = workbook.error();
        setState(m_error.code == ErrorCode::Cancelled ? State::Empty : State::Failed);
        return;
    }
    m_workbook = std::move(*workbook);
    replan();
}

ProgressReport ImportSession::progressReport() {
    m_isCancelled = false;
    return [this](int permille) {
        Q_EMIT progressed(permille); // the page lets its cancel button live meanwhile
        return !m_isCancelled;
    };
}

void ImportSession::replan() {
    setState(State::Planning);
    auto plan = m_service.plan(m_workbook, m_options, progressReport());
    if (plan) {
        m_plan = std::move(*plan);
        setState(State::Ready);
        return;
    }
    m_error = plan.error();
    setState(m_error.code == ErrorCode::Cancelled ? State::Empty : State::Failed);
}

void ImportSession::setOptions(const exchange::ImportOptions &options) {
    const QByteArray mapping = m_options.mapping;
    m_options = options;
    m_options.mapping = mapping;
    if (m_state == State::Ready || (m_state == State::Failed && !m_workbook.sheets.empty()))
        replan();
}

void ImportSession::setMapping(const QString &sheet, int column, const QString &field) {
    QJsonObject all = QJsonDocument::fromJson(m_options.mapping).object();
    QJsonObject columns = all.value(sheet).toObject();
    columns.insert(columnLetters(column), field);
    all.insert(sheet, columns);
    m_options.mapping = QJsonDocument(all).toJson(QJsonDocument::Compact);
    if (m_state == State::Ready)
        replan();
}

void ImportSession::write() {
    if (m_state != State::Ready || !m_plan.canWrite(m_options))
        return;
    setState(State::Writing);
    int added = 0, updated = 0;
    for (const exchange::SheetPlan &sheet : m_plan.sheets) {
        added += sheet.added;
        updated += sheet.updated;
    }
    const auto applied = m_service.write(m_plan, m_options, progressReport());
    if (!applied)
        m_error = applied.error();
    replan(); // what is left to do: nothing, or everything as before
    if (applied)
        Q_EMIT written(added, updated);
    else
        Q_EMIT writeFailed();
}

void ImportSession::setState(State state) {
    m_state = state;
    Q_EMIT stateChanged();
}

} // namespace yipi::gui
