// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/overview/late_list.h"

#include "gui/theme.h"
#include "gui/widgets/figure_table.h"

#include <QAbstractTableModel>
#include <QHeaderView>

namespace yipi::gui {
namespace {
constexpr int kRowHeight = 30;
} // namespace

class LateList::Model : public QAbstractTableModel {
public:
    enum Column { Due, Days, Name, ZoneName, Officer, ColumnCount };

    explicit Model(QObject *parent)
        : QAbstractTableModel(parent) {}

    void setLines(const std::vector<services::OverdueLine> &lines) {
        beginResetModel();
        m_lines = lines;
        endResetModel();
    }
    const services::OverdueLine &line(int row) const { return m_lines[std::size_t(row)]; }

    int rowCount(const QModelIndex &parent = {}) const override {
        return parent.isValid() ? 0 : int(m_lines.size());
    }
    int columnCount(const QModelIndex &parent = {}) const override {
        return parent.isValid() ? 0 : int(ColumnCount);
    }

    QVariant data(const QModelIndex &index, int role) const override {
        const services::OverdueLine &line = m_lines[std::size_t(index.row())];
        const int column = index.column();
        switch (role) {
        case Qt::DisplayRole:
            return text(line, column);
        case Qt::ToolTipRole:
            return tr("%1　%2\n%3，%4")
                .arg(line.code, line.name, title(line.item.kind), title(line.item.light));
        case Qt::TextAlignmentRole:
            return int(column == Days ? Qt::AlignRight : Qt::AlignLeft);
        case LightRole:
            return column == Due ? QVariant(int(line.item.light)) : QVariant();
        case LinkRole:
            return column == Name;
        case StrongRole:
            return column == Days && line.item.light == indicators::Light::Red;
        case Qt::ForegroundRole:
            return column == Days && line.item.daysOverdue > 0 ? theme().red
                   : column == Name                            ? theme().t1
                                                               : theme().t2;
        default:
            return {};
        }
    }

    QVariant headerData(int section, Qt::Orientation orientation, int role) const override {
        const QString titles[] = {tr("应达日期"), tr("超期"), tr("项目"), tr("开发区"), tr("服务专员")};
        if (orientation == Qt::Horizontal && role == Qt::DisplayRole)
            return titles[section];
        if (role == Qt::TextAlignmentRole && section == Days)
            return int(Qt::AlignRight | Qt::AlignVCenter);
        return {};
    }

private:
    static QString text(const services::OverdueLine &line, int column) {
        switch (column) {
        case Due:
            return line.item.due.isValid() ? line.item.due.toString(Qt::ISODate) : LateList::tr("缺日期");
        case Days:
            return line.item.daysOverdue > 0 ? LateList::tr("%1 天").arg(line.item.daysOverdue)
                                             : QStringLiteral("—");
        case Name:
            return line.name;
        case ZoneName:
            return line.zone;
        default:
            return line.serviceOfficer.isEmpty() ? QStringLiteral("—") : line.serviceOfficer;
        }
    }

    std::vector<services::OverdueLine> m_lines;
};

LateList::LateList(QWidget *parent)
    : Panel(tr("超期最长"), parent)
    , m_model(new Model(this))
    , m_table(new FigureTable(kRowHeight, this)) {
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("超期最长的三未项目"));
    QHeaderView *header = m_table->horizontalHeader();
    for (const auto &[column, width] : {std::pair<int, int>{Model::Due, 112},
                                        {Model::Days, 68},
                                        {Model::ZoneName, 84},
                                        {Model::Officer, 76}})
        header->resizeSection(column, width);
    header->setSectionResizeMode(Model::Name, QHeaderView::Stretch);
    body()->addWidget(m_table, 1);
    connect(m_table, &FigureTable::cellTriggered, this, [this](const QModelIndex &index) {
        if (index.column() == Model::Name)
            Q_EMIT listRequested({m_model->line(index.row()).item.projectId},
                                 m_model->line(index.row()).name);
    });
}

void LateList::setData(const OverviewData &overview) {
    m_model->setLines(overview.latest);
    setNote(overview.overdueCount > kLatest
                ? tr("前 %1 个，共 %2 个").arg(kLatest).arg(overview.overdueCount)
                : tr("以 %1 为准").arg(overview.scope.asOf.lastDay().toString(Qt::ISODate)));
}

} // namespace yipi::gui
