// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/custom_fields.h"

#include "domain/text_parsing.h"
#include "exchange/cell_parsing.h"
#include "exchange/header_words.h"

#include <QRegularExpression>

#include <algorithm>

namespace yipi::exchange::detail {

CustomFields::CustomFields(const LedgerSnapshot &ledger, TemporaryIds &ids)
    : m_ids(ids) {
    QHash<qint64, int> places;
    for (const CustomField &field : ledger.customFields) {
        const int place = int(m_fields.size());
        places.insert(field.id, place);
        m_fields.push_back({field, describe(field), false});
        for (const QString &word : QStringList{field.title} + wordsOf(field.synonyms))
            if (const QString key = headerKey(word); !m_byWord.contains(key))
                m_byWord.insert(key, place);
    }
    for (const CustomValue &value : ledger.customValues)
        if (const auto place = places.constFind(value.field.id); place != places.constEnd())
            m_values.insert({value.project.id, *place}, {value, value.value});
}

int CustomFields::find(const QString &key) const {
    return m_byWord.value(key, -1);
}

int CustomFields::create(const CustomField &described) {
    QStringList known;
    for (const Field &field : m_fields)
        known << field.record.key;
    CustomField field = described;
    field.id = m_ids.next();
    field.key = nextCustomKey(known);
    const int place = int(m_fields.size());
    m_fields.push_back({field, describe(field), true});
    for (const QString &word : QStringList{field.title} + wordsOf(field.synonyms))
        m_byWord.insert(headerKey(word), place);
    return place;
}

Value CustomFields::value(qint64 project, int field) const {
    const auto stored = m_values.constFind({project, field});
    return stored == m_values.constEnd() ? Value() : customValue(info(field).type, stored->now);
}

void CustomFields::set(qint64 project, int field, const Value &value) {
    const Key key(project, field);
    Stored &stored = m_values[key];
    if (stored.before.id == 0 && stored.now.isEmpty()) {
        stored.before.project.id = project;
        stored.before.field.id = m_fields[std::size_t(field)].record.id;
    }
    if (stored.now == stored.before.value)
        m_touched.push_back(key);
    stored.now = customText(value);
}

std::vector<RecordChange> CustomFields::newFields() const {
    std::vector<RecordChange> changes;
    for (const Field &field : m_fields)
        if (field.isNew)
            changes.push_back(insertionOf(toRecord(field.record)));
    return changes;
}

std::vector<RecordChange> CustomFields::changedValues() const {
    static const int kValue = entityInfo(EntityKind::CustomValue).indexOf(QStringLiteral("value"));
    std::vector<RecordChange> changes;
    QSet<Key> told;
    for (const Key &key : m_touched) {
        const Stored &stored = m_values[key];
        if (stored.now == stored.before.value || told.contains(key))
            continue;
        told.insert(key);
        if (stored.before.id != 0) {
            changes.push_back({RecordChange::Kind::Update,
                               EntityKind::CustomValue,
                               stored.before.id,
                               stored.before.version,
                               {{kValue, Value(stored.now)}}});
            continue;
        }
        CustomValue value = stored.before;
        value.value = stored.now;
        changes.push_back(insertionOf(toRecord(value)));
    }
    return changes;
}

std::optional<CustomName> customName(const QString &field) {
    static const QRegularExpression kName(
        QStringLiteral("^custom(?:\\.(text|number|money|date|choice))?(?:[:：]\\s*(.+))?$"));
    const auto m = kName.match(field.trimmed());
    if (!m.hasMatch())
        return std::nullopt;
    CustomName name;
    name.title = m.captured(2).trimmed();
    if (!m.captured(1).isEmpty())
        name.type = choiceFrom<CustomType>(m.captured(1));
    return name;
}

namespace {

/// What the cells of a column say, each text once.
QStringList textsOf(const SheetColumn &column, const Sheet &sheet, const SheetLayout &layout) {
    QStringList texts;
    QSet<QString> known;
    for (int row = layout.dataRow(); row <= layout.lastRow; ++row) {
        const QString text = normalisedText(sheet.cell(row, column.mapping.column).text);
        const QString folded = foldedName(text);
        if (text.isEmpty() || known.contains(text) || isDash(folded) || saysNothing(folded))
            continue;
        known.insert(text);
        texts << text;
    }
    return texts;
}

/// The narrowest type that reads every text.
CustomType typeOf(const SheetColumn &column, const QStringList &texts) {
    const auto allRead = [&](FieldType type) {
        FieldInfo field;
        field.type = type;
        return !texts.isEmpty() && std::all_of(texts.begin(), texts.end(), [&](const QString &text) {
            return parseValue(field, text, MoneyUnit::Wan).value.has_value();
        });
    };
    if (column.mapping.unit && allRead(FieldType::Money))
        return CustomType::Money;
    if (allRead(FieldType::Quantity))
        return CustomType::Number;
    return allRead(FieldType::Date) ? CustomType::Date : CustomType::Text;
}

/// “设备台数（台）” is a number in 台, “专项债（万元）” money; other brackets belong to the name.
CustomField newField(const QString &title, const std::optional<CustomType> &type, const SheetColumn &column,
                     const QStringList &texts) {
    static const QRegularExpression kUnit(QStringLiteral("^(.+?)\\s*[(（]\\s*([^()（）]{1,6})\\s*[)）]$"));
    CustomField field;
    field.title = title;
    field.type = type.value_or(typeOf(column, texts));
    if (field.type == CustomType::Choice)
        field.options = texts.join(u'\n');
    const auto unit = kUnit.match(title);
    const bool isMoney = field.type == CustomType::Money && unitIn(title);
    if (unit.hasMatch() && (isMoney || field.type == CustomType::Number)) {
        field.title = unit.captured(1);
        if (!isMoney)
            field.unit = unit.captured(2);
        if (headerKey(title) != headerKey(field.title)) // so that next month's header is known
            field.synonyms = title;
    }
    return field;
}

void assign(SheetColumn &column, const CustomFields &fields, int place, double confidence) {
    const FieldInfo &info = fields.info(place);
    column.match = HeaderMatch{&info, EntityKind::CustomValue, confidence};
    column.field = place;
    column.mapping.entity = entityInfo(EntityKind::CustomValue).key;
    column.mapping.field = QStringLiteral("custom:") + info.title;
    column.mapping.confidence = confidence;
}

bool isBuiltIn(const QString &title) {
    const auto &fields = entityInfo(EntityKind::Project).fields;
    return std::any_of(fields.begin(), fields.end(), [&](const FieldInfo &field) {
        return foldedName(field.title) == foldedName(title) || field.key == title;
    });
}

} // namespace

Result<void> settleCustomColumns(SheetLayout &layout, const Sheet &sheet, CustomFields &fields) {
    for (SheetColumn &column : layout.columns) {
        const QString header = column.mapping.header.section(u'/', -1);
        if (column.match.special == HeaderMatch::Special::Custom) {
            const auto name = customName(column.mapping.field).value_or(CustomName{});
            const QString title = name.title.isEmpty() ? header : name.title;
            if (isBuiltIn(title))
                return fail(ErrorCode::InvalidValue,
                            QStringLiteral("“%1”已是台账的字段，不能再建同名的自定义字段").arg(title),
                            QStringLiteral("请把这一列直接映射到该字段，或给自定义字段另起一个名称。"));
            int place = fields.find(headerKey(title));
            if (place < 0) {
                place = fields.create(newField(title, name.type, column, textsOf(column, sheet, layout)));
            }
            assign(column, fields, place, column.mapping.confidence);
        } else if (column.mapping.confidence < 1) { // what a person said is above, a field's own words are 1
            int place = fields.find(column.key);
            if (place < 0)
                place = fields.find(headerKey(header));
            if (place >= 0)
                assign(column, fields, place, 1.0);
        }
    }
    return {};
}

} // namespace yipi::exchange::detail
