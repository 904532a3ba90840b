// SPDX-License-Identifier: GPL-3.0-or-later
// exchange_bench [ROWS [ROUNDS]]: how long a workbook takes to be read, planned and written into a new
// ledger, beside bare liborcus and openpyxl which only parse it; and how long the ledger takes to be written
// as a workbook, beside bare libxlsxwriter.
#include "bench/bench_workbook.h"
#include "exchange/workbook_writer.h"
#include "services/export_service.h"
#include "services/import_service.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <orcus/orcus_xlsx.hpp>
#include <orcus/spreadsheet/document.hpp>
#include <orcus/spreadsheet/factory.hpp>
#include <xlsxwriter.h>

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <future>
#include <map>

namespace yipi::bench {

namespace {

[[noreturn]] void giveUp(const QString &why) {
    std::fprintf(stderr, "%s\n", qPrintable(why));
    std::exit(1);
}

template <class T>
T valueOf(Result<T> result) {
    if (!result)
        giveUp(result.error().text());
    return std::move(*result);
}

/// Processor time, for other programs run beside; the quickest of all rounds by step.
class Times {
public:
    template <class Step>
    auto take(const char *name, Step &&step) {
        const std::clock_t start = std::clock();
        auto result = step();
        note(name, double(std::clock() - start) / CLOCKS_PER_SEC);
        return result;
    }
    /// In a thread of its own, as the window exports: the memory that the import has left in pieces would
    /// slow the first writer and not the second.
    template <class Step>
    void takeBeside(const char *name, Step &&step) {
        take(name, [&] { return std::async(std::launch::async, std::forward<Step>(step)).get(); });
    }
    void note(const char *name, double seconds) {
        const auto [it, isFirst] = m_seconds.try_emplace(name, seconds);
        it->second = std::min(it->second, seconds);
        std::fprintf(stderr, "%-24s %6.2f s\n", name, seconds);
    }
    double of(const char *name) const { return m_seconds.at(name); }

private:
    std::map<std::string, double> m_seconds;
};

/// A new ledger with the zones and nothing else.
std::unique_ptr<services::LedgerService> newLedger(const QString &path) {
    QFile::remove(path);
    auto ledger = valueOf(services::LedgerService::create(path, QStringLiteral("bench")));
    ChangeSet zones;
    zones.title = QStringLiteral("开发区");
    for (const Zone &zone : benchZones()) {
        RecordChange change{RecordChange::Kind::Insert, EntityKind::Zone, zone.id, 0, {}};
        const Record record = toRecord(zone);
        for (std::size_t i = 0; i < record.values.size(); ++i)
            if (!isEmpty(record.values[i]))
                change.values.emplace_back(int(i), record.values[i]);
        zones.changes.push_back(std::move(change));
    }
    valueOf(ledger->apply(std::move(zones)));
    return ledger;
}

std::size_t parseWithOrcus(const QString &path) {
    orcus::spreadsheet::document document({1'048'576, 16'384});
    orcus::spreadsheet::import_factory factory(document);
    orcus::orcus_xlsx(&factory).read_file(path.toStdString());
    return document.get_sheet_count();
}

double openpyxlSeconds(const QString &path) {
    QProcess python;
    python.start(QStringLiteral("/usr/bin/python3"),
                 {QStringLiteral(YIPI_SOURCE_DIR "/tests/bench/openpyxl_parse.py"), path});
    if (!python.waitForFinished(-1) || python.exitCode() != 0)
        giveUp(QStringLiteral("openpyxl: ") + QString::fromUtf8(python.readAllStandardError()));
    return python.readAllStandardOutput().trimmed().toDouble();
}

std::unique_ptr<services::LedgerService> import(const QString &file, const QString &ledgerPath,
                                                Times &times) {
    auto ledger = newLedger(ledgerPath);
    services::ImportService service(*ledger);
    const auto workbook = times.take("read", [&] { return valueOf(exchange::readWorkbook(file)); });
    const exchange::ImportOptions options;
    const auto plan = times.take("plan", [&] { return valueOf(service.plan(workbook, options)); });
    if (plan.errorCount > 0)
        giveUp(plan.findings.front().message);
    times.take("write", [&] { return valueOf(service.write(plan, options)); });
    return ledger;
}

template <class E>
std::vector<E> all(const services::LedgerService &ledger) {
    std::vector<E> list;
    for (const Record &record : valueOf(ledger.allRecords(kKindOf<E>)))
        list.push_back(fromRecord<E>(record));
    return list;
}

exchange::ExportData dataOf(const services::LedgerService &ledger) {
    exchange::ExportData data;
    data.zones = ledger.zones();
    data.chains = ledger.chains();
    data.campaigns = ledger.campaigns();
    data.projects = all<Project>(ledger);
    data.entries = all<CampaignEntry>(ledger);
    for (const Project &project : data.projects)
        data.enterpriseNames.insert(project.investor.id, ledger.enterpriseName(project.investor.id));
    return data;
}

/// The cells of a workbook again, in constant memory and without looks.
std::size_t writeBare(const exchange::Workbook &workbook, const QString &path) {
    const QByteArray name = QFile::encodeName(path);
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    lxw_workbook *book = workbook_new_opt(name.constData(), &options);
    lxw_format *format = workbook_add_format(book);
    format_set_border(format, LXW_BORDER_THIN);
    for (const exchange::Sheet &sheet : workbook.sheets) {
        lxw_worksheet *to = workbook_add_worksheet(book, sheet.name.toUtf8().constData());
        std::size_t width = 0;
        for (const auto &cells : sheet.rows)
            width = std::max(width, cells.size());
        for (std::size_t r = 0; r < sheet.rows.size(); ++r)
            for (std::size_t c = 0; c < width; ++c) {
                const auto row = lxw_row_t(r);
                const auto column = lxw_col_t(c);
                const exchange::Cell &cell = sheet.cell(int(r) + 1, int(c) + 1);
                if (cell.kind == exchange::Cell::Kind::Empty)
                    worksheet_write_blank(to, row, column, format);
                else if (cell.kind == exchange::Cell::Kind::Text)
                    worksheet_write_string(to, row, column, cell.text.toUtf8().constData(), format);
                else
                    worksheet_write_number(to, row, column, cell.number, format);
            }
    }
    if (workbook_close(book) != LXW_NO_ERROR)
        giveUp(QStringLiteral("can't write ") + path);
    return workbook.sheets.size();
}

void report(const Times &times, int rows, int rounds) {
    const double whole = times.of("read") + times.of("plan") + times.of("write");
    std::printf("%d rows, processor time, quickest of %d rounds\n", rows, rounds);
    for (const char *step : {"openpyxl", "orcus", "read", "plan", "write"})
        std::printf("%-24s %6.2f s\n", step, times.of(step));
    std::printf("%-24s %6.2f s  %.2f of openpyxl, %.2f times orcus\n", "whole import", whole,
                whole / times.of("openpyxl"), whole / times.of("orcus"));
    for (const char *step : {"bare libxlsxwriter", "export", "export of the ledger"})
        std::printf("%-24s %6.2f s\n", step, times.of(step));
    std::printf("export is %.2f times bare libxlsxwriter\n",
                times.of("export") / times.of("bare libxlsxwriter"));
}

void run(int rows, int rounds) {
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("projects.xlsx"));
    const QString ledgerPath = folder.filePath(QStringLiteral("bench.yipi"));
    const QString exported = folder.filePath(QStringLiteral("exported.xlsx"));
    const QString bare = folder.filePath(QStringLiteral("bare.xlsx"));
    if (!writeBenchWorkbook(file, rows))
        giveUp(QStringLiteral("can't write ") + file);
    Times times;
    for (int round = 0; round < rounds; ++round) {
        times.take("orcus", [&] { return parseWithOrcus(file); });
        times.note("openpyxl", openpyxlSeconds(file));
        const auto ledger = import(file, ledgerPath, times);
        const auto data = dataOf(*ledger);
        times.takeBeside("export", [&] { return valueOf(exchange::exportWorkbook(data)).size(); });
        times.takeBeside("export of the ledger", [&] {
            if (const auto done = services::exportLedger(*ledger, {}, QDate(2024, 12, 31), exported); !done)
                giveUp(done.error().text());
            return true;
        });
        const auto cells = valueOf(exchange::readWorkbook(exported));
        times.takeBeside("bare libxlsxwriter", [&] { return writeBare(cells, bare); });
    }
    report(times, rows, rounds);
}

} // namespace

} // namespace yipi::bench

int main(int argc, char **argv) {
    const QCoreApplication application(argc, argv);
    constexpr int kUsualRows = 100'000, kUsualRounds = 3;
    yipi::bench::run(argc > 1 ? std::atoi(argv[1]) : kUsualRows,
                     argc > 2 ? std::atoi(argv[2]) : kUsualRounds);
    return 0;
}
