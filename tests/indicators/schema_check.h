// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <string>

namespace yipi::indicators {

/// What a JSON schema (draft 2020-12) says against a document; empty when it takes it. Knows the keywords
/// that data/rules.schema.json uses and throws std::logic_error at any other, so that none is passed over.
class SchemaCheck {
public:
    explicit SchemaCheck(nlohmann::json schema)
        : m_schema(std::move(schema)) {}

    const nlohmann::json &schema() const { return m_schema; }
    std::string complaint(const nlohmann::json &document) const { return against(m_schema, document, ""); }

private:
    std::string against(const nlohmann::json &schema, const nlohmann::json &node,
                        const std::string &path) const;
    std::string object(const nlohmann::json &schema, const nlohmann::json &node,
                       const std::string &path) const;
    std::string keyword(const std::string &word, const nlohmann::json &schema, const nlohmann::json &node,
                        const std::string &path) const;
    std::size_t taken(const nlohmann::json &schemas, const nlohmann::json &node) const;

    nlohmann::json m_schema;
};

/// data/rules.schema.json.
SchemaCheck rulesSchema();

} // namespace yipi::indicators
