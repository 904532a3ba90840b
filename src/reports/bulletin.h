// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indicators/engine.h"
#include "reports/document.h"

#include <QHash>

namespace yipi::reports {

/// What the monthly bulletin is made from; every figure comes from the engine.
struct BulletinInput {
    QString city;   ///< 吕梁市
    QString issuer; ///< 吕梁市商务局
    Month asOf;
    const indicators::RuleSet *rules = nullptr;
    indicators::RateTable byZone;                       ///< at asOf
    indicators::RateTable previous;                     ///< total one month earlier
    std::vector<Campaign> campaigns;                    ///< held by asOf, in order
    std::optional<indicators::CampaignSummary> current; ///< the campaign at hand
    QDate currentHeldOn;
    std::vector<indicators::OverdueItem> overdue;
    std::optional<qint64> industrialProduced; ///< 投产产业项目, where the attainment rate counts only these
    QString place = QStringLiteral("全市"); ///< whose figures these are: 全市, or the zones of the filter
    QString limits;                         ///< what else the filter leaves out, in words; empty = nothing
    QStringList assumptions;                ///< printed as notes
    QHash<qint64, QString> shortZoneNames;  ///< for narrow columns; missing = the name
    struct ProjectText {
        QString code, name, zone, patron, serviceOfficer;
    };
    QHash<qint64, ProjectText> projects; ///< of the overdue items
    bool isDemo = false;
};

/// “三个一批” monthly bulletin in the seed's wording: 三率 paragraphs, the campaign at hand, zone ranking
/// table, 三未 table, notes with the rules.
Document bulletin(const BulletinInput &input);

} // namespace yipi::reports
