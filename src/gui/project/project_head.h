// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/project/project_data.h"
#include "services/figure_service.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace yipi::gui {

class ElidedLabel;

/// The top of the project page: where one is in the list, name, stage, light and who has to act, key facts.
class ProjectHead : public QFrame {
    Q_OBJECT

public:
    explicit ProjectHead(QWidget *parent = nullptr);

    void showProject(const services::LedgerService &ledger, const ProjectData &shown, Month asOf);
    /// The project's line of the 三未 list; none = no light.
    void showLight(const std::optional<services::OverdueLine> &line);
    /// Place in the list that one came from, counted from 0.
    void showPlace(int place, int count);

Q_SIGNALS:
    void backRequested();
    void stepRequested(int by);
    void zoneRequested();

private:
    QWidget *makeCrumbs();
    QWidget *makeSubject();
    QWidget *makeFacts();
    void setFact(int fact, const QString &text);

    QPushButton *m_zone;
    QLabel *m_code;
    QToolButton *m_previous, *m_next;
    QLabel *m_place;
    ElidedLabel *m_name;
    QLabel *m_stage;
    QLabel *m_light;
    QLabel *m_marks;
    ElidedLabel *m_investor;
    QLabel *m_asOf;
    std::vector<ElidedLabel *> m_facts;
};

} // namespace yipi::gui
