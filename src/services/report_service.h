// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/document.h"
#include "services/figure_service.h"

namespace yipi::services {

/// The monthly bulletin for a scope.
Result<reports::Document> bulletin(const LedgerService &ledger, const FigureService &figures,
                                   const FigureScope &scope);

/// Renders by the suffix of `path` (.docx .pdf .xlsx .html .json) and writes atomically. Usage for another
/// suffix.
Result<void> writeDocument(const reports::Document &document, const QString &path);

/// Writes any other file for the user, atomically.
Result<void> writeFile(const QString &path, const QByteArray &content);

/// Fonts of the official page that are missing and what stands in, one line each.
QStringList missingFonts();

} // namespace yipi::services
