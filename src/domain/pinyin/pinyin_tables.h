// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace yipi::pinyin {

/// data/reference/pinyin.csv: a syllable and all characters that can be read so; UTF-8.
extern const std::string_view kCharacterTable;
/// data/reference/pinyin_phrases.csv: words in which characters of several readings have one; UTF-8.
extern const std::string_view kPhraseTable;

} // namespace yipi::pinyin
