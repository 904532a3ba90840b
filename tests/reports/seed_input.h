// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/bulletin.h"

namespace yipi::reports {

/// The bulletin of 吕梁 for 2024-07 with the seed's figures; zones, names and 三未 projects are invented.
BulletinInput seedInput();

/// A rate of `seedInput()`'s kind.
indicators::RateResult countRate(const QString &id, qint64 num, qint64 den);
indicators::RateResult outputRate(qint64 num, qint64 den);
/// A zone with 开工率 num/den and nothing else.
indicators::GroupResult zoneWithStartRate(const QString &name, qint64 num, qint64 den);

/// The texts of all paragraphs of a style.
QStringList texts(const Document &document, Style style);
QString wholeText(const Document &document);
/// The first figure with this id; null when there is none.
const Span *figure(const Document &document, const QString &id);
Table table(const Document &document, int index);

} // namespace yipi::reports
