// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/project/child_panel.h"

#include "gui/ledger/empty_state.h"
#include "gui/theme.h"
#include "gui/widgets/strip_message.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace yipi::gui {

ChildPanel::ChildPanel(const QString &title, ChildTableModel *model, int mostRows,
                       const std::vector<int> &widths, QWidget *parent)
    : Panel(title, parent)
    , m_model(model)
    , m_strip(new StripMessage(this))
    , m_table(new ChildTable(model, title, mostRows, this))
    , m_empty(new EmptyState(this)) {
    model->setParent(this);
    for (std::size_t column = 0; column < widths.size(); ++column)
        m_table->setColumnWidth(int(column), widths[column]);
    body()->addWidget(m_strip);
    body()->addWidget(m_table);
    body()->addWidget(m_empty);
    m_empty->setMinimumHeight(64);
    connect(model, &ChildTableModel::rejected, m_strip, &StripMessage::showError);
    connect(model, &ChildTableModel::incomplete, this, [this](const QString &field) {
        m_strip->showMessage(StripMessage::Kind::Info, tr("填了“%1”才写入台账").arg(field));
    });
    connect(model, &QAbstractItemModel::dataChanged, this, &ChildPanel::showContent);
    connect(model, &QAbstractItemModel::modelReset, this, &ChildPanel::showContent);
    connect(model, &QAbstractItemModel::rowsInserted, this, &ChildPanel::showContent);
    showContent();
}

void ChildPanel::setAdding(const QString &text, const QString &emptyText, bool isWritable,
                           std::function<void()> add) {
    m_empty->setText(emptyText);
    if (!isWritable)
        return;
    m_empty->addAction(text, add);
    auto *button = new QPushButton(icon(QStringLiteral("plus")), text, this);
    button->setProperty("role", QStringLiteral("small"));
    button->setObjectName(QStringLiteral("add"));
    connect(button, &QPushButton::clicked, this, add);
    addToHeader(button);
}

void ChildPanel::setRows(std::vector<Record> rows, bool isSame) {
    if (isSame) {
        m_model->refreshRows(std::move(rows));
        return;
    }
    m_strip->clear();
    m_model->showRows(std::move(rows));
}

void ChildPanel::addRow(Record blank, const QString &key) {
    m_table->editCell(m_model->startRow(std::move(blank)), m_model->columnOf(key));
}

void ChildPanel::showContent() {
    const bool isEmpty = m_model->rowCount() == 0;
    m_empty->setVisible(isEmpty);
    m_table->setVisible(!isEmpty);
}

} // namespace yipi::gui
