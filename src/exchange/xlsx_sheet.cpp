// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/xlsx_sheet.h"

#include <QRegularExpression>

#include <charconv>

namespace yipi::exchange::detail {

namespace {

constexpr int kRows = 1'048'576, kColumns = 16'384;

QString fromUtf8(std::string_view text) {
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

/// The whole of `text` as a number; nothing for anything else.
template <class Number>
std::optional<Number> numberFrom(std::string_view text) {
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

bool isSet(std::string_view flag) {
    return flag == "1" || flag == "true";
}

/// "_x000D_" stands for a character that XML can't hold, "_x005F_" for an underscore before such a text.
QString withoutEscapes(const QString &text) {
    static const QRegularExpression kEscape(QStringLiteral("_x([0-9A-Fa-f]{4})_"));
    if (!text.contains(QStringLiteral("_x")))
        return text;
    QString result;
    qsizetype end = 0;
    for (auto it = kEscape.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        result += QStringView(text).mid(end, match.capturedStart() - end);
        result += QChar(char16_t(match.capturedView(1).toUShort(nullptr, 16)));
        end = match.capturedEnd();
    }
    return result + text.mid(end);
}

void append(std::string &text, std::string_view piece) {
    constexpr std::size_t kMostBytes = 4; // of a character
    text.append(piece);
    if (text.size() > kMostBytes * std::size_t(kLongestText))
        throw ReadStopped{ReadStopped::Reason::TooLarge};
}

} // namespace

void XlsxTexts::start(std::string_view name, const XmlAttributes &) {
    m_phonetic += name == "rPh" ? 1 : 0;
    m_isInText = name == "t" && m_phonetic == 0;
    if (name == "si")
        m_text.clear();
}

void XlsxTexts::end(std::string_view name) {
    m_isInText = false;
    m_phonetic -= name == "rPh" ? 1 : 0;
    if (name != "si")
        return;
    m_texts.push_back(withoutEscapes(fromUtf8(m_text)));
    m_budget.spendMemory(sizeof(QString));
    m_budget.spendText(m_texts.back());
}

void XlsxTexts::text(std::string_view piece) {
    if (m_isInText)
        append(m_text, piece);
}

void XlsxSheet::startRow(const XmlAttributes &attributes) {
    const int row = numberFrom<int>(attributes.value("r")).value_or(0);
    m_at = {row > 0 ? row : m_at.row + 1, 0};
    if (isSet(attributes.value("hidden")) && m_at.row <= kRows)
        m_sheet.hideRow(m_at.row);
}

void XlsxSheet::startCell(const XmlAttributes &attributes) {
    ++m_at.column; // cells may leave their address out: then they follow one another
    if (const auto reference = attributes.find("r")) {
        const auto address = cellAddress(*reference);
        if (!address) // beyond the last row or column: its place can't be guessed
            throw ReadStopped{};
        m_at = *address;
    }
    if (m_at.row < 1 || m_at.row > kRows || m_at.column > kColumns)
        throw ReadStopped{};
    const std::string_view type = attributes.value("t");
    m_type = type == "s"                   ? Type::SharedText
             : type == "b"                 ? Type::Flag
             : type == "e"                 ? Type::Error
             : type == "d"                 ? Type::Date
             : type == "inlineStr"         ? Type::InlineText
             : type.empty() || type == "n" ? Type::Number
                                           : Type::Text;
    m_style = numberFrom<int>(attributes.value("s")).value_or(0);
    m_value.clear();
    m_formula.clear();
    m_isInCell = true;
    m_hasFormula = false;
}

void XlsxSheet::start(std::string_view name, const XmlAttributes &attributes) {
    m_target = nullptr;
    if (m_isInItem) {
        m_phonetic += name == "rPh" ? 1 : 0;
        m_target = name == "t" && m_phonetic == 0 ? &m_value : nullptr;
    } else if (m_isInCell) {
        m_hasFormula = m_hasFormula || name == "f"; // the cells of a shared one have an empty element
        m_isInItem = name == "is";
        m_target = name == "v" ? &m_value : name == "f" ? &m_formula : nullptr;
    } else if (name == "c") {
        startCell(attributes);
    } else if (name == "row") {
        startRow(attributes);
    } else if (name == "mergeCell") {
        if (const auto range = cellRange(attributes.value("ref")))
            m_sheet.merge(*range);
    } else if (name == "col" && isSet(attributes.value("hidden"))) {
        const int first = numberFrom<int>(attributes.value("min")).value_or(0);
        const int last = numberFrom<int>(attributes.value("max")).value_or(0);
        m_sheet.hideColumns(std::max(first, 1), std::min(last, kColumns));
    }
}

void XlsxSheet::end(std::string_view name) {
    m_target = nullptr;
    if (m_isInItem) {
        m_phonetic -= name == "rPh" ? 1 : 0;
        if (name == "is") {
            m_isInItem = false;
            m_value = withoutEscapes(fromUtf8(m_value)).toStdString();
        }
    } else if (m_isInCell && name == "c") {
        endCell();
    }
}

void XlsxSheet::text(std::string_view piece) {
    if (m_target)
        append(*m_target, piece);
}

Cell XlsxSheet::cellFromValue() const {
    if (m_value.empty())
        return {};
    if (m_type == Type::SharedText) {
        const auto index = numberFrom<std::size_t>(m_value);
        if (!index || *index >= m_tables.texts.size())
            throw ReadStopped{};
        return textCell(m_tables.texts[*index]);
    }
    if (m_type == Type::Number)
        if (const auto number = numberFrom<double>(m_value)) {
            const bool known = m_style >= 0 && std::size_t(m_style) < m_tables.formats.size();
            return numberCell(*number, known ? m_tables.formats[std::size_t(m_style)] : FormatKind::Plain,
                              m_tables.origin);
        }
    const QString value = fromUtf8(m_value);
    switch (m_type) {
    case Type::Flag:
        return flagCell(value != QStringLiteral("0"));
    case Type::Error:
        return formulaCell(value);
    case Type::Date: {
        const QDate day = QDate::fromString(value.left(10), Qt::ISODate);
        return day.isValid() ? dateCell(day) : textCell(value);
    }
    case Type::Text:
        return textCell(withoutEscapes(value));
    default: // an inline text, unescaped already and never twice; a number that is none
        return textCell(value);
    }
}

void XlsxSheet::endCell() {
    m_isInCell = false;
    // Without a stored result it must not look like an empty cell; the empty text (type str) is a result.
    const bool isUnknown = m_hasFormula && m_value.empty() && m_type != Type::Text;
    m_sheet.put(m_at.row, m_at.column, isUnknown ? formulaCell(u'=' + fromUtf8(m_formula)) : cellFromValue());
}

} // namespace yipi::exchange::detail
