// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/import/sheet_list_model.h"

#include "gui/theme.h"

#include <QFileInfo>
#include <QFont>

#include <array>

namespace yipi::gui {

void SheetListModel::setPlan(const std::vector<ImportFile> *files, const exchange::ImportPlan *plan) {
    beginResetModel();
    m_files = files;
    m_plan = plan;
    m_lines.clear();
    for (std::size_t file = 0; plan && file < files->size(); ++file) {
        if (files->size() > 1)
            m_lines.push_back({int(file), nullptr});
        for (const exchange::SheetPlan &sheet : plan->sheets)
            if (sheet.file == (*files)[file].path)
                m_lines.push_back({int(file), &sheet});
    }
    endResetModel();
}

const exchange::SheetPlan *SheetListModel::sheet(int row) const {
    return row >= 0 && row < int(m_lines.size()) ? m_lines[std::size_t(row)].sheet : nullptr;
}

int SheetListModel::fileAt(int row) const {
    return row >= 0 && row < int(m_lines.size()) ? m_lines[std::size_t(row)].file : -1;
}

QString SheetListModel::fileText(const ImportFile &file) const {
    const QString name = QFileInfo(file.path).fileName();
    if (file.error)
        return tr("%1　读不出：%2").arg(name, file.error->message);
    const std::array names{tr("新增"), tr("更新"), tr("不变"), tr("跳过"), tr("错误")};
    std::array<int, names.size()> counts{};
    for (const exchange::SheetPlan &sheet : m_plan->sheets)
        if (sheet.file == file.path) {
            const std::array parts = sheet.counts();
            for (std::size_t i = 0; i < parts.size(); ++i)
                counts[i] += parts[i];
        }
    QStringList parts;
    for (std::size_t i = 0; i < counts.size(); ++i)
        if (counts[i] > 0)
            parts << QStringLiteral("%1 %2").arg(names[i]).arg(counts[i]);
    return QStringLiteral("%1　%2").arg(name, parts.isEmpty() ? tr("没有数据行") : parts.join(u' '));
}

QVariant SheetListModel::fileData(const Line &line, int column, int role) const {
    const ImportFile &file = (*m_files)[std::size_t(line.file)];
    switch (role) {
    case Qt::DisplayRole:
        return column == Name ? fileText(file) : QVariant();
    case Qt::ToolTipRole:
        return file.error ? file.error->text() : file.path;
    case Qt::ForegroundRole:
        return file.error ? QVariant(theme().red) : QVariant();
    case Qt::FontRole: {
        QFont font;
        font.setBold(true);
        return font;
    }
    default:
        return {};
    }
}

int SheetListModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : int(m_lines.size());
}

int SheetListModel::columnCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SheetListModel::data(const QModelIndex &index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Line &line = m_lines[std::size_t(index.row())];
    if (!line.sheet)
        return fileData(line, index.column(), role);
    const exchange::SheetPlan &plan = *line.sheet;
    const bool isImported = plan.headerRow > 0;
    if (role == Qt::ForegroundRole)
        return isImported ? QVariant() : QVariant(theme().t3);
    if (role == Qt::TextAlignmentRole && index.column() == Rows)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && isImported)
        return tr("表头第 %1–%2 行").arg(plan.headerRow).arg(plan.headerRow + plan.headerRows - 1);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Name:
        return m_files->size() > 1 ? QStringLiteral("　") + plan.label() : plan.label();
    case Kind:
        return isImported ? exchange::title(plan.kind) : tr("没有找到表头");
    case Rows:
        return tr("%1 行").arg(plan.rows.size());
    case Unit:
        return plan.unit ? title(*plan.unit) : QStringLiteral("—");
    case Campaign:
        return plan.campaign ? plan.campaign->chineseText() : QStringLiteral("—");
    default:
        return {};
    }
}

QVariant SheetListModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("工作表");
    case Kind:
        return tr("内容");
    case Rows:
        return tr("数据");
    case Unit:
        return tr("单位");
    case Campaign:
        return tr("期次");
    default:
        return {};
    }
}

} // namespace yipi::gui
