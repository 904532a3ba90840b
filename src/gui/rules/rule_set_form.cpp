// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/rules/rule_set_form.h"

#include "gui/rules/choice_box.h"
#include "gui/theme.h"
#include "indicators/rule_words.h"
#include "ui_rule_set_form.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace yipi::gui {

using namespace indicators;

namespace {

constexpr int kRateRowHeight = 26;
const QString kByDays = QStringLiteral("/days"); ///< no file can be called so
const QString kOwnLights = QStringLiteral("/own");

QString monthText(const std::optional<Month> &month) {
    return month ? month->text() : QString();
}

/// An id like `wanted` that no rate has yet.
QString freeId(const RuleSet &set, const QString &wanted) {
    QString id = wanted;
    for (int n = 2; set.rate(id); ++n)
        id = QStringLiteral("%1_%2").arg(wanted.left(36)).arg(n);
    return id;
}

} // namespace

RuleSetForm::RuleSetForm(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::RuleSetForm>())
    , m_draft(fail(ErrorCode::NotFound, QString())) {
    m_ui->setupUi(this);
    m_steps = {{m_ui->has_officer, m_ui->title_officer, m_ui->days_officer},
               {m_ui->has_zone, m_ui->title_zone, m_ui->days_zone},
               {m_ui->has_patron, m_ui->title_patron, m_ui->days_patron},
               {m_ui->has_city, m_ui->title_city, m_ui->days_city}};
    m_kinds = {{m_ui->lists_not_started, m_ui->kindTitle_not_started},
               {m_ui->lists_not_produced, m_ui->kindTitle_not_produced},
               {m_ui->lists_not_attained, m_ui->kindTitle_not_attained}};
    for (std::size_t i = 0; i < m_steps.size(); ++i) {
        const QString level = title(static_cast<Escalation>(i + 1));
        m_steps[i].has->setAccessibleName(tr("升级到%1").arg(level));
        m_steps[i].has->setToolTip(tr("升级到%1这一级").arg(level));
        m_steps[i].title->setAccessibleName(tr("%1的称呼").arg(level));
        m_steps[i].days->setAccessibleName(tr("超期几天起升级到%1").arg(level));
    }
    for (std::size_t i = 0; i < m_kinds.size(); ++i) {
        const QString kind = title(static_cast<OverdueKind>(i));
        m_kinds[i].has->setAccessibleName(tr("列出%1").arg(kind));
        m_kinds[i].has->setToolTip(tr("三未清单列出%1").arg(kind));
        m_kinds[i].title->setAccessibleName(tr("%1的称呼").arg(kind));
    }
    const std::pair<QToolButton *, const char *> icons[] = {{m_ui->addRate, "plus"},
                                                            {m_ui->copyRate, "copy"},
                                                            {m_ui->removeRate, "minus"},
                                                            {m_ui->raiseRate, "up"},
                                                            {m_ui->lowerRate, "down"}};
    for (const auto &[button, name] : icons)
        button->setIcon(icon(QLatin1String(name)));
    m_ui->rateList->setObjectName(QStringLiteral("rateList"));
    ignoreWheelUnlessFocused(this);
    connectFields();
}

RuleSetForm::~RuleSetForm() = default;

void RuleSetForm::connectFields() {
    const auto onLine = [this](QLineEdit *line, auto take) {
        connect(line, &QLineEdit::textEdited, this, take);
    };
    const auto onSpin = [this](QSpinBox *spin, auto take) {
        connect(spin, &QSpinBox::valueChanged, this, take);
    };
    for (QLineEdit *line :
         {m_ui->name, m_ui->version, m_ui->description, m_ui->effective_from, m_ui->effective_to})
        onLine(line, &RuleSetForm::takeGeneral);
    for (QSpinBox *spin : {m_ui->sign_to_start_months, m_ui->start_to_produce_months,
                           m_ui->produce_to_attain_months, m_ui->grace_days})
        onSpin(spin, &RuleSetForm::takeGeneral);
    connect(m_ui->grace_unit, &QComboBox::currentIndexChanged, this, &RuleSetForm::takeGeneral);
    connect(m_ui->lights, &QComboBox::currentIndexChanged, this, &RuleSetForm::chooseLights);
    for (QSpinBox *spin : {m_ui->yellow_days, m_ui->red_days})
        onSpin(spin, &RuleSetForm::takeLights);
    for (const Step &step : m_steps) {
        connect(step.has, &QCheckBox::toggled, this, &RuleSetForm::takeLights);
        onLine(step.title, &RuleSetForm::takeLights);
        onSpin(step.days, &RuleSetForm::takeLights);
    }
    for (const Kind &kind : m_kinds) {
        connect(kind.has, &QCheckBox::toggled, this, &RuleSetForm::takeLights);
        onLine(kind.title, &RuleSetForm::takeLights);
    }
    connect(m_ui->rateForm, &RateRuleForm::edited, this, &RuleSetForm::takeRate);
    connect(m_ui->rateList, &QListWidget::currentRowChanged, this, [this](int row) {
        if (m_isShowing || row < 0)
            return;
        showRate();
        check(); // the message may belong to the rate that is shown now
        Q_EMIT rateChosen(rateId());
    });
    connect(m_ui->addRate, &QToolButton::clicked, this, [this] { addRate(false); });
    connect(m_ui->copyRate, &QToolButton::clicked, this, [this] { addRate(true); });
    connect(m_ui->removeRate, &QToolButton::clicked, this, &RuleSetForm::removeRate);
    connect(m_ui->raiseRate, &QToolButton::clicked, this, [this] { moveRate(-1); });
    connect(m_ui->lowerRate, &QToolButton::clicked, this, [this] { moveRate(1); });
}

