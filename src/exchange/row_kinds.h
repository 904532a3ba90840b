// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/section_words.h"
#include "exchange/sheet_layout.h"

#include <QHash>
#include <QSet>

namespace yipi::exchange::detail {

/// Vertical merged cells of the data rows.
class MergedCells {
public:
    MergedCells(const Sheet &sheet, int fromRow);
    /// First row of the merged range that covers the cell; `row` itself when it is not merged.
    int topRow(int row, int column) const { return m_top.value(quint64(row) << 16 | quint64(column), row); }
    /// Last row of the range that begins at the cell.
    int bottomRow(int row, int column) const {
        return m_bottom.value(quint64(row) << 16 | quint64(column), row);
    }
    bool isWide(int row) const {
        return m_wideRows.contains(row);
    } ///< a range over three columns and more begins here

private:
    QHash<quint64, int> m_top;
    QHash<quint64, int> m_bottom;
    QHash<int, bool> m_wideRows;
};

/// Tells data rows from the others below the header and follows the section headings.
class RowKinds {
public:
    RowKinds(const Sheet &sheet, const SheetLayout &layout, const ZoneIndex &zones,
             const MergedCells &merged);

    /// Why a row is not data (IgnoredRow::reason); empty for a data row. To be asked row by row from the top.
    QString reasonToIgnore(int row);
    SectionWords section() const { return m_headings.words(); }
    int headingLevel() const { return m_headingLevel; }          ///< of the last heading
    const QString &headingText() const { return m_headingText; } ///< folded
    QString rowText(int row) const;                              ///< for the list of ignored rows

private:
    bool isRepeatedHeader(int row) const;
    bool isSection(int row, const QString &first, const QString &name, int filled) const;

    const Sheet &m_sheet;
    const SheetLayout &m_layout;
    const ZoneIndex &m_zones;
    const MergedCells &m_merged;
    std::vector<QHash<int, QString>> m_headerTexts; ///< by header row: column → folded text
    QSet<QString> m_allHeaderTexts;
    std::vector<bool> m_isReadColumn; ///< by column from 1
    int m_nameColumn = 0;
    std::vector<int> m_identityColumns; ///< zone, investor, code: a heading has none of them
    QSet<QString> m_titleTexts;         ///< folded lines above the header
    SectionHeadings m_headings;
    int m_headingLevel = 0;
    QString m_headingText;
};

} // namespace yipi::exchange::detail
