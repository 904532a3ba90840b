// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/edit_distance.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace yipi::exchange::detail {

int editDistance(const QString &a, const QString &b, int limit) {
    if (std::abs(a.size() - b.size()) > limit)
        return limit + 1;
    std::vector<int> row(std::size_t(b.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < a.size(); ++i) {
        int diagonal = row[0];
        row[0] = int(i) + 1;
        int best = row[0];
        for (std::size_t j = 1; j < row.size(); ++j) {
            const int substituted = diagonal + (a.at(i) == b.at(qsizetype(j) - 1) ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, substituted});
            best = std::min(best, row[j]);
        }
        if (best > limit)
            return limit + 1;
    }
    return std::min(row.back(), limit + 1);
}

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
