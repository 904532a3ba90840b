// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

/// One fuzz target a program. libFuzzer (scripts/fuzz) or mutating_driver.cpp (ctest) calls it.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, std::size_t size);

namespace yipi::fuzz {

/// Ends the program when a promise is broken; the input is kept by whoever runs the target.
inline void require(bool holds, const char *promise) {
    if (holds)
        return;
    std::fprintf(stderr, "broken promise: %s\n", promise);
    std::abort();
}

/// The bytes of an input. Longer inputs are cut: they find nothing that shorter ones don't.
inline QByteArray bytesOf(const uint8_t *data, std::size_t size, std::size_t longest) {
    return QByteArray(reinterpret_cast<const char *>(data), qsizetype(size < longest ? size : longest));
}

} // namespace yipi::fuzz
