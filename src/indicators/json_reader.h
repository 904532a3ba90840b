// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/choice.h"
#include "domain/decimal.h"
#include "domain/error.h"

#include <QSet>
#include <QString>
#include <nlohmann/json.hpp>

#include <optional>
#include <vector>

namespace yipi::indicators {

/// The first thing wrong with a JSON document: where and why.
struct JsonProblem {
    QString path; ///< rates[1].population
    QString reason;
    QString found; ///< the text that was found
};

/// Reads the members of one JSON object. After the first problem (shared by all readers of a document) every
/// read answers its default, so that callers read straight on and ask once at the end.
class JsonReader {
public:
    JsonReader(const nlohmann::json &node, const QString &path, std::optional<JsonProblem> &problem);

    bool has(const char *name) const;
    /// Whether the member is there and a text: for members with a short and a long form.
    bool isText(const char *name) const;
    /// A text without control characters of at most 1,000 characters. `required` refuses a missing or empty
    /// one.
    QString text(const char *name, bool required = false);
    int integer(const char *name, int standard, int lowest, int highest);
    /// A number with at most four decimals, exact as it is written.
    Decimal decimal(const char *name, Decimal standard, Decimal lowest, Decimal highest);
    /// One of the keys of an enumeration.
    template <class E>
    E choice(const char *name, E standard) {
        const auto index = choiceIndex(name, choicesOf<E>());
        return index ? static_cast<E>(*index) : standard;
    }
    /// A member that must be an object (or missing: then an empty object).
    JsonReader object(const char *name);
    /// A member that must be an array; null when missing or wrong.
    const nlohmann::json *array(const char *name);
    /// Readers of an array of at most `most` objects; none when missing or wrong.
    std::vector<JsonReader> objects(const char *name, std::size_t most);
    void refuse(const char *name, const QString &reason, const QString &found = {});
    /// Refuses members that nobody has asked for.
    void finish();
    QString pathOf(const char *name) const;

private:
    const nlohmann::json *take(const char *name);
    std::optional<std::size_t> choiceIndex(const char *name, std::span<const Choice> choices);

    const nlohmann::json *m_node = nullptr; ///< null when it is not an object
    QString m_path;
    std::optional<JsonProblem> &m_problem;
    QSet<QString> m_known;
};

/// Parses a document; duplicate members and texts that are not UTF-8 are refused, with line and column.
std::optional<nlohmann::json> parseJson(const QByteArray &text, std::optional<JsonProblem> &problem);

} // namespace yipi::indicators
