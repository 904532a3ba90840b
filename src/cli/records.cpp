// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/records.h"

#include "domain/life_cycle.h"
#include "domain/project.h"
#include "domain/text_parsing.h"
#include "exchange/edit_distance.h"

namespace yipi::cli {

Json valueJson(const services::LedgerService &ledger, const FieldInfo &field, const Value &value) {
    if (isEmpty(value))
        return nullptr;
    switch (field.type) {
    case FieldType::Money:
    case FieldType::Integer:
        return std::get<qint64>(value);
    case FieldType::Quantity:
        return double(std::get<qint64>(value)) / 100.0;
    case FieldType::Flag:
        return std::get<qint64>(value) != 0;
    case FieldType::Month:
        return s(Month::fromIndex(int(std::get<qint64>(value))).text());
    case FieldType::Reference:
        return s(ledger.text(field, value));
    default:
        return s(std::get<QString>(value));
    }
}

Json projectJson(const services::LedgerService &ledger, const Record &record, const QStringList &columns,
                 QDate asOf) {
    const auto &info = ledger.described(EntityKind::Project);
    QStringList wanted = columns;
    if (wanted.isEmpty()) {
        wanted = {QStringLiteral("id"), QStringLiteral("version"), QStringLiteral("stage")};
        for (const auto &field : info.fields)
            wanted << field.key;
    }
    Json json = Json::object();
    for (const QString &column : wanted) {
        const int field = info.indexOf(column);
        if (column == u"id")
            json["id"] = record.id;
        else if (column == u"version")
            json["version"] = record.version;
        else if (column == u"stage")
            json["stage"] = s(key(stageOf(fromRecord<Project>(record), asOf)));
        else if (field >= 0)
            json[s(column)] =
                valueJson(ledger, info.fields[std::size_t(field)], record.values[std::size_t(field)]);
    }
    return json;
}

Result<int> fieldNamed(const EntityInfo &info, const QString &text) {
    using exchange::detail::editDistance;
    const QString wanted = foldedName(text);
    std::vector<std::pair<int, QString>> near;
    for (std::size_t i = 0; i < info.fields.size(); ++i) {
        const FieldInfo &field = info.fields[i];
        int distance = 100;
        for (const QString &word : QStringList{field.key, field.title} + field.synonyms) {
            const QString known = foldedName(word);
            if (known == wanted)
                return int(i);
            distance = std::min(distance, known.contains(wanted) ? 1 : editDistance(known, wanted, 20));
        }
        if (!field.isInternal)
            near.emplace_back(distance, QStringLiteral("%1（%2）").arg(field.title, field.key));
    }
    constexpr std::size_t kShown = 5;
    std::stable_sort(near.begin(), near.end(),
                     [](const auto &a, const auto &b) { return a.first < b.first; });
    QStringList names;
    for (std::size_t i = 0; i < std::min(near.size(), kShown); ++i)
        names << near[i].second;
    return fail(ErrorCode::Usage, QStringLiteral("%1没有字段“%2”").arg(info.title, text),
                QStringLiteral("相近的有：%1；全部字段见 yipi-cli set --help。")
                    .arg(names.join(QStringLiteral("、"))));
}

QString fieldList(const EntityInfo &info) {
    QStringList names;
    for (const FieldInfo &field : info.fields)
        if (!field.isInternal)
            names << field.title + u' ' + field.key;
    return names.join(QStringLiteral("、"));
}

namespace {

/// Columns a character takes on a terminal: Han and full-width forms take two.
int width(const QString &text) {
    int columns = 0;
    for (const QChar c : text)
        columns += c.unicode() >= 0x1100 ? 2 : 1;
    return columns;
}

bool isNumber(const QString &text) {
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c >= u'0' && c <= u'9') || QStringLiteral(".-%—/").contains(c);
    });
}

} // namespace

QString textTable(const QStringList &header, const QList<QStringList> &rows) {
    QList<int> widths;
    for (qsizetype column = 0; column < header.size(); ++column) {
        int widest = width(header[column]);
        for (const auto &row : rows)
            widest = std::max(widest, width(row[column]));
        widths << widest;
    }
    QString text;
    const auto line = [&](const QStringList &cells) {
        for (qsizetype column = 0; column < cells.size(); ++column) {
            const QString pad(widths[column] - width(cells[column]), u' ');
            text += isNumber(cells[column]) ? pad + cells[column] : cells[column] + pad;
            text += column + 1 < cells.size() ? QStringLiteral("  ") : QStringLiteral("\n");
        }
    };
    line(header);
    for (const auto &row : rows)
        line(row);
    return text;
}

QString csvTable(const QStringList &header, const QList<QStringList> &rows) {
    QString text;
    const auto line = [&](const QStringList &cells) {
        QStringList quoted;
        for (QString cell : cells) {
            if (!cell.isEmpty() && QStringLiteral("=+-@\t\r\n＝＋－＠").contains(cell.front()) &&
                !isNumber(cell))
                cell.prepend(u'\'');
            quoted << u'"' + cell.replace(u'"', QStringLiteral("\"\"")) + u'"';
        }
        text += quoted.join(u',') + QStringLiteral("\r\n");
    };
    line(header);
    for (const auto &row : rows)
        line(row);
    return text;
}

} // namespace yipi::cli
