// SPDX-License-Identifier: GPL-3.0-or-later
// Reads conditions by recursive descent, one token ahead. Nothing here throws; the first error ends the
// reading.
#include "indicators/expression/keywords.h"
#include "indicators/expression/lexer.h"
#include "indicators/expression/operand_reading.h"

#include "domain/text_parsing.h"

namespace yipi::indicators {

namespace {

/// No field's name is longer, however it is spaced.
constexpr qsizetype kLongestName = 60;

using Kind = FilterField::Kind;
using Part = std::optional<Expression>;

QString knownFields(const FilterFields &fields) {
    QStringList titles;
    for (const FilterField &field : fields.all())
        titles << field.title;
    return QStringLiteral("可用的字段：%1。").arg(titles.join(QStringLiteral("、")));
}

class Parser {
public:
    Parser(QStringView source, const FilterFields &fields)
        : m_lexer(source)
        , m_fields(fields) {
        advance();
    }

    Result<Expression> read() {
        if (at(Token::Kind::End))
            error(QStringLiteral("还没有写条件，例如 总投资 >= 1亿 且 阶段 = 开工"));
        Part whole = m_error ? std::nullopt : any();
        if (whole && !at(Token::Kind::End))
            error(at(Token::Kind::Close)
                      ? QStringLiteral("多了一个右括号")
                      : QStringLiteral("“%1”前面应有“且”或“或”%2").arg(shown(), adviceOnSpaces()));
        if (m_error)
            return Failure(*m_error);
        return *whole;
    }

private:
    void advance() {
        m_token = m_lexer.next();
        if (at(Token::Kind::Unclosed))
            error(QStringLiteral("引号没有结束，请补上右引号"));
    }

    /// Takes the first characters of the current word; the rest becomes the next token.
    void cutWord(qsizetype length) {
        m_lexer.seek(m_token.from + length);
        m_token.to = m_token.from + length;
        m_token.text = m_token.text.left(length);
        m_token.folded = m_token.folded.left(length);
    }

    bool at(Token::Kind kind) const { return m_token.kind == kind; }
    /// What the current word or quotation says.
    QString said() const { return at(Token::Kind::Quoted) ? m_token.quoted : m_token.text.toString(); }
    /// The current token as errors repeat it.
    QString shown() const {
        constexpr qsizetype kShown = 20;
        return m_token.text.size() <= kShown ? m_token.text.toString()
                                             : m_token.text.left(kShown).toString() + u'…';
    }
    /// The field that it names; null when it names none.
    const FilterField *field() const {
        return m_token.text.size() > kLongestName ? nullptr : m_fields.find(foldedName(said()));
    }
    bool atWord(QStringView word) const { return at(Token::Kind::Word) && m_token.folded == word; }

    /// Errors at the current token; nothing, so that callers can return it.
    Part error(const QString &message, const QString &advice = {}) {
        return errorAt(m_token.from, message, advice);
    }
    Part errorAt(qsizetype offset, const QString &message, const QString &advice = {}) {
        if (!m_error)
            m_error =
                fail(ErrorCode::Usage,
                     QStringLiteral("第 %1 个字：%2").arg(m_lexer.characterAt(offset)).arg(message), advice)
                    .value();
        return std::nullopt;
    }

    QString adviceOnSpaces() const {
        return m_lastWasText ? QStringLiteral("；文字中有空格或标点时请加引号") : QString();
    }

    template <std::size_t N>
    bool takeJoiner(const std::array<QStringView, N> &words) {
        if (!at(Token::Kind::Word))
            return false;
        if (const qsizetype length = joinerLength(m_token.folded);
            length > 0 && startsCondition(m_token.folded.mid(length), m_fields))
            cutWord(length);
        if (!isOneOf(m_token.folded, words))
            return false;
        advance();
        return true;
    }

    Part any() {
        std::vector<Expression> parts;
        do {
            Part part = all();
            if (!part)
                return part;
            parts.push_back(*part);
        } while (takeJoiner(kOr));
        return Expression::any(std::move(parts));
    }

    Part all() {
        std::vector<Expression> parts;
        do {
            Part part = unary();
            if (!part)
                return part;
            parts.push_back(*part);
        } while (takeJoiner(kAnd));
        return Expression::all(std::move(parts));
    }

    bool takeNot() {
        if (at(Token::Kind::Word) && !field() && m_token.folded.size() > 1 &&
            m_token.folded.startsWith(kNot[0]) && m_fields.nameLength(m_token.folded.mid(1)) > 0)
            cutWord(1);
        if (!at(Token::Kind::Not) && !(at(Token::Kind::Word) && isOneOf(m_token.folded, kNot)))
            return false;
        advance();
        return true;
    }

    Part unary() {
        if (m_depth == kDeepestExpression)
            return error(QStringLiteral("括号和“非”套得太深，最多 %1 层").arg(kDeepestExpression));
        ++m_depth;
        Part part = takeNot() ? negated() : at(Token::Kind::Open) ? bracketed() : condition();
        --m_depth;
        return part;
    }

