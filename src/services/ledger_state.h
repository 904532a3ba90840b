// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/zone_index.h"
#include "services/ledger_service.h"
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
    std::vector<FieldInfo> projectFields;      ///< with the custom ones
    exchange::detail::ZoneIndex zoneNames{{}}; ///< of the facts' zones
    QHash<qint64, QString> enterpriseNames;
    QHash<QString, qint64> enterpriseIds; ///< by folded name
    UndoSteps steps;

    /// The last full ordering asked for; a filter typed letter by letter asks for the same one again and
    /// again.
    struct Ordering {
        int field = -2;
        Qt::SortOrder order = Qt::AscendingOrder;
        qint64 sequence = -1;
        std::vector<qint64> ids;
    };
    mutable Ordering ordering;

    Result<void> loadEverything();
    Result<void> loadEnterprises();
    Result<void> readFacts();
    /// What is made from the facts and has to follow them.
    void describeFacts();
    void nameEnterprise(qint64 id, const QString &name);
    /// Brings the memory in line with what was written; reads again only what changed unless that is much.
    Result<void> follow(const AppliedChangeSet &applied);
    Result<void> followEnterprises(const AppliedChangeSet &applied);
    Result<const std::vector<qint64> *> ordered(int field, Qt::SortOrder order) const;
};

} // namespace yipi::services
