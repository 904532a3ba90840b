// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/ledger/ledger_delegate.h"

#include "gui/ledger/cell_painting.h"
#include "gui/ledger/choice_editor.h"
#include "gui/ledger/grid_zoom.h"
#include "gui/ledger/group_painting.h"
#include "gui/ledger/ledger_table_model.h"
#include "gui/theme.h"
#include "gui/widgets/leaving_keys.h"
#include "gui/widgets/light_glyph.h"

#include <QAbstractItemView>
#include <QKeyEvent>
#include <QLineEdit>

namespace yipi::gui {

namespace {

constexpr int kPadding = 6;

void paintFrame(QPainter *painter, const QRect &rect, const QColor &color) {
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(color, 2, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter->drawRect(rect.adjusted(1, 1, -2, -2));
}

QColor background(const QStyleOptionViewItem &option, const QModelIndex &index, bool isError) {
    const Theme &t = theme();
    const bool isNumber = index.column() == 0;
    if (option.state & QStyle::State_Selected)
        return t.sel;
    const bool isLocked = index.data(LedgerTableModel::IsLockedRole).toBool();
    if (const auto ruled = index.data(LedgerTableModel::ColourRole).value<QColor>();
        ruled.isValid() && !isError && !isNumber)
        return ruled;
    return isError ? t.redt : isNumber || isLocked ? t.hdr : t.surf;
}

QString typedText(const QWidget *editor) {
    if (const auto *combo = qobject_cast<const QComboBox *>(editor))
        return combo->currentText();
    const auto *line = qobject_cast<const QLineEdit *>(editor);
    return line ? line->text() : QString();
}

} // namespace

LedgerDelegate::LedgerDelegate(const services::LedgerService &ledger, const GridZoom &zoom, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_ledger(ledger)
    , m_zoom(zoom) {}

void LedgerDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const {
    const Theme &t = theme();
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const QModelIndex current = view ? view->selectionModel()->currentIndex() : QModelIndex();
    const bool isError = !index.data(LedgerTableModel::ErrorRole).toString().isEmpty();
    const bool isCurrentRowNumber = index.column() == 0 && current.isValid() && current.row() == index.row();
    painter->save();
    painter->setFont(m_zoom.scaled(option.font));
    if (index.data(LedgerTableModel::GroupLevelRole).isValid()) {
        paintGroupCell(painter, option, index);
        if (current == index)
            paintFrame(painter, option.rect, t.ac);
        painter->restore();
        return;
    }
    painter->fillRect(option.rect, isCurrentRowNumber ? t.ac : background(option, index, isError));
    if (index.data(LedgerTableModel::IsMissingRole).toBool() && !(option.state & QStyle::State_Selected))
        paintHatch(painter, option.rect.adjusted(2, 3, -3, -3));

    QRect text = option.rect.adjusted(kPadding, 0, -kPadding, -1);
    const QVariant light = index.data(LedgerTableModel::LightRole);
    if (light.isValid())
        drawLight(*painter, QRectF(option.rect).center(), indicators::Light(light.toInt()));
    const QVariant stage = index.data(LedgerTableModel::StageRole);
    if (stage.isValid()) {
        painter->fillRect(text.left(), option.rect.center().y() - 4, 8, 8, stageColor(Stage(stage.toInt())));
        text.setLeft(text.left() + 13);
    }
    const QString value = index.data().toString();
    const bool isLocked = index.data(LedgerTableModel::IsLockedRole).toBool();
    painter->setPen(isCurrentRowNumber                     ? t.surf
                    : isError                              ? t.red
                    : index.column() == 0 || value == u"—" ? t.t3
                    : isLocked                             ? t.t2
                                                           : t.t1);
    const auto align = index.data(Qt::TextAlignmentRole).value<Qt::Alignment>();
    // Elided numbers would read as other numbers.
    const bool isNumber = index.data(LedgerTableModel::NumberRole).isValid() || index.column() == 0;
    const QString shown =
        painter->fontMetrics().elidedText(value, isNumber ? Qt::ElideLeft : Qt::ElideRight, text.width());
    painter->drawText(index.column() == 0 ? option.rect : text, int(align | Qt::AlignVCenter), shown);

    painter->setPen(t.l1);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    const int x = option.rect.right();
    painter->drawLine(x, option.rect.top(), x, option.rect.bottom());
    if (isError)
        paintFrame(painter, option.rect, t.red);
    else if (current == index && index.column() != 0)
        paintFrame(painter, option.rect, t.ac);
    painter->restore();
}

QStringList LedgerDelegate::choices(const FieldInfo &field) const {
    QStringList list;
    switch (field.type) {
    case FieldType::Flag:
        return {tr("是"), tr("否")};
    case FieldType::Choice:
        for (const Choice &choice : field.choices)
            list.append(choice.title);
        break;
    case FieldType::Reference:
        if (field.target == EntityKind::Zone)
            for (const Zone &zone : m_ledger.zones())
                list.append(zone.name);
        if (field.target == EntityKind::IndustryChain)
            for (const IndustryChain &chain : m_ledger.chains())
                list.append(chain.name);
        break;
    default:
        break;
    }
    return list;
}

QWidget *LedgerDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &,
                                      const QModelIndex &index) const {
    const auto *model = qobject_cast<const LedgerTableModel *>(index.model());
    const FieldInfo *field = model ? model->fieldAt(index.column()) : nullptr;
    if (!field)
        return nullptr;
    const QStringList list = choices(*field);
    QWidget *editor = nullptr;
    if (list.isEmpty()) {
        auto *line = new QLineEdit(parent);
        line->setAlignment(index.data(Qt::TextAlignmentRole).value<Qt::Alignment>());
        line->setFrame(false);
        editor = line;
    } else {
        editor = new ChoiceEditor(list, parent);
    }
    editor->setAccessibleName(field->title);
    editor->setAutoFillBackground(true);
    editor->setFont(m_zoom.scaled(editor->font()));
    Q_EMIT editorOpened(editor, index);
    return editor;
}

void LedgerDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const {
    auto *combo = qobject_cast<QComboBox *>(editor);
    auto *line = combo ? combo->lineEdit() : qobject_cast<QLineEdit *>(editor);
    if (!line || line->isModified()) // the row changed below (its light, its stage); the typing goes on
        return;
    const QString text = index.data(Qt::EditRole).toString();
    if (combo)
        combo->setCurrentText(text);
    else
        line->setText(text);
    line->selectAll(); // what is typed replaces
}

void LedgerDelegate::setModelData(QWidget *editor, QAbstractItemModel *model,
                                  const QModelIndex &index) const {
    model->setData(index, typedText(editor));
}

void LedgerDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                          const QModelIndex &) const {
    QRect rect = option.rect;
    rect.setWidth(std::max(rect.width(), 96)); // room for what is typed into a narrow column
    if (editor->parentWidget())
        rect.moveRight(
            std::min(rect.right(), std::max(option.rect.right(), editor->parentWidget()->width() - 1)));
    editor->setGeometry(rect);
}

bool LedgerDelegate::eventFilter(QObject *object, QEvent *event) {
    auto *editor = qobject_cast<QWidget *>(object);
    if (!editor || event->type() != QEvent::KeyPress)
        return QStyledItemDelegate::eventFilter(object, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (isEnter && key->modifiers() & Qt::ControlModifier) {
        const QString text = typedText(editor);
        Q_EMIT closeEditor(editor, NoHint);
        Q_EMIT spreadRequested(text);
        return true;
    }
    const auto step = cellStepOf(*key);
    if (!step)
        return QStyledItemDelegate::eventFilter(object, event);
    Q_EMIT commitData(editor);
    Q_EMIT closeEditor(editor, NoHint);
    Q_EMIT moveRequested(step->rows, step->columns);
    return true;
}

} // namespace yipi::gui
