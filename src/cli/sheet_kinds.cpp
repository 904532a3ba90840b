// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/sheet_kinds.h"

#include "cli/command_line.h"

namespace yipi::cli {

using exchange::SheetKind;

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

} // namespace yipi::cli
