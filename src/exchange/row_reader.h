// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/text_parsing.h"
#include "exchange/finding_list.h"
#include "exchange/row_kinds.h"
#include "exchange/sheet_layout.h"

#include <algorithm>

namespace yipi::exchange::detail {

/// A value for a month's report; the month may have to be settled later.
struct ProgressValue {
    std::optional<Month> month;
    int field = 0;
    int column = 0;
    Value value;
    int year = 0; ///< that the header names; 0 = none, or with a month
};

/// A figure as it stands in a column: 元 of money, else pieces.
struct ColumnAmount {
    int column = 0;
    qint64 value = 0;
};

/// 未开工 in a column of dates.
struct DeniedEvent {
    int field = 0; ///< of the project
    QString text;
};

/// What one data row (or several rows of one merged project) says.
struct RowData {
    int row = 0;
    std::vector<int> errorColumns; ///< columns whose cell can't be read
    QString uid, code, name;
    QString zone, investor, chain, campaign, batch;          ///< texts of other records
    std::vector<std::pair<int, Value>> project;              ///< field and value; without references
    std::vector<std::pair<int, Value>> custom;               ///< place among CustomFields and value
    std::optional<Money> investment;                         ///< total, as read
    std::optional<Money> output;                             ///< expected, as read
    std::optional<Money> declaredInvestment, declaredOutput; ///< from columns of their own
    std::vector<DeniedEvent> denied;                         ///< events that the row says have not happened
    std::optional<Month> month;                              ///< from a month column
    QDate heldOn;                                            ///< of the campaign, from a column
    std::vector<ProgressValue> progress;
    std::vector<ProgressValue> outputSums; ///< since January; only differences are kept
    std::vector<ColumnAmount> amounts;     ///< of all money and whole-number columns
    QStringList appended;                  ///< "列名：值" of columns kept in the remarks

    bool denies(int field) const {
        return std::any_of(denied.begin(), denied.end(),
                           [field](const DeniedEvent &event) { return event.field == field; });
    }
    bool hasErrorAt(int column) const {
        return std::find(errorColumns.begin(), errorColumns.end(), column) != errorColumns.end();
    }
};

/// Reads the cells of data rows as values of their fields; what can't be read becomes a finding, never a 0.
class RowReader {
public:
    RowReader(const Sheet &sheet, const SheetLayout &layout, const MergedCells &merged,
              FindingList &findings);

    /// Last row of the project that begins in `row`: the end of its merged name cell.
    int lastRow(int row) const;
    RowData read(int row);

private:
    struct Found {
        QString text;
        Cell::Kind kind = Cell::Kind::Empty;
        int row = 0;
    };
    std::optional<Found> cellText(const SheetColumn &column, int first, int last, RowData &data);
    void readCell(const SheetColumn &column, const Found &found, RowData &data);
    void store(const SheetColumn &column, const Found &found, const Value &value, RowData &data);
    Parsed<Value> parse(const SheetColumn &column, const Found &found, RowData &data);
    Parsed<Value> parseMoneyCell(const SheetColumn &column, const Found &found, RowData &data);
    bool readEventWord(const SheetColumn &column, const Found &found, RowData &data);
    bool isPlaceholder(const SheetColumn &column, const Found &found);
    void readName(const Found &found, RowData &data);
    bool splitResponsible(const SheetColumn &column, const QString &text, RowData &data);
    bool splitContact(const SheetColumn &column, const QString &text, RowData &data);
    void error(const QString &code, const SheetColumn &column, const Found &found, const QString &message,
               RowData &data);

    const Sheet &m_sheet;
    const SheetLayout &m_layout;
    const MergedCells &m_merged;
    FindingList &m_findings;
    int m_nameColumn = 0;
};

} // namespace yipi::exchange::detail
