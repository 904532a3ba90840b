// SPDX-License-Identifier: GPL-3.0-or-later
// Imports every workbook of tests/data/workbooks and compares it with the JSON beside it (README.md there).
#include "exchange_fixture.h"

#include <QDir>
#include <QFileInfo>
#include <nlohmann/json.hpp>

#include <set>

namespace yipi::exchange::test {

namespace {

using Json = nlohmann::json;

QDir folder() {
    return QDir(QStringLiteral(YIPI_SOURCE_DIR "/tests/data/workbooks"));
}

QString text(const Json &json) {
    return QString::fromStdString(json.get<std::string>());
}

std::vector<std::string> workbooks() {
    std::vector<std::string> names;
    for (const QString &name : folder().entryList({QStringLiteral("*.xlsx"), QStringLiteral("*.xls"),
                                                   QStringLiteral("*.ods"), QStringLiteral("*.csv")},
                                                  QDir::Files))
        names.push_back(name.toStdString());
    return names;
}

std::string caseName(const testing::TestParamInfo<std::string> &info) {
    return QFileInfo(QString::fromStdString(info.param)).completeBaseName().toStdString();
}

ImportOptions optionsFrom(const Json &json) {
    ImportOptions options;
    const auto given = [&](const char *key) { return json.contains(key) ? text(json[key]) : QString(); };
    if (const QString campaign = given("campaign"); !campaign.isEmpty())
        options.campaign = CampaignKey::parse(campaign);
    for (const auto kind : {SheetKind::Sign, SheetKind::Start, SheetKind::Produce, SheetKind::Progress})
        if (key(kind) == given("batch"))
            options.kind = kind;
    for (const auto unit : {MoneyUnit::Yuan, MoneyUnit::Wan, MoneyUnit::Yi})
        if (key(unit) == given("unit"))
            options.unit = unit;
    options.zone = given("zone");
    options.sheet = given("sheet");
    options.month = Month::parse(given("month"));
    if (given("hidden") == QStringLiteral("read"))
        options.hidden = ImportOptions::HiddenCells::Read;
    else if (given("hidden") == QStringLiteral("skip"))
        options.hidden = ImportOptions::HiddenCells::Skip;
    if (json.contains("mapping"))
        options.mapping = QByteArray::fromStdString(json["mapping"].dump());
    options.createZones = json.value("create_zones", false);
    return options;
}

/// "D: total_investment@wan" for each column.
QStringList columnsOf(const SheetPlan &sheet) {
    QStringList columns;
    for (const ColumnMapping &column : sheet.columns) {
        QString field = column.field;
        if (!field.isEmpty() && column.entity != QStringLiteral("project"))
            field.prepend(column.entity + u'.');
        if (column.unit)
            field += u'@' + key(*column.unit);
        columns << columnLetters(column.column) + QStringLiteral(": ") + field;
    }
    columns.sort();
    return columns;
}

QStringList columnsOf(const Json &json) {
    QStringList columns;
    for (const auto &[letters, field] : json.items())
        columns << QString::fromStdString(letters) + QStringLiteral(": ") + text(field);
    columns.sort();
    return columns;
}

std::string shown(const Value &value) {
    if (const auto *number = std::get_if<qint64>(&value))
        return std::to_string(*number);
    return isEmpty(value) ? "nothing" : std::get<QString>(value).toStdString();
}

} // namespace

class WorkbookFolder : public testing::TestWithParam<std::string> {
protected:
    void SetUp() override {
        const QFileInfo file(folder().filePath(QString::fromStdString(GetParam())));
        QFile expected(folder().filePath(file.completeBaseName() + QStringLiteral(".json")));
        ASSERT_TRUE(expected.open(QIODevice::ReadOnly)) << "no expected result beside the workbook";
        m_expected = Json::parse(expected.readAll().toStdString());
        m_options = optionsFrom(m_expected.value("options", Json::object()));
        auto read = readWorkbook(file.filePath());
        ASSERT_TRUE(read) << read.error().text();
        m_workbook = std::move(*read);
        auto plan = m_ledger.plan(m_workbook, m_options);
        ASSERT_TRUE(plan) << plan.error().text();
        m_plan = std::move(*plan);
    }

