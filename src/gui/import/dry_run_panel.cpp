// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/import/dry_run_panel.h"

#include "gui/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace yipi::gui {

DryRunPanel::DryRunPanel(QWidget *parent)
    : QWidget(parent)
    , m_conflicts(new QLabel(this))
    , m_balance(new QLabel(this))
    , m_investment(new QLabel(this)) {
    const std::array names{tr("新增"), tr("更新"), tr("不变"), tr("跳过"), tr("错误")};
    auto *tiles = new QHBoxLayout;
    tiles->setSpacing(0);
    const auto addTile = [&](const QString &title, QLabel *value) {
        auto *name = new QLabel(title, this);
        name->setProperty("role", QStringLiteral("label"));
        value->setProperty("role", QStringLiteral("headline"));
        value->setAccessibleName(title);
        auto *tile = new QVBoxLayout;
        tile->setContentsMargins(12, 6, 12, 4);
        tile->setSpacing(0);
        tile->addWidget(name);
        tile->addWidget(value);
        tiles->addLayout(tile, 1);
    };
    for (std::size_t i = 0; i < names.size(); ++i) {
        m_values[i] = new QLabel(this);
        addTile(names[i], m_values[i]);
    }
    m_conflicts->setObjectName(QStringLiteral("conflicts"));
    m_conflicts->setToolTip(tr("这些行与台账已有的值不同，在“与台账不同”里逐行决定；已计在前面各数里"));
    addTile(tr("其中冲突"), m_conflicts);
    m_balance->setObjectName(QStringLiteral("balance"));
    m_investment->setProperty("role", QStringLiteral("note"));
    m_investment->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 6);
    column->setSpacing(2);
    column->addLayout(tiles);
    for (QLabel *label : {m_balance, m_investment}) {
        label->setContentsMargins(12, 0, 12, 0);
        column->addWidget(label);
    }
    setPlan(nullptr);
}

void DryRunPanel::setPlan(const exchange::ImportPlan *plan) {
    m_counts = {};
    if (plan) {
        for (const exchange::SheetPlan &sheet : plan->sheets) {
            const std::array parts = sheet.counts();
            for (std::size_t i = 0; i < parts.size(); ++i)
                m_counts.parts[i] += parts[i];
            m_counts.rows += int(sheet.rows.size());
            m_counts.conflicts +=
                int(std::count_if(sheet.rows.begin(), sheet.rows.end(),
                                  [](const exchange::PlannedRow &row) { return row.conflict.has_value(); }));
            m_counts.read += sheet.investmentRead;
            m_counts.stored += sheet.investmentStored;
        }
    }
    for (std::size_t i = 0; i < m_values.size(); ++i)
        m_values[i]->setText(plan ? QString::number(m_counts.parts[i]) : QStringLiteral("—"));
    m_conflicts->setText(plan ? QString::number(m_counts.conflicts) : QStringLiteral("—"));
    const bool isBad = m_counts.parts[std::size_t(exchange::RowVerdict::Rejected)] > 0;
    m_values.back()->setStyleSheet(isBad ? QStringLiteral("color:%1").arg(theme().red.name()) : QString());
    m_balance->setText(plan ? balance() : QString());
    m_investment->setText(investment());
    m_investment->setVisible(!m_investment->text().isEmpty());
}

QString DryRunPanel::balance() const {
    const auto &p = m_counts.parts;
    return tr("%1 行 = %2 新增 + %3 更新 + %4 不变 + %5 跳过 + %6 错误")
        .arg(m_counts.rows)
        .arg(p[0])
        .arg(p[1])
        .arg(p[2])
        .arg(p[3])
        .arg(p[4]);
}

QString DryRunPanel::investment() const {
    if (m_counts.read == 0)
        return {};
    const auto yi = [](qint64 yuan) { return Money::fromYuan(yuan).shortText(MoneyUnit::Yi, 8); };
    return tr("总投资：读到 %1 亿元，写入和已有 %2 亿元").arg(yi(m_counts.read), yi(m_counts.stored));
}

} // namespace yipi::gui
