// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/text_parsing.h"

#include "domain/project.h"

#include <QRandomGenerator>

using namespace yipi;

namespace {

QString u(const char *text) {
    return QString::fromUtf8(text);
}

enum class Expect { Plain, Note };

struct MoneyCase {
    const char *text;
    MoneyUnit unit;
    qint64 yuan;
    Expect expect = Expect::Plain;
};

class MoneyText : public testing::TestWithParam<MoneyCase> {};

TEST_P(MoneyText, IsReadExactly) {
    const auto &c = GetParam();
    const auto parsed = parseMoney(u(c.text), c.unit);
    ASSERT_TRUE(parsed.value) << c.text << ": " << qPrintable(parsed.problem);
    EXPECT_EQ(parsed.value->yuan(), c.yuan) << c.text;
    EXPECT_EQ(!parsed.note.isEmpty(), c.expect == Expect::Note) << c.text << ": " << qPrintable(parsed.note);
    EXPECT_TRUE(parsed.problem.isEmpty());
}

constexpr auto kYuan = MoneyUnit::Yuan;
constexpr auto kWan = MoneyUnit::Wan;
constexpr auto kYi = MoneyUnit::Yi;

INSTANTIATE_TEST_SUITE_P(
    Forms, MoneyText,
    testing::Values(
        MoneyCase{"1,234.5", kWan, 12'345'000}, MoneyCase{"１２３４．５", kWan, 12'345'000},
        MoneyCase{"１，２３４", kWan, 12'340'000}, MoneyCase{"0.1", kYi, 10'000'000},
        MoneyCase{"0.00000001", kYi, 1}, MoneyCase{"1.1", kYi, 110'000'000},
        MoneyCase{"53.42", kYi, 5'342'000'000}, MoneyCase{"0", kWan, 0}, MoneyCase{"-0", kWan, 0},
        MoneyCase{"0.0", kWan, 0}, MoneyCase{"2000万", kWan, 20'000'000},
        MoneyCase{"2000万元", kWan, 20'000'000}, MoneyCase{"1.2亿", kYi, 120'000'000},
        MoneyCase{"1.2亿元", kWan, 120'000'000, Expect::Note},
        MoneyCase{"5200万元", kYi, 52'000'000, Expect::Note}, MoneyCase{"5200元", kWan, 5'200, Expect::Note},
        MoneyCase{"5200元", kYuan, 5'200}, MoneyCase{"人民币5200万元", kWan, 52'000'000},
        MoneyCase{"￥5200", kWan, 52'000'000}, MoneyCase{"5200万元整", kWan, 52'000'000},
        MoneyCase{"约3000", kWan, 30'000'000, Expect::Note},
        MoneyCase{"3000左右", kWan, 30'000'000, Expect::Note},
        MoneyCase{"超过1亿元", kYi, 100'000'000, Expect::Note},
        MoneyCase{"3000万元以上", kWan, 30'000'000, Expect::Note}, MoneyCase{"一亿二千万", kYi, 120'000'000},
        MoneyCase{"一亿二千万元", kYi, 120'000'000}, MoneyCase{"壹亿贰仟万元", kYi, 120'000'000},
        MoneyCase{"三千五百万", kWan, 35'000'000}, MoneyCase{"十二亿", kYi, 1'200'000'000},
        MoneyCase{"一点五亿", kYi, 150'000'000}, MoneyCase{"一亿零五十万", kYi, 100'500'000},
        MoneyCase{"一千零五万", kWan, 10'050'000}, MoneyCase{"1亿2000万", kYi, 120'000'000},
        MoneyCase{"1亿2000万元", kYi, 120'000'000}, MoneyCase{"3千万", kWan, 30'000'000},
        MoneyCase{"二〇二四万", kWan, 20'240'000}, MoneyCase{"一万亿", kYi, 1'000'000'000'000},
        MoneyCase{"三千五", kWan, 35'000'000, Expect::Note}, MoneyCase{"1.2E+4", kWan, 120'000'000},
        MoneyCase{"1200000.5", kYuan, 1'200'001, Expect::Note},
        MoneyCase{"0.30000000000000004", kYi, 30'000'000},
        MoneyCase{"1234.56785", kWan, 12'345'679, Expect::Note}, MoneyCase{"1 亿 元", kYi, 100'000'000},
        MoneyCase{" 　12　", kWan, 120'000}, MoneyCase{"不少于5000万元", kWan, 50'000'000, Expect::Note},
        MoneyCase{"5百万", kWan, 5'000'000}, MoneyCase{"1.5千万元", kWan, 15'000'000},
        MoneyCase{"两亿元", kYi, 200'000'000}, MoneyCase{"近3亿", kYi, 300'000'000, Expect::Note},
        MoneyCase{"2亿多", kYi, 200'000'000, Expect::Note}, MoneyCase{"5000（万元）", kWan, 50'000'000},
        MoneyCase{"5000万元；", kWan, 50'000'000}, MoneyCase{"总投资1.2亿元", kYi, 120'000'000, Expect::Note},
        MoneyCase{"计划总投资：约5000万元", kWan, 50'000'000, Expect::Note},
        MoneyCase{"2000w", kWan, 20'000'000, Expect::Note}));

class MoneyProblem : public testing::TestWithParam<const char *> {};

TEST_P(MoneyProblem, IsNeverAValue) {
    const auto parsed = parseMoney(u(GetParam()), kWan);
    EXPECT_FALSE(parsed.value) << GetParam();
    EXPECT_FALSE(parsed.problem.isEmpty()) << GetParam();
}

INSTANTIATE_TEST_SUITE_P(Forms, MoneyProblem,
                         testing::Values("待定", "-", "/", "12个", "3000-5000", "3000~5000万元", "-5",
                                         "(100)", "12,34", "1,2345", "12 34", "#REF!", "#DIV/0!", "1.2.3",
                                         "500万美元", "总投资见附件", "w", "12%", "1e400", "万", "1亿亿",
                                         "99999999999999999999", "999999999999亿", "亿元", "..", "3000余万元",
                                         "5万3万", "见附件1"));

TEST(MoneyTextOverflow, ThousandsOfLargePartsAreRefused) {
    const auto parsed = parseMoney(u("1e15十").repeated(20'000), kWan);
    EXPECT_FALSE(parsed.value);
    EXPECT_TRUE(parsed.problem.contains(u("过大")));
}

TEST(MoneyTextEmpty, IsNeitherValueNorProblem) {
    for (const char *text : {"", " ", "　", "\n"}) {
        const auto parsed = parseMoney(u(text), kWan);
        EXPECT_FALSE(parsed.value);
        EXPECT_TRUE(parsed.problem.isEmpty());
        EXPECT_FALSE(parseDate(u(text)).value);
        EXPECT_TRUE(parseDate(u(text)).problem.isEmpty());
    }
}

struct DateCase {
    const char *text;
    QDate last;
    Expect expect = Expect::Plain;
    QDate first = {};
};

class DateText : public testing::TestWithParam<DateCase> {};

TEST_P(DateText, IsRead) {
    const auto &c = GetParam();
    const auto last = parseDate(u(c.text));
    ASSERT_TRUE(last.value) << c.text << ": " << qPrintable(last.problem);
    EXPECT_EQ(*last.value, c.last) << c.text << " gives " << qPrintable(last.value->toString(Qt::ISODate));
    EXPECT_EQ(!last.note.isEmpty(), c.expect == Expect::Note) << c.text << ": " << qPrintable(last.note);
    const auto first = parseDate(u(c.text), DateEdge::First);
    EXPECT_EQ(first.value, c.first.isValid() ? c.first : c.last) << c.text;
}

INSTANTIATE_TEST_SUITE_P(
    Forms, DateText,
    testing::Values(
        DateCase{"2024-03-15", {2024, 3, 15}}, DateCase{"2024/3/15", {2024, 3, 15}},
        DateCase{"2024.3.15", {2024, 3, 15}}, DateCase{"20240315", {2024, 3, 15}},
        DateCase{"2024年3月15日", {2024, 3, 15}}, DateCase{"24.3.15", {2024, 3, 15}},
        DateCase{"２０２４年３月１５日", {2024, 3, 15}}, DateCase{"二〇二四年三月十五日", {2024, 3, 15}},
        DateCase{"2024 年 3 月 15 日", {2024, 3, 15}}, DateCase{"2024-03-15 08:30:00", {2024, 3, 15}},
        DateCase{"2024-03-15T00:00:00", {2024, 3, 15}}, DateCase{"2024年3月15号", {2024, 3, 15}},
        DateCase{"45366", {2024, 3, 15}}, DateCase{"45366.5", {2024, 3, 15}},
        DateCase{"2024.2.29", {2024, 2, 29}}, DateCase{"2024.3", {2024, 3, 31}, Expect::Note},
        DateCase{"2024-02", {2024, 2, 29}, Expect::Note}, DateCase{"2024年3月", {2024, 3, 31}, Expect::Note},
        DateCase{"2024年12月份", {2024, 12, 31}, Expect::Note},
        DateCase{"24年3月", {2024, 3, 31}, Expect::Note}, DateCase{"2024", {2024, 12, 31}, Expect::Note},
        DateCase{"202403", {2024, 3, 31}, Expect::Note}, DateCase{"2024年", {2024, 12, 31}, Expect::Note},
        DateCase{"2024年底", {2024, 12, 31}, Expect::Note},
        DateCase{"2024年底前", {2024, 12, 31}, Expect::Note},
        DateCase{"2024年上半年", {2024, 6, 30}, Expect::Note},
        DateCase{"2024年下半年", {2024, 12, 31}, Expect::Note},
        DateCase{"2024年一季度", {2024, 3, 31}, Expect::Note},
        DateCase{"2024年第三季度", {2024, 9, 30}, Expect::Note},
        DateCase{"2024年3月底", {2024, 3, 31}, Expect::Note},
        DateCase{"2024年3月中旬", {2024, 3, 20}, Expect::Note},
        DateCase{"预计2024年3月", {2024, 3, 31}, Expect::Note},
        DateCase{"2024年10月前", {2024, 10, 31}, Expect::Note},
        DateCase{"2024-03-15左右", {2024, 3, 15}, Expect::Note},
        DateCase{"2007.10-2010.12", {2010, 12, 31}, Expect::Note, {2007, 10, 31}},
        DateCase{"2024年3月至6月", {2024, 6, 30}, Expect::Note, {2024, 3, 31}},
        DateCase{"2024年3月-2025年6月", {2025, 6, 30}, Expect::Note, {2024, 3, 31}},
        DateCase{"2024-2026", {2026, 12, 31}, Expect::Note, {2024, 12, 31}},
        DateCase{"2024-03-15~2024-06-01", {2024, 6, 1}, Expect::Note, {2024, 3, 15}},
        DateCase{"2024、3、15", {2024, 3, 15}}, DateCase{"2024，3，15", {2024, 3, 15}},
        DateCase{"2024·3·15", {2024, 3, 15}}, DateCase{"'2024-03-15", {2024, 3, 15}},
        DateCase{"2024年3月15日。", {2024, 3, 15}}, DateCase{"2024.9月", {2024, 9, 30}, Expect::Note},
        DateCase{"2024年9月30日（暂定）", {2024, 9, 30}, Expect::Note},
        DateCase{"2024年4季度", {2024, 12, 31}, Expect::Note}));

class DateProblem : public testing::TestWithParam<const char *> {};

TEST_P(DateProblem, IsNeverAValue) {
    const auto parsed = parseDate(u(GetParam()));
    EXPECT_FALSE(parsed.value) << GetParam();
    EXPECT_FALSE(parsed.problem.isEmpty()) << GetParam();
}

INSTANTIATE_TEST_SUITE_P(Forms, DateProblem,
                         testing::Values("2024年13月", "2024.2.30", "2023-02-29", "2024-00-10", "20241301",
                                         "2024年0月", "3月15日", "待定", "12", "1234567", "2024.13",
                                         "1024-01-01", "2999-01-01", "24.3", "2025.6-2024.3", "2024-1-2-3",
                                         "19999", "73416", "2024年3月32日", "15/3/2024", "-", "2024年春",
                                         "2024.3、2024.6"));

TEST(DateText, IsQuotedAsTyped) {
    for (const char *text : {"2024.2.30至%1", "1900年至%3", "%1月", "2024.2.30至%2%3%4"})
        EXPECT_TRUE(parseDate(u(text)).problem.contains(QStringLiteral("“%1”").arg(u(text)))) << text;
    EXPECT_TRUE(parseDate(u("2024.2.30至%1")).problem.contains(u("2024年2月只有 29 天")));
}

TEST(CountText, IsRead) {
    EXPECT_EQ(parseInteger(u("13个")).value, 13);
    EXPECT_FALSE(parseInteger(u("13个")).note.isEmpty());
    EXPECT_EQ(parseInteger(u("约120人")).value, 120);
    EXPECT_FALSE(parseInteger(u("约120人")).note.isEmpty());
    EXPECT_EQ(parseInteger(u("1,200")).value, 1200);
    EXPECT_TRUE(parseInteger(u("1,200")).note.isEmpty());
    EXPECT_EQ(parseInteger(u("12.0")).value, 12);
    EXPECT_EQ(parseInteger(u("一百二十")).value, 120);
    EXPECT_EQ(parseInteger(u("十")).value, 10);
    EXPECT_EQ(parseInteger(u("300余人")).value, 300);
    EXPECT_EQ(parseInteger(u("-3")).value, -3);
    for (const char *text : {"12.5", "12亩", "若干", "1-2", "12a"}) {
        EXPECT_FALSE(parseInteger(u(text)).value) << text;
        EXPECT_FALSE(parseInteger(u(text)).problem.isEmpty()) << text;
    }
}

TEST(QuantityText, IsRead) {
    EXPECT_EQ(parseQuantity(u("1578.7")).value, Quantity{157'870});
    EXPECT_EQ(parseQuantity(u("35亩")).value, Quantity{3'500});
    EXPECT_EQ(parseQuantity(u("62%")).value, Quantity{6'200});
    EXPECT_TRUE(parseQuantity(u("35亩")).note.isEmpty());
    EXPECT_EQ(parseQuantity(u("1.005")).value, Quantity{101});
    EXPECT_FALSE(parseQuantity(u("1.005")).note.isEmpty());
    EXPECT_FALSE(parseQuantity(u("3块")).value);
    EXPECT_FALSE(parseQuantity(u("3块")).problem.isEmpty());
}

TEST(QuantityText, GivesAreasInMu) {
    const FieldInfo &land = entityInfo(EntityKind::Project).field(QStringLiteral("land_mu"));
    const auto hundredths = [&](const char *text) { return parseValue(land, u(text), kWan).value; };
    EXPECT_EQ(hundredths("35亩"), Value(qint64(3'500)));
    EXPECT_EQ(hundredths("3公顷"), Value(qint64(4'500)));
    EXPECT_EQ(hundredths("20000平方米"), Value(qint64(3'000)));
    EXPECT_FALSE(parseValue(land, u("3公顷"), kWan).note.isEmpty());
    EXPECT_TRUE(parseValue(land, u("35亩"), kWan).note.isEmpty());
    EXPECT_FALSE(hundredths("3个"));
}

TEST(FlagText, IsRead) {
    for (const char *text : {"是", "有", "√", "Y", "1", "true", "★", " 是 ", "ｙ"})
        EXPECT_EQ(parseFlag(u(text)).value, true) << text;
    for (const char *text : {"否", "无", "×", "N", "0", "FALSE"})
        EXPECT_EQ(parseFlag(u(text)).value, false) << text;
    EXPECT_FALSE(parseFlag(u("也许")).value);
    EXPECT_FALSE(parseFlag(u("也许")).problem.isEmpty());
    EXPECT_TRUE(parseFlag(QString()).problem.isEmpty());
}

TEST(Names, AreFolded) {
    EXPECT_EQ(foldedName(u("山西 东义（集团）有限公司 ")), foldedName(u("山西东义(集团)有限公司")));
    EXPECT_EQ(foldedName(u("ＬＮＧ【一期】")), foldedName(u("lng[一期]")));
    EXPECT_NE(foldedName(u("一期")), foldedName(u("二期")));
    EXPECT_EQ(normalisedText(u("　１２：３０ ")), u("12:30"));
}

/// Folding goes over a text once; what it does letter by letter is said here in the long way.
TEST(Names, AreFoldedAsTheirNormalisedTextIs) {
    const auto slowly = [](const QString &name) {
        QString folded;
        for (const QChar c : normalisedText(name)) {
            if (c.isSpace())
                continue;
            folded += u("[{【〔〖《<「").contains(c)   ? QChar(u'(')
                      : u("]}】〕〗》>」").contains(c) ? QChar(u')')
                                                       : c.toLower();
        }
        return folded;
    };
    for (char32_t code = 1; code < 0x10000; ++code) {
        const QString name = u("项%1Ａ b").arg(QChar(char16_t(code)));
        ASSERT_EQ(foldedName(name), slowly(name)) << std::hex << quint32(code);
        const QString alone{QChar(char16_t(code))};
        ASSERT_EQ(isBlank(alone), normalisedText(alone).isEmpty()) << std::hex << quint32(code);
    }
    EXPECT_EQ(foldedName({}), QString());
    EXPECT_TRUE(isBlank({}));
}

TEST(IsoDates, AreWrittenAndReadAsQtDoes) {
    for (QDate day(1895, 12, 25); day < QDate(2105, 1, 1); day = day.addDays(1)) {
        ASSERT_EQ(isoText(day), day.toString(Qt::ISODate));
        ASSERT_EQ(isoDate(isoText(day)), day);
    }
    for (const QDate day :
         {QDate(), QDate(1, 1, 1), QDate(999, 12, 31), QDate(9999, 12, 31), QDate(12345, 6, 7)}) {
        EXPECT_EQ(isoText(day), day.toString(Qt::ISODate));
        EXPECT_EQ(dateFromIso(day.toString(Qt::ISODate)),
                  QDate::fromString(day.toString(Qt::ISODate), Qt::ISODate));
    }
    for (const char *text : {"", "2024-3-15", "2024-02-30", "2024-13-01", "2024/03/15", "2024-03-15 ",
                             "2024-03-1x", "-024-03-15", "２０２４-03-15"}) {
        EXPECT_EQ(isoDate(u(text)), std::nullopt) << text;
        EXPECT_EQ(dateFromIso(u(text)), QDate::fromString(u(text), Qt::ISODate)) << text;
    }
}

/// Plain numbers have a way of their own; a space in front sends the same number through all questions.
TEST(PlainNumbers, AreReadAsWithAllQuestionsAsked) {
    QRandomGenerator random(11);
    const auto same = [](const auto &quick, const auto &slow, const QString &text) {
        ASSERT_EQ(quick.value, slow.value) << qPrintable(text);
        ASSERT_EQ(quick.note.isEmpty(), slow.note.isEmpty()) << qPrintable(text);
        ASSERT_EQ(quick.problem.isEmpty(), slow.problem.isEmpty()) << qPrintable(text);
    };
    for (int i = 0; i < 20000; ++i) {
        QString text;
        for (int digits = random.bounded(0, 10); digits > 0; --digits)
            text += QString::number(random.bounded(10));
        if (random.bounded(2) == 0)
            text += u'.';
        for (int digits = random.bounded(0, 10); digits > 0; --digits)
            text += QString::number(random.bounded(10));
        const QString spaced = u' ' + text;
        for (const MoneyUnit unit : {kYuan, kWan, kYi})
            same(parseMoney(text, unit), parseMoney(spaced, unit), text);
        same(parseInteger(text), parseInteger(spaced), text);
        same(parseQuantity(text), parseQuantity(spaced), text);
    }
}

/// All the ways in which the same amount may be written.
QStringList spellings(qint64 yuan) {
    const Money money = Money::fromYuan(yuan);
    QStringList texts{money.shortText(MoneyUnit::Yi, 8) + u("亿"),
                      money.shortText(MoneyUnit::Wan, 4) + u("万元"),
                      QString::number(yuan) + u("元"),
                      u("人民币") + money.text(MoneyUnit::Wan, 4) + u("万"),
                      QLocale(QLocale::English).toString(yuan) + u("元"),
                      u("约") + QString::number(yuan) + u("元")};
    if (yuan >= 100'000'000)
        texts << QStringLiteral("%1亿%2元").arg(yuan / 100'000'000).arg(yuan % 100'000'000);
    QString wide;
    for (const QChar c : texts[1])
        wide += c.unicode() < 0x7F ? QChar(char16_t(c.unicode() + 0xFEE0)) : c;
    return texts << wide;
}

TEST(MoneyTextProperty, EverySpellingOfAnAmountReadsBackExactly) {
    QRandomGenerator random(20240819);
    for (int i = 0; i < 3000; ++i) {
        const int bits = random.bounded(1, 46);
        const qint64 yuan = qint64(random.generate64() >> (64 - bits));
        for (const QString &text : spellings(yuan))
            for (const MoneyUnit unit : {kYuan, kWan, kYi})
                ASSERT_EQ(parseMoney(text, unit).value, Money::fromYuan(yuan)) << qPrintable(text);
        for (const MoneyUnit unit : {kYuan, kWan, kYi})
            ASSERT_EQ(parseMoney(Money::fromYuan(yuan).shortText(unit, 8), unit).value,
                      Money::fromYuan(yuan));
    }
}

TEST(MoneyTextProperty, ABinaryNumberOfASpreadsheetGivesTheAmountThatWasTyped) {
    QRandomGenerator random(7);
    for (int i = 0; i < 20000; ++i) {
        const qint64 yuan = qint64(random.generate64() >> 24); // up to 1.1 × 10¹² 元
        const double wan = Money::fromYuan(yuan).text(kWan, 4).toDouble();
        ASSERT_EQ(parseMoney(QString::number(wan, 'f', QLocale::FloatingPointShortest), kWan).value,
                  Money::fromYuan(yuan));
    }
}

TEST(DateTextProperty, EverySpellingOfADayReadsBack) {
    for (QDate day(1999, 12, 25); day < QDate(2031, 1, 1); day = day.addDays(1)) {
        const QStringList texts{
            day.toString(Qt::ISODate),       day.toString(u("yyyy/M/d")),
            day.toString(u("yyyy.M.d")),     day.toString(u("yyyyMMdd")),
            day.toString(u("yyyy年M月d日")), QString::number(QDate(1899, 12, 30).daysTo(day))};
        for (const QString &text : texts)
            ASSERT_EQ(parseDate(text).value, day) << qPrintable(text);
    }
}

TEST(FieldText, RoundTripsThroughDisplayText) {
    const auto &info = entityInfo(EntityKind::Project);
    const auto roundTrip = [&](const char *key, const Value &value) {
        const FieldInfo &f = info.field(QString::fromLatin1(key));
        const auto parsed = parseValue(f, displayText(f, value, kWan), kWan);
        EXPECT_EQ(parsed.value, value) << key;
        EXPECT_TRUE(parsed.note.isEmpty()) << qPrintable(parsed.note);
    };
    roundTrip("name", Value(u("年产 10 万吨")));
    roundTrip("total_investment", Value(qint64(534'200'00)));
    roundTrip("jobs", Value(qint64(120)));
    roundTrip("land_mu", Value(qint64(3550)));
    roundTrip("actual_start", Value(u("2024-03-15")));
    roundTrip("commitment", Value(qint64(1)));
    const FieldInfo &land = info.field(u("land_mu"));
    EXPECT_EQ(parseValue(land, u("35.5亩"), kWan).value, Value(qint64(3550)));
    const FieldInfo &jobs = info.field(u("jobs"));
    EXPECT_TRUE(parseValue(jobs, u("120人"), kWan).note.isEmpty());
    EXPECT_FALSE(parseValue(info.field(u("zone")), u("孝义"), kWan).problem.isEmpty());
    EXPECT_EQ(displayText(land, Value(), kWan), QString());
}

} // namespace