void RuleSetForm::setChoices(LightPresets lights, std::vector<CampaignKey> campaigns) {
    m_lights = std::move(lights);
    m_ui->rateForm->setCampaigns(std::move(campaigns));
}

void RuleSetForm::setRuleSet(const RuleSet &set) {
    const QString shown = rateId();
    m_saved = m_set = set;
    m_isShowing = true;
    showRateList();
    const auto found = std::find_if(set.rates.begin(), set.rates.end(),
                                    [&](const RateRule &rule) { return rule.id == shown; });
    m_ui->rateList->setCurrentRow(found == set.rates.end() ? 0 : int(found - set.rates.begin()));
    m_isShowing = false;
    showSet();
    showRate();
    check();
    Q_EMIT rateChosen(rateId());
}

bool RuleSetForm::isChanged() const {
    return !m_draft || *m_draft != m_saved;
}

std::size_t RuleSetForm::current() const {
    return std::size_t(std::max(0, m_ui->rateList->currentRow()));
}

QString RuleSetForm::rateId() const {
    return current() < m_set.rates.size() ? m_set.rates[current()].id : QString();
}

void RuleSetForm::showSet() {
    m_isShowing = true;
    m_ui->name->setText(m_set.name);
    m_ui->version->setText(m_set.version);
    m_ui->description->setText(m_set.description);
    m_ui->description->setCursorPosition(0);
    m_ui->effective_from->setText(monthText(m_set.effectiveFrom));
    m_ui->effective_to->setText(monthText(m_set.effectiveTo));
    m_ui->sign_to_start_months->setValue(m_set.deadlines.signToStartMonths);
    m_ui->start_to_produce_months->setValue(m_set.deadlines.startToProduceMonths);
    m_ui->produce_to_attain_months->setValue(m_set.deadlines.produceToAttainMonths);
    m_ui->grace_days->setValue(m_set.deadlines.graceDays);
    fillBox(m_ui->grace_unit, m_set.deadlines.graceUnit);
    showLights();
    for (std::size_t i = 0; i < m_kinds.size(); ++i) {
        const auto kind = static_cast<OverdueKind>(i);
        const auto listed = std::find_if(m_set.overdue.begin(), m_set.overdue.end(),
                                         [kind](const OverdueKindRule &rule) { return rule.kind == kind; });
        m_kinds[i].has->setChecked(listed != m_set.overdue.end());
        m_kinds[i].title->setText(listed == m_set.overdue.end() ? title(kind) : listed->title);
        m_kinds[i].title->setEnabled(listed != m_set.overdue.end());
    }
    m_isShowing = false;
}

