// SPDX-License-Identifier: GPL-3.0-or-later
// The power fails. A VFS records every write, truncation, sync and deletion of a run of change sets; for
// every moment of the record, images of the disk are made in which the unsynced writes are there, or not, or
// torn at 512 bytes, in any combination. Each image is opened as a user would: nothing that was acknowledged
// may be missing, nothing may be there by half. Goal G3 of docs/reliability.md.
#include "shim_vfs.h"
#include "workload.h"

#include <sqlite3.h>

#include <QFile>

#include <cstdio>
#include <cstdlib>
#include <random>
#include <set>

namespace yipi::storage::fault {
namespace {

using Kind = FileCall::Kind;
using Files = std::map<std::string, std::string>;

constexpr std::size_t kSector = 512;
constexpr qint64 kSteps = 16;
constexpr long kImagesPerFullCheck = 10;

/// Something that changes the disk, or the moment at which a change set was acknowledged.
struct Operation {
    bool isAck = false;
    qint64 steps = 0; ///< of an acknowledgement
    Kind kind = Kind::Open;
    std::string file;
    qint64 offset = 0;
    std::string data;
};

class Recorder final : public CallObserver {
public:
    int before(const FileCall &call) override {
        const bool isChange = call.kind == Kind::Create || call.kind == Kind::Write ||
                              call.kind == Kind::Truncate || call.kind == Kind::Sync ||
                              call.kind == Kind::Delete || call.kind == Kind::SyncFolder;
        if (isChange && (!call.file.empty() || call.kind == Kind::SyncFolder))
            m_operations.push_back({false, 0, call.kind, call.file, call.offset, std::string(call.data)});
        return SQLITE_OK;
    }
    void acknowledge(qint64 steps) { m_operations.push_back({true, steps, Kind::Open, {}, 0, {}}); }
    const std::vector<Operation> &operations() const { return m_operations; }

private:
    std::vector<Operation> m_operations;
};

/// What a disk may hold when the power fails after some operations.
class Disk {
public:
    Disk(Files base, std::mt19937 &random)
        : m_synced(std::move(base))
        , m_random(random) {}

    void carryOut(const Operation &operation) {
        switch (operation.kind) {
        case Kind::Write:
        case Kind::Truncate:
            m_pending[operation.file].push_back(&operation);
            break;
        case Kind::Sync:
            for (const Operation *pending : m_pending[operation.file])
                put(m_synced, *pending, false);
            m_pending[operation.file].clear();
            break;
        case Kind::Delete:
            m_deleted.insert(operation.file);
            break;
        case Kind::SyncFolder:
            for (const std::string &file : m_deleted)
                forget(file);
            m_deleted.clear();
            break;
        case Kind::Create:
            if (m_deleted.erase(operation.file))
                forget(operation.file);
            break;
        default:
            break;
        }
    }

    /// Unsynced writes of a file: none, all, or each for itself there, not there, or torn; deletions alike.
    Files image() const {
        Files files = m_synced;
        for (const auto &[file, operations] : m_pending) {
            const unsigned mode = m_random() % 4;
            for (const Operation *operation : operations) {
                const unsigned choice = mode == 0 ? 0 : mode == 1 ? 1 : m_random() % 3;
                if (choice != 0)
                    put(files, *operation, choice == 2);
            }
        }
        for (const std::string &file : m_deleted)
            if (m_random() % 2)
                files.erase(file);
        return files;
    }

private:
    void forget(const std::string &file) {
        m_synced.erase(file);
        m_pending[file].clear();
    }

    void put(Files &files, const Operation &operation, bool isTorn) const {
        std::string &content = files[operation.file];
        const auto offset = std::size_t(operation.offset);
        if (operation.kind == Kind::Truncate) {
            content.resize(offset, 0);
            return;
        }
        if (content.size() < offset + operation.data.size())
            content.resize(offset + operation.data.size(), 0);
        for (std::size_t at = 0; at < operation.data.size(); at += kSector)
            if (!isTorn || m_random() % 2)
                content.replace(offset + at, std::min(kSector, operation.data.size() - at),
                                operation.data.substr(at, kSector));
    }

    Files m_synced;
    std::map<std::string, std::vector<const Operation *>> m_pending;
    std::set<std::string> m_deleted;
    std::mt19937 &m_random;
};

std::string readFile(const QString &path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

void writeFile(const QString &path, const std::string &content) {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content.data(), qint64(content.size())) < 0)
        std::abort();
}

Tally run(const char *what, OpenSettings settings, long wantedImages) {
    const WorkFolder folder;
    const QString path = folder.file("p.yipi");
    const QString imagePath = folder.file("image.yipi");
    makeBase(path);
    const Files base{{path.toStdString(), readFile(path)}};

    Recorder recorder;
    std::map<qint64, QString> heads;
    {
        const ShimVfs vfs("recorder", recorder);
        settings.vfs = "recorder";
        auto store = openLedgerWith(path, OpenMode::ReadWrite, settings);
        if (!store)
            std::abort();
        recorder.acknowledge(0);
        for (qint64 n = 1; n <= kSteps; ++n) {
            if (!step(**store, n))
                std::abort();
            recorder.acknowledge(n);
            heads[n] = (*store)->journalHead();
        }
    }

    const auto &operations = recorder.operations();
    const long perMoment = wantedImages / long(operations.size()) + 1;
    std::mt19937 random(42);
    Disk disk(base, random);
    Tally tally;
    qint64 acknowledged = 0;
    for (const Operation &operation : operations) {
        if (operation.isAck)
            acknowledged = operation.steps;
        else
            disk.carryOut(operation);
        for (long i = 0; i < perMoment; ++i) {
            QFile::remove(imagePath + QStringLiteral("-journal"));
            QFile::remove(imagePath);
            for (const auto &[file, content] : disk.image())
                writeFile(imagePath + QString::fromStdString(file.substr(path.toStdString().size())),
                          content);
            tally.add(stateOf(imagePath, tally.runs % kImagesPerFullCheck == 0), acknowledged, heads);
        }
    }
    tally.print(what);
    std::printf("  %zu operations of %lld change sets\n", operations.size(), static_cast<long long>(kSteps));
    return tally;
}

} // namespace
} // namespace yipi::storage::fault

int main(int argc, char **argv) {
    using namespace yipi::storage;
    const long images = argc > 1 ? std::atol(argv[1]) : 2000;
    const fault::Tally real = fault::run("power loss, TRUNCATE + FULL:", {}, images);
    OpenSettings off;
    off.synchronous = 0;
    OpenSettings unlinked;
    unlinked.journalMode = "delete";
    return fault::verdict(real,
                          {{"synchronous=OFF", fault::run("self-test, TRUNCATE + OFF:", off, 2000)},
                           {"journal_mode=DELETE", fault::run("self-test, DELETE + FULL:", unlinked, 4000)}});
}
