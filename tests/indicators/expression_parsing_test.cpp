// SPDX-License-Identifier: GPL-3.0-or-later
// The filter language (docs/filters.md): what is read, how it is written again, and every error.
#include "indicators/expression/expression.h"

#include "domain/error.h"

#include <random>

namespace yipi::indicators {
namespace {

QString canonical(const QString &text) {
    const auto expression = parseExpression(text);
    return expression ? expression->text() : QStringLiteral("错误：") + expression.error().text();
}

QString words(const QString &text) {
    const auto expression = parseExpression(text);
    return expression ? expression->words() : QStringLiteral("错误：") + expression.error().text();
}

QString problem(const QString &text) {
    const auto expression = parseExpression(text);
    if (expression)
        return QStringLiteral("读成了 ") + expression->text();
    EXPECT_EQ(expression.error().code, ErrorCode::Usage);
    return expression.error().text();
}

void expectReadAs(std::initializer_list<std::pair<const char *, const char *>> cases) {
    for (const auto &[typed, expected] : cases)
        EXPECT_EQ(canonical(QString::fromUtf8(typed)).toStdString(), expected) << typed;
}

TEST(ExpressionParsing, EachKindOfField) {
    expectReadAs({{"总投资 >= 1亿", "total_investment >= 1亿"},
                  {"investment >= 10000万", "total_investment >= 1亿"},
                  {"total_investment = 5000", "total_investment = 5000万"},
                  {"签约额 < 1.2345亿元", "total_investment < 1.2345亿"},
                  {"年产值 > 3000.5", "expected_output > 3000.5万"},
                  {"申报投资 <= 12345678元", "declared_investment <= 1234.5678万"},
                  {"zone = 兴县", "zone = \"兴县\""},
                  {"园区 in (兴县, 孝义)", "zone in (\"兴县\", \"孝义\")"},
                  {"city = 吕梁市", "city = \"吕梁市\""},
                  {"县 != 交城", "county != \"交城\""},
                  {"category = 工业", "category = industrial"},
                  {"开发区级别 = national", "level = national"},
                  {"stage = started", "stage = started"},
                  {"阶段 = 开工", "stage = started"},
                  {"campaign >= 2023-1", "campaign >= 2023-1"},
                  {"期次 = 2024年第二次", "campaign = 2024-2"},
                  {"期次 = 2024", "campaign = 2024"},
                  {"batch = sign", "batch = sign"},
                  {"批次 = 签约", "batch = sign"},
                  {"planned_start < 2024-07", "planned_start < 2024-07"},
                  {"计划开工 <= 2024年7月31日", "planned_start <= 2024-07-31"},
                  {"计划投产 = 2024", "planned_produce = 2024"},
                  {"计划开工 <= 截至", "planned_start <= as_of"},
                  {"start is empty", "actual_start is empty"},
                  {"实际开工 is not empty", "actual_start is not empty"},
                  {"strategic", "strategic"},
                  {"not industrial", "not industrial"},
                  {"industrial = 否", "industrial = no"},
                  {"战新 != 是", "strategic = no"},
                  {"标准化厂房 = 是", "standard_plant"},
                  {"text ~ 新能源", "text ~ \"新能源\""},
                  {"industry !~ 化工", "industry !~ \"化工\""},
                  {"chain = 铝镁", "chain = \"铝镁\""},
                  {"项目名称 ~ 光伏", "name ~ \"光伏\""},
                  {"编号 in (a, b)", "code in (\"a\", \"b\")"},
                  {"投资方 为空", "investor is empty"}});
}

TEST(ExpressionParsing, JoinsAndBrackets) {
    expectReadAs({{"strategic and industrial or commitment", "strategic and industrial or commitment"},
                  {"strategic and (industrial or commitment)", "strategic and (industrial or commitment)"},
                  {"(strategic and industrial) and commitment", "strategic and industrial and commitment"},
                  {"not (strategic and industrial)", "not (strategic and industrial)"},
                  {"not strategic and industrial", "not strategic and industrial"},
                  {"NOT Strategic AND Industrial", "not strategic and industrial"},
                  {"非 (战新 或者 承诺制) 并且 标准地", "not (strategic or commitment) and standard_land"},
                  {"!strategic", "not strategic"},
                  {"not not strategic", "not not strategic"}});
}

TEST(ExpressionParsing, ChineseWithoutSpaces) {
    expectReadAs({{"总投资>=1亿且产业项目", "total_investment >= 1亿 and industrial"},
                  {"总投资不少于1亿且非战新", "total_investment >= 1亿 and not strategic"},
                  {"实际开工为空或计划开工早于2024年", "actual_start is empty or planned_start < 2024"},
                  {"非产业项目且战新", "not industrial and strategic"},
                  {"行业含化工且阶段为开工", "industry ~ \"化工\" and stage = started"},
                  {"开发区属于（兴县、孝义）", "zone in (\"兴县\", \"孝义\")"},
                  {"开发区不属于(兴县)", "zone != \"兴县\""},
                  {"批次是投产一批", "batch = produce"},
                  {"县 = 且末", "county = \"且末\""},
                  {"开发区 = 新疆且末工业园", "zone = \"新疆且末工业园\""}});
}

TEST(ExpressionParsing, FullWidthAndQuotes) {
    expectReadAs(
        {{"（总投资　＞＝　１亿）且　ｓｔｒａｔｅｇｉｃ", "total_investment >= 1亿 and strategic"},
         {"总投资≥1亿 且 阶段≠终止", "total_investment >= 1亿 and stage != terminated"},
         {"text ～ “铝 镁，且 and”", "text ~ \"铝 镁，且 and\""},
         {"text ~ \"a\"\"b\"", "text ~ \"a\"\"b\""},
         {"text ~ 「and」", "text ~ \"and\""},
         {"“县（市、区）” = 兴县", "county = \"兴县\""},
         {"text ~ Ⅱ期（二）", "错误：第 10 个字：“（”前面应有“且”或“或”；文字中有空格或标点时请加引号"}});
}

TEST(ExpressionParsing, WordsForPeople) {
    EXPECT_EQ(words("总投资>=1亿 and 产业项目"), "总投资不少于1亿元，且产业项目");
    EXPECT_EQ(words("阶段 in (开工, 投产) or not 战新"), "阶段为开工或投产，或不符合（战新）");
    EXPECT_EQ(words("期次 >= 2023-1 and (战新 = 否 or 行业 ~ 化工)"),
              "活动期次不早于2023年第1次，且（非战新，或行业含“化工”）");
    EXPECT_EQ(words("计划开工 < 2024-07 and start is empty"), "计划开工早于2024年7月，且实际开工未填");
    EXPECT_EQ(words("计划开工 <= 截至 and zone != 兴县 and text !~ 新能源"),
              "计划开工不晚于截至日，且开发区不为兴县，且编号、名称或投资方不含“新能源”");
    EXPECT_EQ(words("签约时间 = 2024-02-29 and 投产时间 is not empty and 期次 = 2024"),
              "签约时间为2024年2月29日，且实际投产已填，且活动期次为2024年");
    EXPECT_EQ(whereWords("总投资 <= 500"), "总投资不超过500万元");
    EXPECT_EQ(whereWords("总投资 <="), "总投资 <=") << "repeated as it is";
}

TEST(ExpressionParsing, WhatDependsOnTheDateOrAsksForEntries) {
    const auto read = [](const char *text) { return parseExpression(QString::fromUtf8(text)).value(); };
    EXPECT_TRUE(read("战新 且 (总投资 > 1 或 阶段 = 开工)").dependsOnDate());
    EXPECT_TRUE(read("计划开工 < 截至").dependsOnDate());
    EXPECT_FALSE(read("计划开工 < 2024 且 期次 = 2024-1").dependsOnDate());
    EXPECT_TRUE(read("非 期次 = 2024-1").asksForEntry());
    EXPECT_TRUE(read("申报投资 > 1").asksForEntry());
    EXPECT_FALSE(read("总投资 > 1 且 阶段 = 开工").asksForEntry());
}

TEST(ExpressionParsing, ErrorsSayWhereAndWhatWasExpected) {
    const std::pair<const char *, const char *> cases[] = {
        {"战新 且 产业项目 且 总投入 > 1", "第 13 个字：没有字段“总投入”，是否指“总投资”？"},
        {"总投入不少于1亿", "第 1 个字：没有字段“总投入”，是否指“总投资”？"},
        {"investmet > 1", "第 1 个字：没有字段“investmet”，是否指“总投资”？"},
        {"𠮷𠮷 = 1", "第 1 个字：没有字段“𠮷𠮷”。可用的字段：总投资、"},
        {"战新 且 𠮷 = 1", "第 6 个字：没有字段“𠮷”"},
        {"text ~ 𠮷 且 主导产业 > 100",
         "第 12 个字：字段“主导产业”不能用来筛选。可用的字段：总投资、预计年产值、开发区、"},
        {"", "第 1 个字：还没有写条件，例如 总投资 >= 1亿 且 阶段 = 开工"},
        {"  ", "还没有写条件"},
        {"总投资", "第 4 个字：“总投资”后面应为比较，如 >=、<、= 或“为空”"},
        {"行业 战新", "第 4 个字：“行业”后面应为比较，如 =、~（包含）、in (…) 或“为空”"},
        {"总投资 >=", "条件没有写完，这里应为金额，如 1亿 或 5000（万元）"},
        {"总投资 >= 很多", "第 8 个字：“很多”不是金额"},
        {"总投资 >= -5", "第 8 个字：“-5”是负数，金额不能为负"},
        {"总投资 >= (1亿)", "第 8 个字：这里应为金额，如 1亿 或 5000（万元），而不是“(”"},
        {"计划开工 < 2024-13", "第 8 个字：“2024-13”的月份不存在"},
        {"计划开工 < 2024年底", "第 8 个字：“2024年底”不是确切的日期，应为日期，如 2024、2024-07、"},
        {"计划开工 < 45000", "“45000”不是确切的日期"},
        {"期次 = 第二次", "第 6 个字：“第二次”不是活动期次，应为活动期次，如 2024-2 或 2024"},
        {"阶段 = 在建", "第 6 个字：“在建”不是阶段，应为储备（reserved）、签约（signed）、"},
        {"阶段 >= 开工", "第 4 个字：“阶段”不分大小先后，可用 =、in (…) 或“为空”"},
        {"总投资 ~ 1", "第 5 个字：“总投资”不是文字，可用"},
        {"战新 = 也许", "第 6 个字：“也许”不是“是”或“否”"},
        {"战新 为空", "第 4 个字：“战新”只有是和否，没有空值"},
        {"战新 in (是)", "“战新”不能用 in"},
        {"text = a", "第 6 个字：“文字”只能用 ~（包含）"},
        {"text 为空", "“文字”只能用 ~（包含）"},
        {"text ~ and", "第 8 个字：这里应为要找的文字，而不是“and”；它若是要找的文字，请加引号"},
        {"text ~ \" \"", "第 8 个字：引号里没有内容，要找没有填写的请写“文字 为空”"},
        {"text ~ “新能源", "第 8 个字：引号没有结束，请补上右引号"},
        {"text ~ 新 能源", "第 10 个字：“能源”前面应有“且”或“或”；文字中有空格或标点时请加引号"},
        {"(战新", "第 1 个字：左括号没有配对的右括号"},
        {"战新)", "第 3 个字：多了一个右括号"},
        {"(战新 产业项目)", "第 5 个字：“产业项目”前面应有“且”“或”或者右括号"},
        {"战新 产业项目", "第 4 个字：“产业项目”前面应有“且”或“或”"},
        {"且 战新", "第 1 个字：“且”前后缺少条件"},
        {"战新 且", "第 5 个字：条件没有写完，这里应有字段，如 总投资"},
        {"战新 and and 产业项目", "第 8 个字：“and”前后缺少条件"},
        {"= 1亿", "第 1 个字：这里应有字段，如 总投资，而不是“=”"},
        {"zone in 兴县", "第 9 个字：“in”后面应为括号，如 in (兴县, 孝义)"},
        {"zone in (兴县 孝义)", "第 13 个字：“孝义”前面应有逗号或右括号"},
        {"zone in (兴县, )", "第 14 个字：这里应为开发区的名称，而不是“)”"},
        {"zone in (兴县", "第 9 个字：左括号没有配对的右括号"},
        {"zone not 兴县", "第 10 个字：“not”后面应为“in (…)”"},
        {"start is 2024", "第 10 个字：“is”后面应为“empty”或“not empty”"},
        {"计划开工 in (截至)", "“截至”不能写在 in (…) 里，请单独比较"},
        {"」", "没有字段“」”"},
        {"abcdefghijklmnopqrstuvwxyz = 1", "没有字段“abcdefghijklmnopqrst…”"},
        {"总投资 > 1111111111111111111111111111111111111111111111111111111111111",
         "“11111111111111111111…”太长，应为金额"},
    };
    for (const auto &[typed, expected] : cases)
        EXPECT_TRUE(problem(QString::fromUtf8(typed)).contains(QString::fromUtf8(expected)))
            << typed << ": " << problem(QString::fromUtf8(typed)).toStdString();
}

TEST(ExpressionParsing, DepthAndLengthAreLimited) {
    const QString open(kDeepestExpression - 1, u'('), close(kDeepestExpression - 1, u')');
    EXPECT_EQ(canonical(open + "strategic" + close), "strategic");
    EXPECT_TRUE(problem(u'(' + open + "strategic" + close + u')').contains("套得太深，最多 64 层"));
    EXPECT_TRUE(problem(QString(kLongestExpression, u'(')).contains("套得太深"));
    EXPECT_TRUE(problem(QString("not ").repeated(2000) + "strategic").contains("套得太深"));
    EXPECT_TRUE(problem(QString(kLongestExpression + 1, u' ')).contains("条件有 10001 个字，最多 10000 个"));
    // 战新 and 战新 … is short enough as typed and too long in full.
    EXPECT_TRUE(problem(QString("战新或").repeated(3000) + "战新").contains("条件写全后超过 10000 个字"));
    EXPECT_TRUE(parseExpression(QString("战新或").repeated(500) + "战新"));
}

TEST(ExpressionParsing, NoNameMeansTwoFields) {
    std::map<QString, QString> meaning;
    for (const FilterField &field : FilterFields::builtIn().all())
        for (const QString &name : field.names) {
            const auto [known, isNew] = meaning.emplace(name, field.key);
            EXPECT_TRUE(isNew || known->second == field.key) << name.toStdString();
        }
    EXPECT_GE(FilterFields::builtIn().all().size(), 30U);
}

/// Tokens that mean something, in any order: the reader must always come to an end, and what it takes must be
/// what it writes.
TEST(ExpressionParsing, TokenSoupIsReadOrRefused) {
    static const QStringList kTokens{
        "总投资", "investment", "zone",   "开发区",     "阶段",     "stage",      "期次",    "batch",
        "text",   "name",       "战新",   "industrial", "计划开工", "start",      "用地",    "总投入",
        "=",      "!=",         ">=",     "<",          "~",        "!~",         "≠",       "in",
        "not",    "非",         "is",     "empty",      "为空",     "不为空",     "且",      "或",
        "and",    "or",         "(",      ")",          "（",       "）",         ",",       "、",
        "1亿",    "5000",       "2024",   "2024-07",    "2024-2",   "2024-07-31", "截至",    "开工",
        "sign",   "兴县",       "新能源", "\"",         "“",        "”",          "\"a b\"", "！",
        "!",      "是",         "否",     "含",         "属于",     " ",          "\n",      "亿",
        "0",      "-1",         "’"};
    std::mt19937_64 random(20240731);
    int taken = 0;
    for (int i = 0; i < 10'000; ++i) {
        QString text;
        for (int count = int(random() % 12); count >= 0; --count) {
            text += kTokens[qsizetype(random() % std::uint64_t(kTokens.size()))];
            if (random() % 3 != 0)
                text += u' ';
        }
        const auto expression = parseExpression(text);
        if (!expression) {
            EXPECT_TRUE(expression.error().message.startsWith(QStringLiteral("第 "))) << text.toStdString();
            continue;
        }
        ++taken;
        const auto again = parseExpression(expression->text());
        ASSERT_TRUE(again) << text.toStdString() << "\n" << expression->text().toStdString();
        EXPECT_EQ(*again, *expression) << text.toStdString();
        EXPECT_FALSE(expression->words().isEmpty());
    }
    EXPECT_GT(taken, 25);
}

TEST(ExpressionParsing, AnyCharactersAreReadOrRefused) {
    std::mt19937_64 random(7);
    for (int i = 0; i < 10'000; ++i) {
        QString text = i % 2 ? QStringLiteral("text ~ ") : QString();
        for (int count = int(random() % 40); count > 0; --count)
            text += QChar(char16_t(random() % 3 ? random() % 128 : random() % 65536));
        const auto expression = parseExpression(text);
        if (expression) {
            const auto again = parseExpression(expression->text());
            ASSERT_TRUE(again && *again == *expression) << i;
        }
    }
    // Long words that could be cut at every character.
    for (const char *piece : {"且", "非", "含", "且产业", "为", "市"})
        (void)parseExpression(QString::fromUtf8(piece).repeated(3000).left(kLongestExpression));
}

} // namespace
} // namespace yipi::indicators
