// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/pinyin/text_index.h"
#include "domain/pinyin/text_query.h"

#include <QStringList>

using namespace yipi::pinyin;
using Quality = MatchQuality;

namespace {

struct Case {
    const char *query;
    const char *text;
    std::optional<Quality> quality;
};

std::optional<Quality> qualityOf(const Case &c) {
    return TextQuery(QString::fromUtf8(c.query)).quality(QString::fromUtf8(c.text));
}

/// The readings of each character as the search sees them: "chong|qing".
QString readings(const char *text) {
    QStringList list;
    for (const char16_t unit : searchForm(QString::fromUtf8(text))) {
        QStringList ways;
        for (const std::string_view reading : readingsOf(unit))
            ways << QString::fromUtf8(reading.data(), qsizetype(reading.size()));
        ways.sort();
        ways.removeDuplicates();
        list << ways.join(u'/');
    }
    return list.join(u'|');
}

} // namespace

TEST(Pinyin, ReadsCharactersAndPhrases) {
    const std::pair<const char *, const char *> kCases[] = {
        {"吕梁", "lu/lv/lyu|liang"},
        {"厦", "sha/xia"},
        {"朝", "chao/zhao/zhu"},
        {"重庆", "chong|qing"},
        {"长治", "chang|zhi"},
        {"长子", "zhang|zi"},
        {"蔚县", "yu|xian"},
        {"六安", "lu|an"},
        {"厦门", "xia|men"},
        {"大城", "dai|cheng"},
        {"洪洞", "hong|tong"},
        {"繁峙", "fan|shi"},
        {"解州", "xie|zhou"},
        {"乐亭", "lao|ting"},
        {"尉犁", "yu|li"},
        {"银行", "yin|hang"},
        {"万柏林", "wan|bai|lin"}, // the longer phrase, not 柏林
        {"峁", "mao"},
        {"堎", "leng"},
        {"喆", "zhe"},
        {"镕", "rong"},
        {"A1", "|"},
    };
    for (const auto &[text, expected] : kCases)
        EXPECT_EQ(readings(text), QString::fromUtf8(expected)) << text;
}

TEST(Pinyin, PhrasesDecideOnlyWhereTheyStand) {
    EXPECT_EQ(readings("重"), QStringLiteral("chong/tong/zhong"));
    EXPECT_EQ(readings("起重"), QStringLiteral("qi|zhong"));
    EXPECT_EQ(characterOf(searchForm(QStringLiteral("重庆"))[0]), u'重');
    EXPECT_EQ(characterOf(u'庆'), u'庆');
}

TEST(Pinyin, SearchFormEvensOutWhatPeopleTypeDifferently) {
    EXPECT_EQ(searchForm(QStringLiteral("ＬＮＧ　（二期）")), u"lng(二期)");
    EXPECT_EQ(searchForm(QStringLiteral(" Xi'an Lü \t")), u"xianlv");
    // A text can't pretend to be a unit of the tables.
    EXPECT_EQ(searchForm(QStringLiteral("\uE000")), u"\uFFFD");
    std::vector<qsizetype> positions;
    searchForm(QStringLiteral("吕 梁　市"), &positions);
    EXPECT_EQ(positions, (std::vector<qsizetype>{0, 2, 4}));
}

