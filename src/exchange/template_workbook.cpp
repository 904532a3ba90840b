// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/dictionary_sheet.h"
#include "exchange/export_columns.h"
#include "exchange/report_form.h"

namespace yipi::exchange {

namespace {

using namespace detail;

constexpr int kHeaderRow = 3;
constexpr int kPreparedRows = 500; ///< rows with drop-down lists

using ColumnNames = std::vector<std::pair<EntityKind, const char *>>;

/// What an office fills in for a list or for a month, in the order of the official forms.
ColumnNames columnsOf(SheetKind kind) {
    constexpr auto P = EntityKind::Project;
    constexpr auto E = EntityKind::CampaignEntry;
    constexpr auto M = EntityKind::MonthlyProgress;
    constexpr auto T = EntityKind::Target;
    if (kind == SheetKind::Target)
        return {{T, "zone"},         {T, "year"},          {T, "indicator"},
                {T, "target_count"}, {T, "target_amount"}, {T, "curve"}};
    if (kind == SheetKind::Progress)
        return {{P, "code"},
                {P, "name"},
                {P, "zone"},
                {P, "investor"},
                {M, "month"},
                {M, "investment"},
                {M, "cumulative_investment"},
                {M, "annual_plan"},
                {M, "year_investment"},
                {M, "funds_in_place"},
                {M, "output"},
                {M, "annual_output"},
                {M, "progress"},
                {M, "percent_complete"},
                {M, "problems"},
                {M, "next_step"},
                {M, "coordination"}};
    ColumnNames names{{E, "campaign"},
                      {P, "zone"},
                      {P, "code"},
                      {P, "name"},
                      {P, "investor"},
                      {P, "content"},
                      {P, "total_investment"},
                      {P, "fixed_asset_investment"},
                      {P, "expected_output"},
                      {P, "expected_tax"},
                      {P, "jobs"},
                      {P, "land_mu"},
                      {P, "industry"},
                      {P, "chain"},
                      {P, "industrial"},
                      {P, "strategic_class"},
                      {P, "commitment"},
                      {P, "standard_land"},
                      {P, "standard_plant"},
                      {P, "reserved_on"},
                      {P, "actual_sign"},
                      {P, "fulfilled_on"},
                      {P, "planned_start"}};
    if (kind != SheetKind::Sign)
        names.emplace_back(P, "actual_start");
    names.emplace_back(P, "planned_produce");
    if (kind == SheetKind::Produce)
        names.insert(names.end(), {{P, "actual_produce"}, {M, "month"}, {M, "annual_output"}});
    names.emplace_back(P, "planned_attain");
    for (const char *field : {"patron", "service_officer", "responsible_unit", "responsible_person", "phone",
                              "key_project", "remarks"})
        names.emplace_back(P, field);
    return names;
}

QString sheetTitle(SheetKind kind) {
    switch (kind) {
    case SheetKind::Sign:
        return QStringLiteral("开发区“三个一批”签约项目申报表");
    case SheetKind::Start:
        return QStringLiteral("开发区“三个一批”开工项目申报表");
    case SheetKind::Produce:
        return QStringLiteral("开发区“三个一批”投产项目申报表");
    case SheetKind::Target:
        return QStringLiteral("开发区年度任务目标表");
    default:
        return QStringLiteral("开发区“三个一批”项目月度进展表");
    }
}

void writeForm(XlsxBook &book, SheetKind kind, MoneyUnit unit, const DictionarySheet &dictionary) {
    const auto names = columnsOf(kind);
    const int last = int(names.size());
    book.beginSheet(title(kind));
    const auto field = [&](int column) -> const FieldInfo & {
        const auto &[entity, key] = names[std::size_t(column) - 1];
        return exportColumn(entity, key).info();
    };
    for (int column = 1; column <= last; ++column)
        book.columnWidth(column, widthOf(field(column)), styleOf(field(column)));
    book.mergedText(1, last, sheetTitle(kind), CellStyle::Title);
    book.mergedText(2, last, QStringLiteral("单位：%1").arg(title(unit)), CellStyle::Unit);
    for (int column = 1; column <= last; ++column)
        book.text(kHeaderRow, column, exportHeader(field(column), unit), CellStyle::Header);
    book.freezeBelow(kHeaderRow, 4, kHeaderRow + kPreparedRows, last);
    book.printWide(kHeaderRow);
    for (int column = 1; column <= last; ++column)
        dictionary.offer(book, field(column), column, kHeaderRow + 1, kHeaderRow + kPreparedRows);
}

void writeNotes(XlsxBook &book) {
    static const QStringList kNotes{
        QStringLiteral(
            "1. 从第 4 行起填写，一个项目一行；不要改动表头，不要合并单元格。“项目名称”“开发区”必填。"),
        QStringLiteral("2. 活动期次写成“年份-次序”，如 2024-2 表示 2024 年第 2 次；同一张表可以有几次活动。"),
        QStringLiteral("3. 金额按表头的单位填数字，不写“约”“左右”；没有的留空，不要填 0。"),
        QStringLiteral("4. 日期写成 2024-03-15；只知道月份时写 2024年3月，按该月最后一天计。"),
        QStringLiteral(
            "5. 项目编号、电话按文本填写。战新类别填具体类别，不知道类别时填“是”，不属于时填“否”或留空。"),
        QStringLiteral(
            "6. 月份写成 2024-07；累计完成投资指开工以来的累计数，今年累计完成投资指 1 月以来的累计数；"
            "实际年产值指最近 12 个月的产值。"),
        QStringLiteral("7. 同一项目先后列入签约、开工、投产时，名称和投资方前后保持一致，或填写项目编号。"),
        QStringLiteral(
            "8. 任务目标一个开发区、一个年度、一个指标一行：按个数的指标填任务个数，按投资额的填任务金额；"
            "进度曲线写 12 个累计百分数，用逗号分开，最后一个是 100，留空表示按月份平均。")};
    book.beginSheet(QStringLiteral("填表说明"));
    book.columnWidth(1, 100, CellStyle::Note);
    book.text(1, 1, QStringLiteral("填表说明"), CellStyle::Title);
    for (int i = 0; i < kNotes.size(); ++i)
        book.text(i + 2, 1, kNotes[i], CellStyle::Note);
}

} // namespace

Result<QByteArray> templateWorkbook(const std::vector<SheetKind> &kinds, const ExportData &dictionaries,
                                    const std::optional<ReportForm> &form) {
    XlsxBook book;
    const DictionarySheet dictionary(dictionaries);
    for (const SheetKind kind : kinds)
        if (kind == SheetKind::Progress && form)
            writeReportForm(book, dictionaries, *form, dictionary);
        else if (kind != SheetKind::Unknown)
            writeForm(book, kind, dictionaries.unit, dictionary);
    writeNotes(book);
    dictionary.write(book);
    return book.finish();
}

} // namespace yipi::exchange
