// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/error.h"
#include "indicators/expression/filter_field.h"

namespace yipi::indicators {

enum class Comparison {
    Equal, ///< with several values: one of them
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    Contains,
    NotContains,
    Empty,
    NotEmpty
};

/// A value typed behind a comparison. A month and a year are the days from `low` to `high`.
struct Operand {
    qint64 low = 0;      ///< 元, Julian day, campaignNumber or position of the choice
    qint64 high = 0;     ///< the same as `low` unless it is a stretch of time
    QString text;        ///< of a name or text
    bool isAsOf = false; ///< the as-of date (截至)
    friend bool operator==(const Operand &, const Operand &) = default;
};

/// Campaigns as numbers in their order.
constexpr qint64 campaignNumber(int year, int sequence) {
    return qint64(year) * 100 + sequence;
}

/// One comparison. A flag has no operands: Equal is 是, NotEqual is 否.
struct Condition {
    const FilterField *field = nullptr;
    Comparison comparison = Comparison::Equal;
    std::vector<Operand> operands;
    friend bool operator==(const Condition &, const Condition &) = default;
};

/// A condition on projects and entries as typed (docs/filters.md). Immutable; copies share their parts.
class Expression {
public:
    enum class Kind { Condition, All, Any, Not };

    static Expression condition(Condition condition);
    /// Parts of the same kind become parts of the whole; a single part stays itself. At least one.
    static Expression all(std::vector<Expression> parts);
    static Expression any(std::vector<Expression> parts);
    static Expression negation(const Expression &part);

    Kind kind() const;
    const Condition &condition() const; ///< of a Condition
    const std::vector<Expression> &parts() const;

    /// The canonical form: reads back to an equal expression.
    QString text() const;
    /// For people, in Chinese: 总投资不少于1亿元，且产业项目.
    QString words() const;
    /// Whether the same project can pass on one as-of date and fail on another.
    bool dependsOnDate() const;
    /// Whether it says something about entries: campaign, batch, declared figures.
    bool asksForEntry() const;
    /// Whether any condition fulfils the predicate.
    bool anyCondition(const std::function<bool(const Condition &)> &predicate) const;

    friend bool operator==(const Expression &a, const Expression &b);

private:
    struct Node;
    explicit Expression(std::shared_ptr<const Node> node)
        : m_node(std::move(node)) {}
    static Expression joined(Kind kind, std::vector<Expression> parts);

    std::shared_ptr<const Node> m_node;
};

/// Longer texts and deeper brackets are refused: a filter is typed by a person.
inline constexpr qsizetype kLongestExpression = 10'000;
inline constexpr int kDeepestExpression = 64;

/// Reads a condition; it refers to `fields`. Errors (Usage) say at which character, what was expected and
/// what may have been meant.
Result<Expression> parseExpression(QStringView text, const FilterFields &fields = FilterFields::builtIn());
/// ProjectFilter::where in Chinese; what can't be read is repeated as it is.
QString whereWords(const QString &where, const FilterFields &fields = FilterFields::builtIn());

} // namespace yipi::indicators
