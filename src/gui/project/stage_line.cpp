// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/project/stage_line.h"

#include "gui/theme.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

namespace yipi::gui {
namespace {

constexpr int kStageMarkY = 18;
constexpr int kStageRadius = 7;
constexpr int kStageTitleY = 32;
constexpr int kStageTextLine = 17;
constexpr int kStageHeight = 126;
constexpr int kStageWidth = 84; ///< of one step: 计划 2024-04-30

QString stageDateText(QDate date) {
    return date.isValid() ? date.toString(Qt::ISODate) : QStringLiteral("—");
}

QDate firstValidDate(QDate a, QDate b) {
    return a.isValid() ? a : b;
}

} // namespace

StageNode::State StageNode::state(QDate today) const {
    if (actual.isValid())
        return State::Done;
    return planned.isValid() && planned < today ? State::Late : State::Future;
}

std::optional<int> StageNode::delay(QDate today) const {
    if (!planned.isValid())
        return std::nullopt;
    if (actual.isValid())
        return int(planned.daysTo(actual));
    if (forecast.isValid())
        return int(planned.daysTo(forecast));
    return planned < today ? std::optional(int(planned.daysTo(today))) : std::nullopt;
}

QString StageNode::delayText(QDate today) const {
    const auto days = delay(today);
    if (!days)
        return {};
    const bool isExpected = !actual.isValid() && forecast.isValid();
    const QString number = QString::number(std::abs(*days));
    if (!actual.isValid() && !isExpected)
        return StageLine::tr("已超期 %1 天").arg(number);
    if (*days == 0)
        return isExpected ? StageLine::tr("预计按期") : StageLine::tr("按期");
    if (isExpected)
        return *days > 0 ? StageLine::tr("预计滞后 %1 天").arg(number)
                         : StageLine::tr("预计提前 %1 天").arg(number);
    return *days > 0 ? StageLine::tr("滞后 %1 天").arg(number) : StageLine::tr("提前 %1 天").arg(number);
}

QString StageNode::sentence(QDate today) const {
    QStringList words{title, StageLine::tr("计划 %1").arg(stageDateText(planned))};
    if (actual.isValid())
        words << StageLine::tr("实际 %1").arg(stageDateText(actual));
    else if (forecast.isValid())
        words << StageLine::tr("预计 %1").arg(stageDateText(forecast));
    else
        words << StageLine::tr("未完成");
    if (const QString late = delayText(today); !late.isEmpty())
        words << late;
    return words.join(QStringLiteral("，"));
}

std::vector<StageNode> stageNodes(const ProjectData &data) {
    const Project &p = data.project;
    const auto milestone = [&](MilestoneKind kind) {
        return fromRecord<Milestone>(data.milestones[std::size_t(kind)]);
    };
    const auto step = [](const QString &title, const Milestone &m) {
        return StageNode{title, m.planned, m.forecast, m.actual};
    };
    const auto merged = [](const QString &title, QDate planned, QDate actual, const Milestone &m) {
        return StageNode{title, firstValidDate(planned, m.planned), m.forecast,
                         firstValidDate(actual, m.actual)};
    };
    return {
        {StageLine::tr("储备入库"), {}, {}, p.reservedOn},
        {StageLine::tr("签约"), {}, {}, p.actualSign},
        step(StageLine::tr("土地供应"), milestone(MilestoneKind::Land)),
        merged(StageLine::tr("开工"), p.plannedStart, p.actualStart, milestone(MilestoneKind::Start)),
        step(StageLine::tr("主体封顶"), milestone(MilestoneKind::Topping)),
        step(StageLine::tr("设备安装"), milestone(MilestoneKind::Equipment)),
        step(StageLine::tr("试生产"), milestone(MilestoneKind::Trial)),
        merged(StageLine::tr("投产"), p.plannedProduce, p.actualProduce, milestone(MilestoneKind::Produce)),
        merged(StageLine::tr("达效"), p.plannedAttain, p.actualAttain, milestone(MilestoneKind::Attain)),
    };
}

StageLine::StageLine(QWidget *parent)
    : QWidget(parent) {
    setObjectName(QStringLiteral("stageLine"));
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void StageLine::setNodes(std::vector<StageNode> nodes, QDate today) {
    m_nodes = std::move(nodes);
    m_today = today;
    m_current = std::min(m_current, std::max(0, int(m_nodes.size()) - 1));
    QStringList sentences;
    for (const StageNode &node : m_nodes)
        sentences << node.sentence(m_today);
    setAccessibleName(tr("阶段进展：%1").arg(sentences.join(QStringLiteral("；"))));
    tellCurrent();
    updateGeometry();
    update();
}

QSize StageLine::sizeHint() const {
    return minimumSizeHint();
}

QSize StageLine::minimumSizeHint() const {
    return {int(m_nodes.size()) * kStageWidth, kStageHeight};
}

QRect StageLine::columnOf(int node) const {
    const int count = std::max(1, int(m_nodes.size()));
    return {node * width() / count, 0, width() / count, height()};
}

void StageLine::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i < int(m_nodes.size()); ++i)
        paintLine(painter, i);
    for (int i = 0; i < int(m_nodes.size()); ++i) {
        paintMark(painter, i);
        paintWords(painter, i);
    }
    if (hasFocus() && !m_nodes.empty()) {
        painter.setPen(theme().ac);
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(columnOf(m_current).adjusted(2, 2, -3, -3));
    }
}