TEST(TextQuery, TellsHowWellATextAnswers) {
    const Case kCases[] = {
        {"吕梁", "吕梁", Quality::Exact},
        {"吕 梁", "吕梁", Quality::Exact},
        {"吕梁", "吕梁经济技术开发区", Quality::Prefix},
        {"经开", "孝义经开区", Quality::Substring},
        {"lng", "焦炉煤气制 LNG", Quality::Substring},
        {"lvliang", "吕梁经开区", Quality::PinyinPrefix},
        {"lüliang", "吕梁经开区", Quality::PinyinPrefix},
        {"luliang", "吕梁经开区", Quality::PinyinPrefix},
        {"LyuLiang", "吕梁经开区", Quality::PinyinPrefix},
        {"lvli", "吕梁经开区", Quality::PinyinPrefix},
        {"liang", "吕梁经开区", Quality::Pinyin},
        {"lv梁", "吕梁经开区", Quality::PinyinPrefix},
        {"兴xian", "兴县铝镁新材料", Quality::PinyinPrefix},
        {"ll", "吕梁经开区", Quality::InitialsPrefix},
        {"jkq", "吕梁经开区", Quality::Initials},
        {"lvl", "吕梁", Quality::PinyinPrefix}, // the beginning of lvliang
        {"chqi", "重庆", Quality::Mixed},
        {"zhhx", "中航西", Quality::InitialsPrefix},
        {"cqing", "重庆", Quality::Mixed},
        {"chongqing", "重庆", Quality::PinyinPrefix},
        {"zhongqing", "重庆", std::nullopt},
        {"zq", "重庆", std::nullopt},
        {"changzhi", "长治经开区", Quality::PinyinPrefix},
        {"zhangzhi", "长治经开区", std::nullopt},
        {"zhangzi", "长子经开区", Quality::PinyinPrefix},
        {"xing", "行", Quality::PinyinPrefix},
        {"hang", "行", Quality::PinyinPrefix},
        {"leyue", "乐乐", Quality::PinyinPrefix},
        {"xi'an", "西安", Quality::PinyinPrefix},
        {"hongtong", "洪洞县", Quality::PinyinPrefix},
        {"wuzhe", "吴喆", Quality::PinyinPrefix},
        {"zhurongji", "朱镕基", Quality::PinyinPrefix},
        {"maotou", "峁头村", Quality::PinyinPrefix},
        {"changleng", "长堎", Quality::PinyinPrefix},
        {"吕糧", "吕梁", std::nullopt},
        {"孝义x", "孝义", std::nullopt},
        {"2303-xy", "2303-XY-02", Quality::Prefix},
        {"２３０３", "2303-XY-02", Quality::Prefix},
        {"𬭎", "刘𬭎", Quality::Substring}, // beyond the basic plane: as written only
        {"", "吕梁", std::nullopt},
        {"　 ", "吕梁", std::nullopt},
    };
    for (const Case &c : kCases)
        EXPECT_EQ(qualityOf(c), c.quality) << c.query << " in " << c.text;
}

TEST(TextQuery, MarksWhatMatched) {
    const auto span = [](const char *query, const char *text) {
        return TextQuery(QString::fromUtf8(query)).span(QString::fromUtf8(text));
    };
    EXPECT_EQ(span("煤气", "焦炉煤气制 LNG"), (TextSpan{2, 2}));
    EXPECT_EQ(span("zhilng", "焦炉煤气制 LNG"), (TextSpan{4, 5})); // with the blank between
    EXPECT_EQ(span("mq", "焦炉煤气制 LNG"), (TextSpan{2, 2}));
    EXPECT_EQ(span("chqi", "在重庆"), (TextSpan{1, 2}));
    EXPECT_EQ(span("lu", "绿化路"), (TextSpan{0, 1}));
    EXPECT_EQ(span("x", "吕梁"), std::nullopt);
}

TEST(TextQuery, LongerThanTheMachineIsCut) {
    const QString text = QString(200, u'煤');
    EXPECT_EQ(TextQuery(text).quality(text), Quality::Prefix);
    EXPECT_EQ(TextQuery(QString(63, u'煤')).quality(QString(62, u'煤')), std::nullopt);
    EXPECT_EQ(TextQuery(QString(63, u'煤')).quality(QString(63, u'煤')), Quality::Exact);
}

namespace {

/// What the machine does at once, tried one way after the other.
bool spells(const QString &query, const QString &text) {
    if (query.isEmpty())
        return true;
    if (text.isEmpty())
        return false;
    const char16_t unit = searchForm(text)[0];
    if (characterOf(unit) == query[0].unicode() && spells(query.mid(1), text.mid(1)))
        return true;
    for (const std::string_view view : readingsOf(unit)) {
        const QString reading = QString::fromUtf8(view.data(), qsizetype(view.size()));
        if (reading.startsWith(query))
            return true;
        for (qsizetype length = 1; length <= reading.size(); ++length) {
            const QString part = reading.left(length);
            const bool counts =
                length == 1 || length == reading.size() || (length == 2 && reading[1] == u'h');
            if (counts && query.startsWith(part) && spells(query.mid(length), text.mid(1)))
                return true;
        }
    }
    return false;
}

} // namespace

