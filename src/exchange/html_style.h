// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/cell_values.h"

#include <QHash>

namespace yipi::exchange::detail {

/// What the style of an HTML element says about values.
struct HtmlLook {
    std::optional<FormatKind> format; ///< by mso-number-format, as Excel and WPS write it
    bool isHidden = false;            ///< display:none
    bool isOnlyOverflow = false;      ///< mso-ignore:colspan: the text is wide, the cells are not merged
};

/// Kind of a number format by its code; `code` may be one of Excel's names ("Short Date").
FormatKind namedFormatKind(const QString &code);

/// The classes of style sheets and the style attributes of one document.
class HtmlStyles {
public:
    void addSheet(const QString &css); ///< content of a <style>
    HtmlLook look(const QString &classes, const QString &style) const;

private:
    QHash<QString, HtmlLook> m_classes;
};

} // namespace yipi::exchange::detail
