// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/import_plan.h"

#include <QWidget>

#include <array>

class QLabel;

namespace yipi::gui {

/// What an import would do, as counts that add up to the rows of the file.
class DryRunPanel : public QWidget {
    Q_OBJECT

public:
    explicit DryRunPanel(QWidget *parent = nullptr);

    /// Null empties it.
    void setPlan(const exchange::ImportPlan *plan);
    /// "14 行 = 1 新增 + 8 更新 + 3 不变 + 2 跳过 + 0 错误".
    QString balance() const;
    /// "总投资：读到 53.42 亿元，将写入 53.42 亿元"; empty without amounts.
    QString investment() const;

private:
    struct Counts {
        int rows = 0;
        std::array<int, 5> parts{};  ///< in the order of RowVerdict
        int conflicts = 0;           ///< rows that change or would change what the ledger has
        qint64 read = 0, stored = 0; ///< 元
    };

    Counts m_counts;
    std::array<QLabel *, 5> m_values{};
    QLabel *m_conflicts;
    QLabel *m_balance;
    QLabel *m_investment;
};

} // namespace yipi::gui
