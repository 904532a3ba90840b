// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/campaign_lists.h"

#include <QAbstractTableModel>

namespace yipi::gui {

/// One list of a campaign: the declared figures beside the present ones. An edited declared figure is a draft
/// until the reason is known.
class CampaignListModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column {
        Code,
        Name,
        ZoneName,
        StageNow,
        DeclaredInvestment,
        CurrentInvestment,
        InvestmentDifference,
        DeclaredOutput,
        CurrentOutput,
        OutputDifference,
        ColumnCount,
    };
    struct Draft {
        qint64 entry = 0;
        Column column = DeclaredInvestment;
        QString text;
    };

    explicit CampaignListModel(const services::LedgerService &ledger, QObject *parent = nullptr);

    /// The same entries again are changed in place.
    void setRows(std::vector<services::ListedProject> rows);
    const std::vector<services::ListedProject> &rows() const { return m_rows; }
    const std::optional<Draft> &draft() const { return m_draft; }
    void discardDraft();
    /// 修改“某某”的申报投资 100.00 → 120
    QString draftText() const;
    static QString fieldKey(Column column); ///< of a declared figure; empty = can't be edited

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void reasonNeeded();

private:
    QString shown(const services::ListedProject &row, Column column) const;

    const services::LedgerService &m_ledger;
    std::vector<services::ListedProject> m_rows;
    std::optional<Draft> m_draft;
    bool m_isLocked;
};

} // namespace yipi::gui
