// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/filter_bar.h"

#include "gui/shell/choice_button.h"
#include "gui/theme.h"
#include "indicators/expression/expression.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

namespace yipi::gui {
namespace {

constexpr int kHeight = 40;
constexpr int kMonthsOffered = 24;

bool same(const services::FigureScope &a, const services::FigureScope &b) {
    return a.asOf == b.asOf && a.rulesId == b.rulesId && a.filter == b.filter;
}

std::vector<qint64> idsOf(const QVariantList &values) {
    std::vector<qint64> ids;
    for (const QVariant &value : values)
        ids.push_back(value.toLongLong());
    return ids;
}

QVariantList valuesOf(const std::vector<qint64> &ids) {
    QVariantList values;
    for (const qint64 id : ids)
        values << id;
    return values;
}

std::optional<CampaignKey> campaignOf(const ChoiceButton &button) {
    return button.value().isValid() ? CampaignKey::parse(button.value().toString()) : std::nullopt;
}

QVariantList valueOf(const std::optional<CampaignKey> &key) {
    return key ? QVariantList{key->text()} : QVariantList();
}

QToolButton *stepButton(const QString &iconName, const QString &name, QWidget *parent) {
    auto *button = new QToolButton(parent);
    button->setProperty("role", QStringLiteral("step"));
    button->setIcon(icon(iconName));
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

} // namespace

FilterBar::FilterBar(QWidget *parent)
    : QFrame(parent)
    , m_month(new QToolButton(this))
    , m_zones(new ChoiceButton(tr("开发区"), ChoiceButton::Mode::Many, tr("全部"), this))
    , m_first(new ChoiceButton(tr("期次 自"), ChoiceButton::Mode::One, tr("首次"), this))
    , m_last(new ChoiceButton(tr("至"), ChoiceButton::Mode::One, tr("最近"), this))
    , m_batch(new ChoiceButton(tr("批次"), ChoiceButton::Mode::One, tr("全部"), this))
    , m_chains(new ChoiceButton(tr("产业链"), ChoiceButton::Mode::Many, tr("全部"), this))
    , m_rules(new ChoiceButton(tr("口径"), ChoiceButton::Mode::One, {}, this))
    , m_more(new QLabel(this))
    , m_clear(new QPushButton(icon(QStringLiteral("x")), tr("清除"), this)) {
    setObjectName(QStringLiteral("filterBar"));
    setAccessibleName(tr("筛选条"));
    setFixedHeight(kHeight);
    auto *caption = new QLabel(tr("截至"), this);
    caption->setProperty("role", QStringLiteral("note"));
    auto *previous = stepButton(QStringLiteral("left"), tr("上一月"), this);
    auto *next = stepButton(QStringLiteral("right"), tr("下一月"), this);
    m_month->setProperty("role", QStringLiteral("month"));
    m_month->setPopupMode(QToolButton::InstantPopup);
    m_month->setFocusPolicy(Qt::StrongFocus);
    m_month->setMenu(new QMenu(m_month));
    m_more->setProperty("role", QStringLiteral("chipWarn"));
    m_clear->setProperty("role", QStringLiteral("link"));

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(10, 0, 10, 0);
    row->setSpacing(8);
    auto *month = new QHBoxLayout;
    month->setSpacing(0);
    for (QWidget *widget :
         {static_cast<QWidget *>(previous), static_cast<QWidget *>(m_month), static_cast<QWidget *>(next)})
        month->addWidget(widget);
    row->addWidget(caption);
    row->addLayout(month);
    for (QWidget *widget :
         std::initializer_list<QWidget *>{m_zones, m_first, m_last, m_batch, m_chains, m_rules, m_more})
        row->addWidget(widget);
    row->addWidget(m_clear);
    row->addStretch(1);

    connect(previous, &QToolButton::clicked, this, [this] { stepMonth(-1); });
    connect(next, &QToolButton::clicked, this, [this] { stepMonth(1); });
    connect(m_month->menu(), &QMenu::aboutToShow, this, &FilterBar::fillMonthMenu);
    connect(m_clear, &QPushButton::clicked, this, &FilterBar::clearFilter);
    for (ChoiceButton *button : {m_zones, m_first, m_last, m_batch, m_chains, m_rules})
        connect(button, &ChoiceButton::chosen, this, &FilterBar::takeChoices);
}

void FilterBar::setWorkspace(const Workspace *workspace) {
    m_workspace = workspace;
    m_scope = {};
    if (!workspace)
        return;
    m_scope.asOf = workspace->figures.defaultMonth();
    if (const auto rules = workspace->figures.ruleSet({}))
        m_scope.rulesId = (*rules)->id;
    refreshChoices();
    showScope();
}

void FilterBar::refreshChoices() {
    std::vector<ChoiceButton::Option> zones, chains, campaigns, batches, rules;
    for (const Zone &zone : m_workspace->ledger.zones())
        zones.push_back({zone.id, zone.shortName.isEmpty() ? zone.name : zone.shortName});
    for (const IndustryChain &chain : m_workspace->ledger.chains())
        chains.push_back({chain.id, chain.name});
    for (const Campaign &campaign : m_workspace->ledger.campaigns())
        campaigns.push_back({campaign.key().text(), campaign.key().chineseText()});
    for (const Choice &choice : choicesOf<Batch>())
        batches.push_back({choice.key, choice.title});
    for (const indicators::RuleSet &set : m_workspace->figures.ruleSets())
        rules.push_back({set.id, set.name});
    m_zones->setOptions(std::move(zones));
    m_chains->setOptions(std::move(chains));
    m_first->setOptions(campaigns);
    m_last->setOptions(std::move(campaigns));
    m_batch->setOptions(std::move(batches));
    m_rules->setOptions(std::move(rules));
}

void FilterBar::setScope(const services::FigureScope &scope) {
    if (same(scope, m_scope))
        return;
    m_scope = scope;
    showScope();
    Q_EMIT scopeChanged(m_scope);
}

void FilterBar::setFilter(const ProjectFilter &filter) {
    services::FigureScope scope = m_scope;
    scope.filter = filter;
    setScope(scope);
}

void FilterBar::stepMonth(int months) {
    services::FigureScope scope = m_scope;
    scope.asOf = scope.asOf.plus(months);
    setScope(scope);
}

void FilterBar::clearFilter() {
    setFilter({});
}

void FilterBar::takeChoices() {
    services::FigureScope scope = m_scope;
    scope.filter.zones = idsOf(m_zones->values());
    scope.filter.chains = idsOf(m_chains->values());
    scope.filter.firstCampaign = campaignOf(*m_first);
    scope.filter.lastCampaign = campaignOf(*m_last);
    scope.filter.batch = choiceFrom<Batch>(m_batch->value().toString());
    scope.rulesId = m_rules->value().toString();
    setScope(scope);
}

void FilterBar::showScope() {
    const ProjectFilter &filter = m_scope.filter;
    m_month->setText(m_scope.asOf.chineseText());
    m_month->setAccessibleName(tr("截至 %1").arg(m_scope.asOf.chineseText()));
    m_zones->setValues(valuesOf(filter.zones));
    m_chains->setValues(valuesOf(filter.chains));
    m_first->setValues(valueOf(filter.firstCampaign));
    m_last->setValues(valueOf(filter.lastCampaign));
    m_batch->setValues(filter.batch ? QVariantList{key(*filter.batch)} : QVariantList());
    m_rules->setValues({m_scope.rulesId});
    m_more->setText(furtherConditions(filter));
    m_more->setHidden(m_more->text().isEmpty());
    m_clear->setHidden(filter.isEmpty());
}

void FilterBar::fillMonthMenu() {
    QMenu *menu = m_month->menu();
    menu->clear();
    const Month last = std::max(m_scope.asOf, m_workspace->figures.lastMonth());
    for (int back = 0; back < kMonthsOffered; ++back) {
        const Month month = last.plus(-back);
        QAction *action = menu->addAction(month.chineseText());
        action->setCheckable(true);
        action->setChecked(month == m_scope.asOf);
        connect(action, &QAction::triggered, this,
                [this, month] { stepMonth(month.index() - m_scope.asOf.index()); });
    }
}

QString furtherConditions(const ProjectFilter &filter) {
    QStringList parts;
    if (!filter.city.isEmpty())
        parts << filter.city;
    if (filter.stage)
        parts << title(*filter.stage);
    if (filter.minInvestment)
        parts << FilterBar::tr("总投资 ≥ %1 亿元").arg(filter.minInvestment->shortText(MoneyUnit::Yi));
    if (filter.strategic)
        parts << (*filter.strategic ? FilterBar::tr("战新") : FilterBar::tr("非战新"));
    if (filter.industrial)
        parts << (*filter.industrial ? FilterBar::tr("产业项目") : FilterBar::tr("非产业项目"));
    if (!filter.text.isEmpty())
        parts << FilterBar::tr("含“%1”").arg(filter.text);
    if (!filter.where.isEmpty())
        parts << indicators::whereWords(filter.where);
    return parts.join(QStringLiteral("，"));
}

} // namespace yipi::gui
