// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/schema.h"

#include "domain/entity.h"
#include "storage/migrations.h"

namespace yipi::storage {

namespace {

std::string quoted(const QString &name) {
    return '"' + name.toStdString() + '"';
}

std::string columnList(const std::vector<QString> &keys) {
    std::string list;
    for (const QString &key : keys)
        list += (list.empty() ? "" : ", ") + quoted(key);
    return list;
}

std::string entityTable(const EntityInfo &info, const Dialect &dialect) {
    std::string sql = "CREATE TABLE " + quoted(info.key) + " (\n  \"id\" " + dialect.idType() +
                      ",\n  \"version\" " + dialect.integerType() + " NOT NULL,\n  \"content_hash\" " +
                      dialect.hashType() + " NOT NULL";
    for (const FieldInfo &field : info.fields)
        sql += ",\n  " + quoted(field.key) + ' ' + dialect.columnType(field.type) +
               (field.isKey ? " NOT NULL" : "");
    for (const FieldInfo &field : info.fields)
        if (field.type == FieldType::Reference)
            sql += ",\n  FOREIGN KEY (" + quoted(field.key) + ") REFERENCES " +
                   quoted(entityInfo(field.target).key) + " (\"id\") ON DELETE RESTRICT";
    return sql + "\n)" + dialect.tableOptions();
}

std::vector<std::string> entityIndexes(const EntityInfo &info) {
    std::vector<std::string> statements;
    std::vector<QString> keys;
    for (const FieldInfo &field : info.fields)
        if (field.isKey)
            keys.push_back(field.key);
    if (!keys.empty())
        statements.push_back("CREATE UNIQUE INDEX \"" + info.key.toStdString() + "_key\" ON " +
                             quoted(info.key) + " (" + columnList(keys) + ")");
    // A reference without an index would make each deletion of its target read the whole table.
    auto indexes = info.indexes;
    for (const FieldInfo &field : info.fields) {
        const auto covers = [&](const std::vector<QString> &index) { return index.front() == field.key; };
        if (field.type == FieldType::Reference && (keys.empty() || !covers(keys)) &&
            std::none_of(indexes.begin(), indexes.end(), covers))
            indexes.push_back({field.key});
    }
    for (const auto &index : indexes) {
        std::string name = info.key.toStdString() + "_by";
        for (const QString &key : index)
            name += '_' + key.toStdString();
        statements.push_back("CREATE INDEX \"" + name + "\" ON " + quoted(info.key) + " (" +
                             columnList(index) + ")");
    }
    return statements;
}

std::vector<std::string> journalTables(const Dialect &dialect) {
    const std::string text = ' ' + dialect.textType();
    const std::string integer = ' ' + dialect.integerType();
    const std::string hash = ' ' + dialect.hashType();
    std::vector<std::string> statements{
        "CREATE TABLE \"setting\" (\n  \"key\"" + text + " PRIMARY KEY NOT NULL,\n  \"value\"" + text +
            " NOT NULL,\n  \"content_hash\"" + hash + " NOT NULL\n)" + dialect.tableOptions(),
        "CREATE TABLE \"change_set\" (\n  \"id\" " + dialect.idType() + ",\n  \"at\"" + text +
            " NOT NULL,\n  \"user_name\"" + text + " NOT NULL,\n  \"source\"" + text +
            " NOT NULL,\n  \"title\"" + text + " NOT NULL,\n  \"reason\"" + text +
            " NOT NULL,\n  \"undoes\"" + integer + ",\n  \"records\"" + integer +
            " NOT NULL,\n  \"first_sequence\"" + integer + " NOT NULL,\n  \"last_sequence\"" + integer +
            " NOT NULL,\n  FOREIGN KEY (\"undoes\") REFERENCES \"change_set\" (\"id\") ON DELETE "
            "RESTRICT\n)" +
            dialect.tableOptions(),
        "CREATE INDEX \"change_set_by_undoes\" ON \"change_set\" (\"undoes\")",
        // The set's row is written after its entries, when their number is known.
        "CREATE TABLE \"journal\" (\n  \"sequence\" " + dialect.idType() + ",\n  \"set_id\"" + integer +
            " NOT NULL,\n  \"operation\"" + text + " NOT NULL,\n  \"entity\"" + text +
            " NOT NULL,\n  \"record_id\"" + integer + " NOT NULL,\n  \"version\"" + integer +
            " NOT NULL,\n  \"field\"" + text + " NOT NULL,\n  \"before_value\"" + text +
            ",\n  \"after_value\"" + text + ",\n  \"record_hash\"" + hash + ",\n  \"hash\"" + hash +
            " NOT NULL,\n  FOREIGN KEY (\"set_id\") REFERENCES \"change_set\" (\"id\") ON DELETE RESTRICT"
            " DEFERRABLE INITIALLY DEFERRED\n)" +
            dialect.tableOptions(),
        "CREATE INDEX \"journal_by_record\" ON \"journal\" (\"entity\", \"record_id\", \"sequence\")"};
    for (const char *table : {"journal", "change_set"})
        for (const std::string &statement : dialect.appendOnly(table))
            statements.push_back(statement);
    return statements;
}

} // namespace

std::vector<std::string> schemaStatements(const Dialect &dialect) {
    std::vector<std::string> statements;
    for (int kind = 0; kind < kEntityKindCount; ++kind) {
        const EntityInfo &info = entityInfo(EntityKind(kind));
        statements.push_back(entityTable(info, dialect));
        for (const std::string &index : entityIndexes(info))
            statements.push_back(index);
    }
    for (const std::string &statement : journalTables(dialect))
        statements.push_back(statement);
    return statements;
}

const SchemaDefinition &currentSchema() {
    static const SchemaDefinition schema{
        3, schemaStatements(SqliteDialect()), {{2, migrateToVersion2}, {3, migrateToVersion3}}};
    return schema;
}

} // namespace yipi::storage
