// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/project/project_data.h"

#include <QWidget>

namespace yipi::gui {

/// One step of a project from the reserve pool to attainment.
struct StageNode {
    enum class State { Done, Late, Future };

    QString title;
    QDate planned, forecast, actual;

    State state(QDate today) const;
    /// Days behind the plan, by what was done, is expected, or has passed by now; nothing without a plan or
    /// before anything is known. Negative = ahead.
    std::optional<int> delay(QDate today) const;
    /// 提前 5 天, 按期, 滞后 16 天, 预计滞后 123 天, 已超期 9 天; empty when there is nothing to say.
    QString delayText(QDate today) const;
    /// All of it as one sentence.
    QString sentence(QDate today) const;
};

/// The nine steps: from the dates of the project, else from its milestones.
std::vector<StageNode> stageNodes(const ProjectData &data);

/// Paints the steps in one line: done filled, late with a red ring, later ones hollow. ← and → choose a step,
/// which is told to screen readers.
class StageLine : public QWidget {
    Q_OBJECT

public:
    explicit StageLine(QWidget *parent = nullptr);

    void setNodes(std::vector<StageNode> nodes, QDate today);
    const std::vector<StageNode> &nodes() const { return m_nodes; }
    int currentNode() const { return m_current; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    QRect columnOf(int node) const;
    void paintLine(QPainter &painter, int node) const;
    void paintMark(QPainter &painter, int node) const;
    void paintWords(QPainter &painter, int node) const;
    void tellCurrent();

    std::vector<StageNode> m_nodes;
    QDate m_today;
    int m_current = 0;
};

} // namespace yipi::gui
