// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>

#include <chrono>
#include <optional>

namespace yipi::services {

/// A program that was started and whose standard output is read; killed and reaped at the end of its life
/// here.
class ChildProcess {
public:
    /// Nothing if the program could not be started. The child's standard input is empty.
    static std::optional<ChildProcess> start(const QByteArrayList &command);
    ChildProcess(ChildProcess &&other) noexcept;
    ChildProcess &operator=(ChildProcess &&) = delete;
    ~ChildProcess();

    /// Bytes of the output as soon as there are any: their number, 0 at its end, nothing when `wait` is over.
    std::optional<std::ptrdiff_t> read(char *bytes, std::size_t size, std::chrono::milliseconds wait);
    /// Its status as waitpid tells it; nothing if it still ran after `wait` and was killed.
    std::optional<int> finish(std::chrono::milliseconds wait);

private:
    ChildProcess(int process, int output)
        : m_process(process)
        , m_output(output) {}

    int m_process; ///< 0 when it has been reaped
    int m_output;
};

} // namespace yipi::services
