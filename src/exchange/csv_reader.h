// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/sheet_builder.h"

#include <QByteArray>

namespace yipi::exchange::detail {

/// The text of a file in UTF-8 (with or without byte order mark), UTF-16 with mark, or GB18030; nothing when
/// it is none of them.
std::optional<QString> decodedText(const QByteArray &bytes);

std::optional<QString> fromGb18030(const QByteArray &bytes);

/// Comma, semicolon or tab: the one that cuts the first lines most evenly.
char separatorOf(const QByteArray &utf8);

/// One sheet of texts. Throws ReadStopped.
Sheet readCsv(const QByteArray &bytes, const QString &name, ReadBudget &budget);

} // namespace yipi::exchange::detail
