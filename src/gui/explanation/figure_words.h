// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/page.h"

namespace yipi::gui {

/// What the parts of a rate are called: 已开工 / 应开工 / 未开工.
struct FigureWords {
    QString numerator, denominator, missing;
};
FigureWords wordsOf(const indicators::RateRule &rule);

/// A part of a rate as printed: "56", or "58.74" in 亿元 for rates by value.
QString partText(qint64 value, indicators::Weight weight);
/// 个 or 亿元.
QString partUnit(indicators::Weight weight);
/// "56/71" or "58.74/60.24 亿元".
QString fractionText(const indicators::RateResult &rate);

/// "吕梁市 · 孝义经济开发区 · 2023年第1次至2024年第2次活动 · 截至 2024-07-31".
QString scopeText(const Workspace &workspace, const services::FigureScope &scope);

/// One sentence ready for a report: 截至2024年7月底，开工率78.87%（56/71）。口径：…
QString reportSentence(const indicators::RateResult &rate, const services::FigureScope &scope,
                       const QString &city);

/// Colour of a rate in cards, bars and lines.
QColor seriesColor(const QString &rateId, int position);

} // namespace yipi::gui
