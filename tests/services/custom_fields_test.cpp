// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/custom_field.h"
#include "domain/problem.h"
#include "domain/zone_resources.h"
#include "indicators/expression/dictionary_names.h"
#include "services/removal.h"
#include "services/temporary_ledger.h"

#include <QSignalSpy>

using namespace yipi;
using services::LedgerService;
using test::insertOf;
using test::TemporaryLedger;

namespace {

class CustomFieldsTest : public ::testing::Test {
protected:
    CustomFieldsTest() {
        add(QStringLiteral("custom_1"), QStringLiteral("环评批复号"), CustomType::Text);
        add(QStringLiteral("custom_2"), QStringLiteral("设备台数"), CustomType::Number);
        add(QStringLiteral("custom_3"), QStringLiteral("专项债"), CustomType::Money);
        add(QStringLiteral("custom_4"), QStringLiteral("拿地时间"), CustomType::Date);
        add(QStringLiteral("custom_5"), QStringLiteral("评级"), CustomType::Choice,
            QStringLiteral("A类\nB类\nC类"));
    }

    Result<AppliedChangeSet> tryAdd(const QString &key, const QString &title, CustomType type,
                                    const QString &options = {}) {
        CustomField field;
        field.key = key;
        field.title = title;
        field.type = type;
        field.options = options;
        ChangeSet set;
        set.title = QStringLiteral("新建字段");
        set.changes = {insertOf(field)};
        return t.ledger->apply(set);
    }
    void add(const QString &key, const QString &title, CustomType type, const QString &options = {}) {
        const auto added = tryAdd(key, title, type, options);
        ASSERT_TRUE(added) << added.error().message.toStdString();
    }
    Result<AppliedChangeSet> edit(qint64 id, const char *field, const QString &text) {
        return t.ledger->edit(EntityKind::Project, id, t.project(id).version, QString::fromLatin1(field),
                              text);
    }
    QString shown(qint64 id, const char *key) {
        const int field = t.ledger->fieldIndex(EntityKind::Project, QString::fromLatin1(key));
        const Record record = t.ledger->record(EntityKind::Project, id).value();
        return t.ledger->text(t.ledger->fields(EntityKind::Project)[std::size_t(field)],
                              record.values.at(std::size_t(field)));
    }
    std::vector<qint64> sorted(const char *key, Qt::SortOrder order = Qt::AscendingOrder) {
        return t.ledger->projectIds({}, {}, {{QString::fromLatin1(key), order}}).value();
    }
    std::vector<qint64> where(const QString &condition) {
        ProjectFilter filter;
        filter.where = condition;
        return t.ledger->projectIds(filter, {}).value();
    }

    TemporaryLedger t;
};

} // namespace

TEST_F(CustomFieldsTest, AreReadAndWrittenLikeBuiltInOnes) {
    ASSERT_TRUE(edit(t.first, "custom_1", QStringLiteral("吕环审〔2024〕5号")));
    ASSERT_TRUE(edit(t.first, "custom_2", QStringLiteral("1,200.5")));
    ASSERT_TRUE(edit(t.first, "custom_3", QStringLiteral("1.2亿")));
    ASSERT_TRUE(edit(t.first, "custom_4", QStringLiteral("2024.3")));
    ASSERT_TRUE(edit(t.first, "custom_5", QStringLiteral("B类")));
    const auto expectValues = [&] {
        EXPECT_EQ(shown(t.first, "custom_1"), QStringLiteral("吕环审〔2024〕5号"));
        EXPECT_EQ(shown(t.first, "custom_2"), QStringLiteral("1200.50"));
        EXPECT_EQ(shown(t.first, "custom_3"), QStringLiteral("12000.00"));
        EXPECT_TRUE(shown(t.first, "custom_4").startsWith(QStringLiteral("2024-03")));
        EXPECT_EQ(shown(t.first, "custom_5"), QStringLiteral("B类"));
        EXPECT_EQ(shown(t.second, "custom_1"), QString());
    };
    expectValues();
    t.reopen();
    expectValues();
    ASSERT_TRUE(edit(t.first, "custom_2", QString()));
    EXPECT_EQ(shown(t.first, "custom_2"), QString());
    EXPECT_EQ(edit(t.first, "custom_5", QStringLiteral("D类")).error().code, ErrorCode::InvalidValue);
    EXPECT_EQ(edit(t.first, "custom_4", QStringLiteral("下个月")).error().code, ErrorCode::InvalidValue);
    EXPECT_EQ(edit(t.first, "custom_9", QStringLiteral("1")).error().code, ErrorCode::Usage);
}

