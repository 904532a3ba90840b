// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema_check.h"

#include <QFile>
#include <QRegularExpression>

#include <set>
#include <stdexcept>

namespace yipi::indicators {

using nlohmann::json;

namespace {

bool hasType(const json &node, const std::string &type) {
    if (type == "object")
        return node.is_object();
    if (type == "array")
        return node.is_array();
    if (type == "integer")
        return node.is_number_integer();
    return type == "string" && node.is_string();
}

QString textOf(const json &node) {
    return QString::fromStdString(node.get<std::string>());
}

/// The keywords that look at one number, text or array; empty pointer for others.
bool isLimitKept(const std::string &word, const json &limit, const json &node) {
    if (word == "minimum")
        return !node.is_number() || node.get<double>() >= limit.get<double>();
    if (word == "maximum")
        return !node.is_number() || node.get<double>() <= limit.get<double>();
    if (word == "minItems")
        return !node.is_array() || node.size() >= limit.get<std::size_t>();
    if (word == "maxItems")
        return !node.is_array() || node.size() <= limit.get<std::size_t>();
    if (word == "maxLength")
        return !node.is_string() || std::size_t(textOf(node).size()) <= limit.get<std::size_t>();
    if (word == "pattern")
        return !node.is_string() || QRegularExpression(textOf(limit)).match(textOf(node)).hasMatch();
    if (word == "type")
        return hasType(node, limit.get<std::string>());
    if (word == "const")
        return node == limit;
    if (word == "enum")
        return std::find(limit.begin(), limit.end(), node) != limit.end();
    throw std::logic_error("keyword " + word);
}

} // namespace

std::size_t SchemaCheck::taken(const json &schemas, const json &node) const {
    return std::size_t(std::count_if(schemas.begin(), schemas.end(),
                                     [&](const json &s) { return against(s, node, "").empty(); }));
}

std::string SchemaCheck::object(const json &schema, const json &node, const std::string &path) const {
    const json none = json::object();
    const json &known = schema.contains("properties") ? schema["properties"] : none;
    for (const auto &[name, value] : node.items()) {
        if (known.contains(name)) {
            if (std::string found = against(known[name], value, path + "." + name); !found.empty())
                return found;
        } else if (schema.contains("additionalProperties")) {
            return path + "." + name + " is not known";
        }
    }
    return {};
}

std::string SchemaCheck::keyword(const std::string &word, const json &schema, const json &node,
                                 const std::string &path) const {
    static const std::set<std::string> kSaysNothing{
        "$schema", "title", "description", "default", "$defs", "then", "else", "additionalProperties"};
    const json &value = schema[word];
    if (kSaysNothing.contains(word))
        return {};
    if (word == "$ref")
        return against(m_schema.at(json::json_pointer(value.get<std::string>().substr(1))), node, path);
    if (word == "properties")
        return node.is_object() ? object(schema, node, path) : std::string();
    if (word == "required") {
        for (const json &name : value)
            if (node.is_object() && !node.contains(name.get<std::string>()))
                return path + " lacks " + name.get<std::string>();
        return {};
    }
    if (word == "items") {
        for (std::size_t i = 0; node.is_array() && i < node.size(); ++i)
            if (std::string found = against(value, node[i], path + "[" + std::to_string(i) + "]");
                !found.empty())
                return found;
        return {};
    }
    if (word == "if") {
        const char *branch = against(value, node, path).empty() ? "then" : "else";
        return schema.contains(branch) ? against(schema[branch], node, path) : std::string();
    }
    bool holds = true;
    if (word == "allOf") {
        for (const json &part : value)
            if (std::string found = against(part, node, path); !found.empty())
                return found;
    } else if (word == "anyOf") {
        holds = taken(value, node) > 0;
    } else if (word == "oneOf") {
        holds = taken(value, node) == 1;
    } else if (word == "not") {
        holds = !against(value, node, path).empty();
    } else {
        holds = isLimitKept(word, value, node);
    }
    return holds ? std::string() : path + " breaks " + word + " " + value.dump();
}

std::string SchemaCheck::against(const json &schema, const json &node, const std::string &path) const {
    for (const auto &[word, value] : schema.items())
        if (std::string found = keyword(word, schema, node, path); !found.empty())
            return found;
    return {};
}

SchemaCheck rulesSchema() {
    QFile file(QStringLiteral(YIPI_SOURCE_DIR "/data/rules.schema.json"));
    if (!file.open(QIODevice::ReadOnly))
        throw std::runtime_error("data/rules.schema.json is missing");
    return SchemaCheck(json::parse(file.readAll().toStdString()));
}

} // namespace yipi::indicators
