// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>

namespace yipi::exchange::detail {

/// Begins every answer; the last number counts up with each change of the form.
constexpr std::array<char, 8> kAnswerMark{'Y', 'I', 'P', 'I', 'W', 'B', 0, 1};

/// What follows next in an answer.
enum class AnswerPart : unsigned char { Progress = 1, Failure, Sheet, End };

/// How a text is written.
enum class TextForm : unsigned char { None, Latin1, Utf16, Known };

/// The texts sent last, one a slot, at both ends: a workbook repeats most of its texts, and what arrives as
/// the same text shares its memory again.
class TextSlots {
public:
    static constexpr std::size_t kCount = 1 << 15;
    static std::size_t slotOf(const QString &text) { return qHash(text) % kCount; }
    QString &operator[](std::size_t slot) { return m_texts[slot]; }

private:
    std::vector<QString> m_texts = std::vector<QString>(kCount);
};

} // namespace yipi::exchange::detail
