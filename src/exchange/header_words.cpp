// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/header_words.h"

#include "domain/text_parsing.h"
#include "exchange/header_months.h"

#include <QHash>
#include <QRegularExpression>

#include <array>

namespace yipi::exchange::detail {

namespace {

struct Word {
    QString key;
    HeaderMatch match;
};

void addWords(std::vector<Word> &words, EntityKind kind) {
    for (const FieldInfo &field : entityInfo(kind).fields) {
        if (field.type == FieldType::Reference && field.target == EntityKind::Project)
            continue; // 项目 of an entry is the row's project
        HeaderMatch match{&field, kind, 1.0};
        words.push_back({headerKey(field.title), match});
        for (const QString &synonym : field.synonyms)
            words.push_back({headerKey(synonym), match});
    }
}

/// Every word that a header may use. Project fields come first and win a tie.
const std::vector<Word> &allWords() {
    static const std::vector<Word> kWords = [] {
        std::vector<Word> words;
        addWords(words, EntityKind::Project);
        addWords(words, EntityKind::CampaignEntry);
        addWords(words, EntityKind::MonthlyProgress);
        const auto &project = entityInfo(EntityKind::Project);
        for (const QString &text :
             {QStringLiteral("项目类别"), QStringLiteral("项目类型"), QStringLiteral("项目性质")}) {
            HeaderMatch match{&project.field(QStringLiteral("industrial")), EntityKind::Project, 0.9};
            match.special = HeaderMatch::Special::Category;
            words.push_back({text, match});
        }
        // Less sure than the words of the field, which win beside them.
        constexpr double kAlike = 0.9;
        for (const QString &text :
             {QStringLiteral("备案编号"), QStringLiteral("项目备案编号"), QStringLiteral("备案号")})
            words.push_back({text, {&project.field(QStringLiteral("code")), EntityKind::Project, kAlike}});
        for (const QString &text : {QStringLiteral("是否入统"), QStringLiteral("是否纳统"),
                                    QStringLiteral("是否入库"), QStringLiteral("是否入库纳统")})
            words.push_back(
                {text, {&project.field(QStringLiteral("statistics_entry")), EntityKind::Project, kAlike}});
        const auto &progress = entityInfo(EntityKind::MonthlyProgress);
        for (const QString &text : {QStringLiteral("存在的主要问题"), QStringLiteral("主要问题"),
                                    QStringLiteral("存在问题及困难"), QStringLiteral("存在主要问题")})
            words.push_back(
                {text, {&progress.field(QStringLiteral("problems")), EntityKind::MonthlyProgress, 1.0}});
        const auto &entry = entityInfo(EntityKind::CampaignEntry);
        for (const QString &text :
             {QStringLiteral("活动名称"), QStringLiteral("所属活动"), QStringLiteral("活动批次"),
              QStringLiteral("签约期次"), QStringLiteral("入批期次")})
            words.push_back(
                {text, {&entry.field(QStringLiteral("campaign")), EntityKind::CampaignEntry, 1.0}});
        const auto &campaign = entityInfo(EntityKind::Campaign);
        for (const QString &text :
             {QStringLiteral("举办日期"), QStringLiteral("举办时间"), QStringLiteral("活动日期"),
              QStringLiteral("活动时间"), QStringLiteral("活动举办日期"), QStringLiteral("活动举办时间")})
            words.push_back({text, {&campaign.field(QStringLiteral("held_on")), EntityKind::Campaign, 1.0}});
        return words;
    }();
    return kWords;
}

const QHash<QString, HeaderMatch> &exactWords() {
    static const QHash<QString, HeaderMatch> kExact = [] {
        QHash<QString, HeaderMatch> exact;
        for (const Word &word : allWords())
            if (!exact.contains(word.key))
                exact.insert(word.key, word.match);
        return exact;
    }();
    return kExact;
}

std::optional<HeaderMatch> special(const QString &word) {
    // What offices write but the ledger computes itself or does not keep; never to be taken for 总投资.
    static const QRegularExpression kSerial(QStringLiteral("^(序号|编次|项次|no|№)$"));
    static const QRegularExpression kNotStored(
        QStringLiteral("^(.*(年度|年|本年|今年|当年|全年)计划(完成)?投资.*|.*占.*(计划|比).*|.*(完成率|同比|"
                       "增幅|增速|排名|比重|比例|进度差).*"
                       "|.*上年底.*|.*(本年|今年|当年|年内).*投资.*)$"));
    HeaderMatch match;
    match.confidence = 1;
    if (kSerial.match(word).hasMatch())
        match.special = HeaderMatch::Special::Serial;
    else if (kNotStored.match(word).hasMatch())
        match.special = HeaderMatch::Special::NotStored;
    else
        return std::nullopt;
    return match;
}

/// "拟投产时间", "实际竣工日期", "预计开工": a modality, an event and a word for time.
std::optional<HeaderMatch> eventMatch(const QString &word) {
    static const QRegularExpression kEvent(
        QStringLiteral("^(?:项目)?(计划拟|计划|拟|预计|预期|拟定)?(实际今年|实际|今年|已)?(?:项目)?"
                       "(签约|履约|开工建设|开工|竣工投产|竣工或投产|投产|竣工|建成投产|建成|达效|达产达效|"
                       "达产|入库纳统|入库|入统|纳统)"
                       "(?:时间|日期|年月|节点|时限)?$"));
    const auto m = kEvent.match(word);
    if (!m.hasMatch())
        return std::nullopt;
    const bool planned = m.capturedLength(1) > 0;
    const QString event = m.captured(3);
    QString key;
    if (event.contains(u'签'))
        key = planned ? QString() : QStringLiteral("actual_sign");
    else if (event.contains(u'履'))
        key = planned ? QString() : QStringLiteral("fulfilled_on");
    else if (event.contains(u'开'))
        key = planned ? QStringLiteral("planned_start") : QStringLiteral("actual_start");
    else if (event.contains(u'达'))
        key = planned ? QStringLiteral("planned_attain") : QStringLiteral("actual_attain");
    else if (event.contains(u'入') || event.contains(u'纳'))
        key = planned ? QString() : QStringLiteral("statistics_entry");
    else
        key = planned ? QStringLiteral("planned_produce") : QStringLiteral("actual_produce");
    if (key.isEmpty())
        return std::nullopt;
    return HeaderMatch{&entityInfo(EntityKind::Project).field(key), EntityKind::Project, 0.95};
}

/// "今年计划投资额", "今年投资完成情况": plan and figure of a year.
std::optional<HeaderMatch> yearMatch(const QString &word) {
    static const QRegularExpression kYear(
        QStringLiteral("^今年(?:(计划(?:完成)?投资|投资计划)|(?:累计)?完成投资|投资完成)(?:额|情况)?$"));
    const auto m = kYear.match(word);
    if (!m.hasMatch())
        return std::nullopt;
    const QString key =
        m.capturedLength(1) > 0 ? QStringLiteral("annual_plan") : QStringLiteral("year_investment");
    return HeaderMatch{&entityInfo(EntityKind::MonthlyProgress).field(key), EntityKind::MonthlyProgress,
                       0.95};
}

/// The longest known word inside the header; the share of the header that it covers is the confidence.
std::optional<HeaderMatch> containedMatch(const QString &word) {
    // Another month's figure, and two dates in one column: what the known word inside says, they do not.
    static const QRegularExpression kSaysOtherwise(QStringLiteral("上月|开竣工|开工竣工|起止"));
    if (word.contains(kSaysOtherwise))
        return std::nullopt;
    std::optional<HeaderMatch> best;
    for (const Word &known : allWords()) {
        if (known.key.size() < 2 || !word.contains(known.key))
            continue;
        const double confidence = 0.95 * double(known.key.size()) / double(word.size());
        if (confidence >= 0.55 && (!best || confidence > best->confidence)) {
            best = known.match;
            best->confidence = confidence;
        }
    }
    return best;
}

std::optional<HeaderMatch> exactMatch(const QString &header) {
    static const QRegularExpression kThisYear(QStringLiteral("^(本年度|本年|当年度|当年)"));
    static const QRegularExpression kNamedYear(QStringLiteral("^20\\d{2}年度?"));
    QString word = header;
    word.replace(kThisYear, QStringLiteral("今年"));
    // Which year it is, and whether it is this one, is told by `matchHeader` and settled by the sheet.
    QString ofYear = word;
    ofYear.replace(kNamedYear, QStringLiteral("今年"));
    for (const QString &known : {word, ofYear})
        if (const auto it = exactWords().constFind(known); it != exactWords().constEnd())
            return *it;
    if (auto match = yearMatch(ofYear))
        return match;
    if (auto match = spanMatch(ofYear))
        return match;
    if (auto match = special(word))
        return match;
    if (auto match = monthMatch(word))
        return match;
    return eventMatch(word);
}

/// 计划 or 实际 alone below what it speaks of: "开工时间" over "计划" and "实际" are 计划开工时间 and
/// 实际开工时间.
std::optional<HeaderMatch> modalityMatch(const QStringList &keys) {
    static const QRegularExpression kPlanned(QStringLiteral("^(计划|拟|预计|预期)(时间|日期)?$"));
    static const QRegularExpression kActual(QStringLiteral("^实际(时间|日期)?$"));
    const bool planned = kPlanned.match(keys.last()).hasMatch();
    if (!planned && !kActual.match(keys.last()).hasMatch())
        return std::nullopt;
    QStringList words{planned ? QStringLiteral("计划") : QStringLiteral("实际")};
    if (planned)
        words << QStringLiteral("预计");
    for (qsizetype level = keys.size() - 2; level >= 0; --level)
        for (const QString &word : words)
            if (const auto match = exactMatch(word + keys[level]))
                return match;
    return HeaderMatch{}; // never by containing: 计划 would be read as what it is not
}

/// Which of the words that tell headers apart a header has.
QStringList tellingWords(const QString &key) {
    static const QRegularExpression kTelling(
        QStringLiteral("计划|拟|预计|预期|实际|已|未|不|非|签约|履约|开工|投产|竣工|建成|达产|达效|入库|纳统|"
                       "入统|储备|暂停|暂缓|停工|"
                       "终止|退出|调出|批准|固定|固投|税|产值|累计|本|今|当|上|下|年|月|季|总|单位|企业|行业|"
                       "产业|类|链|区|商|"
                       "原因|编|代|电话|领导|专员|人|责任|联系|数|额|率|比|\\d+"));
    QStringList words;
    for (auto it = kTelling.globalMatch(key); it.hasNext();)
        words << it.next().captured();
    words.sort();
    return words;
}

bool isOneSlip(const QString &a, const QString &b) {
    qsizetype start = 0, end = 0;
    const qsizetype shorter = std::min(a.size(), b.size());
    while (start < shorter && a.at(start) == b.at(start))
        ++start;
    while (end < shorter - start && a.at(a.size() - 1 - end) == b.at(b.size() - 1 - end))
        ++end;
    const QString restA = a.mid(start, a.size() - start - end), restB = b.mid(start, b.size() - start - end);
    if (restA.size() == 1 && restB.size() == 1)
        return true;
    if (restA.size() == 2 && restB.size() == 2)
        return restA.at(0) == restB.at(1) && restA.at(1) == restB.at(0);
    const QString &extra = restA.isEmpty() ? restB : restA;
    const QString &longer = restA.isEmpty() ? b : a;
    const bool isOneMore = restA.size() + restB.size() == 1;
    return isOneMore && start > 0 && longer.at(start - 1) == extra.at(0); // doubled
}

std::optional<HeaderMatch> matchKeys(const QStringList &keys) {
    static const QRegularExpression kPlanned(QStringLiteral("计划|拟|预计"));
    static const QRegularExpression kActual(QStringLiteral("实际"));
    if (auto match = monthLevelMatch(keys))
        return match;
    const QString joined = keys.join(QString());
    const QString last = keys.last();
    if (auto match = exactMatch(joined))
        return match;
    if (keys.size() > 1) {
        if (auto match = modalityMatch(keys))
            return match;
        const QString above = joined.chopped(last.size());
        if (above.contains(kPlanned) && !last.contains(kPlanned))
            if (auto match = exactMatch(QStringLiteral("计划") + last))
                return match;
        if (above.contains(kActual))
            if (auto match = exactMatch(QStringLiteral("实际") + last))
                return match;
        if (auto match = spanMatch(keys[keys.size() - 2] + last))
            return match;
        if (auto match = exactMatch(last))
            return match;
    }
    if (auto match = bareFigure(last))
        return match;
    if (auto match = containedMatch(last))
        return match;
    return containedMatch(joined);
}

} // namespace

std::optional<HeaderMatch> similarHeader(const QString &key) {
    constexpr qsizetype kShortest = 4;
    if (key.size() < kShortest)
        return std::nullopt;
    const QStringList telling = tellingWords(key);
    for (const Word &known : allWords()) {
        if (known.key.size() < kShortest || !isOneSlip(key, known.key) || tellingWords(known.key) != telling)
            continue;
        HeaderMatch match = known.match;
        match.confidence = 0.95 * (1 - 1.0 / double(key.size()));
        return match;
    }
    return std::nullopt;
}

QString headerKey(const QString &header) {
    static const QRegularExpression kBrackets(
        QStringLiteral("\\((?:单位:?)?(?:人民币)?(?:亿元?|万元?|元|亩|人|个|家|%|公顷|万?平方米|㎡|年/?月/"
                       "?日?|是/否|必填|选填|可选|选择|下拉选择|填.{0,8})\\)"));
    static const QRegularExpression kTrailingUnit(
        QStringLiteral("[:,、/]?(?:单位:?)?(?:亿元|万元|\\(元\\))$"));
    QString text = foldedName(header);
    text.remove(kBrackets);
    text.remove(kTrailingUnit);
    QString key;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        const bool isRangeDash = (c == u'-' || c == u'—' || c == u'~') && i > 0 && text.at(i - 1).isDigit() &&
                                 i + 1 < text.size() && text.at(i + 1).isDigit();
        if (c.isLetterOrNumber() || c == u'%' || c == u'№')
            key += c;
        else if (isRangeDash)
            key += u'至';
    }
    return key;
}

std::optional<MoneyUnit> unitIn(const QString &text) {
    static const QRegularExpression kUnit(QStringLiteral("亿元|万元|元|\\(亿\\)|\\(万\\)"));
    std::optional<MoneyUnit> found;
    for (auto it = kUnit.globalMatch(normalisedText(text)); it.hasNext();) {
        const QString word = it.next().captured();
        const MoneyUnit unit = word.contains(u'亿')   ? MoneyUnit::Yi
                               : word.contains(u'万') ? MoneyUnit::Wan
                                                      : MoneyUnit::Yuan;
        if (found && *found != unit)
            return std::nullopt;
        found = unit;
    }
    return found;
}

std::optional<HeaderMatch> matchHeader(const QStringList &levels) {
    QStringList keys;
    for (const QString &level : levels)
        if (const QString key = headerKey(level); !key.isEmpty() && (keys.isEmpty() || keys.last() != key))
            keys << key;
    if (keys.isEmpty())
        return std::nullopt;
    auto match = matchKeys(keys);
    if (match && match->year == 0)
        match->year = yearIn(keys);
    return match;
}

} // namespace yipi::exchange::detail
