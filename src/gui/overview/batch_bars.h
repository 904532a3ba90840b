// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/overview/overview_data.h"
#include "gui/widgets/panel.h"

namespace yipi::gui {

class MetricLabel;
class ShareBar;

/// 三批清单: what the three lists of all campaigns in scope add up to, bars on one scale.
class BatchBars : public Panel {
    Q_OBJECT

public:
    explicit BatchBars(QWidget *parent = nullptr);
    void setData(const OverviewData &overview);

Q_SIGNALS:
    void batchRequested(yipi::Batch batch);

private:
    struct Row {
        ShareBar *bar;
        MetricLabel *count, *investment;
    };
    Row m_rows[3];
};

} // namespace yipi::gui
