// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indicators/rule_set.h"

#include <QWidget>

class QFormLayout;

namespace Ui {
class RateRuleForm;
}

namespace yipi::gui {

/// Every member of one rate of a rule set; only those are shown that can say something for the population and
/// event that are chosen. Fields are called as in the rule file.
class RateRuleForm : public QWidget {
    Q_OBJECT

public:
    explicit RateRuleForm(QWidget *parent = nullptr);
    ~RateRuleForm() override;

    /// The campaigns that a range can begin and end with.
    void setCampaigns(std::vector<CampaignKey> campaigns) { m_campaigns = std::move(campaigns); }
    /// Shows rate `index` of the set, whose earlier rates can be its denominator.
    void setRate(const indicators::RuleSet &set, std::size_t index);
    /// As the fields say; those that are not shown are at their defaults.
    indicators::RateRule rate() const;
    /// By the name of its member in a rule file; null when there is none.
    QWidget *field(const QString &member) const;

Q_SIGNALS:
    void edited();

private:
    void takeEdit();
    void showRule(const indicators::RateRule &rule);
    void fillBases(const indicators::RuleSet &set, std::size_t index);
    void fillCampaigns(const indicators::RateRule &rule);
    void showRows(const indicators::RateRule &rule);

    std::unique_ptr<Ui::RateRuleForm> m_ui;
    std::vector<CampaignKey> m_campaigns;
    QHash<QString, indicators::Population> m_basePopulations;
    bool m_isShowing = false;
};

} // namespace yipi::gui
