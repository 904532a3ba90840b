// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/zone_index.h"
#include "services/ledger_service.h"
#include "services/project_columns.h"
#include "services/undo_steps.h"
#include "storage/ledger_store.h"

namespace yipi::services {

/// What the open ledger keeps in memory; one definition for the parts of LedgerService.
struct LedgerService::Private {
    explicit Private(std::unique_ptr<storage::LedgerStore> opened)
        : store(std::move(opened))
        , steps(*store) {}

    std::unique_ptr<storage::LedgerStore> store;
    QString user;
    indicators::Facts facts;
    EntityInfo projectInfo;                    ///< with the custom fields
    exchange::detail::ZoneIndex zoneNames{{}}; ///< of the facts' zones
    QHash<qint64, QString> enterpriseNames;
    QHash<QString, qint64> enterpriseIds; ///< by folded name
    UndoSteps steps;

    /// The last full ordering asked for; a filter typed letter by letter asks for the same one again and
    /// again.
    struct Ordering {
        std::vector<SortKey> keys;
        QDate asOf;
        qint64 sequence = -1;
        std::vector<qint64> ids;
    };
    mutable Ordering ordering;
    std::shared_ptr<ProjectColumns> columns; ///< also the facts', for conditions on fields they do not hold

    Result<void> loadEverything();
    Result<void> loadEnterprises();
    Result<void> readFacts();
    /// What is made from the facts and has to follow them.
    void describeFacts();
    void nameEnterprise(qint64 id, const QString &name);
    /// Brings the memory in line with what was written; reads again only what changed unless that is much.
    Result<void> follow(const AppliedChangeSet &applied);
    Result<void> followEnterprises(const AppliedChangeSet &applied);
    Result<const std::vector<qint64> *> ordered(const std::vector<SortKey> &keys, QDate asOf) const;
    /// Reads the fields that a condition asks for beside the facts, so that an error is seen.
    Result<void> readColumnsOf(const QString &where) const;
};

} // namespace yipi::services
