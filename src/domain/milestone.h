// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/entity.h"

namespace yipi {

/// The dated steps between signing and attainment; their order and usual durations are in
/// data/reference/milestones.csv, under the same keys.
enum class MilestoneKind {
    Filing,     ///< 立项备案
    Site,       ///< 用地预审与选址
    Plan,       ///< 规划许可
    Land,       ///< 土地供应
    Eia,        ///< 环评
    Energy,     ///< 能评
    Safety,     ///< 安评
    Water,      ///< 水保
    Drawing,    ///< 施工图审查
    Permit,     ///< 施工许可
    Start,      ///< 开工进场
    Foundation, ///< 基础完成
    Topping,    ///< 主体封顶
    Equipment,  ///< 设备安装调试
    Trial,      ///< 试生产
    Produce,    ///< 投产
    Acceptance, ///< 竣工验收
    Statistics, ///< 入库纳统
    Attain,     ///< 达效
};
template <>
std::span<const Choice> choicesOf<MilestoneKind>();

/// 项目节点: one step of one project, as planned, as expected now and as done.
struct Milestone : Identity {
    Ref<Project> project;
    MilestoneKind kind = MilestoneKind::Filing;
    QDate planned;
    QDate forecast;
    QDate actual;
    QString documentNumber; ///< 批文号
    QString responsible;    ///< unit or person
};
template <>
const Entity<Milestone> &entity<Milestone>();

} // namespace yipi
