// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace yipi::reader {

/// What the reading program may use up; the kernel ends it when it takes more.
struct Limits {
    unsigned long long addressSpace = 1ULL
                                      << 30; ///< bytes; not under AddressSanitizer, which reserves terabytes
    unsigned cpuSeconds = 60;
};

/// Gives up, for good, what reading a file doesn't need: memory and time beyond `limits`, writing files, core
/// files, new privileges, the starter's open files, and outliving the thread that started it. False if the
/// system refuses.
bool confine(const Limits &limits);

} // namespace yipi::reader
