// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/error.h"

#include <SQLiteCpp/Exception.h>

#include <exception>
#include <type_traits>

namespace yipi::storage {

/// An error on its way out of the layer; never leaves it.
class StoreError : public std::exception {
public:
    explicit StoreError(Error error)
        : m_error(std::move(error)) {}
    const Error &error() const { return m_error; }

private:
    Error m_error;
};

[[noreturn]] void raise(ErrorCode code, const QString &message, const QString &advice = {},
                        const QString &field = {});
/// About a file that `guarded` may not be naming; the message then leaves the name out.
[[noreturn]] void raiseAt(const QString &file, ErrorCode code, const QString &message, const QString &advice);

/// SQLITE_CONSTRAINT, SQLITE_IOERR …: the exceptions carry extended codes.
int primaryCode(const SQLite::Exception &exception);
/// What an error of SQLite means to the user of the ledger at `path`.
Error errorOf(const SQLite::Exception &exception, const QString &path);

/// The border of the layer: runs `work` and turns what it throws into an error that names the file.
template <class Work>
auto guarded(const QString &path, Work &&work) -> Result<std::invoke_result_t<Work>> {
    try {
        if constexpr (std::is_void_v<std::invoke_result_t<Work>>) {
            work();
            return {};
        } else {
            return work();
        }
    } catch (const StoreError &failure) {
        Error error = failure.error();
        if (error.place.file.isEmpty())
            error.place.file = path;
        return Failure(std::move(error));
    } catch (const SQLite::Exception &exception) {
        return Failure(errorOf(exception, path));
    }
}

} // namespace yipi::storage
