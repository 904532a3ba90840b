// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/archive.h"

namespace yipi::exchange::detail {

/// The sheets of an OpenDocument spreadsheet (ISO/IEC 26300) with the values stored in it. Throws
/// ReadStopped.
std::vector<Sheet> readOds(Archive &archive, ReadBudget &budget);

/// True when the parts are encrypted: then content.xml is no XML.
bool isEncryptedOds(Archive &archive);

} // namespace yipi::exchange::detail