    Part negated() {
        const Part part = unary();
        return part ? Part(Expression::negation(*part)) : part;
    }

    Part bracketed() {
        const qsizetype opening = m_token.from;
        advance();
        Part part = any();
        if (!part)
            return part;
        if (at(Token::Kind::End))
            return errorAt(opening, QStringLiteral("左括号没有配对的右括号"));
        if (!at(Token::Kind::Close))
            return error(QStringLiteral("“%1”前面应有“且”“或”或者右括号%2").arg(shown(), adviceOnSpaces()));
        advance();
        return part;
    }

    /// Cuts 实际开工为空 behind the longest field name that a comparison, 且 or 或 follows.
    void cutAtField() {
        if (!at(Token::Kind::Word) || field())
            return;
        const qsizetype length = m_fields.nameLength(m_token.folded);
        const QStringView rest = m_token.folded.mid(length);
        const qsizetype joiner = joinerLength(rest);
        if (length > 0 &&
            (comparisonWordAt(rest) || (joiner > 0 && startsCondition(rest.mid(joiner), m_fields))))
            cutWord(length);
    }

    Part unknownField() {
        if (at(Token::Kind::Word)) // 总投入不少于1亿: the name ends where the comparison begins
            for (qsizetype i = 1; i < m_token.folded.size(); ++i)
                if (const auto *known = comparisonWordAt(m_token.folded.mid(i));
                    known && known->word.size() > 1)
                    cutWord(i);
        const QString name = foldedName(said());
        if (isFieldWithoutFilter(name))
            return error(QStringLiteral("字段“%1”不能用来筛选").arg(shown()), knownFields(m_fields));
        const QStringList near = m_fields.similarTitles(name);
        if (near.isEmpty())
            return error(QStringLiteral("没有字段“%1”").arg(shown()), knownFields(m_fields));
        return error(
            QStringLiteral("没有字段“%1”，是否指“%2”？").arg(shown(), near.join(QStringLiteral("”、“"))));
    }

    Part condition() {
        cutAtField();
        if (!at(Token::Kind::Word) && !at(Token::Kind::Quoted))
            return error(at(Token::Kind::End)
                             ? QStringLiteral("条件没有写完，这里应有字段，如 总投资")
                             : QStringLiteral("这里应有字段，如 总投资，而不是“%1”").arg(shown()));
        if (at(Token::Kind::Word) && isKeyword(m_token.folded))
            return error(QStringLiteral("“%1”前后缺少条件").arg(shown()));
        const FilterField *named = field();
        if (!named)
            return unknownField();
        m_lastWasText = false;
        advance();
        return m_error ? std::nullopt : comparison(*named);
    }

    Part comparison(const FilterField &field) {
        if (atWord(u"is"))
            return emptiness(field);
        if (atWord(u"in") || atWord(u"not")) {
            const bool isNegated = atWord(u"not");
            if (isNegated) {
                advance();
                if (!atWord(u"in"))
                    return error(QStringLiteral("“not”后面应为“in (…)”"));
            }
            advance();
            return list(field, isNegated ? Comparison::NotEqual : Comparison::Equal);
        }
        if (at(Token::Kind::Comparison)) {
            const Comparison sign = m_token.comparison;
            return compared(field, sign, false);
        }
        if (at(Token::Kind::Word))
            if (const ComparisonWord *known = comparisonWordAt(m_token.folded)) {
                cutWord(known->word.size());
                return compared(field, known->comparison, known->takesList);
            }
        if (field.kind == Kind::Flag)
            return Expression::condition({&field, Comparison::Equal, {}});
        return error(QStringLiteral("“%1”后面应为比较，如 %2").arg(field.title, example(field)));
    }

    static QString example(const FilterField &field) {
        return field.hasOrder()   ? QStringLiteral(">=、<、= 或“为空”")
               : field.isSearch() ? QStringLiteral("~（包含）")
               : field.hasText()  ? QStringLiteral("=、~（包含）、in (…) 或“为空”")
                                  : QStringLiteral("=、in (…) 或“为空”");
    }

    Part emptiness(const FilterField &field) {
        advance();
        const bool isNegated = atWord(u"not");
        if (isNegated)
            advance();
        if (!atWord(u"empty"))
            return error(QStringLiteral("“is”后面应为“empty”或“not empty”"));
        return compared(field, isNegated ? Comparison::NotEmpty : Comparison::Empty, false);
    }

