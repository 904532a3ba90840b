// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/row_reader.h"

#include <QHash>

namespace yipi::exchange::detail {

/// Sums of the tables above on the same sheet, by field; "" counts rows. Their last total may sum them all.
using SheetSums = QHash<QString, qint64>;

/// Compares the figures of 合计, 小计 and section rows, and the numbers of projects that they announce, with
/// the rows that they sum. A figure is right when it fits any of the ranges that it may stand for: its
/// section, the rows since the total before, the table, or, for a total above its parts, the rows below.
class SubtotalCheck {
public:
    SubtotalCheck(const Sheet &sheet, const SheetLayout &layout, FindingList &findings, SheetSums &above);

    void addRow(const RowData &data);
    void addHeading(int row, int level, const QString &text); ///< text folded
    void addTotal(int row);
    /// To be called after the last row of the table; adds its sums to those above.
    void tellDifferences();

private:
    struct Figure {
        int column = 0; ///< 0 = a number of projects
        qint64 value = 0;
        qint64 tolerance = 0;       ///< what the decimals that were printed may hide
        qint64 tolerancePerRow = 0; ///< each row was rounded to whole 元 when it was read
        QString text;               ///< as found
    };
    /// A heading or total among the rows.
    struct Mark {
        enum class Kind { Heading, Total } kind = Kind::Heading;
        int row = 0;
        int level = 0;        ///< of a heading
        bool isGrand = false; ///< 合计, 总计, 共计 and not 小计
        std::size_t at = 0;   ///< how many data rows are above
        std::vector<Figure> figures;
    };
    /// Data rows, `last` not included.
    struct Range {
        std::size_t first = 0, last = 0;
    };
    /// Sums of a column down to each row, so that any range is a difference.
    struct ColumnSums {
        int column = 0;
        std::vector<qint64> values{0};
        std::vector<int> unread{0}; ///< cells that can't be read
    };
    struct Sum {
        int rows = 0;
        int firstRow = 0, lastRow = 0;
        qint64 value = 0;
        bool isKnown = true;
    };

    void addFigures(Mark &mark) const;
    std::optional<Figure> figureIn(const SheetColumn &column, int row) const;
    std::vector<Range> rangesOf(std::size_t index) const;
    Range below(std::size_t index) const;
    Sum sumOf(const Range &range, int column) const;
    QString fieldAt(int column) const;
    bool fits(const Figure &figure, const Sum &sum) const;
    void check(std::size_t index, const Figure &figure) const;
    void tell(const Mark &mark, const Figure &figure, const Sum &sum, const QString &where) const;
    static QString rowsText(const Sum &sum);

    const Sheet &m_sheet;
    const SheetLayout &m_layout;
    FindingList &m_findings;
    SheetSums &m_above;
    std::vector<int> m_rows; ///< data rows
    std::vector<ColumnSums> m_sums;
    std::vector<Mark> m_marks;
};

} // namespace yipi::exchange::detail
