// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/journal.h"

#include "storage/canonical.h"
#include "storage/failure.h"
#include "storage/settings_table.h"

namespace yipi::storage {

JournalHead journalHead(Connection &connection) {
    auto statement = connection.statement(
        "SELECT \"sequence\", \"hash\" FROM \"journal\" ORDER BY \"sequence\" DESC LIMIT 1");
    if (statement->step())
        return {statement->integer(0), statement->blob(1)};
    return {0, chainStart(readSetting(connection, kLedgerIdSetting))};
}

namespace {

std::size_t textSize(const Cell &cell) {
    const auto *text = std::get_if<std::string>(&cell);
    return text ? text->size() * 5 / 4 : 0; // with the quotes of JSON escaped
}

} // namespace

std::string canonicalSet(const std::vector<Cell> &setCells) {
    std::string text;
    for (const Cell &cell : setCells) {
        text += ',';
        appendJson(text, cell);
    }
    return text;
}

std::string canonicalEntry(qint64 sequence, qint64 setId, const std::string &set, const Entry &entry) {
    std::string text = "[";
    text.reserve(512 + set.size() + textSize(entry.before) + textSize(entry.after));
    appendJson(text, sequence);
    text += ',';
    appendJson(text, setId);
    text += set + ',';
    appendJson(text, entry.operation);
    text += ',';
    appendJson(text, entry.entity);
    text += ',';
    appendJson(text, entry.recordId);
    text += ',';
    appendJson(text, entry.version);
    text += ',';
    appendJson(text, entry.field);
    text += ',';
    appendJson(text, entry.before);
    text += ',';
    appendJson(text, entry.after);
    text += ',';
    appendJson(text, std::string_view(hexOf(entry.recordHash)));
    return text + ']';
}

QString journalTime(const QDateTime &moment) {
    return moment.toUTC().toString(Qt::ISODateWithMs);
}

JournalWriter::JournalWriter(Connection &connection, const ChangeSet &set, const QDateTime &at)
    : m_connection(connection)
    , m_head(journalHead(connection))
    , m_firstSequence(m_head.sequence + 1)
    , m_setCells{journalTime(at).toStdString(), set.user.toStdString(),
                 key(set.source).toStdString(), set.title.toStdString(),
                 set.reason.toStdString(),      set.undoes ? Cell(set.undoes) : Cell()}
    , m_canonicalSet(canonicalSet(m_setCells))
    , m_insert(connection.statement(
          "INSERT INTO \"journal\" (\"sequence\", \"set_id\", \"operation\", \"entity\", \"record_id\", "
          "\"version\", \"field\", \"before_value\", \"after_value\", \"record_hash\", \"hash\") "
          "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
    auto statement = connection.statement("SELECT coalesce(max(\"id\"), 0) + 1 FROM \"change_set\"");
    statement->step();
    m_setId = statement->integer(0);
}

void JournalWriter::append(const Entry &entry) {
    const qint64 sequence = m_head.sequence + 1;
    m_head = {sequence, chainNext(m_head.hash, canonicalEntry(sequence, m_setId, m_canonicalSet, entry))};
    m_insert->bind(1, sequence);
    m_insert->bind(2, m_setId);
    m_insert->bindKept(3, entry.operation);
    m_insert->bindKept(4, entry.entity);
    m_insert->bind(5, entry.recordId);
    m_insert->bind(6, entry.version);
    m_insert->bindKept(7, entry.field);
    m_insert->bindKept(8, entry.before);
    m_insert->bindKept(9, entry.after);
    if (entry.recordHash.isEmpty())
        m_insert->bindNull(10);
    else
        m_insert->bindKept(10, entry.recordHash);
    m_insert->bindKept(11, m_head.hash);
    m_insert->step();
    m_insert->reset();
}

void JournalWriter::finish(qint64 records) {
    auto statement = m_connection.statement(
        "INSERT INTO \"change_set\" (\"id\", \"at\", \"user_name\", \"source\", \"title\", \"reason\", "
        "\"undoes\", "
        "\"records\", \"first_sequence\", \"last_sequence\") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    int index = 0;
    statement->bind(++index, m_setId);
    for (const Cell &cell : m_setCells)
        statement->bind(++index, cell);
    statement->bind(++index, records);
    statement->bind(++index, m_firstSequence);
    statement->bind(++index, m_head.sequence);
    statement->step();
}

} // namespace yipi::storage
