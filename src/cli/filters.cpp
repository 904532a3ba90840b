// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/filters.h"

#include "domain/text_parsing.h"
#include "indicators/expression/dictionary_names.h"

#include <QRegularExpression>

namespace yipi::cli {

void FilterOptions::addTo(CLI::App *command) {
    command->add_option("--city", city, "市");
    command->add_option("--zone", zones, "开发区（可重复）");
    command->add_option("--chain", chains, "产业链（可重复）");
    command->add_option("--campaigns", campaigns, "活动期次，如 2024-2 或 2023-1..2024-2");
    command->add_option("--batch", batch, "批次：sign、start、produce");
    command->add_option("--stage", stage,
                        "阶段：reserved、signed、started、producing、attained、suspended、terminated");
    command->add_option("--min-investment", minInvestment, "总投资不少于，如 1亿");
    command->add_flag("--strategic", strategic, "只看战略性新兴产业项目");
    command->add_flag("--industrial", industrial, "只看产业项目");
    command->add_option("--text", text, "编号、名称、投资方中含有的文字");
    command->add_option("--where", where,
                        "条件，如 \"总投资 >= 1亿 且 阶段 = 开工\"（写法见 docs/filters.md）");
}

Result<std::pair<std::optional<CampaignKey>, std::optional<CampaignKey>>> campaignRange(const QString &text) {
    const auto dots = text.indexOf(QStringLiteral(".."));
    const QString first = dots < 0 ? text : text.left(dots);
    const QString last = dots < 0 ? text : text.mid(dots + 2);
    std::pair<std::optional<CampaignKey>, std::optional<CampaignKey>> range{CampaignKey::parse(first),
                                                                            CampaignKey::parse(last)};
    if ((!first.isEmpty() && !range.first) || (!last.isEmpty() && !range.second) || text.trimmed().isEmpty())
        return fail(ErrorCode::Usage, QStringLiteral("活动期次“%1”读不懂").arg(text),
                    QStringLiteral("写法如 2024-2 或 2023-1..2024-2。"));
    if (range.first && range.second && *range.second < *range.first)
        return fail(ErrorCode::Usage, QStringLiteral("活动期次“%1”的起止颠倒了").arg(text),
                    QStringLiteral("请写成 %1..%2。").arg(range.second->text(), range.first->text()));
    return range;
}

namespace {

/// The city as the ledger writes it; 吕梁 is 吕梁市.
Result<QString> cityNamed(const services::LedgerService &ledger, const QString &text) {
    static const QRegularExpression kKind(QStringLiteral("[市地区盟州]$"));
    const auto stem = [](QString name) { return foldedName(name).remove(kKind); };
    QStringList known;
    for (const auto &zone : ledger.zones())
        if (!zone.city.isEmpty() && !known.contains(zone.city))
            known << zone.city;
    for (const QString &city : known)
        if (stem(city) == stem(text))
            return city;
    return fail(ErrorCode::NotFound, QStringLiteral("台账中没有“%1”的开发区").arg(text),
                known.isEmpty() ? QStringLiteral("台账的开发区都没有填写所属的市，请不要用 --city。")
                                : QStringLiteral("现有：%1。").arg(known.join(QStringLiteral("、"))));
}

/// A range must hold a campaign of the ledger: figures of none would all be 0.
Result<void> requireCampaigns(const services::LedgerService &ledger, const ProjectFilter &filter,
                              const std::string &text) {
    QStringList known;
    for (const Campaign &campaign : ledger.campaigns()) {
        if ((!filter.firstCampaign || campaign.key() >= *filter.firstCampaign) &&
            (!filter.lastCampaign || campaign.key() <= *filter.lastCampaign))
            return {};
        known << campaign.key().text();
    }
    return fail(ErrorCode::NotFound, QStringLiteral("台账中没有活动 %1").arg(q(text)),
                known.isEmpty() ? QStringLiteral("台账中还没有活动。")
                                : QStringLiteral("现有：%1。").arg(known.join(QStringLiteral("、"))));
}

} // namespace

Result<ProjectFilter> FilterOptions::filter(const services::LedgerService &ledger) const {
    ProjectFilter filter;
    if (!city.empty()) {
        auto known = cityNamed(ledger, q(city));
        if (!known)
            return Failure(std::move(known).error());
        filter.city = *known;
    }
    for (const auto &name : zones) {
        const Zone *zone = ledger.zone(q(name));
        if (!zone) {
            QStringList known;
            for (const auto &z : ledger.zones())
                known << (z.shortName.isEmpty() ? z.name : z.shortName);
            return fail(ErrorCode::UnknownZone, QStringLiteral("台账中没有开发区“%1”").arg(q(name)),
                        QStringLiteral("现有：%1。").arg(known.join(QStringLiteral("、"))));
        }
        filter.zones.push_back(zone->id);
    }
    const auto &chainField = entityInfo(EntityKind::Project).field(QStringLiteral("chain"));
    for (const auto &name : chains) {
        auto id = ledger.read(chainField, q(name));
        if (!id)
            return Failure(std::move(id).error());
        filter.chains.push_back(std::get<qint64>(*id));
    }
    if (!campaigns.empty()) {
        auto range = campaignRange(q(campaigns));
        if (!range)
            return Failure(std::move(range).error());
        std::tie(filter.firstCampaign, filter.lastCampaign) = *range;
        if (auto known = requireCampaigns(ledger, filter, campaigns); !known)
            return Failure(std::move(known).error());
    }
    if (!batch.empty()) {
        auto chosen = choiceOption<Batch>(batch, QStringLiteral("--batch"));
        if (!chosen)
            return Failure(std::move(chosen).error());
        filter.batch = *chosen;
    }
    if (!stage.empty()) {
        auto chosen = choiceOption<Stage>(stage, QStringLiteral("--stage"));
        if (!chosen)
            return Failure(std::move(chosen).error());
        filter.stage = *chosen;
    }
    if (!minInvestment.empty()) {
        const auto amount = parseMoney(q(minInvestment), MoneyUnit::Wan);
        if (!amount.value)
            return fail(ErrorCode::Usage,
                        QStringLiteral("--min-investment“%1”：%2").arg(q(minInvestment), amount.problem));
        filter.minInvestment = amount.value;
    }
    if (strategic)
        filter.strategic = true;
    if (industrial)
        filter.industrial = true;
    filter.text = q(text);
    if (!where.empty()) {
        auto condition = indicators::checkedExpression(q(where), ledger.facts());
        if (!condition) {
            Error error = std::move(condition).error();
            error.message.prepend(QStringLiteral("--where "));
            return Failure(std::move(error));
        }
        filter.where = condition->text();
    }
    return filter;
}

void ScopeOptions::addTo(CLI::App *command) {
    addMonthAndFiltersTo(command);
    command->add_option("--rules", rules, "口径（缺省：台账选用的口径）");
}

void ScopeOptions::addMonthAndFiltersTo(CLI::App *command) {
    command->add_option("--as-of", asOf, "截至月份，如 2024-07（缺省：台账的最新月份）");
    filters.addTo(command);
}

void ScopeOptions::addKnownAtTo(CLI::App *command) {
    command->add_option("--known-at", knownAt,
                        "按这一天终了时台账所记计算，如 2024-08-05；此后的更正不计（缺省：按现在所记）");
}

namespace {

Result<QDate> pastDay(const std::string &text) {
    const QDate day = QDate::fromString(q(text), Qt::ISODate);
    if (!day.isValid())
        return fail(ErrorCode::Usage, QStringLiteral("--known-at“%1”不是日期").arg(q(text)),
                    QStringLiteral("写法如 2024-08-05。"));
    if (day > QDate::currentDate())
        return fail(ErrorCode::Usage, QStringLiteral("--known-at %1 还没有到").arg(q(text)),
                    QStringLiteral("请写今天或更早的日期；按现在所记计算时不用写。"));
    return day;
}

} // namespace

void addKnownAt(Json &json, const services::FigureScope &scope) {
    if (scope.knownAt)
        json["known_at"] = s(scope.knownAt->toString(Qt::ISODate));
}

QString knownAtText(const services::FigureScope &scope) {
    return scope.knownAt ? services::knownAtNote(*scope.knownAt) + u'\n' : QString();
}

Result<services::FigureScope> ScopeOptions::scope(const services::LedgerService &ledger,
                                                  const services::FigureService &figures) const {
    services::FigureScope scope;
    scope.asOf = figures.defaultMonth();
    scope.rulesId = q(rules);
    if (!rules.empty())
        if (auto known = figures.ruleSet(scope.rulesId); !known)
            return Failure(std::move(known).error());
    if (!asOf.empty()) {
        auto month = monthFrom(asOf, QStringLiteral("--as-of"));
        if (!month)
            return Failure(std::move(month).error());
        scope.asOf = *month;
    }
    if (!knownAt.empty()) {
        auto day = pastDay(knownAt);
        if (!day)
            return Failure(std::move(day).error());
        scope.knownAt = *day;
    }
    auto filter = filters.filter(ledger);
    if (!filter)
        return Failure(std::move(filter).error());
    scope.filter = std::move(*filter);
    return scope;
}

} // namespace yipi::cli
