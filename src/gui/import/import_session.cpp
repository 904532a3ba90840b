// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/import/import_session.h"

#include "exchange/clipboard_reader.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtConcurrent>

namespace yipi::gui {

namespace {

using ReadPromise = QPromise<std::shared_ptr<Result<exchange::Workbook>>>;

void read(ReadPromise &promise, const QString &path) {
    promise.setProgressRange(0, 1000);
    auto workbook = services::ImportService::read(path, [&](int permille) {
        promise.setProgressValue(permille);
        return !promise.isCanceled();
    });
    promise.addResult(std::make_shared<Result<exchange::Workbook>>(std::move(workbook)));
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
    m_reading.waitForFinished();
}

ImportFile *ImportSession::fileAt(const QString &path) {
    const auto it = std::find_if(m_files.begin(), m_files.end(),
                                 [&](const ImportFile &file) { return file.path == path; });
    return it == m_files.end() ? nullptr : &*it;
}

const ImportFile *ImportSession::file(const QString &path) const {
    return const_cast<ImportSession *>(this)->fileAt(path);
}

bool ImportSession::hasUnreadable() const {
    return std::any_of(m_files.begin(), m_files.end(),
                       [](const ImportFile &file) { return file.error.has_value(); });
}

bool ImportSession::canWrite() const {
    return m_state == State::Ready && m_plan.canWrite(m_options) &&
           (m_options.acceptValid || !hasUnreadable());
}

void ImportSession::open(const QStringList &paths) {
    m_reading.cancel();
    m_files.clear();
    m_options.sheet.clear();
    add(paths);
}

void ImportSession::add(const QStringList &paths) {
    for (const QString &path : paths) {
        const ImportFile fresh{path, false, {}, {}, {}, {}, 0};
        if (ImportFile *known = fileAt(path))
            *known = fresh;
        else
            m_files.push_back(fresh);
    }
    m_isCancelled = false;
    m_plan = {};
    // A damaged memory must not keep anybody from importing; it is told when something is to be added.
    (void)m_memory.load();
    m_options.remembered = m_memory.layouts();
    const bool isReading = m_state == State::Reading && !m_reading.isCanceled();
    setState(State::Reading);
    if (!isReading) // else they come after what is being read
        readNext();
}

Result<QString> ImportSession::paste(const QString &html, const QString &text) {
    auto workbook = exchange::readClipboard(html, text);
    if (!workbook)
        return Failure(workbook.error());
    const QString name = workbook->file;
    ImportFile pasted{name, true, {}, std::move(*workbook), {}, {}, 0};
    if (ImportFile *known = fileAt(name))
        *known = std::move(pasted);
    else
        m_files.push_back(std::move(pasted));
    planFiles();
    return name;
}

void ImportSession::remove(int file) {
    m_files.erase(m_files.begin() + file);
    if (m_files.empty())
        setState(State::Empty);
    else
        planFiles();
}

void ImportSession::cancel() {
    m_isCancelled = true;
    if (m_state == State::Reading)
        m_reading.cancel();
}

void ImportSession::readNext() {
    const auto next = std::find_if(m_files.begin(), m_files.end(),
                                   [](const ImportFile &file) { return !file.isRead && !file.error; });
    if (next == m_files.end()) {
        planFiles();
        return;
    }
    m_readingPath = next->path;
    m_reading.setFuture(QtConcurrent::run(&read, m_readingPath));
}

void ImportSession::readFinished() {
    // A future may be told to be over once more by a thread that is slow to go: what was read stays.
    if (m_state != State::Reading || !m_reading.isFinished())
        return;
    if (m_reading.isCanceled() || m_isCancelled || m_reading.future().resultCount() == 0) {
        m_files.clear();
        setState(State::Empty);
        return;
    }
    const ReadWorkbook workbook = m_reading.result();
    if (ImportFile *file = fileAt(m_readingPath); file && *workbook) {
        file->workbook = std::move(**workbook);
        file->isRead = true;
    } else if (file) {
        file->error = workbook->error();
    }
    readNext();
}

void ImportSession::planFiles() {
    const bool hasRead =
        std::any_of(m_files.begin(), m_files.end(), [](const ImportFile &file) { return file.isRead; });
    if (hasRead) {
        replan();
        return;
    }
    m_error = *m_files.front().error;
    setState(m_error.code == ErrorCode::Cancelled ? State::Empty : State::Failed);
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
    std::vector<exchange::ImportSource> sources;
    for (const ImportFile &file : m_files)
        if (file.isRead)
            sources.push_back({&file.workbook, file.mapping, file.choices});
    auto plan = m_service.plan(sources, m_options, progressReport());
    if (plan) {
        m_plan = std::move(*plan);
        setState(State::Ready);
        return;
    }
    m_error = plan.error();
    setState(m_error.code == ErrorCode::Cancelled ? State::Empty : State::Failed);
}

void ImportSession::setOptions(const exchange::ImportOptions &options) {
    m_options = options;
    m_options.remembered = m_memory.layouts();
    const bool hasRead =
        std::any_of(m_files.begin(), m_files.end(), [](const ImportFile &file) { return file.isRead; });
    if (m_state == State::Ready || (m_state == State::Failed && hasRead))
        replan();
}

void ImportSession::setMapping(const QString &path, const QString &sheet, int column, const QString &field) {
    if (ImportFile *file = fileAt(path))
        file->assign(sheet, column, field);
    if (m_state == State::Ready)
        replan();
}

std::vector<QString> ImportSession::customFieldTitles() const {
    std::vector<QString> titles;
    for (const auto &column : m_ledger.facts().customColumns)
        titles.push_back(column.info().title);
    return titles;
}

QByteArray ImportSession::mappingOf(const QString &path) const {
    QJsonObject sheets;
    for (const exchange::SheetPlan &sheet : m_plan.sheets) {
        QJsonObject columns;
        for (const exchange::ColumnMapping &column : sheet.columns)
            columns.insert(columnLetters(column.column), exchange::mappingKey(column));
        if (sheet.file == path && !columns.isEmpty())
            sheets.insert(sheet.label(), columns);
    }
    return QJsonDocument(sheets).toJson();
}

Result<void> ImportSession::takeMapping(const QString &path, const QByteArray &mapping) {
    ImportFile *file = fileAt(path);
    if (!file || m_state != State::Ready)
        return fail(ErrorCode::Refused, tr("现在没有可以套用列映射的文件"), tr("请先选择要导入的文件。"));
    const QByteArray before = std::exchange(file->mapping, mapping);
    replan();
    if (m_state == State::Ready)
        return {};
    const Error error = m_error;
    file->mapping = before;
    replan();
    return Failure(error);
}

int ImportSession::fixCell(const Place &place, const QString &text, bool alike) {
    ImportFile *file = fileAt(place.file);
    if (!file || m_state != State::Ready)
        return 0;
    const int fixed = file->fix(place.sheet, place.row, place.column, text, alike);
    if (fixed > 0)
        replan();
    return fixed;
}

int ImportSession::fixCells(const std::vector<std::pair<Place, QString>> &fixes) {
    if (m_state != State::Ready)
        return 0;
    int fixed = 0;
    for (const auto &[place, text] : fixes)
        if (ImportFile *file = fileAt(place.file))
            fixed += file->fix(place.sheet, place.row, place.column, text, false);
    if (fixed > 0)
        replan();
    return fixed;
}

void ImportSession::choose(const QString &path, const QString &sheet, int row,
                           const std::optional<exchange::RowChoice> &choice) {
    ImportFile *file = fileAt(path);
    if (!file || m_state != State::Ready)
        return;
    if (choice)
        file->choices.insert({sheet, row}, *choice);
    else
        file->choices.remove({sheet, row});
    replan();
}

void ImportSession::write() {
    if (!canWrite())
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
    else if (const auto kept = rememberMappings(); !kept)
        Q_EMIT notRemembered(kept.error());
    replan(); // what is left to do: nothing, or everything as before
    if (applied)
        Q_EMIT written(added, updated);
    else
        Q_EMIT writeFailed();
}

Result<void> ImportSession::rememberMappings() {
    for (const ImportFile &file : m_files) {
        if (file.mapping.isEmpty())
            continue;
        exchange::ImportPlan ofFile;
        for (const exchange::SheetPlan &sheet : m_plan.sheets)
            if (sheet.file == file.path)
                ofFile.sheets.push_back(sheet);
        if (auto kept = m_memory.remember(ofFile, file.mapping); !kept)
            return kept;
    }
    m_options.remembered = m_memory.layouts();
    return {};
}

void ImportSession::setState(State state) {
    m_state = state;
    Q_EMIT stateChanged();
}

} // namespace yipi::gui
