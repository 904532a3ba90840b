// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/project.h"

namespace yipi {

template <>
const Entity<Project> &entity<Project>() {
    using P = Project;
    static const Entity<P> e(
        "project", QStringLiteral("项目"),
        {
            field<&P::uid>("uid", QStringLiteral("标识")).keyPart().internal(),
            field<&P::code>("code", QStringLiteral("编号"))
                .also({QStringLiteral("项目编号"), QStringLiteral("项目代码"), QStringLiteral("代码")}),
            field<&P::name>("name", QStringLiteral("项目名称"))
                .required()
                .also({QStringLiteral("名称"), QStringLiteral("项目"), QStringLiteral("工程名称")}),
            field<&P::zone>("zone", QStringLiteral("开发区"))
                .required()
                .also({QStringLiteral("园区"), QStringLiteral("属地"), QStringLiteral("承载地"),
                       QStringLiteral("所属开发区"), QStringLiteral("开发区名称"),
                       QStringLiteral("所在开发区"), QStringLiteral("落地园区")}),
            field<&P::investor>("investor", QStringLiteral("投资方"))
                .also({QStringLiteral("建设单位"), QStringLiteral("投资主体"), QStringLiteral("项目业主"),
                       QStringLiteral("承办单位"), QStringLiteral("企业名称"), QStringLiteral("项目单位"),
                       QStringLiteral("投资企业"), QStringLiteral("业主单位")}),
            field<&P::content>("content", QStringLiteral("建设内容及规模"))
                .longText()
                .also({QStringLiteral("主要建设内容"), QStringLiteral("项目建设规模和内容"),
                       QStringLiteral("建设内容"), QStringLiteral("建设规模及内容"),
                       QStringLiteral("主要建设内容及规模")}),
            field<&P::totalInvestment>("total_investment", QStringLiteral("总投资"))
                .also({QStringLiteral("项目总投资"), QStringLiteral("计划总投资"), QStringLiteral("估算投资"),
                       QStringLiteral("投资额"), QStringLiteral("签约额"), QStringLiteral("签约金额"),
                       QStringLiteral("总投资额"), QStringLiteral("投资总额"), QStringLiteral("签约投资额")}),
            field<&P::fixedAssetInvestment>("fixed_asset_investment", QStringLiteral("固定资产投资"))
                .also({QStringLiteral("固投"), QStringLiteral("其中固定资产投资")}),
            field<&P::expectedOutput>("expected_output", QStringLiteral("预计年产值"))
                .also({QStringLiteral("年产值"), QStringLiteral("预期产值"), QStringLiteral("预期年产值"),
                       QStringLiteral("达产后年产值"), QStringLiteral("预计产值")}),
            field<&P::expectedTax>("expected_tax", QStringLiteral("预计税收"))
                .also({QStringLiteral("预计年税收"), QStringLiteral("年税收"), QStringLiteral("税收")}),
            field<&P::jobs>("jobs", QStringLiteral("带动就业"))
                .in(QStringLiteral("人"))
                .also({QStringLiteral("就业"), QStringLiteral("就业人数"), QStringLiteral("预计就业"),
                       QStringLiteral("新增就业"), QStringLiteral("新增就业人数"),
                       QStringLiteral("带动就业人数"), QStringLiteral("吸纳就业")}),
            field<&P::landMu>("land_mu", QStringLiteral("用地"))
                .in(QStringLiteral("亩"))
                .also({QStringLiteral("用地面积"), QStringLiteral("占地"), QStringLiteral("占地面积")}),
            field<&P::industry>("industry", QStringLiteral("行业"))
                .also({QStringLiteral("产业类别"), QStringLiteral("所属行业"), QStringLiteral("行业类别"),
                       QStringLiteral("产业")}),
            field<&P::chain>("chain", QStringLiteral("产业链"))
                .also({QStringLiteral("所属产业链"), QStringLiteral("重点产业链")}),
            field<&P::industrial>("industrial", QStringLiteral("产业项目"))
                .also({QStringLiteral("是否产业项目"), QStringLiteral("是否产业类")}),
            field<&P::strategicClass>("strategic_class", QStringLiteral("战新类别"))
                .also({QStringLiteral("是否战新"), QStringLiteral("战略性新兴产业"), QStringLiteral("战新"),
                       QStringLiteral("战新产业"), QStringLiteral("是否战略性新兴产业")})
                .about(QStringLiteral("战略性新兴产业类别；填“是”而不写类别也计入战新，“否”或空不计")),
            field<&P::commitment>("commitment", QStringLiteral("承诺制"))
                .also({QStringLiteral("是否承诺制"), QStringLiteral("承诺制项目")}),
            field<&P::standardLand>("standard_land", QStringLiteral("标准地"))
                .also({QStringLiteral("是否标准地")}),
            field<&P::standardPlant>("standard_plant", QStringLiteral("标准化厂房"))
                .also({QStringLiteral("是否标准化厂房"), QStringLiteral("入驻标准化厂房")}),
            field<&P::plannedStart>("planned_start", QStringLiteral("计划开工"))
                .also({QStringLiteral("计划开工时间"), QStringLiteral("拟开工时间"),
                       QStringLiteral("计划开工日期"), QStringLiteral("预计开工时间"),
                       QStringLiteral("计划(拟)开工时间")}),
            field<&P::plannedProduce>("planned_produce", QStringLiteral("计划投产"))
                .also({QStringLiteral("计划投产时间"), QStringLiteral("拟投产时间"),
                       QStringLiteral("计划竣工时间"), QStringLiteral("预计竣工"),
                       QStringLiteral("预计投产时间"), QStringLiteral("拟竣工时间"),
                       QStringLiteral("计划竣工"), QStringLiteral("计划(拟)投产时间")}),
            field<&P::plannedAttain>("planned_attain", QStringLiteral("计划达效"))
                .also({QStringLiteral("计划达效时间"), QStringLiteral("预计达效时间")}),
            field<&P::reservedOn>("reserved_on", QStringLiteral("储备入库时间"))
                .also({QStringLiteral("储备时间"), QStringLiteral("储备日期"), QStringLiteral("入储时间"),
                       QStringLiteral("进入储备库时间"), QStringLiteral("纳入储备时间")}),
            field<&P::actualSign>("actual_sign", QStringLiteral("签约时间"))
                .also({QStringLiteral("签约日期"), QStringLiteral("实际签约")}),
            field<&P::fulfilledOn>("fulfilled_on", QStringLiteral("履约时间"))
                .also({QStringLiteral("履约日期"), QStringLiteral("实际履约"), QStringLiteral("实际履约时间"),
                       QStringLiteral("合同履约时间")}),
            field<&P::actualStart>("actual_start", QStringLiteral("实际开工"))
                .also({QStringLiteral("实际开工时间"), QStringLiteral("开工时间"),
                       QStringLiteral("今年开工时间"), QStringLiteral("开工日期"),
                       QStringLiteral("实际(今年)开工时间")}),
            field<&P::actualProduce>("actual_produce", QStringLiteral("实际投产"))
                .also({QStringLiteral("实际投产时间"), QStringLiteral("投产时间"), QStringLiteral("投产日期"),
                       QStringLiteral("竣工时间")}),
            field<&P::actualAttain>("actual_attain", QStringLiteral("实际达效"))
                .also(
                    {QStringLiteral("达效时间"), QStringLiteral("实际达效时间"), QStringLiteral("达效日期")}),
            field<&P::statisticsEntry>("statistics_entry", QStringLiteral("入库纳统时间"))
                .also({QStringLiteral("入库时间"), QStringLiteral("纳统时间"), QStringLiteral("入统时间")}),
            field<&P::suspendedOn>("suspended_on", QStringLiteral("暂停时间"))
                .also({QStringLiteral("暂缓时间"), QStringLiteral("停工时间")}),
            field<&P::terminatedOn>("terminated_on", QStringLiteral("终止时间"))
                .also({QStringLiteral("退出时间"), QStringLiteral("调出时间")}),
            field<&P::terminationReason>("termination_reason", QStringLiteral("终止原因"))
                .also({QStringLiteral("退出原因"), QStringLiteral("调出原因")}),
            field<&P::removalApprovedOn>("removal_approved_on", QStringLiteral("批准调出时间"))
                .also({QStringLiteral("调出批准时间"), QStringLiteral("同意调出时间"),
                       QStringLiteral("批准退出时间"), QStringLiteral("批准调出日期")})
                .about(
                    QStringLiteral("主管部门批准调出的日期；按“批准调出的不计”的口径，从这一天起不再计入")),
            field<&P::patron>("patron", QStringLiteral("包联领导"))
                .personal()
                .also({QStringLiteral("挂点领导"), QStringLiteral("挂钩领导"), QStringLiteral("包保领导"),
                       QStringLiteral("包联县领导")}),
            field<&P::serviceOfficer>("service_officer", QStringLiteral("服务专员"))
                .personal()
                .also({QStringLiteral("项目专员"), QStringLiteral("服务秘书")}),
            field<&P::responsibleUnit>("responsible_unit", QStringLiteral("责任单位"))
                .also({QStringLiteral("牵头单位"), QStringLiteral("责任部门"),
                       QStringLiteral("责任单位及责任人"), QStringLiteral("责任单位和责任人"),
                       QStringLiteral("责任单位(责任人)")}),
            field<&P::responsiblePerson>("responsible_person", QStringLiteral("责任人"))
                .personal()
                .also({QStringLiteral("负责人"), QStringLiteral("联系人")}),
            field<&P::phone>("phone", QStringLiteral("联系电话"))
                .personal()
                .also({QStringLiteral("电话"), QStringLiteral("联系方式"), QStringLiteral("联系人及电话")}),
            field<&P::keyProject>("key_project", QStringLiteral("重点项目"))
                .also({QStringLiteral("是否重点")}),
            field<&P::remarks>("remarks", QStringLiteral("备注")).longText(),
        },
        {{QStringLiteral("zone")}, {QStringLiteral("code")}});
    return e;
}

} // namespace yipi
