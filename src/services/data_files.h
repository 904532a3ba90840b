// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFileInfo>
#include <QStringList>

#include <functional>

namespace yipi::services {

/// Hands every *.json file of a folder to `take`, by name. One that can't be read is named in `problems`,
/// `what` says what it is: "读不了考核方案文件 …".
void forEachDataFile(const QString &folder, const QString &what, QStringList &problems,
                     const std::function<void(const QFileInfo &, const QByteArray &)> &take);

} // namespace yipi::services
