// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/decimal.h"

#include <gtest/gtest.h>

#include <limits>
#include <random>

namespace yipi {
namespace {

TEST(Fraction, IsInLowestTermsAndPrintsHalvesAwayFromZero) {
    EXPECT_EQ(Fraction(24915, 300).exactText(), "1661/20");
    EXPECT_EQ(Fraction(3, -6).exactText(), "-1/2");
    EXPECT_EQ(Fraction(0, -7), Fraction(0));
    EXPECT_EQ(Fraction(0, -7).exactText(), "0/1");
    EXPECT_EQ(Fraction(1, 8).text(), "0.13");
    EXPECT_EQ(Fraction(-1, 8).text(), "-0.13");
    EXPECT_EQ(Fraction(-1, 1000).text(), "0.00") << "no negative zero";
    EXPECT_EQ(Fraction(1, 8).text(2, Rounding::Truncate), "0.12");
    EXPECT_EQ(Fraction(199, 2).text(0), "100");
    EXPECT_EQ(Fraction(12).text(), "12.00");
}

TEST(Fraction, ThirdsAddUpToAWhole) {
    const Fraction third(1, 3);
    EXPECT_EQ(third + third + third, Fraction(1));
    EXPECT_GT(third, Fraction(333'333'333, 1'000'000'000));
    EXPECT_LT(-third, Fraction(-333'333'333, 1'000'000'000));
    EXPECT_EQ(third - third, Fraction(0));
    EXPECT_EQ(Fraction(2, 3) / third, Fraction(2));
    EXPECT_LT(Fraction(-1), Fraction(0));
}

TEST(Fraction, OutgrowsOneHundredAndTwentyEightBits) {
    constexpr qint64 kMost = std::numeric_limits<qint64>::max();
    Fraction power(1);
    for (int i = 0; i < 10; ++i)
        power = power * Fraction(kMost, kMost - 1);
    for (int i = 0; i < 10; ++i)
        power = power / Fraction(kMost, kMost - 1);
    EXPECT_EQ(power, Fraction(1));
    EXPECT_EQ(Fraction(std::numeric_limits<qint64>::min()).exactText(), "-9223372036854775808/1");
    // 10^40 by hand
    const Fraction ten20 = Fraction(10'000'000'000) * Fraction(10'000'000'000);
    EXPECT_EQ((ten20 * ten20).text(0), QStringLiteral("1") + QString(40, u'0'));
    EXPECT_EQ((ten20 * ten20 + 1).text(0), QStringLiteral("1") + QString(39, u'0') + u'1');
    EXPECT_EQ((ten20 * ten20) / (ten20 * ten20 * 3) * 3, Fraction(1));
}

TEST(Fraction, AgreesWithWideIntegersWhereTheseReach) {
    std::mt19937_64 random(20240731);
    const auto number = [&](int bits) { return qint64(random() >> (64 - bits)) - (qint64(1) << (bits - 1)); };
    for (int i = 0; i < 3'000; ++i) {
        const qint64 a = number(30), c = number(30), b = std::abs(number(30)) + 1,
                     d = std::abs(number(30)) + 1;
        const Fraction x(a, b), y(c, d);
        const Int128 left = Int128(a) * d, right = Int128(c) * b, den = Int128(b) * d;
        ASSERT_EQ(x <=> y, left <=> right);
        ASSERT_EQ((x + y).text(4), fixedPoint(left + right, den, 4, Rounding::HalfUp));
        ASSERT_EQ((x - y).text(4), fixedPoint(left - right, den, 4, Rounding::HalfUp));
        ASSERT_EQ((x * y).text(4), fixedPoint(Int128(a) * c, den, 4, Rounding::HalfUp));
        ASSERT_EQ((x + y) - y, x);
        if (c != 0) {
            ASSERT_EQ((x / y) * y, x);
        }
        // Long divisions with many limbs, undone.
        const Fraction wide = x * x * x * y * y + Fraction(1, b) * Fraction(1, d) * Fraction(1, b);
        ASSERT_EQ((wide + x) - x, wide);
    }
}

TEST(Decimal, IsReadExactlyAndWrittenShort) {
    const auto read = [](const char *text) { return Decimal::parse(QLatin1String(text), -10, 1000); };
    EXPECT_EQ(read("12.5")->text(), "12.5");
    EXPECT_EQ(read("+3")->text(), "3");
    EXPECT_EQ(read(" 0.1000 ")->exact(), Fraction(1, 10));
    EXPECT_EQ(read("-0.25")->text(), "-0.25");
    EXPECT_EQ(read("100.00000")->text(), "100");
    EXPECT_EQ(read("0.00001").error(), "最多 4 位小数");
    for (const char *wrong : {"", "abc", "1e3", "1001", "-10.1", "1.2.3", "--1", ".5", "9999999999999"})
        EXPECT_EQ(read(wrong).error(), "应为 -10 到 1000 的数") << wrong;
}

} // namespace
} // namespace yipi
