// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/error.h"
#include "exchange/import_plan.h"

namespace yipi::cli {

/// What `--batch` says: a key or a title; none for auto. Errors: Usage.
Result<std::optional<exchange::SheetKind>> kindFrom(const std::string &text);

} // namespace yipi::cli
