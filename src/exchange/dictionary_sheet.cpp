// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/dictionary_sheet.h"

namespace yipi::exchange::detail {

DictionarySheet::DictionarySheet(const ExportData &data) {
    List zones{EntityKind::Zone, QStringLiteral("开发区"), {}};
    for (const Zone &zone : data.zones)
        zones.names << zone.name;
    List chains{EntityKind::IndustryChain, QStringLiteral("产业链"), {}};
    for (const IndustryChain &chain : data.chains)
        chains.names << chain.name;
    List campaigns{EntityKind::Campaign, QStringLiteral("活动期次"), {}};
    for (const Campaign &campaign : data.campaigns)
        campaigns.names << campaign.key().text();
    m_lists = {zones, chains, campaigns};
}

void DictionarySheet::offer(XlsxBook &book, const FieldInfo &field, int column, int firstRow,
                            int lastRow) const {
    if (field.type == FieldType::Flag)
        return book.offerChoices(column, firstRow, lastRow,
                                 QStringList{QStringLiteral("是"), QStringLiteral("否")});
    if (field.type == FieldType::Choice) {
        QStringList titles;
        for (const Choice &choice : field.choices)
            titles << choice.title;
        return book.offerChoices(column, firstRow, lastRow, titles);
    }
    if (field.type != FieldType::Reference)
        return;
    for (std::size_t i = 0; i < m_lists.size(); ++i)
        if (m_lists[i].kind == field.target && !m_lists[i].names.isEmpty())
            book.offerChoices(column, firstRow, lastRow,
                              QStringLiteral("=字典!$%1$2:$%1$%2")
                                  .arg(columnLetters(int(i) + 1))
                                  .arg(m_lists[i].names.size() + 1));
}

void DictionarySheet::write(XlsxBook &book) const {
    book.beginSheet(QStringLiteral("字典"));
    qsizetype longest = 0;
    for (const List &list : m_lists)
        longest = std::max(longest, list.names.size());
    for (qsizetype row = 0; row <= longest; ++row)
        for (std::size_t i = 0; i < m_lists.size(); ++i) {
            const List &list = m_lists[i];
            if (row == 0)
                book.text(1, int(i) + 1, list.header, CellStyle::Header);
            else if (row <= list.names.size())
                book.text(int(row) + 1, int(i) + 1, list.names[row - 1]);
        }
    book.hideSheet();
}

} // namespace yipi::exchange::detail
