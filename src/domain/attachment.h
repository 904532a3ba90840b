// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/entity.h"

namespace yipi {

/// 附件: a file that belongs to a project. The file itself lies beside the ledger, named by its content.
struct Attachment : Identity {
    Ref<Project> project;
    QString fileName;           ///< as it was brought in
    QString sha256;             ///< of the content, lower-case hex
    std::optional<qint64> size; ///< bytes
    QDate addedOn;
    QString note;
};
template <>
const Entity<Attachment> &entity<Attachment>();

} // namespace yipi
