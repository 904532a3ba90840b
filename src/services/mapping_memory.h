// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/import_plan.h"
#include "services/locations.h"

namespace yipi::services {

/// Columns by header or letters → field key ("" = left out, "remarks+" = kept in the remarks).
using ColumnFields = QHash<QString, QString>;

/// The columns that a person assigned for the layouts of his offices' tables (SheetPlan::fingerprint), in one
/// file of the user's own folder, which is replaced atomically: {"fingerprint": {"sheet": {"F": "field"}}},
/// so that each value is a mapping file by itself.
class MappingMemory {
public:
    explicit MappingMemory(const QString &path = mappingMemoryFile())
        : m_path(path) {}

    /// Reads the file; none is an empty memory. Errors: FileUnreadable, InvalidValue (damaged).
    Result<void> load();

    bool isEmpty() const { return m_layouts.isEmpty(); }
    /// What was assigned for the layout of a planned table; empty when nothing was.
    ColumnFields mappingFor(const exchange::SheetPlan &plan) const;
    /// All of it, for ImportOptions::remembered.
    QHash<QString, ColumnFields> layouts() const;

    /// Keeps what is assigned for the table's layout and writes the file; columns that are not named stay as
    /// they were. Errors: those of reading and writing, InvalidValue (a column that the table lacks).
    Result<void> remember(const exchange::SheetPlan &plan, const ColumnFields &columns);
    /// The same for every table that a mapping file (ImportOptions::mapping) names.
    Result<void> remember(const exchange::ImportPlan &plan, const QByteArray &mapping);
    Result<void> forget(const QString &fingerprint);

    QByteArray exported() const; ///< as the file holds it
    /// Adds another office's export; what it says wins. Errors: InvalidValue, those of writing.
    Result<void> import(const QByteArray &json);

private:
    struct Layout {
        QString sheet; ///< where it was met first; for people who read the file
        ColumnFields columns;
    };
    using Layouts = QHash<QString, Layout>;

    static Result<Layouts> parse(const QByteArray &json);
    Result<void> add(const exchange::SheetPlan &plan, const ColumnFields &columns);
    Result<void> write() const;

    QString m_path;
    Layouts m_layouts;
};

} // namespace yipi::services
