// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/unit_slips.h"

namespace yipi::exchange::detail {

namespace {

/// The middle of a list; 0 when it is too short to tell anything.
qint64 medianOf(std::vector<qint64> values) {
    constexpr std::size_t kFewest = 5;
    if (values.size() < kFewest)
        return 0;
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

bool isSlip(qint64 value, qint64 usual) {
    constexpr qint64 kUnitSlip = 1000; // 万/亿 differ by 10,000
    return value > 0 && usual > 0 && (value / usual >= kUnitSlip || usual / value >= kUnitSlip);
}

QString wan(qint64 yuan) {
    return Money::fromYuan(yuan).shortText(MoneyUnit::Wan);
}

} // namespace

qint64 usualInvestment(const std::vector<Project> &projects) {
    std::vector<qint64> investments;
    for (const Project &project : projects)
        if (project.totalInvestment && project.totalInvestment->yuan() > 0)
            investments.push_back(project.totalInvestment->yuan());
    return medianOf(std::move(investments));
}

void tellUnitSlips(const SheetLayout &layout, const std::vector<ReadInvestment> &read, qint64 inLedger,
                   FindingList &findings) {
    const auto *column = layout.columnOf(EntityKind::Project, u"total_investment");
    if (!column)
        return;
    std::vector<qint64> values;
    for (const ReadInvestment &investment : read)
        if (investment.yuan > 0)
            values.push_back(investment.yuan);
    const qint64 inColumn = medianOf(values);
    const auto warn = [&](int row, const QString &value, const QString &message) {
        findings.warning(QStringLiteral("unit_suspect"), row, column->mapping.column,
                         QStringLiteral("total_investment"), value, message);
    };
    if (isSlip(inColumn, inLedger))
        warn(layout.headerRow, column->mapping.header,
             QStringLiteral(
                 "这一列的中位数是 %1 万元，台账中项目的中位数是 %2 万元，相差一千倍以上，请核对单位")
                 .arg(wan(inColumn), wan(inLedger)));
    const qint64 usual = inColumn > 0 ? inColumn : inLedger;
    for (const ReadInvestment &investment : read)
        if (investment.isNew && isSlip(investment.yuan, usual))
            warn(
                investment.row, wan(investment.yuan) + QStringLiteral(" 万元"),
                QStringLiteral("与%1的中位数 %2 万元相差一千倍以上，请核对单位是万元还是亿元")
                    .arg(inColumn > 0 ? QStringLiteral("这一列") : QStringLiteral("台账中项目"), wan(usual)));
}

} // namespace yipi::exchange::detail
