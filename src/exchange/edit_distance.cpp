// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/edit_distance.h"

#include <QStringList>

#include <algorithm>
#include <iterator>

namespace yipi::exchange::detail {

namespace {

/// Digits, letters and such words tell apart what is named alike on purpose: 一期 and 二期.
bool distinguishes(QChar c) {
    static const QString kDistinguishing =
        QStringLiteral("一二三四五六七八九十百千万亿东南西北甲乙丙丁戊己庚辛壬癸上中下新老扩改续期号#");
    return c.isDigit() || (c.unicode() < 0x80 && c.isLetter()) || kDistinguishing.contains(c);
}

/// Without the words that are there or not without making another project of it.
QString withoutFillers(QString name) {
    static const QStringList kFillers{QStringLiteral("建设"), QStringLiteral("工程"), QStringLiteral("项目")};
    for (const QString &filler : kFillers)
        name.remove(filler);
    return name;
}

} // namespace

QString distinguishingMarks(QStringView folded) {
    QString marks;
    std::copy_if(folded.begin(), folded.end(), std::back_inserter(marks), distinguishes);
    return marks;
}

bool areSimilarNames(const QString &a, const QString &b) {
    const qsizetype shorter = std::min(a.size(), b.size());
    if (a == b || shorter < 5)
        return false;
    // What is left after the common ends is where they differ.
    qsizetype start = 0, end = 0;
    while (start < shorter && a.at(start) == b.at(start))
        ++start;
    while (end < shorter - start && a.at(a.size() - 1 - end) == b.at(b.size() - 1 - end))
        ++end;
    const QStringView inA = QStringView(a).mid(start, a.size() - start - end);
    const QStringView inB = QStringView(b).mid(start, b.size() - start - end);
    // First what costs least: a list names hundreds of projects alike but for their numbers.
    if (std::any_of(inA.begin(), inA.end(), distinguishes) ||
        std::any_of(inB.begin(), inB.end(), distinguishes))
        return false;
    const int limit = shorter >= 12 ? 2 : 1;
    return (std::abs(a.size() - b.size()) <= limit && editDistance(inA, inB, limit) <= limit) ||
           withoutFillers(a) == withoutFillers(b);
}

} // namespace yipi::exchange::detail