TEST_F(CustomFieldsTest, ANewProjectBringsItsCustomValuesInOneSet) {
    Project project;
    project.uid = QStringLiteral("u-new");
    project.name = QStringLiteral("储能电池项目");
    project.zone = t.project(t.first).zone;
    RecordChange change = insertOf(project);
    change.values.emplace_back(t.ledger->fieldIndex(EntityKind::Project, QStringLiteral("custom_2")),
                               Value(qint64(300)));
    ChangeSet set;
    set.title = QStringLiteral("新增项目");
    set.changes = {change};
    const auto applied = t.ledger->apply(set);
    ASSERT_TRUE(applied) << applied.error().message.toStdString();
    const qint64 id = applied->records.front().id;
    EXPECT_EQ(shown(id, "custom_2"), QStringLiteral("3.00"));
    ASSERT_TRUE(t.ledger->undo());
    EXPECT_FALSE(t.ledger->record(EntityKind::Project, id));
    ASSERT_TRUE(t.ledger->redo());
    EXPECT_EQ(shown(id, "custom_2"), QStringLiteral("3.00"));
}

TEST_F(CustomFieldsTest, UndoHistoryAndAnOldVersionWorkAsForBuiltInOnes) {
    ASSERT_TRUE(edit(t.first, "custom_1", QStringLiteral("甲")));
    ASSERT_TRUE(edit(t.first, "custom_1", QStringLiteral("乙")));
    const auto lines = t.ledger->history(EntityKind::Project, t.first).value();
    ASSERT_GE(lines.size(), 2);
    EXPECT_EQ(lines.back().field, QStringLiteral("环评批复号"));
    EXPECT_EQ(lines.back().before, QStringLiteral("甲"));
    EXPECT_EQ(lines.back().after, QStringLiteral("乙"));
    EXPECT_EQ(lines[lines.size() - 2].after, QStringLiteral("甲"));
    EXPECT_EQ(lines[lines.size() - 2].before, QString());
    ASSERT_TRUE(t.ledger->undo());
    EXPECT_EQ(shown(t.first, "custom_1"), QStringLiteral("甲"));
    t.reopen();
    ASSERT_TRUE(t.ledger->undo());
    EXPECT_EQ(shown(t.first, "custom_1"), QString());
    EXPECT_EQ(
        t.ledger->edit(EntityKind::Project, t.first, 99, QStringLiteral("custom_1"), QStringLiteral("x"))
            .error()
            .code,
        ErrorCode::Conflict);
}

TEST_F(CustomFieldsTest, OrderTheProjectsWithEmptyOnesLast) {
    ASSERT_TRUE(edit(t.first, "custom_2", QStringLiteral("20")));
    EXPECT_EQ(sorted("custom_2").front(), t.first);
    EXPECT_EQ(sorted("custom_2", Qt::DescendingOrder).front(), t.first) << "empty ones stay last";
    ASSERT_TRUE(edit(t.second, "custom_2", QStringLiteral("3")));
    EXPECT_EQ(sorted("custom_2").front(), t.second);
    ASSERT_TRUE(edit(t.first, "custom_5", QStringLiteral("C类")));
    ASSERT_TRUE(edit(t.second, "custom_5", QStringLiteral("A类")));
    EXPECT_EQ(sorted("custom_5").front(), t.second);
    EXPECT_EQ(sorted("custom_5", Qt::DescendingOrder).front(), t.first);
}

