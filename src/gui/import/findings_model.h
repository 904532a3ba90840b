// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/import_plan.h"

#include <QAbstractTableModel>

namespace yipi::gui {

/// The findings of an import, errors first; only the first 200 are listed, the counts are of all. What is
/// typed behind a finding is asked for as a fix of its cell.
class FindingsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Mark, Sheet, Cell, Value, Fix, Alike, Message, ColumnCount };
    static constexpr int kListed = 200;

    using QAbstractTableModel::QAbstractTableModel;

    /// Must outlive the model or its next reset.
    /// With several files each finding names its own.
    void setFindings(const QList<exchange::Finding> *findings, bool hasSeveralFiles = false);
    const exchange::Finding *finding(int row) const;
    /// Of all findings, listed or not: where something is suggested, and what.
    std::vector<std::pair<Place, QString>> suggestions() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

Q_SIGNALS:
    void fixRequested(const yipi::Place &place, const QString &text);

private:
    static bool canFix(const exchange::Finding &finding);
    static QString kindOf(const exchange::Finding &finding);

    QString placeText(const Place &place) const;

    const QList<exchange::Finding> *m_all = nullptr;
    bool m_hasSeveralFiles = false;
    std::vector<const exchange::Finding *> m_listed;
    QHash<QString, int> m_alike; ///< by kind
};

} // namespace yipi::gui