    void checkSheet(const SheetPlan &sheet, const Json &expected);
    void checkFindings(const SheetPlan &sheet, const Json &expected);
    void checkTotals(const SheetPlan &sheet, const Json &expected);
    void checkRowsAccountedFor(const SheetPlan &plan);
    const Sheet &sheetNamed(const QString &name) const;
    void checkRecord(const Record &record, const Json &expected, const std::string &name);

    Json m_expected;
    ImportOptions m_options;
    TestLedger m_ledger;
    Workbook m_workbook;
    ImportPlan m_plan;
};

void WorkbookFolder::checkSheet(const SheetPlan &sheet, const Json &expected) {
    EXPECT_EQ(sheet.label(), text(expected["sheet"]));
    EXPECT_EQ(key(sheet.kind), text(expected["batch"]));
    EXPECT_EQ(sheet.headerRow, expected["header_row"].get<int>());
    if (expected.contains("header_rows")) {
        EXPECT_EQ(sheet.headerRows, expected["header_rows"].get<int>());
    }
    const Json campaign = expected.value("campaign", Json());
    EXPECT_EQ(sheet.campaign ? sheet.campaign->text() : QString(),
              campaign.is_null() ? QString() : text(campaign));
    EXPECT_EQ(sheet.unit ? key(*sheet.unit) : QString(),
              expected["unit"].is_null() ? QString() : text(expected["unit"]));
    EXPECT_EQ(columnsOf(sheet).join(u'\n'), columnsOf(expected["columns"]).join(u'\n'));
    EXPECT_EQ(sheet.added, expected.value("added", 0));
    EXPECT_EQ(sheet.updated, expected.value("updated", 0));
    EXPECT_EQ(sheet.unchanged, expected.value("unchanged", 0));
    EXPECT_EQ(sheet.skipped, expected.value("skipped", 0));
    EXPECT_EQ(sheet.rejected, expected.value("rejected", 0));
    EXPECT_EQ(sheet.investmentRead, expected.value("investment", qint64(0)));
    EXPECT_EQ(sheet.investmentRead - sheet.investmentStored,
              expected.value("investment_rejected", qint64(0)));
    std::map<int, std::string> ignored, expectedIgnored;
    for (const IgnoredRow &row : sheet.ignored)
        ignored.emplace(row.row, row.reason.toStdString());
    const Json reasons = expected.value("ignored", Json::object());
    for (const auto &[row, reason] : reasons.items())
        expectedIgnored.emplace(std::stoi(row), reason.get<std::string>());
    EXPECT_EQ(ignored, expectedIgnored);
}

/// Nothing that was read is lost: every row and every 元 was stored, skipped or rejected.
void WorkbookFolder::checkTotals(const SheetPlan &sheet, const Json &expected) {
    EXPECT_EQ(sheet.rows.size(),
              std::size_t(sheet.added + sheet.updated + sheet.unchanged + sheet.skipped + sheet.rejected));
    std::map<std::string, qint64> read;
    std::size_t moneyColumns = 0;
    for (const ColumnMapping &column : sheet.columns)
        moneyColumns += column.unit && sheet.kind != SheetKind::Target ? 1 : 0;
    EXPECT_GE(sheet.totals.size(), moneyColumns);
    for (const ColumnTotal &total : sheet.totals) {
        EXPECT_TRUE(total.isBalanced()) << total.field << ": " << total.read << " = " << total.stored << " + "
                                        << total.skipped << " + " << total.rejected;
        read[columnLetters(total.column).toStdString()] = total.read;
    }
    const Json totals = expected.value("totals", Json::object());
    for (const auto &[letters, yuan] : totals.items())
        EXPECT_EQ(read[letters], yuan.get<qint64>()) << letters;
}

const Sheet &WorkbookFolder::sheetNamed(const QString &name) const {
    return *std::find_if(m_workbook.sheets.begin(), m_workbook.sheets.end(),
                         [&](const Sheet &sheet) { return sheet.name == name; });
}

void WorkbookFolder::checkFindings(const SheetPlan &sheet, const Json &expected) {
    std::map<std::string, int> warnings;
    std::vector<const Finding *> errors;
    for (const Finding &finding : m_plan.findings) {
        if (finding.place.sheet != sheet.sheet || finding.table != sheet.table)
            continue;
        EXPECT_FALSE(finding.message.isEmpty()) << finding.code;
        EXPECT_EQ(finding.place.file, m_workbook.file);
        if (finding.isError)
            errors.push_back(&finding);
        else
            ++warnings[finding.code.toStdString()];
    }
    EXPECT_EQ(warnings, expected.value("warnings", Json::object()).get<decltype(warnings)>());
    const Json list = expected.value("errors", Json::array());
    EXPECT_EQ(errors.size(), list.size());
    for (std::size_t i = 0; i < std::min(errors.size(), list.size()); ++i) {
        const Finding &found = *errors[i];
        SCOPED_TRACE(found.message.toStdString());
        EXPECT_EQ(found.place.row, list[i]["row"].get<int>());
        EXPECT_EQ(columnLetters(found.place.column), text(list[i]["column"]));
        EXPECT_EQ(found.place.field, text(list[i]["field"]));
        EXPECT_EQ(found.code, text(list[i]["code"]));
        if (list[i].contains("value")) {
            EXPECT_EQ(found.value, text(list[i]["value"]));
        }
        if (list[i].contains("message")) {
            EXPECT_TRUE(found.message.contains(text(list[i]["message"])));
        }
    }
}

/// Every row of the sheet is data, ignored for a reason, or belongs to a project of several rows.
void WorkbookFolder::checkRowsAccountedFor(const SheetPlan &plan) {
    const Sheet &sheet = sheetNamed(plan.sheet);
    if (plan.headerRow == 0)
        return;
    std::multiset<int> accounted;
    for (const IgnoredRow &row : plan.ignored)
        accounted.insert(row.row);
    for (const PlannedRow &row : plan.rows) {
        accounted.insert(row.row);
        for (const ColumnMapping &column : plan.columns)
            for (const CellRange &range : sheet.merged)
                if (column.field == QStringLiteral("name") && range.firstRow == row.row &&
                    range.firstColumn == column.column)
                    for (int below = row.row + 1; below <= range.lastRow; ++below)
                        accounted.insert(below);
    }
    std::multiset<int> all;
    for (int row = plan.firstRow; row <= plan.lastRow; ++row)
        all.insert(row);
    EXPECT_EQ(accounted, all);
    const auto next = &plan - m_plan.sheets.data() + 1;
    const bool isLast =
        std::size_t(next) == m_plan.sheets.size() || m_plan.sheets[std::size_t(next)].table <= 1;
    EXPECT_EQ(plan.lastRow + 1,
              isLast ? int(sheet.rows.size()) + 1 : m_plan.sheets[std::size_t(next)].firstRow);
}

void WorkbookFolder::checkRecord(const Record &record, const Json &expected, const std::string &name) {
    const EntityInfo &info = entityInfo(record.kind);
    for (const auto &[key, value] : expected.items()) {
        const int field = info.indexOf(QString::fromStdString(key));
        ASSERT_GE(field, 0) << key;
        const Value &stored = record.values[std::size_t(field)];
        const std::string found =
            key == "zone" ? m_ledger.zoneName(std::get<qint64>(stored)).toStdString() : shown(stored);
        const std::string wanted = value.is_null()     ? "nothing"
                                   : value.is_string() ? value.get<std::string>()
                                                       : std::to_string(value.get<qint64>());
        EXPECT_EQ(found, wanted) << key << " of " << name;
    }
}

TEST_P(WorkbookFolder, IsReadAsExpected) {
    const Json &sheets = m_expected["sheets"];
    ASSERT_EQ(m_plan.sheets.size(), sheets.size());
    int errors = 0, warnings = 0;
    for (const Finding &finding : m_plan.findings)
        ++(finding.isError ? errors : warnings);
    EXPECT_EQ(m_plan.errorCount, errors);
    EXPECT_EQ(m_plan.warningCount, warnings);
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        SCOPED_TRACE(m_plan.sheets[i].label().toStdString());
        checkSheet(m_plan.sheets[i], sheets[i]);
        checkTotals(m_plan.sheets[i], sheets[i]);
        checkFindings(m_plan.sheets[i], sheets[i]);
        checkRowsAccountedFor(m_plan.sheets[i]);
    }
}

