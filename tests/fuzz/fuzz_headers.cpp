// SPDX-License-Identifier: GPL-3.0-or-later
// Any text as a workbook (sheet_text.h): understood or refused, counted to the last row, and what is planned
// can be written. The first byte chooses the options.
#include "exchange/planning_fixture.h"
#include "fuzz/fuzz_target.h"
#include "fuzz/sheet_text.h"

#include "domain/validation.h"

namespace yipi::fuzz {

namespace {

using namespace exchange;

constexpr std::size_t kLongest = 2000;

/// A ledger with a project and a report, so that rows can be known, new or in conflict.
exchange::test::TestLedger smallLedger() {
    GTEST_FLAG_SET(break_on_failure, true); // the test ledger says so when a plan can't be carried out
    exchange::test::TestLedger ledger;
    for (const Workbook &workbook : {exchange::test::oneProject(), exchange::test::julyReport(300)}) {
        const auto plan = ledger.plan(workbook);
        require(plan && plan->errorCount == 0, "the ledger can be made");
        ledger.apply(plan->changes);
    }
    return ledger;
}

ImportOptions optionsFrom(unsigned char bits) {
    ImportOptions options;
    options.asOf = QDate(2024, 8, 31);
    if (const int kind = bits & 7; kind > 0 && kind < 7)
        options.kind = SheetKind(kind);
    options.createZones = (bits & 8) != 0;
    if ((bits & 16) != 0)
        options.campaign = CampaignKey{2024, 1};
    if ((bits & 32) != 0)
        options.zone = QStringLiteral("兴县经济技术开发区");
    if ((bits & 64) != 0)
        options.month = Month(2024, 7);
    if ((bits & 128) != 0)
        options.onConflict = ImportOptions::OnConflict::Stop;
    return options;
}

/// The last column that has a cell or is part of a merged one.
int lastColumn(const Sheet &sheet) {
    int last = 0;
    for (const auto &row : sheet.rows)
        last = std::max(last, int(row.size()));
    for (const CellRange &range : sheet.merged)
        last = std::max(last, range.lastColumn);
    return last;
}

/// The fuzzer gives several sheets one name.
bool isInside(const Place &place, const Workbook &workbook) {
    return std::any_of(workbook.sheets.begin(), workbook.sheets.end(), [&](const Sheet &sheet) {
        return sheet.name == place.sheet && place.row >= 0 && place.row <= int(sheet.rows.size()) &&
               place.column >= 0 && place.column <= lastColumn(sheet);
    });
}

void checkFindings(const ImportPlan &plan, const Workbook &workbook) {
    int errors = 0;
    for (const Finding &finding : plan.findings) {
        errors += finding.isError ? 1 : 0;
        require(!finding.code.isEmpty() && !finding.message.isEmpty(), "a finding says what it is");
        require(isInside(finding.place, workbook), "a finding is inside its sheet");
    }
    require(errors == plan.errorCount && plan.findings.size() - errors == plan.warningCount,
            "findings are counted");
}

/// How often each row of a sheet was planned or ignored, in all of its tables.
using ToldRows = std::vector<int>;

void checkTable(const SheetPlan &plan, const Sheet &sheet, ToldRows &told) {
    const int rows = int(sheet.rows.size());
    require(int(plan.rows.size()) ==
                plan.added + plan.updated + plan.unchanged + plan.skipped + plan.rejected,
            "rows are added, updated, unchanged, skipped or rejected");
    require(plan.investmentRead >= 0 && plan.investmentStored >= 0, "investment is not negative");
    require(plan.investmentStored <= plan.investmentRead, "no more is stored than was read");
    require(plan.headerRow >= 0 && plan.headerRow + std::max(plan.headerRows, 1) - 1 <= rows,
            "the header is on the sheet");
    for (const ColumnTotal &total : plan.totals)
        require(total.isBalanced(), "money is stored, skipped or rejected");
    const auto tell = [&](int row) {
        require(row >= 1 && row <= rows, "a planned or ignored row is on the sheet");
        return told[std::size_t(row)]++;
    };
    for (const PlannedRow &row : plan.rows)
        require(tell(row.row) == 0 || plan.kind == SheetKind::Target,
                "only a row of tasks is planned several times");
    for (const IgnoredRow &row : plan.ignored)
        require(tell(row.row) == 0, "no row is planned and ignored, or ignored twice");
    for (const ColumnMapping &column : plan.columns)
        require(column.column >= 1 && column.confidence >= 0 && column.confidence <= 1,
                "a column has a place and a confidence");
}

/// What the ledger refuses must not have been planned.
void checkRecords(const exchange::test::TestLedger &ledger) {
    const auto isSound = [](const QList<Issue> &issues) {
        return std::none_of(issues.begin(), issues.end(),
                            [](const Issue &issue) { return issue.severity == Severity::Error; });
    };
    QSet<QString> codes;
    for (const Project &project : ledger.snapshot.projects) {
        require(isSound(validate(project, {})), "a planned project is sound");
        require(project.zone.id > 0, "a planned project has a zone");
        if (!project.code.isEmpty()) {
            require(!codes.contains(project.code), "no two projects have a code");
            codes.insert(project.code);
        }
    }
    for (const Target &target : ledger.snapshot.targets)
        require(isSound(validate(target)), "a planned target is sound");
}

} // namespace

} // namespace yipi::fuzz

int LLVMFuzzerTestOneInput(const uint8_t *data, std::size_t size) {
    using namespace yipi;
    using namespace yipi::fuzz;
    static const exchange::test::TestLedger kLedger = smallLedger();
    if (size == 0)
        return 0;
    constexpr unsigned char kNoOptions = '0';
    const exchange::ImportOptions options = optionsFrom(data[0] ^ kNoOptions);
    const exchange::Workbook workbook =
        workbookFrom(QString::fromUtf8(bytesOf(data + 1, size - 1, kLongest)));
    exchange::test::TestLedger ledger = kLedger;
    const auto plan = ledger.plan(workbook, options);
    if (!plan) {
        require(!plan.error().message.isEmpty(), "a refusal says why");
        return 0;
    }
    auto table = plan->sheets.begin();
    for (const exchange::Sheet &sheet : workbook.sheets) {
        require(table != plan->sheets.end() && table->sheet == sheet.name, "every sheet is told about");
        ToldRows told(sheet.rows.size() + 1);
        int number = table->table; // 0 = the only one
        do {
            require(table->table == number, "tables are counted");
            checkTable(*table, sheet, told);
            ++table;
        } while (number++ > 0 && table != plan->sheets.end() && table->table == number);
    }
    require(table == plan->sheets.end(), "no other sheet is told about");
    checkFindings(*plan, workbook);
    ledger.apply(plan->changes);
    checkRecords(ledger);
    return 0;
}
