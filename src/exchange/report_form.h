// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/dictionary_sheet.h"

namespace yipi::exchange::detail {

/// The sheet of monthly progress filled in as far as the ledger knows, for one month.
void writeReportForm(XlsxBook &book, const ExportData &data, const ReportForm &form,
                     const DictionarySheet &dictionary);

} // namespace yipi::exchange::detail
