// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/filters.h"
#include "services/report_service.h"

namespace yipi::cli {

namespace {

/// The other formats leave the fonts to the program that shows them.
bool hasOfficialPage(const QString &file) {
    return file.endsWith(QStringLiteral(".docx"), Qt::CaseInsensitive) ||
           file.endsWith(QStringLiteral(".pdf"), Qt::CaseInsensitive);
}

struct Arguments {
    std::string kind, out;
    ScopeOptions scope;
};

Result<Output> writeReport(const Registry &registry, const Arguments &a) {
    if (a.kind != "bulletin")
        return fail(ErrorCode::Unsupported, QStringLiteral("这一版没有报告“%1”").arg(q(a.kind)),
                    QStringLiteral("可用：bulletin。"));
    auto ledger = registry.open(services::Access::ReadOnly);
    if (!ledger)
        return Failure(std::move(ledger).error());
    const services::FigureService figures(**ledger);
    auto scope = a.scope.scope(**ledger, figures);
    if (!scope)
        return Failure(std::move(scope).error());
    auto document = services::bulletin(**ledger, figures, *scope);
    if (!document)
        return Failure(std::move(document).error());
    if (auto written = services::writeDocument(*document, q(a.out)); !written)
        return Failure(std::move(written).error());
    Output output =
        confirmed({{"file", a.out}, {"figures", document->figures().size()}},
                  QStringLiteral("已写出 %1，文中数字 %2 处").arg(q(a.out)).arg(document->figures().size()));
    addKnownAt(output.json, *scope);
    if (hasOfficialPage(q(a.out)))
        output.notes += services::missingFonts();
    return output;
}

} // namespace

void addReportCommands(Registry &registry) {
    auto a = kept<Arguments>();
    auto *command = registry.add("report", "写出文件：bulletin（月度通报）",
                                 [&registry, a] { return writeReport(registry, *a); });
    command->add_option("KIND", a->kind, "bulletin")->required();
    command->add_option("--out", a->out, "输出文件：.docx、.pdf、.xlsx、.html、.json")->required();
    a->scope.addTo(command);
    a->scope.addKnownAtTo(command);
}

} // namespace yipi::cli
