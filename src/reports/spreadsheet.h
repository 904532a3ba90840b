// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/document.h"

#include <QHash>

struct lxw_format;
struct lxw_workbook;
struct lxw_worksheet;

namespace yipi::reports {

/// Writes a document's parts into a libxlsxwriter workbook. Text always goes in as text, so that a name such
/// as
/// "=1+1" can't become a formula. The workbook is the caller's; errors are collected, see `failure()`.
class Spreadsheet {
public:
    Spreadsheet(lxw_workbook *workbook, const Document &document);

    void writeText();
    void writeTables();
    /// Every figure with its meaning, formula, exact value and rule.
    void writeFigures();

    /// What could not be written; empty = all is there.
    QString failure() const { return m_failure; }

private:
    lxw_worksheet *addSheet(const QString &name);
    void writeTable(const Table &table, const QString &title);
    void writeString(lxw_worksheet *sheet, int row, int column, const QString &text, lxw_format *format);
    static void setHeight(lxw_worksheet *sheet, int row, int lines);
    lxw_format *paragraphFormat(Style style);
    lxw_format *cellFormat(Qt::Alignment alignment, bool bold, const QString &numberFormat = {});
    void check(int lxwError, const QString &where);

    lxw_workbook *m_workbook;
    const Document &m_document;
    QHash<QString, lxw_format *> m_formats;
    QStringList m_sheetNames;
    QString m_failure;
};

} // namespace yipi::reports
