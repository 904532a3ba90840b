// SPDX-License-Identifier: GPL-3.0-or-later
#include "indicators/expression/lexer.h"

#include <array>

namespace yipi::indicators {

namespace {

/// Full-width forms as their ASCII twins; one character stays one, so that offsets hold.
QChar foldedCharacter(QChar c) {
    const char16_t u = c.unicode();
    if (u >= 0xFF01 && u <= 0xFF5E)
        return QChar(char16_t(u - 0xFEE0)).toLower();
    switch (u) {
    case u'≠':
    case u'≤':
    case u'≥':
        return c;
    case u'、':
    case u'；':
        return u',';
    case u'〜':
    case u'～':
        return u'~';
    default:
        return c.isSpace() || u == 0x200B || u == 0xFEFF ? QChar(u' ') : c.toLower();
    }
}

/// The mark that ends a quotation; null when `c` opens none.
QChar closingMark(QChar c) {
    switch (c.unicode()) {
    case u'"':
    case u'\'':
        return c;
    case u'“':
    case u'”': // typed the wrong way round as often as not
        return u'”';
    case u'‘':
        return u'’';
    case u'「':
        return u'」';
    default:
        return {};
    }
}

struct ComparisonSign {
    QStringView sign;
    Comparison comparison;
};
constexpr std::array<ComparisonSign, 13> kSigns{{{u"==", Comparison::Equal},
                                                 {u"!=", Comparison::NotEqual},
                                                 {u"<>", Comparison::NotEqual},
                                                 {u"<=", Comparison::LessEqual},
                                                 {u">=", Comparison::GreaterEqual},
                                                 {u"!~", Comparison::NotContains},
                                                 {u"=", Comparison::Equal},
                                                 {u"≠", Comparison::NotEqual},
                                                 {u"≤", Comparison::LessEqual},
                                                 {u"≥", Comparison::GreaterEqual},
                                                 {u"<", Comparison::Less},
                                                 {u">", Comparison::Greater},
                                                 {u"~", Comparison::Contains}}};

bool endsWord(QChar c) {
    static const QString kEnds = QStringLiteral(" (),<>=~≠≤≥\"“”‘’「」");
    return kEnds.contains(c);
}

} // namespace

Lexer::Lexer(QStringView source)
    : m_source(source) {
    m_folded.reserve(source.size());
    for (const QChar c : source)
        m_folded += foldedCharacter(c);
}

qsizetype Lexer::characterAt(qsizetype offset) const {
    const QStringView before = m_source.left(offset);
    return 1 + std::count_if(before.begin(), before.end(), [](QChar c) { return !c.isLowSurrogate(); });
}

Token Lexer::next() {
    while (m_at < m_folded.size() && m_folded.at(m_at) == u' ')
        ++m_at;
    Token token;
    token.from = token.to = m_at;
    if (m_at == m_folded.size())
        return token;
    const QChar c = m_folded.at(m_at);
    if (!closingMark(c).isNull())
        return quoted(c);
    if (readComparison(token))
        return token;
    using Kind = Token::Kind;
    const std::array<std::pair<QChar, Kind>, 4> kSingle{
        {{u'(', Kind::Open}, {u')', Kind::Close}, {u',', Kind::Separator}, {u'!', Kind::Not}}};
    for (const auto &[sign, kind] : kSingle)
        if (c == sign) {
            token.kind = kind;
            token.to = ++m_at;
            token.text = m_source.mid(token.from, 1);
            return token;
        }
    return word();
}

bool Lexer::readComparison(Token &token) {
    for (const ComparisonSign &known : kSigns) {
        if (!QStringView(m_folded).mid(m_at).startsWith(known.sign))
            continue;
        m_at += known.sign.size();
        token.kind = Token::Kind::Comparison;
        token.to = m_at;
        token.text = m_source.mid(token.from, known.sign.size());
        token.comparison = known.comparison;
        return true;
    }
    return false;
}

Token Lexer::quoted(QChar opening) {
    const QChar closing = closingMark(opening);
    Token token;
    token.from = m_at++;
    while (m_at < m_source.size()) {
        if (m_folded.at(m_at) != closing) {
            token.quoted += m_source.at(m_at++);
        } else if (m_at + 1 < m_source.size() && m_folded.at(m_at + 1) == closing) {
            token.quoted += m_source.at(m_at); // the mark itself, written twice
            m_at += 2;
        } else {
            token.kind = Token::Kind::Quoted;
            token.to = ++m_at;
            token.text = m_source.mid(token.from, token.to - token.from);
            return token;
        }
    }
    token.kind = Token::Kind::Unclosed;
    token.to = m_at;
    return token;
}

Token Lexer::word() {
    Token token;
    token.kind = Token::Kind::Word;
    token.from = m_at++; // whatever it begins with: a stray closing mark is a word of its own
    const auto isEnd = [this](qsizetype at) {
        const bool isNot = m_folded.at(at) == u'!' && at + 1 < m_folded.size() &&
                           (m_folded.at(at + 1) == u'=' || m_folded.at(at + 1) == u'~');
        return isNot || endsWord(m_folded.at(at));
    };
    if (m_at < m_wordEnd)
        m_at = m_wordEnd;
    while (m_at < m_folded.size() && !isEnd(m_at))
        ++m_at;
    m_wordEnd = m_at;
    token.to = m_at;
    token.text = m_source.mid(token.from, token.to - token.from);
    token.folded = QStringView(m_folded).mid(token.from, token.to - token.from);
    return token;
}

} // namespace yipi::indicators
