// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/import/row_choice_model.h"

#include "domain/project.h"
#include "domain/text_parsing.h"
#include "gui/theme.h"

#include <QFileInfo>

namespace yipi::gui {

using exchange::RowChoice;
using OnConflict = exchange::ImportOptions::OnConflict;

void RowChoiceModel::setPlan(const std::vector<ImportFile> *files, const exchange::ImportPlan *plan,
                             OnConflict onConflict) {
    beginResetModel();
    m_lines.clear();
    m_hasSeveralFiles = files && files->size() > 1;
    m_doubts = m_conflicts = 0;
    for (std::size_t s = 0; plan && s < plan->sheets.size(); ++s) {
        const exchange::SheetPlan &sheet = plan->sheets[s];
        const auto file = std::find_if(files->begin(), files->end(),
                                       [&](const ImportFile &f) { return f.path == sheet.file; });
        for (const exchange::PlannedRow &row : sheet.rows) {
            const bool isDoubt = !row.candidates.empty();
            if (!isDoubt && !row.conflict)
                continue;
            ++(isDoubt ? m_doubts : m_conflicts);
            if (int(m_lines.size()) < kListed)
                m_lines.push_back(isDoubt ? doubtLine(sheet, row, file->choices)
                                          : conflictLine(sheet, row, file->choices, onConflict));
        }
    }
    endResetModel();
}

RowChoiceModel::Line RowChoiceModel::doubtLine(const exchange::SheetPlan &sheet,
                                               const exchange::PlannedRow &row,
                                               const exchange::RowChoices &choices) const {
    Line line{
        &sheet, &row, {{tr("是另一个项目，新增"), RowChoice{RowChoice::Kind::New, 0}}}, 0, aboutText(row)};
    if (row.verdict == exchange::RowVerdict::Rejected) // several fit: nothing is chosen for the person
        line.options.insert(line.options.begin(), {tr("请选择"), std::nullopt});
    for (const qint64 id : row.candidates) {
        line.options.push_back(
            {tr("就是“%1”，按本表更新").arg(projectText(id)), RowChoice{RowChoice::Kind::Update, id}});
        if (isNamedOtherwise(id, row.name))
            line.options.push_back({tr("就是“%1”，按本表更新并改名").arg(projectText(id)),
                                    RowChoice{RowChoice::Kind::Rename, id}});
        line.options.push_back(
            {tr("就是“%1”，只补空白").arg(projectText(id)), RowChoice{RowChoice::Kind::FillGaps, id}});
    }
    preselect(line, choices);
    return line;
}

RowChoiceModel::Line RowChoiceModel::conflictLine(const exchange::SheetPlan &sheet,
                                                  const exchange::PlannedRow &row,
                                                  const exchange::RowChoices &choices,
                                                  OnConflict onConflict) const {
    Line line{&sheet,
              &row,
              {{tr("用本表的"), RowChoice{RowChoice::Kind::Update, row.projectId}},
               {tr("留台账的，只补空白"), RowChoice{RowChoice::Kind::FillGaps, row.projectId}}},
              0,
              aboutText(row)};
    if (onConflict != OnConflict::Update)
        line.options.insert(line.options.begin(),
                            {onConflict == OnConflict::Skip ? tr("整行跳过") : tr("列为错误"), std::nullopt});
    preselect(line, choices);
    return line;
}

void RowChoiceModel::preselect(Line &line, const exchange::RowChoices &choices) {
    const auto chosen = choices.constFind({line.sheet->sheet, line.row->row});
    for (std::size_t i = 0; chosen != choices.constEnd() && i < line.options.size(); ++i)
        if (line.options[i].choice == std::optional(*chosen))
            line.chosen = i;
}

bool RowChoiceModel::isNamedOtherwise(qint64 id, const QString &name) const {
    const auto record = m_ledger.record(EntityKind::Project, id);
    return record && foldedName(fromRecord<Project>(*record).name) != foldedName(name);
}

QString RowChoiceModel::projectText(qint64 id) const {
    const auto record = m_ledger.record(EntityKind::Project, id);
    if (!record)
        return QString::number(id);
    const auto project = fromRecord<Project>(*record);
    const QString zone = m_ledger.referenceText(EntityKind::Zone, project.zone.id);
    const QString investor = m_ledger.referenceText(EntityKind::Enterprise, project.investor.id);
    QStringList about{zone, investor};
    about.removeAll(QString());
    return about.isEmpty() ? project.name : QStringLiteral("%1（%2）").arg(project.name, about.join(u'，'));
}

QString RowChoiceModel::aboutText(const exchange::PlannedRow &row) const {
    if (!row.candidates.empty())
        return tr("疑与“%1”是同一项目").arg(projectText(row.candidates.front()));
    const exchange::RowConflict &conflict = *row.conflict;
    return tr("%1：台账 %2 → 本表 %3").arg(conflict.field, conflict.before, conflict.now);
}

int RowChoiceModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : int(m_lines.size());
}

int RowChoiceModel::columnCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RowChoiceModel::data(const QModelIndex &index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Line &line = m_lines[std::size_t(index.row())];
    if (role == kOptionsRole) {
        QStringList texts;
        for (const Option &option : line.options)
            texts << option.text;
        return texts;
    }
    if (role == Qt::EditRole && index.column() == Choice)
        return int(line.chosen);
    if (role == Qt::ForegroundRole && index.column() == Case)
        return theme().amb;
    if (role == Qt::ToolTipRole && index.column() == Place)
        return line.sheet->file;
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case Place:
        return (m_hasSeveralFiles ? QFileInfo(line.sheet->file).completeBaseName() + u' ' : QString()) +
               tr("%1 第 %2 行").arg(line.sheet->sheet, QString::number(line.row->row));
    case Name:
        return line.row->name;
    case Case:
        return line.about;
    case Choice:
        return line.options[line.chosen].text;
    default:
        return {};
    }
}

QVariant RowChoiceModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const std::array titles{tr("位置"), tr("本表的项目"), tr("情况"), tr("处理")};
    return titles.at(std::size_t(section));
}

Qt::ItemFlags RowChoiceModel::flags(const QModelIndex &index) const {
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid() && index.column() == Choice)
        flags |= Qt::ItemIsEditable;
    return flags;
}

bool RowChoiceModel::setData(const QModelIndex &index, const QVariant &value, int role) {
    const Line &line = m_lines[std::size_t(index.row())];
    const auto option = value.toUInt();
    if (role != Qt::EditRole || index.column() != Choice || option >= line.options.size() ||
        option == line.chosen)
        return false;
    Q_EMIT chosen(line.sheet->file, line.sheet->sheet, line.row->row, line.options[option].choice);
    return true;
}

} // namespace yipi::gui
