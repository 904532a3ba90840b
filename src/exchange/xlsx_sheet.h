// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/cell_values.h"
#include "exchange/sheet_builder.h"
#include "exchange/xml_events.h"

#include <deque>

namespace yipi::exchange::detail {

/// What the cells of a workbook's sheets refer to.
struct XlsxTables {
    std::deque<QString> texts;       ///< shared strings; a vector would need thrice the room while it grows
    std::vector<FormatKind> formats; ///< by cell style
    QDate origin{1899, 12, 30};      ///< the day of serial number 0
};

/// Takes the XML of the shared strings: each plain or in runs, without phonetic hints.
class XlsxTexts : public XmlHandler {
public:
    XlsxTexts(std::deque<QString> &texts, ReadBudget &budget)
        : m_texts(texts)
        , m_budget(budget) {}
    void start(std::string_view name, const XmlAttributes &attributes) override;
    void end(std::string_view name) override;
    void text(std::string_view piece) override;

private:
    std::deque<QString> &m_texts;
    ReadBudget &m_budget;
    std::string m_text;
    int m_phonetic = 0; ///< depth inside phonetic hints
    bool m_isInText = false;
};

/// Takes the XML of one sheet.
class XlsxSheet : public XmlHandler {
public:
    XlsxSheet(const XlsxTables &tables, SheetBuilder &sheet)
        : m_tables(tables)
        , m_sheet(sheet) {}
    void start(std::string_view name, const XmlAttributes &attributes) override;
    void end(std::string_view name) override;
    void text(std::string_view piece) override;

private:
    enum class Type { Number, SharedText, Flag, Error, Date, InlineText, Text };

    void startRow(const XmlAttributes &attributes);
    void startCell(const XmlAttributes &attributes);
    void endCell();
    Cell cellFromValue() const;

    const XlsxTables &m_tables;
    SheetBuilder &m_sheet;
    CellAddress m_at;
    Type m_type = Type::Number;
    int m_style = 0;
    bool m_isInCell = false, m_isInItem = false, m_hasFormula = false;
    int m_phonetic = 0;              ///< depth inside phonetic hints
    std::string *m_target = nullptr; ///< where the text that comes belongs
    std::string m_value, m_formula;
};

} // namespace yipi::exchange::detail