TEST_F(CustomFieldsTest, ListsOfTheirValuesAreAsWritten) {
    ASSERT_TRUE(edit(t.first, "custom_5", QStringLiteral("B类")));
    ASSERT_TRUE(edit(t.second, "custom_4", QStringLiteral("2024-05-01")));
    const auto ratings = t.ledger->fieldValues(QStringLiteral("custom_5"), {}).value();
    EXPECT_EQ(ratings.titles, QStringList{QStringLiteral("B类")});
    EXPECT_EQ(ratings.members, (std::vector<std::uint32_t>{1, 0}));
    EXPECT_EQ(t.ledger->fieldValues(QStringLiteral("custom_4"), {}).value().titles,
              QStringList{QStringLiteral("2024-05-01")});
}

TEST_F(CustomFieldsTest, ConditionsAskForThemByTheirNames) {
    ASSERT_TRUE(edit(t.first, "custom_1", QStringLiteral("吕环审〔2024〕5号")));
    ASSERT_TRUE(edit(t.first, "custom_2", QStringLiteral("120.5")));
    ASSERT_TRUE(edit(t.second, "custom_2", QStringLiteral("8")));
    ASSERT_TRUE(edit(t.first, "custom_3", QStringLiteral("1.2亿")));
    ASSERT_TRUE(edit(t.first, "custom_4", QStringLiteral("2024-03-15")));
    ASSERT_TRUE(edit(t.second, "custom_4", QStringLiteral("2024-05-01")));
    ASSERT_TRUE(edit(t.second, "custom_5", QStringLiteral("B类")));
    const std::vector<qint64> first{t.first}, second{t.second};
    EXPECT_EQ(where(QStringLiteral("设备台数 > 100")), first);
    EXPECT_EQ(where(QStringLiteral("custom_2 <= 8")), second);
    EXPECT_EQ(where(QStringLiteral("环评批复号 ~ 环审")), first);
    EXPECT_EQ(where(QStringLiteral("专项债 >= 1亿 且 拿地时间 < 2024-04")), first);
    EXPECT_EQ(where(QStringLiteral("拿地时间 = 2024-05")), second);
    EXPECT_EQ(where(QStringLiteral("评级 = B类")), second);
    EXPECT_EQ(where(QStringLiteral("评级 为空")), first);
    const auto read = [&](const QString &condition) {
        return indicators::checkedExpression(condition, t.ledger->facts());
    };
    const auto condition = read(QStringLiteral("设备台数不少于100.00"));
    ASSERT_TRUE(condition);
    EXPECT_EQ(condition->words(), QStringLiteral("设备台数不少于100.00"));
    EXPECT_EQ(*read(condition->text()), *condition) << "reads back";
    EXPECT_TRUE(read(QStringLiteral("设备台")).error().message.contains(QStringLiteral("设备台数")));
    EXPECT_TRUE(read(QStringLiteral("拿地时间 < 截至")).error().message.contains(QStringLiteral("截至")));
    EXPECT_FALSE(indicators::parseExpression(u"设备台数 > 100")) << "another ledger has no such field";
}

TEST_F(CustomFieldsTest, AreCheckedBeforeTheyAreWritten) {
    const auto message = [](const Result<AppliedChangeSet> &result) {
        return result ? QStringLiteral("written") : result.error().message;
    };
    EXPECT_TRUE(message(tryAdd(QStringLiteral("custom_6"), QStringLiteral("总投资"), CustomType::Money))
                    .contains(QStringLiteral("已经有了")));
    EXPECT_TRUE(message(tryAdd(QStringLiteral("custom_6"), QStringLiteral("评级"), CustomType::Text))
                    .contains(QStringLiteral("已经有了")));
    EXPECT_TRUE(message(tryAdd(QStringLiteral("custom_6"), QStringLiteral("等级"), CustomType::Choice))
                    .contains(QStringLiteral("可选的词")));
    EXPECT_TRUE(message(tryAdd(QStringLiteral("custom_6"), QString(), CustomType::Text))
                    .contains(QStringLiteral("没有填")));

    const auto retype = [&](qint64 field) {
        const Record record = t.ledger->record(EntityKind::CustomField, field).value();
        return t.ledger->edit(EntityKind::CustomField, field, record.version, QStringLiteral("type"),
                              QStringLiteral("数字"));
    };
    const auto fields = t.ledger->allRecords(EntityKind::CustomField).value();
    EXPECT_TRUE(retype(fields[0].id)) << "nothing filled in yet";
    ASSERT_TRUE(edit(t.first, "custom_4", QStringLiteral("2024-03-15")));
    EXPECT_TRUE(message(retype(fields[3].id)).contains(QStringLiteral("1 个项目填了值")));
}

