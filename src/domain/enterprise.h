// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/entity.h"

namespace yipi {

/// 企业: an investor, chain master or target.
struct Enterprise : Identity {
    QString name;
    QString creditCode;   ///< 统一社会信用代码, GB 32100, 18 characters with check digit
    QString homeProvince; ///< where the investment comes from
};
template <>
const Entity<Enterprise> &entity<Enterprise>();

/// True when the last character is the check digit that GB 32100-2015 asks for.
bool isValidCreditCode(const QString &code);

} // namespace yipi