    /// The current token is the comparison; what it does not go with is an error there.
    Part compared(const FilterField &field, Comparison comparison, bool takesList) {
        const bool isOrder = comparison >= Comparison::Less && comparison <= Comparison::GreaterEqual;
        const bool isContains = comparison == Comparison::Contains || comparison == Comparison::NotContains;
        const bool isEmptiness = comparison == Comparison::Empty || comparison == Comparison::NotEmpty;
        if (isOrder && !field.hasOrder())
            return error(QStringLiteral("“%1”不分大小先后，可用 %2").arg(field.title, example(field)));
        if (isContains && !field.hasText())
            return error(QStringLiteral("“%1”不是文字，可用 %2").arg(field.title, example(field)));
        if (isEmptiness && field.kind == Kind::Flag)
            return error(QStringLiteral("“%1”只有是和否，没有空值").arg(field.title));
        if (field.isSearch() && !isContains)
            return error(QStringLiteral("“%1”只能用 ~（包含）").arg(field.title));
        advance();
        if (m_error)
            return std::nullopt;
        if (isEmptiness)
            return Expression::condition({&field, comparison, {}});
        if (takesList && at(Token::Kind::Open))
            return list(field, comparison);
        if (field.kind == Kind::Flag)
            return flag(field, comparison);
        std::optional<Operand> operand = value(field);
        if (!operand)
            return std::nullopt;
        return Expression::condition({&field, comparison, {std::move(*operand)}});
    }

    Part list(const FilterField &field, Comparison comparison) {
        if (field.kind == Kind::Flag || field.isSearch())
            return error(QStringLiteral("“%1”不能用 in").arg(field.title));
        if (!at(Token::Kind::Open))
            return error(QStringLiteral("“in”后面应为括号，如 in (兴县, 孝义)"));
        const qsizetype opening = m_token.from;
        std::vector<Operand> operands;
        do {
            advance();
            std::optional<Operand> operand = m_error ? std::nullopt : value(field);
            if (!operand)
                return std::nullopt;
            if (operand->isAsOf)
                return errorAt(opening, QStringLiteral("“截至”不能写在 in (…) 里，请单独比较"));
            operands.push_back(std::move(*operand));
        } while (at(Token::Kind::Separator));
        if (at(Token::Kind::End))
            return errorAt(opening, QStringLiteral("左括号没有配对的右括号"));
        if (!at(Token::Kind::Close))
            return error(QStringLiteral("“%1”前面应有逗号或右括号").arg(shown()));
        advance();
        return Expression::condition({&field, comparison, std::move(operands)});
    }

    /// Cuts 1亿且产业项目 behind the value.
    void cutAtJoiner() {
        const QStringView folded = m_token.folded;
        for (qsizetype i = 1; i < folded.size(); ++i)
            if (const qsizetype length = joinerLength(folded.mid(i));
                length > 0 && startsCondition(folded.mid(i + length), m_fields)) {
                cutWord(i);
                return;
            }
    }

    /// The text of a value; an error when there is none.
    std::optional<QString> valueText(const FilterField &field) {
        m_valueFrom = m_token.from;
        if (at(Token::Kind::Word))
            cutAtJoiner();
        const bool isValue = at(Token::Kind::Quoted) || (at(Token::Kind::Word) && !isKeyword(m_token.folded));
        if (!isValue) {
            const QString expected = QStringLiteral("这里应为%1").arg(expectedValue(field));
            if (at(Token::Kind::End))
                error(QStringLiteral("条件没有写完，") + expected);
            else
                error(expected + QStringLiteral("，而不是“%1”").arg(shown()) +
                      (at(Token::Kind::Word) ? QStringLiteral("；它若是要找的文字，请加引号") : QString()));
            return std::nullopt;
        }
        m_lastWasText = at(Token::Kind::Word);
        const QString text = said();
        advance();
        return m_error ? std::nullopt : std::optional(text);
    }

    std::optional<Operand> value(const FilterField &field) {
        const std::optional<QString> text = valueText(field);
        if (!text)
            return std::nullopt;
        ReadOperand read = readOperand(field, *text);
        if (!read.operand)
            errorAt(m_valueFrom, read.problem);
        return read.operand;
    }

    Part flag(const FilterField &field, Comparison comparison) {
        const std::optional<QString> text = valueText(field);
        if (!text)
            return std::nullopt;
        const Parsed<bool> parsed = parseFlag(*text);
        if (!parsed.value)
            return errorAt(m_valueFrom, QStringLiteral("“%1”不是%2").arg(*text, expectedValue(field)));
        const bool isTrue = *parsed.value == (comparison == Comparison::Equal);
        return Expression::condition({&field, isTrue ? Comparison::Equal : Comparison::NotEqual, {}});
    }

    Lexer m_lexer;
    const FilterFields &m_fields;
    Token m_token;
    std::optional<Error> m_error;
    int m_depth = 0;
    qsizetype m_valueFrom = 0;
    bool m_lastWasText = false; ///< the last value was typed without quotation marks
};

} // namespace

Result<Expression> parseExpression(QStringView text, const FilterFields &fields) {
    if (text.size() > kLongestExpression)
        return fail(ErrorCode::Usage,
                    QStringLiteral("条件有 %1 个字，最多 %2 个").arg(text.size()).arg(kLongestExpression),
                    QStringLiteral("请分成几次筛选。"));
    auto expression = Parser(text, fields).read();
    // Written out in full it may be longer; it has to be readable again.
    if (expression && expression->text().size() > kLongestExpression)
        return fail(ErrorCode::Usage, QStringLiteral("条件写全后超过 %1 个字").arg(kLongestExpression),
                    QStringLiteral("请分成几次筛选。"));
    return expression;
}

} // namespace yipi::indicators
