// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/overview/overview_data.h"
#include "gui/widgets/panel.h"

class QLabel;

namespace yipi::gui {

class MetricLabel;
class StackBar;

/// 三未项目: how many are not started, not producing, not at full output, by light.
class OverduePanel : public Panel {
    Q_OBJECT

public:
    explicit OverduePanel(QWidget *parent = nullptr);
    void setData(const OverviewData &overview);

Q_SIGNALS:
    /// A kind and a light, or all of them.
    void listRequested(std::optional<indicators::OverdueKind> kind, std::optional<indicators::Light> light,
                       const QString &title);

private:
    struct Row {
        QLabel *name; ///< as the rule set calls the kind
        MetricLabel *count;
        StackBar *bar;
    };
    Row m_rows[3];
    MetricLabel *m_total;
    QLabel *m_legend;
};

} // namespace yipi::gui
