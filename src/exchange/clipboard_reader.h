// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/workbook.h"

namespace yipi::exchange {

/// The cells that Excel, WPS or LibreOffice put on the clipboard: the tables of `html` if it has any, else
/// `text` as rows of cells divided by tabs. The workbook's file and sheets are named 剪贴板. Errors:
/// FileUnreadable when neither holds a cell, or too much.
Result<Workbook> readClipboard(const QString &html, const QString &text);

} // namespace yipi::exchange
