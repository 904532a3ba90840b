// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/dialect.h"

namespace yipi::storage {

std::string SqliteDialect::columnType(FieldType type) const {
    switch (type) {
    case FieldType::Text:
    case FieldType::LongText:
    case FieldType::Date:
    case FieldType::Choice:
        return textType();
    case FieldType::Integer:
    case FieldType::Quantity:
    case FieldType::Money:
    case FieldType::Month:
    case FieldType::Flag:
    case FieldType::Reference:
        break;
    }
    return integerType();
}

std::vector<std::string> SqliteDialect::appendOnly(const std::string &table) const {
    std::vector<std::string> statements;
    for (const char *operation : {"UPDATE", "DELETE"})
        statements.push_back("CREATE TRIGGER \"" + table + "_no_" +
                             (*operation == 'U' ? "update" : "delete") + "\" BEFORE " + operation + " ON \"" +
                             table + "\" BEGIN SELECT RAISE(ABORT, '" + table + " is append-only'); END");
    return statements;
}

} // namespace yipi::storage
