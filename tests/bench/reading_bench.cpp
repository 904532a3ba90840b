// SPDX-License-Identifier: GPL-3.0-or-later
// reading_bench [FILE.xlsx]: how long a workbook takes to read, in place, in a process of its own, and with
// bare liborcus into its own document. Without a file, one of 100,000 rows and 30 columns is made in the
// folder for temporary files; openpyxl_parse.py reads the same with openpyxl.
#include "exchange/workbook.h"
#include "services/import_service.h"

#include <QDir>
#include <QFileInfo>

#include <benchmark/benchmark.h>
#include <orcus/orcus_xlsx.hpp>
#include <orcus/spreadsheet/config.hpp>
#include <orcus/spreadsheet/document.hpp>
#include <orcus/spreadsheet/factory.hpp>
#include <xlsxwriter.h>

#include <cstdlib>
#include <iostream>

namespace yipi {
namespace {

[[noreturn]] void giveUp(const std::string &why) {
    std::cerr << why << std::endl;
    std::exit(1);
}

/// A list of projects with what such lists hold: running numbers, names of their own and repeated ones,
/// amounts, dates and empty cells.
void makeWorkbook(const QString &path, int rows, int columns) {
    lxw_workbook *book = workbook_new(path.toUtf8().constData());
    lxw_worksheet *sheet = workbook_add_worksheet(book, "签约项目");
    lxw_format *day = workbook_add_format(book);
    format_set_num_format(day, "yyyy-mm-dd");
    quint32 random = 1;
    const auto below = [&](quint32 limit) { return (random = random * 1664525 + 1013904223) / 7 % limit; };
    for (int column = 0; column < columns; ++column)
        worksheet_write_string(sheet, 0, lxw_col_t(column), ("列" + std::to_string(column)).c_str(), nullptr);
    for (int row = 1; row < rows; ++row)
        for (int column = 0; column < columns; ++column) {
            const auto r = lxw_row_t(row);
            const auto c = lxw_col_t(column);
            if (column == 0)
                worksheet_write_number(sheet, r, c, row, nullptr);
            else if (column == 1)
                worksheet_write_string(sheet, r, c, ("装备制造项目" + std::to_string(row)).c_str(), nullptr);
            else if (column % 5 == 2)
                worksheet_write_number(sheet, r, c, below(9'000'000) / 100.0, nullptr);
            else if (column % 5 == 3)
                worksheet_write_number(sheet, r, c, 44'927 + below(700), day);
            else if (column % 5 == 4)
                worksheet_write_string(sheet, r, c, ("说明文字" + std::to_string(below(5000))).c_str(),
                                       nullptr);
            else if (column % 5 == 0)
                worksheet_write_number(sheet, r, c, below(100'000), nullptr);
            else if (below(2) == 0)
                worksheet_write_string(sheet, r, c, "是", nullptr);
        }
    if (workbook_close(book) != LXW_NO_ERROR)
        giveUp("can't write " + path.toStdString());
}

void readInPlace(benchmark::State &state, const QString &path) {
    for (auto _ : state) {
        auto book = exchange::readWorkbook(path);
        if (!book)
            giveUp(book.error().text().toStdString());
        state.counters["rows"] = double(book->sheets.front().rows.size());
    }
}

void readApart(benchmark::State &state, const QString &path) {
    for (auto _ : state) {
        auto book = services::ImportService::read(path);
        if (!book)
            giveUp(book.error().text().toStdString());
        state.counters["rows"] = double(book->sheets.front().rows.size());
    }
}

void bareOrcus(benchmark::State &state, const QString &path) {
    for (auto _ : state) {
        orcus::spreadsheet::document document({1'048'576, 16'384});
        orcus::spreadsheet::import_factory factory(document);
        orcus::orcus_xlsx reader(&factory);
        reader.read_file(path.toStdString());
        state.counters["sheets"] = double(document.get_sheet_count());
    }
}

} // namespace
} // namespace yipi

int main(int argc, char **argv) {
    benchmark::Initialize(&argc, argv);
    const QString made = QDir::temp().filePath(QStringLiteral("yipi-reading-bench.xlsx"));
    if (argc < 2 && !QFileInfo::exists(made))
        yipi::makeWorkbook(made, 100'000, 30);
    const QString path = argc < 2 ? made : QString::fromLocal8Bit(argv[1]);
    std::cerr << path.toStdString() << std::endl;
    for (const auto &[name, run] :
         {std::pair("bareOrcus", &yipi::bareOrcus), std::pair("readWorkbook", &yipi::readInPlace),
          std::pair("importService", &yipi::readApart)})
        benchmark::RegisterBenchmark(name, run, path)->Unit(benchmark::kMillisecond)->UseRealTime();
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
