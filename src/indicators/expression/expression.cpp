// SPDX-License-Identifier: GPL-3.0-or-later
#include "indicators/expression/expression.h"

namespace yipi::indicators {

struct Expression::Node {
    Kind kind = Kind::Condition;
    Condition condition;
    std::vector<Expression> parts;
};

Expression Expression::condition(Condition condition) {
    return Expression(std::make_shared<const Node>(Node{Kind::Condition, std::move(condition), {}}));
}

Expression Expression::joined(Kind kind, std::vector<Expression> parts) {
    if (parts.size() == 1)
        return parts.front();
    std::vector<Expression> flat;
    for (const Expression &part : parts)
        if (part.kind() == kind)
            flat.insert(flat.end(), part.parts().begin(), part.parts().end());
        else
            flat.push_back(part);
    return Expression(std::make_shared<const Node>(Node{kind, {}, std::move(flat)}));
}

Expression Expression::all(std::vector<Expression> parts) {
    return joined(Kind::All, std::move(parts));
}

Expression Expression::any(std::vector<Expression> parts) {
    return joined(Kind::Any, std::move(parts));
}

Expression Expression::negation(const Expression &part) {
    return Expression(std::make_shared<const Node>(Node{Kind::Not, {}, {part}}));
}

Expression::Kind Expression::kind() const {
    return m_node->kind;
}

const Condition &Expression::condition() const {
    return m_node->condition;
}

const std::vector<Expression> &Expression::parts() const {
    return m_node->parts;
}

bool Expression::anyCondition(const std::function<bool(const Condition &)> &predicate) const {
    if (kind() == Kind::Condition)
        return predicate(condition());
    return std::any_of(parts().begin(), parts().end(),
                       [&](const Expression &part) { return part.anyCondition(predicate); });
}

bool Expression::dependsOnDate() const {
    return anyCondition([](const Condition &condition) {
        return condition.field->source == FilterField::Source::Stage ||
               std::any_of(condition.operands.begin(), condition.operands.end(),
                           [](const Operand &operand) { return operand.isAsOf; });
    });
}

bool Expression::asksForEntry() const {
    return anyCondition([](const Condition &condition) { return condition.field->isOfEntry(); });
}

bool operator==(const Expression &a, const Expression &b) {
    return a.m_node == b.m_node ||
           (a.kind() == b.kind() && a.condition() == b.condition() && a.parts() == b.parts());
}

} // namespace yipi::indicators
