// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/error.h"
#include "reports/document.h"

#include <QByteArray>
#include <QImage>

namespace yipi::reports {

Result<QByteArray> renderDocx(const Document &document);
Result<QByteArray> renderPdf(const Document &document);
Result<QByteArray> renderXlsx(const Document &document);
QByteArray renderHtml(const Document &document);
/// The data model with every figure and its reference.
QByteArray renderJson(const Document &document);

/// Preferred fonts that are not installed and what stands in for them, one Chinese line each; empty = all
/// there.
QStringList missingFonts();

} // namespace yipi::reports
