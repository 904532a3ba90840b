// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/error.h"

#include <QByteArray>

namespace yipi::reports {

struct ZipPart {
    QString name;
    QByteArray content;
};

/// Packs the parts in their order into a zip file in memory. Equal parts give equal bytes: every entry
/// carries the same fixed time.
Result<QByteArray> zipPackage(const std::vector<ZipPart> &parts);

} // namespace yipi::reports
