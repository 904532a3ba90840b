// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/project/project_head.h"

#include "domain/life_cycle.h"
#include "gui/ledger/cell_painting.h"
#include "gui/theme.h"
#include "gui/widgets/elided_label.h"
#include "gui/widgets/light_glyph.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace yipi::gui {
namespace {

enum Fact { Total, Done, Output, Tax, Campaigns, Chain, Land, Patron, FactCount };

QLabel *makeHeadLabel(const char *role, const char *name, QWidget *parent) {
    auto *label = new QLabel(parent);
    label->setProperty("role", QLatin1String(role));
    label->setObjectName(QString::fromLatin1(name));
    label->setTextFormat(Qt::PlainText);
    return label;
}

QString yiText(const std::optional<Money> &money) {
    return money ? QStringLiteral("%1 亿元").arg(money->text(MoneyUnit::Yi)) : QString();
}

QString doneText(const ProjectData &data, Month asOf) {
    for (const Record &record : data.reports) {
        const auto report = fromRecord<MonthlyProgress>(record);
        if (!report.cumulativeInvestment || !report.month || *report.month > asOf)
            continue;
        const QString done = ProjectHead::tr("%1　%2 月末")
                                 .arg(yiText(report.cumulativeInvestment))
                                 .arg(report.month->month());
        const auto &total = data.project.totalInvestment;
        if (!total || total->yuan() <= 0)
            return done;
        const Int128 share = Int128(report.cumulativeInvestment->yuan()) * 100;
        return QStringLiteral("%1　%2%").arg(done, fixedPoint(share, total->yuan(), 2, Rounding::HalfUp));
    }
    return {};
}

QString campaignsText(const services::LedgerService &ledger, const ProjectData &data) {
    QStringList lists;
    for (const Record &entry : data.entries)
        lists << QStringLiteral("%1 %2").arg(fieldText(ledger, entry, QStringLiteral("campaign")),
                                             fieldText(ledger, entry, QStringLiteral("batch")));
    return lists.join(QStringLiteral("、"));
}

QString landText(const Project &project) {
    if (!project.landMu || project.landMu->hundredths <= 0)
        return {};
    const QString land =
        ProjectHead::tr("%1 亩").arg(fixedPoint(project.landMu->hundredths, 100, 0, Rounding::HalfUp));
    if (!project.totalInvestment)
        return land;
    // 元 per 亩 in 万元: yuan ÷ (hundredths ÷ 100) ÷ 10,000
    return ProjectHead::tr("%1　亩均 %2 万元")
        .arg(land, fixedPoint(project.totalInvestment->yuan(), Int128(project.landMu->hundredths) * 100, 0,
                              Rounding::HalfUp));
}

QString marksOf(const Project &project) {
    QStringList marks;
    const std::pair<bool, QString> all[] = {{project.keyProject, ProjectHead::tr("★ 重点")},
                                            {project.industrial, ProjectHead::tr("产业项目")},
                                            {project.standardLand, ProjectHead::tr("标准地")},
                                            {project.standardPlant, ProjectHead::tr("标准化厂房")},
                                            {project.commitment, ProjectHead::tr("承诺制")},
                                            {!project.strategicClass.isEmpty(), ProjectHead::tr("战新")}};
    for (const auto &[isSet, word] : all)
        if (isSet)
            marks << word;
    return marks.join(QStringLiteral(" · "));
}

} // namespace

