// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/choice.h"

#include <QComboBox>
#include <QSignalBlocker>

namespace yipi::gui {

/// Fills a box with the members of an enumeration that `offers` lets through and chooses `value`, or the
/// first where it is not offered. Emits nothing.
template <class E, class Offers>
void fillBox(QComboBox *box, E value, Offers &&offers) {
    const QSignalBlocker quiet(box);
    box->clear();
    for (std::size_t i = 0; i < choicesOf<E>().size(); ++i)
        if (offers(static_cast<E>(i)))
            box->addItem(choicesOf<E>()[i].title, int(i));
    box->setCurrentIndex(std::max(0, box->findData(int(value))));
}

template <class E>
void fillBox(QComboBox *box, E value) {
    fillBox(box, value, [](E) { return true; });
}

template <class E>
E chosenIn(const QComboBox *box) {
    return static_cast<E>(box->currentData().toInt());
}

} // namespace yipi::gui
