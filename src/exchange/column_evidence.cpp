// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/column_evidence.h"

#include "domain/text_parsing.h"
#include "exchange/cell_parsing.h"

namespace yipi::exchange::detail {

namespace {

constexpr double kSaid = 0.9; ///< from here on the header needs no evidence
constexpr double kGoodFit = 0.8;
constexpr double kPoorFit = 0.5;
constexpr int kFewest = 2; ///< values that prove anything

/// Share of the first values that read as the field; nothing for texts, which take anything.
std::optional<double> fitOf(const SheetColumn &column, const FieldInfo &field, const ZoneIndex &zones) {
    const bool isZone = field.type == FieldType::Reference && field.target == EntityKind::Zone;
    const bool isTyped = field.type == FieldType::Date || field.type == FieldType::Money ||
                         field.type == FieldType::Integer || field.type == FieldType::Quantity ||
                         field.type == FieldType::Flag;
    const QStringList &samples = column.mapping.samples;
    if ((!isZone && !isTyped) || samples.isEmpty() || column.match.special == HeaderMatch::Special::Category)
        return std::nullopt;
    const auto reads = [&](const QString &sample) {
        if (field.type == FieldType::Date && eventWord(sample) != EventWord::None)
            return true;
        return isZone ? zones.find(sample).has_value()
                      : parseValue(field, sample, MoneyUnit::Wan).value.has_value();
    };
    return double(std::count_if(samples.begin(), samples.end(), reads)) / double(samples.size());
}

void weigh(SheetColumn &column, const ZoneIndex &zones) {
    constexpr double kMore = 0.15;
    double &confidence = column.mapping.confidence;
    if (confidence >= kSaid)
        return;
    const FieldInfo &field = *column.match.field;
    const auto fit = fitOf(column, field, zones);
    if (!fit)
        return;
    const bool isZone = field.type == FieldType::Reference; // zones may all be new
    if (*fit < kPoorFit && !isZone)
        column.leaveOut(false);
    else if (*fit < kGoodFit)
        confidence *= isZone ? 1 : *fit;
    else if (column.mapping.samples.size() >= kFewest)
        confidence = std::min(kSaid, confidence + kMore);
}

bool isUnknown(const SheetColumn &column) {
    return !column.isRead() && column.match.special == HeaderMatch::Special::None;
}

void guessField(SheetColumn &column, const SheetLayout &layout, const ZoneIndex &zones) {
    const auto isTaken = [&](const HeaderMatch &match) {
        return layout.columnOf(match.entity, match.field->key) != nullptr;
    };
    auto similar = similarHeader(headerKey(column.mapping.header.section(u'/', -1)));
    if (similar && !isTaken(*similar)) {
        const auto fit = fitOf(column, *similar->field, zones);
        const bool isProven = fit && *fit >= kGoodFit && column.mapping.samples.size() >= kFewest;
        if (isProven || !fit)
            column.assign(*similar->field, similar->entity,
                          isProven ? std::min(kSaid, similar->confidence + 0.1) : similar->confidence);
        return;
    }
    const FieldInfo &zone = entityInfo(EntityKind::Project).field(QStringLiteral("zone"));
    constexpr double kByContent = 0.7; // the user is asked to look
    if (!layout.columnOf(EntityKind::Project, u"zone") && column.mapping.samples.size() >= kFewest &&
        fitOf(column, zone, zones).value_or(0) >= kGoodFit)
        column.assign(zone, EntityKind::Project, kByContent);
}

} // namespace

void weighContent(SheetLayout &layout, const ZoneIndex &zones) {
    for (SheetColumn &column : layout.columns)
        if (column.isRead())
            weigh(column, zones);
    for (SheetColumn &column : layout.columns)
        if (isUnknown(column))
            guessField(column, layout, zones);
}

} // namespace yipi::exchange::detail
