// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command_line.h"

namespace yipi::cli {

/// A stored value in JSON: money in 元, hundredths as decimal numbers, months 2024-07, references by name.
Json valueJson(const services::LedgerService &ledger, const FieldInfo &field, const Value &value);

/// A project with the chosen columns (field keys, and id, version, stage); empty = all fields.
Json projectJson(const services::LedgerService &ledger, const Record &record, const QStringList &columns,
                 QDate asOf);

/// A field by its key, its title or another word for it; Usage lists those most like it.
Result<int> fieldNamed(const EntityInfo &info, const QString &text);
/// "编号 code、项目名称 name …", for help texts.
QString fieldList(const EntityInfo &info);

/// Cells of one column of a text table; numbers are set right.
QString textTable(const QStringList &header, const QList<QStringList> &rows);

/// RFC 4180 with formula-like text neutralised.
QString csvTable(const QStringList &header, const QList<QStringList> &rows);

} // namespace yipi::cli
