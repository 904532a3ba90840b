// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/entity.h"

namespace yipi {

/// 项目. Its stage is never typed in: it follows from the dated events (life_cycle.h).
struct Project : Identity {
    QString uid;  ///< UUID, stable across ledgers and packages
    QString code; ///< the office's own number, 2303-XY-02
    QString name;
    Ref<Zone> zone;
    Ref<Enterprise> investor;
    QString content; ///< 建设内容及规模
    std::optional<Money> totalInvestment;
    std::optional<Money> fixedAssetInvestment;
    std::optional<Money> expectedOutput; ///< per year
    std::optional<Money> expectedTax;    ///< per year
    std::optional<qint64> jobs;
    std::optional<Quantity> landMu; ///< 亩
    QString industry;               ///< GB/T 4754 class or the office's word
    Ref<IndustryChain> chain;
    bool industrial = false;    ///< 产业项目, not infrastructure
    QString strategicClass;     ///< 战略性新兴产业 class; empty = none
    bool commitment = false;    ///< 承诺制
    bool standardLand = false;  ///< 标准地
    bool standardPlant = false; ///< 标准化厂房

    QDate plannedStart;
    QDate plannedProduce;
    QDate plannedAttain;
    QDate reservedOn; ///< 储备入库: taken into the reserve pool
    QDate actualSign;
    QDate fulfilledOn; ///< 履约: the contract began to be carried out
    QDate actualStart;
    QDate actualProduce;
    QDate actualAttain;
    QDate statisticsEntry; ///< 入库纳统
    QDate suspendedOn;
    QDate terminatedOn;
    QString terminationReason;
    QDate removalApprovedOn; ///< 批准调出: it no longer counts in rates that leave approved removals out

    QString patron;         ///< 包联领导
    QString serviceOfficer; ///< 服务专员
    QString responsibleUnit;
    QString responsiblePerson;
    QString phone;
    bool keyProject = false; ///< ★ in spreadsheets
    QString remarks;
};
template <>
const Entity<Project> &entity<Project>();

} // namespace yipi
