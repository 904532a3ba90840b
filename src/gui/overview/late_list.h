// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/overview/overview_data.h"
#include "gui/widgets/panel.h"

class QAbstractTableModel;

namespace yipi::gui {

class FigureTable;

/// The projects of the 三未 list that are furthest behind, red first.
class LateList : public Panel {
    Q_OBJECT

public:
    explicit LateList(QWidget *parent = nullptr);
    void setData(const OverviewData &overview);

Q_SIGNALS:
    void listRequested(const std::vector<qint64> &projects, const QString &title);

private:
    class Model;
    Model *m_model;
    FigureTable *m_table;
};

} // namespace yipi::gui
