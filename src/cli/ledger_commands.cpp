// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_line.h"
#include "services/demo_service.h"
#include "services/locations.h"

namespace yipi::cli {

namespace {

using services::Access;
using services::LedgerService;

Output madeLedger(const LedgerService &ledger) {
    const auto status = ledger.status();
    services::rememberLedger(status.location);
    return confirmed({{"ledger", s(status.location)}, {"schema", status.schema}},
                     QStringLiteral("已建立台账 %1").arg(status.location));
}

void addInitAndDemo(Registry &registry) {
    auto path = kept<std::string>();
    registry
        .add("init", "新建空台账（含行政区划等基础数据）",
             [&registry, path]() -> Result<Output> {
                 auto ledger = LedgerService::create(q(*path), q(registry.globals.user));
                 if (!ledger)
                     return Failure(std::move(ledger).error());
                 return madeLedger(**ledger);
             })
        ->add_option("PATH", *path, "台账文件")
        ->required();

    auto demo = kept<std::string>();
    registry
        .add("demo", "建立演示台账（吕梁市，截至 2024 年 7 月，演示数据）",
             [demo]() -> Result<Output> {
                 auto ledger = services::createDemo(q(*demo));
                 if (!ledger)
                     return Failure(std::move(ledger).error());
                 return madeLedger(**ledger);
             })
        ->add_option("PATH", *demo, "台账文件")
        ->required();
}

void addGenerate(Registry &registry) {
    struct Arguments {
        std::string path;
        qint64 projects = 1000;
        int months = 12;
        quint64 seed = 1;
    };
    auto a = kept<Arguments>();
    auto *command =
        registry.add("generate", "生成测试用台账（同一种子得到同一台账）", [a]() -> Result<Output> {
            auto counts = services::generateLedger(q(a->path), a->projects, a->months, a->seed);
            if (!counts)
                return Failure(std::move(counts).error());
            return Output{{{"projects", counts->projects},
                           {"entries", counts->entries},
                           {"progress", counts->progress}},
                          QStringLiteral("项目 %1，入批 %2，月度进展 %3")
                              .arg(counts->projects)
                              .arg(counts->entries)
                              .arg(counts->progress)};
        });
    command->add_option("PATH", a->path, "台账文件")->required();
    command->add_option("--projects", a->projects, "项目数");
    command->add_option("--months", a->months, "月度进展的月数");
    command->add_option("--seed", a->seed, "随机种子");
}

Result<Output> verified(const LedgerService &ledger) {
    auto checks = ledger.verify();
    if (!checks)
        return Failure(std::move(checks).error());
    Output output;
    Json list = Json::array();
    bool ok = true;
    for (const auto &check : *checks) {
        ok = ok && check.ok;
        list.push_back({{"name", s(check.name)}, {"ok", check.ok}, {"detail", s(check.detail)}});
        output.text +=
            QStringLiteral("%1 %2：%3\n")
                .arg(check.ok ? QStringLiteral("✓") : QStringLiteral("✗"), check.name, check.detail);
    }
    output.json = {{"ok", ok}, {"checks", list}};
    output.exitCode = ok ? 0 : exitCode(ErrorCode::LedgerDamaged);
    return output;
}

void addSafety(Registry &registry) {
    auto out = kept<std::string>();
    registry
        .add("backup", "在线备份：复制、打开校验后才算数",
             [&registry, out]() -> Result<Output> {
                 auto ledger = registry.open(Access::ReadOnly);
                 if (!ledger)
                     return Failure(std::move(ledger).error());
                 if (auto done = (*ledger)->backup(q(*out)); !done)
                     return Failure(std::move(done).error());
                 return confirmed({{"backup", *out}, {"ok", true}},
                                  QStringLiteral("已备份并校验：%1").arg(q(*out)));
             })
        ->add_option("OUT", *out, "备份文件")
        ->required();

    auto file = kept<std::string>();
    registry
        .add("restore", "用备份恢复台账；现有文件另存在旁边",
             [&registry, file]() -> Result<Output> {
                 const QString target =
                     registry.globals.ledger.empty() ? services::defaultLedger() : q(registry.globals.ledger);
                 auto former = services::restoreLedger(q(*file), target);
                 if (!former)
                     return Failure(std::move(former).error());
                 return confirmed(
                     {{"ledger", s(target)}, {"former", s(*former)}},
                     QStringLiteral("已恢复 %1").arg(target) +
                         (former->isEmpty() ? QString() : QStringLiteral("\n原文件保留为 %1").arg(*former)));
             })
        ->add_option("FILE", *file, "备份文件")
        ->required();

    registry.add("verify", "体检：完整性、外键、内容校验、日志链", [&registry]() -> Result<Output> {
        auto ledger = registry.open(Access::ReadOnly);
        if (!ledger)
            return Failure(std::move(ledger).error());
        return verified(**ledger);
    });
}

} // namespace

void addLedgerCommands(Registry &registry) {
    addInitAndDemo(registry);
    addGenerate(registry);
    addSafety(registry);
}

} // namespace yipi::cli
