// SPDX-License-Identifier: GPL-3.0-or-later
// What the journal says about one record, as people read it.
#include "services/ledger_state.h"

#include <QJsonDocument>

#include <algorithm>

namespace yipi::services {

namespace {

/// The value a journal entry kept as text.
Value storedValue(const FieldInfo &field, const QString &stored) {
    if (stored.isEmpty())
        return {};
    switch (field.type) {
    case FieldType::Text:
    case FieldType::LongText:
    case FieldType::Date:
    case FieldType::Choice:
        return stored;
    default:
        return stored.toLongLong();
    }
}

HistoryLine lineOf(const storage::JournalEntry &entry) {
    HistoryLine line;
    line.sequence = entry.sequence;
    line.setId = entry.setId;
    line.entity = entry.entity;
    line.recordId = entry.recordId;
    line.position = entityInfo(entry.entity).indexOf(entry.field);
    line.at = entry.at;
    line.user = entry.user;
    const auto source = choiceFrom<ChangeSource>(entry.source);
    line.source = source ? yipi::title(*source) : entry.source;
    line.title = entry.title;
    line.reason = entry.reason;
    return line;
}

const int kCustomValueText = entityInfo(EntityKind::CustomValue).indexOf(QStringLiteral("value"));

/// What a new custom value's journal entry says it is.
QString insertedValue(const storage::JournalEntry &entry) {
    return QJsonDocument::fromJson(entry.after.toUtf8())[QStringLiteral("value")].toString();
}

} // namespace

Result<void> LedgerService::addCustomHistory(qint64 project, QList<HistoryLine> &lines) const {
    auto values = d->store->find(EntityKind::CustomValue,
                                 entityInfo(EntityKind::CustomValue).indexOf(QStringLiteral("project")),
                                 Value(project));
    if (!values)
        return Failure(std::move(values).error());
    for (const Record &record : *values) {
        const qint64 fieldId = fromRecord<CustomValue>(record).field.id;
        const auto column = std::find_if(d->facts.customColumns.begin(), d->facts.customColumns.end(),
                                         [&](const auto &c) { return c.fieldId() == fieldId; });
        auto entries = d->store->history(EntityKind::CustomValue, record.id);
        if (!entries)
            return Failure(std::move(entries).error());
        for (const auto &entry : *entries) {
            const FieldInfo &field = column->info();
            const auto shown = [&](const QString &stored) {
                return text(field, customValue(field.type, stored));
            };
            HistoryLine line = lineOf(entry);
            line.position = kCustomValueText;
            line.field = field.title;
            line.before = entry.operation == u"insert" ? QString() : shown(entry.before);
            line.after = shown(entry.operation == u"insert" ? insertedValue(entry) : entry.after);
            lines.append(line);
        }
    }
    std::stable_sort(lines.begin(), lines.end(),
                     [](const auto &a, const auto &b) { return a.sequence < b.sequence; });
    return {};
}

Result<QList<HistoryLine>> LedgerService::history(EntityKind kind, qint64 id) const {
    auto entries = d->store->history(kind, id);
    if (!entries)
        return Failure(std::move(entries).error());
    const auto &info = entityInfo(kind);
    QList<HistoryLine> lines;
    for (const auto &entry : *entries) {
        HistoryLine line = lineOf(entry);
        const int field = info.indexOf(entry.field);
        if (field >= 0) {
            const FieldInfo &f = info.fields[std::size_t(field)];
            line.field = f.title;
            line.before = this->text(f, storedValue(f, entry.before));
            line.after = this->text(f, storedValue(f, entry.after));
        } else {
            line.after = entry.operation == u"insert"   ? QStringLiteral("新增")
                         : entry.operation == u"delete" ? QStringLiteral("删除")
                                                        : QString();
        }
        lines.append(line);
    }
    if (kind == EntityKind::Project && !d->facts.customColumns.empty())
        if (auto added = addCustomHistory(id, lines); !added)
            return Failure(std::move(added).error());
    return lines;
}

} // namespace yipi::services
