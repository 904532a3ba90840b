// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/docx_parts.h"
#include "reports/renderers.h"

namespace yipi::reports {

Result<QByteArray> renderDocx(const Document &document) {
    std::vector<ZipPart> parts = wordPackage(document);
    parts.push_back({QStringLiteral("word/document.xml"), wordBody(document)});
    return zipPackage(parts);
}

} // namespace yipi::reports
