// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/filters.h"
#include "cli/import_output.h"
#include "cli/sheet_kinds.h"
#include "services/import_service.h"
#include "services/mapping_memory.h"

#include <QFile>
#include <QFileInfo>

namespace yipi::cli {

namespace {

using exchange::ImportOptions;
using exchange::SheetKind;
using services::Access;

struct ImportArguments {
    std::vector<std::string> files;
    std::string campaign, batch = "auto", zone, unit = "auto", sheet, mapping, onConflict = "update", month,
                          hidden = "ask";
    bool createZones = false, acceptValid = false, dryRun = false, remember = false, noMemory = false;
};

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
    using Hidden = ImportOptions::HiddenCells;
    if (a.hidden == "read")
        options.hidden = Hidden::Read;
    else if (a.hidden == "skip")
        options.hidden = Hidden::Skip;
    else if (a.hidden != "ask")
        return fail(ErrorCode::Usage, QStringLiteral("--hidden 没有“%1”").arg(q(a.hidden)),
                    QStringLiteral("可用：ask、read、skip。"));
    if (a.remember && a.mapping.empty())
        return fail(ErrorCode::Usage, QStringLiteral("--remember 要和 --mapping 一起用"),
                    QStringLiteral("记住的是列对应文件里指定的列。"));
    options.createZones = a.createZones;
    options.acceptValid = a.acceptValid;
    return options;
}

/// All files are tried, so that all that can't be read are named at once.
Result<std::vector<exchange::Workbook>> readAll(const std::vector<std::string> &files) {
    std::vector<exchange::Workbook> workbooks;
    QList<Error> errors;
    for (const std::string &file : files) {
        auto workbook = services::ImportService::read(q(file));
        if (workbook)
            workbooks.push_back(std::move(*workbook));
        else
            errors << workbook.error();
    }
    if (errors.isEmpty())
        return workbooks;
    if (errors.size() == 1)
        return Failure(errors.front());
    Error summary;
    summary.code = errors.front().code;
    summary.message = QStringLiteral("有 %1 个文件读不出").arg(errors.size());
    summary.advice = QStringLiteral("没有写入任何内容；请改正或去掉这些文件后再导入。");
    summary.details = errors;
    return Failure(summary);
}

Result<Output> runImport(const Registry &registry, const ImportArguments &a) {
    auto options = optionsFrom(a);
    if (!options)
        return Failure(std::move(options).error());
    services::MappingMemory memory;
    if (!a.noMemory) {
        if (auto loaded = memory.load(); !loaded)
            return Failure(std::move(loaded).error());
        options->remembered = memory.layouts();
    }
    const auto workbooks = readAll(a.files);
    if (!workbooks)
        return Failure(workbooks.error());
    std::vector<exchange::ImportSource> sources;
    for (const exchange::Workbook &workbook : *workbooks)
        sources.push_back({&workbook, options->mapping, {}});
    auto ledger = registry.open(a.dryRun ? Access::ReadOnly : Access::ReadWrite);
    if (!ledger)
        return Failure(std::move(ledger).error());
    services::ImportService service(**ledger);
    auto plan = service.plan(sources, *options);
    if (!plan)
        return Failure(std::move(plan).error());
    const bool refused = plan->errorCount > 0 && !options->acceptValid;
    const bool writes = !a.dryRun && !refused && !plan->changes.changes.empty();
    if (writes)
        if (auto written = service.write(*plan, *options); !written)
            return Failure(std::move(written).error());
    if (a.remember && !a.dryRun)
        if (auto kept = memory.remember(*plan, options->mapping); !kept)
            return Failure(std::move(kept).error());
    Output output = planOutput(*plan, a.dryRun  ? Outcome::DryRun
                                      : writes  ? Outcome::Written
                                      : refused ? Outcome::Refused
                                                : Outcome::NothingToWrite);
    if (refused) {
        const QString message =
            QStringLiteral("文件 %1 有 %2 处错误，没有写入任何内容。请改正后再导入，或加 "
                           "--accept-valid 只写入无误的行。")
                .arg(QFileInfo(plan->filesText()).fileName(), QString::number(plan->errorCount));
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
    command->add_option("FILE", a->files, "文件，可以是几个开发区的几个文件，一起写入")->required();
    command->add_option("--campaign", a->campaign, "活动期次，如 2024-2");
    command->add_option("--batch", a->batch, "批次：auto、sign、start、produce、progress、target");
    command->add_option("--zone", a->zone, "没有开发区列时所属的开发区");
    command->add_option("--unit", a->unit, "没有写明单位的金额：auto、yuan、wan、yi");
    command->add_option("--month", a->month, "没有写明月份的进展，如 2024-07");
    command->add_option("--sheet", a->sheet, "只导入这个工作表");
    command->add_option("--mapping", a->mapping, "列对应 JSON 文件");
    command->add_flag("--remember", a->remember, "记住列对应文件里指定的列，同样的表头下次自动用");
    command->add_flag("--no-memory", a->noMemory, "不用以前记住的列对应");
    command->add_option("--hidden", a->hidden, "隐藏（含筛选掉）的行列：ask 读取并提示、read、skip");
    command->add_option("--on-conflict", a->onConflict, "与台账不同时：update、skip、stop");
    command->add_flag("--create-zones", a->createZones, "新建台账中没有的开发区");
    command->add_flag("--accept-valid", a->acceptValid, "写入无误的行");
    command->add_flag("--dry-run", a->dryRun, "试运行，不写入");
}

} // namespace

void addImportCommands(Registry &registry) {
    addImport(registry);
}

} // namespace yipi::cli
