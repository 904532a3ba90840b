// SPDX-License-Identifier: GPL-3.0-or-later
#include "reader/confinement.h"

#include <csignal>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace yipi::reader {

namespace {

bool limit(__rlimit_resource resource, rlim_t most, rlim_t grace = 0) {
    rlimit now{};
    if (getrlimit(resource, &now) != 0)
        return false;
    const auto allowed = [&](rlim_t wished) { // RLIM_INFINITY is the largest number
        return now.rlim_max < wished ? now.rlim_max : wished;
    };
    const rlimit wanted{allowed(most), allowed(most + grace)};
    return setrlimit(resource, &wanted) == 0;
}

} // namespace

bool confine(const Limits &limits) {
#ifndef __SANITIZE_ADDRESS__
    if (!limit(RLIMIT_AS, limits.addressSpace))
        return false;
#endif
    close_range(STDERR_FILENO + 1, ~0U, 0);
    constexpr rlim_t kGrace = 1; // SIGXCPU, which tells why, comes at the first limit, SIGKILL at the second
    return limit(RLIMIT_CPU, limits.cpuSeconds, kGrace) && limit(RLIMIT_CORE, 0) && limit(RLIMIT_FSIZE, 0) &&
           prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) == 0;
}

} // namespace yipi::reader
