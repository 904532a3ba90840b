// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/child_process.h"

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

namespace yipi::services {

// posix_spawn and not QProcess: the latter hides which signal ended a program, and on a thread without an
// event loop an output that was closed early can't be told from one that is silent.
std::optional<ChildProcess> ChildProcess::start(const QByteArrayList &command) {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0)
        return std::nullopt;
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    std::vector<char *> arguments;
    for (const QByteArray &argument : command)
        arguments.push_back(const_cast<char *>(argument.constData())); // never written to, as POSIX says
    arguments.push_back(nullptr);
    pid_t process = 0;
    const int failed = ::posix_spawn(&process, arguments[0], &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    ::close(ends[1]);
    if (failed != 0) {
        ::close(ends[0]);
        return std::nullopt;
    }
    return ChildProcess(process, ends[0]);
}

ChildProcess::ChildProcess(ChildProcess &&other) noexcept
    : m_process(std::exchange(other.m_process, 0))
    , m_output(std::exchange(other.m_output, -1)) {}

ChildProcess::~ChildProcess() {
    finish(std::chrono::milliseconds(0));
    if (m_output >= 0)
        ::close(m_output);
}

std::optional<std::ptrdiff_t> ChildProcess::read(char *bytes, std::size_t size,
                                                 std::chrono::milliseconds wait) {
    pollfd output{m_output, POLLIN, 0};
    if (::poll(&output, 1, int(std::max<qint64>(wait.count(), 0))) <= 0) // interrupted: the caller asks again
        return std::nullopt;
    const ssize_t got = ::read(m_output, bytes, size);
    if (got < 0 && errno == EINTR)
        return std::nullopt;
    return std::max<ssize_t>(got, 0);
}

std::optional<int> ChildProcess::finish(std::chrono::milliseconds wait) {
    constexpr std::chrono::milliseconds kStep(5);
    int status = 0;
    for (; wait.count() > 0; wait -= kStep) {
        if (::waitpid(m_process, &status, WNOHANG) == m_process) {
            m_process = 0;
            return status;
        }
        ::poll(nullptr, 0, int(kStep.count()));
    }
    if (m_process > 0) {
        ::kill(m_process, SIGKILL);
        while (::waitpid(m_process, &status, 0) < 0 && errno == EINTR)
            ;
        m_process = 0;
    }
    return std::nullopt;
}

} // namespace yipi::services
