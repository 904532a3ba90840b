// SPDX-License-Identifier: GPL-3.0-or-later
// What the form of 自定义字段 shows beside the described fields.
#pragma once

#include "domain/custom_field.h"

namespace yipi::gui {

/// Whether a field of the form says something for the type: options of a choice, the unit of a number.
bool concernsType(const QString &fieldKey, CustomType type);
/// “如何填写：数字，单位台，最多两位小数，如 35.5”.
QString fillingPreview(const CustomField &field);

} // namespace yipi::gui
