// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/workbook.h"

#include <functional>

/// How the reading program (src/reader) hands a workbook to the window. Both ends are built together, so the
/// form may change with any version; it begins with a number that tells the two apart.
namespace yipi::exchange {

/// Takes bytes; false when nobody wants them any more.
using ByteSink = std::function<bool(const char *bytes, std::size_t size)>;
/// Waits for bytes and gives up to `size` of them; 0 or less at the end.
using ByteSource = std::function<std::ptrdiff_t(char *bytes, std::size_t size)>;

/// Sends how far reading is, then the one result.
class AnswerWriter {
public:
    explicit AnswerWriter(ByteSink sink);
    bool progress(int permille); ///< at once; false when nobody listens any more
    bool finish(const Result<Workbook> &result);

private:
    ByteSink m_sink;
};

/// The result that an AnswerWriter sent; its workbook has no file name. Nothing when the bytes are not the
/// whole of an answer or hold more than a workbook may. No count in them is trusted: memory grows with the
/// bytes that arrive.
std::optional<Result<Workbook>> readAnswer(const ByteSource &source, const ProgressReport &progress = {});

} // namespace yipi::exchange
