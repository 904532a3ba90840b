// SPDX-License-Identifier: GPL-3.0-or-later
#include "seed_input.h"

namespace yipi::reports {

using namespace indicators;

namespace {

constexpr qint64 kYiHundredth = 1'000'000; // 0.01 亿元

struct ZoneLine {
    const char *name;
    int signs, investment, started, due, produced, startEntries, actual, expected;
};

// The zones of the demonstration (docs: ui mockups); amounts in 0.01 亿元. They add up to the seed's totals.
constexpr ZoneLine kZones[]{
    {"吕梁经开区", 18, 5230, 11, 12, 6, 18, 1305, 1260}, {"孝义经开区", 19, 4886, 11, 13, 6, 19, 1462, 1480},
    {"文水经开区", 14, 2745, 8, 9, 4, 14, 831, 820},     {"交城经开区", 15, 3172, 8, 10, 4, 15, 852, 890},
    {"杏花村经开区", 12, 2108, 6, 8, 3, 12, 633, 640},   {"交口经开区", 10, 1893, 4, 6, 1, 10, 295, 324},
    {"兴县经开区", 13, 4218, 5, 8, 2, 12, 302, 360},     {"柳林经开区", 10, 1964, 3, 5, 1, 9, 194, 250},
};

std::vector<RateResult> threeRates(qint64 started, qint64 due, qint64 produced, qint64 entries, qint64 actual,
                                   qint64 expected) {
    return {countRate(QStringLiteral("start"), started, due),
            countRate(QStringLiteral("produce"), produced, entries),
            outputRate(actual * kYiHundredth, expected * kYiHundredth)};
}

RateRule rule(const char *id, const char *title, Population population, Event event, Weight weight) {
    RateRule result;
    result.id = QString::fromUtf8(id);
    result.title = QString::fromUtf8(title);
    result.population = population;
    result.event = event;
    result.weight = weight;
    return result;
}

const RuleSet &rules() {
    static const RuleSet kRules = [] {
        RuleSet set;
        set.id = QStringLiteral("lvliang-2024");
        set.name = QStringLiteral("吕梁2024");
        set.rates = {rule("start", "开工率", Population::Sign, Event::Started, Weight::Count),
                     rule("produce", "投产率", Population::Start, Event::Produced, Weight::Count),
                     rule("attain", "达效率", Population::Produce, Event::Attained, Weight::Output)};
        set.rates.front().campaigns = indicators::CampaignScope::HeldAtLeastMonths;
        set.rates.front().heldAtLeastMonths = 6;
        return set;
    }();
    return kRules;
}

RateTable zonesAtSeed() {
    RateTable table;
    table.asOf = Month(2024, 7);
    table.rulesId = QStringLiteral("lvliang-2024");
    table.rulesName = QStringLiteral("吕梁2024");
    table.by = GroupBy::Zone;
    qint64 id = 0;
    for (const ZoneLine &line : kZones) {
        GroupResult zone;
        zone.key = QString::fromUtf8(line.name);
        zone.id = ++id;
        zone.sign = {line.signs, line.investment * kYiHundredth, 0};
        zone.rates =
            threeRates(line.started, line.due, line.produced, line.startEntries, line.actual, line.expected);
        table.groups.push_back(zone);
    }
    table.total.sign = {111, 26216 * kYiHundredth, 0};
    table.total.start = {109, 0, 0};
    table.total.produce = {75, 0, 0};
    table.total.rates = threeRates(56, 71, 27, 109, 5874, 6024);
    return table;
}

void addOverdue(BulletinInput &input) {
    static const char *const kProjects[]{"年产500吨特种石墨坩埚生产线",
                                         "煤系高岭土精深加工",
                                         "焦炉煤气制液化天然气联产氢气",
                                         "镕基新材料陶瓷纤维模块智能化改扩建及配套仓储物流中心（一期）",
                                         "白酒酿造废弃物资源化利用",
                                         "喆峁山生态农业观光园",
                                         "新型环保建材",
                                         "氢燃料电池发动机组装"};
    static const char *const kPeople[]{"尹鹏", "武晓芳", "闫喆", "高建国", "欧阳文斌", "李峁"};
    for (int i = 0; i < 48; ++i) {
        const auto kind = i < 15   ? OverdueKind::NotStarted
                          : i < 37 ? OverdueKind::NotProduced
                                   : OverdueKind::NotAttained;
        const auto light = i < 14 ? Light::Red : i < 35 ? Light::Yellow : Light::Green;
        const int days = light == Light::Red ? 240 - 9 * i : light == Light::Yellow ? 100 - 2 * i : 35 - i;
        const qint64 project = 1000 + i;
        input.overdue.push_back({project, kind, QDate(2024, 7, 31).addDays(-days), days, light});
        const QString suffix = i < 8 ? QString() : QStringLiteral("（%1期）").arg(i / 8 + 1);
        input.projects.insert(
            project,
            {QStringLiteral("23%1-XY-%2").arg(i % 4 + 1, 2, 10, QChar(u'0')).arg(i, 2, 10, QChar(u'0')),
             QString::fromUtf8(kProjects[i % 8]) + suffix, QString::fromUtf8(kZones[i % 8].name),
             QString::fromUtf8(kPeople[i % 6]), QString::fromUtf8(kPeople[(i + 2) % 6])});
    }
}

} // namespace

RateResult countRate(const QString &id, qint64 num, qint64 den) {
    RateResult rate;
    rate.id = id;
    rate.title = id == QLatin1String("start") ? QStringLiteral("开工率") : QStringLiteral("投产率");
    rate.rate = Rate(num, den);
    rate.ruleText = id == QLatin1String("start")
                        ? QStringLiteral("签约一批中已开工的项目数 ÷ 项目数，只计截至日前至少6个月举办的活动")
                        : QStringLiteral("开工一批中已投产的项目数 ÷ 项目数");
    return rate;
}

RateResult outputRate(qint64 num, qint64 den) {
    RateResult rate;
    rate.id = QStringLiteral("attain");
    rate.title = QStringLiteral("达效率");
    rate.rate = Rate(num, den);
    rate.unit = Weight::Output;
    rate.ruleText = QStringLiteral("投产一批产业项目的实际年产值 ÷ 预期年产值");
    return rate;
}

GroupResult zoneWithStartRate(const QString &name, qint64 num, qint64 den) {
    GroupResult zone;
    zone.key = name;
    zone.rates = {countRate(QStringLiteral("start"), num, den)};
    return zone;
}

BulletinInput seedInput() {
    BulletinInput input;
    input.city = QStringLiteral("吕梁市");
    input.issuer = QStringLiteral("吕梁市商务局");
    input.asOf = Month(2024, 7);
    input.rules = &rules();
    input.byZone = zonesAtSeed();
    input.previous.asOf = Month(2024, 6);
    input.previous.total.rates = threeRates(53, 70, 27, 109, 5900, 6024);
    const std::pair<int, int> campaigns[]{{2023, 1}, {2023, 2}, {2023, 3}, {2023, 4}, {2024, 1}, {2024, 2}};
    for (const auto &[year, sequence] : campaigns) {
        Campaign campaign;
        campaign.year = year;
        campaign.sequence = sequence;
        input.campaigns.push_back(campaign);
    }
    CampaignSummary current;
    current.campaign = {2024, 3};
    current.sign = {11, 5342 * kYiHundredth, 3750 * kYiHundredth};
    current.start = {17, 2269 * kYiHundredth, 1928 * kYiHundredth};
    current.produce = {15, 1664 * kYiHundredth, 1360 * kYiHundredth};
    current.over100m = 14;
    current.strategic = 22;
    input.current = current;
    input.currentHeldOn = QDate(2024, 8, 19);
    input.industrialProduced = 42;
    addOverdue(input);
    input.isDemo = true;
    return input;
}

QStringList texts(const Document &document, Style style) {
    QStringList result;
    for (const Block &block : document.blocks)
        if (const auto *paragraph = std::get_if<Paragraph>(&block); paragraph && paragraph->style == style)
            result += paragraph->text();
    return result;
}

QString wholeText(const Document &document) {
    QString result;
    for (const Block &block : document.blocks)
        if (const auto *paragraph = std::get_if<Paragraph>(&block))
            result += paragraph->text() + u'\n';
    return result;
}

const Span *figure(const Document &document, const QString &id) {
    for (const Span *span : document.figures())
        if (span->figure->id == id)
            return span;
    return nullptr;
}

Table table(const Document &document, int index) {
    for (const Block &block : document.blocks)
        if (const auto *found = std::get_if<Table>(&block); found && index-- == 0)
            return *found;
    throw std::out_of_range("no such table");
}

} // namespace yipi::reports
