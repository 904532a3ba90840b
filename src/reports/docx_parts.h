// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/document.h"
#include "reports/zip_package.h"

namespace yipi::reports {

/// Word style of table text.
QString tableStyleId(bool heading, bool small);

/// Everything of a Word file except word/document.xml, in package order.
std::vector<ZipPart> wordPackage(const Document &document);

/// word/document.xml
QByteArray wordBody(const Document &document);

/// Relationship ids that word/document.xml refers to.
inline constexpr char kHeaderRelation[] = "rIdHeader";
inline constexpr char kFooterRelation[] = "rIdFooter";
inline constexpr char kEvenFooterRelation[] = "rIdEvenFooter";

} // namespace yipi::reports
