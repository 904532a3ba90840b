// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/explanation/project_names.h"

#include <QAbstractTableModel>

namespace yipi::gui {

/// The entries behind a rate: code, project, zone, campaign, what it adds, why. Names are read from the
/// ledger in blocks as rows come into view, so that a denominator of a million rows opens at once.
class ExplanationModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Code, Name, ZoneName, CampaignName, Adds, Why, ColumnCount };

    explicit ExplanationModel(QObject *parent = nullptr)
        : QAbstractTableModel(parent) {}

    void setExplanation(const Workspace *workspace, const indicators::Explanation *explanation);
    /// Shows one part, narrowed to projects whose code, name or investor contains `text`.
    void show(RowsOf part, const QString &text);
    /// Number of entries of a part, whatever is shown.
    int count(RowsOf part) const;
    /// Projects of the shown rows in their order, each once.
    std::vector<qint64> projectIds() const;
    qint64 projectId(int row) const { return m_rows[std::size_t(row)]->projectId; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    static bool belongs(RowsOf part, const indicators::ExplainedEntry &entry);
    QString text(const indicators::ExplainedEntry &entry, int row, int column) const;
    const ProjectNames::Named &named(int row) const;

    const Workspace *m_workspace = nullptr;
    const indicators::Explanation *m_explanation = nullptr;
    std::vector<const indicators::ExplainedEntry *> m_rows;
    ProjectNames m_names;
};

} // namespace yipi::gui
