// SPDX-License-Identifier: GPL-3.0-or-later
#include "indicators/json_reader.h"

#include <QStringList>

#include <set>

namespace yipi::indicators {

using nlohmann::json;

namespace {

constexpr int kLongestText = 1000;
constexpr int kDeepest = 8;

QString typeTitle(const json &node) {
    switch (node.type()) {
    case json::value_t::object:
        return QStringLiteral("对象");
    case json::value_t::array:
        return QStringLiteral("数组");
    case json::value_t::string:
        return QStringLiteral("文字");
    case json::value_t::boolean:
        return QStringLiteral("真假值");
    case json::value_t::null:
        return QStringLiteral("空值");
    default:
        return QStringLiteral("数字");
    }
}

QString lineAndColumn(const QByteArray &text, std::size_t byte) {
    const auto end = std::min<qsizetype>(static_cast<qsizetype>(byte), text.size() + 1);
    const QByteArrayView before = QByteArrayView(text).first(std::max<qsizetype>(end - 1, 0));
    const auto lineStart = before.lastIndexOf('\n') + 1;
    // Columns count characters, not bytes: people look for them in an editor.
    const auto column = QString::fromUtf8(before.sliced(lineStart)).size() + 1;
    return QStringLiteral("第 %1 行第 %2 列").arg(before.count('\n') + 1).arg(column);
}

} // namespace

JsonReader::JsonReader(const json &node, const QString &path, std::optional<JsonProblem> &problem)
    : m_path(path)
    , m_problem(problem) {
    if (node.is_object())
        m_node = &node;
    else if (!m_problem)
        m_problem = JsonProblem{path, QStringLiteral("应为对象 {…}，实际是%1").arg(typeTitle(node)), {}};
}

QString JsonReader::pathOf(const char *name) const {
    const QString member = QString::fromUtf8(name);
    return m_path.isEmpty() ? member : m_path + u'.' + member;
}

void JsonReader::refuse(const char *name, const QString &reason, const QString &found) {
    if (!m_problem)
        m_problem = JsonProblem{pathOf(name), reason, found};
}

bool JsonReader::has(const char *name) const {
    return m_node && m_node->contains(name);
}

bool JsonReader::isText(const char *name) const {
    return has(name) && (*m_node)[name].is_string();
}

const json *JsonReader::take(const char *name) {
    m_known.insert(QString::fromUtf8(name));
    if (!m_node || m_problem)
        return nullptr;
    const auto member = m_node->find(name);
    return member == m_node->end() ? nullptr : &*member;
}

QString JsonReader::text(const char *name, bool required) {
    const json *node = take(name);
    QString text;
    if (node && !node->is_string()) {
        refuse(name, QStringLiteral("应为文字，实际是%1").arg(typeTitle(*node)));
        return {};
    }
    if (node)
        text = QString::fromStdString(node->get_ref<const std::string &>()).trimmed();
    if (required && text.isEmpty())
        refuse(name, QStringLiteral("必须填写"));
    if (text.size() > kLongestText)
        refuse(name, QStringLiteral("文字太长，最多 %1 个字").arg(kLongestText));
    if (std::any_of(text.begin(), text.end(), [](QChar c) { return c.category() == QChar::Other_Control; }))
        refuse(name, QStringLiteral("不能含有换行等控制字符"));
    return text;
}

int JsonReader::integer(const char *name, int standard, int lowest, int highest) {
    const json *node = take(name);
    if (!node)
        return standard;
    const QString range = QStringLiteral("应为 %1 到 %2 的整数").arg(lowest).arg(highest);
    if (!node->is_number_integer()) {
        refuse(name, QStringLiteral("%1，实际是%2").arg(range, typeTitle(*node)));
        return standard;
    }
    // A number above the signed range would wrap when read as qint64.
    const bool tooBig = node->is_number_unsigned() && node->get<quint64>() > quint64(INT32_MAX);
    const qint64 number = tooBig ? qint64(INT32_MAX) + 1 : node->get<qint64>();
    if (number >= lowest && number <= highest)
        return static_cast<int>(number);
    refuse(name, range, QString::fromStdString(node->dump()));
    return standard;
}

Decimal JsonReader::decimal(const char *name, Decimal standard, Decimal lowest, Decimal highest) {
    const json *node = take(name);
    if (!node)
        return standard;
    if (!node->is_number()) {
        refuse(name, QStringLiteral("应为 %1 到 %2 的数，实际是%3")
                         .arg(lowest.text(), highest.text(), typeTitle(*node)));
        return standard;
    }
    // The shortest text of the double is what was written.
    const QString text = QString::fromStdString(node->dump());
    const auto number = Decimal::parse(text, lowest, highest);
    if (number)
        return *number;
    refuse(name, number.error(), text);
    return standard;
}

std::optional<std::size_t> JsonReader::choiceIndex(const char *name, std::span<const Choice> choices) {
    const json *node = take(name);
    if (!node)
        return std::nullopt;
    const QString found =
        node->is_string() ? QString::fromStdString(node->get_ref<const std::string &>()) : typeTitle(*node);
    QStringList keys;
    for (std::size_t i = 0; i < choices.size(); ++i) {
        if (node->is_string() && choices[i].key == found)
            return i;
        keys << choices[i].key;
    }
    refuse(name, QStringLiteral("不认识“%1”，可以写 %2").arg(found.left(40), keys.join(QStringLiteral("、"))),
           found);
    return std::nullopt;
}

JsonReader JsonReader::object(const char *name) {
    static const json kEmpty = json::object();
    const json *node = take(name);
    return JsonReader(node ? *node : kEmpty, pathOf(name), m_problem);
}

const json *JsonReader::array(const char *name) {
    const json *node = take(name);
    if (node && !node->is_array()) {
        refuse(name, QStringLiteral("应为数组 […]，实际是%1").arg(typeTitle(*node)));
        return nullptr;
    }
    return node;
}

std::vector<JsonReader> JsonReader::objects(const char *name, std::size_t most) {
    std::vector<JsonReader> readers;
    const json *node = array(name);
    if (node && node->size() > most)
        refuse(name, QStringLiteral("太多，最多 %1 项").arg(most));
    for (std::size_t i = 0; node && i < node->size() && !m_problem; ++i)
        readers.emplace_back((*node)[i], QStringLiteral("%1[%2]").arg(pathOf(name), QString::number(i)),
                             m_problem);
    return readers;
}

void JsonReader::finish() {
    if (!m_node || m_problem)
        return;
    for (const auto &item : m_node->items()) {
        const QString name = QString::fromStdString(item.key());
        if (!m_known.contains(name)) {
            refuse(item.key().c_str(), QStringLiteral("不认识这一项，请检查拼写或删去"), name);
            return;
        }
    }
}

std::optional<json> parseJson(const QByteArray &text, std::optional<JsonProblem> &problem) {
    std::vector<std::set<std::string>> open; // names seen in each object that is still open
    std::string duplicate;
    bool tooDeep = false;
    const auto watch = [&](int depth, json::parse_event_t event, json &value) {
        tooDeep |= depth > kDeepest;
        if (event == json::parse_event_t::object_start)
            open.emplace_back();
        else if (event == json::parse_event_t::object_end)
            open.pop_back();
        else if (event == json::parse_event_t::key && !open.back().insert(value.get<std::string>()).second)
            duplicate = value.get<std::string>();
        return !tooDeep; // nothing more is kept: a megabyte of brackets costs no memory
    };
    try {
        json document = json::parse(text.begin(), text.end(), watch);
        if (!tooDeep && duplicate.empty())
            return document;
        problem =
            tooDeep
                ? JsonProblem{QString(), QStringLiteral("括号嵌套太深，最多 %1 层").arg(kDeepest), {}}
                : JsonProblem{QString::fromStdString(duplicate), QStringLiteral("同一个对象里写了两次"), {}};
    } catch (const json::parse_error &error) {
        problem = JsonProblem{lineAndColumn(text, error.byte), QStringLiteral("不是合法的 JSON"), {}};
    }
    return std::nullopt;
}

} // namespace yipi::indicators
