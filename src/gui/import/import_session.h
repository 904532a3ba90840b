// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/import/import_file.h"
#include "services/import_service.h"
#include "services/mapping_memory.h"

#include <QFutureWatcher>
#include <QObject>

namespace yipi::gui {

/// One import from files to ledger: reads them off the GUI thread one after the other, plans again on each
/// change of the options or of a cell, writes once.
class ImportSession : public QObject {
    Q_OBJECT

public:
    enum class State { Empty, Reading, Failed, Planning, Ready, Writing };

    explicit ImportSession(services::LedgerService &ledger, QObject *parent = nullptr);
    ~ImportSession() override;

    /// Reads files in place of those there are; what is being read is given up.
    void open(const QStringList &paths);
    /// Reads more files; one that is there already is read anew.
    void add(const QStringList &paths);
    /// Takes cells that were copied elsewhere as a file of their own, called 剪贴板; either text may be
    /// empty. What can't be read leaves everything as it was.
    /// Answers the name under which the table is among the files.
    Result<QString> paste(const QString &html, const QString &text);
    void remove(int file);
    /// Stops reading, planning or writing; nothing is written then.
    void cancel();
    /// Plans again.
    void setOptions(const exchange::ImportOptions &options);
    /// Assigns a column (from 1) to a field key; an empty key leaves it out.
    void setMapping(const QString &file, const QString &sheet, int column, const QString &field);
    /// How the columns of a file's sheets are understood now, as a mapping file for another office.
    QByteArray mappingOf(const QString &file) const;
    /// Takes a mapping file for a file. InvalidValue leaves everything as it was.
    Result<void> takeMapping(const QString &file, const QByteArray &mapping);
    /// Types another text into a cell as it was read; the file stays as it is. With `alike` also into all
    /// cells of its column that said the same. Answers how many cells.
    int fixCell(const Place &place, const QString &text, bool alike);
    /// Several of them, then plans once.
    int fixCells(const std::vector<std::pair<Place, QString>> &fixes);
    /// What a row's project is and whether it may change it; none = as if never asked.
    void choose(const QString &file, const QString &sheet, int row,
                const std::optional<exchange::RowChoice> &choice);
    void write();

    State state() const { return m_state; }
    bool isBusy() const {
        return m_state == State::Reading || m_state == State::Planning || m_state == State::Writing;
    }
    const Error &error() const { return m_error; } ///< of Failed, or of a write that was refused
    const std::vector<ImportFile> &files() const { return m_files; }
    const ImportFile *file(const QString &path) const;
    bool hasUnreadable() const;
    /// The plan can be written, and every file was read or the consent is to the good rows only.
    bool canWrite() const;
    const exchange::ImportPlan &plan() const { return m_plan; }
    const exchange::ImportOptions &options() const { return m_options; }
    /// That columns can be assigned to, beside the built-in fields.
    std::vector<QString> customFieldTitles() const;

Q_SIGNALS:
    void stateChanged();
    void progressed(int permille);
    void written(int added, int updated);
    void writeFailed();
    void notRemembered(const yipi::Error &error); ///< the import is written all the same

private:
    ImportFile *fileAt(const QString &path);
    void readNext();
    void readFinished();
    void planFiles();
    void replan();
    /// Keeps the columns that the person assigned for the next file of the same layout.
    Result<void> rememberMappings();
    void setState(State state);
    ProgressReport progressReport();

    services::LedgerService &m_ledger;
    services::ImportService m_service;
    services::MappingMemory m_memory;
    /// Shared, because taking a result out of a future resets it, and its thread may finish it once more.
    using ReadWorkbook = std::shared_ptr<Result<exchange::Workbook>>;
    QFutureWatcher<ReadWorkbook> m_reading{this};
    State m_state = State::Empty;
    bool m_isCancelled = false;
    std::vector<ImportFile> m_files;
    QString m_readingPath;
    exchange::ImportOptions m_options;
    exchange::ImportPlan m_plan;
    Error m_error;
};

} // namespace yipi::gui
