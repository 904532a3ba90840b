// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace yipi::pinyin {

/// A text as it is searched: lower case, half width, without blanks and apostrophes (xi'an), ü as v. One unit
/// a character; a character that a phrase gives one of its readings (重 in 重庆) is a unit of the private use
/// area, for which `characterOf` and `readingsOf` know what it stands for.
using SearchForm = std::u16string;

/// `positions`, if given, gets the place in `text` of each unit.
SearchForm searchForm(QStringView text, std::vector<qsizetype> *positions = nullptr);

/// The character that a unit stands for.
char16_t characterOf(char16_t unit);

/// How a unit can be read, without tones; ü is spelled v, u and yu (lv, lu, lyu). Empty for what is not read
/// in pinyin.
std::span<const std::string_view> readingsOf(char16_t unit);

} // namespace yipi::pinyin