TEST_F(CustomFieldsTest, ProjectsAndFieldsGoWithTheirValuesAndComeBack) {
    QSignalSpy fieldsChanged(t.ledger.get(), &LedgerService::fieldsChanged);
    ASSERT_TRUE(edit(t.first, "custom_1", QStringLiteral("甲")));
    Problem problem;
    problem.project = {t.first};
    problem.description = QStringLiteral("土地手续未办结");
    LandParcel parcel;
    parcel.code = QStringLiteral("BZD-1");
    parcel.zone = t.project(t.first).zone;
    parcel.project = {t.first};
    ChangeSet set;
    set.title = QStringLiteral("登记");
    set.changes = {insertOf(problem), insertOf(parcel)};
    const auto added = t.ledger->apply(set);
    ASSERT_TRUE(added) << added.error().message.toStdString();
    const qint64 parcelId = added->records[1].id;
    const auto projectOfParcel = [&] {
        return fromRecord<LandParcel>(t.ledger->record(EntityKind::LandParcel, parcelId).value()).project.id;
    };

    const auto removal = services::removalOf(*t.ledger, EntityKind::Project, std::array{t.first});
    ASSERT_TRUE(removal) << removal.error().message.toStdString();
    ASSERT_TRUE(t.ledger->apply(*removal));
    EXPECT_FALSE(t.ledger->record(EntityKind::Project, t.first));
    EXPECT_EQ(projectOfParcel(), 0) << "the parcel stays, free again";
    EXPECT_TRUE(t.ledger->allRecords(EntityKind::Problem).value().empty());
    ASSERT_TRUE(t.ledger->undo());
    EXPECT_EQ(shown(t.first, "custom_1"), QStringLiteral("甲"));
    EXPECT_EQ(projectOfParcel(), t.first);
    EXPECT_TRUE(fieldsChanged.isEmpty());

    const qint64 field = t.ledger->allRecords(EntityKind::CustomField).value().front().id;
    const auto fieldRemoval = services::removalOf(*t.ledger, EntityKind::CustomField, std::array{field});
    ASSERT_TRUE(fieldRemoval);
    ASSERT_TRUE(t.ledger->apply(*fieldRemoval));
    EXPECT_EQ(fieldsChanged.size(), 1);
    EXPECT_EQ(t.ledger->fieldIndex(EntityKind::Project, QStringLiteral("custom_1")), -1);
    ASSERT_TRUE(t.ledger->undo());
    EXPECT_EQ(shown(t.first, "custom_1"), QStringLiteral("甲"));
    EXPECT_EQ(fieldsChanged.size(), 2);
}

TEST_F(CustomFieldsTest, WhatOthersNeedIsNotDeleted) {
    const qint64 zone = t.project(t.first).zone.id;
    const auto refused = services::removalOf(*t.ledger, EntityKind::Zone, std::array{zone});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::Refused);
    EXPECT_TRUE(refused.error().message.contains(QStringLiteral("引用")))
        << refused.error().message.toStdString();
    EXPECT_EQ(services::removalOf(*t.ledger, EntityKind::Project, std::array{qint64(9999)}).error().code,
              ErrorCode::NotFound);
}
