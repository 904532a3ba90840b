// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/entity.h"

namespace yipi {

/// What holds a project up; the usual unit of each is in data/reference/problem_categories.csv, under the
/// same keys.
enum class ProblemCategory {
    Land,       ///< 用地
    Planning,   ///< 规划
    Eia,        ///< 环评
    Energy,     ///< 能评能耗
    Safety,     ///< 安评
    Permit,     ///< 施工许可等审批
    Fund,       ///< 资金
    Labour,     ///< 用工
    Utility,    ///< 水电气热路讯
    Demolition, ///< 征拆
    Market,     ///< 市场
    Enterprise, ///< 企业自身
    Policy,     ///< 政策兑现
    Other,      ///< 其他
};
template <>
std::span<const Choice> choicesOf<ProblemCategory>();

enum class ProblemState {
    Open,     ///< 未启动
    InHand,   ///< 办理中
    Resolved, ///< 已解决
    Closed,   ///< 已销号: checked and taken off the list
};
template <>
std::span<const Choice> choicesOf<ProblemState>();

/// Whose business the problem is by now (督办层级).
enum class ProblemLevel {
    Officer, ///< 服务专员
    Zone,    ///< 开发区
    Patron,  ///< 包联领导
    City,    ///< 市级
};
template <>
std::span<const Choice> choicesOf<ProblemLevel>();

/// 问题: what holds one project up, who does what about it until when.
struct Problem : Identity {
    Ref<Project> project;
    ProblemCategory category = ProblemCategory::Other;
    QString description;
    QDate raisedOn;
    QString measure; ///< 整改措施
    QString responsibleUnit;
    QString responsiblePerson;
    QDate due;
    ProblemState state = ProblemState::Open;
    QDate closedOn;
    ProblemLevel level = ProblemLevel::Officer;
};
template <>
const Entity<Problem> &entity<Problem>();

} // namespace yipi
