// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/cell_values.h"
#include "exchange/sheet_builder.h"
#include "exchange/xml_events.h"

namespace yipi::exchange::detail {

/// What the cells of a workbook's sheets refer to.
struct XlsxTables {
    std::vector<QString> texts;      ///< shared strings
    std::vector<FormatKind> formats; ///< by cell style
    QDate origin{1899, 12, 30};      ///< the day of serial number 0
};

/// "_x000D_" stands for a character that XML can't hold, "_x005F_" for an underscore before such a text.
QString withoutEscapes(const QString &text);

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
