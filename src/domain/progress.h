// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace yipi {

/// Told by long work how far it is (0–1000); answers false to cancel. May be empty. Called from the working
/// thread.
using ProgressReport = std::function<bool(int permille)>;

} // namespace yipi
