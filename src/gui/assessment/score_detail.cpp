// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/assessment/score_detail.h"

#include "gui/widgets/metric_label.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace yipi::gui {
namespace {

constexpr int kMargin = 12;

QLabel *wrapped(const QString &text, const char *role, QWidget *parent) {
    auto *label = new QLabel(text, parent);
    label->setProperty("role", QLatin1String(role));
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QFrame *rule(QWidget *parent) {
    auto *line = new QFrame(parent);
    line->setProperty("role", QStringLiteral("rule"));
    line->setFixedHeight(1);
    return line;
}

} // namespace

ScoreDetail::ScoreDetail(QWidget *parent)
    : Panel(tr("得分构成"), parent)
    , m_scroll(new QScrollArea(this)) {
    m_scroll->setObjectName(QStringLiteral("scoreScroll"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    body()->addWidget(m_scroll, 1);
}

void ScoreDetail::setScore(const AssessmentPtr &assessment, qint64 zone) {
    auto *content = new QWidget;
    content->setObjectName(QStringLiteral("scoreContent"));
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(kMargin, 10, kMargin, kMargin);
    column->setSpacing(8);
    const auto *group = assessment ? assessment->scores.groupOf(zone) : nullptr;
    if (const auto *line = group ? group->zone(zone) : nullptr) {
        auto *head = new QHBoxLayout;
        auto *total = new QLabel(totalText(*line), content);
        total->setProperty("role", QStringLiteral("headline"));
        total->setObjectName(QStringLiteral("scoreTotal"));
        head->addWidget(total);
        const QString rank = line->rank ? tr("第 %1 名%2，共 %3 个")
                                              .arg(line->rank)
                                              .arg(line->isTied ? tr("（并列）") : QString())
                                              .arg(group->zones.size())
                                        : tr("各项都没有数值，不排名");
        head->addWidget(wrapped(rank, "label", content), 1);
        column->addLayout(head);
        for (int item = 0; item < int(line->items.size()); ++item) {
            column->addWidget(rule(content));
            column->addWidget(makeItem(*assessment, *line, item));
        }
        if (!line->bonusEntries.empty()) {
            column->addWidget(rule(content));
            column->addWidget(makeBonus(*assessment, *line));
        }
        setNote(line->name);
    } else {
        column->addWidget(wrapped(tr("在左边选一个开发区，看它的得分怎样得来。"), "note", content));
        setNote({});
    }
    column->addStretch(1);
    m_scroll->setWidget(content); // the former one goes
}

QWidget *ScoreDetail::makeItem(const services::Assessment &assessment, const indicators::ZoneScore &zone,
                               int at) {
    const auto i = std::size_t(at);
    const indicators::AssessmentItem &item = assessment.scheme.items[i];
    const indicators::ItemFigure &figure = assessment.figuresOf(zone.zone)->items[i];
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(3);
    auto *head = new QHBoxLayout;
    auto *title = new QLabel(item.title, box);
    title->setProperty("role", QStringLiteral("title"));
    title->setToolTip(indicators::itemRuleText(item));
    head->addWidget(title);
    head->addStretch(1);
    auto *points =
        new QLabel(tr("%1 / %2 分").arg(zone.items[i].points.text(), zone.items[i].weight.text()), box);
    head->addWidget(points);
    column->addLayout(head);

    auto *values = new QHBoxLayout;
    values->setSpacing(8);
    auto *value = new MetricLabel(box);
    value->setObjectName(QStringLiteral("scoreItem%1").arg(at));
    value->setFigure(measuredText(item, figure, zone.items[i]), {}, item.title);
    connect(value, &QAbstractButton::clicked, this, [this, at] { Q_EMIT itemTriggered(at); });
    values->addWidget(value);
    const auto *rateRule = assessment.rules.rate(item.rate);
    const bool isAmount = item.measure == indicators::AssessmentMeasure::Amount;
    const QString parts =
        isAmount && rateRule ? tr("%1的分子").arg(rateRule->title) : indicators::figureText(item, figure);
    values->addWidget(wrapped(parts, "note", box), 1);
    column->addLayout(values);
    column->addWidget(wrapped(
        indicators::scoreText(assessment.scheme, i, *assessment.scores.groupOf(zone.zone), zone, figure),
        "label", box));
    if (!item.note.isEmpty())
        column->addWidget(wrapped(item.note, "note", box));
    return box;
}

QWidget *ScoreDetail::makeBonus(const services::Assessment &assessment, const indicators::ZoneScore &zone) {
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(3);
    auto *head = new QHBoxLayout;
    auto *title = new QLabel(tr("加减分"), box);
    title->setProperty("role", QStringLiteral("title"));
    head->addWidget(title);
    head->addStretch(1);
    head->addWidget(new QLabel(tr("%1 分").arg(zone.bonus.text()), box));
    column->addLayout(head);
    Decimal sum;
    for (const std::size_t i : zone.bonusEntries) {
        const indicators::BonusEntry &entry = assessment.scheme.bonus[i];
        const QString source = entry.source.isEmpty() ? QString() : tr("（%1）").arg(entry.source);
        column->addWidget(wrapped(tr("%1　%2：%3%4").arg(entry.points.text(), entry.title, entry.why, source),
                                  "label", box));
        sum = sum + entry.points;
    }
    if (sum.exact() != zone.bonus)
        column->addWidget(
            wrapped(tr("合计 %1，按加减分的最高限额计 %2").arg(sum.text(), zone.bonus.text()), "note", box));
    return box;
}

} // namespace yipi::gui
