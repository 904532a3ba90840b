// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/field.h"
#include "indicators/expression/filter_field.h"

#include <QString>

#include <vector>

namespace yipi::gui {

/// What a column of the ledger grid shows: the row's number, a derived state or a field of the project.
enum class ColumnKind { RowNumber, Light, Stage, Field };

struct LedgerColumn {
    ColumnKind kind = ColumnKind::Field;
    QString key;    ///< of the field, or "#", "light", "stage": what a saved view calls it
    int field = -1; ///< position in the fields the columns were made of; −1 = none
    QString group;  ///< upper header: 项目, 属性, 投资, 节点, 责任
    QString title;  ///< lower header
    int width = 80; ///< px
    const indicators::FilterField *asked = nullptr; ///< by which conditions name it; null = they can't
    bool isExpected =
        false; ///< an empty cell is 未填 (hatched), else it means "not (yet)" (—) or nothing to say
};

/// # · 灯 · 编号 · 项目名称 stay in place while the others scroll.
inline constexpr int kFrozenColumns = 4;

/// The columns of the grid in their first order; every field that people see has one, also one that the table
/// of widths and groups does not know.
class LedgerColumns {
public:
    /// `fields`: those of a project record, in the order of its values. `asked`: what conditions can name in
    /// this ledger; null = the built-in fields.
    explicit LedgerColumns(std::vector<FieldInfo> fields,
                           std::shared_ptr<const indicators::FilterFields> asked = nullptr);

    int count() const { return int(m_columns.size()); }
    bool contains(int column) const { return column >= 0 && column < count(); }
    const LedgerColumn &at(int column) const { return m_columns[std::size_t(column)]; }
    /// Null for a derived column, or one that does not exist.
    const FieldInfo *fieldAt(int column) const;
    /// By key; −1 when there is none.
    int columnOf(const QString &key) const;
    int nameColumn() const { return m_name; }

private:
    LedgerColumn placed(const struct PlacedColumn &place) const;
    int positionOf(const QString &fieldKey) const;

    std::vector<FieldInfo> m_fields;
    std::shared_ptr<const indicators::FilterFields> m_asked; ///< the columns point into it
    std::vector<LedgerColumn> m_columns;
    int m_name;
};

} // namespace yipi::gui
