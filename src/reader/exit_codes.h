// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace yipi::reader {

/// How the reading program ends when it can't give an answer. It exits with 0 after any whole answer,
/// refusals of the file among them.
enum ExitCode { kAnswered = 0, kWrongUse = 64, kOutOfMemory = 65, kNotConfined = 66, kNobodyListens = 67 };

} // namespace yipi::reader