TEST_P(WorkbookFolder, IsStoredAsExpected) {
    m_ledger.apply(m_plan.changes);
    const Json projects = m_expected.value("projects", Json::object());
    for (const auto &[name, fields] : projects.items()) {
        const Project *project = m_ledger.project(QString::fromStdString(name));
        EXPECT_EQ(project != nullptr, !fields.is_null()) << name;
        if (project && !fields.is_null())
            checkRecord(toRecord(*project), fields, name);
    }
    const Json reports = m_expected.value("reports", Json::object());
    for (const auto &[name, fields] : reports.items()) {
        const QString whole = QString::fromStdString(name);
        const auto space = whole.lastIndexOf(u' ');
        const auto *report = m_ledger.report(whole.left(space), *Month::parse(whole.mid(space + 1)));
        EXPECT_TRUE(report) << name;
        if (report)
            checkRecord(toRecord(*report), fields, name);
    }
}

/// What the plan says it stores is what the ledger then holds.
TEST_P(WorkbookFolder, StoresTheSumThatItRead) {
    m_ledger.apply(m_plan.changes);
    qint64 stored = 0, planned = 0;
    int added = 0, updated = 0;
    for (const Project &project : m_ledger.snapshot.projects)
        stored += project.totalInvestment.value_or(Money()).yuan();
    for (const SheetPlan &sheet : m_plan.sheets) {
        planned += sheet.investmentStored;
        added += sheet.added;
        updated += sheet.updated;
    }
    EXPECT_EQ(m_ledger.snapshot.projects.size(), std::size_t(added));
    if (updated == 0) { // a project on two lists is counted on both
        EXPECT_EQ(stored, planned);
    }
}

TEST_P(WorkbookFolder, ChangesNothingTheSecondTime) {
    m_ledger.apply(m_plan.changes);
    const auto again = m_ledger.plan(m_workbook, m_options);
    ASSERT_TRUE(again) << again.error().text();
    EXPECT_TRUE(again->changes.changes.empty());
    EXPECT_EQ(again->errorCount, m_plan.errorCount);
    for (const SheetPlan &sheet : again->sheets)
        EXPECT_EQ(sheet.added, 0) << sheet.sheet.toStdString();
}

INSTANTIATE_TEST_SUITE_P(Every, WorkbookFolder, testing::ValuesIn(workbooks()), caseName);

TEST(WorkbookFolderFiles, HasAWorkbookForEachExpectation) {
    EXPECT_GE(workbooks().size(), 40u);
    for (const QString &name : folder().entryList({QStringLiteral("*.json")}, QDir::Files)) {
        const QString base = QFileInfo(name).completeBaseName();
        const auto known = workbooks();
        EXPECT_TRUE(std::any_of(known.begin(), known.end(), [&](const std::string &file) {
            return QFileInfo(QString::fromStdString(file)).completeBaseName() == base;
        })) << name;
    }
}

} // namespace yipi::exchange::test
