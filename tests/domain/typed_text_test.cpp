// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/text_parsing.h"
#include "domain/typed_text.h"

#include <gtest/gtest.h>

using namespace yipi;

namespace {

FieldInfo ofType(FieldType type) {
    FieldInfo field;
    field.type = type;
    return field;
}

QString completed(FieldType type, const char *text, int year = 2024) {
    return completedTyping(ofType(type), QString::fromUtf8(text), year);
}

/// What a field finally takes from the typed text; empty when it is refused.
Value read(FieldType type, const char *text, MoneyUnit unit = MoneyUnit::Yi) {
    return parseValue(ofType(type), completed(type, text), unit).value.value_or(Value());
}

} // namespace

TEST(TypedText, ADateWithoutYearGetsTheOneAtHand) {
    const std::pair<const char *, const char *> cases[] = {
        {"3.15", "2024-03-15"},     {"3/15", "2024-03-15"},    {"3-15", "2024-03-15"},
        {"0315", "2024-03-15"},     {"1231", "2024-12-31"},    {"8月底", "2024-08-31"},
        {"2月末", "2024-02-29"},    {"3月", "2024-03-31"},     {"3月15日", "2024-03-15"},
        {"3月15", "2024-03-15"},    {"4月上旬", "2024-04-10"}, {"３．１５", "2024-03-15"},
        {"2023.3", "2023-03-31"},   {"2023", "2023-12-31"},    {"23.3.15", "2023-03-15"},
        {"2024/8/31", "2024-08-31"}};
    for (const auto &[text, iso] : cases)
        EXPECT_EQ(read(FieldType::Date, text), Value(QString::fromLatin1(iso))) << text;
}

TEST(TypedText, NoSuchDayIsStillRefused) {
    for (const char *text : {"13.15", "2.30", "0230", "0332", "13月", "315", "8月中"})
        EXPECT_TRUE(isEmpty(read(FieldType::Date, text))) << text;
}

TEST(TypedText, WithoutAYearAtHandDatesStayAsTheyAre) {
    for (const char *text : {"3.15", "0315", "8月底"})
        EXPECT_EQ(completed(FieldType::Date, text, 0), QString::fromUtf8(text));
}

TEST(TypedText, AmountsMayBeSums) {
    EXPECT_EQ(read(FieldType::Money, "=1.32+0.24"), Value(qint64(156'000'000)));
    EXPECT_EQ(read(FieldType::Money, "＝（1＋0.5）×2"), Value(qint64(300'000'000)));
    EXPECT_EQ(read(FieldType::Money, "=1,200 / 4 - 299", MoneyUnit::Wan), Value(qint64(10'000)));
    EXPECT_EQ(read(FieldType::Money, "1.2亿"), Value(qint64(120'000'000)));
    EXPECT_EQ(read(FieldType::Money, "5200万"), Value(qint64(52'000'000)));
    EXPECT_EQ(read(FieldType::Integer, "=12*3+4"), Value(qint64(40)));
    EXPECT_EQ(read(FieldType::Quantity, "=0.1+0.2"), Value(qint64(30)));
    EXPECT_EQ(completed(FieldType::Money, "=0.1+0.2"), QStringLiteral("0.3"));
    EXPECT_EQ(completed(FieldType::Money, "=-2*-3"), QStringLiteral("6"));
}

TEST(TypedText, WhatIsNoSumIsLeftForTheReaderToRefuse) {
    const QString deep = u'=' + QString(40, u'(') + u'1' + QString(40, u')');
    for (const QString &text : {QStringLiteral("=1/0"), QStringLiteral("=1+"), QStringLiteral("="),
                                QStringLiteral("=(1+2"), QStringLiteral("=A1+B1"), QStringLiteral("=1..2"),
                                QStringLiteral("=1 2)"), QStringLiteral("=999999999999*9"), deep})
        EXPECT_EQ(completedTyping(ofType(FieldType::Money), text, 2024), text);
    EXPECT_EQ(completed(FieldType::Text, "=1+1"), QStringLiteral("=1+1")) << "a text may look like a sum";
    EXPECT_EQ(completed(FieldType::Text, "3.15"), QStringLiteral("3.15"));
}
