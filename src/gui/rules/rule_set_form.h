// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/rules/field_message.h"
#include "indicators/rule_set.h"

#include <QWidget>

class QCheckBox;
class QLineEdit;
class QSpinBox;

namespace Ui {
class RuleSetForm;
}

namespace yipi::gui {

/// A whole rule set being edited. It is checked as the file that it would become, by the parser of rule
/// files: what is wrong is said at the field that the path of the error names.
class RuleSetForm : public QWidget {
    Q_OBJECT

public:
    explicit RuleSetForm(QWidget *parent = nullptr);
    ~RuleSetForm() override;

    /// The lights to choose from, and the campaigns that ranges can begin and end with.
    void setChoices(indicators::LightPresets lights, std::vector<CampaignKey> campaigns);
    /// Shows a set that has been read; the rate of the id that was shown stays chosen.
    void setRuleSet(const indicators::RuleSet &set);
    /// The set as edited, or why it can't be: the error of the parser.
    const Result<indicators::RuleSet> &draft() const { return m_draft; }
    bool isChanged() const;
    QString rateId() const; ///< of the rate that is shown
    QString problem() const { return m_message.text(); }

Q_SIGNALS:
    void edited();                          ///< `draft` is another one
    void rateChosen(const QString &rateId); ///< another rate is shown

private:
    struct Step {
        QCheckBox *has;
        QLineEdit *title;
        QSpinBox *days;
    };
    struct Kind {
        QCheckBox *has;
        QLineEdit *title;
    };

    void connectFields();
    QByteArray json() const;
    void takeEdit();
    void takeRate();
    void takeGeneral();
    void takeLights();
    void chooseLights();
    void check();
    void showProblem(const Error &error);
    void showSet();
    void showLights();
    void showRateList();
    void showRate();
    void showText();
    void addRate(bool isCopy);
    void removeRate();
    void moveRate(int by);
    std::size_t current() const;
    void followBases();
    void showTools();

    std::unique_ptr<Ui::RuleSetForm> m_ui;
    indicators::LightPresets m_lights;
    indicators::RuleSet m_saved; ///< as it was shown first
    indicators::RuleSet m_set;   ///< as the fields say, right or wrong
    Result<indicators::RuleSet> m_draft;
    std::vector<Step> m_steps; ///< in the order of Escalation, from Officer on
    std::vector<Kind> m_kinds; ///< in the order of OverdueKind
    FieldMessage m_message;
    bool m_isShowing = false;
};

} // namespace yipi::gui
