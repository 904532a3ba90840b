// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/export_columns.h"

#include "domain/text_parsing.h"

namespace yipi::exchange::detail {

namespace {

/// A double holds this many decimal digits exactly; longer amounts are written as text.
constexpr qint64 kLargestExact = 900'000'000'000'000;

/// What a stored number is divided by to be shown: both are whole, so the quotient is the double that is
/// nearest to the decimals, and prints back as them. 0 for what is no figure.
qint64 divisorOf(CellStyle style, MoneyUnit unit) {
    switch (style) {
    case CellStyle::Integer:
        return 1;
    case CellStyle::Quantity:
        return 100;
    case CellStyle::Money:
        return yuanPer(unit);
    default:
        return 0;
    }
}

} // namespace

ExportColumn exportColumn(EntityKind entity, const char *field) {
    return {entity, entityInfo(entity).indexOf(QString::fromLatin1(field))};
}

ExportColumn projectColumn(const ExportData &data, int field) {
    const int place = field - int(entityInfo(EntityKind::Project).fields.size());
    if (place < 0)
        return {EntityKind::Project, field};
    return {EntityKind::CustomValue, place, &data.customFields.at(std::size_t(place))};
}

std::vector<ExportColumn> projectColumns(const ExportData &data) {
    std::vector<ExportColumn> columns;
    const auto &fields = entityInfo(EntityKind::Project).fields;
    for (std::size_t i = 0; i < fields.size(); ++i)
        if (!fields[i].isInternal)
            columns.push_back({EntityKind::Project, int(i)});
    for (std::size_t i = 0; i < data.customFields.size(); ++i)
        columns.push_back(projectColumn(data, int(fields.size() + i)));
    return columns;
}

QString exportHeader(const FieldInfo &field, MoneyUnit unit) {
    const QString shown = field.type == FieldType::Money ? title(unit) : field.unit;
    return shown.isEmpty() ? field.title : QStringLiteral("%1（%2）").arg(field.title, shown);
}

ReferenceNames::ReferenceNames(const ExportData &data)
    : m_enterprises(data.enterpriseNames) {
    for (const Zone &zone : data.zones)
        m_zones.insert(zone.id, zone.name);
    for (const IndustryChain &chain : data.chains)
        m_chains.insert(chain.id, chain.name);
    for (const Campaign &campaign : data.campaigns)
        m_campaigns.insert(campaign.id, campaign.key().text());
}

QString ReferenceNames::name(const FieldInfo &field, qint64 id) const {
    switch (field.target) {
    case EntityKind::Zone:
        return m_zones.value(id);
    case EntityKind::IndustryChain:
        return m_chains.value(id);
    case EntityKind::Campaign:
        return m_campaigns.value(id);
    case EntityKind::Enterprise:
        return m_enterprises.value(id);
    default:
        return {};
    }
}

QString exactText(const FieldInfo &field, const Value &value, MoneyUnit unit, const ReferenceNames &names) {
    if (isEmpty(value))
        return {};
    if (field.type == FieldType::Reference)
        return names.name(field, std::get<qint64>(value));
    if (field.type == FieldType::Money) // 4 decimals of 万元, 8 of 亿元: to the 元
        return Money::fromYuan(std::get<qint64>(value)).shortText(unit, 8);
    return displayText(field, value, unit);
}

CellStyle styleOf(const FieldInfo &field) {
    switch (field.type) {
    case FieldType::LongText:
        return CellStyle::Wrapped;
    case FieldType::Integer:
        return field.isKey ? CellStyle::Text : CellStyle::Integer; // the year 2024 is not 2,024
    case FieldType::Quantity:
        return CellStyle::Quantity;
    case FieldType::Money:
        return CellStyle::Money;
    case FieldType::Date:
        return CellStyle::Date;
    default:
        return CellStyle::Text;
    }
}

double widthOf(const FieldInfo &field) {
    switch (field.type) {
    case FieldType::LongText:
        return 36;
    case FieldType::Date:
    case FieldType::Money:
        return 14;
    case FieldType::Reference:
        return 20;
    case FieldType::Text:
        return field.isRequired ? 32 : 16;
    default:
        return 10;
    }
}

void writeValue(XlsxBook &book, int row, int column, const FieldInfo &field, const Value &value,
                MoneyUnit unit, const ReferenceNames &names) {
    const CellStyle style = styleOf(field);
    const auto *number = std::get_if<qint64>(&value);
    if (const qint64 divisor = number ? divisorOf(style, unit) : 0;
        divisor != 0 && std::abs(*number) <= kLargestExact)
        return book.number(row, column, double(*number) / double(divisor), style);
    const QString text = exactText(field, value, unit, names);
    if (style == CellStyle::Date && !text.isEmpty()) {
        const QDate date = dateFromIso(text);
        if (date.year() >= 1900 && date.year() <= 9999)
            book.date(row, column, date);
        else
            book.text(row, column, text, style);
    } else {
        book.text(row, column, text, style == CellStyle::Wrapped ? style : CellStyle::Text);
    }
}

} // namespace yipi::exchange::detail