ProjectHead::ProjectHead(QWidget *parent)
    : QFrame(parent) {
    setProperty("role", QStringLiteral("panelHeader"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 4, 12, 8);
    column->setSpacing(6);
    column->addWidget(makeCrumbs());
    column->addWidget(makeSubject());
    column->addWidget(makeFacts());
}

QWidget *ProjectHead::makeCrumbs() {
    auto *crumbs = new QWidget(this);
    auto *row = new QHBoxLayout(crumbs);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    auto *back = new QPushButton(icon(QStringLiteral("left")), tr("返回"), crumbs);
    back->setObjectName(QStringLiteral("projectBack"));
    back->setToolTip(tr("返回（Alt+←）"));
    m_zone = new QPushButton(crumbs);
    for (QPushButton *link : {back, m_zone})
        link->setProperty("role", QStringLiteral("link"));
    m_zone->setObjectName(QStringLiteral("projectZone"));
    m_zone->setToolTip(tr("台账里这个开发区的项目"));
    m_code = makeHeadLabel("title", "projectCode", crumbs);
    m_code->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_previous = new QToolButton(crumbs);
    m_next = new QToolButton(crumbs);
    m_previous->setIcon(icon(QStringLiteral("up")));
    m_next->setIcon(icon(QStringLiteral("down")));
    m_previous->setAccessibleName(tr("上一个项目"));
    m_next->setAccessibleName(tr("下一个项目"));
    m_previous->setToolTip(tr("上一个项目（Alt+↑）"));
    m_next->setToolTip(tr("下一个项目（Alt+↓）"));
    m_place = makeHeadLabel("label", "projectPlace", crumbs);
    m_asOf = makeHeadLabel("note", "projectAsOf", crumbs);
    row->addWidget(back);
    row->addWidget(new QLabel(QStringLiteral("/"), crumbs));
    row->addWidget(m_zone);
    row->addWidget(new QLabel(QStringLiteral("/"), crumbs));
    row->addWidget(m_code);
    row->addSpacing(8);
    row->addWidget(m_previous);
    row->addWidget(m_place);
    row->addWidget(m_next);
    row->addStretch(1);
    row->addWidget(m_asOf);
    connect(back, &QPushButton::clicked, this, &ProjectHead::backRequested);
    connect(m_zone, &QPushButton::clicked, this, &ProjectHead::zoneRequested);
    connect(m_previous, &QToolButton::clicked, this, [this] { Q_EMIT stepRequested(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { Q_EMIT stepRequested(1); });
    return crumbs;
}

QWidget *ProjectHead::makeSubject() {
    auto *subject = new QWidget(this);
    auto *row = new QHBoxLayout(subject);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    m_name = new ElidedLabel(subject);
    m_name->setProperty("role", QStringLiteral("headline"));
    m_name->setObjectName(QStringLiteral("projectName"));
    m_stage = makeHeadLabel("label", "projectStage", subject);
    m_stage->setTextFormat(Qt::RichText);
    m_light = makeHeadLabel("", "projectLight", subject);
    m_light->setTextFormat(Qt::RichText);
    m_marks = makeHeadLabel("note", "projectMarks", subject);
    m_investor = new ElidedLabel(subject);
    m_investor->setObjectName(QStringLiteral("projectInvestor"));
    m_investor->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row->addWidget(m_name, 3);
    row->addWidget(m_stage);
    row->addWidget(m_light);
    row->addWidget(m_marks);
    row->addWidget(m_investor, 2);
    return subject;
}

QWidget *ProjectHead::makeFacts() {
    auto *facts = new QWidget(this);
    auto *row = new QHBoxLayout(facts);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    const QString titles[FactCount] = {tr("总投资"), tr("累计完成"), tr("预计年产值"), tr("预计年税收"),
                                       tr("入批"),   tr("产业链"),   tr("用地"),       tr("包联领导")};
    const int stretches[FactCount] = {2, 4, 2, 2, 4, 3, 3, 2};
    for (int i = 0; i < FactCount; ++i) {
        auto *column = new QVBoxLayout;
        column->setSpacing(0);
        auto *title = makeHeadLabel("label", "", facts);
        title->setText(titles[i]);
        auto *value = new ElidedLabel(facts);
        value->setProperty("role", QStringLiteral("title"));
        value->setAccessibleName(titles[i]);
        value->setObjectName(QStringLiteral("projectFact%1").arg(i));
        column->addWidget(title);
        column->addWidget(value);
        row->addLayout(column, stretches[i]);
        m_facts.push_back(value);
    }
    return facts;
}

void ProjectHead::setFact(int fact, const QString &text) {
    m_facts[std::size_t(fact)]->setText(text.isEmpty() ? QStringLiteral("—") : text);
}

void ProjectHead::showProject(const services::LedgerService &ledger, const ProjectData &shown, Month asOf) {
    const Project &project = shown.project;
    const Zone *zone = ledger.zone(project.zone.id);
    m_zone->setText(zone ? zone->shortName.isEmpty() ? zone->name : zone->shortName : tr("（无开发区）"));
    m_zone->setEnabled(zone);
    m_code->setText(project.code.isEmpty() ? tr("（无编号）") : project.code);
    m_name->setText(project.name);
    const Stage stage = stageOf(project, asOf.lastDay());
    m_stage->setText(QStringLiteral("<span style=\"color:%1\">■</span> %2")
                         .arg(stageColor(stage).name(), title(stage).toHtmlEscaped()));
    m_marks->setText(marksOf(project));
    m_investor->setText(ledger.enterpriseName(project.investor.id));
    m_asOf->setText(tr("阶段、灯号截至 %1").arg(asOf.chineseText()));
    setFact(Total, yiText(project.totalInvestment));
    setFact(Done, doneText(shown, asOf));
    setFact(Output, yiText(project.expectedOutput));
    setFact(Tax, yiText(project.expectedTax));
    setFact(Campaigns, campaignsText(ledger, shown));
    setFact(Chain, fieldText(ledger, shown.record, QStringLiteral("chain")));
    setFact(Land, landText(project));
    setFact(Patron, project.patron);
}

void ProjectHead::showLight(const std::optional<services::OverdueLine> &line) {
    m_light->setVisible(line.has_value());
    if (!line)
        return;
    const indicators::OverdueItem &item = line->item;
    QString words = QStringLiteral("%1　%2").arg(title(item.light), title(item.kind));
    if (item.daysOverdue > 0)
        words += tr(" %1 天").arg(item.daysOverdue);
    if (const QString actor = services::actorOf(*line); !actor.isEmpty())
        words += tr("　请%1办理").arg(actor);
    else if (item.level == indicators::Escalation::City)
        words += tr("　请市级督办");
    const LightColors colors = colorsOf(item.light);
    m_light->setText(QStringLiteral("<span style=\"color:%1\">%2</span> <span style=\"color:%3\">%4</span>")
                         .arg(colors.fill.name(), QString(lightGlyph(item.light)), colors.text.name(),
                              words.toHtmlEscaped()));
    m_light->setAccessibleName(words);
}

void ProjectHead::showPlace(int place, int count) {
    m_place->setText(QStringLiteral("%1 / %2").arg(place + 1).arg(count));
    m_previous->setEnabled(place > 0);
    m_next->setEnabled(place + 1 < count);
}

} // namespace yipi::gui
