// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indicators/expression/filter_field.h"

namespace yipi::indicators {

/// As Facts::searchText keeps it: UTF-8 with Latin letters in lower case, nothing else folded.
std::string searchNeedle(const QString &text);

/// Projects whose search text holds `needle`; 1 = it does. Not empty.
std::vector<quint8> projectsContaining(const Facts &facts, const std::string &needle);

/// One part of a project's search text.
std::string_view textOf(const Facts &facts, std::size_t project, FilterField::TextPart part);

} // namespace yipi::indicators
