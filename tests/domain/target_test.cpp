// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/milestone.h"
#include "domain/target.h"

#include <QFile>

using namespace yipi;

namespace {

QString problem(const char *curve) {
    const auto read = paceCurve(QString::fromUtf8(curve));
    return read ? QStringLiteral("read") : read.error().text();
}

} // namespace

TEST(PaceCurve, IsTheShareOfTheYearWhereNothingIsSaid) {
    EXPECT_EQ(*paceCurve({}), (PaceCurve{83, 167, 250, 333, 417, 500, 583, 667, 750, 833, 917, 1000}));
    EXPECT_EQ(*paceCurve(QStringLiteral("  ")), *paceCurve({}));
}

TEST(PaceCurve, ReadsTwelveCumulativePercentages) {
    const PaceCurve expected{0, 50, 125, 200, 300, 400, 500, 600, 700, 800, 900, 1000};
    EXPECT_EQ(*paceCurve(QStringLiteral("0,5,12.5,20,30,40,50,60,70,80,90,100")), expected);
    EXPECT_EQ(*paceCurve(QStringLiteral("0%、5%、12.5%、20%、30%、40%、50%、60%、70%、80%、90%、100%")),
              expected);
    EXPECT_EQ(*paceCurve(QStringLiteral("０，５，12.5，20，30，40，50，60，70，80，90，100")), expected);
}

TEST(PaceCurve, SaysWhatIsWrong) {
    EXPECT_TRUE(problem("50,100").contains(QStringLiteral("现有 2 个")));
    EXPECT_TRUE(
        problem("0,5,4,20,30,40,50,60,70,80,90,100").contains(QStringLiteral("第 3 个“4”小于前一个")));
    EXPECT_TRUE(problem("0,5,x,20,30,40,50,60,70,80,90,100").contains(QStringLiteral("第 3 个“x”读不懂")));
    EXPECT_TRUE(problem("0,5,12.55,20,30,40,50,60,70,80,90,100").contains(QStringLiteral("读不懂")));
    EXPECT_TRUE(problem("0,5,12,20,30,40,50,60,70,80,90,99").contains(QStringLiteral("现为 99")));
    EXPECT_TRUE(problem("0,5,12,20,30,40,50,60,70,80,90,101").contains(QStringLiteral("现为 101")));
    EXPECT_TRUE(problem("-1,5,12,20,30,40,50,60,70,80,90,100").contains(QStringLiteral("读不懂")));
}

TEST(MilestoneKind, IsThatOfTheReferenceData) {
    QFile file(QStringLiteral(YIPI_SOURCE_DIR "/data/reference/milestones.csv"));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    file.readLine(); // header
    const auto choices = choicesOf<MilestoneKind>();
    std::size_t kind = 0;
    for (; !file.atEnd(); ++kind) {
        const QStringList cells = QString::fromUtf8(file.readLine()).trimmed().split(u',');
        ASSERT_LT(kind, choices.size());
        EXPECT_EQ(choices[kind].key, cells[0]);
        EXPECT_EQ(choices[kind].title, cells[1]);
    }
    EXPECT_EQ(kind, choices.size());
}
