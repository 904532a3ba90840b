// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/bulletin_sections.h"
#include "reports/rate_words.h"
#include "reports/zone_ranking.h"

namespace yipi::reports {

namespace {

using indicators::GroupResult;
using indicators::RateResult;

constexpr double kZoneWidth = 60, kSignWidth = 22, kAmountWidth = 36, kCountWidth = 32, kPercentWidth = 34,
                 kRankWidth = 36;
TableCell heading(const QString &text, int columnSpan = 1, int rowSpan = 1) {
    return {{{text, std::nullopt}}, Qt::AlignCenter, columnSpan, rowSpan};
}

TableCell number(Span span, Qt::Alignment alignment = Qt::AlignRight) {
    return {{withoutUnit(std::move(span))}, alignment, 1, 1};
}

bool countsEntries(const RateResult &rate) {
    return !rate.isMoney();
}

/// 实际 above 年产值: narrow columns would break the words elsewhere.
QString inTwoLines(QString words) {
    for (const char *const tail : {"年产值", "投资额"})
        words.replace(QString::fromUtf8(tail), u'\n' + QString::fromUtf8(tail));
    return words;
}

/// One row; `id` makes figure ids out of their tails, `rank` 0 prints —.
std::vector<TableCell> rowOf(const GroupResult &group, const QString &name, const QString &zone,
                             const std::vector<RateResult> &shown, int rank,
                             const std::function<QString(const QString &)> &id) {
    const auto inZone = [&zone](Span span) {
        span.figure->zone = zone;
        return span;
    };
    std::vector<TableCell> row{heading(name)};
    row.front().alignment = Qt::AlignLeft;
    row.push_back(number(inZone(countFigure(id(QStringLiteral("sign.count")), QStringLiteral("签约项目"),
                                            group.sign.count, QStringLiteral("签约一批")))));
    row.push_back(
        number(inZone(amountFigure(id(QStringLiteral("sign.investment")), QStringLiteral("签约项目总投资"),
                                   group.sign.investment, QStringLiteral("签约一批")))));
    for (const RateResult &column : shown) {
        const RateResult *rate = group.rate(column.id);
        if (!rate) {
            row.insert(row.end(), 3, heading(QStringLiteral("—")));
            continue;
        }
        const QString rateId = id(QStringLiteral("rate.") + rate->id);
        row.push_back(
            number(ratePartFigure(rateId + QStringLiteral(".num"), rate->title + QStringLiteral("分子"),
                                  *rate, RatePart::Numerator, zone)));
        row.push_back(
            number(ratePartFigure(rateId + QStringLiteral(".den"), rate->title + QStringLiteral("分母"),
                                  *rate, RatePart::Denominator, zone)));
        row.push_back(number(rateFigure(rateId, *rate, zone)));
    }
    if (rank == 0 || shown.empty()) {
        row.push_back(heading(QStringLiteral("—")));
    } else {
        row.push_back(
            {{{QString::number(rank), FigureRef{.id = id(QStringLiteral("rank")),
                                                .meaning = shown.front().title + QStringLiteral("排名"),
                                                .formula = QStringLiteral("由高到低，相同者名次相同"),
                                                .rateId = shown.front().id,
                                                .zone = zone,
                                                .value = QString::number(rank)}}},
             Qt::AlignCenter,
             1,
             1});
    }
    return row;
}

} // namespace

Table zoneTable(const BulletinInput &input) {
    const std::vector<RateResult> shown = headlineRates(input);
    Table table;
    table.headerRows = 2;
    table.lastRowIsTotal = true;
    table.widths = {kZoneWidth, kSignWidth, kAmountWidth};
    std::vector<TableCell> first{heading(QStringLiteral("开发区"), 1, 2),
                                 heading(QStringLiteral("签约"), 2, 1)};
    std::vector<TableCell> second{heading(QStringLiteral("个")), heading(QStringLiteral("亿元"))};
    for (const RateResult &rate : shown) {
        const RateWords words = wordsOf(rate, input.rules);
        const bool isCount = countsEntries(rate);
        first.push_back(heading(rate.title + (isCount ? QString() : QStringLiteral("（亿元、%）")), 3, 1));
        second.push_back(heading(inTwoLines(words.numerator)));
        second.push_back(heading(inTwoLines(words.denominator)));
        second.push_back(heading(QStringLiteral("%")));
        const double width = isCount ? kCountWidth : kAmountWidth;
        table.widths.insert(table.widths.end(), {width, width, kPercentWidth});
    }
    first.push_back(heading(
        shown.empty() ? QStringLiteral("排名") : shown.front().title + QStringLiteral("\n排名"), 1, 2));
    table.widths.push_back(kRankWidth);
    table.rows = {std::move(first), std::move(second)};

    const QString rankedBy = shown.empty() ? QString() : shown.front().id;
    for (const indicators::RankedGroup &ranked : indicators::rankByRate(input.byZone.groups, rankedBy)) {
        const GroupResult &zone = *ranked.group;
        const QString name = input.shortZoneNames.value(zone.id, zoneName(zone));
        table.rows.push_back(rowOf(zone, name, zoneName(zone), shown, ranked.rank,
                                   [&zone](const QString &tail) { return zoneFigureId(zone, tail); }));
    }
    const GroupResult &total = input.byZone.total;
    table.rows.push_back(rowOf(total, QStringLiteral("合计"), {}, shown, 0, [](const QString &tail) {
        return tail.startsWith(QLatin1String("rate.")) ? tail : QStringLiteral("total.") + tail;
    }));
    table.rows.back().front().alignment = Qt::AlignCenter;
    return table;
}

std::vector<Paragraph> noteParagraphs(const BulletinInput &input) {
    QStringList notes;
    for (const RateResult &rate : headlineRates(input))
        if (!rate.ruleText.isEmpty())
            notes += rate.ruleText;
    if (!input.byZone.total.rates.empty())
        notes +=
            QStringLiteral("排名按%1由高到低，比率相同的名次相同。合计由各开发区的分子、分母相加后重新计算。")
                .arg(input.byZone.total.rates.front().title);
    notes += QStringLiteral("数据截至%1，口径：%2。")
                 .arg(input.asOf.lastDay().toString(QStringLiteral("yyyy年M月d日")), input.byZone.rulesName);
    if (!input.byZone.notice.isEmpty())
        notes += input.byZone.notice;
    notes += input.assumptions;
    notes += QStringLiteral("数据来源：“三个一批”项目台账。");
    if (input.isDemo)
        notes += QStringLiteral("演示数据：企业、人员和项目均为虚构。");

    std::vector<Paragraph> paragraphs;
    for (qsizetype i = 0; i < notes.size(); ++i) {
        QString text = i == 0 ? QStringLiteral("注：") : QStringLiteral("　　");
        text += QStringLiteral("%1.").arg(i + 1) + notes[i];
        if (!text.endsWith(u'。'))
            text += u'。';
        paragraphs.push_back({Style::Note, {{text, std::nullopt}}});
    }
    return paragraphs;
}

} // namespace yipi::reports
