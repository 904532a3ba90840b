// SPDX-License-Identifier: GPL-3.0-or-later
// Every printed rate of data/reference/published.csv, made by the engine from a ledger of that many entries:
// it prints as published half-up or cut off, or it is one of the listed misprints.
#include "facts_builder.h"

#include <QFile>
#include <QSet>

namespace yipi::indicators {
namespace {

struct Printed {
    QString id, numerator, denominator, percent, verdict;
    int decimals = 0;
};

/// Fields of one CSV line; quotes may hold commas.
QStringList fields(const QString &line) {
    QStringList result{QString()};
    bool quoted = false;
    for (const QChar c : line) {
        if (c == u'"')
            quoted = !quoted;
        else if (c == u',' && !quoted)
            result << QString();
        else
            result.back() += c;
    }
    return result;
}

std::vector<Printed> published() {
    QFile file(QStringLiteral(YIPI_SOURCE_DIR "/data/reference/published.csv"));
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    const auto lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    std::vector<Printed> rows;
    for (const QString &line : lines.mid(1)) {
        const QStringList f = fields(line);
        if (!f[3].isEmpty() && !f[4].isEmpty())
            rows.push_back({f[0], f[3], f[4], f[5], f[9], f[6].toInt()});
    }
    return rows;
}

/// 216.65 亿元 → 元.
qint64 yuan(const QString &yi) {
    const QStringList parts = yi.split(u'.');
    const QString fraction = (parts.value(1) + QStringLiteral("00")).left(2);
    return (parts[0].toLongLong() * 100 + fraction.toLongLong()) * 1'000'000;
}

bool isCount(const Printed &row) {
    return !row.numerator.contains(u'.') && !row.denominator.contains(u'.');
}

RateResult engineRate(const Printed &row, Rounding rounding) {
    FactsBuilder ledger;
    const auto campaign = ledger.campaign(2023, 1, "2023-02-01");
    RateRule rule = countRule(Batch::Sign, Event::Started);
    if (isCount(row)) {
        for (int i = 0; i < row.denominator.toInt(); ++i) {
            ProjectFact fact;
            fact.start = i < row.numerator.toInt() ? day("2023-05-01") : 0;
            ledger.entry(ledger.project(fact), campaign, Batch::Sign);
        }
    } else {
        rule = countRule(Batch::Produce, Event::Attained);
        rule.weight = Weight::Output;
        const auto project = ledger.project();
        ledger.output(Month(2023, 4), yuan(row.numerator));
        ledger.entry(project, campaign, Batch::Produce, 0, yuan(row.denominator));
    }
    rule.rounding = rounding;
    rule.decimals = row.decimals;
    return Engine(ledger.facts()).rates(ruleSetOf(rule), Month(2023, 6), GroupBy::None).total.rates.front();
}

QString printed(const Printed &row, Rounding rounding) {
    const RateResult result = engineRate(row, rounding);
    return result.rate.percentText(result.decimals, result.rounding);
}

TEST(PublishedCsv, EveryFigureIsReproducedOrAListedMisprint) {
    // SX06 太原: 301.7/418.12 is 72.16, printed 72.17 (fits the rounding of its own inputs);
    // HN32 河南: 179.7/4344.9 is 4.1, printed 4.2.
    const QSet<QString> misprints{"SX06", "HN32"};
    const auto rows = published();
    ASSERT_EQ(rows.size(), 55U);
    int halfUp = 0, truncated = 0, wrong = 0;
    for (const Printed &row : rows) {
        const std::string id = row.id.toStdString();
        const QString rounded = printed(row, Rounding::HalfUp);
        const QString cut = printed(row, Rounding::Truncate);
        if (misprints.contains(row.id)) {
            EXPECT_TRUE(row.verdict.startsWith("MISMATCH")) << id;
            EXPECT_NE(rounded, row.percent) << id;
            EXPECT_NE(cut, row.percent) << id;
            ++wrong;
        } else if (row.verdict.startsWith("TRUNC")) {
            EXPECT_NE(rounded, row.percent) << id;
            EXPECT_EQ(cut, row.percent) << id;
            ++truncated;
        } else {
            EXPECT_EQ(row.verdict, "OK") << id;
            EXPECT_EQ(rounded, row.percent) << id;
            ++halfUp;
        }
    }
    EXPECT_EQ(halfUp, 47);
    EXPECT_EQ(truncated, 6);
    EXPECT_EQ(wrong, 2);
}

} // namespace
} // namespace yipi::indicators
