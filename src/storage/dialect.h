// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/value.h"

#include <string>
#include <vector>

namespace yipi::storage {

/// What differs between database engines in the definition of tables. All other SQL keeps to what they share.
class Dialect {
public:
    virtual ~Dialect() = default;

    virtual std::string columnType(FieldType type) const = 0;
    virtual std::string textType() const = 0;
    virtual std::string integerType() const = 0;
    virtual std::string idType() const = 0;   ///< a primary key that is given by us
    virtual std::string hashType() const = 0; ///< 32 bytes
    virtual std::string tableOptions() const = 0;
    /// Statements that make the engine refuse UPDATE and DELETE of the table's rows.
    virtual std::vector<std::string> appendOnly(const std::string &table) const = 0;
};

class SqliteDialect final : public Dialect {
public:
    std::string columnType(FieldType type) const override;
    std::string textType() const override { return "TEXT"; }
    std::string integerType() const override { return "INTEGER"; }
    std::string idType() const override { return "INTEGER PRIMARY KEY"; }
    std::string hashType() const override { return "BLOB"; }
    std::string tableOptions() const override { return " STRICT"; }
    std::vector<std::string> appendOnly(const std::string &table) const override;
};

} // namespace yipi::storage
