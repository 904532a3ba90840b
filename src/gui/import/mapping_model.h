// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/import_plan.h"

#include <QAbstractTableModel>

namespace yipi::gui {

/// A field that a column can be assigned to.
struct MappingTarget {
    QString field; ///< key; empty = not imported
    QString title;
};
/// All of them, （不导入） first; behind the built-in ones the ledger's custom fields and ways to make a new
/// one.
std::vector<MappingTarget> mappingTargets(const std::vector<QString> &customFields);

/// How the columns of one sheet are understood; the field can be changed.
class MappingModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Letter, Header, Field, Confidence, Samples, ColumnCount };
    enum Role { ConfidenceRole = Qt::UserRole, FieldKeyRole, IsCertainRole };

    explicit MappingModel(QObject *parent = nullptr);

    /// By their titles.
    void setCustomFields(const std::vector<QString> &titles) { m_targets = mappingTargets(titles); }
    const std::vector<MappingTarget> &targets() const { return m_targets; }
    /// Must outlive the model or its next reset.
    void setSheet(const exchange::SheetPlan *plan);
    int mappedCount() const;
    int uncertainCount() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void mappingRequested(const QString &file, const QString &sheet, int column, const QString &field);

private:
    QString fieldText(const exchange::ColumnMapping &column) const;

    const exchange::SheetPlan *m_plan = nullptr;
    std::vector<MappingTarget> m_targets;
};

} // namespace yipi::gui
