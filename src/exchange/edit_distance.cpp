// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/edit_distance.h"

#include <QStringList>

#include <algorithm>

namespace yipi::exchange::detail {

namespace {

/// Digits, letters and such words tell apart what is named alike on purpose: 一期 and 二期.
bool distinguishes(QChar c) {
    static const QString kDistinguishing =
        QStringLiteral("一二三四五六七八九十百千万亿东南西北甲乙丙丁戊己庚辛壬癸上中下新老扩改续期号#");
    return c.isDigit() || (c.unicode() < 0x80 && c.isLetter()) || kDistinguishing.contains(c);
}

} // namespace

bool areSimilarNames(const QString &longA, const QString &longB) {
    // Words that are there or not without making another project of it.
    static const QStringList kFillers{QStringLiteral("建设"), QStringLiteral("工程"), QStringLiteral("项目")};
    QString a = longA, b = longB;
    for (const QString &filler : kFillers) {
        a.remove(filler);
        b.remove(filler);
    }
    if (a == b)
        return longA != longB && a.size() >= 4;
    const qsizetype shorter = std::min(a.size(), b.size());
    const int limit = shorter >= 12 ? 2 : 1;
    if (shorter < 5 || std::abs(a.size() - b.size()) > limit)
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
    return std::none_of(inA.begin(), inA.end(), distinguishes) &&
           std::none_of(inB.begin(), inB.end(), distinguishes) && editDistance(inA, inB, limit) <= limit;
}

} // namespace yipi::exchange::detail
