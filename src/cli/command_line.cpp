// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_line.h"

#include "services/locations.h"

#include <QFileInfo>

namespace yipi::cli {

CLI::App *Registry::add(const std::string &name, const std::string &help, Command command, CLI::App *parent) {
    CLI::App *sub = (parent ? parent : &app)->add_subcommand(name, help);
    sub->group("命令");
    sub->get_help_ptr()->group("选项");
    sub->callback([this, command = std::move(command)] { chosen = command; });
    return sub;
}

Result<std::unique_ptr<services::LedgerService>> Registry::open(services::Access access) const {
    const QString location = globals.ledger.empty() ? services::defaultLedger() : q(globals.ledger);
    return services::LedgerService::open(location, access, q(globals.user));
}

int exitCode(ErrorCode code) {
    switch (code) {
    case ErrorCode::Usage:
    case ErrorCode::Unsupported:
        return 2;
    case ErrorCode::NotAllowed:
    case ErrorCode::LedgerLocked:
        return 4;
    case ErrorCode::LedgerDamaged:
    case ErrorCode::LedgerForeign:
    case ErrorCode::LedgerNewer:
        return 5;
    case ErrorCode::Cancelled:
        return 130;
    case ErrorCode::Internal:
    case ErrorCode::Io:
        return 1;
    default:
        return 3;
    }
}

Json toJson(const Error &error) {
    Json details = Json::array();
    for (const auto &detail : error.details)
        details.push_back({{"code", s(key(detail.code))},
                           {"message", s(detail.message)},
                           {"sheet", s(detail.place.sheet)},
                           {"row", detail.place.row},
                           {"column", s(columnLetters(detail.place.column))},
                           {"field", s(detail.place.field)},
                           {"value", s(detail.value)}});
    return {{"error", {{"code", s(key(error.code))}, {"message", s(error.text())}, {"details", details}}}};
}

Failure unreadable(const QString &what, const QString &path) {
    const QFileInfo file(path);
    if (!file.exists())
        return fail(ErrorCode::FileMissing, QStringLiteral("%1 %2 不存在").arg(what, path),
                    QStringLiteral("请检查路径。"));
    return fail(ErrorCode::FileUnreadable, file.isDir()
                                               ? QStringLiteral("%1 %2 是文件夹").arg(what, path)
                                               : QStringLiteral("没有读取%1 %2 的权限").arg(what, path));
}

Result<Month> monthFrom(const std::string &text, const QString &option) {
    if (const auto month = Month::parse(q(text)))
        return *month;
    return fail(ErrorCode::Usage, QStringLiteral("%1 的月份“%2”读不懂").arg(option, q(text)),
                QStringLiteral("写法如 2024-07。"));
}

} // namespace yipi::cli
