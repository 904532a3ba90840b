// SPDX-License-Identifier: GPL-3.0-or-later
// Any text as the value of a cell: what is read can be written and read again, and nothing is both value and
// problem. The first byte chooses unit and encoding.
#include "domain/campaign.h"
#include "domain/decimal.h"
#include "domain/target.h"
#include "domain/text_parsing.h"
#include "domain/zone_name.h"
#include "exchange/cell_parsing.h"
#include "exchange/cell_values.h"
#include "exchange/header_words.h"
#include "exchange/title_words.h"
#include "fuzz/fuzz_target.h"
#include "indicators/expression/expression.h"

namespace yipi::fuzz {

namespace {

constexpr std::size_t kLongest = 200;

template <class T>
void checkOutcome(const Parsed<T> &parsed, const QString &text) {
    require(!(parsed.value && !parsed.problem.isEmpty()), "a problem has no value");
    require(parsed.note.isEmpty() || parsed.value, "a note speaks of a value");
    const bool isSilent = !parsed.value && parsed.problem.isEmpty();
    require(isSilent == normalisedText(text).isEmpty(), "empty texts alone give neither value nor problem");
}

void checkMoney(const QString &text, MoneyUnit unit) {
    const auto money = parseMoney(text, unit);
    checkOutcome(money, text);
    if (!money.value)
        return;
    require(money.value->yuan() >= 0, "amounts are not negative");
    const auto again = parseMoney(money.value->shortText(unit, 8), unit);
    require(again.value == money.value && again.note.isEmpty(), "an amount reads back");
}

void checkNumbers(const QString &text) {
    const auto integer = parseInteger(text);
    checkOutcome(integer, text);
    if (integer.value)
        require(parseInteger(QString::number(*integer.value)).value == integer.value,
                "an integer reads back");
    const auto quantity = parseQuantity(text);
    checkOutcome(quantity, text);
    if (quantity.value) {
        const QString printed = fixedPoint(quantity.value->hundredths, 100, 2, Rounding::HalfUp);
        require(parseQuantity(printed).value == quantity.value, "a quantity reads back");
    }
    constexpr int kLimit = 1'000'000;
    if (const auto decimal = Decimal::parse(text, -kLimit, kLimit))
        require(Decimal::parse(decimal->text(), -kLimit, kLimit) == *decimal, "a decimal reads back");
}

void checkDates(const QString &text) {
    const auto first = parseDate(text, DateEdge::First), last = parseDate(text, DateEdge::Last);
    checkOutcome(first, text);
    checkOutcome(last, text);
    require(first.value.has_value() == last.value.has_value(), "both edges of a date are read or none");
    if (last.value) {
        require(last.value->isValid() && *first.value <= *last.value,
                "the last edge is not before the first");
        const auto again = parseDate(last.value->toString(Qt::ISODate));
        require(again.value == last.value && again.note.isEmpty(), "a date reads back");
    }
    if (const auto month = Month::parse(text)) {
        require(Month::parse(month->text()) == month, "a month reads back");
        require(Month::parse(month->chineseText()) == month, "a month in Chinese reads back");
    }
    if (const auto campaign = CampaignKey::parse(text)) {
        require(CampaignKey::parse(campaign->text()) == campaign, "a campaign reads back");
        require(CampaignKey::parse(campaign->chineseText()) == campaign, "a campaign in Chinese reads back");
    }
}

/// Every field of every kind of record.
void checkFields(const QString &text, MoneyUnit unit) {
    for (const EntityKind kind : {EntityKind::Project, EntityKind::CampaignEntry, EntityKind::MonthlyProgress,
                                  EntityKind::Target, EntityKind::Campaign})
        for (const FieldInfo &field : entityInfo(kind).fields) {
            const auto parsed = parseValue(field, text, unit);
            checkOutcome(parsed, text);
            const bool printsWhole = field.type != FieldType::Money;
            if (!parsed.value || !printsWhole)
                continue;
            const auto again = parseValue(field, displayText(field, *parsed.value, unit), unit);
            require(again.value == parsed.value, "a shown value reads back");
        }
}

void checkNames(const QString &text) {
    const QString normal = normalisedText(text), folded = foldedName(text);
    require(normalisedText(normal) == normal, "a normalised text stays");
    require(foldedName(folded) == folded, "a folded name stays");
    zoneStem(text);
    require(paceCurve(text) || !paceCurve(text).error().message.isEmpty(), "a refused curve says why");
    checkOutcome(parseFlag(text), text);
}

void checkExpression(const QString &text) {
    const auto expression = indicators::parseExpression(text);
    if (!expression) {
        require(!expression.error().message.isEmpty(), "a refused condition says why");
        return;
    }
    const auto again = indicators::parseExpression(expression->text());
    require(again && *again == *expression, "a condition reads back");
    require(!expression->words().isEmpty(), "a condition has words");
}

void checkCells(const QString &text) {
    using namespace exchange;
    using namespace exchange::detail;
    const std::string bytes = text.toStdString();
    if (const auto range = cellRange(bytes))
        require(range->firstRow > 0 && range->firstColumn > 0, "cells count from 1");
    cellAddress(bytes);
    formatKind(int(text.size()), text);
    isLossyCode(text, Cell::Kind::Number);
    parseStrategicClass(text);
    parseCategory(text);
    unitIn(text);
    isUnitLine(text);
    campaignIn(text);
    titleWords(text, text.left(8));
    if (const auto match = matchHeader(text.split(u'/')))
        require(match->confidence >= 0 && match->confidence <= 1, "confidence is between 0 and 1");
}

} // namespace

} // namespace yipi::fuzz

int LLVMFuzzerTestOneInput(const uint8_t *data, std::size_t size) {
    using namespace yipi;
    using namespace yipi::fuzz;
    if (size == 0)
        return 0;
    const auto unit = MoneyUnit(data[0] % 3);
    const bool isUtf16 = (data[0] & 0x80) != 0;
    const QByteArray bytes = bytesOf(data + 1, size - 1, kLongest);
    QString text = QString::fromUtf8(bytes);
    if (isUtf16) {
        text.resize(bytes.size() / 2);
        std::memcpy(text.data(), bytes.constData(), std::size_t(text.size()) * 2);
    }
    checkMoney(text, unit);
    checkNumbers(text);
    checkDates(text);
    checkFields(text, unit);
    checkNames(text);
    checkExpression(text);
    checkCells(text);
    return 0;
}
