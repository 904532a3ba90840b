// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace yipi::gui {

/// What a column of the ledger grid shows: the row's number, a derived state or a field of the project.
enum class ColumnKind { RowNumber, Light, Stage, Field };

struct LedgerColumn {
    ColumnKind kind = ColumnKind::Field;
    int field = -1; ///< position in entityInfo(EntityKind::Project).fields; −1 = none
    QString group;  ///< upper header: 项目, 属性, 投资, 节点, 责任
    QString title;  ///< lower header
    int width = 80; ///< px
    bool isExpected =
        false; ///< an empty cell is 未填 (hatched), else it means "not (yet)" (—) or nothing to say
};

/// The columns in their order; every field that people see has one, also one this table does not know yet.
const std::vector<LedgerColumn> &ledgerColumns();

/// # · 灯 · 编号 · 项目名称 stay in place while the others scroll.
inline constexpr int kFrozenColumns = 4;

/// Column of a field by key; −1 when it has none.
int ledgerColumnOf(const QString &fieldKey);

} // namespace yipi::gui