TEST(TextQuery, AgreesWithTryingEveryWay) {
    // Characters that no phrase joins, so that each stands for itself.
    const QString characters = QStringLiteral("吕行乐厦查曾朴车西安张a");
    const QString letters = QStringLiteral("lvuyxianghecszpqz安a");
    quint32 seed = 1;
    const auto below = [&seed](qsizetype n) {
        seed = seed * 1664525U + 1013904223U;
        return qsizetype((seed >> 8) % quint32(n));
    };
    int matches = 0;
    for (int round = 0; round < 20000; ++round) {
        QString text, query;
        for (qsizetype i = 1 + below(4); i > 0; --i)
            text += characters[below(characters.size())];
        for (qsizetype i = 1 + below(4); i > 0; --i)
            query += letters[below(letters.size())];
        bool expected = false;
        for (qsizetype start = 0; start < text.size(); ++start)
            expected = expected || spells(query, text.mid(start));
        matches += expected;
        ASSERT_EQ(TextQuery(query).quality(text).has_value(), expected)
            << query.toStdString() << " in " << text.toStdString();
    }
    EXPECT_GT(matches, 500);
}

TEST(TextIndex, FindsInEachTextOnceAndNeverAcrossTwo) {
    TextIndex index;
    index.append(2, QStringLiteral("孝义铝铝铝"));
    index.append(3, QString());
    index.append(5, QStringLiteral("汾阳"));
    index.append(9, QStringLiteral("孝感"));
    EXPECT_EQ(index.size(), 3U);
    EXPECT_EQ(index.find(TextQuery(QStringLiteral("lv"))).list,
              (std::vector<TextIndex::Hit>{{2, Quality::Pinyin, 5}}));
    EXPECT_EQ(index.find(TextQuery(QStringLiteral("孝"))).list,
              (std::vector<TextIndex::Hit>{{2, Quality::Prefix, 5}, {9, Quality::Prefix, 2}}));
    EXPECT_TRUE(index.find(TextQuery(QStringLiteral("铝汾"))).list.empty());
    EXPECT_TRUE(index.find(TextQuery(QString())).list.empty());
}

TEST(TextIndex, LeavesOutWhatMatchesLessWellThanAskedFor) {
    TextIndex index;
    index.append(1, QStringLiteral("土地手续"));
    EXPECT_EQ(index.find(TextQuery(QStringLiteral("tdsx")), Quality::Pinyin).list.size(), 0U);
    EXPECT_EQ(index.find(TextQuery(QStringLiteral("tdsx")), Quality::Initials).list.size(), 1U);
    EXPECT_EQ(index.find(TextQuery(QStringLiteral("tudi")), Quality::Pinyin).list.size(), 1U);
    EXPECT_EQ(index.find(TextQuery(QStringLiteral("tudi")), Quality::Substring).list.size(), 0U);
}

TEST(TextIndex, UpdateGivesWhatAFreshIndexWould) {
    TextIndex index, fresh;
    for (const qint64 id : {2, 4, 6})
        index.append(id, QStringLiteral("项目%1").arg(id));
    index.update({{1, QStringLiteral("前")},
                  {4, QStringLiteral("重庆")},
                  {5, QStringLiteral("中")},
                  {6, QString()},
                  {9, QStringLiteral("后")}});
    fresh.append(1, QStringLiteral("前"));
    fresh.append(2, QStringLiteral("项目2"));
    fresh.append(4, QStringLiteral("重庆"));
    fresh.append(5, QStringLiteral("中"));
    fresh.append(9, QStringLiteral("后"));
    EXPECT_EQ(index, fresh);
}

TEST(TextIndex, AnswersFromTheFirstWhenAlmostAllMatch) {
    TextIndex index;
    for (std::size_t id = 1; id <= TextIndex::kMostHits + 1; ++id)
        index.append(qint64(id), QStringLiteral("煤"));
    const auto hits = index.find(TextQuery(QStringLiteral("m")));
    EXPECT_EQ(hits.list.size(), TextIndex::kMostHits);
    EXPECT_TRUE(hits.isCut);
    index.update({{1, QString()}});
    EXPECT_FALSE(index.find(TextQuery(QStringLiteral("m"))).isCut);
}
