// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/facts_testing.h"

namespace yipi::test {

namespace {

template <class E>
std::vector<Record> records(const std::vector<E> &list) {
    std::vector<Record> all;
    for (const E &e : list) {
        all.push_back(toRecord(e));
        all.back().version = 0; // counted up by each change, also by one that is taken back
    }
    return all;
}

/// Words are numbered as they came: what counts is what the columns say.
std::vector<std::pair<QString, std::vector<Value>>> customValues(const indicators::Facts &facts) {
    std::vector<std::pair<QString, std::vector<Value>>> columns;
    for (const auto &column : facts.customColumns) {
        columns.push_back({column.info().title, {}});
        for (std::uint32_t i = 0; i < facts.projects.size(); ++i)
            columns.back().second.push_back(column.value(i));
    }
    return columns;
}

} // namespace

void expectSameFacts(const indicators::Facts &found, const indicators::Facts &expected, const char *why) {
    EXPECT_EQ(records(found.zones), records(expected.zones)) << why;
    EXPECT_EQ(records(found.chains), records(expected.chains)) << why;
    EXPECT_EQ(records(found.campaigns), records(expected.campaigns)) << why;
    EXPECT_EQ(found.industries, expected.industries) << why;
    EXPECT_EQ(found.strategicClasses, expected.strategicClasses) << why;
    EXPECT_TRUE(found.projects == expected.projects) << why;
    EXPECT_TRUE(found.entries == expected.entries) << why;
    EXPECT_TRUE(found.outputs == expected.outputs) << why;
    EXPECT_TRUE(found.funds == expected.funds) << why;
    EXPECT_TRUE(found.plans == expected.plans) << why;
    EXPECT_TRUE(found.milestones == expected.milestones) << why;
    EXPECT_TRUE(found.targets == expected.targets) << why;
    EXPECT_EQ(customValues(found), customValues(expected)) << why;
    EXPECT_EQ(found.projectIndex, expected.projectIndex) << why;
    EXPECT_EQ(found.entryBegin, expected.entryBegin) << why;
    EXPECT_EQ(found.entriesByProject, expected.entriesByProject) << why;
    EXPECT_EQ(found.searchText, expected.searchText) << why;
    EXPECT_EQ(found.searchEnd, expected.searchEnd) << why;
}

} // namespace yipi::test