void StageLine::paintLine(QPainter &painter, int node) const {
    if (node == 0)
        return;
    const bool isDone = m_nodes[std::size_t(node)].actual.isValid();
    painter.setPen(isDone ? QPen(theme().ac, 3) : QPen(theme().l3, 1, Qt::DashLine));
    painter.drawLine(QPoint(columnOf(node - 1).center().x() + kStageRadius, kStageMarkY),
                     QPoint(columnOf(node).center().x() - kStageRadius, kStageMarkY));
}

void StageLine::paintMark(QPainter &painter, int node) const {
    const Theme &t = theme();
    const QPoint center(columnOf(node).center().x(), kStageMarkY);
    switch (m_nodes[std::size_t(node)].state(m_today)) {
    case StageNode::State::Done:
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.ac);
        painter.drawEllipse(center, kStageRadius, kStageRadius);
        painter.setPen(QPen(t.surf, 1.8));
        painter.drawPolyline(
            QPolygonF{center + QPointF(-3.5, 0), center + QPointF(-1, 3), center + QPointF(4, -3)});
        break;
    case StageNode::State::Late:
        painter.setPen(QPen(t.red, 2));
        painter.setBrush(t.surf);
        painter.drawEllipse(center, kStageRadius, kStageRadius);
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.red);
        painter.drawEllipse(center, 3, 3);
        break;
    case StageNode::State::Future:
        painter.setPen(QPen(t.l3, 1.5));
        painter.setBrush(t.surf);
        painter.drawEllipse(center, kStageRadius - 1, kStageRadius - 1);
        break;
    }
}

void StageLine::paintWords(QPainter &painter, int node) const {
    const Theme &t = theme();
    const StageNode &step = m_nodes[std::size_t(node)];
    const bool isLate = step.state(m_today) == StageNode::State::Late;
    QRect line = columnOf(node);
    line.setTop(kStageTitleY);
    line.setHeight(kStageTextLine);
    QFont words = font();
    words.setBold(true);
    painter.setFont(words);
    painter.setPen(isLate ? t.red : t.t1);
    painter.drawText(line, Qt::AlignCenter, step.title);
    words.setBold(false);
    words.setPixelSize(12);
    painter.setFont(words);
    painter.setPen(t.t2);
    line.translate(0, kStageTextLine + 2);
    painter.drawText(line, Qt::AlignCenter, tr("计划 %1").arg(stageDateText(step.planned)));
    line.translate(0, kStageTextLine);
    painter.setPen(t.t1);
    const bool isForecast = !step.actual.isValid() && step.forecast.isValid();
    painter.drawText(line, Qt::AlignCenter,
                     isForecast ? tr("预计 %1").arg(stageDateText(step.forecast))
                                : tr("实际 %1").arg(stageDateText(step.actual)));
    const QString chip = step.delayText(m_today);
    if (chip.isEmpty())
        return;
    line.translate(0, kStageTextLine + 4);
    const int days = step.delay(m_today).value_or(0);
    const bool isGood = days <= 0;
    const bool isGrave = days > 30 || isLate;
    const int width = painter.fontMetrics().horizontalAdvance(chip) + 12;
    painter.setPen(Qt::NoPen);
    painter.setBrush(isGood ? t.grnt : isGrave ? t.redt : t.ambt);
    painter.drawRoundedRect(QRect(line.center().x() - width / 2, line.top(), width, line.height()), 2, 2);
    painter.setPen(isGood ? t.grn : isGrave ? t.red : t.amb);
    painter.drawText(line, Qt::AlignCenter, chip);
}

void StageLine::keyPressEvent(QKeyEvent *event) {
    const int step = event->key() == Qt::Key_Left ? -1 : event->key() == Qt::Key_Right ? 1 : 0;
    if (step == 0 || event->modifiers() != Qt::NoModifier || m_nodes.empty()) {
        QWidget::keyPressEvent(event);
        return;
    }
    m_current = std::clamp(m_current + step, 0, int(m_nodes.size()) - 1);
    tellCurrent();
    update();
}

void StageLine::tellCurrent() {
    setAccessibleDescription(m_nodes.empty() ? QString() : m_nodes[std::size_t(m_current)].sentence(m_today));
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

bool StageLine::event(QEvent *event) {
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        for (int i = 0; i < int(m_nodes.size()); ++i)
            if (columnOf(i).contains(help->pos()))
                QToolTip::showText(help->globalPos(), m_nodes[std::size_t(i)].sentence(m_today), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace yipi::gui
