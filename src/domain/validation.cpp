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

    checkOrder(issues, "start_before_sign", "actual_start", QStringLiteral("签约"), project.actualSign,
               QStringLiteral("开工"), project.actualStart);
    checkOrder(issues, "produce_before_start", "actual_produce", QStringLiteral("开工"), project.actualStart,
               QStringLiteral("投产"), project.actualProduce);
    checkOrder(issues, "attain_before_produce", "actual_attain", QStringLiteral("投产"),
               project.actualProduce, QStringLiteral("达效"), project.actualAttain);
    if (project.actualProduce.isValid() && !project.actualStart.isValid())
        issues.warning("produce_without_start", "actual_start",
                       QStringLiteral("已投产但没有开工时间，请补填"));

    const struct {
        const char *field;
        const char16_t *name;
        QDate date;
    } events[]{{"actual_sign", u"签约时间", project.actualSign},
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
