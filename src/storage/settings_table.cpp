// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/settings_table.h"

#include "storage/canonical.h"

namespace yipi::storage {

QString readSetting(Connection &connection, const QString &key) {
    auto statement = connection.statement("SELECT \"value\" FROM \"setting\" WHERE \"key\" = ?");
    statement->bind(1, std::string_view(key.toStdString()));
    return statement->step() ? statement->string(0) : QString();
}

void writeSetting(Connection &connection, const QString &key, const QString &value) {
    const std::string name = key.toStdString();
    const std::string text = value.toStdString();
    auto statement = connection.statement(
        "INSERT INTO \"setting\" (\"key\", \"value\", \"content_hash\") VALUES (?, ?, ?) "
        "ON CONFLICT (\"key\") DO UPDATE SET \"value\" = excluded.\"value\", "
        "\"content_hash\" = excluded.\"content_hash\"");
    statement->bind(1, std::string_view(name));
    statement->bind(2, std::string_view(text));
    statement->bindBlob(3, settingHash(name, text));
    statement->step();
}

} // namespace yipi::storage
