// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <span>

namespace yipi {

/// One member of a closed set: the key is stored and part of the JSON contract, the title is shown.
struct Choice {
    QString key;
    QString title;
};

/// The members of an enumeration in the order of its values; specialised beside each enumeration.
template <class E>
std::span<const Choice> choicesOf();

template <class E>
QString key(E value) requires requires {
    choicesOf<E>();
}
{ return choicesOf<E>()[static_cast<std::size_t>(value)].key; }

template <class E>
QString title(E value) requires requires {
    choicesOf<E>();
}
{ return choicesOf<E>()[static_cast<std::size_t>(value)].title; }

/// Finds a member by key or Chinese title.
template <class E>
std::optional<E> choiceFrom(const QString &text) {
    const auto choices = choicesOf<E>();
    for (std::size_t i = 0; i < choices.size(); ++i)
        if (choices[i].key == text || choices[i].title == text)
            return static_cast<E>(i);
    return std::nullopt;
}

} // namespace yipi
