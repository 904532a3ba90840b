// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/rules/rate_rule_form.h"

#include "gui/rules/choice_box.h"
#include "gui/rules/field_message.h"
#include "indicators/rule_words.h"
#include "ui_rate_rule_form.h"

namespace yipi::gui {

using namespace indicators;

namespace {

std::optional<CampaignKey> campaignIn(const QComboBox *box) {
    return CampaignKey::parse(box->currentData().toString());
}

bool isTask(const RateRule &rule) {
    return rule.population == Population::Targets;
}

bool hasPeriod(Population population) {
    return !isOfOneYear(population) && population != Population::Milestones;
}

/// What follows from the rest, and the defaults of what does not apply.
void settleRule(RateRule &rule) {
    if (isTask(rule)) {
        rule.event = eventOf(rule.target);
        rule.weight = countsPieces(rule.target) ? Weight::Count : Weight::Investment;
    } else {
        rule.target = TargetIndicator::SignCount;
    }
    if (!isList(rule.population))
        rule.campaigns = CampaignScope::All;
    if (rule.campaigns != CampaignScope::HeldAtLeastMonths)
        rule.heldAtLeastMonths = 0;
    if (rule.campaigns != CampaignScope::Range)
        rule.firstCampaign = rule.lastCampaign = std::nullopt;
    if (!hasPeriod(rule.population))
        rule.period = Period::All;
    if (isTask(rule) || !hasDeadline(rule.event)) {
        rule.entries = EntryScope::All;
        rule.early = Early::Count;
    }
    if (isByValue(rule))
        rule.early = Early::Count;
    if (isTask(rule) || !isByValue(rule))
        rule.capAt100 = false;
}

} // namespace

RateRuleForm::RateRuleForm(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::RateRuleForm>()) {
    m_ui->setupUi(this);
    ignoreWheelUnlessFocused(this);
    for (auto *line : findChildren<QLineEdit *>())
        if (!qobject_cast<QSpinBox *>(line->parentWidget()))
            connect(line, &QLineEdit::textEdited, this, &RateRuleForm::takeEdit);
    for (auto *box : findChildren<QComboBox *>())
        connect(box, &QComboBox::currentIndexChanged, this, &RateRuleForm::takeEdit);
    for (auto *spin : findChildren<QSpinBox *>())
        connect(spin, &QSpinBox::valueChanged, this, &RateRuleForm::takeEdit);
}

RateRuleForm::~RateRuleForm() = default;

QWidget *RateRuleForm::field(const QString &member) const {
    return findChild<QWidget *>(member);
}

void RateRuleForm::fillBases(const RuleSet &set, std::size_t index) {
    const QSignalBlocker quiet(m_ui->denominator_of);
    m_basePopulations.clear();
    m_ui->denominator_of->clear();
    m_ui->denominator_of->addItem(tr("统计对象"), QString());
    for (std::size_t i = 0; i < index; ++i) {
        const RateRule &base = set.rates[i];
        if (isByValue(base) || isTask(base))
            continue;
        m_basePopulations.insert(base.id, base.population);
        m_ui->denominator_of->addItem(tr("“%1”的分子").arg(base.title), base.id);
    }
    const QString wanted = set.rates[index].denominatorOf;
    if (m_ui->denominator_of->findData(wanted) < 0) // is gone: the parser says so
        m_ui->denominator_of->addItem(tr("“%1”的分子（没有）").arg(wanted), wanted);
    m_ui->denominator_of->setCurrentIndex(m_ui->denominator_of->findData(wanted));
}

void RateRuleForm::fillCampaigns(const RateRule &rule) {
    for (const auto &[box, wanted] : {std::pair(m_ui->first_campaign, rule.firstCampaign),
                                      std::pair(m_ui->last_campaign, rule.lastCampaign)}) {
        const QSignalBlocker quiet(box);
        box->clear();
        box->addItem(tr("不限"), QString());
        for (const CampaignKey &campaign : m_campaigns)
            box->addItem(campaign.chineseText(), campaign.text());
        if (wanted && box->findData(wanted->text()) < 0)
            box->addItem(tr("%1（台账中没有）").arg(wanted->chineseText()), wanted->text());
        box->setCurrentIndex(wanted ? box->findData(wanted->text()) : 0);
    }
}

void RateRuleForm::setRate(const RuleSet &set, std::size_t index) {
    m_isShowing = true;
    fillBases(set, index);
    fillCampaigns(set.rates[index]);
    showRule(set.rates[index]);
    m_isShowing = false;
}

void RateRuleForm::showRule(const RateRule &rule) {
    const auto showText = [](QLineEdit *line, const QString &text) {
        if (line->text().trimmed() != text) // a space being typed stays
            line->setText(text);
    };
    showText(m_ui->title, rule.title);
    showText(m_ui->id, rule.id);
    showText(m_ui->filter, rule.filter);
    showText(m_ui->note, rule.note);
    fillBox(m_ui->population, rule.population);
    fillBox(m_ui->target, rule.target);
    fillBox(m_ui->event, rule.event, [&](Event event) { return canHappen(event, rule.population); });
    fillBox(m_ui->weight, rule.weight, [&](Weight weight) { return fits(weight, rule.population); });
    fillBox(m_ui->campaigns, rule.campaigns);
    for (int i = 0; i < m_ui->campaigns->count(); ++i) // titles with a place for what the next rows say
        m_ui->campaigns->setItemText(i, m_ui->campaigns->itemText(i)
                                            .replace(QStringLiteral("满 %1 个月"), tr("满几个月"))
                                            .replace(QStringLiteral(" %1 "), tr("起止期次内")));
    m_ui->held_at_least_months->setValue(std::max(1, rule.heldAtLeastMonths));
    fillBox(m_ui->period, rule.period);
    fillBox(m_ui->entries, rule.entries);
    fillBox(m_ui->early, rule.early);
    fillBox(m_ui->projects, rule.projects);
    fillBox(m_ui->terminated, rule.terminated);
    fillBox(m_ui->cap, rule.capAt100 ? Cap::AtHundred : Cap::None);
    fillBox(m_ui->rounding, rule.rounding);
    m_ui->decimals->setValue(rule.decimals);
    fillBox(m_ui->zeros, rule.zeros);
    showRows(rule);
}

void RateRuleForm::showRows(const RateRule &rule) {
    m_ui->population->setEnabled(rule.denominatorOf.isEmpty());
    m_ui->population->setToolTip(rule.denominatorOf.isEmpty() ? QString() : tr("与所取分子的比率相同"));
    const bool isByMonths = rule.campaigns == CampaignScope::HeldAtLeastMonths;
    const bool isRange = rule.campaigns == CampaignScope::Range;
    const bool dated = !isTask(rule) && hasDeadline(rule.event);
    const std::pair<QWidget *, bool> rows[] = {
        {m_ui->target, isTask(rule)},
        {m_ui->event, !isTask(rule)},
        {m_ui->weight, !isTask(rule)},
        {m_ui->campaigns, isList(rule.population)},
        {m_ui->held_at_least_months, isByMonths},
        {m_ui->first_campaign, isRange},
        {m_ui->last_campaign, isRange},
        {m_ui->period, hasPeriod(rule.population)},
        {m_ui->entries, dated},
        {m_ui->early, dated && !isByValue(rule)},
        {m_ui->cap, !isTask(rule) && isByValue(rule)},
    };
    for (const auto &[field, isShown] : rows)
        m_ui->rateForm->setRowVisible(field, isShown);
}

RateRule RateRuleForm::rate() const {
    RateRule rule;
    rule.id = m_ui->id->text().trimmed();
    rule.title = m_ui->title->text().trimmed();
    rule.denominatorOf = m_ui->denominator_of->currentData().toString();
    rule.population = m_basePopulations.value(rule.denominatorOf, chosenIn<Population>(m_ui->population));
    rule.target = chosenIn<TargetIndicator>(m_ui->target);
    rule.event = chosenIn<Event>(m_ui->event);
    if (!canHappen(rule.event, rule.population)) // the population is another one now
        for (std::size_t i = choicesOf<Event>().size(); i-- > 0;)
            if (canHappen(static_cast<Event>(i), rule.population))
                rule.event = static_cast<Event>(i);
    rule.weight = chosenIn<Weight>(m_ui->weight);
    if (!fits(rule.weight, rule.population))
        rule.weight = usualWeight(rule.population);
    rule.campaigns = chosenIn<CampaignScope>(m_ui->campaigns);
    rule.heldAtLeastMonths = m_ui->held_at_least_months->value();
    rule.firstCampaign = campaignIn(m_ui->first_campaign);
    rule.lastCampaign = campaignIn(m_ui->last_campaign);
    rule.period = chosenIn<Period>(m_ui->period);
    rule.entries = chosenIn<EntryScope>(m_ui->entries);
    rule.early = chosenIn<Early>(m_ui->early);
    rule.projects = chosenIn<ProjectScope>(m_ui->projects);
    rule.filter = m_ui->filter->text().trimmed();
    rule.terminated = chosenIn<Terminated>(m_ui->terminated);
    rule.capAt100 = chosenIn<Cap>(m_ui->cap) == Cap::AtHundred;
    rule.rounding = chosenIn<Rounding>(m_ui->rounding);
    rule.decimals = m_ui->decimals->value();
    rule.zeros = chosenIn<Zeros>(m_ui->zeros);
    rule.note = m_ui->note->text().trimmed();
    settleRule(rule);
    return rule;
}

void RateRuleForm::takeEdit() {
    if (m_isShowing)
        return;
    m_isShowing = true;
    showRule(rate()); // what is offered follows from what was chosen
    m_isShowing = false;
    Q_EMIT edited();
}

} // namespace yipi::gui
