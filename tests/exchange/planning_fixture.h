// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange_fixture.h"

namespace yipi::exchange::test {

inline constexpr qint64 kWan = 10'000;

inline constexpr const char *kTitle = "2024年第2次“三个一批”活动签约项目清单";

/// A signing list; `rows` below 项目名称, 开发区, 投资方, 总投资, 签约时间. All are 产业项目.
inline Sheet signSheet(std::initializer_list<std::vector<Typed>> rows, const char *title = kTitle,
                       const char *investment = "总投资（万元）") {
    Sheet sheet =
        sheetOf("签约", {{title}, {"项目名称", "开发区", "投资方", investment, "签约时间", "产业项目"}});
    Sheet data = sheetOf("", rows);
    const std::size_t last = sheet.rows.back().size() - 1;
    for (auto &row : data.rows) {
        row.resize(std::max(row.size(), last));
        row.push_back({Cell::Kind::Text, 0, QStringLiteral("是")});
    }
    sheet.rows.insert(sheet.rows.end(), data.rows.begin(), data.rows.end());
    return sheet;
}

inline Workbook oneProject(double investment = 1200, const char *zone = "孝义经济开发区") {
    return bookOf({signSheet({{"甲项目", zone, "甲公司", investment, "2024-05-10"}})});
}

inline Workbook julyReport(double investment) {
    return bookOf({sheetOf("7月调度", {{"2024年7月项目调度表"},
                                       {"项目名称", "开发区", "7月完成投资（万元）", "形象进度"},
                                       {"甲项目", "孝义", investment, "主体封顶"}})});
}

class Planning : public testing::Test {
protected:
    ImportPlan plan(const Workbook &workbook, const ImportOptions &options = {}) {
        auto plan = m_ledger.plan(workbook, options);
        EXPECT_TRUE(plan) << plan.error().text();
        return plan ? std::move(*plan) : ImportPlan{};
    }
    Error refusal(const Workbook &workbook, const ImportOptions &options) {
        const auto plan = m_ledger.plan(workbook, options);
        EXPECT_FALSE(plan);
        return plan ? Error{} : plan.error();
    }
    void import(const Workbook &workbook, const ImportOptions &options = {}) {
        const auto made = plan(workbook, options);
        EXPECT_EQ(errorCodes(made).join(u' '), QString());
        m_ledger.apply(made.changes);
    }
    qint64 investmentOf(const char *name) {
        const Project *project = m_ledger.project(QString::fromUtf8(name));
        return project && project->totalInvestment ? project->totalInvestment->yuan() : -1;
    }

    TestLedger m_ledger;
};

inline ImportOptions onConflict(ImportOptions::OnConflict what) {
    ImportOptions options;
    options.onConflict = what;
    return options;
}

using OnConflict = ImportOptions::OnConflict;

} // namespace yipi::exchange::test
