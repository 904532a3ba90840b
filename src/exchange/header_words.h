// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/entity.h"

#include <optional>

namespace yipi::exchange::detail {

/// What a column header says.
struct HeaderMatch {
    enum class Special { None, Serial, NotStored, Category, BareMonth, BareFigure, Appended, Custom };

    const FieldInfo *field = nullptr; ///< null for a Special other than Category and Appended
    EntityKind entity = EntityKind::Project;
    double confidence = 0; ///< 1 = the very words of a field
    Special special = Special::None;
    int month = 0;               ///< 1–12 when the header names one: "1-7月累计", "8月完成投资"
    int year = 0;                ///< when it names one as well
    bool isOutputSum = false;    ///< 1-7月产值: not kept, but what months are told apart by
    bool isOutput = false;       ///< of a BareFigure: 产值, else 完成投资
    bool isSinceJanuary = false; ///< of a BareMonth: "1-7月"
    bool isDone = false;         ///< of a BareMonth: 完成 or 实际 beside it
};

/// Header text without white space, punctuation, ★ and units: what is compared.
QString headerKey(const QString &header);

/// The money unit that a header or a line above it names; nothing when none or several are named.
std::optional<MoneyUnit> unitIn(const QString &text);

/// The known word that a header of four characters and more differs from by one slip: a wrong character, two
/// swapped, one doubled. Words that tell headers apart (计划 and 实际, 开工 and 投产 …) must be the same.
std::optional<HeaderMatch> similarHeader(const QString &key);

/// Matches the levels of a header, top first: the words together, then the lowest with 计划/实际 from above,
/// then the lowest alone, then by containing.
std::optional<HeaderMatch> matchHeader(const QStringList &levels);

} // namespace yipi::exchange::detail
