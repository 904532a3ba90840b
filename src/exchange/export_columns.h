// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/workbook_writer.h"
#include "exchange/xlsx_book.h"

namespace yipi::exchange::detail {

/// A column of an exported sheet.
struct ExportColumn {
    EntityKind entity = EntityKind::Project;
    int field = 0;                     ///< of a CustomValue: place among ExportData::customFields
    const FieldInfo *custom = nullptr; ///< of a CustomValue
    const FieldInfo &info() const { return custom ? *custom : entityInfo(entity).fields[std::size_t(field)]; }
};

ExportColumn exportColumn(EntityKind entity, const char *field);
/// All fields of projects that people see, in their order, the custom ones last. Refers to `data`.
std::vector<ExportColumn> projectColumns(const ExportData &data);
/// A field by its position behind or among the built-in ones.
ExportColumn projectColumn(const ExportData &data, int field);

/// "总投资（万元）", "用地（亩）".
QString exportHeader(const FieldInfo &field, MoneyUnit unit);

/// Names for the ids in a record.
class ReferenceNames {
public:
    explicit ReferenceNames(const ExportData &data);
    QString name(const FieldInfo &field, qint64 id) const;

private:
    const QHash<qint64, QString> &m_enterprises;
    QHash<qint64, QString> m_zones, m_chains, m_campaigns;
};

/// Writes a value into a cell with its type: amounts in `unit`, dates as dates, flags as 是/否, codes as
/// text.
void writeValue(XlsxBook &book, int row, int column, const FieldInfo &field, const Value &value,
                MoneyUnit unit, const ReferenceNames &names);
/// The same value as text, exact to the last 元.
QString exactText(const FieldInfo &field, const Value &value, MoneyUnit unit, const ReferenceNames &names);

CellStyle styleOf(const FieldInfo &field);
double widthOf(const FieldInfo &field);

} // namespace yipi::exchange::detail
