// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indicators/expression/expression.h"

namespace yipi::indicators {

struct Token {
    enum class Kind { End, Word, Quoted, Open, Close, Separator, Comparison, Not, Unclosed };
    Kind kind = Kind::End;
    qsizetype from = 0, to = 0; ///< in the source
    QStringView text;           ///< as typed
    QStringView folded;         ///< of a Word: half-width, lower case, as long as `text`
    QString quoted;             ///< of Quoted: what is between the marks
    Comparison comparison = Comparison::Equal;
};

/// Cuts a condition into tokens that point into it, one at a time: what a Chinese text writes without spaces
/// (总投资不少于1亿且战新) is one word, which the parser takes in pieces by going back.
class Lexer {
public:
    explicit Lexer(QStringView source);

    Token next();
    void seek(qsizetype offset) { m_at = offset; }
    /// The character at `offset` as people count them, from 1.
    qsizetype characterAt(qsizetype offset) const;

private:
    Token quoted(QChar opening);
    Token word();
    bool readComparison(Token &token);

    QStringView m_source;
    QString m_folded;
    qsizetype m_at = 0;
    qsizetype m_wordEnd = 0; ///< of the word read last: its pieces end there as well
};

} // namespace yipi::indicators
