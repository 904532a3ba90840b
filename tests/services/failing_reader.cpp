// SPDX-License-Identifier: GPL-3.0-or-later
// Stands in for yipi-reader and fails in the way that the name of the "file" says. Built without sanitizers,
// so that the real limits hold.
#include "reader/confinement.h"
#include "reader/exit_codes.h"

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <unistd.h>
#include <vector>

namespace {

using namespace yipi;

void takeMemory() {
    constexpr std::size_t kPiece = 1 << 20;
    std::vector<char *> pieces;
    for (int i = 0; i < 4096; ++i) {
        pieces.push_back(new char[kPiece]);
        std::memset(pieces.back(), 1, kPiece);
    }
}

void say(const std::string &bytes) {
    if (::write(STDOUT_FILENO, bytes.data(), bytes.size()) < 0)
        std::exit(99);
}

} // namespace

int main(int argc, char **argv) {
    const std::string path = argc > 1 ? argv[1] : "";
    const std::string how = path.substr(path.rfind('/') + 1);
    constexpr unsigned long long kMemory = 256ULL << 20;
    if (!reader::confine({kMemory, 1}))
        return reader::kNotConfined;
    if (how == "crash.xlsx")
        std::raise(SIGSEGV);
    if (how == "killed.xlsx")
        std::raise(SIGKILL);
    if (how == "sleep.xlsx")
        ::sleep(60);
    if (how == "closed.xlsx") {
        ::close(STDOUT_FILENO);
        ::sleep(60);
    }
    if (how == "spin.xlsx")
        for (volatile bool forever = true; forever;)
            ;
    if (how == "uncaught.xlsx")
        takeMemory();
    if (how == "memory.xlsx") {
        try {
            takeMemory();
        } catch (const std::bad_alloc &) {
            return reader::kOutOfMemory;
        }
    }
    if (how == "write.xlsx") { // no file can be written: the kernel ends the attempt
        std::FILE *file = std::fopen((path + ".out").c_str(), "w");
        std::fputs("x", file);
        std::fclose(file);
    }
    if (how == "garbage.xlsx")
        say(std::string(100'000, 'x'));
    if (how == "flood.xlsx") // a lying count, then bytes without end
        for (say(std::string("YIPIWB\0\1\3\1\1\xff\xff\xff\x7f", 15));;)
            say(std::string(1 << 16, 'x'));
    if (how == "cut.xlsx")
        say(std::string("YIPIWB\0\1\1\0\1", 11));
    if (how == "version.xlsx")
        say(std::string("YIPIWB\0\x7f\4", 9));
    return 0;
}
