// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/ledger/selection_summary.h"

#include "gui/ledger/ledger_table_model.h"

#include <QCoreApplication>

namespace yipi::gui {

namespace {

constexpr qint64 kSumLimit = 5000;

QString text(const char *source) {
    return QCoreApplication::translate("LedgerPage", source);
}

struct Sum {
    Int128 value = 0;
    qint64 count = 0;
    const FieldInfo *field = nullptr;
    bool isMixed = false;
};

void add(Sum &sum, const LedgerTableModel &model, const QModelIndex &index) {
    const QVariant number = index.data(LedgerTableModel::NumberRole);
    if (!number.isValid())
        return;
    const FieldInfo *field = model.fieldAt(index.column());
    sum.isMixed =
        sum.isMixed || (sum.field && (sum.field->type != field->type || sum.field->unit != field->unit));
    sum.field = field;
    sum.value += number.toLongLong();
    ++sum.count;
}

/// `value` ÷ `count` in the unit of the field.
QString shown(const Sum &sum, MoneyUnit unit, qint64 count) {
    switch (sum.field->type) {
    case FieldType::Money:
        return fixedPoint(sum.value, Int128(yuanPer(unit)) * count, 2, Rounding::HalfUp) + u' ' + title(unit);
    case FieldType::Quantity:
        return fixedPoint(sum.value, Int128(100) * count, 2, Rounding::HalfUp) + u' ' + sum.field->unit;
    default:
        return fixedPoint(sum.value, count, count == 1 ? 0 : 2, Rounding::HalfUp) + u' ' + sum.field->unit;
    }
}

} // namespace

QString selectionSummary(const LedgerTableModel &model, const QItemSelection &selection) {
    qint64 cells = 0;
    for (const QItemSelectionRange &range : selection)
        cells += qint64(range.width()) * range.height();
    if (cells < 2)
        return {};
    const QString counted = text("计数 %1").arg(cells);
    if (cells > kSumLimit)
        return counted;
    Sum sum;
    for (const QItemSelectionRange &range : selection)
        for (const QModelIndex &index : range.indexes())
            add(sum, model, index);
    if (sum.count == 0 || sum.isMixed)
        return counted;
    return text("计数 %1　求和 %2　平均 %3")
        .arg(QString::number(sum.count), shown(sum, model.moneyUnit(), 1),
             shown(sum, model.moneyUnit(), sum.count));
}

} // namespace yipi::gui
