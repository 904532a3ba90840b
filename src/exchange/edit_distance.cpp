// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/edit_distance.h"

#include <algorithm>

namespace yipi::exchange::detail {

bool areSimilarNames(const QString &a, const QString &b) {
    if (a == b || std::min(a.size(), b.size()) < 5)
        return false;
    const int limit = std::min(a.size(), b.size()) >= 12 ? 2 : 1;
    if (editDistance(a, b, limit) > limit)
        return false;
    // What is left after the common ends is where they differ.
    qsizetype start = 0, end = 0;
    const qsizetype shorter = std::min(a.size(), b.size());
    while (start < shorter && a.at(start) == b.at(start))
        ++start;
    while (end < shorter - start && a.at(a.size() - 1 - end) == b.at(b.size() - 1 - end))
        ++end;
    static const QString kDistinguishing =
        QStringLiteral("一二三四五六七八九十百千万亿东南西北甲乙丙丁戊己庚辛壬癸上中下新老扩改续期号#");
    const auto distinguishes = [](QChar c) {
        return kDistinguishing.contains(c) || c.isDigit() || (c.unicode() < 0x80 && c.isLetter());
    };
    const QString differing = a.mid(start, a.size() - start - end) + b.mid(start, b.size() - start - end);
    return std::none_of(differing.begin(), differing.end(), distinguishes);
}

} // namespace yipi::exchange::detail
