// SPDX-License-Identifier: GPL-3.0-or-later
#include "assessment_cases.h"
#include "facts_builder.h"

#include <QDir>
#include <QFile>

namespace yipi::indicators {
namespace {

Result<AssessmentScheme> parsed(const QByteArray &json) {
    static const std::vector<RuleSet> kRules{preset("basic"), preset("lvliang-2024")};
    return parseAssessmentScheme(json, QStringLiteral("folder/own.json"), kRules);
}

/// A scheme of one item with these members behind a valid head.
QByteArray withItem(const char *members) {
    return QByteArray(R"({"name":"n","version":"1","rules":"basic","items":[{"id":"a","title":"A",)") +
           members + "}]}";
}
QByteArray withRate(const char *members) {
    return withItem((QByteArray(R"("measure":"rate","rate":"start","weight":10,)") + members).constData());
}
QByteArray withRest(const char *members) {
    return QByteArray(
               R"({"name":"n","version":"1","items":[{"id":"a","title":"A","measure":"rate","rate":"start",
        "weight":10,"form":"efficacy"}],)") +
           members + "}";
}

TEST(AssessmentParsing, ReadsEverythingAndWritesItBack) {
    const auto scheme = parsed(R"({"name":"市级考核","version":"2","description":"说明","rules":"basic",
        "group":"category","missing":"redistribute","bonus_cap":5.5,"malus_cap":3,
        "items":[
          {"id":"a","title":"开工率","measure":"rate","rate":"start","weight":12.5,"form":"efficacy","base":50,"span":30.25,
           "direction":"lower","floor":1,"cap":90,"note":"备注"},
          {"id":"b","title":"任务","measure":"target","target":"sign_investment","weight":20,"form":"completion","cap":120},
          {"id":"c","title":"增速","measure":"amount_growth","rate":"attain","weight":7,"form":"steps",
           "bands":[{"from":-0.5,"score":0},{"from":10,"score":100}]},
          {"id":"d","title":"变化","measure":"rate_growth","rate":"produce","weight":7,"form":"linear",
           "bands":[{"from":0,"score":0},{"from":10,"score":100}]},
          {"id":"e","title":"总量","measure":"amount","rate":"start","weight":7,"form":"rank","first":95,"step":2.5}],
        "bonus":[{"zone":"孝义","title":"表彰","points":1.5,"why":"省级","source":"晋商发〔2024〕1号"},
                 {"zone":"兴县","title":"迟报","points":-0.5,"why":"两次"}]})");
    ASSERT_TRUE(scheme) << scheme.error().text().toStdString();
    EXPECT_EQ(scheme->id, "own");
    EXPECT_EQ(scheme->grouping, AssessmentGrouping::Category);
    EXPECT_EQ(scheme->fullMarks().text(), "53.5");
    EXPECT_EQ(scheme->items[0].span.text(), "30.25");
    EXPECT_EQ(scheme->items[1].goal, Decimal(100)) << "of a task";
    EXPECT_EQ(scheme->bonus[1].points.text(), "-0.5");
    const auto again = parsed(toJson(*scheme));
    ASSERT_TRUE(again) << again.error().text().toStdString();
    EXPECT_EQ(*again, *scheme);
}

TEST(AssessmentParsing, ShippedSchemesAreValidAndFull) {
    const QDir folder(QStringLiteral(YIPI_SOURCE_DIR "/data/assessments"));
    const QStringList names = folder.entryList({QStringLiteral("*.json")});
    ASSERT_EQ(names.size(), 2);
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        ASSERT_TRUE(file.open(QIODevice::ReadOnly));
        const auto scheme = parsed(file.readAll());
        ASSERT_TRUE(scheme) << scheme.error().text().toStdString();
        EXPECT_EQ(scheme->fullMarks(), Decimal(100)) << name.toStdString();
        EXPECT_TRUE(scheme->bonus.empty());
        const RuleSet rules = preset("lvliang-2024");
        for (const AssessmentItem &item : scheme->items)
            EXPECT_TRUE(item.measure == AssessmentMeasure::Target || rules.rate(item.rate));
    }
}

