// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <tl/expected.hpp>

namespace yipi {

/// What went wrong, as stable names for scripts (`key()`) and as groups for exit codes (`docs/cli.md`).
enum class ErrorCode {
    Usage,          ///< the request itself is malformed (exit code 2)
    NotFound,       ///< a named record, rule set or file does not exist
    FileMissing,    ///< the file does not exist
    FileUnreadable, ///< exists, but is not what it should be (not a spreadsheet, damaged, encrypted …)
    FileEncrypted,  ///< protected by a password
    NoHeader,       ///< no sheet has a recognisable header row
    InvalidValue,   ///< a value can't be read or breaks a rule
    UnknownZone,    ///< the zone named is not in the ledger
    Conflict,       ///< somebody else changed the record since it was read
    Refused,        ///< refused for another reason that the message names; nothing was written
    NotAllowed,     ///< role, locked month, read-only ledger (exit code 4)
    LedgerLocked,   ///< another process is writing to the ledger
    LedgerDamaged,  ///< a check of the ledger failed (exit code 5)
    LedgerForeign,  ///< the file is not a Yipi ledger (exit code 5)
    LedgerNewer,    ///< written by a newer version (exit code 5)
    Unsupported,    ///< known, but not in this version
    DiskFull,
    Io,
    Cancelled, ///< by the user (exit code 130)
    Internal,  ///< a broken invariant (exit code 1)
};

/// Stable snake_case name, part of the JSON contract: `"file_missing"`.
QString key(ErrorCode code);

/// Where in a workbook an error was found. Row and column are the sheet's own, counted from 1; 0 = unknown.
struct Place {
    QString file;
    QString sheet;
    int row = 0;
    int column = 0;
    QString field; ///< field key, "planned_start"

    friend bool operator==(const Place &, const Place &) = default;
};

/// "文件 a.xlsx，工作表“签约”，第 7 行 J 列"; empty when nothing is known.
QString describe(const Place &place);

/// Spreadsheet letters of a column counted from 1: 1 → "A", 28 → "AB".
QString columnLetters(int column);

/// A failure that a user can cause or meet: what, where, and what to do, in Chinese.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    QString message; ///< what happened, one sentence
    QString advice;  ///< what the user can do, may be empty
    Place place;
    QString value;        ///< the text that was found, may be empty
    QList<Error> details; ///< the single errors behind a summary

    /// Message, place and advice as one line for a person.
    QString text() const;
};

template <class T>
using Result = tl::expected<T, Error>;
using Failure = tl::unexpected<Error>;

Failure fail(ErrorCode code, const QString &message, const QString &advice = {});

} // namespace yipi
