// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/page.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QToolButton;

namespace yipi::gui {

class ChoiceButton;

/// The global filter: as-of month, zones, campaigns, list, chains, rule set. Every change of the user gives
/// exactly one scopeChanged. What a page asked for beyond these (a minimum amount, a stage) is kept and shown
/// as a chip.
class FilterBar : public QFrame {
    Q_OBJECT

public:
    explicit FilterBar(QWidget *parent = nullptr);

    /// Starts with the ledger's newest month and rule set and no filter. Does not emit.
    void setWorkspace(const Workspace *workspace);
    /// Reads the dictionaries again after a change.
    void refreshChoices();

    const services::FigureScope &scope() const { return m_scope; }
    /// Emits when it is another scope.
    void setScope(const services::FigureScope &scope);
    void setFilter(const ProjectFilter &filter);
    void stepMonth(int months);
    void clearFilter();

Q_SIGNALS:
    void scopeChanged(const yipi::services::FigureScope &scope);

private:
    void takeChoices();
    void showScope();
    void fillMonthMenu();

    const Workspace *m_workspace = nullptr;
    services::FigureScope m_scope;
    QToolButton *m_month;
    ChoiceButton *m_zones;
    ChoiceButton *m_first;
    ChoiceButton *m_last;
    ChoiceButton *m_batch;
    ChoiceButton *m_chains;
    ChoiceButton *m_rules;
    QLabel *m_more;
    QPushButton *m_clear;
};

/// What a filter asks for beyond the bar's own controls, in words; empty when nothing.
QString furtherConditions(const ProjectFilter &filter);

} // namespace yipi::gui
