// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/assessment/assessment_model.h"
#include "gui/widgets/panel.h"

class QScrollArea;

namespace yipi::gui {

/// How one zone's score is made up: each item with value, calculation and points, then bonus and malus.
class ScoreDetail : public Panel {
    Q_OBJECT

public:
    explicit ScoreDetail(QWidget *parent = nullptr);

    /// `zone` 0 or not assessed: a hint what to do.
    void setScore(const AssessmentPtr &assessment, qint64 zone);

Q_SIGNALS:
    void itemTriggered(int item);

private:
    QWidget *makeItem(const services::Assessment &assessment, const indicators::ZoneScore &zone, int item);
    QWidget *makeBonus(const services::Assessment &assessment, const indicators::ZoneScore &zone);

    QScrollArea *m_scroll;
};

} // namespace yipi::gui
