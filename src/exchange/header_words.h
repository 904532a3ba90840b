// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/entity.h"

#include <optional>

namespace yipi::exchange::detail {

/// What a column header says.
struct HeaderMatch {
    enum class Special { None, Serial, NotStored, Category };

    const FieldInfo *field = nullptr; ///< null for a Special other than Category
    EntityKind entity = EntityKind::Project;
    double confidence = 0; ///< 1 = the very words of a field
    Special special = Special::None;
    int month = 0; ///< 1–12 when the header names one: "1-7月累计", "8月完成投资"
    int year = 0;  ///< when it names one as well
};

/// Header text without white space, punctuation, ★ and units: what is compared.
QString headerKey(const QString &header);

/// The money unit that a header or a line above it names; nothing when none or several are named.
std::optional<MoneyUnit> unitIn(const QString &text);

/// Matches the levels of a header, top first: the words together, then the lowest with 计划/实际 from above,
/// then the lowest alone, then by containing.
std::optional<HeaderMatch> matchHeader(const QStringList &levels);

} // namespace yipi::exchange::detail
