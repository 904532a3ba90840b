// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/import_plan.h"

#include <QSet>

namespace yipi::exchange::detail {

/// Collects findings with their place.
class FindingList {
public:
    FindingList(ImportPlan &plan)
        : m_plan(plan) {}
    void beginSheet(const QString &sheet) {
        m_sheet = sheet;
        m_once.clear();
    }
    void error(const QString &code, int row, int column, const QString &field, const QString &value,
               const QString &message) {
        add(true, code, row, column, field, value, message);
    }
    void warning(const QString &code, int row, int column, const QString &field, const QString &value,
                 const QString &message) {
        add(false, code, row, column, field, value, message);
    }
    /// True the first time that it is asked on this sheet.
    bool firstTime(const QString &what) {
        const auto before = m_once.size();
        m_once.insert(what);
        return m_once.size() > before;
    }

private:
    void add(bool isError, const QString &code, int row, int column, const QString &field,
             const QString &value, const QString &message) {
        m_plan.findings.append(
            Finding{isError, code, Place{m_plan.file, m_sheet, row, column, field}, value, message});
        ++(isError ? m_plan.errorCount : m_plan.warningCount);
    }

    ImportPlan &m_plan;
    QString m_sheet;
    QSet<QString> m_once;
};

} // namespace yipi::exchange::detail
