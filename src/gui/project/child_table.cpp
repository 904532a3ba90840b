// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/project/child_table.h"

#include "gui/ledger/choice_editor.h"
#include "gui/project/child_table_model.h"
#include "gui/theme.h"
#include "gui/widgets/figure_table.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QPainter>
#include <QResizeEvent>

#include <algorithm>

namespace yipi::gui {
namespace {

constexpr int kChildRowHeight = 26;
constexpr int kFewestChildRows = 3;

/// Paints like the other tables, with a red frame around what was not taken, and edits texts and choices.
class ChildDelegate : public FigureDelegate {
public:
    using FigureDelegate::FigureDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override {
        QStyleOptionViewItem drawn = option;
        drawn.font.setStrikeOut(index.data(Qt::FontRole).value<QFont>().strikeOut());
        FigureDelegate::paint(painter, drawn, index);
        const bool isUntaken = !index.data(ChildTableModel::ReasonRole).toString().isEmpty();
        const bool isCurrent = option.state & QStyle::State_HasFocus;
        if (!isUntaken && !isCurrent)
            return;
        painter->setPen(isUntaken ? theme().red : theme().ac);
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option.rect.adjusted(0, 0, -1, -2));
    }

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &,
                          const QModelIndex &index) const override {
        const QStringList choices = index.data(ChildTableModel::ChoicesRole).toStringList();
        QWidget *editor = nullptr;
        if (choices.isEmpty()) {
            auto *line = new QLineEdit(parent);
            line->setFrame(false);
            editor = line;
        } else {
            editor = new ChoiceEditor(choices, parent);
        }
        editor->setAccessibleName(index.model()->headerData(index.column(), Qt::Horizontal).toString());
        editor->setAutoFillBackground(true);
        return editor;
    }

    void setEditorData(QWidget *editor, const QModelIndex &index) const override {
        if (QLineEdit *line = lineOf(editor); line && !line->isModified()) {
            line->setText(index.data(Qt::EditRole).toString());
            line->selectAll();
        }
    }

    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override {
        if (const QLineEdit *line = lineOf(editor))
            model->setData(index, line->text());
    }

private:
    static QLineEdit *lineOf(QWidget *editor) {
        auto *combo = qobject_cast<QComboBox *>(editor);
        return combo ? combo->lineEdit() : qobject_cast<QLineEdit *>(editor);
    }
};

} // namespace

ChildTable::ChildTable(QAbstractItemModel *model, const QString &accessibleName, int mostRows,
                       QWidget *parent)
    : QTableView(parent)
    , m_mostRows(mostRows) {
    setModel(model);
    setAccessibleName(accessibleName);
    setItemDelegate(new ChildDelegate(this));
    setFrameShape(NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setSelectionMode(SingleSelection);
    setEditTriggers(DoubleClicked | EditKeyPressed | AnyKeyPressed);
    setTabKeyNavigation(false);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(kChildRowHeight);
    verticalHeader()->setDefaultSectionSize(kChildRowHeight);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setMinimumSectionSize(24);
    const auto refit = [this] { updateGeometry(); };
    connect(model, &QAbstractItemModel::modelReset, this, refit);
    connect(model, &QAbstractItemModel::rowsInserted, this, refit);
}

void ChildTable::resizeEvent(QResizeEvent *event) {
    QTableView::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        updateGeometry(); // whether there is a bar below depends on the width
}

void ChildTable::editCell(int row, int column) {
    const QModelIndex cell = model()->index(row, column);
    setCurrentIndex(cell);
    scrollTo(cell);
    setFocus();
    edit(cell);
}

int ChildTable::heightOf(int rows) const {
    const bool isWide = horizontalHeader()->length() > viewport()->width();
    const int bar = isWide ? style()->pixelMetric(QStyle::PM_ScrollBarExtent) : 0;
    return horizontalHeader()->sizeHint().height() + rows * kChildRowHeight + bar + 2;
}

QSize ChildTable::sizeHint() const {
    return {240, heightOf(std::clamp(model()->rowCount(), kFewestChildRows, m_mostRows))};
}

QSize ChildTable::minimumSizeHint() const {
    return {120, heightOf(kFewestChildRows)};
}

} // namespace yipi::gui
