// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/bulletin_sections.h"
#include "reports/rate_words.h"
#include "reports/zone_ranking.h"

namespace yipi::reports {

namespace {

using indicators::BatchTotal;
using indicators::RateResult;

/// 截至7月底; the title names the year.
QString asOfText(const BulletinInput &input) {
    return QStringLiteral("截至%1月底").arg(input.asOf.month());
}

/// "，开工率78.87%" when the rule set has the rate.
Phrase rateClause(const BulletinInput &input, const QString &rateId) {
    Phrase clause;
    if (const RateResult *rate = input.byZone.total.rate(rateId))
        clause << QStringLiteral("，") << rate->title << rateFigure(QStringLiteral("rate.") + rateId, *rate);
    return clause;
}

/// "2023年以来六次“三个一批”活动，"
Phrase campaignsClause(const BulletinInput &input) {
    const int count = static_cast<int>(input.campaigns.size());
    Phrase clause;
    if (count == 1) {
        clause << input.campaigns.front().key().chineseText();
    } else {
        const QString text = chineseCount(count) + QStringLiteral("次");
        clause << QStringLiteral("%1年以来").arg(input.campaigns.front().key().year)
               << Span{text, FigureRef{.id = QStringLiteral("campaigns.count"),
                                       .meaning = QStringLiteral("活动次数"),
                                       .formula = QStringLiteral("截至日前举办的活动，计数"),
                                       .value = QString::number(count)}};
    }
    clause << QStringLiteral("“三个一批”活动，");
    return clause;
}

/// "较上月提高3.16个百分点"
Phrase changeClause(const BulletinInput &input, const RateResult &now) {
    Phrase clause;
    const RateResult *before = input.previous.total.rate(now.id);
    QString points = before ? percentagePoints(now.rate, before->rate, now.decimals) : QString();
    if (points.isEmpty()) {
        clause << QStringLiteral("上月无可比数据");
        return clause;
    }
    const bool isFall = points.startsWith(u'-');
    if (isFall)
        points.remove(0, 1);
    const bool isLevel = points.toDouble() == 0;
    FigureRef reference{.id = QStringLiteral("rate.%1.change").arg(now.id),
                        .meaning = now.title + QStringLiteral("较上月"),
                        .formula = QStringLiteral("%1 − %2").arg(now.text(), before->text()),
                        .rateId = now.id,
                        .value = QStringLiteral("%1/%2 - %3/%4")
                                     .arg(now.rate.num())
                                     .arg(now.rate.den())
                                     .arg(before->rate.num())
                                     .arg(before->rate.den())};
    if (isLevel) {
        clause << QStringLiteral("与上月") << Span{QStringLiteral("持平"), reference};
    } else {
        clause << (isFall ? QStringLiteral("较上月下降") : QStringLiteral("较上月提高"))
               << Span{points + QStringLiteral("个百分点"), reference};
    }
    return clause;
}

Phrase rateSentence(const BulletinInput &input, const RateResult &rate) {
    const RateWords words = wordsOf(rate, input.rules);
    const QString id = QStringLiteral("rate.") + rate.id;
    Phrase sentence;
    if (!rate.rate.isDefined()) {
        const QString what = !rate.isMoney() ? words.denominator + QStringLiteral("的项目")
                                             : QStringLiteral("可供计算的") + words.denominator;
        sentence << asOfText(input) << QStringLiteral("没有%1，%2不作计算。").arg(what, rate.title);
        return sentence;
    }
    if (rate.id == QLatin1String("attain") && input.industrialProduced.value_or(0) > 0)
        sentence << QStringLiteral("投产产业项目")
                 << countFigure(QStringLiteral("total.industrial_produced"), QStringLiteral("投产产业项目"),
                                *input.industrialProduced, QStringLiteral("投产一批中的产业项目"))
                 << QStringLiteral("，");
    sentence << words.denominator
             << ratePartFigure(id + QStringLiteral(".den"), words.denominator, rate, RatePart::Denominator)
             << QStringLiteral("，") << words.numerator
             << ratePartFigure(id + QStringLiteral(".num"), words.numerator, rate, RatePart::Numerator)
             << QStringLiteral("，") << changeClause(input, rate) << QStringLiteral("。");
    return sentence;
}

/// "签约项目11个，签约投资额53.42亿元，预计年产值37.5亿元"
Phrase batchClause(const QString &key, const QString &verb, const QString &investmentWord,
                   const BatchTotal &batch) {
    Phrase clause;
    if (batch.count == 0) {
        clause << QStringLiteral("无%1项目").arg(verb);
        return clause;
    }
    const QString id = QStringLiteral("campaign.%1.").arg(key);
    const QString source = QStringLiteral("本次%1一批").arg(verb);
    clause << verb << QStringLiteral("项目")
           << countFigure(id + QStringLiteral("count"), source + QStringLiteral("项目"), batch.count, source)
           << QStringLiteral("，") << investmentWord
           << amountFigure(id + QStringLiteral("investment"), source + QStringLiteral("总投资"),
                           batch.investment, source)
           << QStringLiteral("，预计年产值")
           << amountFigure(id + QStringLiteral("output"), source + QStringLiteral("预计年产值"), batch.output,
                           source);
    return clause;
}

} // namespace

std::vector<RateResult> headlineRates(const BulletinInput &input) {
    constexpr std::size_t kMost = 3;
    const auto &rates = input.byZone.total.rates;
    return {rates.begin(), rates.begin() + static_cast<std::ptrdiff_t>(std::min(rates.size(), kMost))};
}

QString ratesTitle(const BulletinInput &input) {
    const auto rates = headlineRates(input);
    if (rates.empty())
        return QStringLiteral("指标");
    return rates.size() == 1 ? rates.front().title
                             : chineseCount(static_cast<int>(rates.size())) + QStringLiteral("率");
}

Phrase leadSentence(const BulletinInput &input) {
    Phrase lead;
    lead << asOfText(input) << QStringLiteral("，");
    if (input.campaigns.empty()) {
        lead << QStringLiteral("尚未举办“三个一批”活动。");
        return lead;
    }
    const auto &total = input.byZone.total;
    lead << campaignsClause(input);
    if (total.sign.count > 0) {
        lead << input.place + QStringLiteral("共签约项目")
             << countFigure(QStringLiteral("total.sign.count"), QStringLiteral("签约项目"), total.sign.count,
                            QStringLiteral("签约一批"))
             << QStringLiteral("，总投资")
             << amountFigure(QStringLiteral("total.sign.investment"), QStringLiteral("签约项目总投资"),
                             total.sign.investment, QStringLiteral("签约一批"));
    } else {
        lead << input.place + QStringLiteral("尚无签约项目");
    }
    lead << rateClause(input, QStringLiteral("start")) << QStringLiteral("；");
    if (total.produce.count > 0)
        lead << QStringLiteral("投产项目")
             << countFigure(QStringLiteral("total.produce.count"), QStringLiteral("投产项目"),
                            total.produce.count, QStringLiteral("投产一批"));
    else
        lead << QStringLiteral("尚无投产项目");
    lead << rateClause(input, QStringLiteral("produce")) << QStringLiteral("；");
    Phrase attained = rateClause(input, QStringLiteral("attain"));
    if (!input.industrialProduced)
        attained = attained.after(QStringLiteral("，"));
    else if (*input.industrialProduced > 0)
        lead << QStringLiteral("投产产业项目")
             << countFigure(QStringLiteral("total.industrial_produced"), QStringLiteral("投产产业项目"),
                            *input.industrialProduced, QStringLiteral("投产一批中的产业项目"));
    else
        lead << QStringLiteral("尚无投产产业项目");
    lead << attained << QStringLiteral("。");
    if (!input.limits.isEmpty())
        lead << QStringLiteral("本通报只统计%1。").arg(input.limits);
    return lead;
}

std::vector<Paragraph> rateParagraphs(const BulletinInput &input) {
    std::vector<Paragraph> paragraphs;
    const std::vector<RateResult> headline = headlineRates(input);
    for (const RateResult &rate : headline) {
        Phrase heading;
        heading << QStringLiteral("（%1）%2")
                       .arg(chineseOrdinal(static_cast<int>(paragraphs.size()) / 2 + 1), rate.title);
        if (rate.rate.isDefined())
            heading << rateFigure(QStringLiteral("rate.") + rate.id, rate);
        paragraphs.push_back(heading.paragraph(Style::Heading2));
        paragraphs.push_back(rateSentence(input, rate).paragraph(Style::Body));
    }
    const auto &rates = input.byZone.total.rates;
    std::vector<Phrase> others;
    for (std::size_t i = headline.size(); i < rates.size(); ++i) {
        if (!rates[i].rate.isDefined())
            continue; // a set carries rates for which an office keeps no data
        const QString id = QStringLiteral("rate.") + rates[i].id;
        Phrase other;
        other << rates[i].title << rateFigure(id, rates[i]) << QStringLiteral("（")
              << withoutUnit(ratePartFigure(id + QStringLiteral(".num"),
                                            rates[i].title + QStringLiteral("分子"), rates[i],
                                            RatePart::Numerator))
              << QStringLiteral("/")
              << withoutUnit(ratePartFigure(id + QStringLiteral(".den"),
                                            rates[i].title + QStringLiteral("分母"), rates[i],
                                            RatePart::Denominator))
              << QStringLiteral("）");
        others.push_back(other);
    }
    if (!others.empty())
        paragraphs.push_back(
            joined(others, QStringLiteral("，"), QStringLiteral("。")).paragraph(Style::Body));
    return paragraphs;
}

std::vector<Paragraph> campaignParagraphs(const BulletinInput &input) {
    Phrase text;
    if (!input.current) {
        text << QStringLiteral("本期没有新一次“三个一批”活动。");
        return {text.paragraph(Style::Body)};
    }
    const indicators::CampaignSummary &current = *input.current;
    text << QStringLiteral("本次活动为%1“三个一批”活动").arg(current.campaign.chineseText());
    if (input.currentHeldOn.isValid())
        text
            << QStringLiteral("，于%1举办").arg(input.currentHeldOn.toString(QStringLiteral("yyyy年M月d日")));
    text << QStringLiteral("。");
    if (current.sign.count + current.start.count + current.produce.count == 0) {
        text << QStringLiteral("本次“三个一批”活动尚未申报项目。");
        return {text.paragraph(Style::Body)};
    }
    text << QStringLiteral("本次“三个一批”活动，")
         << batchClause(QStringLiteral("sign"), QStringLiteral("签约"), QStringLiteral("签约投资额"),
                        current.sign)
         << QStringLiteral("；")
         << batchClause(QStringLiteral("start"), QStringLiteral("开工"), QStringLiteral("总投资"),
                        current.start)
         << QStringLiteral("；")
         << batchClause(QStringLiteral("produce"), QStringLiteral("投产"), QStringLiteral("总投资"),
                        current.produce)
         << QStringLiteral("。");
    std::vector<Phrase> large;
    for (const auto &[id, meaning, count, source] :
         {std::tuple{"campaign.over100m", "投资亿元以上项目", current.over100m,
                     "本次三个批次申报投资1亿元及以上"},
          {"campaign.strategic", "战略性新兴产业项目", current.strategic, "本次三个批次战略性新兴产业"}})
        if (count > 0) {
            const QString name = QString::fromUtf8(meaning);
            Phrase phrase;
            phrase << name << countFigure(QLatin1String(id), name, count, QString::fromUtf8(source));
            large.push_back(phrase);
        }
    if (!large.empty())
        text << joined(large, QStringLiteral("，"), QStringLiteral("。"));
    return {text.paragraph(Style::Body)};
}

std::vector<Paragraph> zoneParagraphs(const BulletinInput &input) {
    std::vector<Paragraph> paragraphs;
    if (input.byZone.groups.size() > 1) {
        for (const RateResult &rate : headlineRates(input))
            paragraphs.push_back(rankingSentence(input.byZone, rate.id).paragraph(Style::Body));
    } else {
        Phrase text;
        if (input.byZone.groups.empty())
            text << QStringLiteral("没有开发区数据。");
        else
            text << QStringLiteral("本通报只涉及%1，不作排名。").arg(zoneName(input.byZone.groups.front()));
        paragraphs.push_back(text.paragraph(Style::Body));
    }
    if (!input.byZone.groups.empty())
        paragraphs.back().spans.push_back({QStringLiteral("各开发区情况见附件1。"), std::nullopt});
    return paragraphs;
}

} // namespace yipi::reports
