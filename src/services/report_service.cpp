// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/report_service.h"

#include "indicators/campaign_dates.h"
#include "reports/bulletin.h"
#include "reports/renderers.h"
#include "services/filter_words.h"
#include "storage/atomic_file.h"

#include <QFileInfo>

namespace yipi::services {

using indicators::GroupBy;

namespace {

bool isInRange(CampaignKey key, const ProjectFilter &filter) {
    return !(filter.firstCampaign && key < *filter.firstCampaign) &&
           !(filter.lastCampaign && *filter.lastCampaign < key);
}

} // namespace

Result<reports::Document> bulletin(const LedgerService &ledger, const FigureService &figures,
                                   const FigureScope &scope) {
    auto rules = figures.ruleSet(scope.rulesId);
    if (!rules)
        return Failure(std::move(rules).error());
    FigureScope before = scope;
    before.asOf = scope.asOf.plus(-1);
    const auto known = figures.facts(scope);
    if (!known)
        return Failure(known.error());
    auto now = figures.rates(scope, GroupBy::Zone);
    auto previous = figures.rates(before, GroupBy::None);
    auto overdue = figures.overdue(scope);
    for (const Error *error : {now ? nullptr : &now.error(), previous ? nullptr : &previous.error(),
                               overdue ? nullptr : &overdue.error()})
        if (error)
            return Failure(*error);

    const auto status = ledger.status();
    reports::BulletinInput input;
    input.city = status.city;
    input.issuer = status.city.isEmpty() ? QString() : status.city + QStringLiteral("商务局");
    input.asOf = scope.asOf;
    input.rules = *rules;
    input.byZone = std::move(*now);
    input.previous = std::move(*previous);
    input.isDemo = status.isDemo;
    if (!scope.filter.zones.empty())
        input.place = zonesText(ledger, scope.filter.zones);
    if (const QStringList limits = limitTexts(ledger, scope.filter); !limits.isEmpty())
        input.limits = limits.join(u'、') + QStringLiteral("的项目");
    const indicators::Facts &facts = **known;
    if (scope.knownAt)
        input.assumptions << knownAtNote(*scope.knownAt);
    for (const Zone &zone : facts.zones)
        if (!zone.shortName.isEmpty())
            input.shortZoneNames.insert(zone.id, zone.shortName);
    for (const auto &campaign : facts.campaigns)
        if (indicators::heldOn(campaign) <= scope.asOf.lastDay() && isInRange(campaign.key(), scope.filter)) {
            input.campaigns.push_back(campaign);
            if (const QString note = indicators::assumedDateNote(campaign); !note.isEmpty())
                input.assumptions << note.mid(1, note.size() - 2); // without its brackets
        }
    auto current = figures.campaignAtHand(scope);
    if (!current)
        return Failure(std::move(current).error());
    if (*current) {
        input.current = std::move((*current)->summary);
        input.currentHeldOn = (*current)->heldOn;
    }
    for (const auto &line : *overdue) {
        input.overdue.push_back(line.item);
        input.projects.insert(line.item.projectId,
                              {line.code, line.name, line.zone, line.patron, line.serviceOfficer});
    }
    const indicators::RateRule *attainRule = (*rules)->rate(QStringLiteral("attain"));
    const bool isIndustrial = attainRule && attainRule->projects == indicators::ProjectScope::Industrial &&
                              attainRule->population == indicators::Population::Produce &&
                              attainRule->denominatorOf.isEmpty();
    if (isIndustrial)
        if (const auto attain = figures.explain(scope, attainRule->id))
            input.industrialProduced = qint64(attain->included.size());
    return reports::bulletin(input);
}

Result<void> writeDocument(const reports::Document &document, const QString &path) {
    const QString suffix = QFileInfo(path).suffix().toLower();
    Result<QByteArray> bytes = fail(ErrorCode::Usage, QStringLiteral("不能写成“%1”").arg(path),
                                    QStringLiteral("文件名请以 .docx、.pdf、.xlsx、.html 或 .json 结尾。"));
    if (suffix == u"docx")
        bytes = reports::renderDocx(document);
    else if (suffix == u"pdf")
        bytes = reports::renderPdf(document);
    else if (suffix == u"xlsx")
        bytes = reports::renderXlsx(document);
    else if (suffix == u"html")
        bytes = reports::renderHtml(document);
    else if (suffix == u"json")
        bytes = reports::renderJson(document);
    if (!bytes)
        return Failure(std::move(bytes).error());
    return storage::writeFileAtomically(path, *bytes);
}

Result<void> writeFile(const QString &path, const QByteArray &content) {
    return storage::writeFileAtomically(path, content);
}

QStringList missingFonts() {
    return reports::missingFonts();
}

} // namespace yipi::services
