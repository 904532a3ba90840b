// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/month_differences.h"

namespace yipi::exchange::detail {

namespace {

using Values = std::vector<ProgressValue>;

int progressField(const char *key) {
    return entityInfo(EntityKind::MonthlyProgress).indexOf(QString::fromLatin1(key));
}

qint64 yuan(const ProgressValue &value) {
    return std::get<qint64>(value.value);
}

QString sumText(const SheetLayout &layout, const ProgressValue &value) {
    for (const SheetColumn &column : layout.columns)
        if (column.mapping.column == value.column && column.mapping.unit)
            return QStringLiteral("%1 %2").arg(
                Money::fromYuan(yuan(value)).shortText(*column.mapping.unit, 4), title(*column.mapping.unit));
    return QString::number(yuan(value));
}

/// One kind of sum and the figure of a month that it grows by.
struct Series {
    Values sums; ///< by month, ascending
    int monthly = 0;
    bool isSinceJanuary = false;
};

class Differences {
public:
    Differences(const SheetLayout &layout, RowData &data, FindingList &findings)
        : m_layout(layout)
        , m_data(data)
        , m_findings(findings) {}
    void add(Series series);

private:
    bool isGiven(int field, Month month) const {
        return std::any_of(m_data.progress.begin(), m_data.progress.end(), [&](const ProgressValue &value) {
            return value.field == field && value.month == month;
        });
    }
    void addFigure(const Series &series, const ProgressValue &sum, qint64 figure);
    void tellFall(const ProgressValue &before, const ProgressValue &now);

    const SheetLayout &m_layout;
    RowData &m_data;
    FindingList &m_findings;
};

void Differences::addFigure(const Series &series, const ProgressValue &sum, qint64 figure) {
    ProgressValue monthly = sum;
    monthly.field = series.monthly;
    monthly.value = Value(figure);
    m_data.progress.push_back(std::move(monthly));
    m_findings.share(QStringLiteral("month_derived"), m_data.row, sum.column,
                     entityInfo(EntityKind::MonthlyProgress).fields[std::size_t(series.monthly)].key,
                     QStringLiteral("没有单月数，由相邻两月的累计数相减得出（只有1-2月的记在2月）"));
}

void Differences::tellFall(const ProgressValue &before, const ProgressValue &now) {
    const auto field = entityInfo(EntityKind::MonthlyProgress).fields[std::size_t(now.field)];
    m_findings.warning(
        QStringLiteral("cumulative_falls"), m_data.row, now.column, field.key, sumText(m_layout, now),
        QStringLiteral("累计数下降：%1 的 %2 → %3 的 %4，当月数未算，请核对")
            .arg(before.month->text(), sumText(m_layout, before), now.month->text(), sumText(m_layout, now)));
}

void Differences::add(Series series) {
    std::sort(series.sums.begin(), series.sums.end(), [](const ProgressValue &a, const ProgressValue &b) {
        return a.month->index() < b.month->index();
    });
    for (std::size_t i = 0; i < series.sums.size(); ++i) {
        const ProgressValue &sum = series.sums[i];
        const Month month = *sum.month;
        const ProgressValue *before = i > 0 ? &series.sums[i - 1] : nullptr;
        if (before && series.isSinceJanuary && before->month->year() != month.year())
            before = nullptr;
        if (before && yuan(sum) < yuan(*before)) {
            // The check of the records compares stored sums of one month with those of the next.
            if (sum.field == series.monthly || before->month->plus(1) != month)
                tellFall(*before, sum);
            continue;
        }
        if (isGiven(series.monthly, month))
            continue;
        if (before && before->month->plus(1) == month)
            addFigure(series, sum, yuan(sum) - yuan(*before));
        else if (!before && series.isSinceJanuary && month.month() <= 2)
            addFigure(series, sum, yuan(sum));
    }
}

/// The sums of one field in columns that name their month, if there are several.
Series seriesOf(const SheetLayout &layout, const Values &values, int field, int monthly,
                bool isSinceJanuary) {
    const auto hasMonth = [&](const SheetColumn &column) {
        return column.isRead() && column.month && column.match.entity == EntityKind::MonthlyProgress &&
               column.field == field;
    };
    Series series{{}, monthly, isSinceJanuary};
    if (std::count_if(layout.columns.begin(), layout.columns.end(), hasMonth) < 2)
        return series;
    for (const ProgressValue &value : values)
        if (value.field == field && value.month)
            series.sums.push_back(value);
    return series;
}

} // namespace

void addMonthlyDifferences(const SheetLayout &layout, RowData &data, FindingList &findings) {
    static const int kMonthly = progressField("investment");
    static const int kYear = progressField("year_investment");
    static const int kCumulative = progressField("cumulative_investment");
    static const int kOutput = progressField("output");
    Differences differences(layout, data, findings);
    differences.add(seriesOf(layout, data.progress, kYear, kMonthly, true));
    differences.add(seriesOf(layout, data.progress, kCumulative, kMonthly, false));
    differences.add(seriesOf(layout, data.outputSums, kOutput, kOutput, true));
}

} // namespace yipi::exchange::detail
