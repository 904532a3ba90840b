// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/overview/overview_data.h"
#include "gui/widgets/panel.h"

namespace yipi::gui {

class MetricLabel;

/// 本次活动: the three lists of the campaign at hand as declared, and how many are large or strategic.
class CampaignPanel : public Panel {
    Q_OBJECT

public:
    explicit CampaignPanel(QWidget *parent = nullptr);
    void setData(const OverviewData &overview);

Q_SIGNALS:
    void batchRequested(yipi::Batch batch);
    void largeRequested();
    void strategicRequested();

private:
    struct Row {
        MetricLabel *count, *investment, *output;
    };
    Row m_rows[3];
    MetricLabel *m_large;
    MetricLabel *m_strategic;
};

} // namespace yipi::gui
