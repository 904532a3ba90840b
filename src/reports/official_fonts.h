// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/official_page.h"

#include <QFont>

namespace yipi::reports {

/// The name that offices know the typeface by; written into Word files whether it is installed here or not.
QString preferredFont(FontRole role);
/// What Word takes on a machine without the preferred font.
QString alternativeFont(FontRole role);

/// What this machine sets the role in; needs a QGuiApplication.
struct InstalledFont {
    QString family;
    bool bold = false;
    bool isPreferred = false;
    /// Where to take ，。；：from; empty = the font itself. AR PL UKai puts them in the middle of the square,
    /// as in Taiwan; in a mainland document they stand at the lower left.
    QString punctuationFamily{};
};
InstalledFont installedFont(FontRole role);

/// Characters that `InstalledFont::punctuationFamily` is for.
bool isCentredPunctuation(QChar c);

/// A font for layouts whose unit is the twip: its pixel size is the size in twips.
QFont fontInTwips(FontRole role, int size);

} // namespace yipi::reports
