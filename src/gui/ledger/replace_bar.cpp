// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/ledger/replace_bar.h"

#include "gui/ledger/cell_block.h"
#include "gui/ledger/column_arrangement.h"
#include "gui/ledger/ledger_view.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>

namespace yipi::gui {

namespace {

constexpr int kListHeight = 132; ///< six lines

enum class Columns { All, Selected };

} // namespace

ReplaceBar::ReplaceBar(LedgerView &view, QWidget *parent)
    : QFrame(parent)
    , m_view(view)
    , m_search(new CellSearch(*view.ledgerModel(), this))
    , m_find(new QLineEdit(this))
    , m_with(new QLineEdit(this))
    , m_columns(new QComboBox(this))
    , m_wholeCell(new QCheckBox(tr("整格匹配"), this))
    , m_look(new QPushButton(tr("查找"), this))
    , m_replace(new QPushButton(this))
    , m_state(new QLabel(this))
    , m_list(new QListWidget(this)) {
    setProperty("strip", QStringLiteral("info"));
    setAccessibleName(tr("查找和替换"));
    buildRow();
    connect(m_find, &QLineEdit::textChanged, this, &ReplaceBar::clearFound);
    connect(m_with, &QLineEdit::textChanged, this, &ReplaceBar::clearFound);
    connect(m_columns, &QComboBox::currentIndexChanged, this, &ReplaceBar::clearFound);
    connect(m_wholeCell, &QCheckBox::toggled, this, &ReplaceBar::clearFound);
    connect(m_find, &QLineEdit::returnPressed, this, &ReplaceBar::look);
    connect(m_with, &QLineEdit::returnPressed, this, &ReplaceBar::look);
    connect(m_look, &QPushButton::clicked, this,
            [this] { m_search->isRunning() ? m_search->stop() : look(); });
    connect(m_replace, &QPushButton::clicked, this, &ReplaceBar::replace);
    connect(m_list, &QListWidget::itemChanged, this, &ReplaceBar::showCount);
    connect(m_search, &CellSearch::progressed, this,
            [this](int permille) { m_state->setText(tr("正在查找… %1%").arg(permille / 10)); });
    connect(m_search, &CellSearch::finished, this, &ReplaceBar::showFound);
    connect(view.ledgerModel(), &QAbstractItemModel::modelReset, this, &ReplaceBar::clearFound);
    clearFound();
    hide();
}

void ReplaceBar::buildRow() {
    m_find->setObjectName(QStringLiteral("replaceFind"));
    m_find->setPlaceholderText(tr("查找内容"));
    m_with->setObjectName(QStringLiteral("replaceWith"));
    m_with->setPlaceholderText(tr("替换为"));
    m_columns->setObjectName(QStringLiteral("replaceColumns"));
    m_columns->setAccessibleName(tr("在哪些列中查找"));
    m_columns->addItem(tr("显示的全部列"), int(Columns::All));
    m_columns->addItem(tr("选中的列"), int(Columns::Selected));
    m_wholeCell->setObjectName(QStringLiteral("replaceWhole"));
    m_look->setObjectName(QStringLiteral("replaceLook"));
    m_replace->setObjectName(QStringLiteral("replaceReplace"));
    m_replace->setProperty("role", QStringLiteral("primary"));
    m_state->setObjectName(QStringLiteral("replaceState"));
    m_list->setObjectName(QStringLiteral("replaceList"));
    m_list->setAccessibleName(tr("找到的单元格"));
    m_list->setUniformItemSizes(true);
    m_list->setFixedHeight(kListHeight);
    auto *leave = new QPushButton(tr("关闭"), this);
    connect(leave, &QPushButton::clicked, this, &ReplaceBar::close);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    for (QWidget *part :
         std::initializer_list<QWidget *>{m_find, m_with, m_columns, m_wholeCell, m_look, m_replace, leave})
        row->addWidget(part);
    row->addWidget(m_state, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(10, 4, 10, 4);
    column->setSpacing(4);
    column->addLayout(row);
    column->addWidget(m_list);
}

void ReplaceBar::open() {
    show();
    m_find->setFocus();
    m_find->selectAll();
}

void ReplaceBar::clearFound() {
    m_search->stop();
    const QSignalBlocker blocker(m_list);
    m_list->clear();
    m_list->hide();
    m_state->clear();
    m_look->setText(tr("查找"));
    m_look->setEnabled(!m_find->text().isEmpty());
    showCount();
}

void ReplaceBar::look() {
    if (m_find->text().isEmpty())
        return;
    clearFound();
    const bool isSelection = m_columns->currentData().toInt() == int(Columns::Selected);
    m_look->setText(tr("停止"));
    m_search->start({m_find->text(), m_with->text(), m_wholeCell->isChecked(),
                     isSelection ? selectedBlock(m_view).columns : m_view.arrangement()->visibleColumns()});
}

void ReplaceBar::showFound(bool isWhole) {
    const auto &found = m_search->found();
    m_look->setText(tr("查找"));
    {
        const QSignalBlocker blocker(m_list);
        for (const FoundCell &cell : found) {
            auto *item = new QListWidgetItem(tr("第 %1 行　%2：%3 → %4")
                                                 .arg(QString::number(cell.row + 1),
                                                      m_view.ledgerModel()->columns().at(cell.column).title,
                                                      cell.before.simplified(), cell.after.simplified()),
                                             m_list);
            item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
            item->setCheckState(Qt::Checked);
        }
    }
    m_list->setVisible(!found.empty());
    m_state->setText(isWhole ? tr("找到 %1 处").arg(found.size())
                             : tr("只找到前 %1 处，后面的没有查").arg(found.size()));
    showCount();
}

bool ReplaceBar::isTicked(int at) const {
    return m_list->item(at)->checkState() == Qt::Checked;
}

void ReplaceBar::showCount() {
    int ticked = 0;
    for (int i = 0; i < m_list->count(); ++i)
        ticked += isTicked(i) ? 1 : 0;
    m_replace->setText(tr("替换 %1 处").arg(ticked));
    m_replace->setEnabled(ticked > 0);
}

void ReplaceBar::replace() {
    std::vector<services::TypedCell> cells;
    for (int i = 0; i < m_list->count(); ++i) {
        const FoundCell &cell = m_search->found()[std::size_t(i)];
        if (isTicked(i))
            cells.push_back(
                {cell.project, m_view.ledgerModel()->columns().at(cell.column).field, cell.after});
    }
    clearFound();
    Q_EMIT replaceRequested(cells);
}

void ReplaceBar::close() {
    clearFound();
    hide();
    Q_EMIT closed();
}

void ReplaceBar::leaveOrStop() {
    if (m_search->isRunning())
        m_search->stop();
    else
        close();
}

void ReplaceBar::keyPressEvent(QKeyEvent *event) {
    if (event->key() == Qt::Key_Escape)
        leaveOrStop();
    else
        QFrame::keyPressEvent(event);
}

} // namespace yipi::gui
