// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/import_plan.h"

#include <QSet>
#include <QStringList>

#include <algorithm>
#include <vector>

namespace yipi::exchange::detail {

/// Collects findings with their place.
class FindingList {
public:
    FindingList(ImportPlan &plan)
        : m_plan(plan) {}
    void beginFile(const QString &file) { m_file = file; }
    /// `table`: as SheetPlan::table; each table tells its doubts anew.
    void beginSheet(const QString &sheet, int table = 0) {
        m_sheet = sheet;
        m_table = table;
        m_once.clear();
        m_shared.clear();
    }
    void error(const QString &code, int row, int column, const QString &field, const QString &value,
               const QString &message, const QString &suggestion = {}) {
        add(true, code, row, column, field, value, message, suggestion);
    }
    void warning(const QString &code, int row, int column, const QString &field, const QString &value,
                 const QString &message) {
        add(false, code, row, column, field, value, message);
    }
    /// A doubt that whole lists share; `tellShared` tells it once a sheet.
    void share(const QString &code, int row, int column, const QString &field, const QString &message) {
        const auto it = std::find_if(m_shared.begin(), m_shared.end(),
                                     [&](const Shared &shared) { return shared.code == code; });
        if (it == m_shared.end())
            m_shared.push_back({code, column, field, message, {row}});
        else if (it->rows.back() != row) // several months of one row
            it->rows.push_back(row);
    }
    /// Tells at its first row each doubt that was shared, and how many rows it is about.
    void tellShared() {
        for (const Shared &shared : m_shared)
            add(false, shared.code, shared.rows.front(), shared.column, shared.field, {},
                shared.message + rowsText(shared.rows));
        m_shared.clear();
    }
    /// True the first time that it is asked on this sheet.
    bool firstTime(const QString &what) {
        const auto before = m_once.size();
        m_once.insert(what);
        return m_once.size() > before;
    }

private:
    struct Shared {
        QString code;
        int column = 0;
        QString field, message;
        std::vector<int> rows;
    };

    /// "（共 812 行：第 5、6、7、8、9 行等）"; empty for a single row, which the place names already.
    static QString rowsText(const std::vector<int> &rows) {
        constexpr std::size_t kNamed = 5;
        if (rows.size() < 2)
            return {};
        QStringList named;
        for (std::size_t i = 0; i < std::min(rows.size(), kNamed); ++i)
            named << QString::number(rows[i]);
        return QStringLiteral("（共 %1 行：第 %2 行%3）")
            .arg(rows.size())
            .arg(named.join(u'、'), rows.size() > kNamed ? QStringLiteral("等") : QString());
    }

    void add(bool isError, const QString &code, int row, int column, const QString &field,
             const QString &value, const QString &message, const QString &suggestion = {}) {
        m_plan.findings.append(Finding{isError, m_table, code, Place{m_file, m_sheet, row, column, field},
                                       value, message, suggestion});
        ++(isError ? m_plan.errorCount : m_plan.warningCount);
    }

    ImportPlan &m_plan;
    QString m_file, m_sheet;
    int m_table = 0;
    QSet<QString> m_once;
    std::vector<Shared> m_shared;
};

} // namespace yipi::exchange::detail