void RuleSetForm::showLights() {
    const bool wasShowing = std::exchange(m_isShowing, true);
    const auto days = daysOf(m_set.lights);
    QString chosen = days ? kByDays : kOwnLights;
    m_ui->lights->clear();
    m_ui->lights->addItem(tr("按超期天数"), kByDays);
    for (const auto &[id, preset] : m_lights) {
        m_ui->lights->addItem(tr("%1（%2 条规则）").arg(preset.name, QString::number(preset.rules.size())),
                              id);
        if (preset == m_set.lights)
            chosen = id;
    }
    if (chosen == kOwnLights)
        m_ui->lights->addItem(tr("文件中自定的 %1 条规则").arg(m_set.lights.rules.size()), kOwnLights);
    m_ui->lights->setCurrentIndex(m_ui->lights->findData(chosen));
    m_ui->yellow_days->setValue(days ? days->yellow : 1);
    m_ui->red_days->setValue(days ? days->red : 91);
    m_ui->lightsForm->setRowVisible(m_ui->yellow_days, chosen == kByDays);
    m_ui->lightsForm->setRowVisible(m_ui->red_days, chosen == kByDays);
    for (std::size_t i = 0; i < m_steps.size(); ++i) {
        const auto level = static_cast<Escalation>(i + 1);
        const auto step = std::find_if(m_set.lights.escalation.begin(), m_set.lights.escalation.end(),
                                       [level](const EscalationStep &s) { return s.level == level; });
        const bool has = step != m_set.lights.escalation.end();
        m_steps[i].has->setChecked(has);
        m_steps[i].title->setText(has ? step->title : title(level));
        m_steps[i].days->setValue(has ? step->fromDays : 0);
        m_steps[i].title->setEnabled(has);
        m_steps[i].days->setEnabled(has);
    }
    m_ui->lightsNote->setText(m_set.lights.note);
    m_ui->lightsNote->setHidden(m_set.lights.note.isEmpty());
    m_isShowing = wasShowing;
}

void RuleSetForm::showRateList() {
    const bool wasShowing = std::exchange(m_isShowing, true);
    const int row = m_ui->rateList->currentRow();
    m_ui->rateList->clear();
    for (const RateRule &rule : m_set.rates) {
        m_ui->rateList->addItem(rule.title.isEmpty() ? rule.id : rule.title);
        m_ui->rateList->item(m_ui->rateList->count() - 1)->setSizeHint(QSize(0, kRateRowHeight));
    }
    m_ui->rateList->setCurrentRow(std::clamp(row, 0, int(m_set.rates.size()) - 1));
    m_isShowing = wasShowing;
}

void RuleSetForm::showRate() {
    m_ui->rateForm->setRate(m_set, current());
    showText();
    showTools();
}

void RuleSetForm::showText() {
    m_ui->ruleText->setText(ruleText(m_set.rates[current()], m_set));
}

void RuleSetForm::showTools() {
    const std::size_t count = m_set.rates.size();
    m_ui->removeRate->setEnabled(count > 1);
    m_ui->raiseRate->setEnabled(current() > 0);
    m_ui->lowerRate->setEnabled(current() + 1 < count);
}

/// The file that the fields would become, with what is wrong as it was typed.
QByteArray RuleSetForm::json() const {
    QJsonObject file = QJsonDocument::fromJson(toJson(m_set, m_lights)).object();
    for (const QLineEdit *line : {m_ui->effective_from, m_ui->effective_to})
        if (!line->text().trimmed().isEmpty())
            file.insert(line->objectName(), line->text());
    if (m_ui->lights->currentData() == kByDays) { // turned days would go as a table, which takes them
        QJsonObject lights = file.value(QLatin1String("lights")).toObject();
        lights.remove(QStringLiteral("rules"));
        for (const QSpinBox *days : {m_ui->yellow_days, m_ui->red_days})
            lights.insert(days->objectName(), days->value());
        file.insert(QStringLiteral("lights"), lights);
    }
    return QJsonDocument(file).toJson();
}

void RuleSetForm::takeRate() {
    m_set.rates[current()] = m_ui->rateForm->rate();
    followBases();
    m_ui->rateList->currentItem()->setText(m_set.rates[current()].title);
    takeEdit();
}

/// A rate over the numerator of another one has its population.
void RuleSetForm::followBases() {
    for (RateRule &rule : m_set.rates)
        if (const RateRule *base = m_set.rate(rule.denominatorOf))
            rule.population = base->population;
}

void RuleSetForm::takeGeneral() {
    if (m_isShowing)
        return;
    m_set.name = m_ui->name->text().trimmed();
    m_set.version = m_ui->version->text().trimmed();
    m_set.description = m_ui->description->text().trimmed();
    m_set.effectiveFrom = Month::parse(m_ui->effective_from->text());
    m_set.effectiveTo = Month::parse(m_ui->effective_to->text());
    m_set.deadlines = {m_ui->sign_to_start_months->value(), m_ui->start_to_produce_months->value(),
                       m_ui->produce_to_attain_months->value(), m_ui->grace_days->value(),
                       chosenIn<GraceUnit>(m_ui->grace_unit)};
    takeEdit();
}

void RuleSetForm::chooseLights() {
    if (m_isShowing)
        return;
    const QString chosen = m_ui->lights->currentData().toString();
    if (chosen == kByDays)
        m_set.lights.rules = LightRules::byDays(m_ui->yellow_days->value(), m_ui->red_days->value()).rules;
    else if (const auto preset = m_lights.find(chosen); preset != m_lights.end())
        m_set.lights = preset->second;
    if (chosen == kByDays) // the name and the note were those of other rows
        m_set.lights.name = m_set.lights.note = QString();
    showLights();
    takeEdit();
}

