// SPDX-License-Identifier: GPL-3.0-or-later
#include "indicators/expression/dictionary_names.h"

#include "domain/edit_distance.h"
#include "domain/text_parsing.h"
#include "domain/zone_name.h"

#include <QRegularExpression>

namespace yipi::indicators {

namespace {

using Source = FilterField::Source;

bool isZoneName(const FilterField &field) {
    return field.member == FilterField::Member(&Zone::name);
}

template <class T, class Predicate>
std::vector<bool> chosenFrom(const std::vector<T> &members, Predicate predicate) {
    std::vector<bool> chosen;
    chosen.reserve(members.size());
    for (const T &member : members)
        chosen.push_back(predicate(member));
    return chosen;
}

bool anyChosen(const std::vector<bool> &chosen) {
    return std::find(chosen.begin(), chosen.end(), true) != chosen.end();
}

QString zoneLabel(const Zone &zone) {
    return zone.shortName.isEmpty() ? zone.name : zone.shortName;
}

std::vector<bool> zonesNamed(const std::vector<Zone> &zones, const QString &name) {
    const QString folded = foldedName(name);
    auto exact = chosenFrom(zones, [&](const Zone &zone) {
        return foldedName(zone.code) == folded || foldedName(zone.name) == folded ||
               foldedName(zone.shortName) == folded;
    });
    if (anyChosen(exact))
        return exact;
    static const QRegularExpression kCounty(QStringLiteral("[市县区]$"));
    for (const QString &stem : {zoneStem(name), QString(folded).remove(kCounty)}) {
        auto chosen = chosenFrom(zones, [&](const Zone &zone) {
            return zoneStem(zone.name) == stem ||
                   (!zone.shortName.isEmpty() && zoneStem(zone.shortName) == stem);
        });
        if (stem.size() >= 2 && std::count(chosen.begin(), chosen.end(), true) == 1)
            return chosen;
    }
    return exact;
}

/// 吕梁 is 吕梁市, 兴 alone is no county.
QString regionStem(const QString &name) {
    static const QRegularExpression kKind(QStringLiteral("(?<=..)(自治州|自治县|地区|[市盟州县区旗])$"));
    return foldedName(name).remove(kKind);
}

/// The known texts with those most like `name` first.
QStringList nearestFirst(QStringList known, const QString &name) {
    std::stable_sort(known.begin(), known.end(), [&](const QString &a, const QString &b) {
        return editDistance(foldedName(name), foldedName(a), 20) <
               editDistance(foldedName(name), foldedName(b), 20);
    });
    return known;
}

Failure unknownName(const Condition &condition, const Facts &facts, const QString &name) {
    constexpr qsizetype kShown = 8;
    QStringList known;
    if (isZoneName(*condition.field)) {
        for (const Zone &zone : facts.zones)
            known << zoneLabel(zone);
    } else {
        for (const QString &text : dictionaryTexts(*condition.field, facts))
            if (!text.isEmpty() && !known.contains(text))
                known << text;
    }
    const bool isLong = known.size() > kShown;
    known = nearestFirst(std::move(known), name.left(100)).mid(0, kShown);
    return fail(ErrorCode::NotFound, QStringLiteral("台账中没有%1“%2”").arg(condition.field->title, name),
                known.isEmpty() ? QStringLiteral("台账中还没有填写%1。").arg(condition.field->title)
                                : (isLong ? QStringLiteral("相近的有：%1。") : QStringLiteral("现有：%1。"))
                                      .arg(known.join(QStringLiteral("、"))));
}

bool isHeld(const Facts &facts, const Operand &operand) {
    return std::any_of(facts.campaigns.begin(), facts.campaigns.end(), [&](const Campaign &campaign) {
        const qint64 number = campaignNumber(campaign.key().year, campaign.key().sequence);
        return operand.low <= number && number <= operand.high;
    });
}

/// The first operand that stands for nothing in the ledger.
std::optional<Failure> unknownOperand(const Condition &condition, const Facts &facts) {
    if (condition.comparison != Comparison::Equal && condition.comparison != Comparison::NotEqual)
        return std::nullopt;
    for (const Operand &operand : condition.operands) {
        if (condition.field->kind == FilterField::Kind::Name &&
            !anyChosen(membersNamed(*condition.field, facts, operand.text)))
            return unknownName(condition, facts, operand.text);
        if (condition.field->kind == FilterField::Kind::Campaign && !isHeld(facts, operand)) {
            QStringList known;
            for (const Campaign &campaign : facts.campaigns)
                known << campaign.key().text();
            const Expression alone = Expression::condition({condition.field, Comparison::Equal, {operand}});
            return fail(ErrorCode::NotFound, QStringLiteral("台账中没有“%1”的活动").arg(alone.words()),
                        known.isEmpty() ? QStringLiteral("台账中还没有活动。")
                                        : QStringLiteral("现有：%1。").arg(known.join(QStringLiteral("、"))));
        }
    }
    return std::nullopt;
}

} // namespace

std::vector<QString> dictionaryTexts(const FilterField &field, const Facts &facts) {
    std::vector<QString> texts;
    if (field.source == Source::Industry)
        return facts.industries;
    if (field.source == Source::Chain)
        for (const IndustryChain &chain : facts.chains)
            texts.push_back(chain.name);
    if (const auto *member = std::get_if<QString Zone::*>(&field.member))
        for (const Zone &zone : facts.zones)
            texts.push_back(zone.**member);
    return texts;
}

std::vector<bool> membersNamed(const FilterField &field, const Facts &facts, const QString &name) {
    if (isZoneName(field))
        return zonesNamed(facts.zones, name);
    const bool isRegion = field.member == FilterField::Member(&Zone::city) ||
                          field.member == FilterField::Member(&Zone::county);
    const auto key = [&](const QString &text) { return isRegion ? regionStem(text) : foldedName(text); };
    const QString wanted = key(name);
    return chosenFrom(dictionaryTexts(field, facts),
                      [&](const QString &text) { return !text.isEmpty() && key(text) == wanted; });
}

std::vector<bool> membersContaining(const FilterField &field, const Facts &facts, const QString &part) {
    const QString wanted = foldedName(part);
    const auto holds = [&](const QString &text) { return foldedName(text).contains(wanted); };
    if (isZoneName(field))
        return chosenFrom(facts.zones, [&](const Zone &zone) {
            return holds(zone.name) || holds(zone.shortName) || holds(zone.code);
        });
    return chosenFrom(dictionaryTexts(field, facts), holds);
}

Result<Expression> checkedExpression(QStringView text, const Facts &facts) {
    auto expression = parseExpression(text, filterFieldsOf(facts));
    if (!expression)
        return expression;
    std::optional<Failure> unknown;
    expression->anyCondition([&](const Condition &condition) {
        unknown = unknownOperand(condition, facts);
        return unknown.has_value();
    });
    if (unknown)
        return *unknown;
    return expression;
}

} // namespace yipi::indicators
