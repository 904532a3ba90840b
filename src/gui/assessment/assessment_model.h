// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/assessment_service.h"

#include <QAbstractTableModel>

namespace yipi::gui {

/// What the parts of the page share: the scheme worked out for the scope.
using AssessmentPtr = std::shared_ptr<const services::Assessment>;

/// Zones by group and rank with the score of each item; a group begins with a row that only names it.
class AssessmentModel : public QAbstractTableModel {
    Q_OBJECT

public:
    /// The items of the scheme follow from FirstItem on, bonus and malus after them.
    enum Column { Rank, Name, Total, Change, FirstItem };

    using QAbstractTableModel::QAbstractTableModel;

    void setAssessment(AssessmentPtr assessment);
    int bonusColumn() const { return FirstItem + itemCount(); }
    /// Position of the item shown in a column; −1 for the others.
    int itemAt(int column) const;
    qint64 zoneAt(int row) const; ///< 0 of a heading
    int rowOf(qint64 zone) const; ///< −1 when it is not shown
    bool isHeading(int row) const { return !m_lines[std::size_t(row)].zone; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Line {
        QString heading;
        const indicators::ZoneScore *zone = nullptr; ///< null = a heading
        const indicators::ZoneFigures *figures = nullptr;
        services::AssessmentChange change{};
    };
    int itemCount() const { return m_assessment ? int(m_assessment->scheme.items.size()) : 0; }
    QString text(const Line &line, int column) const;
    QString secondLine(const Line &line, int column) const;
    QVariant color(const Line &line, int column) const;

    AssessmentPtr m_assessment;
    std::vector<Line> m_lines;
};

/// "升 2", "降 1", "持平" or "—".
QString movedText(const services::AssessmentChange &change);
/// "84.62 %", "11 个": the value with its unit.
QString measuredText(const indicators::AssessmentItem &item, const indicators::ItemFigure &figure,
                     const indicators::ItemScore &score);
QString totalText(const indicators::ZoneScore &zone);

} // namespace yipi::gui
