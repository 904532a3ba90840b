// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/statement.h"

#include <QByteArray>

#include <string>
#include <string_view>

namespace yipi::storage {

// The canonical texts that are hashed; docs/journal.md defines them. They equal what SQLite's json_array()
// and json_object() print, so that anybody can check a ledger with plain SQL and a SHA-256 program.

/// Appends a JSON string with SQLite's escapes: \" \\ \b \f \n \r \t and \u00xx below 0x20, all else as it
/// is.
void appendJson(std::string &out, std::string_view utf8);
void appendJson(std::string &out, qint64 number);
/// null for an empty cell.
void appendJson(std::string &out, const Cell &cell);

QByteArray sha256(std::string_view text);
/// Lower case hex of a hash.
std::string hexOf(const QByteArray &hash);

/// Hash before the first journal entry: it ties the chain to this ledger.
QByteArray chainStart(const QString &ledgerId);
/// Hash of an entry from the one before and its canonical text.
QByteArray chainNext(const QByteArray &previous, std::string_view canonical);

/// Hash of a row of the setting table.
QByteArray settingHash(std::string_view key, std::string_view value);

} // namespace yipi::storage
