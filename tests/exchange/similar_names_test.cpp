// SPDX-License-Identifier: GPL-3.0-or-later
// Names that differ by a slip: the index finds what comparing all with all finds.
#include "domain/text_parsing.h"
#include "exchange/edit_distance.h"
#include "exchange/project_index.h"

#include <QRandomGenerator>
#include <gtest/gtest.h>

namespace yipi::exchange::detail {

namespace {

constexpr qint64 kZone = 7;

/// A name from few parts, so that many are alike, often with a slip or two in it.
QString anyName(QRandomGenerator &random) {
    static const QStringList kPlaces{QStringLiteral("孝义"), QStringLiteral("文水"), QStringLiteral("交口")};
    static const QStringList kWhat{QStringLiteral("氢能装备制造"), QStringLiteral("铝镁新材料"),
                                   QStringLiteral("白酒酿造基地"), QStringLiteral("A座智能工厂")};
    static const QStringList kParts{QString(), QStringLiteral("一期"), QStringLiteral("二期"),
                                    QStringLiteral("3号线")};
    static const QStringList kEnds{QString(), QStringLiteral("项目"), QStringLiteral("建设项目"),
                                   QStringLiteral("工程")};
    const auto any = [&](const QStringList &list) { return list.at(random.bounded(int(list.size()))); };
    QString name = any(kPlaces) + any(kWhat) + any(kParts) + any(kEnds);
    for (int slips = random.bounded(3); slips > 0; --slips) {
        const int at = random.bounded(int(name.size()));
        switch (random.bounded(3)) {
        case 0:
            name.remove(at, 1);
            break;
        case 1:
            name.insert(at, QStringLiteral("的之西2").at(random.bounded(4)));
            break;
        default:
            name[at] = QStringLiteral("型与东北").at(random.bounded(4));
        }
    }
    return name;
}

Record newProject(qint64 id, const QString &name, qint64 zone) {
    Project project;
    project.id = id;
    project.name = name;
    project.zone.id = zone;
    return toRecord(project);
}

bool shareAnEnd(const QString &a, const QString &b) {
    return a.left(4) == b.left(4) || a.right(4) == b.right(4);
}

} // namespace

TEST(SimilarNames, HaveTheSameMarks) {
    EXPECT_EQ(distinguishingMarks(QStringLiteral("铝镁a座二期3号线")), QStringLiteral("a二期3号"));
    QRandomGenerator random(5);
    int alike = 0;
    for (int i = 0; i < 200'000; ++i) {
        const QString a = foldedName(anyName(random)), b = foldedName(anyName(random));
        if (!areSimilarNames(a, b))
            continue;
        ++alike;
        ASSERT_EQ(distinguishingMarks(a), distinguishingMarks(b)) << qPrintable(a) << " " << qPrintable(b);
    }
    EXPECT_GT(alike, 500);
}

TEST(SimilarNames, AreFoundAsByComparingAllWithAll) {
    QRandomGenerator random(6);
    std::vector<Project> ledger(20);
    for (std::size_t i = 0; i < ledger.size(); ++i) {
        ledger[i].id = qint64(i) + 1;
        ledger[i].name = anyName(random);
        ledger[i].zone.id = kZone;
    }
    ProjectIndex index(ledger);
    std::vector<QString> folded;
    for (const Project &project : ledger)
        folded.push_back(foldedName(project.name));
    int found = 0;
    for (int i = 0; i < 600; ++i) {
        const QString name = anyName(random);
        const QString now = foldedName(name);
        const bool expected = std::any_of(folded.begin(), folded.end(), [&](const QString &other) {
            return shareAnEnd(now, other) && areSimilarNames(now, other);
        });
        const auto similar = index.similar(name, kZone);
        ASSERT_EQ(similar.has_value(), expected) << qPrintable(name);
        ASSERT_TRUE(!similar || areSimilarNames(now, folded[std::size_t(*similar)])) << qPrintable(name);
        EXPECT_FALSE(index.similar(name, kZone + 1)) << "another zone";
        found += expected;
        index.create(newProject(-i - 1, name, kZone));
        folded.push_back(now);
    }
    EXPECT_GT(found, 100);
    EXPECT_LT(found, 600);
}

/// A row may rename a project that later rows are compared with, before and after the first comparison.
TEST(SimilarNames, FollowRenamedProjects) {
    static const auto kName = std::size_t(projectField("name"));
    std::vector<Project> ledger(1);
    ledger[0].id = 1;
    ledger[0].name = QStringLiteral("孝义氢能装备制造一期");
    ledger[0].zone.id = kZone;
    const auto rename = [&](ProjectIndex &index, const QString &name) {
        index.draft(0).record.values[kName] = Value(name);
    };
    const QString slip = QStringLiteral("孝义氢能装备置造二期");
    ProjectIndex before(ledger);
    rename(before, QStringLiteral("孝义氢能装备制造二期"));
    EXPECT_EQ(before.similar(slip, kZone), 0);
    ProjectIndex after(ledger);
    EXPECT_EQ(after.similar(slip, kZone), std::nullopt);
    rename(after, QStringLiteral("孝义氢能装备制造二期"));
    EXPECT_EQ(after.similar(slip, kZone), 0);
    EXPECT_EQ(after.similar(QStringLiteral("孝义氢能装备置造一期"), kZone), std::nullopt)
        << "no longer its name";
}

} // namespace yipi::exchange::detail
