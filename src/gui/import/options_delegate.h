// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace yipi::gui {

/// A list to choose from in a cell: the texts come from the model, the value is the position.
class OptionsDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    /// `optionsRole` gives a QStringList.
    OptionsDelegate(int optionsRole, const QString &accessibleName, QObject *parent = nullptr)
        : QStyledItemDelegate(parent)
        , m_optionsRole(optionsRole)
        , m_accessibleName(accessibleName) {}

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;

private:
    int m_optionsRole;
    QString m_accessibleName;
};

} // namespace yipi::gui
