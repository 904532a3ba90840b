// SPDX-License-Identifier: GPL-3.0-or-later
// Files for offices: the ledger or a part of it, and templates to be filled in.
#include "cli/filters.h"
#include "cli/sheet_kinds.h"
#include "services/export_service.h"

namespace yipi::cli {

namespace {

using exchange::SheetKind;
using services::Access;

Result<Output> writtenFiles(const Result<QStringList> &files) {
    if (!files)
        return Failure(files.error());
    Json list = Json::array();
    QString text;
    for (const QString &file : *files) {
        list.push_back(s(file));
        text += QStringLiteral("已写出 %1\n").arg(file);
    }
    text += QStringLiteral("共 %1 个文件").arg(files->size());
    return confirmed({{"files", list}}, text);
}

void addExport(Registry &registry) {
    struct Arguments {
        std::string out, view;
        bool byZone = false;
        ScopeOptions scope;
    };
    auto a = kept<Arguments>();
    auto *command = registry.add(
        "export", "导出台账为 xlsx、json（可原样导回）或 csv", [&registry, a]() -> Result<Output> {
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
            if (a->byZone)
                return writtenFiles(
                    services::exportByZone(**ledger, scope->filter, scope->asOf.lastDay(), q(a->out)));
            if (auto done = services::exportLedger(**ledger, scope->filter, scope->asOf.lastDay(), q(a->out));
                !done)
                return Failure(std::move(done).error());
            return confirmed({{"file", a->out}}, QStringLiteral("已导出 %1").arg(q(a->out)));
        });
    command->add_option("OUT", a->out, "输出文件；用 --by-zone 时是已有的文件夹")->required();
    command->add_flag("--by-zone", a->byZone, "每个开发区一个工作簿");
    command->add_option("--view", a->view, "视图名（all：全部）");
    a->scope.addTo(command);
}

void addTemplate(Registry &registry) {
    struct Arguments {
        std::string out, batch = "all", zone, month;
        bool byZone = false;
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
            std::optional<services::TemplateForm> form;
            if (!a->month.empty()) {
                auto month = monthFrom(a->month, QStringLiteral("--month"));
                if (!month)
                    return Failure(std::move(month).error());
                form = services::TemplateForm{*month, 0};
            } else if (a->byZone || !a->zone.empty()) {
                return fail(ErrorCode::Usage, QStringLiteral("--zone、--by-zone 要和 --month 一起用"),
                            QStringLiteral("例如：--month 2024-08 --by-zone。"));
            }
            // Without a ledger the template has no lists of zones; that is not an error.
            auto ledger = registry.open(Access::ReadOnly);
            if (form && !ledger)
                return Failure(std::move(ledger).error());
            if (form && a->byZone)
                return writtenFiles(services::writeTemplatesByZone(**ledger, form->month, q(a->out)));
            if (form && !a->zone.empty()) {
                FilterOptions named;
                named.zones = {a->zone};
                const auto filter = named.filter(**ledger);
                if (!filter)
                    return Failure(filter.error());
                form->zone = filter->zones.front();
            }
            if (auto done = services::writeTemplate(ledger ? ledger->get() : nullptr, kinds, q(a->out), form);
                !done)
                return Failure(std::move(done).error());
            return confirmed({{"file", a->out}}, QStringLiteral("已写出模板 %1").arg(q(a->out)));
        });
    command->add_option("OUT", a->out, "输出文件（.xlsx）；用 --by-zone 时是已有的文件夹")->required();
    command->add_option("--month", a->month, "预填这个月的月度进展表，如 2024-08");
    command->add_option("--zone", a->zone, "只预填这个开发区的项目");
    command->add_flag("--by-zone", a->byZone, "每个开发区一个填报表");
    command->add_option("--batch", a->batch, "批次：all、sign、start、produce、progress、target");
}

} // namespace

void addExportCommands(Registry &registry) {
    addTemplate(registry);
    addExport(registry);
}

} // namespace yipi::cli
