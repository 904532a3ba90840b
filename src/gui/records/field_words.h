// SPDX-License-Identifier: GPL-3.0-or-later
// Texts that the table and the form of a kind share.
#pragma once

#include "services/ledger_service.h"

namespace yipi::gui {

/// 面积（亩）, 目标金额（万元）
QString titleWithUnit(const FieldInfo &field);
/// As a cell shows it: one line, money with two decimals, 是 alone.
QString shownText(const services::LedgerService &ledger, const FieldInfo &field, const Value &value);
/// As it is edited: with all its digits, so that confirming it changes nothing.
QString editText(const services::LedgerService &ledger, const FieldInfo &field, const Value &value);
/// How a value is written, as an example: “如 2024-03-15、2024年3月、0315”.
QString fillingHint(const FieldInfo &field);
/// The sentence about a failed change of one record: the first detail, or the error itself.
QString reasonOf(const Error &error);

} // namespace yipi::gui