TEST(AssessmentParsing, EveryErrorNamesItsPlaceAndReason) {
    struct Wrong {
        QByteArray json;
        const char *place, *reason;
    };
    const std::vector<Wrong> cases{
        {"{", "第 1 行第 2 列", "不是合法的 JSON"},
        {"[]", "整个文件", "应为对象"},
        {R"({"version":"1"})", "name", "必须填写"},
        {R"({"name":"n"})", "version", "必须填写"},
        {R"({"name":"n","version":"1"})", "items", "应有 1 到 32 个指标"},
        {R"({"name":"n","version":"1","items":{}})", "items", "应为数组"},
        {R"({"name":"n","version":"1","rules":"basics","items":[]})", "rules",
         "没有口径“basics”，可以写 basic"},
        {R"({"name":"n","version":"1","group":"county","items":[]})", "group", "可以写 none、category"},
        {R"({"name":"n","version":"1","missing":"skip","items":[]})", "missing", "可以写 zero、redistribute"},
        {withItem(R"("weight":1,"form":"rank")"), "items[0].measure", "必须填写"},
        {withItem(R"("measure":"count","weight":1)"), "items[0].measure", "不认识“count”"},
        {withItem(R"("measure":"rate","weight":1)"), "items[0].rate", "必须填写"},
        {withItem(R"("measure":"rate","rate":"begin","weight":1)"), "items[0].rate",
         "里没有比率“begin”，可以写 start"},
        {withItem(R"("measure":"rate","rate":"start","target":"sign_count")"), "items[0].target",
         "只与 measure: target 同用"},
        {withItem(R"("measure":"target","weight":1)"), "items[0].target", "必须填写"},
        {withItem(R"("measure":"target","target":"jobs","weight":1)"), "items[0].target", "不认识“jobs”"},
        {withItem(R"("measure":"target","target":"sign_count","rate":"start")"), "items[0].rate",
         "只与 measure: rate"},
        {withItem(R"("measure":"rate","rate":"start","form":"rank")"), "items[0].weight", "必须填写"},
        {withItem(R"("measure":"rate","rate":"start","weight":-1,"form":"rank")"), "items[0].weight",
         "应为 0 到 1000 的数"},
        {withItem(R"("measure":"rate","rate":"start","weight":"30","form":"rank")"), "items[0].weight",
         "实际是文字"},
        {withItem(R"("measure":"rate","rate":"start","weight":0.00001,"form":"rank")"), "items[0].weight",
         "应为 0 到 1000 的数"},
        {withItem(R"("measure":"rate","rate":"start","weight":1.00001,"form":"rank")"), "items[0].weight",
         "最多 4 位小数"},
        {withItem(R"("measure":"rate","rate":"start","weight":0,"form":"rank")"), "items",
         "权重之和应大于 0"},
        {withRate(R"("note":"x")"), "items[0].form", "必须填写"},
        {withRate(R"("form":"curve")"), "items[0].form", "可以写 efficacy、completion"},
        {withRate(R"("form":"rank","direction":"up")"), "items[0].direction", "可以写 higher、lower"},
        {withRate(R"("form":"steps","direction":"higher","bands":[{"from":1,"score":1}])"),
         "items[0].direction", "由 bands 表示好坏"},
        {withRate(R"("form":"rank","floor":70,"cap":60,"first":60)"), "items[0].cap", "小于 floor 70"},
        {withRate(R"("form":"rank","base":60)"), "items[0].base", "只与 form: efficacy 同用"},
        {withRate(R"("form":"efficacy","goal":60)"), "items[0].goal", "只与 form: completion 同用"},
        {withRate(R"("form":"efficacy","bands":[])"), "items[0].bands", "只与 form: steps"},
        {withRate(R"("form":"efficacy","step":1)"), "items[0].step", "只与 form: rank 同用"},
        {withRate(R"("form":"efficacy","span":50)"), "items[0].span", "之和 110 超过了 cap 100"},
        {withRate(R"("form":"efficacy","cap":90)"), "items[0].cap", "之和 100 超过了 cap 90"},
        {withRate(R"("form":"completion")"), "items[0].goal", "必须填写"},
        {withRate(R"("form":"completion","goal":0)"), "items[0].goal", "应大于 0"},
        {withRate(R"("form":"steps")"), "items[0].bands", "至少要有 1 行"},
        {withRate(R"("form":"linear","bands":[{"from":1,"score":1}])"), "items[0].bands", "至少要有 2 行"},
        {withRate(R"("form":"steps","bands":[{"score":1}])"), "items[0].bands[0].from", "必须填写"},
        {withRate(R"("form":"steps","bands":[{"from":1}])"), "items[0].bands[0].score", "必须填写"},
        {withRate(R"("form":"steps","bands":[{"from":5,"score":1},{"from":5,"score":2}])"),
         "items[0].bands[1].from", "应大于上一行的 5"},
        {withRate(R"("form":"steps","bands":[{"from":5,"score":101}])"), "items[0].bands[0].score",
         "超过了 cap 100"},
        {withRate(R"("form":"steps","bands":[{"from":5,"score":1,"x":1}])"), "items[0].bands[0].x",
         "不认识这一项"},
        {withRate(R"("form":"rank","first":101)"), "items[0].first", "第 1 名得 101，超过了 cap 100"},
        {withRate(R"("form":"rank","cap":90)"), "items[0].cap", "超过了 cap 90"},
        {withRate(R"("form":"rank","wieght":1)"), "items[0].wieght", "不认识这一项"},
        {R"({"name":"n","version":"1","items":[{"id":"A","title":"A"}]})", "items[0].id", "小写字母"},
        {R"({"name":"n","version":"1","items":[{"id":"a"}]})", "items[0].title", "必须填写"},
        {R"({"name":"n","version":"1","items":[
            {"id":"a","title":"A","measure":"rate","rate":"start","weight":1,"form":"rank"},{"id":"a","title":"B"}]})",
         "items[1].id", "与前面的指标重复"},
        {withRest(R"("bonus":[{"title":"x","points":1,"why":"y"}])"), "bonus[0].zone", "必须填写"},
        {withRest(R"("bonus":[{"zone":"x","points":1,"why":"y"}])"), "bonus[0].title", "必须填写"},
        {withRest(R"("bonus":[{"zone":"x","title":"t","why":"y"}])"), "bonus[0].points", "必须填写"},
        {withRest(R"("bonus":[{"zone":"x","title":"t","points":0,"why":"y"}])"), "bonus[0].points",
         "不能为 0"},
        {withRest(R"("bonus":[{"zone":"x","title":"t","points":1}])"), "bonus[0].why", "必须填写"},
        {withRest(R"("bonus":[{"zone":"x","title":"t","points":1,"why":"y","by":"z"}])"), "bonus[0].by",
         "不认识"},
        {withRest(R"("bonus_cap":-1)"), "bonus_cap", "应为 0 到 1000 的数"},
        {withRest(R"("malus_cap":"3")"), "malus_cap", "实际是文字"},
        {withRest(R"("weights":1)"), "weights", "不认识这一项"},
        {QByteArray(1'000'001, ' '), "整个文件", "不超过 1 MB"},
    };
    for (const Wrong &wrong : cases) {
        const auto scheme = parsed(wrong.json);
        ASSERT_FALSE(scheme) << wrong.json.constData();
        EXPECT_EQ(scheme.error().code, ErrorCode::InvalidValue);
        EXPECT_EQ(scheme.error().place.field, QString::fromUtf8(wrong.place)) << wrong.json.constData();
        EXPECT_TRUE(scheme.error().message.contains(QString::fromUtf8(wrong.reason)))
            << wrong.json.constData() << '\n'
            << scheme.error().text().toStdString();
        EXPECT_EQ(scheme.error().place.file, "folder/own.json");
    }
}

} // namespace
} // namespace yipi::indicators
