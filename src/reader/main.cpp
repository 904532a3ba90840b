// SPDX-License-Identifier: GPL-3.0-or-later
// yipi-reader FILE: reads a spreadsheet within limits and writes what is in it to the standard output
// (exchange/workbook_stream.h). The programs start it, so that no file can take them down.
#include "exchange/workbook_stream.h"
#include "reader/confinement.h"
#include "reader/exit_codes.h"

#include <QFile>

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <new>
#include <unistd.h>

namespace {

using namespace yipi;

bool writeOut(const char *bytes, std::size_t size) {
    while (size > 0) {
        const ssize_t written = ::write(STDOUT_FILENO, bytes, size);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        bytes += written;
        size -= std::size_t(written);
    }
    return true;
}

reader::ExitCode answer(const QString &path) {
    try {
        exchange::AnswerWriter writer(writeOut);
        // Leaves by _exit: taking a large workbook to pieces would only cost time.
        auto *result = new Result<exchange::Workbook>(
            exchange::readWorkbook(path, [&](int permille) { return writer.progress(permille); }));
        return writer.finish(*result) ? reader::kAnswered : reader::kNobodyListens;
    } catch (const std::bad_alloc &) {
        return reader::kOutOfMemory;
    }
}

} // namespace

int main(int argc, char **argv) {
    if (argc != 2) {
        std::fputs("usage: yipi-reader FILE (started by yipi and yipi-cli)\n", stderr);
        return reader::kWrongUse;
    }
    if (!reader::confine({}))
        return reader::kNotConfined;
    constexpr int kPipeSize = 1 << 20; // fewer changes between the two programs; a wish only
    fcntl(STDOUT_FILENO, F_SETPIPE_SZ, kPipeSize);
    ::_exit(answer(QFile::decodeName(argv[1])));
}
