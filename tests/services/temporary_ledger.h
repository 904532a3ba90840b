// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/campaign.h"
#include "domain/enterprise.h"
#include "domain/project.h"
#include "services/ledger_service.h"

#include <QTemporaryDir>

namespace yipi::test {

/// A new record as an insert.
template <class E>
RecordChange insertOf(const E &e, qint64 temporaryId = 0) {
    RecordChange change{RecordChange::Kind::Insert, kKindOf<E>, temporaryId, 0, {}};
    const Record record = toRecord(e);
    for (std::size_t i = 0; i < record.values.size(); ++i)
        if (!isEmpty(record.values[i]))
            change.values.emplace_back(int(i), record.values[i]);
    return change;
}

/// A ledger in a folder of its own with one zone and two projects.
struct TemporaryLedger {
    QTemporaryDir folder;
    std::unique_ptr<services::LedgerService> ledger;
    qint64 first = 0, second = 0; ///< project ids

    QString path(const QString &name = QStringLiteral("账.yipi")) const { return folder.filePath(name); }

    TemporaryLedger() {
        ledger = std::move(services::LedgerService::create(path(), QStringLiteral("测试"))).value();
        Zone zone;
        zone.code = QStringLiteral("LL-XY");
        zone.name = QStringLiteral("孝义经济开发区");
        zone.shortName = QStringLiteral("孝义经开区");
        ChangeSet set;
        set.title = QStringLiteral("建立");
        set.source = ChangeSource::Demo;
        set.changes.push_back(insertOf(zone, -1));
        for (int i = 1; i <= 2; ++i) {
            Project p;
            p.uid = QStringLiteral("uid-%1").arg(i);
            p.code = QStringLiteral("2303-XY-0%1").arg(i);
            p.name = i == 1 ? QStringLiteral("高纯氧化铝微粉") : QStringLiteral("焦炉煤气制 LNG");
            p.zone = {-1};
            p.totalInvestment = Money::fromYuan(i * 100'000'000LL);
            set.changes.push_back(insertOf(p));
        }
        const auto applied = ledger->apply(set).value();
        first = applied.records[1].id;
        second = applied.records[2].id;
    }

    void reopen() {
        ledger.reset();
        ledger = std::move(services::LedgerService::open(path(), services::Access::ReadWrite,
                                                         QStringLiteral("测试")))
                     .value();
    }

    Project project(qint64 id) const {
        return fromRecord<Project>(ledger->record(EntityKind::Project, id).value());
    }
};

} // namespace yipi::test
