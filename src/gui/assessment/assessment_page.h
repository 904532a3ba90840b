// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/assessment/assessment_model.h"
#include "gui/page.h"

class QComboBox;
class QLabel;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTimer;

namespace yipi::gui {

class ElidedLabel;
class FigureTable;
class ScoreDetail;
class SchemeEditor;
class StripMessage;
class WhatIfBar;

/// 考核: zones ranked by a scheme, how each score is made up, what a few projects more would change, and the
/// scheme itself, whose draft is scored while it is edited.
class AssessmentPage : public Page {
    Q_OBJECT

public:
    explicit AssessmentPage(const Workspace &workspace, QWidget *parent = nullptr);

    QString title() const override { return tr("考核"); }
    QString iconName() const override { return QStringLiteral("flag"); }
    QList<QAction *> pageActions() const override { return m_actions; }
    void setScope(const services::FigureScope &scope) override;

    const AssessmentPtr &assessment() const { return m_assessment; }
    SchemeEditor &editor() const { return *m_editor; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override; ///< the table's columns follow its width

private:
    QWidget *makeBar();
    QWidget *makeContent();
    QWidget *makeEmptyState();
    void connectParts();
    void fillSchemes(const QString &chosen);
    void recompute();
    void showAssessment();
    void layOutTable();
    void selectZone(qint64 zone);
    void openItem(qint64 zone, int item);
    void openEditor(bool isOpen);
    void offerDraft();
    void giveRuleSets();
    void save(bool isCopy);
    void removeScheme();

    services::AssessmentService m_service;
    services::FigureScope m_scope;
    AssessmentPtr m_assessment;
    indicators::AssessmentScheme m_draft; ///< of the editor, the last without fault
    qint64 m_zone = 0;
    bool m_isEditing = false;
    QList<QAction *> m_actions;
    QComboBox *m_schemes;
    ElidedLabel *m_description;
    QLabel *m_rules;
    QPushButton *m_edit;
    StripMessage *m_strip;
    QStackedWidget *m_stack;
    QSplitter *m_splitter;
    AssessmentModel *m_model;
    FigureTable *m_table;
    WhatIfBar *m_whatIf;
    QStackedWidget *m_side;
    ScoreDetail *m_detail;
    SchemeEditor *m_editor;
    QTimer *m_recompute; ///< once for a burst of changes or key presses
};

} // namespace yipi::gui
