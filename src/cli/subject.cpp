// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/subject.h"

namespace yipi::cli {

Result<Subject> findSubject(const services::LedgerService &ledger, const std::string &text) {
    auto project = ledger.findProject(q(text));
    if (project)
        return Subject{EntityKind::Project, *project};
    const auto key = CampaignKey::parse(q(text));
    if (!key || project.error().code != ErrorCode::NotFound)
        return Failure(std::move(project).error());
    QStringList known;
    for (const Campaign &campaign : ledger.campaigns()) {
        if (campaign.key() == *key)
            return Subject{EntityKind::Campaign, campaign.id};
        known << campaign.key().text();
    }
    return fail(ErrorCode::NotFound, QStringLiteral("没有叫“%1”的项目，也没有这一次活动").arg(q(text)),
                known.isEmpty() ? QStringLiteral("台账中还没有活动。")
                                : QStringLiteral("现有活动：%1。").arg(known.join(QStringLiteral("、"))));
}

} // namespace yipi::cli
