// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/filters.h"
#include "services/import_service.h"

#include <QFile>
#include <QFileInfo>

namespace yipi::cli {

namespace {

using exchange::Finding;
using exchange::ImportOptions;
using exchange::ImportPlan;
using exchange::SheetKind;
using services::Access;

constexpr int kFindingsShown = 200;

struct ImportArguments {
    std::string file, campaign, batch = "auto", zone, unit = "auto", sheet, mapping, onConflict = "update",
                                month;
    bool createZones = false, acceptValid = false, dryRun = false;
};

Result<std::optional<SheetKind>> kindFrom(const std::string &text) {
    for (const SheetKind kind :
         {SheetKind::Sign, SheetKind::Start, SheetKind::Produce, SheetKind::Progress, SheetKind::Target})
        if (q(text) == key(kind) || q(text) == title(kind))
            return std::optional(kind);
    if (text == "auto")
        return std::optional<SheetKind>();
    return fail(ErrorCode::Usage, QStringLiteral("--batch 没有“%1”").arg(q(text)),
                QStringLiteral("可用：auto、sign、start、produce、progress、target。"));
}

Result<ImportOptions> optionsFrom(const ImportArguments &a) {
    ImportOptions options;
    if (!a.campaign.empty()) {
        options.campaign = CampaignKey::parse(q(a.campaign));
        if (!options.campaign)
            return fail(ErrorCode::Usage, QStringLiteral("活动期次“%1”读不懂").arg(q(a.campaign)),
                        QStringLiteral("写法如 2024-2。"));
    }
    auto kind = kindFrom(a.batch);
    if (!kind)
        return Failure(std::move(kind).error());
    options.kind = *kind;
    options.zone = q(a.zone);
    options.sheet = q(a.sheet);
    for (const MoneyUnit unit : {MoneyUnit::Yuan, MoneyUnit::Wan, MoneyUnit::Yi})
        if (q(a.unit) == key(unit) || q(a.unit) == title(unit))
            options.unit = unit;
    if (!options.unit && a.unit != "auto")
        return fail(ErrorCode::Usage, QStringLiteral("--unit 没有“%1”").arg(q(a.unit)),
                    QStringLiteral("可用：auto、yuan、wan、yi。"));
    if (!a.month.empty()) {
        auto month = monthFrom(a.month, QStringLiteral("--month"));
        if (!month)
            return Failure(std::move(month).error());
        options.month = *month;
    }
    if (!a.mapping.empty()) {
        QFile file(q(a.mapping));
        if (!file.open(QIODevice::ReadOnly))
            return unreadable(QStringLiteral("列对应文件"), q(a.mapping));
        options.mapping = file.readAll();
    }
    using Conflict = ImportOptions::OnConflict;
    if (a.onConflict == "skip")
        options.onConflict = Conflict::Skip;
    else if (a.onConflict == "stop")
        options.onConflict = Conflict::Stop;
    else if (a.onConflict != "update")
        return fail(ErrorCode::Usage, QStringLiteral("--on-conflict 没有“%1”").arg(q(a.onConflict)),
                    QStringLiteral("可用：update、skip、stop。"));
    options.createZones = a.createZones;
    options.acceptValid = a.acceptValid;
    return options;
}

Json findingsOf(const ImportPlan &plan, const QString &sheet, bool errors, int &room) {
    Json list = Json::array();
    for (const Finding &f : plan.findings) {
        if (f.isError != errors || f.place.sheet != sheet)
            continue;
        if (room-- <= 0)
            break;
        list.push_back({{"row", f.place.row},
                        {"column", s(columnLetters(f.place.column))},
                        {"field", s(f.place.field)},
                        {"code", s(f.code)},
                        {"value", s(f.value)},
                        {"message", s(f.message)}});
    }
    return list;
}

Json sheetJson(const ImportPlan &plan, const exchange::SheetPlan &sheet, int &errorRoom, int &warningRoom) {
    Json columns = Json::array();
    for (const auto &c : sheet.columns)
        columns.push_back({{"column", s(columnLetters(c.column))},
                           {"header", s(c.header)},
                           {"field", c.field.isEmpty() ? Json(nullptr) : Json(s(c.field))},
                           {"unit", c.unit ? Json(s(key(*c.unit))) : Json(nullptr)},
                           {"confidence", c.confidence}});
    Json ignored = Json::array();
    for (const auto &row : sheet.ignored)
        ignored.push_back({{"row", row.row}, {"reason", s(row.reason)}, {"text", s(row.text)}});
    return {{"sheet", s(sheet.sheet)},
            {"batch", s(key(sheet.kind))},
            {"campaign", sheet.campaign ? Json(s(sheet.campaign->text())) : Json(nullptr)},
            {"header_row", sheet.headerRow},
            {"unit", sheet.unit ? Json(s(key(*sheet.unit))) : Json(nullptr)},
            {"columns", columns},
            {"added", sheet.added},
            {"updated", sheet.updated},
            {"unchanged", sheet.unchanged},
            {"skipped", sheet.skipped},
            {"rejected", sheet.rejected},
            {"investment_read", sheet.investmentRead},
            {"investment_stored", sheet.investmentStored},
            {"ignored_rows", ignored},
            {"errors", findingsOf(plan, sheet.sheet, true, errorRoom)},
            {"warnings", findingsOf(plan, sheet.sheet, false, warningRoom)}};
}

enum class Outcome { DryRun, Written, NothingToWrite, Refused };

/// A refusal ends with its own error instead.
QString closing(Outcome outcome) {
    switch (outcome) {
    case Outcome::DryRun:
        return QStringLiteral("试运行，未写入。");
    case Outcome::Written:
        return QStringLiteral("已写入。");
    case Outcome::NothingToWrite:
        return QStringLiteral("没有需要写入的内容。");
    case Outcome::Refused:
        break;
    }
    return {};
}

Output planOutput(const ImportPlan &plan, Outcome outcome) {
    Output output;
    Json sheets = Json::array();
    int errorRoom = kFindingsShown;
    int warningRoom = kFindingsShown;
    for (const auto &sheet : plan.sheets) {
        sheets.push_back(sheetJson(plan, sheet, errorRoom, warningRoom));
        output.text += QStringLiteral("工作表“%1”（%2%3）：新增 %4，更新 %5，不变 %6，跳过 %7，有误 %8\n")
                           .arg(sheet.sheet, title(sheet.kind),
                                sheet.campaign ? u' ' + sheet.campaign->text() : QString())
                           .arg(sheet.added)
                           .arg(sheet.updated)
                           .arg(sheet.unchanged)
                           .arg(sheet.skipped)
                           .arg(sheet.rejected);
    }
    output.json = {{"file", s(plan.file)},
                   {"dry_run", outcome == Outcome::DryRun},
                   {"written", outcome == Outcome::Written},
                   {"error_count", plan.errorCount},
                   {"warning_count", plan.warningCount},
                   {"sheets", sheets}};
    int shown = 0;
    for (const Finding &f : plan.findings) {
        if (++shown > kFindingsShown) {
            output.text += QStringLiteral("…… 共 %1 处错误、%2 处提示，以上为前 %3 处\n")
                               .arg(plan.errorCount)
                               .arg(plan.warningCount)
                               .arg(kFindingsShown);
            break;
        }
        output.text += QStringLiteral("%1 %2：%3\n")
                           .arg(f.isError ? QStringLiteral("错误") : QStringLiteral("提示"),
                                describe(f.place), f.message);
    }
    output.text += closing(outcome);
    return output;
}

Result<Output> runImport(const Registry &registry, const ImportArguments &a) {
    auto options = optionsFrom(a);
    if (!options)
        return Failure(std::move(options).error());
    auto workbook = services::ImportService::read(q(a.file));
    if (!workbook)
        return Failure(std::move(workbook).error());
    auto ledger = registry.open(a.dryRun ? Access::ReadOnly : Access::ReadWrite);
    if (!ledger)
        return Failure(std::move(ledger).error());
    services::ImportService service(**ledger);
    auto plan = service.plan(*workbook, *options);
    if (!plan)
        return Failure(std::move(plan).error());
    const bool refused = plan->errorCount > 0 && !options->acceptValid;
    const bool writes = !a.dryRun && !refused && !plan->changes.changes.empty();
    if (writes)
        if (auto written = service.write(*plan, *options); !written)
            return Failure(std::move(written).error());
    Output output = planOutput(*plan, a.dryRun  ? Outcome::DryRun
                                      : writes  ? Outcome::Written
                                      : refused ? Outcome::Refused
                                                : Outcome::NothingToWrite);
    if (refused) {
        const QString message = QStringLiteral("文件 %1 有 %2 处错误，没有写入任何内容。请改正后再导入，或加 "
                                               "--accept-valid 只写入无误的行。")
                                    .arg(QFileInfo(plan->file).fileName())
                                    .arg(plan->errorCount);
        output.json["error"] = {{"code", s(key(ErrorCode::InvalidValue))}, {"message", s(message)}};
        if (a.dryRun)
            output.text += u'\n';
        output.text += message;
        output.exitCode = exitCode(ErrorCode::InvalidValue);
    }
    return output;
}

void addImport(Registry &registry) {
    auto a = kept<ImportArguments>();
    auto *command = registry.add("import", "导入 xlsx、xls、ods、csv；有错误则整个文件不写入",
                                 [&registry, a] { return runImport(registry, *a); });
    command->add_option("FILE", a->file, "文件")->required();
    command->add_option("--campaign", a->campaign, "活动期次，如 2024-2");
    command->add_option("--batch", a->batch, "批次：auto、sign、start、produce、progress、target");
    command->add_option("--zone", a->zone, "没有开发区列时所属的开发区");
    command->add_option("--unit", a->unit, "没有写明单位的金额：auto、yuan、wan、yi");
    command->add_option("--month", a->month, "没有写明月份的进展，如 2024-07");
    command->add_option("--sheet", a->sheet, "只导入这个工作表");
    command->add_option("--mapping", a->mapping, "列对应 JSON 文件");
    command->add_option("--on-conflict", a->onConflict, "与台账不同时：update、skip、stop");
    command->add_flag("--create-zones", a->createZones, "新建台账中没有的开发区");
    command->add_flag("--accept-valid", a->acceptValid, "写入无误的行");
    command->add_flag("--dry-run", a->dryRun, "试运行，不写入");
}

void addExport(Registry &registry) {
    struct Arguments {
        std::string out, view;
        ScopeOptions scope;
    };
    auto a = kept<Arguments>();
    auto *command =
        registry.add("export", "导出台账为 xlsx（可原样导回）或 csv", [&registry, a]() -> Result<Output> {
            auto ledger = registry.open(Access::ReadOnly);
            if (!ledger)
                return Failure(std::move(ledger).error());
            if (!a->view.empty() && a->view != "all")
                return fail(ErrorCode::NotFound, QStringLiteral("没有视图“%1”").arg(q(a->view)),
                            QStringLiteral("现有：all。"));
            const services::FigureService figures(**ledger);
            auto scope = a->scope.scope(**ledger, figures);
            if (!scope)
                return Failure(std::move(scope).error());
            if (auto done = services::exportLedger(**ledger, scope->filter, scope->asOf.lastDay(), q(a->out));
                !done)
                return Failure(std::move(done).error());
            return confirmed({{"file", a->out}}, QStringLiteral("已导出 %1").arg(q(a->out)));
        });
    command->add_option("OUT", a->out, "输出文件")->required();
    command->add_option("--view", a->view, "视图名（all：全部）");
    a->scope.addTo(command);
}

void addTemplate(Registry &registry) {
    struct Arguments {
        std::string out, batch = "all";
    };
    auto a = kept<Arguments>();
    auto *command = registry.add(
        "template", "填报模板：标题、单位、下拉列表、填表说明", [&registry, a]() -> Result<Output> {
            std::vector<SheetKind> kinds{SheetKind::Sign, SheetKind::Start, SheetKind::Produce,
                                         SheetKind::Progress, SheetKind::Target};
            if (a->batch != "all") {
                auto kind = kindFrom(a->batch);
                if (!kind)
                    return Failure(std::move(kind).error());
                if (*kind)
                    kinds = {**kind};
            }
            // Without a ledger the template has no lists of zones; that is not an error.
            auto ledger = registry.open(Access::ReadOnly);
            if (auto done = services::writeTemplate(ledger ? ledger->get() : nullptr, kinds, q(a->out));
                !done)
                return Failure(std::move(done).error());
            return confirmed({{"file", a->out}}, QStringLiteral("已写出模板 %1").arg(q(a->out)));
        });
    command->add_option("OUT", a->out, "输出文件（.xlsx）")->required();
    command->add_option("--batch", a->batch, "批次：all、sign、start、produce、progress、target");
}

} // namespace

void addImportCommands(Registry &registry) {
    addTemplate(registry);
    addImport(registry);
    addExport(registry);
}

} // namespace yipi::cli
