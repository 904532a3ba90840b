// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/validation.h"

#include "domain/text_parsing.h"

namespace yipi {

namespace {

/// Collects the findings about one record.
class Issues {
public:
    void error(const char *rule, const char *field, const QString &message) {
        add(Severity::Error, rule, field, message);
    }
    void warning(const char *rule, const char *field, const QString &message) {
        add(Severity::Warning, rule, field, message);
    }
    QList<Issue> take() { return std::move(m_list); }

private:
    void add(Severity severity, const char *rule, const char *field, const QString &message) {
        m_list.append({severity, QString::fromLatin1(rule), QString::fromLatin1(field), message});
    }
    QList<Issue> m_list;
};

/// Amounts, areas and numbers of people below zero are errors in every entity.
template <class E>
void rejectNegativeFigures(const E &e, Issues &issues) {
    for (const auto &f : entity<E>().fields) {
        const bool isFigure = f.type == FieldType::Quantity || f.type == FieldType::Integer;
        if (f.type != FieldType::Money && !isFigure)
            continue;
        const Value value = f.get(e);
        if (isEmpty(value) || std::get<qint64>(value) >= 0)
            continue;
        if (isFigure)
            issues.error(
                "negative_number", f.key.toLatin1().constData(),
                QStringLiteral("%1不能是负数（%2）").arg(f.title, displayText(f, value, f.moneyUnit)));
        else
            issues.error(
                "negative_money", f.key.toLatin1().constData(),
                QStringLiteral("%1不能是负数（%2 万元）")
                    .arg(f.title, Money::fromYuan(std::get<qint64>(value)).shortText(MoneyUnit::Wan)));
    }
}

QString iso(QDate date) {
    return date.toString(Qt::ISODate);
}

QString wan(Money money) {
    return money.shortText(MoneyUnit::Wan) + QStringLiteral(" 万元");
}

/// A later event dated before an earlier one.
void checkOrder(Issues &issues, const char *rule, const char *field, const QString &earlier,
                QDate earlierDate, const QString &later, QDate laterDate) {
    if (earlierDate.isValid() && laterDate.isValid() && laterDate < earlierDate)
        issues.warning(rule, field,
                       QStringLiteral("%1（%2）早于%3（%4），请核对")
                           .arg(later, iso(laterDate), earlier, iso(earlierDate)));
}

} // namespace

QList<Issue> validate(const Project &project, QDate asOf) {
    Issues issues;
    if (project.name.trimmed().isEmpty())
        issues.error("missing_name", "name", QStringLiteral("缺少项目名称，请填写"));
    if (project.zone.id == 0)
        issues.error("missing_zone", "zone", QStringLiteral("缺少开发区，请选择项目所在的开发区"));
    rejectNegativeFigures(project, issues);

    checkOrder(issues, "sign_before_reserve", "actual_sign", QStringLiteral("储备入库"), project.reservedOn,
               QStringLiteral("签约"), project.actualSign);
    checkOrder(issues, "fulfil_before_sign", "fulfilled_on", QStringLiteral("签约"), project.actualSign,
               QStringLiteral("履约"), project.fulfilledOn);
    checkOrder(issues, "start_before_sign", "actual_start", QStringLiteral("签约"), project.actualSign,
               QStringLiteral("开工"), project.actualStart);
    checkOrder(issues, "produce_before_start", "actual_produce", QStringLiteral("开工"), project.actualStart,
               QStringLiteral("投产"), project.actualProduce);
    checkOrder(issues, "planned_produce_before_start", "planned_produce", QStringLiteral("计划开工"),
               project.plannedStart, QStringLiteral("计划投产"), project.plannedProduce);
    checkOrder(issues, "attain_before_produce", "actual_attain", QStringLiteral("投产"),
               project.actualProduce, QStringLiteral("达效"), project.actualAttain);
    if (project.actualProduce.isValid() && !project.actualStart.isValid())
        issues.warning("produce_without_start", "actual_start",
                       QStringLiteral("已投产但没有开工时间，请补填"));
    if (project.removalApprovedOn.isValid() && !project.terminatedOn.isValid())
        issues.warning("removal_without_termination", "terminated_on",
                       QStringLiteral("已批准调出但没有终止时间，请补填"));

    const struct {
        const char *field;
        const char16_t *name;
        QDate date;
    } events[]{{"reserved_on", u"储备入库时间", project.reservedOn},
               {"actual_sign", u"签约时间", project.actualSign},
               {"fulfilled_on", u"履约时间", project.fulfilledOn},
               {"actual_start", u"实际开工", project.actualStart},
               {"actual_produce", u"实际投产", project.actualProduce},
               {"actual_attain", u"实际达效", project.actualAttain}};
    for (const auto &event : events)
        if (event.date.isValid() && asOf.isValid() && event.date > asOf)
            issues.warning("event_in_future", event.field,
                           QStringLiteral("%1 %2 晚于截止日 %3")
                               .arg(QString::fromUtf16(event.name), iso(event.date), iso(asOf)));
    return issues.take();
}

QList<Issue> validate(const Target &target) {
    Issues issues;
    rejectNegativeFigures(target, issues);
    if (!target.year || *target.year < 2000 || *target.year > 2100)
        issues.error("bad_year", "year", QStringLiteral("任务目标的年度应为 2000 至 2100 之间的年份"));
    const bool counts = countsPieces(target.indicator);
    if (!target.value())
        issues.error("missing_target", counts ? "target_count" : "target_amount",
                     counts ? QStringLiteral("“%1”按个数下达，请填写任务个数").arg(title(target.indicator))
                            : QStringLiteral("“%1”按金额下达，请填写任务金额").arg(title(target.indicator)));
    if (counts ? target.targetAmount.has_value() : target.targetCount.has_value())
        issues.error("wrong_target", counts ? "target_amount" : "target_count",
                     counts ? QStringLiteral("“%1”按个数下达，不填任务金额").arg(title(target.indicator))
                            : QStringLiteral("“%1”按金额下达，不填任务个数").arg(title(target.indicator)));
    if (const auto curve = paceCurve(target.curve); !curve)
        issues.error("bad_curve", "curve", curve.error().text());
    return issues.take();
}

namespace {

void checkYear(const MonthlyProgress &report, const MonthlyProgress *previous, Issues &issues) {
    if (report.annualPlan && !report.yearInvestment)
        issues.warning("plan_without_year", "year_investment",
                       QStringLiteral("有年度计划投资但没有今年累计完成投资，投资完成率按 0 计，请补填"));
    if (!report.yearInvestment)
        return;
    const Money year = *report.yearInvestment;
    if (report.cumulativeInvestment && year > *report.cumulativeInvestment)
        issues.warning("year_over_cumulative", "year_investment",
                       QStringLiteral("今年累计完成 %1 大于开工以来累计 %2")
                           .arg(wan(year), wan(*report.cumulativeInvestment)));
    const bool sameYear = previous && previous->month && report.month &&
                          previous->month->year() == report.month->year() && previous->yearInvestment;
    if (!sameYear)
        return;
    if (year < *previous->yearInvestment)
        issues.warning(
            "year_falls", "year_investment",
            QStringLiteral("今年累计完成 %1 小于上月的 %2").arg(wan(year), wan(*previous->yearInvestment)));
    else if (report.investment && *previous->yearInvestment + *report.investment != year)
        issues.warning("year_mismatch", "year_investment",
                       QStringLiteral("上月的今年累计 %1 加本月 %2 不等于今年累计 %3")
                           .arg(wan(*previous->yearInvestment), wan(*report.investment), wan(year)));
}

void checkFunds(const MonthlyProgress &report, const Project &project, const MonthlyProgress *previous,
                Issues &issues) {
    if (!report.fundsInPlace)
        return;
    if (project.totalInvestment && *report.fundsInPlace > *project.totalInvestment)
        issues.warning("funds_over_total", "funds_in_place",
                       QStringLiteral("累计到位资金 %1 大于总投资 %2")
                           .arg(wan(*report.fundsInPlace), wan(*project.totalInvestment)));
    if (previous && previous->fundsInPlace && *report.fundsInPlace < *previous->fundsInPlace)
        issues.warning("funds_fall", "funds_in_place",
                       QStringLiteral("累计到位资金 %1 小于上月的 %2")
                           .arg(wan(*report.fundsInPlace), wan(*previous->fundsInPlace)));
}

} // namespace

QList<Issue> validate(const MonthlyProgress &report, const Project &project,
                      const MonthlyProgress *previous) {
    Issues issues;
    rejectNegativeFigures(report, issues);
    if (report.cumulativeInvestment && project.totalInvestment &&
        *report.cumulativeInvestment > *project.totalInvestment)
        issues.warning("cumulative_over_total", "cumulative_investment",
                       QStringLiteral("累计完成 %1 大于总投资 %2")
                           .arg(wan(*report.cumulativeInvestment), wan(*project.totalInvestment)));
    if (previous && previous->cumulativeInvestment && report.cumulativeInvestment) {
        if (*report.cumulativeInvestment < *previous->cumulativeInvestment)
            issues.warning("cumulative_falls", "cumulative_investment",
                           QStringLiteral("累计完成 %1 小于上月累计 %2")
                               .arg(wan(*report.cumulativeInvestment), wan(*previous->cumulativeInvestment)));
        else if (report.investment &&
                 *previous->cumulativeInvestment + *report.investment != *report.cumulativeInvestment)
            issues.warning("cumulative_mismatch", "cumulative_investment",
                           QStringLiteral("上月累计 %1 加本月 %2 不等于本月累计 %3")
                               .arg(wan(*previous->cumulativeInvestment), wan(*report.investment),
                                    wan(*report.cumulativeInvestment)));
    }
    checkYear(report, previous, issues);
    checkFunds(report, project, previous, issues);
    const bool hasOutput = (report.output && report.output->yuan() > 0) ||
                           (report.annualOutput && report.annualOutput->yuan() > 0);
    if (hasOutput && !project.actualProduce.isValid())
        issues.warning("output_without_production", "annual_output",
                       QStringLiteral("有产值但项目没有投产时间"));
    if (previous && !report.progress.isEmpty() && report.progress == previous->progress)
        issues.warning("text_unchanged", "progress", QStringLiteral("形象进度与上月相同，请确认没有变化"));
    return issues.take();
}

} // namespace yipi
