// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/import/import_file.h"
#include "services/ledger_service.h"

#include <QAbstractTableModel>

namespace yipi::gui {

/// The rows that a person has to decide about: those that may be a project of the ledger under another name,
/// and those that would change what the ledger has. Only the first 200 are listed.
class RowChoiceModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Place, Name, Case, Choice, ColumnCount };
    /// Of Choice: the texts to choose from.
    static constexpr int kOptionsRole = Qt::UserRole + 1;
    static constexpr int kListed = 200;

    explicit RowChoiceModel(const services::LedgerService &ledger, QObject *parent = nullptr)
        : QAbstractTableModel(parent)
        , m_ledger(ledger) {}

    /// `plan` must outlive the model or its next reset; null empties it.
    void setPlan(const std::vector<ImportFile> *files, const exchange::ImportPlan *plan,
                 exchange::ImportOptions::OnConflict onConflict);
    int doubtCount() const { return m_doubts; }
    int conflictCount() const { return m_conflicts; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    /// Of Choice: the position of the option.
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

Q_SIGNALS:
    void chosen(const QString &file, const QString &sheet, int row,
                const std::optional<exchange::RowChoice> &choice);

private:
    struct Option {
        QString text;
        std::optional<exchange::RowChoice> choice; ///< none = as the options of the import say
    };
    struct Line {
        const exchange::SheetPlan *sheet = nullptr;
        const exchange::PlannedRow *row = nullptr;
        std::vector<Option> options;
        std::size_t chosen = 0;
        QString about;
    };
    Line doubtLine(const exchange::SheetPlan &sheet, const exchange::PlannedRow &row,
                   const exchange::RowChoices &choices) const;
    Line conflictLine(const exchange::SheetPlan &sheet, const exchange::PlannedRow &row,
                      const exchange::RowChoices &choices,
                      exchange::ImportOptions::OnConflict onConflict) const;
    static void preselect(Line &line, const exchange::RowChoices &choices);
    QString aboutText(const exchange::PlannedRow &row) const;
    bool isNamedOtherwise(qint64 id, const QString &name) const;
    QString projectText(qint64 id) const;

    const services::LedgerService &m_ledger;
    std::vector<Line> m_lines;
    bool m_hasSeveralFiles = false;
    int m_doubts = 0, m_conflicts = 0;
};

} // namespace yipi::gui
