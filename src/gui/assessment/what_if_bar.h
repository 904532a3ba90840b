// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/assessment/assessment_model.h"

#include <QFrame>

class QComboBox;
class QLabel;
class QSpinBox;
class QTimer;

namespace yipi::gui {

class BackgroundTask;
class ElidedLabel;

/// 假设: a few projects more for one zone, and what becomes of its score and rank.
class WhatIfBar : public QFrame {
    Q_OBJECT

public:
    explicit WhatIfBar(QWidget *parent = nullptr);

    void setAssessment(const AssessmentPtr &assessment);
    void setZone(qint64 zone);

Q_SIGNALS:
    void zoneChosen(qint64 zone); ///< by the user, in the list

private:
    qint64 zone() const;
    void showOutcome();
    void showResult(const char *role, const QString &text);
    void findLeast();

    AssessmentPtr m_assessment;
    QComboBox *m_zone;
    QSpinBox *m_started, *m_produced, *m_attained;
    ElidedLabel *m_result;
    ElidedLabel *m_least;
    QTimer *m_leastDelay;
    BackgroundTask *m_search; ///< takes longer than a key press may
};

} // namespace yipi::gui
