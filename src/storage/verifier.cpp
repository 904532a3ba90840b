// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/verifier.h"

#include "storage/canonical.h"
#include "storage/failure.h"
#include "storage/journal.h"
#include "storage/settings_table.h"

#include <SQLiteCpp/Exception.h>

#include <array>

namespace yipi::storage {

namespace {

constexpr qint64 kRowsPerReport = 2000;

/// Counts rows against the number that is expected, over all checks.
class Pace {
public:
    Pace(const ProgressReport &progress, qint64 all)
        : m_progress(progress)
        , m_all(std::max<qint64>(all, 1)) {}
    void step() {
        if (m_progress && ++m_done % kRowsPerReport == 0 &&
            !m_progress(int(std::min<qint64>(m_done * 1000 / m_all, 1000))))
            raise(ErrorCode::Cancelled, QStringLiteral("已取消检查。"));
    }

private:
    ProgressReport m_progress;
    qint64 m_all;
    qint64 m_done = 0;
};

/// Runs one check. It gives the first fault as a Chinese sentence, or an empty text and the number of good
/// rows.
struct Outcome {
    QString fault;
    QString good;
};

template <class Work>
Check checked(const char *name, Work &&work) {
    try {
        const Outcome outcome = work();
        return {QString::fromLatin1(name), outcome.fault.isEmpty(),
                outcome.fault.isEmpty() ? outcome.good : outcome.fault};
    } catch (const SQLite::Exception &exception) {
        return {QString::fromLatin1(name), false,
                QStringLiteral("文件损坏，检查无法完成（%1）").arg(QString::fromUtf8(exception.what()))};
    }
}

Outcome checkIntegrity(Connection &connection) {
    auto statement = connection.statement("PRAGMA integrity_check(1)");
    const QString result = statement->step() ? statement->string(0) : QString();
    return result == QLatin1String("ok") ? Outcome{{}, QStringLiteral("文件结构完好")}
                                         : Outcome{QStringLiteral("文件结构损坏：%1").arg(result), {}};
}

Outcome checkForeignKeys(Connection &connection) {
    auto statement = connection.statement("PRAGMA foreign_key_check");
    if (!statement->step())
        return {{}, QStringLiteral("引用全部有效")};
    return {QStringLiteral("表 %1 第 %2 号引用的 %3 记录不存在")
                .arg(statement->string(0), statement->string(1), statement->string(2)),
            {}};
}

Outcome checkSettings(Connection &connection) {
    auto statement = connection.statement("SELECT \"key\", \"value\", \"content_hash\" FROM \"setting\"");
    while (statement->step())
        if (statement->blob(2) != settingHash(statement->text(0), statement->text(1)))
            return {QStringLiteral("设置“%1”的内容与校验值不符").arg(statement->string(0)), {}};
    return {};
}

Outcome checkContent(Connection &connection, Pace &pace) {
    qint64 rows = 0;
    for (int kind = 0; kind < kEntityKindCount; ++kind) {
        const RecordTable &table = RecordTable::of(EntityKind(kind));
        auto statement = connection.statement(table.selectAll() + " ORDER BY \"id\"");
        for (; statement->step(); ++rows) {
            const Row row = table.rowOf(*statement);
            if (statement->blob(2) != table.hash(row))
                return {
                    QStringLiteral("%1 第 %2 号记录的内容与校验值不符").arg(table.info().title).arg(row.id),
                    {}};
            pace.step();
        }
    }
    if (const Outcome settings = checkSettings(connection); !settings.fault.isEmpty())
        return settings;
    return {{}, QStringLiteral("%1 条记录的内容与校验值一致").arg(rows)};
}

Outcome checkChain(Connection &connection, Pace &pace) {
    auto statement = connection.statement(
        "SELECT j.\"sequence\", j.\"set_id\", j.\"operation\", j.\"entity\", j.\"record_id\", j.\"version\", "
        "j.\"field\", j.\"before_value\", j.\"after_value\", j.\"record_hash\", j.\"hash\", s.\"at\", "
        "s.\"user_name\", s.\"source\", s.\"title\", s.\"reason\", s.\"undoes\" "
        "FROM \"journal\" j LEFT JOIN \"change_set\" s ON s.\"id\" = j.\"set_id\" ORDER BY j.\"sequence\"");
    QByteArray hash = chainStart(readSetting(connection, kLedgerIdSetting));
    qint64 expected = 1;
    for (; statement->step(); ++expected) {
        const qint64 sequence = statement->integer(0);
        if (sequence != expected)
            return {QStringLiteral("修改记录缺少第 %1 条").arg(expected), {}};
        std::vector<Cell> set;
        for (int column = 11; column <= 16; ++column)
            set.push_back(statement->cell(column));
        const Entry entry{statement->text(2),    statement->text(3), statement->integer(4),
                          statement->integer(5), statement->text(6), statement->cell(7),
                          statement->cell(8),    statement->blob(9)};
        hash = chainNext(hash, canonicalEntry(sequence, statement->integer(1), canonicalSet(set), entry));
        if (hash != statement->blob(10))
            return {QStringLiteral("修改记录第 %1 条的校验链断开，从这一条起内容可能被改动").arg(sequence),
                    {}};
        pace.step();
    }
    return {{}, QStringLiteral("%1 条修改记录的校验链完整").arg(expected - 1)};
}

/// Sets are numbered without gaps, and their entries follow each other without gaps.
Outcome checkSets(Connection &connection) {
    auto statement = connection.statement(
        "SELECT s.\"id\", s.\"first_sequence\", s.\"last_sequence\", s.\"records\", "
        "(SELECT count(*) FROM \"journal\" j WHERE j.\"sequence\" BETWEEN s.\"first_sequence\" AND "
        "s.\"last_sequence\" AND j.\"set_id\" = s.\"id\"), "
        "(SELECT count(*) FROM (SELECT DISTINCT \"operation\", \"entity\", \"record_id\", \"version\" FROM "
        "\"journal\" k "
        "WHERE k.\"sequence\" BETWEEN s.\"first_sequence\" AND s.\"last_sequence\") u) "
        "FROM \"change_set\" s ORDER BY s.\"id\"");
    qint64 expected = 1;
    qint64 next = 1;
    for (; statement->step(); ++expected) {
        const qint64 first = statement->integer(1);
        const qint64 last = statement->integer(2);
        if (statement->integer(0) != expected || first != next || statement->integer(4) != last - first + 1 ||
            last < first)
            return {QStringLiteral("第 %1 组修改的记录不完整").arg(expected), {}};
        if (statement->integer(5) != statement->integer(3))
            return {QStringLiteral("第 %1 组修改的记录数不符").arg(expected), {}};
        next = last + 1;
    }
    auto count = connection.statement("SELECT count(*) FROM \"journal\"");
    count->step();
    if (count->integer(0) != next - 1)
        return {QStringLiteral("第 %1 条以后的修改记录不属于任何一组修改").arg(next - 1), {}};
    return {{}, QStringLiteral("%1 组修改没有缺漏").arg(expected - 1)};
}

/// Each record is as the newest journal entry about it says; a record without one, or one too many, is a
/// fault.
Outcome checkRows(Connection &connection, Pace &pace) {
    for (int kind = 0; kind < kEntityKindCount; ++kind) {
        const RecordTable &table = RecordTable::of(EntityKind(kind));
        auto rows =
            connection.statement("SELECT \"id\", \"content_hash\" FROM " + table.name() + " ORDER BY \"id\"");
        auto journal = connection.statement("SELECT \"record_id\", \"record_hash\" FROM \"journal\" WHERE "
                                            "\"entity\" = ? ORDER BY \"record_id\", \"sequence\"");
        journal->bind(1, std::string_view(table.key()));
        bool hasRow = rows->step();
        bool hasEntry = journal->step();
        while (hasRow || hasEntry) {
            const qint64 id = !hasEntry                                           ? rows->integer(0)
                              : !hasRow || journal->integer(0) < rows->integer(0) ? journal->integer(0)
                                                                                  : rows->integer(0);
            QByteArray recorded;
            for (; hasEntry && journal->integer(0) == id; hasEntry = journal->step())
                recorded = journal->blob(1);
            QByteArray stored;
            if (hasRow && rows->integer(0) == id) {
                stored = rows->blob(1);
                hasRow = rows->step();
            }
            if (stored != recorded)
                return {QStringLiteral("%1 第 %2 号记录与它的修改记录不一致").arg(table.info().title).arg(id),
                        {}};
            pace.step();
        }
    }
    return {{}, QStringLiteral("记录与修改记录一致")};
}

qint64 countOf(Connection &connection, const std::string &table) {
    auto statement = connection.statement("SELECT count(*) FROM " + table);
    return statement->step() ? statement->integer(0) : 0;
}

/// Rows that the checks will visit; a damaged file may not tell.
qint64 expectedSteps(Connection &connection) {
    try {
        qint64 rows = countOf(connection, "\"journal\"");
        for (int kind = 0; kind < kEntityKindCount; ++kind)
            rows += 2 * countOf(connection, RecordTable::of(EntityKind(kind)).name());
        return rows;
    } catch (const SQLite::Exception &) {
        return 0;
    }
}

} // namespace

QList<Check> verifyLedger(Connection &connection, const ProgressReport &progress) {
    const ReadTransaction moment(connection);
    Pace pace(progress, expectedSteps(connection));
    return {checked("integrity", [&] { return checkIntegrity(connection); }),
            checked("foreign_keys", [&] { return checkForeignKeys(connection); }),
            checked("content_hashes", [&] { return checkContent(connection, pace); }),
            checked("journal_chain", [&] { return checkChain(connection, pace); }),
            checked("journal_sets", [&] { return checkSets(connection); }),
            checked("journal_rows", [&] { return checkRows(connection, pace); })};
}

QList<Check> verifyJournal(Connection &connection) {
    const ReadTransaction moment(connection);
    Pace pace({}, 0);
    return {checked("integrity", [&] { return checkIntegrity(connection); }),
            checked("foreign_keys", [&] { return checkForeignKeys(connection); }),
            checked("journal_chain", [&] { return checkChain(connection, pace); }),
            checked("journal_sets", [&] { return checkSets(connection); })};
}

void requireSound(const QList<Check> &checks, const QString &what) {
    for (const Check &check : checks)
        if (!check.ok)
            raise(ErrorCode::LedgerDamaged, QStringLiteral("%1没有通过检查：%2。").arg(what, check.detail),
                  QStringLiteral("请换一个备份，或联系维护人员；原有文件没有改动。"));
}

} // namespace yipi::storage
