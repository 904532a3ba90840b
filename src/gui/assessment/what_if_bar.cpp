// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/assessment/what_if_bar.h"

#include "gui/widgets/background_task.h"
#include "gui/widgets/elided_label.h"
#include "indicators/rule_words.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStyle>
#include <QTimer>
#include <QVBoxLayout>

namespace yipi::gui {
namespace {

constexpr int kLeastDelayMs = 250;

/// The fewest projects that win a rank.
QString leastText(const services::Assessment &assessment, qint64 zone) {
    const auto *group = assessment.scores.groupOf(zone);
    const int rank = group ? group->zone(zone)->rank : 0;
    if (rank <= 1)
        return rank == 1 ? WhatIfBar::tr("已是第 1 名") : WhatIfBar::tr("没有总分，不排名");
    QStringList ways;
    for (const indicators::Event event : {indicators::Event::Started, indicators::Event::Produced}) {
        const auto least =
            indicators::leastToClimb(assessment.scheme, assessment.rules, assessment.figures, zone, event);
        if (least && *least)
            ways << WhatIfBar::tr("再%1 %2 个").arg(indicators::title(event)).arg(**least);
    }
    return ways.isEmpty() ? WhatIfBar::tr("只靠再开工或再投产，名次升不了")
                          : WhatIfBar::tr("升到前一名至少：%1").arg(ways.join(WhatIfBar::tr("，或")));
}

} // namespace

WhatIfBar::WhatIfBar(QWidget *parent)
    : QFrame(parent)
    , m_zone(new QComboBox(this))
    , m_started(new QSpinBox(this))
    , m_produced(new QSpinBox(this))
    , m_attained(new QSpinBox(this))
    , m_result(new ElidedLabel(this))
    , m_least(new ElidedLabel(this))
    , m_leastDelay(new QTimer(this))
    , m_search(new BackgroundTask(this)) {
    setProperty("role", QStringLiteral("panel"));
    setAccessibleName(tr("假设"));
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    auto *title = new QLabel(tr("假设"), this);
    title->setProperty("role", QStringLiteral("title"));
    row->addWidget(title);
    m_zone->setObjectName(QStringLiteral("whatIfZone"));
    m_zone->setAccessibleName(tr("开发区"));
    m_zone->setMinimumWidth(120);
    row->addWidget(m_zone);
    const std::tuple<QSpinBox *, QString, const char *> counts[] = {
        {m_started, tr("开工增加"), "whatIfStarted"},
        {m_produced, tr("投产增加"), "whatIfProduced"},
        {m_attained, tr("达效增加"), "whatIfAttained"}};
    for (const auto &[box, text, name] : counts) {
        auto *label = new QLabel(text, this);
        label->setProperty("role", QStringLiteral("label"));
        label->setBuddy(box);
        box->setObjectName(QLatin1String(name));
        box->setAccessibleName(text);
        box->setRange(0, indicators::kMostProjectsMore);
        box->setFixedWidth(64);
        row->addSpacing(4);
        row->addWidget(label);
        row->addWidget(box);
        connect(box, &QSpinBox::valueChanged, this, &WhatIfBar::showOutcome);
    }
    auto *clear = new QPushButton(tr("清零"), this);
    clear->setProperty("role", QStringLiteral("link"));
    row->addWidget(clear);
    m_least->setObjectName(QStringLiteral("whatIfLeast"));
    m_least->setProperty("role", QStringLiteral("note"));
    m_least->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_least->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row->addWidget(m_least, 1);
    m_result->setObjectName(QStringLiteral("whatIfResult"));
    m_result->setProperty("role", QStringLiteral("title"));
    m_result->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(6);
    column->addLayout(row);
    column->addWidget(m_result);

    m_leastDelay->setSingleShot(true);
    m_leastDelay->setInterval(kLeastDelayMs);
    connect(m_leastDelay, &QTimer::timeout, this, &WhatIfBar::findLeast);
    connect(m_zone, &QComboBox::activated, this, [this] {
        showOutcome();
        m_leastDelay->start();
        Q_EMIT zoneChosen(zone());
    });
    connect(clear, &QPushButton::clicked, this, [this] {
        for (QSpinBox *box : {m_started, m_produced, m_attained})
            box->setValue(0);
    });
}

qint64 WhatIfBar::zone() const {
    return m_zone->currentData().toLongLong();
}

void WhatIfBar::setAssessment(const AssessmentPtr &assessment) {
    const qint64 chosen = zone();
    m_assessment = assessment;
    const QSignalBlocker quiet(m_zone);
    m_zone->clear();
    if (m_assessment)
        for (const indicators::ZoneFigures &line : m_assessment->figures.zones)
            if (m_assessment->shows(line.zone))
                m_zone->addItem(line.shortName.isEmpty() ? line.name : line.shortName, line.zone);
    setZone(chosen);
}

void WhatIfBar::setZone(qint64 zone) {
    const int at = m_zone->findData(zone);
    m_zone->setCurrentIndex(at < 0 ? 0 : at);
    showOutcome();
    m_least->setText({});
    m_leastDelay->start();
}

void WhatIfBar::showOutcome() {
    const indicators::WhatIfChange change{
        zone(), m_started->value(), m_produced->value(), m_attained->value(), {}};
    const bool isEmpty = !change.started && !change.produced && !change.attained;
    if (!m_assessment || !change.zone || isEmpty) {
        showResult("note",
                   tr("填上增加的个数，看得分和名次怎样变。增加的项目按已在各率分母里、只差这一步计算。"));
        return;
    }
    const auto outcome =
        indicators::whatIf(m_assessment->scheme, m_assessment->rules, m_assessment->figures, change);
    showResult("title", outcome ? QStringLiteral("%1　%2").arg(
                                      indicators::whatIfText(m_assessment->scheme, *outcome, change),
                                      outcome->notes.join(QString()))
                                : outcome.error().text());
}

void WhatIfBar::showResult(const char *role, const QString &text) {
    m_result->setText(text);
    if (m_result->property("role").toString() == QLatin1String(role))
        return;
    m_result->setProperty("role", QLatin1String(role));
    m_result->style()->unpolish(m_result);
    m_result->style()->polish(m_result);
}

void WhatIfBar::findLeast() {
    if (!m_assessment || !zone())
        return;
    if (m_search->isRunning()) { // for a zone or scheme that is shown no more
        m_leastDelay->start();
        return;
    }
    const auto work = [assessment = m_assessment, zone = zone()](const ProgressReport &) -> Result<QString> {
        return leastText(*assessment, zone);
    };
    m_search->start(work, [this, assessment = m_assessment, zone = zone()](const Result<QString> &text) {
        if (text && assessment == m_assessment && zone == this->zone())
            m_least->setText(*text);
    });
}

} // namespace yipi::gui