void RuleSetForm::takeLights() {
    if (m_isShowing)
        return;
    if (m_ui->lights->currentData() == kByDays)
        m_set.lights.rules = LightRules::byDays(m_ui->yellow_days->value(), m_ui->red_days->value()).rules;
    m_set.lights.escalation.clear();
    for (std::size_t i = 0; i < m_steps.size(); ++i) {
        const auto level = static_cast<Escalation>(i + 1);
        const Step &step = m_steps[i];
        step.title->setEnabled(step.has->isChecked());
        step.days->setEnabled(step.has->isChecked());
        const QString name = step.title->text().trimmed();
        if (step.has->isChecked())
            m_set.lights.escalation.push_back(
                {level, name.isEmpty() ? title(level) : name, step.days->value()});
    }
    m_set.overdue.clear();
    for (std::size_t i = 0; i < m_kinds.size(); ++i) {
        const auto kind = static_cast<OverdueKind>(i);
        const QString name = m_kinds[i].title->text().trimmed();
        m_kinds[i].title->setEnabled(m_kinds[i].has->isChecked());
        if (m_kinds[i].has->isChecked())
            m_set.overdue.push_back({kind, name.isEmpty() ? title(kind) : name});
    }
    takeEdit();
}

void RuleSetForm::takeEdit() {
    if (m_isShowing)
        return;
    showText();
    check();
    Q_EMIT edited();
}

void RuleSetForm::check() {
    m_draft = parseRuleSet(json(), m_set.id, m_lights);
    for (int row = 0; row < m_ui->rateList->count(); ++row)
        m_ui->rateList->item(row)->setForeground(theme().t1);
    if (m_draft)
        m_message.clear();
    else
        showProblem(m_draft.error());
}

void RuleSetForm::showProblem(const Error &error) {
    static const QRegularExpression kRate(QStringLiteral("^rates\\[(\\d+)\\]"));
    const QString path = error.place.field;
    const auto match = kRate.match(path);
    const int rate = match.hasMatch() ? match.captured(1).toInt() : -1;
    if (rate >= 0 && rate < m_ui->rateList->count())
        m_ui->rateList->item(rate)->setForeground(theme().red);
    QStringList members = path.split(u'.');
    for (QString &member : members)
        member = member.section(u'[', 0, 0);
    QWidget *field = nullptr;
    while (!field && !members.isEmpty()) {
        const QString member = members.takeLast();
        if (rate < 0)
            field = findChild<QWidget *>(member, Qt::FindDirectChildrenOnly);
        else if (rate == int(current()))
            field = m_ui->rateForm->field(member);
        if (!field && rate < 0) // inside a row of several fields
            for (QWidget *holder : {m_ui->effective, m_ui->grace})
                if (!field)
                    field = holder->findChild<QWidget *>(member);
    }
    const QString reason = error.message.mid(error.message.indexOf(u'：') + 1);
    if (field)
        m_message.show(field, reason);
    else // of a rate that is not shown: its name in the list is red
        m_message.show(m_ui->name, rate >= 0 ? tr("“%1”：%2").arg(m_ui->rateList->item(rate)->text(), reason)
                                             : error.message);
}

void RuleSetForm::addRate(bool isCopy) {
    RateRule rule = isCopy ? m_set.rates[current()] : RateRule();
    rule.id = freeId(m_set, isCopy ? rule.id : QStringLiteral("rate"));
    rule.title = isCopy ? tr("%1 副本").arg(rule.title) : tr("新比率");
    m_set.rates.insert(m_set.rates.begin() + std::ptrdiff_t(current()) + 1, std::move(rule));
    moveRate(0);
    m_ui->rateList->setCurrentRow(int(current()) + 1);
}

void RuleSetForm::removeRate() {
    m_set.rates.erase(m_set.rates.begin() + std::ptrdiff_t(current()));
    moveRate(0);
    Q_EMIT rateChosen(rateId());
}

void RuleSetForm::moveRate(int by) {
    const int from = int(current()), to = from + by;
    if (by != 0)
        std::swap(m_set.rates[std::size_t(from)], m_set.rates[std::size_t(to)]);
    showRateList();
    m_isShowing = true;
    if (by != 0)
        m_ui->rateList->setCurrentRow(to);
    m_isShowing = false;
    showRate();
    takeEdit();
}

} // namespace yipi::gui
