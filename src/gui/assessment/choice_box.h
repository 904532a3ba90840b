// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/choice.h"

#include <QComboBox>

namespace yipi::gui {

/// Offers the members of an enumeration in the order of its values.
template <class E>
void fillChoices(QComboBox *box) {
    for (const Choice &choice : choicesOf<E>())
        box->addItem(choice.title);
}

} // namespace yipi::gui
