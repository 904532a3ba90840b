// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/header_words.h"

namespace yipi::exchange::detail {

/// Headers with a month. Keys are headerKey of the levels, top first.

/// "1-7月累计完成投资", "2024年8月完成投资", "8月产值" in one word.
std::optional<HeaderMatch> monthMatch(const QString &key);

/// A span beside a figure, without a month: "年初至今完成投资", and "完成投资" over "当月" joined.
std::optional<HeaderMatch> spanMatch(const QString &key);

/// 完成投资 or 产值 with nothing that says of which span: a BareFigure.
std::optional<HeaderMatch> bareFigure(const QString &key);

/// What a BareFigure counts by the words above the table; null when they do not say.
std::optional<HeaderMatch> figureInContext(const HeaderMatch &bare, const QString &title);

/// The one year that the levels of a header name beside a figure, "2023年完成投资"; 0 for none or several.
int yearIn(const QStringList &keys);

/// A month alone in one of the levels: "1月" below "完成投资", "完成" below "1月". A month with nothing that
/// says of what is a BareMonth.
std::optional<HeaderMatch> monthLevelMatch(const QStringList &keys);

/// What a BareMonth is a month of, by the words above the table; null when they do not say.
std::optional<HeaderMatch> monthInContext(const HeaderMatch &bare, const QString &title);

} // namespace yipi::exchange::detail
